"""How a language asks for a standing in a body, from `data/memberships`."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from operative.domain.goals import GoalVerb, Relation
from operative.errors import VocabularyError
from operative.vocabulary.grammar import Phrases, phrases_of
from operative.vocabulary.loader import load
from operative.vocabulary.notation import phrase_pattern

__all__ = ["Form", "Memberships", "memberships"]


GAP = r"(?:\s+|(?<=['’])|,\s[^,;.:]{1,60},\s)"
"""What stands between two words: white space, which an elided article does without, or an aside between commas."""
WORD_END = r"(?:(?<=['’])|(?!\w))"


@dataclass(frozen=True, slots=True)
class Form:
    """What one set of forms says.

    Where there is `then`, one of its participles must stand behind the names and tells the verb, unless the form
    `opens` a provision.
    """

    verb: GoalVerb
    relation: Relation
    then: dict[str, GoalVerb]
    opens: bool


@dataclass(frozen=True, slots=True)
class Memberships:
    """The forms of one language, for lower-case text.

    `finder` matches any of them, named by its index in `forms`; without `hint` in it, a text needs no closer look.
    """

    finder: re.Pattern[str]
    forms: tuple[Form, ...]
    hint: re.Pattern[str]
    never_before: Phrases
    modals: frozenset[str]
    relatives: frozenset[str]
    whose: frozenset[str]
    into: frozenset[str]
    observer: re.Pattern[str]
    """What makes a membership observer status from behind the names: "join the Board as an observer"."""


@cache
def memberships(language: str) -> Memberships:
    """The forms of a language; a verb or a relation that is none raises `VocabularyError`."""
    table = load("memberships", language)
    slots: dict[str, str] = {"any": table["slots"]["any"]}
    for name, form in table["slots"].items():
        if name != "any":
            slots[name] = phrase_pattern(form, slots, gap=GAP)
    forms = tuple(_form(row, language) for row in table["goal"])
    patterns = [
        f"(?P<g{number}>{'|'.join(phrase_pattern(form, slots, gap=GAP) for form in row['forms'])})"
        for number, row in enumerate(table["goal"])
    ]
    modals = table["modals"]
    return Memberships(
        re.compile(rf"(?<![\w-])(?:{'|'.join(patterns)}){WORD_END}"),
        forms,
        re.compile(table["hint"]["pattern"]),
        phrases_of(table["never"]["before"]),
        frozenset(modals["words"]),
        frozenset(modals["relatives"]),
        frozenset(modals["whose"]),
        frozenset(modals["into"]),
        re.compile("|".join(phrase_pattern(form, slots, gap=GAP) for form in table["behind"]["observer"])),
    )


def _form(row: dict[str, Any], language: str) -> Form:
    if row["verb"] not in set(GoalVerb) or row["relation"] not in set(Relation):
        raise VocabularyError(f"memberships {language}: {row['verb']!r} or {row['relation']!r} is unknown")
    then = {participle: GoalVerb(verb) for verb, words in row.get("then", {}).items() for participle in words}
    return Form(GoalVerb(row["verb"]), Relation(row["relation"]), then, row.get("opens", False))
