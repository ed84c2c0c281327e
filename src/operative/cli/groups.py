"""The duties of a document under the names of those who must act."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from operative.cli.rows import Asked
from operative.cli.wording import clean, timing_rank
from operative.domain.documents import Document
from operative.vocabulary.actors import actors
from operative.vocabulary.styles import style_of

__all__ = ["group_duties", "knows_actors"]

NOBODY = "Nobody by name"
NOT_READ = "Addressee not read"
ITSELF = "(the body itself)"
OF = re.compile(r"\s+(?:of|de|du|des|del)\s+|\s+d[’']")
"""What parts an office from its organization: "of", "de la"."""


def group_duties(duties: Iterable[Asked], document: Document, language: str) -> dict[str, list[Asked]]:
    """All duties under each of their addressees, the group with the first due date first; what the body itself decides
    and what names nobody comes last.
    """
    own = name_of(document, language)
    unnamed = NOBODY if knows_actors(language) else NOT_READ
    groups: dict[str, list[Asked]] = {}
    heads: dict[str, str] = {}
    for asked in duties:
        for name in asked.addressees or (own if asked.own else unnamed,):
            head = said(name, language)
            head = heads.setdefault(key_of(head, language), head)
            groups.setdefault(head, []).append(asked)
    for short, long in same_ones(heads, language):
        groups.setdefault(long, []).extend(groups.pop(short))

    def place(head: str) -> tuple[bool, tuple[int, str]]:
        last = head in (own, unnamed) or head.startswith(NOBODY)
        return last, timing_rank(timing for asked in groups[head] for timing in asked.timings)

    return {head: groups[head] for head in sorted(groups, key=place)}


def knows_actors(language: str) -> bool:
    """Whether the vocabulary of a language knows who acts; where it knows some only, nobody can be missed."""
    known = actors(language)
    return bool(known.heads) and not known.partial


def name_of(document: Document, language: str) -> str:
    """The name under which the decisions of the body for itself stand."""
    name = clean(document.body_name)
    article = "the " if language == "en" and not name.lower().startswith("the ") else ""
    return f"{article}{name} {ITSELF}" if name else "The body itself"


def said(name: str, language: str) -> str:
    """The heading of a group: the name as printed, where it is one; a pronoun names nobody."""
    return f"{NOBODY} (“{name.lower()}”)" if name.casefold() in actors(language).pronouns else name


def key_of(name: str, language: str) -> str:
    """A name without what may vary: article, hyphens, letter case, kind of apostrophe."""
    plain = " ".join(re.sub(r"[-‐‑–]", " ", name.casefold().replace("’", "'")).split())
    for article in articles_of(language):
        bare = plain.removeprefix(article)
        if bare != plain and (article.endswith("'") or bare.startswith(" ")):
            return bare.strip()
    return plain


@cache
def articles_of(language: str) -> tuple[str, ...]:
    """The articles of a language in small letters, the longest first."""
    articles = {article.casefold().replace("’", "'") for article in style_of(language).articles}
    return tuple(sorted(articles, key=lambda article: (-len(article), article)))


def same_ones(heads: Mapping[str, str], language: str) -> list[tuple[str, str]]:
    """Headings of one and the same: a single office with an article, and the only longer name that says of which
    organization it is.
    """
    longer: dict[str, list[str]] = {}
    for key, head in heads.items():
        parted = OF.search(head)
        if parted and says_organization(head[parted.end() :], language):
            office = key_of(head[: parted.start()], language)
            longer.setdefault(office, []).append(key)
    pairs = []
    for office, keys in longer.items():
        short = heads.get(office)
        if short and len(keys) == 1 and short.casefold().replace("’", "'") != office and not office.endswith("s"):
            pairs.append((short, heads[keys[0]]))
    return pairs


def says_organization(words: str, language: str) -> bool:
    """Whether words are a proper name and nothing else: "IOM", "the League of Ports"."""
    small = {*articles_of(language), "of", "for", "and", "de", "des", "du", "la", "le", "les", "y", "et", "pour"}
    names = [word for word in re.split(r"[\s’']+", words) if word.casefold() not in small]
    return 0 < len(names) <= 8 and all(word[:1].isupper() for word in names) and "," not in words
