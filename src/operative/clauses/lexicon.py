"""The vocabularies of one language that the finders of acts look things up in."""

from dataclasses import dataclass
from functools import cache

from operative.vocabulary.actors import Actors, actors
from operative.vocabulary.grammar import Grammar, grammar
from operative.vocabulary.handing import Handing, handing
from operative.vocabulary.idioms import Idioms, idioms
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


@cache
def lexicon_of(language: str) -> Lexicon:
    """The vocabularies of a language, read once."""
    return Lexicon(grammar(language), verbs(language), actors(language), idioms(language), handing(language))
