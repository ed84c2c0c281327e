"""Two readings -> what became of each provision, word by word."""

from collections.abc import Iterator, Sequence

from operative.comparison.pieces import find_pieces, measure_likeness
from operative.comparison.redline_partners import Partners, find_partners
from operative.domain.provisions import Provision
from operative.domain.readings import Reading
from operative.domain.redlines import Change, Piece, RedlineRow

__all__ = ["compare_provisions", "find_redline"]


def find_redline(old: Reading, new: Reading) -> tuple[RedlineRow, ...]:
    """A row for every provision of either text, in the order of the new one.

    What was removed stands where it stood, before what was added there. A provision that has a partner in another
    place is one row, at its new place. Each provision has one partner at most: of a paragraph that was split, the best
    half is its partner, and the rest is added; of two that were merged, one is removed. The numbers of provisions are
    not compared, so that a new number alone changes nothing; nor does another kind of hyphen. Time grows nearly as
    the texts do.
    """
    return compare_provisions(old.provisions, new.provisions)


def compare_provisions(old: Sequence[Provision], new: Sequence[Provision]) -> tuple[RedlineRow, ...]:
    """The rows of two runs of provisions, as `find_redline` gives them."""
    partners = find_partners(old, new)
    return tuple(_rows(partners, partners.steady(partners.pairs())))


def _rows(partners: Partners, steady: Sequence[tuple[int, int]]) -> Iterator[RedlineRow]:
    """The rows between one steady pair and the next: removed, then new or moved here, then the pair."""
    old_at = new_at = 0
    unmoved = set(steady)
    for old_end, new_end in (*steady, (len(partners.old), len(partners.new))):
        for old in range(old_at, old_end):
            if partners.of_old[old] is None:
                yield _lone(Change.REMOVED, partners.old[old])
        for new in range(new_at, new_end):
            yield _row(partners, new, unmoved)
        if new_end < len(partners.new):
            yield _row(partners, new_end, unmoved)
        old_at, new_at = old_end + 1, new_end + 1


def _row(partners: Partners, new: int, unmoved: set[tuple[int, int]]) -> RedlineRow:
    old = partners.of_new[new]
    after = partners.new[new]
    if old is None:
        return _lone(Change.ADDED, after)
    before = partners.old[old]
    pieces = find_pieces(before.text, after.text)
    changed = any(piece.change is not Change.SAME for piece in pieces)
    return RedlineRow(
        Change.CHANGED if changed else Change.SAME,
        before.id,
        after.id,
        pieces,
        moved=(old, new) not in unmoved or _changed_parent(partners, old, new),
        likeness=measure_likeness(pieces) if changed else 1.0,
    )


def _lone(change: Change, provision: Provision) -> RedlineRow:
    """A provision that only one of the texts has."""
    pieces = (Piece(change, provision.text),) if provision.text else ()
    is_old = change is Change.REMOVED
    return RedlineRow(change, provision.id if is_old else "", "" if is_old else provision.id, pieces, likeness=0.0)


def _changed_parent(partners: Partners, old: int, new: int) -> bool:
    """Whether a provision went under another parent.

    That a whole text is wrapped, into an annex for example, moves nothing in it; nor does a parent that was rewritten.
    """
    above, over = partners.old_parents[old], partners.new_parents[new]
    if above < 0 and over < 0:
        return False
    partner = partners.of_old[above] if above >= 0 else -1
    source = partners.of_new[over] if over >= 0 else -1
    if partner == over or (partner is None and source is None):
        return False
    return not (above < 0 and source is None) and not (over < 0 and partner is None)
