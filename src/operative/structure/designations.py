"""How a line names a resolution or decision."""

import re

from operative.vocabulary.styles import Style

__all__ = [
    "DESIGNATION",
    "NUMBERED_TITLE",
    "designation_of",
    "find_designation",
    "is_designation",
    "is_heading_of_one",
]

DESIGNATION = re.compile(
    r"(?:\W*\w+)\W+(?:No\.?|N\.?\s?[o°ºᵒ]\.?|№)?\s*(?P<number>[A-Z0-9][\w./()-]*(?:\s\(\d{4}\))?)", re.IGNORECASE
)
"""RESOLUTION No. 1309, Resolution 2596 (2021), Decision 1/CP.22"""
NUMBERED_TITLE = re.compile(
    r"""(?P<number>
        (?:ES-)?\d{1,4}/\d{1,4}(?:\s?[A-Z](?!\w))?
      | \d{1,4}\s?\([IVXLC]+(?:-[IVX]+)?\)
      | [A-Z]{2,6}\d{1,3}\.\d{1,3}
      | \d{1,3}/[A-Z]{2,4}\.\d{1,2}
      | \d{1,3}[/.\s]\s?[A-Z]{2,4}\s\d{1,2}[A-Z]?(?:\.[A-Za-z0-9]{1,3}){1,3}(?!\w)
    )[.:]?\s+(?P<title>\S.*)""",
    re.DOTALL | re.VERBOSE,
)
"""78/102. Title; 2625 (XXV). Title; WHA66.1 Title; 1/CP.22 Title; 44/COM 7A.12 Title"""


def is_designation(words: str, style: Style) -> bool:
    """Whether a line names a resolution or decision by its number: a new document begins."""
    return designation_of(words, style) != ""


def designation_of(words: str, style: Style) -> str:
    """The number by which a line names a resolution or decision, or ""."""
    match = find_designation(words, style)
    return match["number"].rstrip(".") if match else ""


def is_heading_of_one(words: str, style: Style) -> bool:
    """Whether a line is nothing but the kind of a document and its number: "Decision 4/CP.2", "Resolution 7 (1950)"."""
    if not (style.resolution.match(words) or style.decision.match(words)):
        return False
    match = find_designation(words, style)
    return match is not None and match.end() >= len(words)


def find_designation(words: str, style: Style) -> re.Match[str] | None:
    """Where a line names a resolution or decision: a match with the group `number`."""
    if len(words) > 160:
        return None
    if style.resolution.match(words) or style.decision.match(words):
        match = DESIGNATION.match(words)
        if match is None or not any(c.isdigit() for c in match["number"]) or match.end() <= len(words) - 60:
            return None
        return match
    return NUMBERED_TITLE.match(words)
