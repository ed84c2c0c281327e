"""Facts about reporting: what came, and what of the questions it answered."""

from dataclasses import dataclass
from typing import ClassVar

__all__ = ["Answer", "ReportFiled", "WordingClaimed"]


@dataclass(frozen=True, slots=True)
class Answer:
    """Whether a report answers one thing that a mandate asks it to cover; `scope` "" is the mandate as a whole.

    `provision` and `quote` say where in the report; an answer without a place is not one.
    """

    mandate: str
    scope: str = ""
    given: bool = True
    provision: str = ""
    quote: str = ""


@dataclass(frozen=True, slots=True)
class ReportFiled:
    """A report went back: the document, to whom, through whom, at which session, and what it answers."""

    kind: ClassVar[str] = "report.filed"
    id: str
    document: str
    to: str = ""
    through: str = ""
    session: str = ""
    answers: tuple[Answer, ...] = ()


@dataclass(frozen=True, slots=True)
class WordingClaimed:
    """Somebody changed the words of a report that went out, and a person took the change up; `stand` false: declined.

    `id` is that of the change, `report` its kind and day, `line` where it stands, `author` who made it.
    """

    kind: ClassVar[str] = "wording.claimed"
    id: str
    report: str
    line: str = ""
    was: str = ""
    now: str = ""
    author: str = ""
    stand: bool = True
