"""The report of an executive head to a working group: what was asked, what came of it, and what is open."""

from operative.domain.papers import Paper, PaperKind
from operative.reports.ahead import limits, next_steps
from operative.reports.conditions import conditions
from operative.reports.happenings import discussions, done
from operative.reports.holdings import costs, memberships
from operative.reports.material import Material, paper_of
from operative.reports.requests import background, unanswered
from operative.reports.summary import summary

__all__ = ["make_working_group_report"]

PARTS = (summary, background, done, discussions, conditions, memberships, costs, unanswered, next_steps)


def make_working_group_report(material: Material) -> Paper:
    """Numbered paragraphs on all that the dossier knows on the day, every claim with its note."""
    blocks = tuple(block for part in PARTS for block in part(material))
    title = f"{material.words.kind(PaperKind.WORKING_GROUP)}: {material.opened.title}"
    return paper_of(material, PaperKind.WORKING_GROUP, title, (*blocks, *limits(material, blocks)))
