"""What templates say in one way everywhere: evidence, states, days, addresses of a dossier's pages."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import quote, urlencode

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from operative.domain.entries import Basis, Entry
from operative.domain.evidence import Evidence
from operative.dossiers.phrasing import say_while
from operative.dossiers.titles import title_of
from operative.web.cases import Case
from operative.web.saying import day, figure, in_words

__all__ = ["PAGES", "case_pages", "case_url", "day", "marks", "register", "state"]

register = template.Library()
NAME = re.compile(r"[^\W\d][\w-]*")
MARKS = 3
"""Marks behind one value; what is more opens together."""
FOLDED = 12
"""Entries that one mark opens."""
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


@register.simple_tag(takes_context=True)
def marks(context: Mapping[str, Any], numbers: int | Iterable[int]) -> SafeString:
    """The small marks behind a value that open its evidence: the words, the document, the place, the entry.

    Where a value rests on many entries, the first have a mark each, and one mark opens the rest.
    """
    case: Case = context["case"]
    wanted = (numbers,) if isinstance(numbers, int) else tuple(dict.fromkeys(numbers))
    found = [entry for number in wanted if (entry := case.numbered.get(number)) is not None]
    # One more mark takes no more room than the mark of the rest.
    alone = found if len(found) <= MARKS + 1 else found[:MARKS]
    single = format_html_join("", "{}", ((_mark(case, entry),) for entry in alone))
    return single if len(alone) == len(found) else format_html("{}{}", single, _rest(case, found[MARKS:]))


def _rest(case: Case, entries: Sequence[Entry]) -> SafeString:
    links = (
        (case_url(case, "ledger", entry=str(one.number)), one.number, _("entry %(number)s, by %(name)s") % {
            "number": one.number, "name": one.statement.by})
        for one in entries[:FOLDED]
    )  # fmt: skip
    return format_html(
        '<details class="mark"><summary aria-label="{}">+{}</summary><span class="proof">{}</span></details>',
        ngettext("Evidence, %(number)s more entry", "Evidence, %(number)s more entries", len(entries))
        % {"number": len(entries)},
        len(entries),
        format_html_join("", '<a href="{}#entry-{}">{}</a>', links),
    )


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
    return format_html('<span class="state {}">{}</span>', meaning, in_words(words))


register.filter("day", day)
register.filter("figure", figure)
register.filter("in_words", in_words)

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
def lasting(days: int) -> SafeString:
    """How long so many days are, as people say it."""
    return in_words(say_while(days))


@register.filter
def named(key: str, labels: Mapping[str, str]) -> str:
    """What a thing is called, by its key; the key where nobody has said."""
    return labels.get(key, key)


@register.filter
def spelled(words: str, labels: Mapping[str, str]) -> str:
    """Words of a formula, or about one, with what its names are called in their places, and signs as they are read."""
    return NAME.sub(lambda found: labels.get(found[0], found[0]), words).replace(" * ", " × ").replace(" / ", " ÷ ")


@register.simple_tag(takes_context=True)
def told(context: Mapping[str, Any], entry: Entry) -> SafeString:
    """What an entry says, in a sentence."""
    return in_words(title_of(entry.fact, context["case"].names))


@register.simple_tag
def element_url(case: Case, element: str, draft: str) -> str:
    """The address of one element under one draft."""
    return case_url(case, f"conditions/{quote(element)}", draft=draft)


@register.filter
def meaning_of(word: object, sort: str) -> str:
    """What a word of a closed set means to a reader: fine, look, gap, or unknown."""
    return MEANINGS[sort].get(str(word), "unknown")
