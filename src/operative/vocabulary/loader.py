"""The one loader of vocabulary files."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from operative.errors import UnknownLanguage, VocabularyError

__all__ = ["LANGUAGES", "known_language", "load"]

LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh")
"""The official languages of the United Nations, the ones with vocabularies, as ISO 639-1 codes."""


@cache
def load(topic: str, language: str = "") -> dict[str, Any]:
    """The table in `data/<topic>.toml`, or in `data/<topic>/<language>.toml`; read once, to be parsed by the caller.

    Raises `VocabularyError` where the file is missing or is not TOML.
    """
    path = files("operative.vocabulary") / "data" / (f"{topic}/{language}.toml" if language else f"{topic}.toml")
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (FileNotFoundError, tomllib.TOMLDecodeError) as exc:
        raise VocabularyError(f"vocabulary {topic} {language}: {exc}") from exc


def known_language(code: str) -> str:
    """The code itself; raises `UnknownLanguage` where no vocabulary knows it."""
    if code not in LANGUAGES:
        raise UnknownLanguage(f"no vocabulary for language {code!r}; there are: {', '.join(LANGUAGES)}")
    return code
