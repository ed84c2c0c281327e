"""The duties of a draft: who has them, who gets the report, and when."""

import re
from collections.abc import Iterator

from operative.domain.acts import Quote
from operative.domain.findings import Severity
from operative.domain.mandates import Mandate, Modality
from operative.domain.readings import Reading
from operative.domain.remarks import Remark
from operative.vocabulary.drafting import DraftingWords

__all__ = ["check_actors", "check_reports"]

ABBREVIATION = re.compile(r"(?:\w+\s+)?(?P<short>[A-Z][A-Z&-]{1,9})s?\Z")


def check_actors(reading: Reading, words: DraftingWords) -> Iterator[Remark]:
    """Addressees that the text never names in full: an abbreviation, or "the Group"; each once."""
    whole = "\n".join((*(one.title for one in reading.documents), *(one.text for one in reading.provisions)))
    bodies = " ".join(one.body_name for one in reading.documents)
    seen: set[str] = set()
    for mandate in reading.mandates:
        for quote in (*mandate.addressees, *mandate.recipients):
            name = quote.words.strip()
            if name in seen or not _is_undefined(name, whole, bodies, words):
                continue
            seen.add(name)
            yield Remark(
                "draft-actor-undefined",
                Severity.WARNING,
                mandate.provision,
                name,
                "is asked to act, or to be told, and never named in full",
                "Name it in full where it comes first, with the short name in brackets.",
                quote.span,
            )


def check_reports(reading: Reading, words: DraftingWords) -> Iterator[Remark]:
    """Reports to nobody, at no time; and orders to nobody. One remark for a paragraph and what it lacks."""
    reports: dict[str, list[Mandate]] = {}
    for mandate in reading.mandates:
        if mandate.modality is Modality.DIRECTIVE and not mandate.addressees:
            yield _owner(mandate)
        if mandate.reporting_duty and mandate.modality in (Modality.DIRECTIVE, Modality.DECISION):
            reports.setdefault(mandate.paragraph, []).append(mandate)
    for asked in reports.values():
        first = asked[0]
        said = " ".join(one.duty.words for one in asked)
        if words.standing.search(said):  # what goes into a report that comes anyhow comes with it
            continue
        if not any(one.recipients or one.channels for one in asked):
            yield _lack("draft-no-recipient", Severity.WARNING, first, "a report to nobody by name", "Say to whom.")
        if not any(one.timings for one in asked) and not words.rhythm.search(said):
            said = "a report without date, session or rhythm"
            yield _lack("draft-no-date", Severity.WARNING, first, said, "Say when, or how often.")


def _is_undefined(name: str, whole: str, bodies: str, words: DraftingWords) -> bool:
    short = ABBREVIATION.match(name)
    if short is not None:
        letters = short["short"]
        return letters not in words.known and f"({letters})" not in whole
    noun = words.short_name.match(name)
    if noun is None or noun["head"] in bodies:
        return False
    head = re.escape(noun["head"])
    # "the Panel of Engineers", "the Engineers' Panel", "(the Panel)": any of them tells which one is meant.
    behind = rf"\b{head}s?\s+(?:of|on|for|de|des|du|del|d['’])\b"
    before = rf"[A-Z][\w'’-]+\s+{head}\b"
    named = rf"{behind}|{before}|[“\"(]\w*\s?{head}"
    return re.search(named, re.sub(rf"\b(?:The|Le|La|El)\s+{head}\b", "", whole)) is None


def _owner(mandate: Mandate) -> Remark:
    return _lack("draft-no-owner", Severity.WARNING, mandate, "an order to nobody by name", "Say who has to do it.")


def _lack(code: str, severity: Severity, mandate: Mandate, message: str, suggestion: str) -> Remark:
    duty: Quote = mandate.duty
    return Remark(code, severity, mandate.provision, duty.words, message, suggestion, duty.span)
