"""The vocabularies of one language that the finders of acts look things up in."""

from dataclasses import dataclass, replace
from functools import cache

from operative.vocabulary.actors import Actors, actors
from operative.vocabulary.calendar import month_names
from operative.vocabulary.grammar import Grammar, grammar
from operative.vocabulary.handing import Handing, handing
from operative.vocabulary.idioms import Idioms, idioms
from operative.vocabulary.tokens import Joints
from operative.vocabulary.verbs import Verbs, verbs

__all__ = ["Lexicon", "lexicon_of"]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Grammar, verbs, actors, idioms and the words of handing over of one language."""

    grammar: Grammar
    verbs: Verbs
    actors: Actors
    idioms: Idioms
    handing: Handing
    months: frozenset[str]
    """Month names, which are no part of the name of anybody: "to the Board in May"."""
    joints: Joints | None
    """How words are parted that the language writes as one."""


@cache
def lexicon_of(language: str) -> Lexicon:
    """The vocabularies of a language, read once."""
    said, spoken = grammar(language), verbs(language)
    joints = replace(said.joints, known=frozenset(spoken.forms)) if said.joints else None
    months = frozenset(name.casefold() for name in month_names(language))
    return Lexicon(said, spoken, actors(language), idioms(language), handing(language), months, joints)
