"""Names of persons: the name of an account is the one that stands in ledgers, so it is one person's for good."""

import unicodedata

from operative.accounts.models import Account

__all__ = ["is_taken", "name_of_person"]

LONGEST = 120


def name_of_person(words: str) -> str:
    """The name as it is kept: composed, with single spaces and nothing that cannot be seen; "" where none is left."""
    composed = unicodedata.normalize("NFKC", words)
    seen = "".join(char if char.isspace() or unicodedata.category(char)[0] != "C" else "" for char in composed)
    return " ".join(seen.split())[:LONGEST].strip()


def is_taken(name: str) -> bool:
    """Whether somebody has the name, whatever its capitals, also of letters beyond ASCII."""
    wanted = name.casefold()
    return any(name_of_person(one).casefold() == wanted for one in Account.objects.values_list("name", flat=True))
