"""Headings of tables that people keep, by what their columns say, for each language, from `data/tables`."""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

from operative.domain.facts.dossiers import DocumentRole
from operative.domain.facts.tables import TableField, TableKind
from operative.errors import VocabularyError
from operative.vocabulary.loader import load

__all__ = ["HeadingWords", "document_words", "heading_words", "plain_heading"]

LANGUAGES = ("en", "fr", "es")
HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
NOT_WORDS = re.compile(r"[^\w#]+|_+")
IN_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*$")

HeadingWords = Mapping[str, tuple[TableField, int]]
"""Headings as `plain_heading` gives them: what each says, and its place among those that say it, from 0."""


def plain_heading(heading: str) -> str:
    """A heading in small letters without accents and marks; what stands in brackets at its end is left out.

    "actionLead", "Action_lead" and "ACTION LEAD (name)" are "action lead".
    """
    bare = IN_BRACKETS.sub("", heading) or heading
    folded = unicodedata.normalize("NFKD", HUMP.sub(" ", bare).casefold())
    letters = "".join(char for char in folded if not unicodedata.combining(char))
    return " ".join(NOT_WORDS.sub(" ", letters).split())


@cache
def heading_words(kind: TableKind) -> HeadingWords:
    """What headings of this kind of table say, in all languages; raises `VocabularyError` for a field that is none."""
    found: dict[str, tuple[TableField, int]] = {}
    for language in LANGUAGES:
        for name, headings in load("tables", language)[kind].items():
            if name not in set(TableField):
                raise VocabularyError(f"tables {language}: no column is called {name!r}")
            for place, heading in enumerate(headings):
                found.setdefault(plain_heading(heading), (TableField(name), place))
    return found


@cache
def document_words() -> Mapping[DocumentRole, frozenset[str]]:
    """The words, as `plain_heading` gives them, by which tables in any language say what sort a document is of."""
    found: dict[DocumentRole, set[str]] = {}
    for language in LANGUAGES:
        for role, words in load("tables", language)["documents"].items():
            found.setdefault(DocumentRole(role), set()).update(map(plain_heading, words))
    return {role: frozenset(words) for role, words in found.items()}
