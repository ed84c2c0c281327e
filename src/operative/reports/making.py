"""Every kind of paper, by its name."""

from collections.abc import Callable, Mapping

from operative.domain.papers import Paper, PaperKind
from operative.reports.material import Material
from operative.reports.packs import make_brief, make_session_pack
from operative.reports.tables import (
    make_cost_annex,
    make_matrix,
    make_proposals,
    make_redline,
    make_status_2,
    make_status_7,
)
from operative.reports.working_group import make_working_group_report

__all__ = ["MAKERS", "make_paper"]

MAKERS: Mapping[PaperKind, Callable[[Material], Paper]] = {
    PaperKind.WORKING_GROUP: make_working_group_report,
    PaperKind.STATUS_2: make_status_2,
    PaperKind.STATUS_7: make_status_7,
    PaperKind.MATRIX: make_matrix,
    PaperKind.REDLINE: make_redline,
    PaperKind.COSTS: make_cost_annex,
    PaperKind.PROPOSALS: make_proposals,
    PaperKind.SESSION_PACK: make_session_pack,
    PaperKind.BRIEF: make_brief,
}
"""What makes each kind of paper."""


def make_paper(kind: PaperKind, material: Material) -> Paper:
    """The paper of a kind: the same material makes the same paper."""
    return MAKERS[kind](material)
