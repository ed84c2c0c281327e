"""What a reading asks: of whom, by when, under which conditions, in the words of the text."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from operative.cli.orders import Order
from operative.cli.wording import clean, say_timing, shorten, timing_rank
from operative.domain.acts import Act, Force, Quote, Timing
from operative.domain.mandates import Mandate, Modality
from operative.domain.provisions import Kind, Provision

if TYPE_CHECKING:
    from operative.bootstrap import Reading

__all__ = ["draw_asked", "full_number", "label_of"]

NOBODY = "Nobody by name"
NUMBERED = (Kind.OPERATIVE, Kind.SUBPARAGRAPH, Kind.PREAMBULAR, Kind.BODY)


@dataclass(frozen=True, slots=True)
class Asked:
    """One duty as a row: who, when, where, the verb, the words, and what hangs on it."""

    addressees: tuple[str, ...]
    timings: tuple[Timing, ...]
    number: str
    lead: str
    words: str
    facts: tuple[str, ...]
    conditions: tuple[str, ...] = ()


def draw_asked(console: Console, reading: "Reading", order: Order) -> None:
    """The duties by addressee, then by due date; what the body itself decides comes last."""
    groups = group_duties(reading)
    if not groups:
        return
    console.print()
    console.print(Text("What is asked, of whom, by when", style="bold underline"))
    due_width = min(26, order.width // 4)
    number_width = max(len(asked.number) for duties in groups.values() for asked in duties)
    for head, duties in groups.items():
        console.print(Text(head[:1].upper() + head[1:], style="bold"))
        grid = Table.grid(padding=(0, 2, 0, 0))
        grid.add_column(width=due_width)
        grid.add_column(width=number_width)
        grid.add_column(ratio=1)
        for asked in sorted(duties, key=lambda asked: timing_rank(asked.timings)):
            due = "; ".join(dict.fromkeys(say_timing(timing) for timing in asked.timings))
            words = duty(asked, order.width - due_width - number_width - 8)
            grid.add_row(Text(due or "no date", style="" if due else "dim"), asked.number, words)
        console.print(Padding(grid, (0, 0, 0, 2)))


def group_duties(reading: "Reading") -> dict[str, list[Asked]]:
    """All duties under each of their addressees, the group with the first due date first."""
    own = itself(reading)
    groups: dict[str, list[Asked]] = {}
    heads: dict[str, str] = {}
    for asked, decided in duties_of(reading):
        for head in asked.addressees or (own if decided else NOBODY,):
            head = heads.setdefault(head.casefold().removeprefix("the "), head)
            groups.setdefault(head, []).append(asked)

    def place(head: str) -> tuple[bool, tuple[int, str]]:
        return head in (own, NOBODY), timing_rank(timing for asked in groups[head] for timing in asked.timings)

    return {head: groups[head] for head in sorted(groups, key=place)}


def duties_of(reading: "Reading") -> Iterable[tuple[Asked, bool]]:
    """Every mandate, and every act that asks something and became no mandate; with whether the body decided it."""
    acts = {act.id: act for act in reading.acts}
    done = set()
    for mandate in reading.mandates:
        done.add(name := f"{mandate.paragraph}-act{mandate.act}")
        yield of_mandate(mandate, acts.get(name), reading), mandate.modality is Modality.DECISION
    for act in reading.acts:
        if act.force is not Force.POSITION and act.id not in done:
            yield of_act(act, reading), act.force is Force.DECISION


def of_mandate(mandate: Mandate, act: Act | None, reading: "Reading") -> Asked:
    """The row of a mandate."""
    conditions = [
        f"that of {full_number(condition.provision, reading)}, below" if condition.elements else condition.quote.words
        for condition in reading.conditions
        if condition.id in mandate.conditions
    ]
    lead = "may" if mandate.modality is Modality.PERMISSION else act.lead if act else ""
    return Asked(
        addressees=words_of(mandate.addressees),
        timings=mandate.timings,
        number=full_number(mandate.provision, reading),
        lead=clean(lead),
        words=clean(mandate.duty.words),
        facts=facts_of(mandate, mandate.scope if mandate.reporting_duty else ()),
        conditions=tuple(clean(words) for words in conditions),
    )


def of_act(act: Act, reading: "Reading") -> Asked:
    """The row of an act: its words are those behind its addressees, up to the next act of the same provision."""
    text = next((clean(provision.text) for provision in reading.provisions if provision.id == act.provision), "")
    begun = text.find(clean(act.lead)) + len(clean(act.lead))
    end = len(text)
    for other in reading.acts:
        if other.provision == act.provision and other.span.start > act.span.start:
            found = text.find(clean(other.lead), begun)
            end = min(end, found) if found > 0 else end
    for name in words_of(act.addressees):
        found = text.find(name, begun, end)
        begun = found + len(name) if found >= 0 else begun
    return Asked(
        addressees=words_of(act.addressees),
        timings=act.timings,
        number=full_number(act.provision, reading),
        lead=clean(act.lead),
        words=text[begun:end].strip(" ,;").removesuffix(" and").strip(" ,;:.") or clean(act.action),
        facts=facts_of(act, ()),
        conditions=words_of(act.conditions),
    )


def words_of(quotes: Iterable[Quote]) -> tuple[str, ...]:
    """The words of some values, fit for a terminal."""
    return tuple(clean(quote.words) for quote in quotes)


def facts_of(source: Act | Mandate, scope: Iterable[Quote]) -> tuple[str, ...]:
    """What hangs on a duty: to whom, through whom, on what, with which money."""
    facts = ["report"] if source.reporting_duty else []
    facts += [f"to {words}" for words in words_of(source.recipients)]
    facts += [f"through {words}" for words in words_of(source.channels)]
    facts += [f"on {words}" for words in words_of(scope)]
    return (*facts, *(f"money: {words}" for words in words_of(source.resources)))


def duty(asked: Asked, width: int) -> Text:
    """One duty for a person: verb and words as printed, cut after two lines of the width; then what hangs on it."""
    gap = ": " if asked.words else ""
    text = Text(shorten(f"{asked.lead}{gap}{asked.words}", width, lines=2))
    text.stylize("italic bold", 0, len(asked.lead))
    if asked.facts:
        text.append(f"\n{shorten(' · '.join(asked.facts), width, lines=3)}", style="dim")
    for words in asked.conditions:
        text.append(f"\n{shorten(f'condition: {words}', width, lines=2)}", style="yellow")
    return text


def itself(reading: "Reading") -> str:
    """The name under which the body's own decisions stand."""
    name = clean(reading.document.body_name)
    if not name:
        return "The body itself"
    article = "" if name.lower().startswith("the ") or reading.source.language != "en" else "The "
    return f"{article}{name} itself"


def label_of(provision: Provision) -> str:
    """What stands in the margin: the printed number, or the identifier of an unnumbered paragraph."""
    if provision.number:
        return clean(provision.number)
    return "" if provision.kind in (Kind.ENACTING, Kind.HEADING, Kind.CLOSING, Kind.TITLE) else provision.id


def full_number(id: str, reading: "Reading") -> str:
    """The number of a provision with those of its parents: "3 (a)"."""
    known = {provision.id: provision for provision in reading.provisions}
    parts: list[str] = []
    here = known.get(id)
    while here is not None and here.kind in NUMBERED:
        parts.insert(0, label_of(here).removesuffix("."))
        here = known.get(here.parent or "")
    return " ".join(parts) or id
