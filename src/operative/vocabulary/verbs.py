"""The verbs by which bodies act, with their force, from `data/verbs`."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from operative.domain.acts import Force
from operative.errors import VocabularyError
from operative.vocabulary.grammar import Phrases, phrases_of, words_of
from operative.vocabulary.inflection import inflection
from operative.vocabulary.loader import known_language, load

__all__ = ["OBJECTS", "Form", "Said", "Verb", "Verbs", "verbs"]

OBJECTS = ("duty", "thing", "own", "matter")
CARRIES = ("", "own", "any")
TENSES = ("present", "base", "past")
"""What a printed form says; a fourth, we, is present and of a body that speaks of itself."""
NONE = phrases_of(())


@dataclass(frozen=True, slots=True)
class Verb:
    """One verb: what it says in the third person, its force, and what follows it (`OBJECTS`)."""

    says: str
    force: Force
    object: str
    noun: bool = False
    mid: bool = True
    carries: str = ""
    links: tuple[tuple[str, ...], ...] = ()
    bare: bool = True
    """Whether it is a verb of the body also where it carries nothing."""
    force_to: tuple[tuple[str, Force], ...] = ()
    """The force that it has towards a kind of actor, where that is another one."""
    asks: Phrases = NONE
    """What opens the duty that it puts on somebody, where only some of the markers of the language do."""


@dataclass(frozen=True, slots=True)
class Form:
    """One printed form of a verb: its words behind the first, and its tense (`TENSES`)."""

    tail: tuple[str, ...]
    tense: str
    verb: Verb


@dataclass(frozen=True, slots=True)
class Said:
    """A noun that is said again ("its request"): it lends its force to the verb that carries it."""

    noun: str
    force: Force
    object: str
    particles: frozenset[str] = frozenset()
    links: tuple[tuple[str, ...], ...] = ()
    asks: Phrases = NONE


@dataclass(frozen=True, slots=True)
class Verbs:
    """All verbs of a language: forms by their first word (longest first), nouns that are said, nouns of stance."""

    forms: dict[str, tuple[Form, ...]]
    said: dict[str, Said]
    stances: frozenset[str]
    actions: frozenset[str]
    """What somebody can be told to do, in the base form."""
    finite: frozenset[str]
    """The same as it stands behind "that", "que"."""
    also_nouns: frozenset[str]
    """Actions whose form is also a noun."""
    action_phrases: Phrases

    def base(self, word: str) -> Verb | None:
        """The one-word verb with this base form, where a body can be told to do it: "decides to request"."""
        for form in self.forms.get(word, ()):
            if form.tense == "base" and not form.tail:
                return form.verb
        return None


@cache
def verbs(language: str) -> Verbs:
    """The verbs of a language; a form that stands twice raises `VocabularyError`."""
    table = load("verbs", known_language(language))
    forms: dict[str, list[Form]] = {}
    auxiliaries = [words_of(phrase) for phrase in table["auxiliaries"]]
    continuing = [words_of(phrase) for phrase in table.get("continuing", ())]
    seen: set[tuple[str, ...]] = set()
    for row in table["verb"]:
        verb = _verb(row)
        for tense, words in _printed(row):
            if tense == "present" and words in seen:
                raise VocabularyError(f"verbs {language}: {' '.join(words)!r} stands twice")
            seen.add(words)
            forms.setdefault(words[0], []).append(Form(words[1:], tense, verb))
            for auxiliary in auxiliaries if tense == "base" else ():
                forms.setdefault(auxiliary[0], []).append(Form((*auxiliary[1:], *words), "present", verb))
        for auxiliary in continuing if "gerund" in row else ():
            words = (*auxiliary, *words_of(row["gerund"]))
            forms.setdefault(words[0], []).append(Form(words[1:], "present", verb))
    ordered = {first: tuple(sorted(rest, key=lambda form: -len(form.tail))) for first, rest in forms.items()}
    said = {
        row["noun"]: Said(
            row["noun"],
            Force(row["force"]),
            row["object"],
            frozenset(row.get("particles", ())),
            _links(row),
            phrases_of(row.get("asks", ())),
        )
        for row in table["said"]
    }
    actions = table["actions"]
    nouns, phrases = frozenset(actions["also_nouns"]), phrases_of(actions["phrases"])
    base = frozenset(actions["words"])
    bent = inflection(language)
    finite = frozenset(form for word in base for form in bent.finite(word)) if bent else base
    return Verbs(ordered, said, frozenset(table["stance"]["nouns"]), base, finite, nouns, phrases)


def _verb(row: dict[str, Any]) -> Verb:
    """The verb of one entry; raises `VocabularyError` where a value is none of those that the file explains."""
    carries = row.get("carries", "")
    if row["object"] not in OBJECTS or carries not in CARRIES:
        raise VocabularyError(f"verb {row['says']!r}: object or carries is unknown")
    return Verb(
        row["says"],
        Force(row["force"]),
        row["object"],
        row.get("noun", False),
        row.get("mid", True),
        carries,
        _links(row),
        row.get("bare", True),
        tuple((kind, Force(force)) for kind, force in row.get("force_to", {}).items()),
        phrases_of(row.get("asks", ())),
    )


def _links(row: dict[str, Any]) -> tuple[tuple[str, ...], ...]:
    return tuple(words_of(link) for link in row.get("links", ()))


def _printed(row: dict[str, Any]) -> list[tuple[str, tuple[str, ...]]]:
    """The forms of an entry with their tense; other spellings stand in the order present, base, past."""
    spellings = [row["says"], row["base"], row["past"], *row.get("also", ())] if "base" in row else [row["says"]]
    printed = [(TENSES[number % 3], words_of(spelling)) for number, spelling in enumerate(spellings)]
    if "base" not in row:
        printed += [("present", words_of(spelling)) for spelling in row.get("also", ())]
    return printed + [("we", words_of(spelling)) for spelling in row.get("we", ())]
