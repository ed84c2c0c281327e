"""The passage that proves a fact."""

import hashlib
from dataclasses import dataclass

__all__ = ["Evidence", "digest_of"]


def digest_of(words: str) -> str:
    """SHA-256, in hex, of words with their white space squeezed."""
    return hashlib.sha256(" ".join(words.split()).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where it is written: the key of a document in the dossier, the place in it, and the words.

    `provision` is the id of a provision, or the place as people cite it; `quote` the words, "" while the text is not
    at hand; `digest` is theirs (`digest_of`), so that words that were changed afterwards are found.
    """

    document: str
    provision: str = ""
    quote: str = ""
    digest: str = ""
    url: str = ""

    @classmethod
    def quoting(cls, document: str, provision: str, quote: str) -> "Evidence":
        """Evidence with its words and their digest."""
        return cls(document, provision, quote, digest_of(quote))
