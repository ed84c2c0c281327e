"""Word documents -> `Text`, by a reader of our own: numbering, notes, tables and tracked changes, under caps."""

from operative.text.docx.reader import read_docx

__all__ = ["read_docx"]
