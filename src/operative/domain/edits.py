"""What people changed in a report that went out: its lines as they came back, and each change with what it rests on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from operative.domain.entries import Statement
from operative.domain.findings import Finding
from operative.domain.papers import Sentence

__all__ = ["Answered", "Edit", "EditKind", "EditedLine", "EditedPaper", "Offer", "Returned", "TrackedChange"]


@dataclass(frozen=True, slots=True)
class TrackedChange:
    """Words that a word processor marked as added or struck, by whom and when, as the file says it."""

    words: str
    added: bool
    author: str = ""
    moment: str = ""


@dataclass(frozen=True, slots=True)
class EditedLine:
    """A line as it came back, with every tracked change accepted; `key` is "" for one that the paper did not have."""

    key: str
    words: str
    changes: tuple[TrackedChange, ...] = ()


@dataclass(frozen=True, slots=True)
class EditedPaper:
    """A document of a word processor as it came back: properties by name, lines in order, notes, who saved it and when.

    The key of a note is "note" with its number in the paper. `comments` counts those beside the text.
    """

    properties: Mapping[str, str]
    lines: tuple[EditedLine, ...]
    notes: tuple[EditedLine, ...] = ()
    saved_by: str = ""
    saved_at: str = ""
    comments: int = 0


class EditKind(StrEnum):
    """What became of a sentence."""

    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Edit:
    """One change: where, what the paper said, what it says now, and the sentence of the paper on whose notes it rests.

    `id` is the same whenever the same file is read; `line` the key of the line, or of the line before what was added.
    `author` and `moment` are those of the tracked change, else of whoever saved the file.
    """

    id: str
    kind: EditKind
    line: str
    was: str
    now: str
    rests_on: Sentence = field(default_factory=lambda: Sentence(""))
    author: str = ""
    moment: str = ""
    tracked: bool = False

    @property
    def entries(self) -> tuple[int, ...]:
        """The numbers of the entries on which it rests."""
        return tuple(dict.fromkeys(number for note in self.rests_on.notes for number in note.entries))


class Answered(StrEnum):
    """What a person made of a change."""

    OPEN = "open"
    ACCEPTED = "accepted"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class Offer:
    """A change as a claim: the statement that accepting it would enter, or the reason why it cannot be accepted.

    `effect` says the statement in words; `answer` is what was made of the change before, by the person `by`, in the
    entry `entry`.
    """

    edit: Edit
    statement: Statement | None = None
    effect: str = ""
    reason: str = ""
    answer: Answered = Answered.OPEN
    by: str = ""
    entry: int = 0


@dataclass(frozen=True, slots=True)
class Returned:
    """A report that was read back: which one it is, each change as an offer, and what is to be known besides."""

    kind: str
    as_of: str
    version: int
    offers: tuple[Offer, ...]
    findings: tuple[Finding, ...] = ()
