"""How a title block names the body that speaks."""

from operative.vocabulary.bodies import Body
from operative.vocabulary.calendar import read_ordinal
from operative.vocabulary.styles import Style

__all__ = ["name_in", "without_ordinal"]


def name_in(body: Body, style: Style) -> str:
    """The name of a body in the language of the text, else in English, else in any."""
    names = body.names.get(style.language) or body.names.get("en") or next(iter(body.names.values()), ())
    return names[0] if names else ""


def without_ordinal(name: str, style: Style) -> tuple[int | None, str]:
    """ "Eighteenth Health Assembly" is the eighteenth session of the Health Assembly; a "Second Committee" is no
    session
    of anything.
    """
    words = name.split()
    if not any(word in style.assemblies for word in words):
        return None, name
    for length in (3, 2, 1):
        number = read_ordinal(" ".join(words[:length]), style.language)
        if number is not None and len(words) > length:
            return number, " ".join(words[length:])
    return None, name
