"""Paragraphs that another program took apart (JSON lists of blocks) -> the rows that a corpus keeps of them.

A block is an object with `text` and `type` (frontmatter, title, heading, paragraph, footnote, backmatter, ...) and, of
a paragraph, `paragraph_type` (preambular, operative), `prefix` (its number) and `action_verb` (its lead), as registries
of mandates publish them.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import Any

from operative.clauses.references import find_references
from operative.corpus.records import key_of
from operative.domain.holdings import HeldProvision, HeldReference, Holding, Intake, IntakeRecord
from operative.errors import DamagedSource
from operative.vocabulary.bodies import body_of_symbol
from operative.vocabulary.calendar import find_dates

__all__ = ["MEDIA_TYPE", "is_registry", "read_registry"]

MEDIA_TYPE = "application/json"

KINDS = {
    "title": "title",
    "heading": "heading",
    "backmatter": "closing",
    "paragraph preambular": "preambular",
    "paragraph operative": "operative",
}
LONGEST_DATE_LINE = 120
"""Characters of a line that may tell the day of adoption."""

IDS = {"preambular": "pp", "operative": "op"}
PASSED_OVER = frozenset({"frontmatter", "separator"})


def is_registry(data: bytes) -> bool:
    """Whether the bytes look like a list of blocks."""
    head = data[:2000].lstrip()
    return head.startswith(b"[") and b'"text"' in head and b'"type"' in head


def read_registry(data: bytes, name: str) -> IntakeRecord:
    """The rows of one document; raises `DamagedSource` where the bytes are no list of blocks.

    Its symbol is told from the name of the file, `A_HRC_RES_16_1.json`; its day from the blocks before and behind the
    text, where they print one.
    """
    blocks = parsed(data, name)
    digest = hashlib.sha256(data).hexdigest()
    key = key_of(digest)
    holding = titled(blocks, name, key)
    found = body_of_symbol(holding.symbol)
    organ = found[0].organ if found else ""
    provisions = tuple(held_blocks(blocks, key))
    references = tuple(
        HeldReference(key, provision.provision, one.quote, one.target, one.pinpoint)
        for provision in provisions
        for one in find_references(provision.text, "en", body=organ)
    )
    return IntakeRecord(Intake(digest, name, MEDIA_TYPE, "en"), (holding,), provisions, (), references)


def parsed(data: bytes, name: str) -> list[Mapping[str, Any]]:
    """The blocks that have words."""
    try:
        blocks = json.loads(data)
    except ValueError as exc:
        raise DamagedSource(f"{name}: not JSON: {exc}") from exc
    if not isinstance(blocks, list) or not all(
        isinstance(block, dict) and isinstance(block.get("text"), (str, type(None))) for block in blocks
    ):
        right = '[{"text": "...", "type": "paragraph"}, ...]'
        raise DamagedSource(f"{name}: not a list of blocks; right would be {right}")
    return [block for block in blocks if (block["text"] or "").strip()]


def titled(blocks: Sequence[Mapping[str, Any]], name: str, key: str) -> Holding:
    """The document of the blocks, as far as they say."""
    stem = PurePath(name).stem.replace("_", "/")
    found = body_of_symbol(stem)
    body = found[0] if found else None
    titles = (" ".join(block["text"].split()) for block in blocks if block.get("type") == "title")
    return Holding(
        key=key,
        name=name,
        language="en",
        kind="resolution" if "/RES/" in stem else "document",
        symbol=stem if "/" in stem else "",
        number=body.number_of(found[1]) if body and found else "",
        title=next(titles, ""),
        body=body.key if body else "",
        body_name=body.names["en"][0] if body else "",
        session=(found[1].groupdict().get("session") or "") if found else "",
        adopted=day_of(blocks),
    )


def day_of(blocks: Sequence[Mapping[str, Any]]) -> str:
    """The day of adoption: a line behind the text that is little but a date, else the first date before the text."""
    for sort, share in (("backmatter", 0.5), ("frontmatter", 0.0)):
        for block in blocks:
            text = " ".join(block["text"].split())
            if block.get("type") == sort and len(text) < LONGEST_DATE_LINE:
                for span, value in find_dates(text, "en"):
                    if span.end - span.start >= share * len(text):
                        return value
    return ""


def held_blocks(blocks: Sequence[Mapping[str, Any]], key: str) -> list[HeldProvision]:
    """The blocks as provisions, numbered by kind in their order; what stands around the text is left out."""
    numbers: Counter[str] = Counter()
    kept = []
    for block in blocks:
        sort = block.get("type")
        if sort in PASSED_OVER:
            continue
        kind = KINDS.get(f"{sort}") or KINDS.get(f"{sort} {block.get('paragraph_type')}", "body")
        numbers[kind] += 1
        kept.append(
            HeldProvision(
                document=key,
                provision=f"{IDS.get(kind, kind)}{numbers[kind]}",
                kind=kind,
                text=" ".join(block["text"].split()),
                number=block.get("prefix") or "",
                lead=block.get("action_verb") or "",
            )
        )
    return kept
