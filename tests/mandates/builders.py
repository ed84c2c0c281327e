"""Passages and acts for the tests of stage 4, made from plain words."""

from collections.abc import Sequence
from pathlib import Path

from operative.clauses.acts import find_acts
from operative.domain.acts import Act, Force, Quote
from operative.domain.passages import Passage, make_passages
from operative.domain.provisions import Provision
from operative.domain.spans import Span
from operative.mandates.derivation import Derived, derive_duties
from operative.structure.resolution import split_structure
from operative.text.plain import read_plain

TEXTS = Path(__file__).parent / "texts"


def passages_of(text: str, language: str = "en") -> tuple[list[Passage], tuple[Provision, ...], str]:
    """The passages and provisions of a text, and the characters that their spans lead back to."""
    source = read_plain(text.encode())
    structure = split_structure(source, language)
    return make_passages(structure.provisions), structure.provisions, source.content


def derived(text: str, language: str = "en", acts: Sequence[Sequence[Act]] | None = None) -> Derived:
    """What stage 4 makes of a text; without `acts`, those that stage 3 finds."""
    passages, provisions, _ = passages_of(text, language)
    if acts is None:
        acts = [find_acts(passage.text, language) for passage in passages]
    return derive_duties(passages, acts, provisions, language)


def without_acts(text: str, language: str = "en") -> Derived:
    """The conditions and goals that the words alone show."""
    passages, provisions, _ = passages_of(text, language)
    return derive_duties(passages, [() for _ in passages], provisions, language)


def an_act(
    text: str,
    lead: str,
    action: str,
    *addressees: str,
    force: Force = Force.DIRECTIVE,
    reports: bool = False,
    conditions: Sequence[str] = (),
    **quotes: Sequence[str],
) -> Act:
    """An act in a passage, by the words that stand in it."""

    def quote(words: str) -> Quote:
        start = text.index(words)
        return Quote(words, Span(start, start + len(words)), "by hand")

    start = text.index(lead)
    return Act(
        lead,
        force,
        Span(start, len(text)),
        tuple(quote(words) for words in addressees),
        action,
        conditions=tuple(quote(words) for words in conditions),
        reporting_duty=reports,
        **{name: tuple(quote(words) for words in values) for name, values in quotes.items()},  # type: ignore[arg-type]
    )
