"""What a corpus holds of each source: documents, provisions, acts and references, as flat rows."""

from dataclasses import dataclass
from datetime import date

from operative.domain.overlaps import Place

__all__ = ["HeldAct", "HeldProvision", "HeldReference", "Holding", "Intake", "IntakeRecord"]


@dataclass(frozen=True, slots=True)
class Intake:
    """A source that was taken into a corpus, or refused: `error` is then the code of why it was not read."""

    sha256: str
    name: str
    media_type: str = ""
    language: str = ""
    error: str = ""
    message: str = ""


@dataclass(frozen=True, slots=True)
class Holding:
    """One document of a corpus.

    `key` names it: 16 hex digits of the digest of its source, and a number from the second document of a source on.
    `name` is that of the source; the other fields are as the reading has them, "" where unstated.
    """

    key: str
    name: str
    language: str = ""
    kind: str = ""
    symbol: str = ""
    number: str = ""
    title: str = ""
    body: str = ""
    body_name: str = ""
    session: str = ""
    adopted: str = ""
    iri: str = ""

    @property
    def year(self) -> int:
        """The year of adoption; 0 where unstated."""
        return int(self.adopted[:4]) if self.adopted[:4].isdigit() else 0

    @property
    def day(self) -> date | None:
        """The day of adoption; None where it is not known to the day."""
        try:
            return date.fromisoformat(self.adopted)
        except ValueError:
            return None

    @property
    def called(self) -> str:
        """What a person calls the document: its symbol, else number with the name of the body, else title or source."""
        numbered = f"{self.body_name} {self.number}".strip() if self.number else ""
        return self.symbol or numbered or self.title or self.name


@dataclass(frozen=True, slots=True)
class HeldProvision:
    """One provision of a document in a corpus."""

    document: str
    provision: str
    kind: str
    text: str
    number: str = ""
    parent: str = ""
    lead: str = ""

    @property
    def place(self) -> Place:
        """Where it stands."""
        return Place(self.document, self.provision)


@dataclass(frozen=True, slots=True)
class HeldAct:
    """One act in a corpus; `timing_kinds`, `timing_values` and `timings` (the words) go together one by one."""

    document: str
    provision: str
    act: str
    lead: str
    force: str
    action: str = ""
    addressees: tuple[str, ...] = ()
    deliverables: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    timing_kinds: tuple[str, ...] = ()
    timing_values: tuple[str, ...] = ()
    timings: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    reporting_duty: bool = False


@dataclass(frozen=True, slots=True)
class HeldReference:
    """One citation in a corpus, as printed, with its target ("" unresolved) and the place in the target."""

    document: str
    provision: str
    quote: str
    target: str
    pinpoint: str = ""


@dataclass(frozen=True, slots=True)
class IntakeRecord:
    """All that a corpus keeps of one source."""

    intake: Intake
    holdings: tuple[Holding, ...] = ()
    provisions: tuple[HeldProvision, ...] = ()
    acts: tuple[HeldAct, ...] = ()
    references: tuple[HeldReference, ...] = ()
