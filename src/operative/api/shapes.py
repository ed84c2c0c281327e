"""What goes in and comes out of the API."""

from typing import Any

from ninja import Field, Schema

__all__ = ["PROBLEMS", "Answered", "Entered", "Keyed", "Ledger", "Line", "Listed", "Problem", "Stated", "Verified"]


MOST = 2_000_000_000
"""The greatest number of an entry that can be asked for."""


class Problem(Schema):
    """What went wrong (RFC 9457), with the stable code of the error."""

    type: str
    title: str
    status: int
    code: str
    detail: str


PROBLEMS = frozenset({400, 401, 403, 404, 405, 409, 413, 422})
"""The statuses that a call can be answered with where it is not done."""


class Evidenced(Schema):
    """A passage that proves a statement."""

    document: str = Field(max_length=200)
    provision: str = Field("", max_length=200)
    quote: str = Field("", max_length=20_000)
    url: str = Field("", max_length=2_000)


class Stated(Schema):
    """A fact to be entered: its kind and fields as `operative entry kinds` shows them, and since when it holds."""

    kind: str = Field(max_length=60)
    fact: dict[str, Any]
    effective: str = Field(max_length=10)
    evidence: list[Evidenced] = Field(default_factory=list, max_length=100)
    note: str = Field("", max_length=20_000)
    basis: str = Field("seen", max_length=20)
    corrects: int | None = Field(None, ge=1, le=MOST)


class Entered(Schema):
    """Facts to be entered together; `expected` is the version that the caller has seen."""

    statements: list[Stated] = Field(min_length=1, max_length=1_000)
    expected: int | None = Field(None, ge=0, le=MOST)


class Listed(Schema):
    """A dossier in the list."""

    key: str
    title: str
    version: int


class Keyed(Schema):
    """A new dossier, or one that grew: its key and version."""

    key: str
    version: int


class Line(Schema):
    """An entry of a ledger."""

    dossier: str
    number: int
    recorded: str
    kind: str
    fact: dict[str, Any]
    effective: str
    by: str
    digest: str
    evidence: list[dict[str, Any]] = Field(default_factory=list)
    note: str = ""
    basis: str = "seen"
    corrects: int | None = None


class Ledger(Schema):
    """A page of a ledger; `next` is what to ask `after` for more, None at the end."""

    entries: list[Line]
    next: int | None = None


class Verified(Schema):
    """Whether a ledger is whole, and what was found; `evidence` is what the texts at hand do not say, and breaks
    nothing.
    """

    whole: bool
    entries: int
    findings: list[dict[str, Any]]
    evidence: list[dict[str, Any]]


class Answered(Schema):
    """A view of a dossier: on which day, in which version, and the view as `operative ... --to json` gives it."""

    dossier: str
    version: int
    on: str
    view: Any
