"""Reporting duties of many texts, by when they are due."""

from dataclasses import dataclass

from operative.domain.overlaps import Place
from operative.domain.windows import Window

__all__ = ["ReportDue"]


@dataclass(frozen=True, slots=True)
class ReportDue:
    """A report that is due in a window, and the places of all texts that ask for it in the same words.

    `action` is what is asked, from its verb to the end of the clause.
    """

    window: Window
    body: str
    action: str
    addressees: tuple[str, ...]
    timings: tuple[str, ...]
    places: tuple[Place, ...]
