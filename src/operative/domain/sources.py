"""The bytes that came in."""

from dataclasses import dataclass

__all__ = ["Source"]


@dataclass(frozen=True, slots=True)
class Source:
    """What is known of the bytes: name, media type, SHA-256 in hex, pages (0 where the format has none), language."""

    name: str
    media_type: str
    sha256: str
    pages: int
    language: str
