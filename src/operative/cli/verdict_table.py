"""What drafts make of each element, for a person at a terminal: the verdict in a word, and both wordings."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from rich.console import Console
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from operative.cli.orders import Order
from operative.cli.table import open_console
from operative.cli.wording import clean, count, shorten
from operative.domain.verdicts import Shift, Suggestion, Turn, Verdict
from operative.exchange.redlines import name_places

if TYPE_CHECKING:
    from operative.bootstrap.reading import Reading

__all__ = ["render_shifts", "render_verdicts"]

STYLES = {
    Verdict.EXPLICIT: "green",
    Verdict.EQUIVALENT: "green",
    Verdict.IMPLICIT: "yellow",
    Verdict.BY_REFERENCE: "yellow",
    Verdict.NARROWED: "yellow",
    Verdict.SILENT: "red",
    Verdict.CONTRADICTED: "bold red",
    Verdict.ADDED: "yellow",
}
"""Green is fine, yellow to look at, red a gap; the word says the same."""
TURNS = (Turn.WEAKER, Turn.VANISHED, Turn.STRONGER, Turn.APPEARED, Turn.UNCHANGED)
"""The order of a page: what is to be defended comes first."""
UNSIGNED = "These are suggestions made from the words; nobody has signed them."
LINES = 3
"""Lines of a quotation that are shown, unless all words are wanted."""


def render_verdicts(suggestions: Sequence[Suggestion], resolution: "Reading", draft: "Reading", order: Order) -> str:
    """Each element with its verdict and the words of the draft, then what the draft adds."""
    console, drawn = open_console(order)
    draw_head(console, resolution, [draft])
    counts = Counter(one.verdict for one in suggestions)
    console.print(
        Text(", ".join(f"{counts[verdict]} {verdict}" for verdict in Verdict if counts[verdict]), style="bold")
    )
    console.print(Text(UNSIGNED, style="dim"))
    names, places = name_places(resolution.provisions), name_places(draft.provisions)
    elements = [one for one in suggestions if one.element]
    if elements:
        draw_title(console, "What must be kept")
        grid = open_grid([one.verdict for one in elements], names)
        for one in elements:
            words = Text(clean(one.label), style="bold")
            words.append_text(details(one, places, order))
            grid.add_row(clean(names.get(one.provision, "")), word_of(one.verdict), words)
        console.print(grid)
    additions = [one for one in suggestions if not one.element]
    if additions:
        draw_title(console, "What the draft adds that no element asks for")
        grid = open_grid([], places)
        for one in additions:
            grid.add_row(
                clean(places.get(one.passage, one.passage)), "", quoted(one, order).append(f"\n{clean(one.why)}", "dim")
            )
        console.print(grid)
    return finish(drawn.getvalue())


def render_shifts(
    shifts: Sequence[Shift], resolution: "Reading", drafts: tuple["Reading", "Reading"], order: Order
) -> str:
    """What became weaker, vanished, became stronger, appeared or stayed from the old draft to the new."""
    console, drawn = open_console(order)
    draw_head(console, resolution, drafts)
    for called, chosen in (
        ("element", [shift for shift in shifts if is_element(shift)]),
        ("addition", [shift for shift in shifts if not is_element(shift)]),
    ):
        counts = Counter(shift.turn for shift in chosen)
        if chosen:
            parts = ", ".join(f"{counts[turn]} {turn}" for turn in TURNS if counts[turn])
            console.print(Text(f"{count(len(chosen), called)}: {parts}", style="bold"))
    console.print(Text(UNSIGNED, style="dim"))
    for turn in TURNS:
        draw_turn(
            console, turn, [one for one in shifts if one.turn is turn and is_element(one)], resolution, drafts, order
        )
    for turn, said in (
        (Turn.APPEARED, "What the new draft adds that no element asks for"),
        (Turn.UNCHANGED, "What both drafts add"),
        (Turn.VANISHED, "What only the old draft added"),
    ):
        draw_additions(
            console, said, [one for one in shifts if one.turn is turn and not is_element(one)], drafts, order
        )
    return finish(drawn.getvalue())


def is_element(shift: Shift) -> bool:
    """Whether a shift is of an element, not of an addition."""
    return any(one is not None and one.element for one in (shift.old, shift.new))


def draw_head(console: Console, resolution: "Reading", drafts: Sequence["Reading"]) -> None:
    """What is held against what."""
    names = " → ".join(draft.source.name for draft in drafts)
    head = Text(clean(f"{names}, held against {resolution.source.name}"), style="dim")
    console.print(Rule(head, characters="─", style="dim", align="left"))


def draw_title(console: Console, title: str) -> None:
    """A heading with an empty line before it."""
    console.print()
    console.print(Text(title, style="bold underline"))


def draw_turn(
    console: Console,
    turn: Turn,
    shifts: Sequence[Shift],
    resolution: "Reading",
    drafts: tuple["Reading", "Reading"],
    order: Order,
) -> None:
    """The elements of one turn, with both wordings; those that are as they were only by name."""
    if not shifts:
        return
    draw_title(console, f"{turn.capitalize()} ({len(shifts)})")
    names = name_places(resolution.provisions)
    places = [name_places(draft.provisions) for draft in drafts]
    brief = turn is Turn.UNCHANGED and not order.full
    grid = open_grid([one.verdict for shift in shifts for one in (shift.old, shift.new) if one and brief], names)
    for shift in shifts:
        known = shift.new or shift.old
        words = Text(clean(shift.label), style="bold")
        if not brief:
            for said, one, found in (("was", shift.old, places[0]), ("now", shift.new, places[1])):
                words.append(f"\n{said} ", style="dim").append_text(word_of(one.verdict if one else Verdict.SILENT))
                words.append_text(details(one, found, order, ", ") if one else Text())
            verdict = Text()
        else:
            verdict = word_of(known.verdict if known else Verdict.SILENT)
        grid.add_row(clean(names.get(known.provision, "") if known else ""), verdict, words)
    console.print(grid)


def draw_additions(
    console: Console, said: str, shifts: Sequence[Shift], drafts: tuple["Reading", "Reading"], order: Order
) -> None:
    """Additions with their words in the newest draft that has them."""
    if not shifts:
        return
    draw_title(console, said)
    old, new = (name_places(draft.provisions) for draft in drafts)
    grid = open_grid([], {**old, **new})
    for shift in shifts:
        one = shift.new or shift.old
        if one is not None:
            places = new if shift.new else old
            words = quoted(one, order).append(f"\n{clean(one.why)}", "dim")
            grid.add_row(clean(places.get(one.passage, one.passage)), "", words)
    console.print(grid)


def open_grid(verdicts: Iterable[Verdict], names: Mapping[str, str]) -> Table:
    """Three columns: where, the verdict, the words."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(width=min(16, max((len(name) for name in names.values()), default=6)))
    grid.add_column(width=max((len(verdict) for verdict in verdicts), default=0))
    grid.add_column(ratio=1)
    return grid


def word_of(verdict: Verdict) -> Text:
    """The verdict as a word."""
    return Text(str(verdict), style=STYLES[verdict])


def details(one: Suggestion, places: Mapping[str, str], order: Order, start: str = "\n") -> Text:
    """The draft's words with their place, what is missing, and why; that nothing says it needs no reason."""
    text = Text()
    if one.quote is None and one.verdict is Verdict.SILENT and not order.full:
        return text
    if one.quote:
        text.append(f"{start}{clean(places.get(one.passage, one.passage))}: ", "dim").append_text(quoted(one, order))
    if one.missing and one.quote:
        text.append("\nmissing: ", "dim").append(clean(", ".join(one.missing)), "strike" if order.colour else "")
    text.append(f"\n{clean(one.why)}", style="dim")
    return text


def quoted(one: Suggestion, order: Order) -> Text:
    """The words of the draft in quotation marks, cut after some lines unless all are wanted."""
    words = clean(one.quote.words) if one.quote else clean(one.label)
    return Text(f"“{words if order.full else ' '.join(shorten(words, order.width - 30, LINES).split())}”")


def finish(drawn: str) -> str:
    """The drawn lines without blanks at their ends."""
    return "\n".join(line.rstrip() for line in drawn.splitlines()) + "\n"
