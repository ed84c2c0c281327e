"""Papers for a session: the pack for the body, and the brief of one page for a delegate."""

from collections.abc import Iterator

from operative.domain.facts.decisions import ProposalTabled
from operative.domain.facts.dossiers import DocumentNamed
from operative.domain.papers import Block, Heading, Paper, PaperKind, PaperTable, Paragraph, Sentence
from operative.domain.statuses import Aspect, StatusRow
from operative.dossiers.mandates import find_mandates
from operative.dossiers.proposals import find_proposals
from operative.dossiers.status import find_status
from operative.reports.ahead import sessions_ahead
from operative.reports.holdings import costs
from operative.reports.material import Material, place_of
from operative.reports.requests import asked_of, is_open, labelled, stated_in, upper
from operative.reports.tables import proposal_tables, titled

__all__ = ["make_brief", "make_session_pack"]

MOST = 6
"""How many requests a brief names."""


def make_session_pack(material: Material) -> Paper:
    """Coming sessions, the documents, the proposals, and a draft resolution that is prefilled from them."""
    parts = (_agenda, _documents, _proposals, costs, _draft)
    return titled(material, PaperKind.SESSION_PACK, (block for part in parts for block in part(material)))


def _agenda(material: Material) -> Iterator[Block]:
    yield Heading(material.words.head("agenda"))
    ahead = list(sessions_ahead(material))
    yield from ahead or [Paragraph((material.said(material.words.say("no_session")),))]


def _documents(material: Material) -> Iterator[Block]:
    words = material.words
    yield Heading(words.head("documents"))
    rows = []
    for entry, one in material.history.of(DocumentNamed):
        held = one.key in material.readings
        text = words.say("at_hand") if held else words.note("no_text")
        symbol = " ".join(part for part in (one.symbol, one.title) if part) or one.key
        rows.append((material.said(symbol, entry.number), material.said(str(one.role), entry.number), Sentence(text)))
    header = tuple(map(words.column, ("document", "role", "text")))
    yield PaperTable(words.head("documents"), header, tuple(rows), (60, 20, 20))


def _proposals(material: Material) -> Iterator[Block]:
    yield Heading(material.words.head("proposals"))
    yield from proposal_tables(material)


def _draft(material: Material) -> Iterator[Block]:
    """Operative paragraphs to start from: what is proposed, and what was asked and never answered."""
    words = material.words
    yield Heading(words.head("draft"))
    yield Paragraph((Sentence(words.say("draft_note")),), numbered=False)
    for view in find_proposals(material.history):
        tabled = [entry.number for entry, _ in material.history.about(ProposalTabled, "id", view.id)]
        for option in view.options:
            told = words.say("considers", title=view.title, option=option.title)
            yield Paragraph((material.said(told, *tabled),))
    for one in find_mandates(material.history):
        if is_open(one):
            who, place = one.addressee or words.say("the_body"), place_of(one.provision)
            told = words.say("requests_again", addressee=who, label=one.label, place=place)
            yield Paragraph((Sentence(told, (material.nothing(*stated_in(material, one.id)),)),))
    yield Paragraph((Sentence(words.say("reviews")),))


def make_brief(material: Material) -> Paper:
    """One page in plain words: asked, done, missed, cost."""
    return titled(material, PaperKind.BRIEF, _brief(material))


def _brief(material: Material) -> Iterator[Block]:
    words, views = material.words, find_mandates(material.history)
    yield Heading(words.head("asked"))
    for one in views[:MOST]:
        yield Paragraph((asked_of(material, one),), numbered=False)
    rows = {row.name: row for row in find_status(material.history).rows}
    done = [one for one in views if not is_open(one)]
    yield Heading(words.head("done_short"))
    for one in done[:MOST]:
        told = f"{upper(one.label)}: {labelled(material, one.summary)}."
        yield Paragraph((material.said(told, *one.entries),), numbered=False)
    yield Paragraph((_status(material, rows[Aspect.MECHANISMS]),), numbered=False)
    yield Heading(words.head("missed"))
    for one in [view for view in views if is_open(view)][:MOST]:
        told = f"{upper(one.label)}: {labelled(material, one.summary)}."
        yield Paragraph((material.said(told, *one.entries),), numbered=False)
    yield Paragraph((_status(material, rows[Aspect.CONDITIONS]),), numbered=False)
    yield Heading(words.head("cost_short"))
    yield Paragraph((_status(material, rows[Aspect.COSTS]),), numbered=False)
    yield Heading(words.head("next"))
    yield Paragraph((_status(material, rows[Aspect.DECISION]),), numbered=False)


PROVED_BY = {
    Aspect.MECHANISMS: ("standing.reported", "goal.stated"),
    Aspect.CONDITIONS: ("condition.stated", "verdict.signed", "draft.registered"),
    Aspect.COSTS: ("formula.stated", "estimate.run", "input.stated"),
    Aspect.DECISION: ("decision.recorded", "session.announced"),
}
"""The kinds of entries that a row of the status is reckoned from."""


def _status(material: Material, row: StatusRow) -> Sentence:
    numbers = [one.number for one in material.history.entries if one.fact.kind in PROVED_BY[row.name]]
    ahead = f"; {row.next_words}" if row.next_words else ""
    told = upper(f"{row.state}: {labelled(material, row.words)}{labelled(material, ahead)}.")
    note = material.ledger(*numbers) if numbers else material.nothing()
    return Sentence(told, (note,))
