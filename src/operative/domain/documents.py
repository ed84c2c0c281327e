"""What a text is: its kind, symbol, title, body, session and day."""

from dataclasses import dataclass

__all__ = ["Document"]


@dataclass(frozen=True, slots=True)
class Document:
    """The title block of one resolution, as far as the text says it; "" is unstated.

    `kind` is resolution, decision, statement, agreement, draft (a text not adopted) or document; `body` the key of a
    body in the vocabulary, or its printed name where no vocabulary knows it; `adopted` ISO 8601; `iri` the Akoma
    Ntoso identifier of the work.
    """

    kind: str = "document"
    symbol: str = ""
    number: str = ""
    title: str = ""
    body: str = ""
    body_name: str = ""
    session: str = ""
    adopted: str = ""
    iri: str = ""
    agenda_item: str = ""
    distribution: str = ""
    meeting: str = ""
    vote: str = ""
    first: str = ""
    """Id of the first provision, where a file holds several documents."""
