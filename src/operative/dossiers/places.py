"""Places in a document, as people cite them: "OP2(c)", "para. 2 (c)", "Art. 3(2)", "annex, article 12"."""

import re

from operative.domain.provisions import Provision
from operative.domain.readings import Reading

__all__ = ["find_place", "words_at"]

# What a paragraph or article is called, and its number or letter; a bare "p" or "§" is a paragraph.
STEP = re.compile(
    r"(?<![^\W\d_])(?:(?P<name>preambular\s+paragraph|operative\s+paragraph|sub-?paragraph|paragraph|para|pp|op|article|"
    r"articulo|art|annexe|annex|anexo|section|§|p)s?\s*)?\(?(?P<mark>\d+|[a-z]{1,3}(?![a-z]))\)?",
    re.IGNORECASE,
)
NAMES = {
    "preambular paragraph": "pp",
    "pp": "pp",
    "operative paragraph": "op",
    "paragraph": "op",
    "para": "op",
    "op": "op",
    "p": "op",
    "§": "op",
    "article": "art",
    "articulo": "art",
    "art": "art",
    "annex": "annex",
    "annexe": "annex",
    "anexo": "annex",
}


def find_place(reading: Reading, cited: str) -> str:
    """The id of the provision that is cited, by its id or as people write it; "" where there is none, or several."""
    ids = [provision.id for provision in reading.provisions]
    if cited in ids:
        return cited
    steps = _steps(cited)
    for wanted in filter(None, (_named(steps), steps, _unnamed(steps))):
        found = [one for one in ids if one.split(".")[-len(wanted) :] == wanted]
        # Of a paragraph of the text and one of its annex, the text is meant.
        shallow = [one for one in found if one.count(".") == min(other.count(".") for other in found)]
        if len(shallow) == 1:
            return shallow[0]
    return ""


def words_at(reading: Reading, place: str) -> str:
    """The words of a provision, with those of the provisions below it where it has none of its own but a heading."""
    below: dict[str | None, list[Provision]] = {}
    for provision in reading.provisions:
        below.setdefault(provision.parent, []).append(provision)
    head = next((one for one in reading.provisions if one.id == place), None)
    if head is None:
        return ""
    if head.text and head.kind != "article":
        return head.text
    return "\n".join(_texts(head, below))


def _texts(head: Provision, below: dict[str | None, list[Provision]]) -> list[str]:
    found = [" ".join(part for part in (head.number, head.text) if part)]
    for provision in below.get(head.id, ()):
        found += _texts(provision, below)
    return found


def _steps(cited: str) -> list[str]:
    """The parts of an id: "Art. 3(2)" is art3, 2."""
    found = []
    for step in STEP.finditer(cited.replace(".", " ").replace(",", " ")):
        name = " ".join((step["name"] or "").casefold().split())
        found.append(NAMES.get(name, "") + step["mark"].casefold())
    return found


def _unnamed(steps: list[str]) -> list[str]:
    """The same without the names behind the first: "Art. 2 para. 3" is art2, 3."""
    return [*steps[:1], *(re.sub(r"^op(?=\d)", "", one) for one in steps[1:])] if len(steps) > 1 else []


def _named(steps: list[str]) -> list[str]:
    """The same with a name for the first: "2 (b)" is op2, b."""
    return [f"op{steps[0]}", *steps[1:]] if steps and steps[0].isdecimal() else []
