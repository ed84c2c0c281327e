"""How values are said to a person: dates, sessions, languages, places; safe for a terminal."""

import textwrap
import unicodedata
from collections.abc import Iterable

from operative.domain.acts import Timing, TimingKind
from operative.domain.documents import Document

__all__ = [
    "LANGUAGES",
    "clean",
    "count",
    "language_name",
    "say_date",
    "say_facts",
    "say_name",
    "say_session",
    "say_timing",
    "shorten",
    "timing_rank",
]

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
YEARS = 1900
"""No body has held so many sessions: from here on they are counted by years."""
LANGUAGES = {"ar": "Arabic", "en": "English", "es": "Spanish", "fr": "French", "ru": "Russian", "zh": "Chinese"}


def clean(words: str) -> str:
    """The words without control characters, which a hostile text could use to steer the terminal."""
    kept = "".join(" " if unicodedata.category(char) in ("Cc", "Cs") else char for char in words)
    return " ".join(kept.split())


def shorten(words: str, width: int, lines: int) -> str:
    """The words cut at a space, with an ellipsis, where they need more than so many lines of a width."""
    room = width * (lines + 1) + 1
    cut = clean(words[: 4 * room])  # what cannot be shown is neither cleaned nor wrapped: it may be a book
    if len(cut) < room < len(words):
        cut = clean(words)
    shown = textwrap.wrap(cut[:room], width, max_lines=lines, placeholder=" …", break_on_hyphens=False)
    return "\n".join(shown)


def count(number: int, noun: str) -> str:
    """The number with its noun: "1 note", "12 notes", "2 annexes"."""
    ending = "" if number == 1 else "es" if noun.endswith("x") else "s"
    return f"{number:,} {noun}{ending}"


def say_date(iso: str) -> str:
    """An ISO day, month or year as words, no more precise than it is: "6 June 2024", "June 2024", "2024"."""
    parts = iso.split("-")
    if not all(part.isdigit() for part in parts) or len(parts) > 3:
        return iso
    if len(parts) > 1 and not 1 <= int(parts[1]) <= 12:
        return iso
    words = [parts[0]]
    if len(parts) > 1:
        words.insert(0, MONTHS[int(parts[1]) - 1])
    if len(parts) > 2:
        words.insert(0, str(int(parts[2])))
    return " ".join(words)


def say_session(session: str) -> str:
    """ "43" as "43rd session", a year as "session of 2021"; anything else as it stands."""
    if not session.isdigit():
        return session
    number = int(session)
    if number >= YEARS:
        return f"session of {session}"
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending} session"


def language_name(language: str) -> str:
    """The English name of a language."""
    return LANGUAGES.get(language, language)


def say_name(document: Document) -> str:
    """What a document is called: symbol, kind and number."""
    number = f" {document.number}" if document.number and document.number not in document.symbol else ""
    kind = "Draft resolution" if document.kind == "draft" else document.kind.capitalize()
    return clean(f"{document.symbol}  {kind}{number}" if document.symbol else f"{kind}{number}")


def say_facts(document: Document, language: str, pages: int) -> str:
    """The facts of a title block in one line, as far as the text says them."""
    body, item = document.body_name or document.body, document.agenda_item
    facts = [
        body[:1].upper() + body[1:],
        say_session(document.session),
        f"adopted {say_date(document.adopted)}" if document.adopted else "",
        (f"agenda item {item}" if item[:1].isdigit() else item) if item else "",
        f"vote {document.vote}" if document.vote else "",
        language_name(language),
        count(pages, "page") if pages else "",
    ]
    return " · ".join(clean(fact) for fact in facts if fact)


def say_timing(timing: Timing) -> str:
    """When, as printed; a standing duty ("keep the members informed") says no more than that it goes on."""
    return "continuing" if timing.kind is TimingKind.CONTINUOUS else clean(timing.quote)


def timing_rank(timings: Iterable[Timing]) -> tuple[int, str]:
    """The order of due dates: days first, then sessions, lengths of time, events, standing duties, and none at all."""
    ranks = [TimingKind.DATE, TimingKind.PERIOD, TimingKind.SESSION, TimingKind.WITHIN, TimingKind.CADENCE]
    ranks += [TimingKind.EVENT, TimingKind.CONTINUOUS, TimingKind.OPEN]
    return min(((ranks.index(timing.kind), sortable(timing.value)) for timing in timings), default=(len(ranks), ""))


def sortable(value: str) -> str:
    """A value whose numbers sort by size: "session:9" before "session:45"."""
    name, colon, number = value.partition(":")
    return f"{name}{colon}{number:0>6}" if number.isdigit() else value
