"""What templates say in one way everywhere: evidence, states, days, addresses of a dossier's pages."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from urllib.parse import quote, urlencode

from django import template
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from operative.domain.days import PartialDate
from operative.domain.entries import Basis, Entry
from operative.domain.evidence import Evidence
from operative.web.cases import Case
from operative.web.words import said

__all__ = ["PAGES", "case_pages", "case_url", "day", "marks", "register", "state"]

register = template.Library()
PAGES = (
    ("dossier", gettext_lazy("Overview")),
    ("requests", gettext_lazy("Requests")),
    ("conditions", gettext_lazy("Conditions")),
    ("redline", gettext_lazy("Redline")),
    ("mechanisms", gettext_lazy("Mechanisms")),
    ("costs", gettext_lazy("Costs")),
    ("reports", gettext_lazy("Reports")),
    ("session", gettext_lazy("Session")),
    ("brief", gettext_lazy("Brief")),
    ("ledger", gettext_lazy("Ledger")),
)
"""The pages of a dossier, by the last part of their address."""


@register.simple_tag
def case_pages() -> tuple[tuple[str, Any], ...]:
    """The pages of a dossier with their names."""
    return PAGES


@register.simple_tag
def case_url(case: Case, name: str, **query: str) -> str:
    """The address of a page of the dossier; the day that is looked at goes along."""
    last = "" if name == "dossier" else f"{name}/"
    asked: dict[str, str] = {} if case.is_today else {"as_of": case.on.isoformat()}
    if case.known_at is not None:
        asked["known_at"] = case.known_at.isoformat()
    asked.update({key: value for key, value in query.items() if value})
    return f"/dossiers/{quote(case.key)}/{last}" + (f"?{urlencode(asked)}" if asked else "")


@register.filter
def day(value: PartialDate | date | None) -> str:
    """A day as people of the reader's language write it, no more precise than it is."""
    if value is None:
        return _("no date")
    if isinstance(value, date):
        return date_format(value, "j F Y")
    forms = {4: "Y", 7: "F Y", 10: "j F Y"}
    return date_format(value.first, forms[len(value.iso)])


@register.simple_tag(takes_context=True)
def marks(context: Mapping[str, Any], numbers: int | Iterable[int]) -> SafeString:
    """The small marks behind a value that open its evidence: the words, the document, the place, the entry."""
    case: Case = context["case"]
    wanted = (numbers,) if isinstance(numbers, int) else tuple(dict.fromkeys(numbers))
    found = [entry for number in wanted if (entry := case.dossier.entry(number)) is not None]
    return format_html_join("", "{}", ((_mark(case, entry),) for entry in found))


def _mark(case: Case, entry: Entry) -> SafeString:
    proofs = [_proof(case, evidence) for evidence in entry.statement.evidence]
    if not proofs:
        proofs = [format_html("<span>{}</span>", entry.statement.note or _("no document is named"))]
    if entry.statement.basis is Basis.BACKGROUND:
        proofs.append(format_html('<span class="state look">{}</span>', _("background, unchecked")))
    return format_html(
        '<details class="mark"><summary aria-label="{}">{}</summary><span class="proof">{}'
        '<a href="{}#entry-{}">{}</a></span></details>',
        _("Evidence, entry %(number)s") % {"number": entry.number},
        entry.number,
        format_html_join("", "{}", ((proof,) for proof in proofs)),
        case_url(case, "ledger", entry=str(entry.number)),
        entry.number,
        _("entry %(number)s, by %(name)s") % {"number": entry.number, "name": entry.statement.by},
    )


@register.simple_tag(takes_context=True)
def marks_of(context: Mapping[str, Any], evidence: Iterable[Evidence]) -> SafeString:
    """One mark that opens several pieces of evidence."""
    case: Case = context["case"]
    proofs = [_proof(case, one) for one in evidence]
    if not proofs:
        return SafeString("")
    return format_html(
        '<details class="mark"><summary aria-label="{}">¶</summary><span class="proof">{}</span></details>',
        _("Evidence"),
        format_html_join("", "{}", ((proof,) for proof in proofs)),
    )


def _proof(case: Case, evidence: Evidence) -> SafeString:
    words = format_html("<q>{}</q> ", evidence.quote) if evidence.quote else SafeString("")
    where = f"{evidence.document} {evidence.provision}".strip()
    link = f"/dossiers/{quote(case.key)}/documents/{quote(evidence.document)}/#{quote(evidence.provision)}"
    return format_html('<span>{}<a href="{}">{}</a></span>', words, link, where)


@register.simple_tag
def state(words: str, meaning: str = "unknown") -> SafeString:
    """A state as a word in a plain chip; `meaning` is fine, look, gap or unknown, said by shape too."""
    return format_html('<span class="state {}">{}</span>', meaning, said(words))


@register.filter
def in_words(value: object) -> str:
    """A word of a closed set in the language of the page."""
    return said(value)


MEANINGS: dict[str, dict[str, str]] = {
    "state": {
        "fulfilled": "fine",
        "reported": "fine",
        "reached": "fine",
        "kept": "fine",
        "lost": "gap",
        "not kept": "gap",
        "late": "gap",
        "in progress": "look",
        "sought": "look",
        "without object": "look",
    },
    "verdict": {
        "explicit": "fine",
        "equivalent": "fine",
        "implicit": "look",
        "by reference": "look",
        "narrowed": "gap",
        "silent": "gap",
        "contradicted": "gap",
    },
    "keeping": {"kept": "fine", "not kept": "gap"},
    "occasion": {"came": "fine", "came late": "look", "late": "gap", "open": "look", "passed": "look"},
    "gate": {"met": "fine", "not met": "gap"},
    "outcome": {"adopted": "fine", "rejected": "gap", "no quorum": "gap", "deferred": "look"},
    "holding": {"kept": "fine", "below": "gap", "above": "gap", "moved": "look", "data broken": "look"},
}
"""What the words of each closed set mean to a reader; a word that is not named is unknown."""


@register.filter
def meaning(view: Any) -> str:
    """Whether a state is fine, to be looked at, a gap, or unknown."""
    if getattr(view, "overdue", False):
        return "gap"
    if getattr(view, "unanswered", ()):
        return "look"
    return meaning_of(view.state, "state")


@register.filter
def told(entry: Entry) -> str:
    """The fact of an entry in words: its kind, and what names it."""
    fact = entry.fact
    for name in ("title", "label", "name", "id", "key", "person", "mandate", "mechanism", "document", "reason"):
        if words := getattr(fact, name, ""):
            return f"{fact.kind}: {words}"
    return fact.kind


@register.simple_tag
def element_url(case: Case, element: str, draft: str) -> str:
    """The address of one element under one draft."""
    return case_url(case, f"conditions/{quote(element)}", draft=draft)


@register.filter
def meaning_of(word: object, sort: str) -> str:
    """What a word of a closed set means to a reader: fine, look, gap, or unknown."""
    return MEANINGS[sort].get(str(word), "unknown")
