"""What a reading asks: of whom, by when, under which conditions, in the words of the text."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from operative.cli.groups import group_duties, knows_actors
from operative.cli.orders import Order
from operative.cli.rows import Asked, duties_of, full_numbers, places_of
from operative.cli.wording import LANGUAGES, clean, count, language_name, say_name, say_timing, shorten, timing_rank

if TYPE_CHECKING:
    from operative.bootstrap.reading import Reading

__all__ = ["draw_asked"]

MANY = 200
"""Rows that are shown of one document; more of them are counted, unless all words are wanted."""


def draw_asked(console: Console, reading: "Reading", order: Order) -> None:
    """The duties of each document by addressee, then by due date; what the body itself decides comes last."""
    places = places_of(reading)
    parted: dict[int, list[Asked]] = {}
    for asked in duties_of(reading, full_numbers(reading.provisions)):
        parted.setdefault(places.get(asked.provision, 0), []).append(asked)
    if not parted:
        return
    console.print()
    console.print(Text("What is asked, of whom, by when", style="bold underline"))
    language = reading.source.language
    if language not in LANGUAGES:  # a text in a language that is not known was read as English
        language = "en"
    if not knows_actors(language):
        said = f"The verbs and actors of {language_name(language)} are only partly known: look at the text as well."
        console.print(Text(said, style="yellow"))
    for place, duties in sorted(parted.items()):
        document = reading.documents[place]
        if len(reading.documents) > 1:
            console.print()
            name = f"{say_name(document)}  {clean(document.title)}".strip()
            console.print(Text(shorten(name, order.width, lines=1), style="underline"))
        draw_groups(console, group_duties(duties, document, language), order)


def draw_groups(console: Console, groups: Mapping[str, list[Asked]], order: Order) -> None:
    """The groups of one document, cut after so many rows."""
    left, total = MANY, sum(map(len, groups.values()))
    due_width = min(26, order.width // 4)
    number_width = min(16, max(len(asked.number) for duties in groups.values() for asked in duties))
    for head, duties in groups.items():
        shown = sorted(duties, key=lambda asked: timing_rank(asked.timings))
        if not order.full:
            shown = shown[: max(left, 0)]
        left -= len(shown)
        if not shown:
            continue
        console.print(Text(shorten(head[:1].upper() + head[1:], order.width, lines=2), style="bold"))
        grid = Table.grid(padding=(0, 2, 0, 0))
        grid.add_column(width=due_width)
        grid.add_column(width=number_width)
        grid.add_column(ratio=1)
        for asked in shown:
            due = say_due(asked, due_width)
            words = duty(asked, order.width - due_width - number_width - 8)
            grid.add_row(Text(due or "no date", style="" if due else "dim"), asked.number, words)
        console.print(Padding(grid, (0, 0, 0, 2)))
    if rest := total - (MANY - left):
        console.print(Text(f"and {count(rest, 'more row')}; --full shows all", style="dim"))


def say_due(asked: Asked, width: int) -> str:
    """When, in the words of the text, each once."""
    return shorten("; ".join(dict.fromkeys(say_timing(timing) for timing in asked.timings)), width, lines=8)


def duty(asked: Asked, width: int) -> Text:
    """One duty for a person: verb and words as printed, cut after two lines of the width; then what hangs on it."""
    lead, words = asked.lead, asked.words
    if words.casefold().startswith(lead.casefold()):  # where the addressee is not read, the words begin with the verb
        words = words[len(lead) :].lstrip(" :：,，")
    gap = ": " if lead and words else ""
    text = Text(shorten(f"{lead}{gap}{words}", width, lines=2))
    text.stylize("italic bold", 0, len(lead))
    if asked.facts:
        text.append(f"\n{shorten(' · '.join(asked.facts), width, lines=3)}", style="dim")
    for condition in asked.conditions:
        text.append(f"\n{shorten(f'condition: {condition}', width, lines=2)}", style="yellow")
    return text
