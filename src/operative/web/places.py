"""Where a text is shown, and who may say something of it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import quote

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse

from operative.accounts.models import Upload
from operative.bootstrap.scopes import in_dossier, of_person
from operative.domain.claims import Claim
from operative.domain.facts.dossiers import DocumentAttached, DocumentNamed
from operative.domain.readings import Reading
from operative.domain.sheets import TABLES
from operative.errors import UnknownSubject
from operative.web.cases import Case, case_of, cases_of, dossiers_of, person_of

__all__ = [
    "Place",
    "Version",
    "in_document",
    "in_text",
    "place_in_dossier",
    "place_of_upload",
    "versions_of",
    "visible_in",
]


@dataclass(frozen=True)
class Place:
    """A text where it is shown: below which address, under which name, in which scope corrections count."""

    base: str
    sha256: str
    name: str
    scope: str
    may_correct: bool
    title: str = ""
    case: Case | None = None
    document: str = ""
    upload: Upload | None = None
    is_table: bool = False

    def reading(self, request: HttpRequest) -> Reading | None:
        """The text as persons left it here; None where it cannot be read, or is a table."""
        readable = self.sha256 and not self.is_table
        return dossiers_of(request).reading(self.sha256, self.name, self.scope) if readable else None

    def read_by_rules(self, request: HttpRequest) -> Reading | None:
        """The text as the rules read it."""
        readable = self.sha256 and not self.is_table
        return dossiers_of(request).reading(self.sha256, self.name) if readable else None

    def claims(self, request: HttpRequest) -> tuple[Claim, ...]:
        """What persons said of it here."""
        return dossiers_of(request).ledgers.claims(self.sha256, self.scope)


@dataclass(frozen=True, slots=True)
class Version:
    """A text that can be shown beside another one: `key` is how an address names it."""

    key: str
    label: str
    language: str
    symbol: str
    sha256: str


def in_text(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """The view for the texts that the reader brought."""

    def shown(request: HttpRequest, sha256: str, **more: Any) -> HttpResponse:
        return view(request, place_of_upload(request, sha256), **more)

    found: Callable[..., HttpResponse] = login_required(shown)
    return found


def in_document(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """The view for the documents of a dossier."""

    def shown(request: HttpRequest, key: str, document: str, **more: Any) -> HttpResponse:
        return view(request, place_in_dossier(request, key, document), **more)

    return shown


def place_in_dossier(request: HttpRequest, key: str, document: str) -> Place:
    """A document of a dossier; raises `UnknownDossier`, and `UnknownSubject` where no entry names it."""
    case = case_of(request, key)
    history = case.dossier.history(date.max)
    named = next((one for one in history.facts(DocumentNamed) if one.key == document), None)
    if named is None:
        raise UnknownSubject(f"there is no document {document!r} in this dossier")
    attached = [one for one in history.facts(DocumentAttached) if one.document == document]
    base = f"/dossiers/{quote(key)}/documents/{quote(document)}/"
    sha256, name = (attached[-1].sha256, attached[-1].name) if attached else ("", "")
    title = named.title or named.symbol or document
    may_correct, is_table = case.may_write and case.is_today, bool(attached) and attached[-1].media_type in TABLES
    return Place(base, sha256, name, in_dossier(key), may_correct, title, case, document, is_table=is_table)


def place_of_upload(request: HttpRequest, sha256: str) -> Place:
    """A text that the reader brought; what others brought is not there for them."""
    upload = Upload.objects.filter(account_id=request.user.pk, sha256=sha256).first()
    if upload is None:
        raise Http404
    scope = of_person(person_of(request))
    return Place(f"/texts/{sha256}/", sha256, upload.name, scope, True, upload.title or upload.name, upload=upload)


def visible_in(request: HttpRequest, sha256: str) -> str:
    """The address of the text in a dossier that the reader may see; "" where it is in none."""
    for case in cases_of(request):
        for one in case.dossier.history(date.max).facts(DocumentAttached):
            if one.sha256 == sha256:
                return f"/dossiers/{quote(case.key)}/documents/{quote(one.document)}/"
    return ""


def versions_of(request: HttpRequest) -> Iterator[Version]:
    """The texts that the reader may see: own uploads, and documents of dossiers."""
    if request.user.is_authenticated:
        for upload in Upload.objects.filter(account_id=request.user.pk, code=""):
            label = upload.symbol or upload.title or upload.name
            yield Version(f"texts/{upload.sha256}", label, upload.language, upload.symbol, upload.sha256)
    for case in cases_of(request):
        history = case.dossier.history(date.max)
        named = {one.key: one for one in history.facts(DocumentNamed)}
        attached = {one.document: one for one in history.facts(DocumentAttached) if one.media_type not in TABLES}
        for key, text in attached.items():
            one = named.get(key)
            label = (one.title or one.symbol) if one else key
            symbol = one.symbol if one else ""
            yield Version(
                f"dossiers/{case.key}/documents/{key}",
                f"{case.opened.title}: {label or key}",
                text.language,
                symbol,
                text.sha256,
            )
