"""How paragraphs open: enacting formulas and leads."""

import re
from collections.abc import Sequence

from operative.structure.numbering import Label, Scheme, readings_of
from operative.vocabulary.bodies import body_of_name, opens_with_body
from operative.vocabulary.styles import Style

__all__ = [
    "goes_on",
    "is_bare_formula",
    "is_formula",
    "is_opening",
    "is_recital",
    "is_torn",
    "leads",
    "leads_over",
    "turns_operative",
    "unbracketed",
]

MAIN_SCHEMES = frozenset({Scheme.DIGIT, Scheme.PAREN_DIGIT, Scheme.CAPITAL_ROMAN})
FOLLOWING = 300
"""How many characters at its end tell that a paragraph leads over to another text."""
NOTE_MARKER = re.compile(r"(?<=[,;.:)”\"])\s?(?:\d{1,3}|\*+)$")
LEAST_TORN = 40
"""What is shorter can be a heading, which ends on no mark."""
BARE_FORMULA = 90
LONGEST_OPENING = 1500
FORMULA_WORDS = 22
SHORT_FORMULA_WORDS = 14
LONG_FORMULA_WORDS = 70
"""Three bodies that meet together, or a conference with its place and days."""


def leads(words: str, style: Style) -> bool:
    """Whether the words open like a preambular or an operative paragraph."""
    first = words[:1]
    if style.cased and style.language != "ru" and not first.isupper():
        return False
    return style.preambular.match(words) is not None or style.operative.match(words) is not None


def is_formula(line: str, style: Style, headed: bool = False) -> bool:
    """ "The Council," and the like: an article where the language has one, no verb, and a comma or the bare name of a
    known
    body; a long one names a known body first, or is `headed`: it stands below the number of a resolution.
    """
    if style.articles and not line.startswith(style.articles):
        return False
    if leads(line, style) or any(mark in line for mark in ";:؛；：“"):
        return False
    if line[-1] in ",،，" and (style.spaced or len(line) < 24):
        count = len(line.split())
        if style.cased and not style.articles:
            named = body_of_name(line[:-1], style.language) is not None
            return named or (count <= SHORT_FORMULA_WORDS and line[0].isupper() and not any(c.isdigit() for c in line))
        if count > FORMULA_WORDS and not (count <= LONG_FORMULA_WORDS and (headed or _names_body(line, style))):
            return False
        return not any(c.isdigit() for c in line[:3])
    return is_bare_formula(line, style) or (style.cased and not style.articles and _is_name(line, style))


def _is_name(line: str, style: Style) -> bool:
    body = body_of_name(line, style.language)
    return body is not None and line in body.names.get(style.language, ())


def is_bare_formula(line: str, style: Style) -> bool:
    """An article and the name of a known body, and no more; a machine may have read its comma for a stop."""
    if not style.articles or len(line) > BARE_FORMULA or not line.startswith(style.articles):
        return False
    return _is_name(_without_article(line.rstrip(",.، "), style), style)


def _without_article(line: str, style: Style) -> str:
    return next((line.removeprefix(article).strip() for article in style.articles if line.startswith(article)), line)


def _names_body(line: str, style: Style) -> bool:
    return bool(style.articles) and opens_with_body(_without_article(line, style), style.language)


def is_opening(line: str, after: str, style: Style) -> bool:
    """A sentence of any length that says who speaks, where and when, and stops before the first recital: "The
    Conference,
    convened at ..., adopts the following recommendation: The Conference,".
    """
    if len(line) > LONGEST_OPENING or line[-1] not in ",،，:：" or not line.startswith(style.articles + style.speakers):
        return False
    if leads(line, style) or (style.cased and not after[:1].isupper()):
        return False
    return style.preambular.match(after) is not None


def leads_over(words: str, after: str, ahead: Sequence[Label], style: Style) -> bool:
    """ "Submits to the Ministries the following recommendation:", before a count that begins: the paragraphs behind it
    are the operative ones. `after` is the paragraph that follows, `ahead` the numbers that do.
    """
    if not words.endswith((":", "：")):
        return False
    found = style.following.search(words, max(0, len(words) - FOLLOWING))
    if found is None or style.preambular.match(words):
        return False
    named = (found["behind"] or found["before"]).lower()
    # The text that follows with a title of its own is quoted.
    if named in after.lower() or not ahead or ahead[0].printed.startswith("("):
        return False
    return any(value == 1 and scheme in MAIN_SCHEMES for scheme, value in readings_of(ahead[0]))


def turns_operative(bare: str, style: Style, preamble: bool) -> bool:
    """An unnumbered paragraph that opens with a finite verb; where a form can be both, the closing mark tells."""
    if style.operative.match(bare) is None:
        return False
    if style.cased and style.language != "ru" and not bare[:1].isupper():
        return False
    if preamble and bare[-1] in ",،，":
        return False
    return style.preambular.match(bare) is None or bare[-1] in ".;。；؛"


def goes_on(bare: str, style: Style) -> bool:
    """A small letter where the language begins with a capital: the sentence goes on."""
    return style.cased and style.language != "ru" and bare[:1].islower()


def is_recital(words: str, style: Style) -> bool:
    """An opening of the preamble, in a paragraph that ends on a comma."""
    return words[-1] in ",،，" and style.preambular.match(words) is not None and not goes_on(words, style)


def unbracketed(words: str, label: Label | None) -> str:
    """A paragraph without the square brackets around it: in a draft they mark what is not agreed."""
    bare = words.rstrip("] ")
    if label is None:
        bare = bare.lstrip("[ ")
    return bare or words


def is_torn(before: str, words: str, style: Style) -> bool:
    """Whether a paragraph without a number is the rest of the one above: that one ends on no mark, and this one opens
    with no verb and with no capital, or ends as a sentence does.
    """
    above, here = NOTE_MARKER.sub("", before), NOTE_MARKER.sub("", words)
    if not style.cased or style.language == "ru" or len(before) < LEAST_TORN or not above[-1:].isalnum():
        return False
    if leads(words, style) or style.speaks.match(words):
        return False
    return not words[0].isupper() or here[-1] in style.terminal
