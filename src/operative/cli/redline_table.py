"""A redline for a person at a terminal: words struck and underlined, or in brackets where nothing can be drawn."""

from collections.abc import Iterator, Mapping, Sequence

from rich.console import Console
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from operative.cli.orders import Order
from operative.cli.table import open_console
from operative.cli.wording import clean, count
from operative.domain.provisions import Kind, Provision
from operative.domain.redlines import Change, Piece, RedlineRow
from operative.exchange.redlines import Compared, name_places, say_change, split_strokes, sum_up

__all__ = ["render_redline"]

STYLES = {Change.REMOVED: "red strike", Change.ADDED: "green underline"}
BRACKETS = {Change.REMOVED: ("[-", "-]"), Change.ADDED: ("{+", "+}")}
"""The signs of wdiff, where there is neither colour nor line."""
NEAR = 12
"""Words that are shown on each side of a change, where a paragraph has many that are the same."""
HEADINGS = frozenset((Kind.ARTICLE, Kind.ANNEX))
NAMES = 18
"""The widest margin for numbers."""


def render_redline(rows: Sequence[RedlineRow], old: Compared, new: Compared, order: Order) -> str:
    """What changed, provision by provision; what is the same is counted, unless all words are wanted."""
    console, drawn = open_console(order)
    head = f"{old.source.name} → {new.source.name}"
    console.print(Rule(Text(clean(head), style="dim"), characters="─", style="dim", align="left"))
    console.print(Text(sum_up(rows), style="bold"))
    key = Text("struck", style=STYLES[Change.REMOVED]) if order.colour else Text("[-removed-]")
    other = Text("underlined", style=STYLES[Change.ADDED]) if order.colour else Text("{+added+}")
    console.print(Text.assemble(key, " was removed, " if order.colour else " ", other, " was added" * order.colour))
    console.print()
    draw_rows(console, rows, old, new, order)
    return "\n".join(line.rstrip() for line in drawn.getvalue().splitlines()) + "\n"


def draw_rows(console: Console, rows: Sequence[RedlineRow], old: Compared, new: Compared, order: Order) -> None:
    """A line for each provision that is not as it was, one for each run of those that are."""
    old_names, new_names = name_places(old.provisions), name_places(new.provisions)
    titles = {provision.id: provision for provision in new.provisions}
    margin = min(NAMES, max((len(name) for name in (*old_names.values(), *new_names.values())), default=0))
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(width=margin)
    grid.add_column(width=14)
    grid.add_column(ratio=1)
    alike: list[RedlineRow] = []
    for row in rows:
        said = say_change(row, old_names)
        if not said and not order.full:
            alike.append(row)
            continue
        heading = heading_of(row, titles, alike)
        add_alike(grid, [same for same in alike if heading is None or same.new != heading.id])
        if heading:
            number = Text(clean(heading.number or ""), style="bold")
            grid.add_row(number, "", Text(clean(heading.text), style="bold"))
        alike = []
        name = new_names[row.new] if row.new else old_names[row.old]
        if renumbered(row, name, old_names, titles):
            said += f", was {old_names[row.old]}"
        grid.add_row(Text(clean(name)), Text(said, style="dim" if order.colour else ""), words_of(row, order))
    add_alike(grid, alike)
    console.print(grid)


def add_alike(grid: Table, alike: Sequence[RedlineRow]) -> None:
    """How many provisions are the same, in one line."""
    if alike:
        grid.add_row("", "", Text(f"· {count(len(alike), 'provision')} the same", style="dim"))


def renumbered(row: RedlineRow, name: str, old_names: Mapping[str, str], provisions: Mapping[str, Provision]) -> bool:
    """Whether a printed number of a provision that stayed in its place is another one now."""
    stayed = row.change is Change.CHANGED and not row.moved
    return stayed and bool(provisions[row.new].number) and name != old_names[row.old]


def heading_of(row: RedlineRow, provisions: Mapping[str, Provision], alike: Sequence[RedlineRow]) -> Provision | None:
    """The heading above the first paragraph of an article that is not the same, where the heading itself is."""
    parent = provisions.get(provisions[row.new].parent or "") if row.new else None
    if parent and parent.kind in HEADINGS and any(same.new == parent.id for same in alike):
        return parent
    return None


def words_of(row: RedlineRow, order: Order) -> Text:
    """The words of a row with what was removed and added; long runs of the same words cut to those near a change."""
    pieces = row.pieces if order.full else tuple(shortened(row.pieces))
    text = Text()
    struck = False
    for stroke in split_strokes(pieces):
        words = clean(stroke.words)
        touching = order.colour and struck and stroke.change is Change.ADDED  # lines alone part no words
        text.append(" " if stroke.before or touching else "")
        struck = stroke.change is Change.REMOVED and not stroke.after
        if stroke.change is Change.SAME or not words:
            text.append(words, style="dim" if order.colour and row.change is Change.SAME else "")
        elif order.colour:
            text.append(words, style=STYLES[stroke.change])
        else:
            text.append(words.join(BRACKETS[stroke.change]))
        text.append(" " if stroke.after else "")
    text.rstrip()
    return text


def shortened(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces, of those that are the same only the words near their ends."""
    for at, piece in enumerate(pieces):
        words = piece.words.split()
        first, last = at == 0, at == len(pieces) - 1
        if piece.change is not Change.SAME or len(words) <= 2 * NEAR:
            yield piece
            continue
        before = words[:NEAR] if last or not first else []
        after = [] if last else words[-NEAR:]
        opening = " " if piece.words[:1].isspace() else ""
        closing = " " if piece.words[-1:].isspace() else ""
        yield Piece(Change.SAME, opening + " ".join([*before, "…", *after]) + closing)
