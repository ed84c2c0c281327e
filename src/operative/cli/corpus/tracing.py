"""`operative corpus lineage`: a provision through the sessions, and series of texts."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from operative.cli.corpus.options import FOLDER, FORM, document_of, open_corpus, print_lines
from operative.cli.corpus.overlapping import listed, pieces_shown
from operative.cli.wording import clean, count, shorten
from operative.domain.lineages import Lineage, Series
from operative.domain.overlaps import Place
from operative.domain.redlines import Change

if TYPE_CHECKING:
    from operative.corpus.corpora import Corpus

__all__ = ["lineage"]

WIDTH = 96


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@FOLDER
@click.argument("document", required=False)
@click.argument("provision", required=False)
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="Series to show.")
@FORM
def lineage(folder: Path, document: str | None, provision: str | None, limit: int, to: str) -> int:
    """Follow PROVISION of DOCUMENT through the sessions: same, or changed by which words.

    Without PROVISION, the series in which the DOCUMENT stands; without DOCUMENT, all series of texts that come again,
    the longest first, with how many provisions were the same, changed or new each time.

    \b
    Examples:
      operative corpus lineage memory A/RES/77/1 op3
      operative corpus lineage memory A/RES/77/1
      operative corpus lineage memory

    Exit codes: 0 done; 1 nothing found; 2 wrong call.
    """
    corpus = open_corpus(folder)
    # The arrays load here, not with the command: `operative --help` must start at once.
    from operative.corpus.lineages import find_lineage
    from operative.corpus.series import find_series

    key = document_of(corpus, document) if document else ""
    if key and provision:
        found = find_lineage(corpus, Place(key, provision))
        if to == "json":
            print_lines(step_rows(found))
        else:
            click.echo("\n".join(told(found, corpus)))
        return 0
    symbol = corpus.holdings[key].symbol if key else ""
    same = {key} | {one for one, holding in corpus.holdings.items() if symbol and holding.symbol == symbol}
    chosen = [one for one in find_series(corpus) if not key or same & {step.document for step in one.steps}]
    if to == "json":
        print_lines(map(series_as_dict, chosen))
    else:
        for series in islice(chosen, limit):
            click.echo("\n".join(told_series(series, corpus)))
        click.echo(f"{len(chosen):,} series")
    return int(not chosen)


def told(found: Lineage, corpus: "Corpus") -> Iterator[str]:
    """The wordings for a person: the first in full, later ones by what changed."""
    texts = {one.place: one.text for one in corpus.provisions}
    for step in found.steps:
        here = ">" if step.place == found.place else " "
        said = {Change.SAME: "same", Change.CHANGED: f"{step.likeness:.2f}"}.get(step.change, "first")
        yield f"{here} {step.adopted or 'undated':<10} {said:<5} {corpus.holdings[step.place.document].called} " + (
            step.place.provision
        )
        if step.change is not Change.SAME:
            yield f"      {pieces_shown(step.pieces) or clean(texts[step.place])}"
    if found.elsewhere:
        called = [corpus.holdings[place.document].called for place in found.elsewhere]
        yield f"  a formula: {count(len(called), 'text')} on other matters use it too: {listed(called)}"


def told_series(series: Series, corpus: "Corpus") -> Iterator[str]:
    """A series for a person."""
    often = f", every {count(series.every, 'year')}" if series.every else ""
    yield f"{shorten(series.title, WIDTH, lines=1)}  ({series.body}, {count(len(series.steps), 'text')}{often})"
    for number, step in enumerate(series.steps):
        change = f"{step.same:>4} same {step.changed:>4} changed {step.new:>4} new" if number else ""
        size = f"{step.provisions:>4} provisions {step.words:>7,} words"
        yield f"  {step.adopted:<10} {corpus.holdings[step.document].called:<20} {size} {change}".rstrip()


def step_rows(found: Lineage) -> Iterator[dict[str, Any]]:
    """One object for each wording."""
    for step in found.steps:
        yield {
            "document": step.place.document,
            "provision": step.place.provision,
            "adopted": step.adopted or None,
            "change": step.change.value,
            "likeness": round(step.likeness, 4),
            "pieces": [[piece.change.value, piece.words] for piece in step.pieces],
        }


def series_as_dict(series: Series) -> dict[str, Any]:
    """A series for a program."""
    steps = [
        {
            "document": step.document,
            "adopted": step.adopted,
            "provisions": step.provisions,
            "words": step.words,
            "same": step.same,
            "changed": step.changed,
            "new": step.new,
        }
        for step in series.steps
    ]
    return {"title": series.title, "body": series.body, "every": series.every or None, "steps": steps}
