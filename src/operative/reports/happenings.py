"""The parts of papers on what happened: steps, decisions, and discussions with the other side."""

from collections.abc import Iterator

from operative.domain.days import PartialDate
from operative.domain.facts.mandates import MandateMoved, MandateStated
from operative.domain.papers import Block, Heading, Paragraph, Sentence
from operative.domain.reporting import ReportView
from operative.domain.timelines import Line
from operative.dossiers.engagements import find_raising
from operative.dossiers.reports import find_reports
from operative.dossiers.timeline import find_timeline
from operative.dossiers.titles import names_of
from operative.reports.material import Material
from operative.reports.requests import upper

__all__ = ["discussions", "done", "happened"]

TOLD = frozenset(
    {
        "mandate.moved",
        "decision.recorded",
        "vote.taken",
        "draft.registered",
        "event.noted",
        "standing.reported",
        "mechanism.changed",
        "report.filed",
        "proposal.tabled",
        "session.announced",
    }
)
"""The kinds of entries that are something that was done; contacts are told apart."""


def happened(material: Material, after: PartialDate | None) -> Iterator[Line]:
    """What was done after a day, line by line, without what was known of earlier days."""
    first = after or _asked(material)
    for line in find_timeline(material.history):
        if line.kind in TOLD and (first is None or line.day.last > first.last):
            yield line


def _asked(material: Material) -> PartialDate | None:
    """The day of the first request."""
    return min((entry.effective for entry, _ in material.history.of(MandateStated)), default=None)


def done(material: Material) -> Iterator[Block]:
    """What was done since the last report, or since the request where there is none."""
    words, reports = material.words, find_reports(material.history)
    yield Heading(words.head("done"))
    last: ReportView | None = reports[-1] if reports else None
    asked = _asked(material)
    if last is not None:
        told = words.say("last_report", document=material.called(last.document), day=words.day(last.day))
        yield Paragraph((material.said(told, last.entry),))
    elif asked is not None:
        first = next(entry.number for entry, _ in material.history.of(MandateStated) if entry.effective == asked)
        told = words.say("no_report", day=words.day(asked))
        yield Paragraph((Sentence(told, (material.nothing(first),)),))
    lines = list(happened(material, last.day if last else None))
    if not lines:
        yield Paragraph((material.said(words.say("nothing_done")),))
    for line in lines:
        yield Paragraph((material.said(f"{words.day(line.day)}: {_told(material, line)}.", line.number),), depth=1)


def _told(material: Material, line: Line) -> str:
    """What happened: a step of a request as a clause of its own, anything else as its line says."""
    entry, words = material.history.standing(line.number), material.words
    if entry is None or not isinstance(entry.fact, MandateMoved):
        return line.title
    fact, names = entry.fact, names_of(material.history)
    told = words.say(f"step_{fact.step}", label=names.get(fact.mandate, fact.mandate), owner=fact.owner)
    if fact.into:
        told += words.say("step_into", names=words.listed([names.get(one, one) for one in fact.into]))
    return f"{told} ({fact.reason.rstrip('.')})" if fact.reason else told


def discussions(material: Material) -> Iterator[Block]:
    """The contacts with the other side: what each raised and what came of it, and what was never raised."""
    words, view = material.words, find_raising(material.history)
    yield Heading(words.head("discussions"))
    if not view.engagements:
        yield Paragraph((material.said(words.say("no_engagement")),))
    for one in view.engagements:
        form, day = upper(str(one.form)), words.day(one.day)
        told = [words.say("engagement", day=day, form=form, counterpart=one.counterpart, title=one.title)]
        if one.raised:
            told.append(words.say("raised", names=words.listed([raised.label for raised in one.raised])))
        told.append(words.say("outcome", outcome=one.outcome) if one.outcome else words.say("no_outcome"))
        yield Paragraph(tuple(material.said(sentence, one.entry) for sentence in told))
    never = [one for one in view.never_raised if one.sort == "mandate"]
    if never:
        told_never = words.say("never_raised", names=words.listed([one.label for one in never]))
        yield Paragraph((Sentence(told_never, (material.nothing(*(_number(material, one.id) for one in never)),)),))


def _number(material: Material, mandate: str) -> int:
    return material.history.about(MandateStated, "id", mandate)[0][0].number
