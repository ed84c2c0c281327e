"""The parts of papers on what comes next, and on what a paper rests."""

from collections.abc import Iterable, Iterator

from operative.domain.facts.dossiers import DocumentNamed
from operative.domain.facts.estimates import FormulaStated
from operative.domain.facts.mandates import NextActionSet
from operative.domain.papers import Block, Heading, Note, Paragraph, Sentence, notes_of
from operative.domain.progress import MandateView
from operative.domain.sessions import SessionView
from operative.dossiers.estimates import find_estimates
from operative.dossiers.mandates import find_mandates
from operative.dossiers.sessions import find_sessions
from operative.reports.holdings import unknown_inputs
from operative.reports.material import Material
from operative.reports.requests import is_open, stated_in, upper

__all__ = ["limits", "next_steps", "sessions_ahead"]


def next_steps(material: Material) -> Iterator[Block]:
    """What is to be done next: actions with owners, reports that are due, signatures, inputs, and sessions."""
    yield Heading(material.words.head("next"))
    views = [view for view in find_mandates(material.history) if is_open(view)]
    for view in views:
        if sentences := tuple(_steps(material, view)):
            yield Paragraph(sentences)
    yield from (Paragraph((one,)) for one in _unowned(material, views))
    yield from (Paragraph((one,)) for one in _missing(material))
    ahead = list(sessions_ahead(material))
    if not ahead:
        yield Paragraph((material.said(material.words.say("no_session")),))
    yield from ahead


def _steps(material: Material, view: MandateView) -> Iterator[Sentence]:
    words, label = material.words, upper(view.label)
    entries = (*stated_in(material, view.id), *view.entries)
    if view.next_action:
        owner = f", {view.next_owner}" if view.next_owner else ""
        by = words.say("by", day=words.day(view.next_by)) if view.next_by else ""
        told = words.say("next_action", label=label, action=view.next_action, owner=owner, by=by)
        set_in = [entry.number for entry, _ in material.history.about(NextActionSet, "mandate", view.id)]
        yield material.said(told, *(set_in or entries))
    elif view.owner:
        yield material.said(f"{label}: {view.owner}.", *entries)
    latest = view.due.latest if view.due else None
    if view.overdue and latest:
        yield Sentence(words.say("overdue", label=view.label, day=words.day_of(latest)), (material.nothing(*entries),))
    elif latest:
        yield material.said(words.say("report_due", label=view.label, day=words.day_of(latest)), *entries)
    elif view.reporting_duty:
        yield material.said(words.say("report_owed", label=view.label), *entries)


def _unowned(material: Material, views: Iterable[MandateView]) -> Iterator[Sentence]:
    """What nobody has taken up."""
    without = [view for view in views if not (view.next_action or view.owner)]
    if without:
        told = material.words.say("no_owner", names=material.words.listed([view.label for view in without]))
        numbers = (number for view in without for number in (*stated_in(material, view.id), *view.entries))
        yield Sentence(told, (material.nothing(*numbers),))


def _missing(material: Material) -> Iterator[Sentence]:
    """Signatures, estimates and inputs that are waited for."""
    words, history = material.words, material.history
    for draft in material.drafts:
        if draft.followed_by:
            continue
        unsigned = [one.entry for condition in draft.conditions for one in condition.elements if not one.signature]
        if unsigned:
            told = words.say("sign", count=len(unsigned), draft=draft.label)
            yield Sentence(told, (material.nothing(draft.entry, *unsigned),))
    run = {one.service for one in find_estimates(history)}
    stated = list(history.of(FormulaStated))
    unrun = {one.service: (entry.number, one.label) for entry, one in stated if one.service not in run}
    if unrun:
        told = words.say("run", names=words.listed([label for _, label in unrun.values()]))
        yield Sentence(told, (material.nothing(*(number for number, _ in unrun.values())),))
    inputs = unknown_inputs(history)
    if inputs:
        told = words.say("inputs", names=words.listed([label for _, label in inputs]))
        yield material.said(told, *(number for number, _ in inputs))


def sessions_ahead(material: Material) -> Iterator[Block]:
    """The sessions that are still to come, with what is due before them."""
    for view in find_sessions(material.history):
        if (view.closes or view.opens).last >= material.history.on:
            yield Paragraph((_session(material, view),))
            for one in view.deadlines:
                if one.on is not None and one.on >= material.history.on:
                    told = material.words.say("deadline", words=upper(one.words))
                    yield Paragraph((material.said(told, one.rule.entry, view.entry),), depth=1)


def _session(material: Material, view: SessionView) -> Sentence:
    day = material.words.day(view.opens)
    return material.said(material.words.say("session", label=view.label, body=view.body, day=day), view.entry)


def limits(material: Material, blocks: Iterable[Block]) -> Iterator[Block]:
    """On what the paper rests: texts that are not at hand, and background that nobody has checked."""
    words, notes = material.words, notes_of(blocks)
    yield Heading(words.head("limits"))
    yield Paragraph((Sentence(words.say("as_recorded")),))
    cited = dict.fromkeys(one.document for note in notes for one in note.evidence)
    absent = [key for key in cited if key not in material.readings]
    if absent:
        named = [entry.number for entry, one in material.history.of(DocumentNamed) if one.key in absent]
        listed = words.listed([material.called(key) for key in absent])
        told = words.say("texts_missing", count=len(absent), names=listed)
        yield Paragraph((material.said(told, *named),))
    background: list[Note] = [note for note in notes if note.background]
    if background:
        numbers = [number for note in background for number in note.entries]
        yield Paragraph((material.said(words.say("background_count", count=len(background)), *numbers),))
