"""`operative corpus search`: provisions by words, phrases and fields."""

import json
from datetime import date
from pathlib import Path

import click

from operative.cli.corpus.options import FOLDER, FORM, open_corpus
from operative.cli.wording import count
from operative.domain.hits import Hit, HitPage
from operative.domain.spans import Span

__all__ = ["search"]


# Without -h, so that -human is a word that is not wanted.
@click.command(context_settings={"help_option_names": ["--help"], "ignore_unknown_options": True})
@FOLDER
@click.argument("words", metavar="QUERY...", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(1, 1000), default=20, show_default=True, help="Hits to show.")
@click.option("--offset", type=click.IntRange(0), default=0, metavar="N", help="Hits to pass over.")
@click.option("--facets", default="", metavar="FIELD,...", help="Count the values of these fields among all hits.")
@FORM
def search(folder: Path, words: tuple[str, ...], limit: int, offset: int, facets: str, to: str) -> int:
    """Find provisions.

    All words must be there, in any form of the word; OR between two makes one enough, - before one leaves out what has
    it, * behind a beginning means any ending. "Quoted words" stand next to each other. Fields: body, year, symbol,
    title, language, kind, verb, force, addressee, timing, report, condition, in_force.

    \b
    Examples:
      operative corpus search memory wells OR bridges
      operative corpus search memory '"climate change" body:unga year:2018-2022 -finance'
      operative corpus search memory report:yes timing:session addressee:"Secretary-General"
      operative corpus search memory verb:requests --facets body,year
      operative corpus search memory "wells in_force:yes" --facets in_force

    Exit codes: 0 found; 1 nothing found; 2 wrong call.
    """
    corpus = open_corpus(folder)
    # The index loads here, not with the command: `operative --help` must start at once.
    from operative.corpus.indexing import refresh_index
    from operative.corpus.search import CorpusSearch

    refresh_index(corpus)
    wanted = [name.strip() for name in facets.split(",") if name.strip()]
    page = CorpusSearch(corpus).find(" ".join(words), limit=limit, offset=offset, facets=wanted, as_of=date.today())
    click.echo(json.dumps(as_dict(page), ensure_ascii=False) if to == "json" else told(page))
    return int(not page.total)


def told(page: HitPage) -> str:
    """The hits for a person."""
    lines = []
    for number, hit in enumerate(page.hits, page.offset + 1):
        year = f", {hit.year}" if hit.year and str(hit.year) not in hit.called else ""
        lines += [f"{number:>3}  {hit.called} {hit.place.provision}{year}", f"     {marked(hit)}"]
    for field in dict.fromkeys(facet.field for facet in page.facets):
        lines.append(f"{field}:")
        lines += [f"{facet.count:>9,}  {facet.value}" for facet in page.facets if facet.field == field]
    last = page.offset + len(page.hits)
    shown = f", {page.offset + 1} to {last} shown" if page.hits and len(page.hits) < page.total else ""
    return "\n".join([*lines, f"{count(page.total, 'provision')}{shown}"])


def marked(hit: Hit) -> str:
    """The words of a hit, what was looked for in bold; click takes that away where no terminal shows it."""
    parts, at = [], 0
    for mark in hit.marks:
        parts += [hit.text[at : mark.start], click.style(mark.of(hit.text), bold=True)]
        at = mark.end
    return " ".join("".join([*parts, hit.text[at:]]).split())


def as_dict(page: HitPage) -> dict[str, object]:
    """The hits for a program."""

    def pair(span: Span) -> list[int]:
        return [span.start, span.end]

    hits = [
        {
            "document": hit.place.document,
            "provision": hit.place.provision,
            "called": hit.called,
            "year": hit.year or None,
            "kind": hit.kind,
            "score": hit.score,
            "text": hit.text,
            "marks": [pair(mark) for mark in hit.marks],
        }
        for hit in page.hits
    ]
    facets = [{"field": facet.field, "value": facet.value, "count": facet.count} for facet in page.facets]
    return {"total": page.total, "offset": page.offset, "state": page.state, "hits": hits, "facets": facets}
