"""Dossiers, opened: what the command line, the web and other programs call to follow resolutions."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path

from operative.bootstrap import settings, signing
from operative.bootstrap.logic import logic_version
from operative.bootstrap.pictures import Pictures
from operative.bootstrap.readings import Readings
from operative.bootstrap.scopes import in_dossier
from operative.bootstrap.texts import Text, text_of
from operative.domain.checkpoints import Checkpoint
from operative.domain.days import PartialDate
from operative.domain.entries import Entry, Statement
from operative.domain.evidence import Evidence
from operative.domain.facts.dossiers import DocumentAttached, DocumentNamed, DossierOpened
from operative.domain.facts.mandates import Step
from operative.domain.facts.mechanisms import StandingReported
from operative.domain.findings import Finding
from operative.domain.people import Role
from operative.domain.readings import Reading
from operative.domain.sheets import TABLES
from operative.dossiers.admission import admit, need
from operative.dossiers.checks import CHECKS
from operative.dossiers.documents import find_unsaid
from operative.dossiers.history import History
from operative.dossiers.ledger import entry_of
from operative.dossiers.ports import Ledgers
from operative.dossiers.roles import check_entitled
from operative.dossiers.shelf import Shelf
from operative.dossiers.verification import check_dossier
from operative.errors import (
    MissingEvidence,
    Refused,
    StaleVersion,
    UnknownDossier,
    WrongCall,
)
from operative.exchange.ledgers import render_ledger
from operative.store.memory import MemoryLedgers

__all__ = ["Dossier", "Dossiers", "open_dossier", "open_dossiers"]

KEY = re.compile(r"[a-z0-9][a-z0-9._-]{0,99}\Z")


KEPT = 16
"""So many histories are kept: those of the pages that people look at now."""
TURNS = 50
"""So often somebody who has seen no version tries again when others were faster."""


def utc_now() -> datetime:
    """The clock of the machine."""
    return datetime.now(UTC)


class Dossiers:
    """All dossiers in one place. Keeps what it has fetched, and fetches what was written since."""

    def __init__(self, ledgers: Ledgers, now: Callable[[], datetime], key_file: Path) -> None:
        self.ledgers, self.now, self.key_file = ledgers, now, key_file
        self._shelves: dict[str, Shelf] = {}
        self._histories: dict[tuple[object, ...], History] = {}
        self.readings, self.pictures = Readings(ledgers), Pictures(ledgers)

    def keys(self) -> tuple[str, ...]:
        """The keys of all dossiers, in order."""
        return self.ledgers.keys()

    def open(self, key: str) -> "Dossier":
        """The dossier with this key; raises `UnknownDossier`."""
        if self.ledgers.head(key).number == 0:
            there = ", ".join(self.keys()) or "none"
            raise UnknownDossier(f"there is no dossier {key!r}; there are: {there}")
        return Dossier(self, key)

    def create(
        self,
        key: str,
        opened: DossierOpened,
        *,
        by: str,
        effective: PartialDate | None = None,
        evidence: Sequence[Evidence] = (),
        note: str = "",
        further: Sequence[Statement] = (),
        texts: Sequence[Text] = (),
    ) -> "Dossier":
        """A new dossier with its first entry, from today on where no day is named, and what is entered with it.

        Raises `WrongCall` for a key that is none, `Refused` where there is such a dossier.
        """
        if not KEY.match(key):
            raise WrongCall(f"{key!r} is no key; write small letters, digits, dots and dashes, at most 100")
        dossier = Dossier(self, key)
        if dossier.version:
            raise Refused(f"there is a dossier {key!r} already")
        day = effective or PartialDate.of(self.now().date())
        dossier.enter([Statement(opened, day, by, tuple(evidence), note), *further], expected=0, texts=texts)
        return dossier

    def shelf(self, key: str) -> Shelf:
        """What was fetched of a dossier."""
        return self._shelves.setdefault(key, Shelf(self.ledgers, key))

    def history(self, key: str, on: date, known_at: datetime | None) -> History:
        """What stood on a day: the last that were asked for are kept, with what views found in them."""
        shelf = self.shelf(key)
        version = shelf.refresh()
        whole = self._kept((key, version, date.max, known_at), lambda: History(shelf, date.max, known_at, version))
        if on == date.max:
            return whole
        return self._kept((key, version, on, known_at), lambda: History(shelf, on, known_at, version, whole))

    def _kept(self, wanted: tuple[object, ...], make: Callable[[], History]) -> History:
        found = self._histories.pop(wanted, None) or make()
        self._histories[wanted] = found
        for old in list(self._histories)[:-KEPT]:
            self._histories.pop(old, None)
        return found

    def reading(self, sha256: str, name: str, scope: str = "") -> Reading | None:
        """What is read out of bytes that are kept; None where they are not there or cannot be read.

        In a scope, values are as the claims of that scope leave them.
        """
        return self.readings.read(sha256, name, scope)


class Dossier:
    """One dossier: its history, and what may be entered into it.

    `guest` is the role of a person whom the dossier does not know: whoever holds the database may contribute.
    """

    def __init__(self, dossiers: Dossiers, key: str, guest: Role | None = Role.CONTRIBUTOR) -> None:
        self.key, self._guest = key, guest
        self._dossiers, self._ledgers = dossiers, dossiers.ledgers
        self._shelf = dossiers.shelf(key)
        self._admission: tuple[int, History] | None = None

    @property
    def version(self) -> int:
        """The number of the last entry; `enter` takes it as `expected`."""
        return self._ledgers.head(self.key).number

    def history(self, on: date | None = None, known_at: datetime | None = None) -> History:
        """What stood on a day (today where none is named), as far as it was known at a moment (now)."""
        return self._dossiers.history(self.key, on or self._dossiers.now().date(), known_at)

    def entries(self, after: int = 0, upto: int | None = None) -> Iterator[Entry]:
        """The entries after a number, up to one, in the order of their recording; corrected ones are among them."""
        return map(entry_of, self._ledgers.rows(self.key, after=after, upto=upto))

    def entry(self, number: int) -> Entry | None:
        """The entry with this number, corrected since or not; None where there is none."""
        return self._shelf.entry(number)

    def enter(
        self, statements: Sequence[Statement], *, expected: int | None = None, texts: Sequence[Text] = ()
    ) -> tuple[Entry, ...]:
        """The statements as entries, all of them or none; each is checked against those before it.

        `expected` is the `version` that the writer has seen; who names none waits their turn, and is checked against
        what was written meanwhile. `texts` are kept with the entries that attach them.
        Raises `Refused`, with what is missing, for a statement that may not be entered, and `StaleVersion` where
        somebody wrote first.
        """
        for _ in range(TURNS if expected is None else 0):
            try:
                return self._entered(statements, expected, texts)
            except StaleVersion:
                continue
        return self._entered(statements, expected, texts)

    def _entered(
        self, statements: Sequence[Statement], expected: int | None, texts: Sequence[Text]
    ) -> tuple[Entry, ...]:
        version, history = self._checked()
        recorded = self._dossiers.now()
        base = version if expected is None else expected
        self._admission = None
        # Of what was made on an older version only the right to it is checked: the ledger refuses it.
        for statement in statements if base not in (0, version) else ():
            check_entitled(history, statement, recorded.date(), self._guest)
        if base == version:
            for number, statement in enumerate(statements, version + 1):
                admit(history, statement, CHECKS, day=recorded.date(), guest=self._guest)
                self._check_words(statement)
                history.grow(Entry(self.key, number, recorded, statement, ""))
        held = [text.held for text in texts]
        entries = self._ledgers.append(self.key, statements, expected=base, recorded=recorded, sources=held)
        for text in texts:
            self._keep_reading(text.reading)
        self._admission = (version + len(entries), history)
        return entries

    def find_refusals(self, groups: Sequence[Sequence[Statement]]) -> dict[int, Refused]:
        """Why groups of statements would be refused, by their places, were they entered now one after the other."""
        history, day = History(self._shelf, date.max, upto=self._shelf.refresh()), self._dossiers.now()
        numbers, refused = count(self.version + 1), dict[int, Refused]()
        for place, statements in enumerate(groups):
            for statement, number in zip(statements, numbers, strict=False):
                try:
                    admit(history, statement, CHECKS, day=day.date(), guest=self._guest)
                except Refused as exc:
                    refused[place] = exc
                    break
                history.grow(Entry(self.key, number, day, statement, ""))
        return refused

    def _keep_reading(self, reading: Reading | None) -> None:
        """What was read of these bytes before, as the rules had it, stays: this may be what persons made of it."""
        if reading is not None and self._ledgers.reading(reading.source.sha256, logic_version()) is None:
            self._dossiers.readings.keep(reading)

    def _check_words(self, statement: Statement) -> None:
        """Nothing is called done by words, or by a place, that a text at hand does not have."""
        fact = statement.fact
        if not isinstance(fact, StandingReported) and getattr(fact, "step", None) is not Step.FULFIL:
            return
        for evidence in statement.evidence:
            reading = self.reading(evidence.document) if evidence.quote or evidence.provision else None
            missing = find_unsaid(evidence, reading) if reading else ""
            if missing:
                raise MissingEvidence(missing)

    def _checked(self) -> tuple[int, History]:
        """The version, and all that is known in it: kept as long as nobody else writes."""
        version = self.version
        if self._admission is None or self._admission[0] != version:
            self._admission = (self._shelf.refresh(), History(self._shelf, date.max))
        return self._admission

    def attach(
        self,
        document: str,
        source: str | Path | bytes,
        *,
        by: str,
        name: str | None = None,
        language: str | None = None,
        effective: PartialDate | None = None,
        known: Reading | None = None,
    ) -> tuple[Entry, ...]:
        """The entry by which the bytes belong to a named document; they are kept once, with their reading.

        `known` is what was read of the bytes already: then they are not read again. A picture, or a scan without text,
        is kept without a reading. Raises `UnreadableSource` for a source that is
        damaged, and `UnknownSubject` for a document that no entry names.
        """
        need(self._checked()[1], DocumentNamed, "key", document, "document")
        text = text_of(source, name, language, known)
        day = effective or PartialDate.of(self._dossiers.now().date())
        return self.enter([Statement(text.attached(document), day, by)], texts=[text])

    def reading(self, document: str) -> Reading | None:
        """What is read out of a document; None where no text of it is at hand, as of a table."""
        attached = self.history(date.max).about(DocumentAttached, "document", document)
        fact = attached[-1][1] if attached else None
        if fact is None or fact.media_type in TABLES:
            return None
        return self._dossiers.reading(fact.sha256, fact.name, in_dossier(self.key))

    def source(self, document: str) -> bytes | None:
        """The bytes of a document; None where none are attached."""
        attached = self.history(date.max).about(DocumentAttached, "document", document)
        return self._ledgers.source(attached[-1][1].sha256) if attached else None

    def checkpoint(self) -> Checkpoint:
        """A signed mark at the last entry; the key is made where there is none yet."""
        file = self._dossiers.key_file
        key = signing.load_key(file) or signing.make_key(file)
        mark = signing.sign(key, self.key, self._ledgers.head(self.key), self._dossiers.now())
        self._ledgers.add_checkpoint(mark)
        return mark

    def checkpoints(self) -> tuple[Checkpoint, ...]:
        """The signed marks, in order."""
        return self._ledgers.checkpoints(self.key)

    def export(self) -> Iterator[str]:
        """The ledger as JSON lines that anybody can verify without this program: `operative/ledger@1`."""
        return render_ledger(self.key, self._ledgers.rows(self.key), self.checkpoints())

    def verify(self, trusted: Sequence[str] | None = None) -> tuple[Finding, ...]:
        """A finding for each change, loss or reorder of what was recorded; none where all is as it was.

        `trusted` are the public keys, in hex, whose signatures count; without it, the key of this place, if it has one.
        """
        if trusted is None:
            key = signing.load_key(self._dossiers.key_file)
            trusted = (signing.public_of(key),) if key else ()
        return check_dossier(self._ledgers, self.key, signing.is_signed, trusted)


def open_dossiers(url: str | None = None, *, now: Callable[[], datetime] = utc_now) -> Dossiers:
    """The dossiers of a database: memory:, sqlite:///PATH, postgresql://..., by default that of the settings.

    Tables are made where they are not there. Raises `WrongCall` for an address that is none, and `UnreachableStore`
    where no database answers.
    """
    named = url or settings.default_url()
    key_file = signing.key_file(settings.address_of(named).beside)
    if named == settings.MEMORY:
        return Dossiers(MemoryLedgers(), now, key_file)
    alias = settings.configure(named)
    # Its tables are classes of Django, which must be set up before they are loaded.
    from operative.store.ledgers import DatabaseLedgers

    return Dossiers(DatabaseLedgers(alias), now, key_file)


def open_dossier(key: str, database: str | None = None) -> Dossier:
    """The dossier with this key in a database; raises as `open_dossiers` does, and `UnknownDossier`."""
    return open_dossiers(database).open(key)
