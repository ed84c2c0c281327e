"""The words by which something is produced, handed over or told, from `data/idioms`."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from operative.vocabulary.grammar import Phrases, phrases_of, words_of
from operative.vocabulary.inflection import Inflection, inflection
from operative.vocabulary.loader import known_language, load

__all__ = ["MANNERS", "Handing", "handing"]

MANNERS = ("produce", "send", "tell", "report", "keep", "insert", "convey")


@dataclass(frozen=True, slots=True)
class Handing:
    """Verbs with their manners (`MANNERS`) by first word, the nouns they hand over, and how receivers are named."""

    verbs: dict[str, tuple[tuple[tuple[str, ...], frozenset[str]], ...]]
    founding: frozenset[str]
    produced: frozenset[str]
    sent: frozenset[str]
    only: dict[str, frozenset[str]]
    anything: frozenset[str]
    """Verbs that do nothing but hand over, so that any noun right behind them is what they hand over."""
    measures: frozenset[str]
    """Nouns that say how many or what form of a thing: "the full series of reports"."""
    matters: frozenset[str]
    """They open what is reported on."""
    again: frozenset[str]
    """What is said of a thing that was named before: "the proposed list"."""
    never_sent: frozenset[str]
    """What is said to go to somebody and is no thing: "submit an apology"."""
    with_infinitive: frozenset[str]
    """Words that an infinitive can follow within one phrase: "ways to", "needed to"."""
    asides: frozenset[str]
    """They open an aside between a thing and what "and" joins to it: "outputs, including plans, and results"."""
    steered: frozenset[str]
    """Verbs whose form in -ing tells no means: "including"."""
    kept: frozenset[str]
    informing: frozenset[str]
    told_things: Phrases
    """The things that inform, as phrases."""
    reports: frozenset[str]
    nominal: frozenset[str]
    nominal_objects: frozenset[str]
    any: frozenset[str]
    with_it: frozenset[str]
    weak: frozenset[str]
    given_to: frozenset[str]
    given_with: frozenset[str]
    relay: frozenset[str]
    rendering: frozenset[str]
    vehicle_prepositions: Phrases
    vehicle_nouns: frozenset[str]
    vehicle_determiners: frozenset[str]
    contained: frozenset[str]
    purposes: frozenset[str]
    attention: frozenset[str]
    considering: frozenset[str]
    receiving: frozenset[str]
    """Offices that receive what is sent as organs and officers do: "tables | to the secretariat"."""
    never_receive: frozenset[str]
    handed: frozenset[str]
    shared_with: frozenset[str]
    stops: Phrases
    dangling: frozenset[str]
    """Small words with which no thing ends."""
    never_stops: Phrases


@cache
def handing(language: str) -> Handing:
    """The verbs and nouns of handing over, of a language."""
    table: dict[str, Any] = load("idioms", known_language(language))["handing"]
    gerund, bent = table.get("gerund", {}), inflection(language)
    manners: dict[tuple[str, ...], set[str]] = {}
    for manner in MANNERS:
        for verb in table[manner]:
            for form in _forms(words_of(verb), gerund, bent):
                manners.setdefault(form, set()).add(manner)
    verbs: dict[str, list[tuple[tuple[str, ...], frozenset[str]]]] = {}
    for form, ways in manners.items():
        verbs.setdefault(form[0], []).append((form, frozenset(ways)))
    only = {
        " ".join(form): frozenset(nouns)
        for verb, nouns in table["only"].items()
        for form in _forms(words_of(verb), gerund, bent)
    }
    vehicles, recipients = table["vehicles"], table["recipients"]
    steered = (form[0] for verb in gerund.get("never", ()) for form in _forms((verb,), gerund, bent)[1:])
    return Handing(
        verbs={first: tuple(sorted(rest, key=lambda entry: -len(entry[0]))) for first, rest in verbs.items()},
        founding=frozenset(table.get("founding", ())),
        produced=frozenset(table.get("nouns", ())),
        sent=frozenset(table.get("sent", ())),
        only=only,
        anything=frozenset(
            " ".join(form) for verb in table.get("anything", ()) for form in _forms(words_of(verb), gerund, bent)
        ),
        with_infinitive=frozenset(table.get("with_infinitive", ())),
        asides=frozenset(table.get("asides", ())),
        measures=frozenset(table.get("measures", ())),
        matters=frozenset(table.get("matters", ())),
        again=frozenset(table.get("again", ())),
        never_sent=frozenset(table.get("never_sent", ())),
        steered=frozenset(steered),
        kept=frozenset(table.get("kept", ())),
        informing=frozenset(table["reporting"]["informing"]),
        told_things=phrases_of(table["reporting"]["informing"]),
        reports=frozenset(table["reporting"]["reports"]),
        nominal=frozenset(table.get("nominal", ())),
        nominal_objects=frozenset(table.get("nominal_objects", ())),
        any=frozenset(table.get("any", ())),
        with_it=frozenset(table.get("with_it", ())),
        weak=frozenset(table.get("weak", ())),
        given_to=frozenset(table.get("given_to", ())),
        given_with=frozenset(table.get("with", ())),
        relay=frozenset(table.get("relay", ())),
        rendering=frozenset(table.get("rendering", ())),
        vehicle_prepositions=phrases_of(vehicles["prepositions"]),
        vehicle_nouns=frozenset(vehicles["nouns"]),
        vehicle_determiners=frozenset(vehicles["determiners"]),
        contained=frozenset(vehicles["contained"]),
        purposes=frozenset(recipients.get("purposes", ())),
        receiving=frozenset(recipients.get("receiving", ())),
        considering=frozenset(recipients.get("considering", ())),
        never_receive=frozenset(recipients.get("never", ())),
        attention=frozenset(recipients.get("attention", ())),
        handed=frozenset(recipients.get("handed", ())),
        shared_with=frozenset(recipients.get("with", ())),
        dangling=frozenset(table["stops"].get("dangling", ())),
        stops=phrases_of(table["stops"]["phrases"]),
        never_stops=phrases_of(table["stops"].get("never", ())),
    )


def _forms(base: tuple[str, ...], gerund: dict[str, Any], bent: Inflection | None) -> list[tuple[str, ...]]:
    """The base and, where the language has them, the forms behind "que" and those of a means: "submitting"."""
    if bent:
        verb = base[0]
        forms = (verb, *bent.finite(verb), *bent.gerund(verb), *bent.future(verb))
        return [(form, *base[1:]) for form in forms]
    if not gerund:
        return [base]
    first, ending, dropped = base[0], gerund["ending"], gerund["drops"]
    stem = first.removesuffix(dropped) if first[-2:] not in gerund["keeps"] else first
    if first in gerund["doubles"]:
        stem = first + first[-1]
    return [base, (stem + ending, *base[1:])]
