"""A paper as tagged PDF, set by Typst with fonts of its own; data comes in as JSON only, never as mark-up."""

import json
from datetime import UTC, datetime, time
from functools import cache
from importlib.resources import files
from typing import Any

from operative.domain.house_styles import PaperSize
from operative.domain.papers import Paper, head_of
from operative.exchange.characters import without_controls
from operative.exchange.papers.json import paper_as_dict

__all__ = ["render_pdf"]


def render_pdf(paper: Paper) -> bytes:
    """The paper as PDF/UA-1 with its fonts in it; its date is the day of the paper, so that the bytes are the same."""
    # Twenty megabytes of typesetter load with the first paper to set.
    import typst

    told = paper_as_dict(paper)
    _mark_firsts(told["blocks"])
    return typst.compile(
        _template(),
        sys_inputs={"paper": without_controls(json.dumps(told | {"house": _house(paper)}, ensure_ascii=False))},
        pdf_standards=["ua-1"],
        timestamp=datetime.combine(paper.on, time(), UTC),
        ignore_system_fonts=True,
    )


def _house(paper: Paper) -> dict[str, Any]:
    """What the template needs to know of the body."""
    style, labels = paper.style, {PaperSize.A4: "a4", PaperSize.LETTER: "us-letter"}
    header = style.header or paper.title
    return {"size": labels[style.size], "margin": style.margin, "head": list(head_of(paper)), "header": header}


def _mark_firsts(blocks: list[dict[str, Any]]) -> None:
    """Says of each mark whether its note stands there for the first time: then it is set, and else referred to."""
    seen: set[int] = set()

    def marked(numbers: list[int]) -> list[tuple[int, bool]]:
        found = [(number, number not in seen) for number in numbers]
        seen.update(numbers)
        return found

    for block in blocks:
        block.setdefault("widths", [1] * len(block.get("header", ())))
        told = [*block.get("sentences", ()), *(cell for row in block.get("rows", ()) for cell in row)]
        for one in told:
            one["notes"] = marked(one["notes"])
        if "pieces" in block:
            block["notes"] = marked(block["notes"])


@cache
def _template() -> bytes:
    return (files("operative.exchange.papers") / "paper.typ").read_bytes()
