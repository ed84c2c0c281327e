"""Counts over a corpus: by body, year, verb, addressee ..., one property or two."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from operative.corpus.bodies import is_of_body
from operative.corpus.corpora import Corpus
from operative.corpus.words import words_of
from operative.domain.acts import Force
from operative.domain.counts import Count, Counted, Property, Tally
from operative.domain.holdings import HeldAct, Holding
from operative.domain.overlaps import Place
from operative.errors import WrongCall

__all__ = ["count_by"]

ARTICLE = re.compile(r"(?:the|le|la|les|l['’]|el|los|las)\s*\b(?=\S)", re.IGNORECASE)
"""What stands before an addressee and tells nothing."""

Values = tuple[Sequence[str], ...]


def count_by(corpus: Corpus, counted: Counted, by: Sequence[Property], *, body: str = "") -> Tally:
    """How often each value of the properties comes; a text that is held twice (same symbol and language) counts once.

    Raises `WrongCall` where not one or two properties are asked for, or one that what is counted does not have.
    """
    if not 1 <= len(by) <= 2 or len(set(by)) < len(by):
        raise WrongCall("count by one property, or by two: year, or year,body")
    if counted in (Counted.DOCUMENTS, Counted.PROVISIONS) and (wrong := [one for one in by if one.is_of_acts]):
        raise WrongCall(f"{counted.value} have no {wrong[0].value}; right would be: acts, requests or reports")
    holdings = {one.key: one for one in _once(corpus.holdings.values()) if is_of_body(one, body)}
    times: Counter[tuple[str, ...]] = Counter()
    without = 0
    for values in _rows(corpus, holdings, counted, by):
        if not all(values):
            without += 1
            continue
        times.update(product(*values))
    labels = _labels(times)
    merged: Counter[tuple[str, ...]] = Counter()
    for key, often in times.items():
        merged[tuple(labels[_same(word)] for word in key)] += often
    return Tally(counted, tuple(by), tuple(_ordered(merged, by)), len(holdings), without)


def _once(holdings: Iterable[Holding]) -> Iterator[Holding]:
    seen: set[tuple[str, str]] = set()
    for one in holdings:
        name = (one.symbol or one.key, one.language)
        if name not in seen:
            seen.add(name)
            yield one


def _rows(
    corpus: Corpus, holdings: dict[str, Holding], counted: Counted, by: Sequence[Property]
) -> Iterator[Values]:
    """The values of each thing that is counted, property by property."""
    if counted is Counted.DOCUMENTS:
        yield from (tuple(_of_holding(one, name, one.kind) for name in by) for one in holdings.values())
        return
    if counted is Counted.PROVISIONS:
        for provision in corpus.provisions:
            if (holding := holdings.get(provision.document)) is not None:
                yield tuple(_of_holding(holding, name, provision.kind) for name in by)
        return
    kinds = {one.place: one.kind for one in corpus.provisions} if Property.KIND in by else {}
    for act in corpus.acts:
        holding = holdings.get(act.document)
        if holding is None or not _is_wanted(act, counted):
            continue
        kind = kinds.get(Place(act.document, act.provision), "")
        yield tuple(_of_act(act, name) if name.is_of_acts else _of_holding(holding, name, kind) for name in by)


def _is_wanted(act: HeldAct, counted: Counted) -> bool:
    match counted:
        case Counted.REQUESTS:
            return act.force == Force.DIRECTIVE
        case Counted.REPORTS:
            return act.reporting_duty
    return True


def _of_holding(holding: Holding, name: Property, kind: str) -> Sequence[str]:
    match name:
        case Property.BODY:
            value = holding.body_name or holding.body
        case Property.YEAR:
            value = str(holding.year or "")
        case Property.LANGUAGE:
            value = holding.language
        case _:
            value = kind
    return (value,) if value else ()


def _of_act(act: HeldAct, name: Property) -> Sequence[str]:
    match name:
        case Property.VERB:
            return (act.lead.lower(),) if act.lead else ()
        case Property.FORCE:
            return (act.force,)
        case Property.TIMING:
            return tuple(dict.fromkeys(act.timing_kinds))
        case Property.ADDRESSEE:
            named = act.addressees
        case _:
            named = act.recipients
    return tuple(dict.fromkeys(" ".join(ARTICLE.sub("", one, count=1).split()) for one in named))


def _same(value: str) -> str:
    """What two ways to write a value have in common: its words, without letter case, hyphens and accents."""
    return " ".join(words_of(value)) or value


def _labels(times: Counter[tuple[str, ...]]) -> dict[str, str]:
    """How a value is written most often, by what all its ways to be written have in common."""
    written: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for key, often in times.items():
        for word in key:
            written[_same(word)][word] += often
    return {same: min(forms.items(), key=lambda form: (-form[1], form[0]))[0] for same, forms in written.items()}


def _ordered(times: Counter[tuple[str, ...]], by: Sequence[Property]) -> Iterator[Count]:
    totals: Counter[str] = Counter()
    for key, often in times.items():
        totals[key[0]] += often
    first = sorted(totals) if by[0] is Property.YEAR else sorted(totals, key=lambda one: (-totals[one], one))
    place = {value: number for number, value in enumerate(first)}
    for key, often in sorted(times.items(), key=lambda item: (place[item[0][0]], -item[1], item[0])):
        yield Count(key[0], often, key[1] if key[1:] else "")
