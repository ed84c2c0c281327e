"""How paragraphs open: enacting formulas and leads."""

from operative.vocabulary.bodies import body_of_name, opens_with_body
from operative.vocabulary.styles import Style

__all__ = ["is_bare_formula", "is_formula", "is_opening", "leads"]

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
