"""What is new, for programs that look again and again."""

from dataclasses import dataclass
from datetime import datetime

__all__ = ["Feed", "FeedEntry"]


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One thing that is new. `id` is an address that never changes; `updated` is when it last changed (UTC).

    `link` leads to where people read it, "" where nobody knows; `categories` are words to sort by.
    """

    id: str
    title: str
    updated: datetime
    published: datetime
    author: str
    words: str = ""
    link: str = ""
    categories: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Feed:
    """What is new in one place, the newest first. `updated` is that of the newest entry, or of the place itself."""

    id: str
    title: str
    updated: datetime
    entries: tuple[FeedEntry, ...]
    link: str = ""
    address: str = ""
    """Where the feed itself is fetched."""
