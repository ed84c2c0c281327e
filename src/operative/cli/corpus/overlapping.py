"""`operative corpus overlap`: what repeats, and what of a draft exists already."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from operative.cli.corpus.options import FOLDER, FORM, open_corpus, print_lines
from operative.cli.wording import count, shorten
from operative.domain.overlaps import DraftOverlap, Echo
from operative.domain.redlines import Change, Piece
from operative.dossiers.figures import say_first

if TYPE_CHECKING:
    from operative.corpus.corpora import Corpus
    from operative.corpus.language import Repeated

__all__ = ["overlap"]

WIDTH = 96
PLACES = 3
"""Places that are named of each wording; of more, how many there are."""


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@FOLDER
@click.option("--draft", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="Only what this text has.")
@click.option("--likeness", type=click.FloatRange(0.1, 1), default=0.8, show_default=True, help="What is near.")
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="Rows of each list to show.")
@FORM
def overlap(folder: Path, draft: Path | None, likeness: float, limit: int, to: str) -> int:
    """Show what repeats in a corpus, or what of a draft it has already.

    Texts are the same where their words are, whatever the letter case and the punctuation; they are nearly the same
    where they share so much of their runs of three words. No pair is missed.

    \b
    Examples:
      operative corpus overlap memory
      operative corpus overlap memory --draft draft.docx
      operative corpus overlap memory --to json > overlap.jsonl

    Exit codes: 0 done; 2 wrong call.
    """
    corpus = open_corpus(folder)
    # The arrays load here, not with the command: `operative --help` must start at once.
    from operative.corpus.language import COMPARED, draft_overlap, find_repeated

    if draft is None:
        repeated = find_repeated(corpus, likeness)
        if to == "json":
            print_lines(repeated_rows(repeated))
        else:
            click.echo("\n".join(told(repeated, corpus, limit)))
        return 0
    from operative.bootstrap.reading import read

    provisions = [(one.id, one.text) for one in read(draft).provisions if one.kind in COMPARED]
    found = draft_overlap(corpus, provisions, likeness)
    if to == "json":
        print_lines(map(echo_as_dict, found.echoes))
    else:
        click.echo("\n".join(told_draft(found, dict(provisions), corpus)))
    return 0


def repeated_rows(repeated: "Repeated") -> Iterator[dict[str, Any]]:
    """One object for each group of the same words, then one for each near pair."""
    for group in repeated.groups():
        yield {"change": "same", "places": [[one.document, one.provision] for one in group], "text": group[0].text}
    for one, other, pair in repeated.near():
        places = [[one.document, one.provision], [other.document, other.provision]]
        yield {"change": "changed", "likeness": round(pair.likeness, 4), "places": places, "text": one.text}


def told(repeated: "Repeated", corpus: "Corpus", limit: int) -> Iterator[str]:
    """What repeats, for a person."""
    overlap = repeated.overlap
    if overlap.total:
        yield (
            f"{count(overlap.total, 'provision')} of 60 and more characters, {overlap.distinct:,} wordings: "
            f"{1 - overlap.distinct / overlap.total:.0%} were there before, word for word"
        )
    yield f"{count(len(overlap.repetitions), 'wording')} more than once:"
    for group in islice(repeated.groups(), limit):
        called = [corpus.holdings[one.document].called for one in group]
        yield f"{len(group):>7,}  {shorten(group[0].text, WIDTH, lines=1)}"
        yield f"         {listed(called)}"
    yield f"{count(len(overlap.near), 'pair')} nearly the same:"
    for one, other, pair in islice(repeated.near(), limit):
        yield f"   {pair.likeness:.2f}  {shorten(one.text, WIDTH, lines=1)}"
        yield f"         {listed([f'{corpus.holdings[p.document].called} {p.provision}' for p in (one, other)])}"


def listed(names: list[str]) -> str:
    """Some of the names, and how many there are."""
    return say_first(list(dict.fromkeys(names)), PLACES)


def told_draft(found: DraftOverlap, texts: dict[str, str], corpus: "Corpus") -> Iterator[str]:
    """What of a draft exists already, for a person."""
    for echo in found.echoes:
        named = [f"{corpus.holdings[place.document].called} {place.provision}" for place in echo.places]
        said = {Change.SAME: "same", Change.CHANGED: f"{echo.likeness:.2f}"}.get(echo.change, "new")
        yield f"{echo.provision:<10} {said:<5} {listed(named)}".rstrip()
        words = pieces_shown(echo.pieces) if echo.pieces else texts[echo.provision]
        yield f"           {shorten(words, 2 * WIDTH, lines=2) if not echo.pieces else words}"
    counts = {change: sum(echo.change is change for echo in found.echoes) for change in Change}
    yield (
        f"{count(len(found.echoes), 'provision')}: {counts[Change.SAME]} the same, {counts[Change.CHANGED]} nearly, "
        f"{counts[Change.ADDED]} new; {found.new_share:.0%} of the words are new language"
    )


def pieces_shown(pieces: tuple[Piece, ...]) -> str:
    """What changed by word: [-removed-] {+added+}."""
    marks = {Change.REMOVED: ("[-", "-]"), Change.ADDED: ("{+", "+}")}
    shown = []
    for piece in pieces:
        before, behind = marks.get(piece.change, ("", ""))
        words = piece.words.strip()
        shown.append(piece.words if not before else f" {before}{words}{behind}" if words else "")
    return " ".join("".join(shown).split())


def echo_as_dict(echo: Echo) -> dict[str, Any]:
    """An echo for a program."""
    return {
        "provision": echo.provision,
        "change": echo.change.value,
        "likeness": round(echo.likeness, 4),
        "places": [[place.document, place.provision] for place in echo.places],
        "pieces": [[piece.change.value, piece.words] for piece in echo.pieces],
        "words": echo.words,
        "new_words": echo.new_words,
    }
