"""Many texts as one memory: search, the list of texts, one text with what it cites and what cites it, lineage."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from operative.bootstrap.corpora import FACETS, OpenCorpus
from operative.domain.citations import Citation
from operative.domain.hits import Hit
from operative.domain.holdings import HeldProvision, Holding
from operative.domain.lineages import LineageStep
from operative.domain.overlaps import Place
from operative.errors import WrongCall
from operative.exchange.dress import direction_of
from operative.web.apps import web_of_site
from operative.web.facets import body_words, filters_of, group_facets
from operative.web.graphs import draw_around, neighbours_cited, neighbours_citing

__all__ = ["cited", "document", "documents", "lineage", "show"]

PAGE = 20
LIST = 50
FRONT = 8
FOLLOWED = frozenset({"preambular", "operative", "subparagraph", "article", "annex", "body"})


@dataclass(frozen=True, slots=True)
class Found:
    """A hit on the page: its words with marks, and the day of its text."""

    hit: Hit
    words: SafeString
    holding: Holding
    direction: str


@dataclass(frozen=True, slots=True)
class Line:
    """A provision of a text: how deep it stands, its opening verb and the words after it, and what it cites."""

    provision: HeldProvision
    depth: int
    lead: str
    rest: str
    citations: Sequence[Citation]
    followed: bool


@dataclass(frozen=True, slots=True)
class Wording:
    """A step of a lineage with its text and document."""

    step: LineageStep
    holding: Holding
    text: str
    here: bool


def show(request: HttpRequest) -> HttpResponse:
    """The search; before anything is asked, what the corpus holds."""
    typed, chosen = request.GET.get("q", "").strip()[:500], filters_of(request.GET)
    context: dict[str, object] = {"section": "corpus", "typed": typed, "filters": chosen}
    try:
        opened = _opened()
    except WrongCall as exc:
        return render(request, "operative/corpus_none.html", {"section": "corpus", "problem": str(exc)})
    if not typed and not chosen:
        return render(request, "operative/corpus.html", context | _front(opened))
    offset = _offset(request)
    pairs = [(one.field, one.value) for one in chosen]
    try:
        page = opened.find(typed, pairs, PAGE, offset, FACETS)
    except WrongCall as exc:
        return render(request, "operative/corpus.html", {**context, "problem": str(exc)}, status=400)
    context |= {
        "page": page,
        "found": [_found(opened, hit) for hit in page.hits],
        "facets": group_facets(page.facets, typed, chosen),
        **_turning(page.total, offset, PAGE, {"q": typed} | {one.field: one.value for one in chosen}),
    }
    return render(request, "operative/corpus.html", context)


def documents(request: HttpRequest) -> HttpResponse:
    """The texts by day, the newest first; of one body, one year, or with words in the title where that is asked."""
    opened = _opened()
    body, year = request.GET.get("body", ""), request.GET.get("year", "")
    title = request.GET.get("title", "").strip()[:200]
    words = title.casefold().split()
    held = list(opened.holdings.values())
    listed = [
        one
        for one in held
        if (not body or body in (one.body, one.body_name))
        and (not year or str(one.year) == year)
        and all(word in f"{one.title} {one.called}".casefold() for word in words)
    ]
    listed.sort(key=lambda one: (one.adopted, one.called, one.key), reverse=True)
    offset = _offset(request)
    counts = Counter(one.body or one.body_name for one in held)
    context = {
        "section": "corpus",
        "rows": [
            (one, body_words(one.body or one.body_name), len(opened.graph.cited_by(one.symbol)) if one.symbol else 0)
            for one in listed[offset : offset + LIST]
        ],
        "bodies": [(key, body_words(key), times) for key, times in counts.most_common() if key],
        "years": sorted({one.year for one in held if one.year}, reverse=True),
        "body": body,
        "year": year,
        "title": title,
        **_turning(len(listed), offset, LIST, {"title": title, "body": body, "year": year}),
    }
    return render(request, "operative/corpus_documents.html", context)


def document(request: HttpRequest, key: str) -> HttpResponse:
    """One text: its words, what it cites and what cites it, and the series in which it stands."""
    opened = _opened()
    holding = _holding(opened, key)
    outward, inward = neighbours_cited(opened, key), neighbours_citing(opened, holding.symbol)
    series = opened.series_of(key)
    context = {
        "section": "corpus",
        "holding": holding,
        "body": body_words(holding.body or holding.body_name),
        "direction": direction_of(holding.language),
        "lines": _lines(opened, key),
        "cited": outward,
        "citing": inward,
        "drawing": draw_around(outward, inward),
        "unresolved": [one for one in opened.graph.cites(key) if not one.symbol],
        "series": series,
        "steps": [(step, opened.holdings[step.document]) for step in series.steps] if series else [],
    }
    return render(request, "operative/corpus_document.html", context)


def cited(request: HttpRequest) -> HttpResponse:
    """What cites a text that the corpus does not hold."""
    opened = _opened()
    symbol = request.GET.get("symbol", "").strip()[:200]
    citing = neighbours_citing(opened, symbol)
    if not citing:
        raise Http404
    held = next((one for one in opened.holdings.values() if one.symbol == symbol), None)
    context = {"section": "corpus", "symbol": symbol, "citing": citing, "held": held}
    return render(request, "operative/corpus_cited.html", context)


def lineage(request: HttpRequest, key: str, provision: str) -> HttpResponse:
    """A provision through the sessions, each wording by what changed in it."""
    opened = _opened()
    holding = _holding(opened, key)
    texts = {one.place: one for one in opened.texts.get(key, ())}
    own = texts.get(Place(key, provision))
    if own is None or own.kind not in FOLLOWED:
        raise Http404
    found = opened.lineage(Place(key, provision))
    wordings = []
    for step in found.steps:
        there = next(one for one in opened.texts[step.place.document] if one.place == step.place)
        wordings.append(Wording(step, opened.holdings[step.place.document], there.text, step.place == found.place))
    context = {
        "section": "corpus",
        "holding": holding,
        "provision": own,
        "direction": direction_of(holding.language),
        "wordings": wordings,
        "elsewhere": [(place, opened.holdings[place.document]) for place in found.elsewhere],
    }
    return render(request, "operative/corpus_lineage.html", context)


def _opened() -> OpenCorpus:
    return web_of_site().corpus.now()


def _holding(opened: OpenCorpus, key: str) -> Holding:
    holding = opened.holdings.get(key)
    if holding is None:
        raise Http404
    return holding


def _front(opened: OpenCorpus) -> dict[str, object]:
    held = sorted(opened.holdings.values(), key=lambda one: (one.adopted, one.called), reverse=True)
    by_symbol = {one.symbol: one for one in held if one.symbol}
    years = [one.year for one in held if one.year]
    return {
        "documents": len(held),
        "provisions": len(opened.corpus.provisions),
        "first": min(years, default=0),
        "last": max(years, default=0),
        "newest": held[:FRONT],
        "most_cited": [(symbol, times, by_symbol.get(symbol)) for symbol, times in opened.graph.most_cited(FRONT)],
        "series": opened.series[:FRONT],
        "many_series": len(opened.series),
    }


def _found(opened: OpenCorpus, hit: Hit) -> Found:
    holding = opened.holdings[hit.place.document]
    whole = next(one.text for one in opened.texts[hit.place.document] if one.place == hit.place)
    before = "" if whole.startswith(hit.text[:20]) else "… "
    after = "" if hit.text.endswith("…") or whole.rstrip(" ;,.:").endswith(hit.text.rstrip(" ;,.:")[-20:]) else " …"
    return Found(hit, format_html("{}{}{}", before, _marked(hit), after), holding, direction_of(holding.language))


def _marked(hit: Hit) -> SafeString:
    parts, at = [], 0
    for span in sorted(hit.marks):
        if span.start >= at:
            parts.append(format_html("{}<mark>{}</mark>", hit.text[at : span.start], span.of(hit.text)))
            at = span.end
    return mark_safe("".join([*parts, format_html("{}", hit.text[at:])]))


def _lines(opened: OpenCorpus, key: str) -> list[Line]:
    citations: defaultdict[str, list[Citation]] = defaultdict(list)
    for one in opened.graph.cites(key):
        if one.symbol:
            citations[one.place.provision].append(one)
    depths: dict[str, int] = {}
    lines = []
    for provision in opened.texts.get(key, ()):
        depth = depths[provision.provision] = min(depths.get(provision.parent, -1) + 1, 5)
        lead = provision.lead if provision.lead and provision.text.startswith(provision.lead) else ""
        said = [next(group) for _, group in groupby(citations[provision.provision], key=lambda one: one.symbol)]
        rest = provision.text[len(lead) :]
        lines.append(Line(provision, depth, lead, rest, said, provision.kind in FOLLOWED))
    return lines


def _offset(request: HttpRequest) -> int:
    given = request.GET.get("from", "0")
    return int(given) if given.isdecimal() and given.isascii() and len(given) < 9 else 0


def _turning(total: int, offset: int, size: int, asked: dict[str, str]) -> dict[str, object]:
    """What leads to the pages before and after this one."""
    kept = {name: value for name, value in asked.items() if value}
    last = min(offset + size, total)
    return {
        "total": total,
        "first_shown": min(offset + 1, total),
        "last_shown": last,
        "before": urlencode({**kept, "from": max(offset - size, 0)}) if offset else "",
        "after": urlencode({**kept, "from": last}) if last < total else "",
    }
