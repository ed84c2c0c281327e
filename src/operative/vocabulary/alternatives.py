"""Many words -> one pattern that goes from letter to letter, instead of trying one word after the other.

A vocabulary has hundreds of words for one place in a sentence. Written one beside the other (`note|notes|noting`) each
is tried from its first letter on; here common beginnings stand once (`not(?:es?|ing)`), so that the time does not grow
with the vocabulary.
"""

import re
from collections.abc import Iterable

__all__ = ["any_of"]

Tree = dict[str, "Tree"]
"""What may follow, by its pattern: "" where a word can end."""

PIECE = re.compile(r"(?P<space>\s+)|(?P<apostrophe>['’])|(?P<letter>.)")


def any_of(words: Iterable[str]) -> str:
    """The pattern of any of the words, the longest that fits; it matches nothing where there are none.

    It goes into a group of its own. A space stands for any white space, and an apostrophe for either form.
    """
    tree: Tree = {}
    for word in sorted(set(words), key=lambda word: (-len(word), word)):
        here = tree
        for piece in PIECE.finditer(word):
            here = here.setdefault(_pattern_of(piece), {})
        here[""] = {}
    return _rest(tree) if tree else "(?!)"


def _pattern_of(piece: re.Match[str]) -> str:
    if piece["space"]:
        return r"\s+"
    return "['’]" if piece["apostrophe"] else re.escape(piece["letter"])


def _rest(tree: Tree) -> str:
    """What follows at a place of the tree; a word that can end there does so only where no longer one fits."""
    ways = "|".join(_way(piece, rest) for piece, rest in tree.items() if piece)
    return f"(?:{ways})?" if ways and "" in tree else ways


def _way(piece: str, rest: Tree) -> str:
    """One way to go on, up to where ways part or a word can end."""
    while len(rest) == 1 and "" not in rest:
        [(following, rest)] = rest.items()
        piece += following
    behind = _rest(rest)
    return f"{piece}(?:{behind})" if len(rest) > 1 and "" not in rest else piece + behind
