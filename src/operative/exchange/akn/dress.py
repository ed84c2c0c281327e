"""How words look in Akoma Ntoso."""

from collections.abc import Mapping

from operative.domain.provisions import Note
from operative.domain.texts import MarkKind
from operative.exchange.addresses import address_of
from operative.exchange.characters import as_attribute, as_text, as_uri

__all__ = ["AknDress"]


class AknDress:
    """Fills the port `Dress`; `names` are the identifiers of elements by provision."""

    tags: Mapping[MarkKind, tuple[str, str]] = {
        MarkKind.ITALIC: ('<span class="italic">', "</span>"),
        MarkKind.BOLD: ('<span class="bold">', "</span>"),
        MarkKind.INSERTED: ("<ins>", "</ins>"),
        MarkKind.DELETED: ("<del>", "</del>"),
    }

    def __init__(self, names: Mapping[str, str], language: str) -> None:
        self._names = names
        self._language = language

    def text(self, words: str) -> str:
        """Words without the three characters of mark-up."""
        return as_text(words)

    def link(self, target: str) -> tuple[str, str] | None:
        """A `ref`; a name without an address gets one in the ontology."""
        address = address_of(target, self._names, self._language)
        if not address and target and not target.startswith("#"):
            address = f"/akn/ontology/reference/{target.replace(' ', '_')}"
        return (f'<ref href="{as_uri(address)}">', "</ref>") if address else None

    def note(self, number: int, note: Note) -> str:
        """The whole note, where it is called."""
        return (
            f'<authorialNote marker="{as_attribute(note.marker)}" placement="bottom" eId="authorialNote_{number}">'
            f"<p>{as_text(note.text)}</p></authorialNote>"
        )

    def call(self, marker: str, number: int) -> str:
        """A reference to the note; one without a note stays a call."""
        target = f"authorialNote_{number}" if number else "authorialNote"
        return f'<noteRef href="#{target}" marker="{as_attribute(marker)}"/>'
