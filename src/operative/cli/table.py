"""A reading as a page for a person: title block, provisions, what is asked, what must be kept, what to look at."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from io import StringIO
from typing import TYPE_CHECKING

from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from operative.cli.asked import draw_asked
from operative.cli.orders import Order
from operative.cli.rows import label_of, located_numbers, places_of
from operative.cli.standings import draw_conditions, draw_goals
from operative.cli.wording import clean, count, say_facts, say_name, shorten
from operative.domain.documents import Document
from operative.domain.findings import Finding, Severity
from operative.domain.provisions import Kind, Provision

if TYPE_CHECKING:
    from operative.bootstrap.reading import Reading

__all__ = ["open_console", "render_table"]

FEW = 12
"""Findings that are shown one by one; more of them are counted, unless all words are wanted."""

SEVERITY_STYLE = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "dim"}
KIND_STYLE = {
    Kind.HEADING: "bold",
    Kind.ANNEX: "bold",
    Kind.ARTICLE: "bold",
    Kind.CLOSING: "dim",
    Kind.ENACTING: "italic",
}


def open_console(order: Order) -> tuple[Console, StringIO]:
    """A console of the ordered width and what it has drawn; plain where no terminal will show it."""
    drawn = StringIO()
    console = Console(
        file=drawn,
        width=order.width,
        force_terminal=order.colour,
        color_system="standard" if order.colour else None,
        highlight=False,
        emoji=False,
        markup=False,
        legacy_windows=False,
    )
    return console, drawn


def render_table(reading: "Reading", name: str, order: Order) -> str:
    """The page as text, with colours and italics where the order asks for them."""
    console, drawn = open_console(order)
    console.print(Rule(Text(clean(name), style="dim"), characters="─", style="dim", align="left"))
    places = places_of(reading)
    parted: list[list[Provision]] = [[] for _ in reading.documents]
    for provision in reading.provisions:
        parted[places[provision.id]].append(provision)
    for place, document in enumerate(reading.documents):
        if place:
            console.print()
        draw_title(console, document, reading)
        draw_provisions(console, parted[place], order)
    draw_asked(console, reading, order)
    draw_conditions(console, reading, order)
    draw_goals(console, reading, order)
    draw_findings(console, reading, order)
    console.print(Text(totals(reading), style="dim"))
    return "\n".join(line.rstrip() for line in drawn.getvalue().splitlines()) + "\n"


def draw_title(console: Console, document: Document, reading: "Reading") -> None:
    """Kind, number and symbol; the title; body, session and day."""
    console.print(Text(say_name(document), style="bold"))
    if document.title:
        console.print(Text(clean(document.title), style="bold"))
    console.print(Text(say_facts(document, reading.source.language, reading.source.pages), style="dim"))
    console.print()


def draw_provisions(console: Console, provisions: list[Provision], order: Order) -> None:
    """Every provision with its number in the margin, indented under its parent, the lead in italics."""
    depths = depths_of(provisions)
    margin = min(24, max((2 * depths[p.id] + len(label_of(p)) for p in provisions), default=0)) + 2
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(width=margin, no_wrap=True)
    grid.add_column(width=order.width - margin - 2)
    for provision in provisions:
        if provision.kind is Kind.TITLE:
            continue
        if provision.kind in (Kind.HEADING, Kind.ANNEX, Kind.ARTICLE):
            grid.add_row("", "")
        style = "" if provision.number else "dim"
        label = Text("  " * depths[provision.id] + label_of(provision), style=style)
        grid.add_row(label, words_of(provision, 0 if order.full else order.width - margin - 2))
    console.print(grid)


def depths_of(provisions: Iterable[Provision]) -> dict[str, int]:
    """How deep each provision is nested."""
    depths: dict[str, int] = {}
    for provision in provisions:
        depths[provision.id] = min(6, depths.get(provision.parent, -1) + 1) if provision.parent else 0
    return depths


def words_of(provision: Provision, width: int) -> Text:
    """The words of a provision, set as it would be printed; cut after two lines where a width is given."""
    words = shorten(provision.text, width, lines=2) if width else clean(provision.text)
    text = Text(words, style=KIND_STYLE.get(provision.kind, ""))
    if provision.lead and words.startswith(clean(provision.lead)):
        text.stylize("italic bold", 0, len(clean(provision.lead)))
    return text


UNDONE = {"act-none": "no act was found", "verb-unknown": "the verb is not known"}
"""Findings of which every one says the same: one line names their paragraphs."""


def draw_undone(console: Console, reading: "Reading", findings: Sequence[Finding], order: Order) -> None:
    """One line for the paragraphs in which nothing was found, and one for those whose verb is not known."""
    numbers = located_numbers(reading)
    for code, said in UNDONE.items():
        spans = [finding.span for finding in findings if finding.code == code and finding.span is not None]
        if not spans:
            continue
        named = dict.fromkeys(number_at(span.start, reading, numbers) for span in spans)
        line = f"In {count(len(spans), 'paragraph')} {said}: {', '.join(filter(None, named))}"
        console.print(Text(shorten(line.removesuffix(": "), order.width, lines=3), style="yellow"))


def number_at(start: int, reading: "Reading", numbers: Mapping[str, str]) -> str:
    """The number of the provision that holds a place of the text."""
    at = bisect_right(reading.provisions, start, key=lambda provision: provision.span.start) - 1
    return numbers.get(reading.provisions[at].id, reading.provisions[at].id) if at >= 0 else ""


def draw_findings(console: Console, reading: "Reading", order: Order) -> None:
    """What a person should look at, errors first; remarks and what goes beyond a dozen are only counted."""
    findings: Sequence[Finding] = reading.findings
    rank = [Severity.ERROR, Severity.WARNING, Severity.INFO]
    console.print()
    if not order.full:
        draw_undone(console, reading, findings, order)
        findings = [finding for finding in findings if finding.code not in UNDONE]
    chosen = sorted(findings, key=lambda finding: rank.index(finding.severity))
    shown = chosen if order.full else [finding for finding in chosen if finding.severity is not Severity.INFO][:FEW]
    if shown:
        console.print(Text("To look at", style="bold underline"))
        grid = Table.grid(padding=(0, 2, 0, 0))
        grid.add_column(no_wrap=True)
        grid.add_column(no_wrap=True)
        grid.add_column(ratio=1)
        for finding in shown:
            severity = Text(str(finding.severity), style=SEVERITY_STYLE[finding.severity])
            grid.add_row(severity, finding.code, clean(finding.message))
        console.print(Padding(grid, (0, 0, 0, 2)))
        console.print()
    if rest := len(chosen) - len(shown):
        console.print(Text(f"{count(rest, 'further finding')}; --full shows all", style="dim"))


COUNTED = {
    Kind.PREAMBULAR: "preambular paragraph",
    Kind.OPERATIVE: "operative paragraph",
    Kind.SUBPARAGRAPH: "sub-paragraph",
    Kind.BODY: "other paragraph",
    Kind.ARTICLE: "article",
    Kind.ANNEX: "annex",
}


def totals(reading: "Reading") -> str:
    """What was read, counted."""
    kinds = Counter(provision.kind for provision in reading.provisions)
    parts = [count(kinds[kind], noun) for kind, noun in COUNTED.items() if kinds[kind]]
    others = {"note": len(reading.notes), "act": len(reading.acts), "mandate": len(reading.mandates)}
    others |= {"condition": len(reading.conditions), "goal": len(reading.goals), "reference": len(reading.references)}
    parts += [count(number, noun) for noun, number in others.items() if number]
    return ", ".join(parts) or "nothing read"
