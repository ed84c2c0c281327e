"""Declarations in full sentences: where the reasons end and the demands begin."""

from collections.abc import Sequence

from operative.domain.provisions import Kind
from operative.structure.drafts import Draft, Drafts
from operative.vocabulary.styles import Style

__all__ = ["turn_all_before", "turn_reasons"]

LEAST_MARGIN = 3
"""By how many paragraphs the reasons must outnumber the demands among them, to be a part of their own."""
LEAST_DEMANDS = 2
FEW = 5
"""One paragraph in so many may open with a word that could be a verb."""


def turn_reasons(drafts: Drafts, first: int, content: str, style: Style) -> None:
    """Paragraphs that only describe become the preamble of those that demand, in a text that names no body and opens no
    paragraph with a verb.

    The two never mix, so the border is the place that leaves the fewest demands before it and the fewest descriptions
    behind it. A demand says "must", "should", "it is necessary", "we call upon" and the like.
    """
    here = drafts.all[first:]
    paragraphs = [draft for draft in here if draft.kind is Kind.OPERATIVE]
    if any(draft.kind in (Kind.ENACTING, Kind.PREAMBULAR, Kind.ARTICLE) for draft in here):
        return
    words = [content[draft.blocks[0][1] : draft.blocks[-1][0].end] for draft in paragraphs]
    if sum(_acts(line, style) for line in words) * FEW > len(words):
        return
    border = _border([style.demand.search(line) is not None for line in words])
    if border == 0:
        return
    last = paragraphs[border] if border < len(paragraphs) else None
    for draft in here:
        if draft is last:
            break
        if draft.kind in (Kind.OPERATIVE, Kind.BODY):
            draft.parent = None
            drafts.turn(draft, Kind.PREAMBULAR, f"pp{drafts.next(Kind.PREAMBULAR)}")


def turn_all_before(drafts: Drafts, first: int, last: Draft) -> None:
    """Paragraphs without a verb become the preamble of one that ends on a colon and has a list below it."""
    here = drafts.all[first : drafts.all.index(last)]
    if any(draft.kind in (Kind.ENACTING, Kind.PREAMBULAR) for draft in here):
        return
    for draft in here:
        if draft.kind in (Kind.OPERATIVE, Kind.SUBPARAGRAPH, Kind.BODY):
            draft.parent = None
            drafts.turn(draft, Kind.PREAMBULAR, f"pp{drafts.next(Kind.PREAMBULAR)}")


def _acts(line: str, style: Style) -> bool:
    """Whether a paragraph opens with a verb, or with who speaks."""
    return style.operative.match(line) is not None or line.startswith(style.speakers)


def _border(demands: Sequence[bool]) -> int:
    """How many paragraphs stand before the border; 0 where there is none."""
    best = margin = total = 0
    for i, demand in enumerate(demands, 1):
        total += -1 if demand else 1
        if total > margin:
            best, margin = i, total
    if margin < LEAST_MARGIN or sum(demands[best:]) < LEAST_DEMANDS:
        return 0
    return best
