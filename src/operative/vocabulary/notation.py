"""The notation in which vocabulary files write phrases, and its translation into patterns.

Words stand for themselves, in lower case, with any white space between them. `[x]` may be missing, `(a|b)` is one of
several, `{name}` is a slot: a pattern or phrase that the caller gives. An apostrophe takes either form.
"""

import re
from collections.abc import Mapping
from functools import cache

from operative.errors import VocabularyError

__all__ = ["phrase_pattern"]

SPECIAL = re.compile(r"\{(?P<slot>[a-z_]+)\}|(?P<mark>[\[\]()|])|(?P<space>\s+)|(?P<word>[^\s\[\](){}|]+)")


def phrase_pattern(form: str, slots: Mapping[str, str], *, gap: str = r"\s+") -> str:
    """The regular expression of a phrase; `slots` are patterns, put in as they are; `gap` stands for each space."""
    tokens = list(SPECIAL.finditer(form))
    if "".join(token.group() for token in tokens) != form:
        raise VocabularyError(f"phrase {form!r}: a brace without its partner")
    pattern, rest = _sequence(tokens, 0, slots, gap)
    if rest != len(tokens):
        raise VocabularyError(f"phrase {form!r}: a bracket without its partner")
    return pattern


def _sequence(tokens: list[re.Match[str]], at: int, slots: Mapping[str, str], gap: str) -> tuple[str, int]:
    """The pattern of the tokens from `at` to the bracket that closes them, and the place after it.

    The space beside an optional part belongs to that part: `a [b] c` is `a(?: b)? c`.
    """
    done, begun, spaced = "", False, False
    while at < len(tokens):
        token = tokens[at]
        if token["mark"] in ("]", ")"):
            break
        if token["space"]:
            spaced, at = begun or spaced, at + 1
        elif token["mark"] == "|":
            done, begun, spaced, at = f"{done}|", False, False, at + 1
        elif token["mark"] == "[":
            inner, at = _sequence(tokens, at + 1, slots, gap)
            at += 1
            attached = at >= len(tokens) or not tokens[at]["space"]
            if begun:
                done, spaced = f"{done}(?:{gap if spaced else ''}(?:{inner}))?", spaced and not attached
            else:
                done, spaced = f"{done}(?:(?:{inner}){'' if attached else gap})?", False
                at += not attached
        else:
            inner, at = _part(tokens, at, slots, gap)
            done, begun, spaced = f"{done}{gap if spaced else ''}{inner}", True, False
    return done, at


def _part(tokens: list[re.Match[str]], at: int, slots: Mapping[str, str], gap: str) -> tuple[str, int]:
    token = tokens[at]
    if token["mark"]:
        inner, at = _sequence(tokens, at + 1, slots, gap)
        return f"(?:{inner})", at + 1
    if token["slot"]:
        if token["slot"] not in slots:
            raise VocabularyError(f"phrase with an unknown slot {token.group()}; there are: {', '.join(sorted(slots))}")
        return f"(?:{slots[token['slot']]})", at + 1
    return _word(token["word"]), at + 1


@cache
def _word(word: str) -> str:
    return re.sub("['’]", "['’]", re.escape(word)).replace(r"\-", "[-‐‑]")
