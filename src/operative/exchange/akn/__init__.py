"""Akoma Ntoso out, in the shape that the United Nations publishes."""

from operative.exchange.akn.iris import find_iri
from operative.exchange.akn.rendering import render_akn
from operative.exchange.akn.validation import validate_akn

__all__ = ["find_iri", "render_akn", "validate_akn"]
