"""Texts on their way into a dossier: their bytes, and what was read of them."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from operative.domain.facts.dossiers import DocumentAttached
from operative.domain.readings import Reading
from operative.dossiers.ports import Held
from operative.errors import NoReader, NoTextLayer

__all__ = ["UNNAMED", "Text", "text_of"]

UNNAMED = "document"
"""What bytes without a name are called."""


@dataclass(frozen=True, slots=True)
class Text:
    """Bytes with the name that they came with; `reading` is None for a picture, a table, and a scan without text."""

    data: bytes
    name: str
    language: str = ""
    reading: Reading | None = None
    media_type: str = ""
    """What it is, where nothing was read of it."""

    @property
    def held(self) -> Held:
        """The bytes as they are kept."""
        return Held(self.data, self.name, self.reading.source.media_type if self.reading else self.media_type)

    def attached(self, document: str) -> DocumentAttached:
        """That the bytes are the text of a document."""
        sha256 = hashlib.sha256(self.data).hexdigest()
        language = self.reading.source.language if self.reading else self.language
        return DocumentAttached(document, sha256, self.name, self.held.media_type, language)


def text_of(
    source: str | Path | bytes, name: str | None = None, language: str | None = None, known: Reading | None = None
) -> Text:
    """A text that somebody brings; `known` is what was read of it already.

    Raises `UnreadableSource` for a source that cannot be opened, or is damaged.
    """
    # The readers load with the text to read.
    from operative.bootstrap.reading import bytes_of

    data, called = bytes_of(source, name, UNNAMED)
    return Text(data, called, language or "", known or _read(data, called, language))


def _read(data: bytes, name: str, language: str | None) -> Reading | None:
    # The readers load with the text to read.
    from operative.bootstrap.reading import read

    try:
        return read(data, name=name, language=language).whole
    except (NoReader, NoTextLayer):
        return None
