"""Where that can be read to which a text refers."""

import re
from collections.abc import Mapping

__all__ = ["address_of"]

OWN_SERIES = r"[A-Z]|(?:19|20)\d\d/|\d{2,5}(?![\d/])"
SERVED = re.compile(rf"A/(?:[A-Z]|\d{{1,2}}/)|[SE]/(?:{OWN_SERIES})")
"""How the symbols of the United Nations look that it serves: A/78/432, A/HRC/55/3, S/2021/759, S/25704, E/2023/30.
Other organizations have symbols of their own that begin alike (S/17/14): those have no address here.
"""


def address_of(target: str, names: Mapping[str, str], language: str) -> str:
    """The address of what a reference refers to: here (`#name`), at the document server, or as given; "" is none.

    >>> address_of("A/RES/61/16", {}, "en")
    'https://undocs.org/en/A/RES/61/16'
    >>> address_of("S/17/14", {}, "en")
    ''
    """
    if target.startswith("#"):
        inner = names.get(target.removeprefix("#"))
        return f"#{inner}" if inner else ""
    if target.startswith(("http://", "https://", "/akn/")):
        return target
    if SERVED.match(target):
        return f"https://undocs.org/{language}/{target.replace(' ', '')}"
    return ""
