"""The reporting duties of a corpus -> what is due when, and what several texts ask for."""

from collections.abc import Sequence
from datetime import date

from operative.clauses.windows import derive_series
from operative.corpus.bodies import is_of_body
from operative.corpus.corpora import Corpus
from operative.corpus.words import words_of
from operative.domain.acts import Timing, TimingKind
from operative.domain.holdings import HeldAct
from operative.domain.ledgers import ReportDue
from operative.domain.overlaps import Place
from operative.domain.spans import Span
from operative.domain.windows import Window
from operative.vocabulary.bodies import organ_of
from operative.vocabulary.sessions import calendar_of

__all__ = ["find_due"]

AHEAD = 10
"""Years from adoption for which a duty that returns is followed."""


def find_due(corpus: Corpus, body: str = "", session: int = 0, year: int = 0) -> tuple[ReportDue, ...]:
    """Reports by the last day of their window; only those of a body (key, code or name), of a session or of a year.

    A duty that several texts ask for in the same words and the same window is one, except where the words are about
    the text itself. Duties without any date, and those
    of texts without a day of adoption, are left out.
    """
    groups: dict[tuple[object, ...], ReportDue] = {}
    texts = {one.place: one.text for one in corpus.provisions}
    # "On the implementation of the present resolution" is another report in every resolution.
    on_itself = {Place(one.document, one.provision) for one in corpus.references if one.target.startswith("#")}
    for act in corpus.acts:
        holding = corpus.holdings[act.document]
        if not act.reporting_duty or not is_of_body(holding, body):
            continue
        for window in _windows(act, holding.day, organ_of(holding.body)):
            if not _is_in(window, organ_of(holding.body), session, year):
                continue
            place = Place(act.document, act.provision)
            asked = _asked(act, texts.get(place, ""))
            text = (holding.symbol or holding.key) if place in on_itself else ""
            key = (holding.body, text, window.latest, window.earliest, tuple(words_of(asked)), act.addressees)
            before = groups.get(key)
            places = tuple(dict.fromkeys((*(before.places if before else ()), place)))
            called = holding.body or holding.body_name
            groups[key] = ReportDue(window, called, asked, act.addressees, act.timings, places)
    return tuple(sorted(groups.values(), key=lambda one: (one.window.latest or date.max, one.places)))


def _asked(act: HeldAct, text: str) -> str:
    """What an act asks in the words of its provision, from its verb to the end of the clause; else its verb alone."""
    lead = max(text.find(act.lead), 0)
    at = text.find(act.action, lead + len(act.lead))
    return text[at:].partition(";")[0].strip(" .,") if act.action and at >= 0 else act.action


def _windows(act: HeldAct, adopted: date | None, organ: str) -> Sequence[Window]:
    if adopted is None:
        return ()
    rows = zip(act.timings, act.timing_kinds, act.timing_values, strict=True)
    timings = [Timing(words, TimingKind(kind), value, Span(0, 0)) for words, kind, value in rows]
    until = date(adopted.year + AHEAD, 12, 31)
    return derive_series(timings, adopted, calendar_of(organ), until)


def _is_in(window: Window, organ: str, session: int, year: int) -> bool:
    if session:
        sitting = calendar_of(organ).sitting(session)
        return sitting is not None and window.earliest == sitting.opens and window.latest == sitting.closes
    return not year or (window.latest or window.earliest or date.min).year == year
