"""PDF to text: printed lines in reading order, with their places, roles, paragraph starts and typesetting."""

from operative.text.pdf.reader import read_pdf

__all__ = ["read_pdf"]
