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


@dataclass(frozen=True, slots=True)
class Form:
    """What one set of forms says; where there is `then`, one of its words must stand behind the names."""

    verb: GoalVerb
    relation: Relation
    then: frozenset[str]


@dataclass(frozen=True, slots=True)
class Memberships:
    """The forms of one language. `finder` matches any of them, named by its index in `forms`; `hint` is a quick look."""

    finder: re.Pattern[str]
    forms: tuple[Form, ...]
    hint: re.Pattern[str]
    never_before: Phrases
    modals: frozenset[str]
    relatives: frozenset[str]
    whose: frozenset[str]
    into: frozenset[str]


@cache
def memberships(language: str) -> Memberships:
    """The forms of a language; a verb or a relation that is none raises `VocabularyError`."""
    table = load("memberships", language)
    slots: dict[str, str] = {"any": table["slots"]["any"]}
    for name, form in table["slots"].items():
        if name != "any":
            slots[name] = phrase_pattern(form, slots)
    forms = tuple(_form(row, language) for row in table["goal"])
    patterns = [
        f"(?P<g{number}>{'|'.join(phrase_pattern(form, slots) for form in row['forms'])})"
        for number, row in enumerate(table["goal"])
    ]
    modals = table["modals"]
    return Memberships(
        re.compile(rf"(?<![\w-])(?:{'|'.join(patterns)})(?!\w)", re.IGNORECASE),
        forms,
        re.compile(table["hint"]["pattern"], re.IGNORECASE),
        phrases_of(table["never"]["before"]),
        frozenset(modals["words"]),
        frozenset(modals["relatives"]),
        frozenset(modals["whose"]),
        frozenset(modals["into"]),
    )


def _form(row: dict[str, Any], language: str) -> Form:
    if row["verb"] not in set(GoalVerb) or row["relation"] not in set(Relation):
        raise VocabularyError(f"memberships {language}: {row['verb']!r} or {row['relation']!r} is unknown")
    return Form(GoalVerb(row["verb"]), Relation(row["relation"]), frozenset(row.get("then", ())))
