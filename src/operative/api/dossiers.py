"""Dossiers: the same views and commands as the command line."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Annotated, Any, Literal

from django.http import HttpRequest, HttpResponse
from ninja import Field, Router

from operative.accounts.uploads import brought_by
from operative.api.access import caller_of, dossiers_of, history_of, open_for, open_to_write
from operative.api.shapes import (
    MOST,
    PROBLEMS,
    Answered,
    Entered,
    Keyed,
    Ledger,
    Line,
    Listed,
    Problem,
    Stated,
    Verified,
)
from operative.bootstrap.casebooks import export_casebook, import_casebook
from operative.bootstrap.dossiers import Dossier
from operative.bootstrap.drafts import draft_views, signed_verdicts, suggest_for, suggestions_at_hand
from operative.bootstrap.proofs import check_proofs
from operative.bootstrap.visits import readable_texts
from operative.domain.entries import Entry, Statement
from operative.domain.facts.dossiers import DossierOpened
from operative.dossiers.conditions import find_conditions
from operative.dossiers.decisions import find_decisions
from operative.dossiers.documents import find_documents
from operative.dossiers.engagements import find_raising
from operative.dossiers.estimates import find_estimates
from operative.dossiers.goals import find_goals
from operative.dossiers.history import History
from operative.dossiers.indicators import find_indicators
from operative.dossiers.ledger import entry_as_plain, statement_from_plain
from operative.dossiers.mandates import find_mandates
from operative.dossiers.mechanisms import find_mechanisms
from operative.dossiers.memberships import find_all_standings
from operative.dossiers.mentions import find_mentions
from operative.dossiers.proposals import find_proposals
from operative.dossiers.records import as_plain
from operative.dossiers.reports import find_calendar, find_reports
from operative.dossiers.sessions import find_sessions
from operative.dossiers.status import find_status
from operative.dossiers.timeline import find_timeline
from operative.dossiers.totals import find_totals
from operative.errors import NotEntitled, UnknownDossier, WrongCall
from operative.exchange.verdicts import verdicts_as_dicts

__all__ = ["VIEWS", "router"]

router = Router(tags=["dossiers"])
PAGE = 500
LARGEST = 5_000_000
DEEPEST = 20
View = Callable[[History, Dossier], Any]
ViewName = Literal[
    "status",
    "requests",
    "conditions",
    "drafts",
    "engagements",
    "reports",
    "mechanisms",
    "estimates",
    "indicators",
    "proposals",
    "decisions",
    "timeline",
    "documents",
    "citations",
]
Said = Annotated[str | None, Field(max_length=40)]


def _members(history: History, _: Dossier) -> Any:
    return {
        "mechanisms": find_mechanisms(history),
        "standings": find_all_standings(history),
        "goals": find_goals(history),
    }


VIEWS: Mapping[str, View] = {
    "status": lambda history, dossier: find_status(history, suggestions_at_hand(history, dossier)),
    "requests": lambda history, _: find_mandates(history),
    "conditions": lambda history, dossier: find_conditions(history, suggestions_at_hand(history, dossier)),
    "drafts": draft_views,
    "engagements": lambda history, _: find_raising(history),
    "reports": lambda history, _: {"duties": find_calendar(history), "reports": find_reports(history)},
    "mechanisms": _members,
    "estimates": lambda history, _: {"estimates": find_estimates(history), "totals": find_totals(history)},
    "indicators": lambda history, _: find_indicators(history),
    "proposals": lambda history, _: find_proposals(history),
    "decisions": lambda history, _: {"decisions": find_decisions(history), "sessions": find_sessions(history)},
    "timeline": lambda history, _: find_timeline(history),
    "documents": lambda history, _: find_documents(history),
    "citations": lambda history, _: find_mentions(history),
}
"""Each view of a dossier by its name."""


@router.get("/", response={200: list[Listed], PROBLEMS: Problem}, summary="The dossiers that the caller may see")
def list_dossiers(request: HttpRequest) -> Any:
    """The dossiers that the caller may see."""
    found = []
    for key in tuple(dossiers_of().keys()):
        try:
            dossier = open_for(request, key)
        except UnknownDossier:
            continue
        opened = next(iter(dossier.history(date.max).facts(DossierOpened)))
        found.append(Listed(key=key, title=opened.title, version=dossier.version))
    return found


@router.post("/", response={201: Keyed, PROBLEMS: Problem}, summary="A new dossier out of a casebook")
def create_dossier(request: HttpRequest) -> Any:
    """A new dossier out of a casebook: the body is its YAML. It brings the names of those who said things, so it takes
    somebody who administers the site.
    """
    caller = caller_of(request)
    caller.need("write")
    if not caller.administrator:
        raise NotEntitled("a casebook speaks in the names of others; whoever administers the site brings it in")
    if len(request.body) > LARGEST:
        raise WrongCall(f"a casebook is at most {LARGEST:,} bytes")
    try:
        text = request.body.decode("utf-8")
    except UnicodeDecodeError as exc:
        raise WrongCall(f"a casebook is UTF-8: {exc}") from exc
    mine = brought_by(caller.name) | readable_texts(dossiers_of(), caller.name, administrator=True)
    dossier = import_casebook(dossiers_of(), text, readable=mine)
    return 201, Keyed(key=dossier.key, version=dossier.version)


@router.get("/{key}/ledger", response={200: Ledger, PROBLEMS: Problem}, summary="The entries of a ledger")
def read_ledger(request: HttpRequest, key: str, after: Annotated[int, Field(ge=0, le=MOST)] = 0) -> Any:
    """The entries after a number, 500 at a time."""
    dossier = open_for(request, key)
    entries = list(dossier.entries(after, after + PAGE + 1))
    shown = entries[:PAGE]
    return Ledger(entries=[_line(one) for one in shown], next=shown[-1].number if len(entries) > PAGE else None)


@router.post("/{key}/ledger", response={201: Ledger, PROBLEMS: Problem}, summary="Enter facts, all of them or none")
def enter(request: HttpRequest, key: str, body: Entered) -> Any:
    """Enter facts, all of them or none, under the name of the caller."""
    statements = [_statement(one, caller_of(request).name) for one in body.statements]
    dossier = open_to_write(request, key, statements)
    entries = dossier.enter(statements, expected=body.expected)
    return 201, Ledger(entries=[_line(one) for one in entries])


@router.post("/{key}/verify", response={200: Verified, PROBLEMS: Problem}, summary="Whether the ledger is whole")
def verify(request: HttpRequest, key: str) -> Any:
    """Whether anything was changed, lost or put in another order."""
    dossier = open_for(request, key)
    findings = dossier.verify()
    whole = not any(str(one.severity) == "error" for one in findings)
    told = [[as_plain(one, whole=True) for one in those] for those in (findings, check_proofs(dossier))]
    return Verified(whole=whole, entries=dossier.version, findings=told[0], evidence=told[1])


@router.get("/{key}/casebook", response={200: str, PROBLEMS: Problem}, summary="The dossier as a casebook (YAML)")
def read_casebook(request: HttpRequest, key: str) -> HttpResponse:
    """The dossier as one readable text file."""
    return HttpResponse(export_casebook(open_for(request, key)), content_type="application/yaml; charset=utf-8")


@router.get("/{key}/verdicts", response={200: Answered, PROBLEMS: Problem}, summary="Verdicts on a draft")
def read_verdicts(
    request: HttpRequest,
    key: str,
    draft: Annotated[str, Field(max_length=200)],
    as_of: Said = None,
    known_at: Said = None,
) -> Any:
    """For every element, how a draft treats it: suggested, and signed; then what the draft adds."""
    dossier = open_for(request, key)
    history = history_of(dossier, as_of, known_at)
    view = verdicts_as_dicts(suggest_for(history, dossier, draft), signed_verdicts(history, draft))
    return Answered(dossier=key, version=dossier.version, on=history.on.isoformat(), view=as_plain(view, whole=True))


@router.get("/{key}/{view}", response={200: Answered, PROBLEMS: Problem}, summary="A view of a dossier on any day")
def read_view(request: HttpRequest, key: str, view: ViewName, as_of: Said = None, known_at: Said = None) -> Any:
    """A view as of a day, as known at a moment; as `--to json` gives it on the command line."""
    dossier = open_for(request, key)
    history = history_of(dossier, as_of, known_at)
    shown = as_plain(VIEWS[view](history, dossier), whole=True)
    return Answered(dossier=key, version=dossier.version, on=history.on.isoformat(), view=shown)


def _line(entry: Entry) -> Line:
    return Line(**entry_as_plain(entry))


def _statement(stated: Stated, by: str) -> Statement:
    plain = stated.dict(exclude_none=True)
    _check_words(plain)
    return statement_from_plain({**plain, "by": by})


def _check_words(value: Any, depth: int = 0) -> None:
    """Raises `WrongCall` for what no ledger can keep: a NUL, half a character, values in values without end."""
    if depth > DEEPEST:
        raise WrongCall(f"values are nested more than {DEEPEST} times")
    if isinstance(value, str):
        if "\0" in value or any("\ud800" <= char <= "\udfff" for char in value):
            raise WrongCall(f"{value[:40]!r} holds a character that no text has")
    elif isinstance(value, dict):
        for name, one in value.items():
            _check_words(name, depth + 1)
            _check_words(one, depth + 1)
    elif isinstance(value, list):
        for one in value:
            _check_words(one, depth + 1)
