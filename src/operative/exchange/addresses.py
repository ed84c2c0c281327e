"""Where that can be read to which a text refers."""

from collections.abc import Mapping

__all__ = ["address_of"]

SERVED = ("A/", "S/", "E/")
"""Organs whose documents the United Nations serves by symbol."""


def address_of(target: str, names: Mapping[str, str], language: str) -> str:
    """The address of what a reference refers to: here (`#name`), at the document server, or as given; "" is none.

    >>> address_of("A/RES/61/16", {}, "en")
    'https://undocs.org/en/A/RES/61/16'
    """
    if target.startswith("#"):
        inner = names.get(target.removeprefix("#"))
        return f"#{inner}" if inner else ""
    if target.startswith(("http://", "https://", "/akn/")):
        return target
    if target.startswith(SERVED):
        return f"https://undocs.org/{language}/{target.replace(' ', '')}"
    return ""
