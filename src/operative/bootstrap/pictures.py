"""Pages of the sources that are kept, as pictures."""

from collections import OrderedDict
from contextlib import suppress
from dataclasses import dataclass

from operative.dossiers.ports import Ledgers
from operative.text.packing import PAGE_SIZE

__all__ = ["Picture", "Pictures"]

AT_HAND = 64
"""How many pages stay in memory; one takes about 100 kB."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as PNG, and its size in points."""

    png: bytes
    width: float
    height: float


class Pictures:
    """Draws pages in a bounded child process, and keeps those that were asked for last."""

    def __init__(self, ledgers: Ledgers) -> None:
        self._ledgers = ledgers
        self._drawn: OrderedDict[tuple[str, int], Picture] = OrderedDict()

    def page(self, sha256: str, number: int) -> Picture | None:
        """A page of a PDF, counted from 1; None where its bytes are not kept.

        Raises `DamagedSource` for a page that is not there, and what the reader of PDF raises.
        """
        picture = self._drawn.pop((sha256, number), None) or self._draw(sha256, number)
        if picture is not None:
            self._drawn[sha256, number] = picture
            while len(self._drawn) > AT_HAND:
                with suppress(KeyError):  # another thread was faster
                    self._drawn.popitem(last=False)
        return picture

    def _draw(self, sha256: str, number: int) -> Picture | None:
        data = self._ledgers.source(sha256)
        if data is None:
            return None
        # What draws loads with the first page to draw.
        from operative.text.bounded import draw_bounded

        drawn = draw_bounded("operative.text.pdf.pictures:draw_page", data, page=str(number))
        return Picture(drawn[PAGE_SIZE.size :], *PAGE_SIZE.unpack_from(drawn))
