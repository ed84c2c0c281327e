"""`operative corpus cites`: what a document cites, what cites it, and what is odd about the citations of a corpus."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from operative.cli.corpus.options import FOLDER, FORM, document_of, open_corpus, print_lines
from operative.cli.wording import count
from operative.domain.citations import Citation, CitationState
from operative.errors import WrongCall

if TYPE_CHECKING:
    from operative.corpus.citations import CitationGraph
    from operative.corpus.corpora import Corpus

__all__ = ["cites"]

MOST = 10
"""Documents that are named as cited most."""


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@FOLDER
@click.argument("document", required=False)
@FORM
def cites(folder: Path, document: str | None, to: str) -> int:
    """Show what DOCUMENT cites and what cites it, with paragraph and verb.

    DOCUMENT is a symbol, or the key or name under which the corpus has it. A symbol that the corpus does not hold shows
    what cites it. Without DOCUMENT: how many citations lead where, what is cited most, and circles.

    \b
    Examples:
      operative corpus cites memory A/RES/77/1
      operative corpus cites memory "Charter of the United Nations"
      operative corpus cites memory

    Exit codes: 0 done; 2 wrong call.
    """
    corpus = open_corpus(folder)
    # The tables load here, not with the command: `operative --help` must start at once.
    from operative.corpus.citations import CitationGraph

    graph = CitationGraph.of(corpus)
    if document is None:
        print_lines(as_dict(one, "cites") for one in graph.citations) if to == "json" else click.echo(overview(graph))
        return 0
    outward, inward = both_ways(graph, corpus, document)
    if to == "json":
        print_lines([*(as_dict(one, "cites") for one in outward), *(as_dict(one, "cited by") for one in inward)])
    else:
        click.echo("\n".join(told(graph, outward, inward)))
    return 0


def both_ways(graph: "CitationGraph", corpus: "Corpus", document: str) -> tuple[Iterable[Citation], Iterable[Citation]]:
    """What the document cites and what cites it; raises `WrongCall` where the corpus knows nothing of it."""
    # As above.
    from operative.corpus.citations import symbol_of

    inward = graph.cited_by(document)
    try:
        key = document_of(corpus, document)
    except WrongCall:
        if not inward:
            raise
        return (), inward
    return graph.cites(key), graph.cited_by(symbol_of(corpus.holdings[key]) or document)


def told(graph: "CitationGraph", outward: Iterable[Citation], inward: Iterable[Citation]) -> Iterator[str]:
    """Both directions for a person."""
    outward, inward = list(outward), list(inward)
    yield f"cites ({count(len(outward), 'time')}):"
    for one in outward:
        where = f", {one.pinpoint}" if one.pinpoint else ""
        odd = {CitationState.UNRESOLVED: "  (no target)", CitationState.ABSENT: "  (not in this corpus)"}
        later = "  (adopted later)" if one.later else ""
        yield f"  {one.place.provision:<10} {one.verb}: {one.symbol or one.quote}{where}{odd.get(one.state, '')}{later}"
    yield f"cited by ({count(len(inward), 'time')}):"
    for one in inward:
        where = f", {one.pinpoint}" if one.pinpoint else ""
        yield f"  {graph.holdings[one.place.document].called} {one.place.provision}  {one.verb}{where}"


def overview(graph: "CitationGraph") -> str:
    """The citations of a whole corpus for a person."""
    states = graph.states()
    lines = [
        f"{count(sum(states.values()), 'citation')}: {states[CitationState.HELD]:,} of documents of this corpus, "
        f"{states[CitationState.ABSENT]:,} of others, {states[CitationState.UNRESOLVED]:,} without a target",
        "cited most:",
        *(f"{times:>7,}  {symbol}" for symbol, times in graph.most_cited(MOST)),
    ]
    circles = graph.circles()
    lines.append(f"{count(len(circles), 'circle')} of citations" + (":" if circles else ""))
    lines += [f"  {', '.join(graph.holdings[key].called for key in circle.documents[:MOST])}" for circle in circles]
    later = [one for one in graph.citations if one.later]
    lines.append(f"{count(len(later), 'citation')} of what was adopted later" + (":" if later else ""))
    lines += [
        f"  {graph.holdings[one.place.document].called} {one.place.provision}: {one.symbol}" for one in later[:MOST]
    ]
    return "\n".join(lines)


def as_dict(one: Citation, direction: str) -> dict[str, Any]:
    """A citation for a program."""
    return {
        "direction": direction,
        "document": one.place.document,
        "provision": one.place.provision,
        "verb": one.verb,
        "quote": one.quote,
        "symbol": one.symbol,
        "pinpoint": one.pinpoint,
        "target": one.target or None,
        "state": one.state.value,
        "later": one.later,
    }
