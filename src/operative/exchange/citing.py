"""A resolution, or one provision of it, for the lists of references that people keep: BibTeX (biblatex) and CSL-JSON.

Only what the text says is said: a day of adoption that is not stated is left out, and so is every other field.
"""

import json
import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Any

from operative.domain.documents import Document
from operative.exchange.characters import without_controls

__all__ = ["FORMS", "render_bibtex", "render_csl"]

DAY = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
OPERATIVE = re.compile(r"op(?P<number>\d+)(?P<rest>.*)")
PREAMBULAR = re.compile(r"pp(?P<number>\d+)(?P<rest>.*)")
ARTICLE = re.compile(r"(?:annex\d*\.)?art(?P<number>\d+)(?P<rest>.*)")
# BibTeX counts braces also behind a backslash, so that those of a title must not stand as themselves.
SPECIAL = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_",
}  # fmt: skip
SPECIALS = re.compile("|".join(map(re.escape, SPECIAL)))
LANGUAGES = {"en": "english", "fr": "french", "es": "spanish", "ru": "russian", "ar": "arabic", "zh": "chinese"}
"""The names that biblatex has for languages."""
TYPES = {"agreement": "treaty"}
"""What CSL calls a kind of text; every other is legislation."""


def render_bibtex(document: Document, language: str = "", provision: str = "", address: str = "") -> str:
    """The document as one entry; `provision` is the id of the part that is cited, `address` where it can be read.

    >>> print(render_bibtex(Document("resolution", number="12", body_name="Lake Council", adopted="2031-05"), "en"))
    @misc{lake-council-12,
      title = {{Resolution 12}},
      author = {{Lake Council}},
      number = {12},
      date = {2031-05},
      langid = {english}
    }
    <BLANKLINE>
    """
    fields = {
        "title": f"{{{_escaped(_title(document))}}}",
        "author": f"{{{_escaped(_body(document))}}}" if _body(document) else "",
        "number": _escaped(document.symbol or document.number),
        "date": _day(document),
        "eventtitle": _escaped(_session(document)),
        "langid": LANGUAGES.get(language, ""),
        "note": _escaped(_place(provision)),
        "url": _address(address),
    }
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items() if value)
    return f"@misc{{{_key(document)},\n{lines}\n}}\n"


def render_csl(document: Document, language: str = "", provision: str = "", address: str = "") -> str:
    """The same as a list with one item of CSL-JSON."""
    day = _day(document)
    item: dict[str, Any] = {
        "id": _key(document),
        "type": TYPES.get(document.kind, "legislation"),
        "title": _title(document),
        "authority": _body(document),
        "number": document.symbol or document.number,
        "issued": {"date-parts": [[int(part) for part in day.split("-")]]} if day else None,
        "event-title": _session(document),
        "section": _place(provision),
        "language": language,
        "URL": address,
    }
    told = {name: _plain(value) if isinstance(value, str) else value for name, value in item.items() if value}
    return json.dumps([told], ensure_ascii=False, indent=1) + "\n"


FORMS: Mapping[str, tuple[Callable[..., str], str, str]] = {
    "bibtex": (render_bibtex, "application/x-bibtex; charset=utf-8", ".bib"),
    "csl": (render_csl, "application/vnd.citationstyles.csl+json", ".json"),
}
"""Each form by its name, with what renders it, its media type, and how its files end."""


def _title(document: Document) -> str:
    """The title as printed; a text without one is called by its kind and number."""
    number = document.symbol or document.number
    return _plain(document.title) or f"{document.kind.capitalize()} {number}".strip()


def _body(document: Document) -> str:
    return _plain(document.body_name or document.body)


def _session(document: Document) -> str:
    return f"session {document.session}" if document.session.isdecimal() else document.session


def _day(document: Document) -> str:
    """The day, month or year of adoption; "" where the text states none."""
    return document.adopted if DAY.fullmatch(document.adopted) else ""


def _place(provision: str) -> str:
    """A provision as people cite it: "op2.c" is para. 2 (c), "pp4" preambular para. 4, "annex1.art3.2" art. 3 (2)."""
    for pattern, words in ((OPERATIVE, "para. "), (PREAMBULAR, "preambular para. "), (ARTICLE, "art. ")):
        if found := pattern.fullmatch(provision):
            return f"{words}{found['number']}" + "".join(f" ({one})" for one in found["rest"].split(".") if one)
    return _plain(provision)


def _key(document: Document) -> str:
    """A name for the entry, in letters that every program takes: "a-res-70-296"."""
    told = document.symbol or f"{_body(document)} {document.number}".strip() or document.title or document.kind
    plain = unicodedata.normalize("NFKD", told.casefold()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60] or "text"


def _plain(words: str) -> str:
    return " ".join(without_controls(words).split())


def _escaped(words: str) -> str:
    return SPECIALS.sub(lambda found: SPECIAL[found[0]], _plain(words))


def _address(address: str) -> str:
    """An address, whose braces would end the field."""
    return _plain(address).replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")
