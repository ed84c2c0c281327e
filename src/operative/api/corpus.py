"""The search of the corpus that the site shows."""

from typing import Any, Literal

from django.http import HttpRequest
from ninja import Field, Query, Router, Schema

from operative.api.access import caller_of, corpus_of
from operative.api.shapes import PROBLEMS, Problem
from operative.bootstrap.corpora import FACETS, OpenCorpus
from operative.domain.hits import Hit

__all__ = ["router"]

router = Router(tags=["corpus"])
PAGE, LONGEST_PAGE = 20, 100
DEEPEST = 10_000
"""Hits that can be asked for; who wants more narrows the search."""
YesOrNo = Literal["yes", "no"]


class Asked(Schema):
    """What is looked for: words, in the syntax of the search, and values of fields exactly as facets name them."""

    q: str = Field("", max_length=500)
    body: str = Field("", max_length=200)
    year: int | None = Field(None, ge=1000, le=9999)
    verb: str = Field("", max_length=200)
    force: str = Field("", max_length=200)
    timing: str = Field("", max_length=200)
    report: YesOrNo | None = None
    condition: YesOrNo | None = None
    kind: str = Field("", max_length=200)
    language: str = Field("", max_length=200)
    offset: int = Field(0, ge=0, le=DEEPEST)
    limit: int = Field(PAGE, ge=1, le=LONGEST_PAGE)

    def chosen(self) -> list[tuple[str, str]]:
        """The fields with a value."""
        said = ((field, getattr(self, field)) for field in FACETS)
        return [(field, str(value)) for field, value in said if value]


class Mark(Schema):
    """Where in the text of a hit a word stands that was looked for, in characters."""

    start: int
    end: int


class Found(Schema):
    """A provision that was found; `text` may begin and end inside it."""

    document: str
    provision: str
    called: str
    symbol: str
    title: str
    body: str
    language: str
    adopted: str
    year: int
    kind: str
    score: float
    text: str
    marks: list[Mark]


class Counted(Schema):
    """How many of all hits have a value in a field."""

    field: str
    value: str
    count: int


class Hits(Schema):
    """A page of hits, the best first; `next` is the `offset` of the next page, None at the end.

    Pages with the same `state` do not overlap and leave nothing out: it changes when texts are added.
    """

    total: int
    offset: int
    next: int | None = None
    state: str
    hits: list[Found]
    facets: list[Counted]


@router.get("/search", response={200: Hits, PROBLEMS: Problem}, summary="Search the corpus of the site")
def search(request: HttpRequest, asked: Query[Asked]) -> Any:
    """The hits, their marks and facets, as the page of the corpus shows them."""
    caller_of(request).need("read")
    opened = corpus_of().now()
    page = opened.find(asked.q.strip(), asked.chosen(), asked.limit, asked.offset, FACETS)
    after = page.offset + len(page.hits)
    return Hits(
        total=page.total,
        offset=page.offset,
        next=after if page.hits and after < min(page.total, DEEPEST + 1) else None,
        state=page.state,
        hits=[_found(opened, hit) for hit in page.hits],
        facets=[Counted(field=one.field, value=one.value, count=one.count) for one in page.facets],
    )


def _found(opened: OpenCorpus, hit: Hit) -> Found:
    holding = opened.holdings[hit.place.document]
    return Found(
        document=hit.place.document,
        provision=hit.place.provision,
        called=hit.called,
        symbol=holding.symbol,
        title=holding.title,
        body=holding.body or holding.body_name,
        language=holding.language,
        adopted=holding.adopted,
        year=hit.year,
        kind=hit.kind,
        score=hit.score,
        text=hit.text,
        marks=[Mark(start=span.start, end=span.end) for span in hit.marks],
    )
