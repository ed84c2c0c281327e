"""What commands on dossiers have in common: which dossier, as of when, who says so, on what evidence."""

import shlex
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import wraps
from typing import TYPE_CHECKING, Any, TypedDict

import click

from operative.cli.database import database_option
from operative.domain.days import PartialDate
from operative.domain.entries import Basis, Statement
from operative.domain.evidence import Evidence
from operative.domain.facts import Fact
from operative.errors import WrongCall

if TYPE_CHECKING:
    from operative.bootstrap.dossiers import Dossier, Dossiers
    from operative.bootstrap.openings import Grounds
    from operative.dossiers.history import History

__all__ = [
    "HELP",
    "Look",
    "Write",
    "case_argument",
    "choice",
    "database_option",
    "day_and_moment",
    "dossiers_of",
    "form_option",
    "known_at_option",
    "looks",
    "writes",
]

HELP = {"help_option_names": ["-h", "--help"]}
Command = Callable[..., int]
FORMS = click.Choice(("table", "json"))

case_argument = click.argument("key", metavar="CASE")
known_at_option = click.option(
    "--known-at",
    metavar="TIME",
    help="As it was known at a moment, 2016-05-01T12:00, or at the end of a day. [default: now]",
)
form_option = click.option("--to", type=FORMS, default="table", show_default=True, help="The form.")


def choice(*words: str) -> click.Choice[str]:
    """One of these words, as they are written in ledgers."""
    return click.Choice([str(word) for word in words])


def dossiers_of(database: str | None) -> "Dossiers":
    """The dossiers of a database."""
    # Django loads here, not with the command: `operative --help` must start at once.
    from operative.bootstrap.dossiers import open_dossiers

    return open_dossiers(database)


class Grounding(TypedDict):
    """By whom a text is entered, since when, on what grounds, after which entry."""

    by: str
    on: PartialDate
    grounds: "Grounds"
    expected: int | None


@dataclass(frozen=True, slots=True)
class Look:
    """A look at one dossier: as of which day, as known at which moment, in which form."""

    key: str
    on: date
    known_at: datetime | None
    to: str
    database: str | None

    @property
    def dossier(self) -> "Dossier":
        """The dossier that is looked at."""
        return dossiers_of(self.database).open(self.key)

    def history(self, dossier: "Dossier") -> "History":
        """What stood on the day, as far as it was known at the moment."""
        return dossier.history(self.on, self.known_at)


@dataclass(frozen=True, slots=True)
class Write:
    """One entry to be made: by whom, holding from which day, on what evidence."""

    key: str
    by: str
    on: PartialDate
    evidence: tuple[Evidence, ...]
    note: str
    basis: Basis
    corrects: int | None
    expected: int | None
    to: str
    database: str | None

    @property
    def dossier(self) -> "Dossier":
        """The dossier that is written to."""
        return dossiers_of(self.database).open(self.key)

    def statement(self, fact: Fact) -> Statement:
        """The fact as this person states it."""
        return Statement(fact, self.on, self.by, self.evidence, self.note, self.basis, self.corrects)

    def grounded(self) -> "Grounding":
        """What the entry of a text takes: by whom, since when, on what grounds, after which entry."""
        # The readers load with the text to bring.
        from operative.bootstrap.openings import Grounds

        grounds = Grounds(self.evidence, self.note, self.basis, self.corrects)
        return {"by": self.by, "on": self.on, "grounds": grounds, "expected": self.expected}

    def enter(self, *facts: Fact, dossier: "Dossier | None" = None) -> int:
        """Enter the facts and show the entries; the exit code."""
        # What renders loads with the first entry to show.
        from operative.cli.dossiers.tables import show_entries

        written = dossier or self.dossier
        entries = written.enter([self.statement(fact) for fact in facts], expected=self.expected)
        show_entries(entries, self.to)
        return 0


def looks(command: Callable[..., int]) -> Command:
    """The command with the options of a look; it is called with a `Look` first."""

    @case_argument
    @click.option("--as-of", "as_of", metavar="DATE", help="As it stood on a day. [default: today]")
    @known_at_option
    @form_option
    @database_option
    @wraps(command)
    def call(key: str, as_of: str | None, known_at: str | None, to: str, database: str | None, **rest: Any) -> int:
        return command(Look(key, *day_and_moment(as_of, known_at), to, database), **rest)

    return call


def writes(command: Callable[..., int]) -> Command:
    """The command with the options of an entry; it is called with a `Write` first."""

    @case_argument
    @click.option("--by", required=True, metavar="NAME", help="Who says so.")
    @click.option(
        "--on", "effective", metavar="DATE", help="Since when it holds: 2016, 2016-10, 2016-10-05. [default: today]"
    )
    @click.option(
        "--evidence", multiple=True, metavar="'DOC [PLACE [WORDS]]'", help="Where it is written; again for more."
    )
    @click.option("--note", default="", metavar="TEXT", help="A remark.")
    @click.option("--background", is_flag=True, help="Background knowledge that nobody has checked in a source.")
    @click.option("--corrects", type=int, metavar="N", help="The entry that this one replaces.")
    @click.option("--expected", type=int, metavar="N", help="Refuse if the ledger has moved past entry N.")
    @form_option
    @database_option
    @wraps(command)
    def call(
        key: str,
        by: str,
        effective: str | None,
        evidence: tuple[str, ...],
        note: str,
        background: bool,
        corrects: int | None,
        expected: int | None,
        to: str,
        database: str | None,
        **rest: Any,
    ) -> int:
        on = PartialDate(effective) if effective else PartialDate.of(date.today())
        basis = Basis.BACKGROUND if background else Basis.SEEN
        proofs = tuple(map(evidence_of, evidence))
        return command(Write(key, by, on, proofs, note, basis, corrects, expected, to, database), **rest)

    return call


def day_and_moment(as_of: str | None, known_at: str | None) -> tuple[date, datetime | None]:
    """What `--as-of` and `--known-at` ask for, as addresses of the site do; raises `WrongCall`."""
    # Django loads here, not with the command.
    from operative.bootstrap.visits import day_of, moment_of

    return day_of(as_of or "", date.today()), moment_of(known_at or "")


def evidence_of(printed: str) -> Evidence:
    """ "DOC", "DOC PLACE" or "DOC PLACE 'the words'" as evidence; raises `WrongCall`."""
    try:
        document, *rest = shlex.split(printed)
    except ValueError as exc:
        wrong = "it is empty" if not printed.strip() else str(exc)
        raise WrongCall(f"--evidence {printed!r}: {wrong}; write a document, a place, and the words in quotes") from exc
    if len(rest) > 1:
        return Evidence.quoting(document, rest[0], " ".join(rest[1:]))
    return Evidence(document, *rest)
