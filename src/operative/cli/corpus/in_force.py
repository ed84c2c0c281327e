"""`operative corpus in-force` and `confirm`: what still binds, what says so, and what a person decided of it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from operative.cli.corpus.options import BODY, FOLDER, FORM, document_of, open_corpus, print_lines
from operative.cli.wording import count, shorten
from operative.domain.validity import CodifiedText, Effect, Judgement, Validity

if TYPE_CHECKING:
    from operative.corpus.corpora import Corpus

__all__ = ["confirm", "in_force"]

DAY = click.DateTime(("%Y-%m-%d",))
STATES = click.Choice([one.value for one in Validity])
WIDTH = 96


@click.command("in-force", context_settings={"help_option_names": ["-h", "--help"]})
@FOLDER
@BODY
@click.option("--as-of", type=DAY, metavar="DAY", help="As of this day, such as 2030-01-31. [default: today]")
@click.option("--state", "states", type=STATES, multiple=True, help="Only texts in this state; may be repeated.")
@click.option("--review-missing", is_flag=True, help="Only what lasts and says nowhere when it is looked at again.")
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True, help="Texts to show.")
@FORM
def in_force(
    folder: Path,
    body: str,
    as_of: datetime | None,
    states: tuple[str, ...],
    review_missing: bool,
    limit: int,
    to: str,
) -> int:
    """Show which texts still bind: renewed, adapted, merged, replaced, retired, expired, or nothing found that ends it.

    Every state comes with the words that say so, and is a suggestion until a person confirms it with
    `operative corpus confirm`. Only texts that decide something are listed.

    \b
    Examples:
      operative corpus in-force memory --body unsc --as-of 2022-01-01
      operative corpus in-force memory --state expired --state replaced --to json
      operative corpus in-force memory --review-missing

    Exit codes: 0 done; 1 nothing found; 2 wrong call.
    """
    corpus = open_corpus(folder)
    # The arrays load here, not with the command: `operative --help` must start at once.
    from operative.corpus.bodies import is_of_body
    from operative.corpus.codified import Codified, codified_texts

    day = as_of.date() if as_of else date.today()
    found = [
        one
        for one in codified_texts(Codified.of(corpus), day)
        if (not states or one.state in states)
        and (not review_missing or one.review_missing)
        and is_of_body(corpus.holdings[one.document], body)
    ]
    found.sort(key=lambda one: (corpus.holdings[one.document].adopted, corpus.holdings[one.document].called))
    if to == "json":
        print_lines(as_dict(one, corpus) for one in found)
        return int(not found)
    for one in islice(found, limit):
        click.echo("\n".join(told(one, corpus)))
    times = Counter(one.state for one in found)
    parts = [f"{times[state]:,} {state.value}" for state in Validity if times[state]]
    missing = sum(one.review_missing for one in found)
    parts += [f"{missing:,} without a date of review"] if missing else []
    click.echo(f"{count(len(found), 'text')} as of {day}" + (f": {', '.join(parts)}" if parts else ""))
    return int(not found)


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@FOLDER
@click.argument("document")
@click.argument("state", type=STATES)
@click.option("--by", required=True, metavar="NAME", help="Who decides.")
@click.option("--from", "day", type=DAY, metavar="DAY", help="The day from which it counts. [default: today]")
@click.option("--until", type=DAY, metavar="DAY", help="The last day on which the text binds.")
@click.option("--reason", default="", metavar="WORDS", help="Why.")
def confirm(
    folder: Path, document: str, state: str, by: str, day: datetime | None, until: datetime | None, reason: str
) -> int:
    """Say as a person that DOCUMENT is in a STATE, whatever the rules suggest; the last word counts, none is lost.

    \b
    Examples:
      operative corpus confirm memory A/RES/77/1 replaced --by "A. Person" --reason "see A/RES/79/3"
      operative corpus confirm memory A/RES/77/2 in-force --by "A. Person" --until 2031-12-31

    Exit codes: 0 kept; 2 wrong call.
    """
    corpus = open_corpus(folder)
    # The tables load here, not with the command: `operative --help` must start at once.
    from operative.corpus.judgements import add_judgement

    counts = str(day.date() if day else date.today())
    last = str(until.date()) if until else ""
    key = document_of(corpus, document)
    add_judgement(corpus, Judgement(key, Validity(state), by.strip(), counts, reason.strip(), last))
    click.echo(f"{corpus.holdings[key].called}: {state}, says {by.strip()}, from {counts} on", err=True)
    return 0


def told(one: CodifiedText, corpus: "Corpus") -> Iterator[str]:
    """A text for a person: its state, and the words that decided it."""
    holding = corpus.holdings[one.document]
    until = f" until {one.until}" if one.until else ""
    title = "" if holding.title in holding.called else f"  {shorten(holding.title, WIDTH - 50, lines=1)}"
    yield f"{holding.adopted:<10}  {holding.called:<20} {one.state.value}{until}{title}"
    if one.judgement:
        why = f": {one.judgement.reason}" if one.judgement.reason else ""
        yield f"            {one.judgement.by} says so, {one.judgement.day}{why}; suggested: {one.suggested.value}"
    effect = telling(one)
    if effect is not None:
        where = f"{corpus.holdings[effect.place.document].called} {effect.place.provision}".strip()
        part = f" ({effect.part})" if effect.part else ""
        yield f"            {effect.rule}{part}, {where}: {shorten(effect.words, WIDTH, lines=1)}"
    if one.review_missing:
        yield "            sets up something that lasts, and says nowhere when it ends or is looked at again"


def telling(one: CodifiedText) -> Effect | None:
    """The last effect that made the state."""
    return next((effect for effect in reversed(one.effects) if effect.state is one.suggested), None) or next(
        iter(one.effects[-1:]), None
    )


def as_dict(one: CodifiedText, corpus: "Corpus") -> dict[str, Any]:
    """A text for a program."""
    holding = corpus.holdings[one.document]
    said = one.judgement
    return {
        "document": one.document,
        "called": holding.called,
        "adopted": holding.adopted or None,
        "body": holding.body or holding.body_name,
        "title": holding.title,
        "state": one.state.value,
        "until": one.until or None,
        "suggested": one.suggested.value,
        "review_missing": one.review_missing,
        "confirmed": {"by": said.by, "day": said.day, "reason": said.reason} if said else None,
        "effects": list(effect_rows(one.effects, corpus)),
    }


def effect_rows(effects: Iterable[Effect], corpus: "Corpus") -> Iterator[dict[str, Any]]:
    """What words do to a text, for a program."""
    for one in effects:
        yield {
            "state": one.state.value,
            "day": one.day,
            "rule": one.rule,
            "by": corpus.holdings[one.place.document].called,
            "place": [one.place.document, one.place.provision],
            "words": one.words,
            "until": one.until or None,
            "part": one.part or None,
        }
