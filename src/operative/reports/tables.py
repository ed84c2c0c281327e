"""Papers that are tables: status of implementation, condition matrix, cost annex, comparison of proposals, redline."""

from collections.abc import Iterable, Iterator

from operative.domain.evidence import Evidence
from operative.domain.facts.decisions import ProposalTabled
from operative.domain.papers import Block, Heading, Marked, Paper, PaperKind, PaperTable, Paragraph, Sentence
from operative.domain.progress import MandateView
from operative.domain.proposals import OptionView, ProposalView
from operative.domain.redlines import Change, RedlineRow
from operative.dossiers.mandates import find_mandates
from operative.dossiers.proposals import find_proposals
from operative.reports.conditions import condition_tables
from operative.reports.holdings import cost_tables
from operative.reports.material import Material, Redline, paper_of, place_of
from operative.reports.requests import asked_of, labelled, stated_in

__all__ = [
    "make_cost_annex",
    "make_matrix",
    "make_proposals",
    "make_redline",
    "make_status_2",
    "make_status_7",
    "proposal_tables",
    "titled",
]


def titled(material: Material, kind: PaperKind, blocks: Iterable[Block]) -> Paper:
    """The paper of a kind, under the kind's name and the dossier's title."""
    return paper_of(material, kind, f"{material.words.kind(kind)}: {material.opened.title}", blocks)


def make_status_2(material: Material) -> Paper:
    """Two columns: what was decided, and what came of it."""
    rows = tuple((asked_of(material, one), _state(material, one)) for one in find_mandates(material.history))
    header = tuple(map(material.words.column, ("decision", "implementation")))
    caption = material.words.kind(PaperKind.STATUS_2)
    return titled(material, PaperKind.STATUS_2, (PaperTable(caption, header, rows, (50, 50)),))


def make_status_7(material: Material) -> Paper:
    """Seven columns: decision, category, request, due, responsible, progress, status."""
    names = ("decision", "category", "request", "due", "responsible", "progress", "status")
    header = tuple(map(material.words.column, names))
    rows = tuple(_seven(material, one) for one in find_mandates(material.history))
    caption = material.words.kind(PaperKind.STATUS_7)
    return titled(material, PaperKind.STATUS_7, (PaperTable(caption, header, rows, (14, 11, 18, 13, 13, 19, 12)),))


def _seven(material: Material, view: MandateView) -> tuple[Sentence, ...]:
    words, stated = material.words, stated_in(material, view.id)
    latest = view.due.latest if view.due else None
    due = words.day_of(latest) if latest else words.say("no_day")
    decision = f"{material.called(view.document)}, {place_of(view.provision)}"
    return (
        material.said(decision, *stated),
        material.said(str(view.modality), *stated),
        material.said(view.label, *stated),
        material.said(due, *stated),
        material.said(view.owner or view.addressee or words.say("the_body"), *stated, *view.entries),
        _state(material, view),
        material.said(str(view.state), *view.entries),
    )


def _state(material: Material, view: MandateView) -> Sentence:
    return material.said(labelled(material, view.summary), *view.entries)


def make_matrix(material: Material) -> Paper:
    """Every condition under every draft: element by element what is suggested and what is signed."""
    return titled(material, PaperKind.MATRIX, condition_tables(material))


def make_cost_annex(material: Material) -> Paper:
    """Services with formula and estimate, inputs with their values, and totals with what they cannot count."""
    return titled(material, PaperKind.COSTS, cost_tables(material))


def make_proposals(material: Material) -> Paper:
    """The proposals, option by option."""
    return titled(material, PaperKind.PROPOSALS, proposal_tables(material))


def proposal_tables(material: Material) -> Iterator[Block]:
    """A table for each proposal: its options with gates, scores, costs and rank, and the reasons for the order."""
    words, views = material.words, find_proposals(material.history)
    if not views:
        yield Paragraph((material.said(words.say("no_proposal")),))
    for view in views:
        tabled = [entry.number for entry, _ in material.history.about(ProposalTabled, "id", view.id)]
        header = tuple(map(words.column, ("option", "gates", "scores", "cost", "rank")))
        rows = tuple(_option(material, view, one, tabled) for one in view.options)
        yield PaperTable(view.title, header, rows, (20, 24, 24, 22, 10))
        for reason in dict.fromkeys((view.words, *view.reasons)):
            if reason:
                yield Paragraph((material.said(f"{reason.rstrip('.')}.", *tabled, *_assessed(view)),))


def _assessed(view: ProposalView) -> Iterator[int]:
    for option in view.options:
        yield from (one.entry for gate in option.gates for one in gate.assessments)
        yield from (one.entry for score in option.scores for one in score.assessments)


def _option(material: Material, view: ProposalView, one: OptionView, tabled: list[int]) -> tuple[Sentence, ...]:
    gates = [f"{gate.label}: {gate.words}" for gate in one.gates]
    scores = [f"{score.label}: {score.words}" for score in one.scores]
    costs = [total.words for total in one.totals]
    gated = [said.entry for gate in one.gates for said in gate.assessments]
    scored = [said.entry for score in one.scores for said in score.assessments]
    unknown = material.words.say("unknown")
    return (
        material.said(one.title, *tabled),
        material.said("; ".join(gates) or unknown, *tabled, *gated),
        material.said("; ".join(scores) or unknown, *tabled, *scored),
        material.said("; ".join(costs) or unknown, *tabled),
        material.said(unknown if one.rank is None else str(one.rank), *tabled, *gated, *scored),
    )


def make_redline(material: Material) -> Paper:
    """What became of each provision from one text to another; struck and added words are tracked changes in DOCX."""
    assert material.redline is not None
    redline, words = material.redline, material.words
    count = {change: sum(row.change is change for row in redline.rows) for change in Change}
    told = words.say(
        "redline_counts",
        old=redline.old,
        new=redline.new,
        changed=count[Change.CHANGED],
        removed=count[Change.REMOVED],
        added=count[Change.ADDED],
        same=count[Change.SAME],
        moved=sum(row.moved for row in redline.rows),
    )
    texts = (Evidence(redline.old_document), Evidence(redline.new_document))
    head = Paragraph((material.said(told, evidence=texts),))
    marked = (_marked(material, redline, row) for row in redline.rows)
    title = f"{words.kind(PaperKind.REDLINE)}: {redline.old} / {redline.new}"
    return paper_of(material, PaperKind.REDLINE, title, (head, Heading(redline.new, 1), *marked))


def _marked(material: Material, redline: Redline, row: RedlineRow) -> Marked:
    places = [Evidence(redline.old_document, row.old)] if row.old else []
    places += [Evidence(redline.new_document, row.new)] if row.new else []
    place = " → ".join(dict.fromkeys(place_of(one.provision) for one in places))
    return Marked(place, row.pieces, (material.note(evidence=places),))
