"""A stand-in for `operative.bootstrap`: it knows one small text, and files whose names make the reader fail."""

import json
import os
import signal
import sys
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from operative.domain.acts import Act, Force, Quote, Timing, TimingKind
from operative.domain.conditions import Condition, ConditionKind
from operative.domain.documents import Document
from operative.domain.elements import Element, ElementKind, Strength
from operative.domain.findings import Finding, Severity
from operative.domain.goals import Goal, GoalVerb, Relation
from operative.domain.mandates import Mandate, Modality
from operative.domain.mechanisms import Level, Mechanism
from operative.domain.provisions import Kind, Note, Provision
from operative.domain.references import Reference
from operative.domain.sources import Source
from operative.domain.spans import Span
from operative.errors import EncryptedSource
from operative.vocabulary.loader import known_language

NOWHERE = Span(0, 0)


def a_provision(id: str, kind: Kind, text: str, number: str | None = None, **more: object) -> Provision:
    return Provision(id, kind, text, NOWHERE, number=number, **more)


def a_quote(words: str) -> Quote:
    return Quote(words, NOWHERE, rule="by-name")


DOCUMENT = Document(
    kind="resolution", number="12", title="CARE OF WELLS", body_name="the Assembly", session="41", adopted="2031-05-02"
)
PROVISIONS = (
    a_provision("title1", Kind.TITLE, "CARE OF WELLS"),
    a_provision("enacting", Kind.ENACTING, "The Assembly,"),
    a_provision("pp1", Kind.PREAMBULAR, "Noting that wells run dry,", lead="Noting"),
    a_provision("op1", Kind.OPERATIVE, "Requests the Keeper to report at the next session:", "1.", lead="Requests"),
    a_provision("op1.a", Kind.SUBPARAGRAPH, "on the depth of the wells [and their age];", "(a)", parent="op1"),
    a_provision("op2", Kind.OPERATIVE, "Invites villages to mend their wells by 31 March 2032;", "2.", lead="Invites"),
    a_provision("op3", Kind.OPERATIVE, "Decides to meet again. " + "Water matters. " * 40, "3.", lead="Decides"),
)
ACTS = (
    Act(
        "Requests",
        Force.DIRECTIVE,
        NOWHERE,
        addressees=(a_quote("the Keeper"),),
        action="report",
        deliverables=(a_quote("a report on wells"),),
        recipients=(a_quote("the Assembly"),),
        timings=(Timing("at the next session", TimingKind.SESSION, "session:next", NOWHERE, rule="next-session"),),
        conditions=(a_quote("provided that it rains"),),
        reporting_duty=True,
        provision="op1",
        id="op1-act1",
        rule="lead-verb",
    ),
    Act(
        "Invites",
        Force.EXHORTATION,
        NOWHERE,
        addressees=(a_quote("villages"),),
        action="mend",
        timings=(Timing("by 31 March 2032", TimingKind.DATE, "2032-03-31", NOWHERE),),
        provision="op2",
        id="op2-act1",
    ),
    Act("Decides", Force.DECISION, NOWHERE, action="meet", provision="op3", id="op3-act1"),
)
MANDATES = (
    Mandate(
        "m-op1-1",
        "op1",
        "op1",
        1,
        Modality.DIRECTIVE,
        "report",
        a_quote("report at the next session"),
        addressees=(a_quote("the Keeper"),),
        recipients=(a_quote("the Assembly"),),
        timings=ACTS[0].timings,
        conditions=("c-op1-1", "c-op1-2"),
        scope=(a_quote("the depth of the wells"),),
        reporting_duty=True,
    ),
)
CONDITIONS = (
    Condition("c-op1-1", "op1", "op1", ConditionKind.PROVISO, a_quote("provided that it rains")),
    Condition(
        "c-op1-2",
        "op1",
        "op1",
        ConditionKind.PRESERVATION,
        a_quote("on condition that (a) is kept"),
        binds=("op1.a",),
        towards=("op2",),
        elements=(
            Element(
                "e-1", "op1.a", "op1", ElementKind.ATTRIBUTE, Strength.MUST, "old age", a_quote("their age"), "wells"
            ),
        ),
    ),
)


def a_goal(name: str, parent: str = "", *, open_list: bool = True) -> Goal:
    mechanism = Mechanism("", name, Level("unstated"))
    return Goal(
        f"g-{name}", "op2", "op2", GoalVerb.SEEK, Relation.MEMBERSHIP, Strength.SHOULD, a_quote("seek"), a_quote(name),
        mechanism, parent=parent, open_list=open_list,
    )  # fmt: skip


GOALS = (a_goal("Water Board"), a_goal("Pump Committee", "Water Board"))


@dataclass(frozen=True)
class Reading:
    """What the real reading offers, as far as the command line uses it."""

    source: Source
    findings: tuple[Finding, ...] = ()
    documents: tuple[Document, ...] = (DOCUMENT,)
    provisions: tuple[Provision, ...] = PROVISIONS
    notes: tuple[Note, ...] = (Note("1", "See the map.", "op1", NOWHERE),)
    acts: tuple[Act, ...] = ACTS
    mandates: tuple[Mandate, ...] = MANDATES
    conditions: tuple[Condition, ...] = CONDITIONS
    goals: tuple[Goal, ...] = GOALS
    references: tuple[Reference, ...] = (Reference("resolution 9", "9", NOWHERE, provision="pp1", rule="cited"),)

    @property
    def document(self) -> Document:
        return self.documents[0]

    def to_json(self) -> str:
        return json.dumps({"format": "operative/reading@1", "source": {"name": self.source.name}})

    def to_akn(self) -> bytes:
        return b"<akomaNtoso/>"

    def to_markdown(self) -> str:
        return "# CARE OF WELLS\n"

    def to_html(self) -> str:
        return "<h1>CARE OF WELLS</h1>"


def read(
    source: Path | str | bytes,
    *,
    name: str | None = None,
    language: str | None = None,
    changes: str = "accepted",
    claims: object = (),
    model: object = None,
) -> Reading:
    if language:
        known_language(language)
    content = source if isinstance(source, bytes) else Path(source).read_bytes()
    label = name or Path(str(source)).name
    if b"locked" in content:
        raise EncryptedSource("a password is needed; save the file without one")
    if b"crash" in content:
        os.kill(os.getpid(), signal.SIGSEGV)
    if b"quit" in content:
        os._exit(3)
    findings = ()
    if b"gap" in content:
        findings = (Finding("number-gap", Severity.WARNING, "paragraph 2 is followed by 4", NOWHERE),)
    if b"lost" in content:
        findings = (Finding("unread", Severity.ERROR, "40 characters were \x1b[31mnot read", NOWHERE),)
    return Reading(Source(label, "text/plain", "0" * 64, 1, language or "en"), findings)


def read_acts(text: str, *, body: str = "", adopted: str = "", language: str | None = None) -> list[dict[str, object]]:
    return [{"lead": text.split()[0], "force": "directive"}]


def module() -> ModuleType:
    """The stand-in as a module to be put in the place of `operative.bootstrap.reading`."""
    return sys.modules[__name__]
