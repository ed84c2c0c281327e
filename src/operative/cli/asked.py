"""What a reading asks: of whom, by when, in the words of the text."""

from typing import TYPE_CHECKING

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from operative.cli.orders import Order
from operative.cli.wording import clean, say_timing, shorten, timing_rank
from operative.domain.acts import Act, Force
from operative.domain.provisions import Kind, Provision

if TYPE_CHECKING:
    from operative.bootstrap import Reading

__all__ = ["draw_asked", "label_of"]

NOBODY = "Nobody by name"
NUMBERED = (Kind.OPERATIVE, Kind.SUBPARAGRAPH, Kind.PREAMBULAR, Kind.BODY)


def draw_asked(console: Console, reading: "Reading", order: Order) -> None:
    """The acts that put a duty on somebody, by addressee, then by due date; decisions of the body itself last."""
    groups = group_acts(reading)
    if not groups:
        return
    console.print()
    console.print(Text("What is asked, of whom, by when", style="bold underline"))
    due_width = min(26, order.width // 4)
    numbers = {act.id: full_number(act.provision, reading) for acts in groups.values() for act in acts}
    number_width = max(map(len, numbers.values()))
    for head, acts in groups.items():
        console.print(Text(head[:1].upper() + head[1:], style="bold"))
        grid = Table.grid(padding=(0, 2, 0, 0))
        grid.add_column(width=due_width)
        grid.add_column(width=number_width)
        grid.add_column(ratio=1)
        room = order.width - due_width - number_width - 8
        for act in sorted(acts, key=lambda act: timing_rank(act.timings)):
            due = "; ".join(dict.fromkeys(say_timing(timing) for timing in act.timings))
            words = duty(act, words_asked(act, reading), room)
            grid.add_row(Text(due or "no date", style="" if due else "dim"), numbers[act.id], words)
        console.print(Padding(grid, (0, 0, 0, 2)))


def group_acts(reading: "Reading") -> dict[str, list[Act]]:
    """All acts but positions under each of their addressees, the group with the first due date first."""
    own = itself(reading)
    groups: dict[str, list[Act]] = {}
    heads: dict[str, str] = {}
    for act in reading.acts:
        if act.force is Force.POSITION:
            continue
        nobody = own if act.force is Force.DECISION else NOBODY
        for head in [clean(quote.words) for quote in act.addressees] or [nobody]:
            head = heads.setdefault(head.casefold().removeprefix("the "), head)
            groups.setdefault(head, []).append(act)

    def place(head: str) -> tuple[bool, tuple[int, str]]:
        return head in (own, NOBODY), timing_rank(timing for act in groups[head] for timing in act.timings)

    return {head: groups[head] for head in sorted(groups, key=place)}


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
    return " ".join(parts)


def words_asked(act: Act, reading: "Reading") -> str:
    """What an act asks as printed: the words behind its addressees, up to the next act of the same provision."""
    text = next((clean(provision.text) for provision in reading.provisions if provision.id == act.provision), "")
    start = text.find(clean(act.lead))
    if start < 0:
        return clean(act.action)
    end = len(text)
    begun = start + len(clean(act.lead))
    for other in reading.acts:
        if other.provision == act.provision and other.span.start > act.span.start:
            next_lead = text.find(clean(other.lead), begun)
            end = min(end, next_lead) if next_lead > 0 else end
    for quote in act.addressees:
        found = text.find(clean(quote.words), begun, end)
        if found >= 0:
            begun = found + len(clean(quote.words))
    return text[begun:end].strip(" ,;").removesuffix(" and").strip(" ,;:.")


def duty(act: Act, words: str, width: int) -> Text:
    """One act for a person: verb and words as printed, cut after two lines of the width; then what hangs on it."""
    gap = " … " if act.addressees else " "
    shown = f"{clean(act.lead)}{gap}{words}".strip()
    text = Text(shorten(shown, width, lines=2))
    text.stylize("italic bold", 0, len(clean(act.lead)))
    facts = ["report"] if act.reporting_duty else []
    facts += [f"to {clean(quote.words)}" for quote in act.recipients]
    facts += [f"through {clean(quote.words)}" for quote in act.channels]
    if facts:
        text.append(f"\n{' · '.join(facts)}", style="dim")
    for quote in act.conditions:
        text.append(f"\ncondition: {clean(quote.words)}", style="yellow")
    for quote in act.resources:
        text.append(f"\nmoney: {clean(quote.words)}", style="dim")
    return text
