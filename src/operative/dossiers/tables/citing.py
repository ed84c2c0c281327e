"""Rows of citations: which entity names which document among its mandates, and where it says so."""

from operative.domain.facts.citations import MandateCited
from operative.domain.facts.dossiers import DocumentNamed, DocumentRole
from operative.domain.facts.tables import TableField
from operative.dossiers.labels import short_label, slug
from operative.dossiers.tables.cells import Cells
from operative.dossiers.tables.facts import Reader, Said
from operative.dossiers.tables.standing import citation_key
from operative.errors import Refused
from operative.vocabulary.tables import document_words, plain_heading

__all__ = ["read_citation"]


def read_citation(cells: Cells, reader: Reader) -> Said:
    """What a row of citations says that no table has said before; raises `Refused`, with the reason.

    A document that the dossier does not have is named first.
    """
    symbol = cells.words(TableField.SYMBOL) or cells.words(TableField.SHORT_SYMBOL)
    entity, where = cells.words(TableField.ENTITY), cells.words(TableField.SOURCE)
    if not symbol:
        raise Refused("the row names no document")
    if not entity and not where:
        raise Refused(f"the row says neither who names {symbol} nor where")
    label = cells.words(TableField.LABEL)
    named = _document(cells, symbol, label)
    document = reader.documents.get(named.key, named.key)
    fact = MandateCited(document, entity, where, cells.words(TableField.PART), label)
    said = Said(reader, cells, citation_key(fact), short_label(label, "") or symbol)
    if fact not in reader.standing.cited:
        if named.key not in reader.documents:
            said.state(named, f"document: {symbol}", TableField.SYMBOL, TableField.SHORT_SYMBOL, TableField.SORT)
        columns = (TableField.ENTITY, TableField.SYMBOL, TableField.SHORT_SYMBOL, TableField.LABEL, TableField.SOURCE)
        said.state(fact, f"{entity or where} names {symbol}", *columns, TableField.PART)
    return said


def _document(cells: Cells, symbol: str, label: str) -> DocumentNamed:
    """The document by its symbol; without a whole one, its sort is part of its key: many statutes have an Article 3."""
    sort = cells.words(TableField.SORT)
    whole = bool(cells.words(TableField.SYMBOL))
    key = slug(symbol if whole else f"{sort} {symbol}")
    if not key:
        raise Refused(f"{symbol!r} has no letters or figures: it names no document")
    url = cells.words(TableField.URL)
    return DocumentNamed(key, _role(symbol, sort), symbol, label if not whole else "", url=url)


def _role(symbol: str, sort: str) -> DocumentRole:
    """What the words of a column say of the document, else its symbol; it is evidence where both say nothing."""
    words = set(plain_heading(f"{sort} {symbol.replace('/', ' ')}").split())
    return next((role for role, known in document_words().items() if words & known), DocumentRole.EVIDENCE)
