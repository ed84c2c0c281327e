"""Lists of names whose nouns take their articles along: "les États, les organismes et aux ports"."""

from operative.clauses.actors import is_actor
from operative.clauses.lexicon import Lexicon
from operative.clauses.phrases import Range
from operative.clauses.words import Words

__all__ = ["adds_to_name", "goes_on_bare", "opens_name"]


def opens_name(words: Words, first: int, behind: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a new name begins behind "et": with an article of its own, or bare where the first one is bare too."""
    grammar = lexicon.grammar
    marks = grammar.words["datives"] | grammar.words["determiners"]
    begin = behind
    while begin < end and words.low[begin] in grammar.words["datives"]:
        begin += 1
    named = is_actor(words, begin, end, lexicon)
    if words.low[behind] in marks:
        return named is True
    bare = words.low[first] not in marks and (first == 0 or words.low[first - 1] not in marks)
    return bare and named is True and is_actor(words, first, behind - 1, lexicon) is True


def goes_on_bare(words: Words, begin: int, found: list[Range], lexicon: Lexicon) -> bool:
    """Whether a stretch without an article goes on with a name that has one: "les organismes, fonds et programmes"."""
    grammar = lexicon.grammar
    marks = grammar.words["datives"] | grammar.words["determiners"]
    first = found[-1].first
    marked = words.low[first] in marks or (first > 0 and words.low[first - 1] in marks)
    return marked and words.low[begin] not in marks and words.low[begin - 1] not in marks


def adds_to_name(words: Words, begin: int, first: int, lexicon: Lexicon) -> bool:
    """Whether a stretch only says what the name before it is: "à Israël, Puissance occupante", "a X, la Potencia"."""
    grammar = lexicon.grammar
    told = first > 0 and words.low[first - 1] in grammar.words["datives"]
    again = begin > 0 and words.low[begin - 1] in grammar.words["datives"]
    bare = words.low[begin] not in grammar.words["determiners"] and words.capital(first)
    return not again and (told or bare)
