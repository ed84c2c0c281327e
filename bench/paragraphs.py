"""The paragraphs that the measures of the corpus are taken on."""

import json
import random
from functools import cache
from pathlib import Path

from lxml import etree

__all__ = ["made_paragraphs", "real_paragraphs"]

LEAST = 60
"""Characters that a paragraph has at least."""


@cache
def real_paragraphs(data: Path) -> tuple[str, ...]:
    """All paragraphs of the official mark-up and of the registry, in the order of their files."""
    found: list[str] = []
    for path in sorted((data / "unxml").rglob("*.xml")):
        try:
            tree = etree.parse(str(path))
        except etree.XMLSyntaxError:  # some are broken on purpose
            continue
        found += (" ".join("".join(node.itertext()).split()) for node in tree.iter("{*}p"))
    for path in sorted((data / "eosg_paragraphs").glob("*.json")):
        found += (" ".join((block["text"] or "").split()) for block in json.loads(path.read_text("utf-8")))
    return tuple(text for text in found if len(text) >= LEAST)


def made_paragraphs(number: int, seed: int = 1) -> list[str]:
    """So many paragraphs in the style of the field; a third are repeated, and a sixth are repeated with a change."""
    chance = random.Random(seed)
    verbs = ["Requests", "Urges", "Invites", "Calls upon", "Encourages", "Welcomes", "Notes", "Decides with"]
    whom = ["the Secretariat", "all members", "the Director General", "the regional offices", "the Board of Wells"]
    words = [first + last for first in SYLLABLES for last in SYLLABLES]
    found: list[str] = []
    for _ in range(number):
        draw = chance.random()
        if draw < 0.5 and found:
            text = found[chance.randrange(len(found))]
            if draw < 1 / 6:
                parts = text.split()
                parts[chance.randrange(len(parts))] = chance.choice(words)
                text = " ".join(parts)
        else:
            tail = " ".join(chance.choices(words, k=chance.randrange(12, 70)))
            text = f"{chance.choice(verbs)} {chance.choice(whom)} to {tail}"
        found.append(text)
    return found


SYLLABLES = [first + last for first in ("ba", "ko", "ri", "tem", "sul", "dor", "ven", "pa") for last in "lnsk"]
