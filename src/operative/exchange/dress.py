"""How the words of a text are written as HTML: marks as tags, links to places and addresses, notes as markers."""

from collections.abc import Callable, Mapping
from html import escape

from operative.domain.provisions import Note
from operative.domain.texts import MarkKind
from operative.exchange.addresses import address_of

__all__ = ["RIGHT_TO_LEFT", "HtmlDress", "direction_of"]

RIGHT_TO_LEFT = frozenset(("ar", "he", "fa", "ur"))
"""Languages that are written from the right."""


def direction_of(language: str) -> str:
    """The direction of writing, as HTML says it."""
    return "rtl" if language in RIGHT_TO_LEFT else "ltr"


class HtmlDress:
    """Fills the port `Dress`; keeps the notes that were called until they are printed.

    `clean` is applied to words before they are written; `rel` is what links say of where they lead.
    """

    tags: Mapping[MarkKind, tuple[str, str]] = {
        MarkKind.ITALIC: ("<i>", "</i>"),
        MarkKind.BOLD: ("<b>", "</b>"),
        MarkKind.INSERTED: ("<ins>", "</ins>"),
        MarkKind.DELETED: ("<del>", "</del>"),
    }

    def __init__(
        self, names: Mapping[str, str], language: str, *, clean: Callable[[str], str] = str, rel: str = ""
    ) -> None:
        self._names, self._language, self._clean = names, language, clean
        self._rel = f' rel="{rel}"' if rel else ""
        self.called: list[tuple[int, Note]] = []

    def text(self, words: str) -> str:
        """Words without characters of mark-up."""
        return escape(self._clean(words), quote=False)

    def link(self, target: str) -> tuple[str, str] | None:
        """A link to a place of the page or to a web address, to nothing else."""
        address = address_of(target, self._names, self._language)
        if not address.startswith(("#", "https://", "http://")):
            return None
        return f'<a href="{escape(address)}"{self._rel}>', "</a>"

    def note(self, number: int, note: Note) -> str:
        """The marker, linked to the note."""
        self.called.append((number, note))
        return f'<sup><a id="call-{number}" href="#note-{number}">{escape(note.marker)}</a></sup>'

    def call(self, marker: str, number: int) -> str:
        """The marker again."""
        words = escape(marker)
        return f'<sup><a href="#note-{number}">{words}</a></sup>' if number else f"<sup>{words}</sup>"
