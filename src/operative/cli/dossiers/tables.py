"""Views of a dossier as tables for a person, or as JSON for a program."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from operative.cli.wording import clean, say_date
from operative.domain.entries import Entry
from operative.domain.evidence import Evidence
from operative.dossiers.ledger import entry_as_plain
from operative.dossiers.records import as_plain

__all__ = ["Columns", "say_evidence", "show_entries", "show_json", "show_rows", "show_title", "show_view"]

Columns = Sequence[str]


def show_json(value: Any) -> None:
    """Print a view, or a list of views, as JSON with every field."""
    click.echo(json.dumps(as_plain(value, whole=True), ensure_ascii=False, indent=2))


def show_title(words: str, below: str = "") -> None:
    """Print a heading, and a line below it."""
    console = Console(highlight=False)
    console.print(Text(clean(words), style="bold"))
    if below:
        console.print(Text(clean(below)))


def show_rows(columns: Columns, rows: Iterable[Sequence[str]], nothing: str) -> None:
    """Print rows under their headings; the words `nothing` where there is none."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), show_edge=False, header_style="underline")
    for heading in columns:
        table.add_column(heading, overflow="fold")
    for row in rows:
        table.add_row(*(Text(clean(cell)) for cell in row))
    if table.row_count:
        Console(highlight=False).print(table)
    else:
        click.echo(nothing)


def show_view(view: Any, to: str, columns: Columns, rows: Iterable[Sequence[str]], nothing: str) -> int:
    """Print a view as JSON, or as its one table; the exit code."""
    if to == "json":
        show_json(view)
    else:
        show_rows(columns, rows, nothing)
    return 0


def show_entries(entries: Sequence[Entry], to: str) -> None:
    """Print entries that were just made."""
    if to == "json":
        click.echo(json.dumps([entry_as_plain(entry) for entry in entries], ensure_ascii=False, indent=2))
        return
    for entry in entries:
        proofs = "; ".join(map(say_evidence, entry.statement.evidence)) or "no evidence"
        click.echo(f"entry {entry.number}: {entry.fact.kind}, {say_date(entry.effective.iso)}, {proofs}")


def say_evidence(evidence: Evidence) -> str:
    """ "A/RES/70/296 art. 2: “the words”"."""
    words = f": “{clean(evidence.quote)}”" if evidence.quote else ""
    return f"{evidence.document} {evidence.provision}".strip() + words
