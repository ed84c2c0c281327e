"""The fixed words of reports, language by language."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from operative.domain.days import PartialDate
from operative.errors import UnknownLanguage, WrongCall

__all__ = ["LANGUAGES", "Words", "words_of"]

LANGUAGES = ("en", "fr", "es")
"""The languages that reports are made in."""
YEAR, DAY = re.compile(r"\b[0-9]{4}\b"), re.compile(r"\b[0-9]{1,2}\b")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language: headings and columns by name, sentences and notes with values filled in."""

    language: str
    table: Mapping[str, Any]

    def say(self, name: str, /, **values: object) -> str:
        """A sentence with its values."""
        return str(self.table["say"][name]).format(**values)

    def note(self, name: str, /, **values: object) -> str:
        """The words of a note with their values."""
        return str(self.table["note"][name]).format(**values)

    def head(self, name: str) -> str:
        """The heading of a section."""
        return str(self.table["heads"][name])

    def column(self, name: str) -> str:
        """The heading of a column."""
        return str(self.table["columns"][name])

    def front(self, name: str) -> str:
        """A word at the head of a paper."""
        return str(self.table["front"][name])

    def kind(self, name: str) -> str:
        """What a kind of paper is called."""
        return str(self.table["kinds"][name])

    def with_names(self, names: Mapping[str, Mapping[str, str]]) -> "Words":
        """The same words with those of a body in their places: tables of names by the names of tables."""
        table = {name: {**self.table[name], **own} for name, own in names.items()}
        return Words(self.language, {**self.table, **table})

    def day(self, day: PartialDate) -> str:
        """A day, month or year, no more precise than it is."""
        parts = [int(part) for part in day.iso.split("-")]
        if len(parts) == 1:
            return day.iso
        month = self.table["months"][parts[1] - 1]
        form = self.table["day"] if len(parts) == 3 else self.table["month_year"]
        return str(form).format(day=parts[-1], month=month, year=day.iso[:4])

    def read_day(self, said: str) -> PartialDate | None:
        """The day, month or year that was printed with these words; None where they are none."""
        year, plain = YEAR.search(said), said.casefold()
        if year is None:
            return None
        month = next((at for at, one in enumerate(self.table["months"], 1) if one.casefold() in plain), 0)
        number = DAY.search(said)
        iso = year[0] + (f"-{month:02}" if month else "") + (f"-{int(number[0]):02}" if month and number else "")
        try:
            found = PartialDate(iso)
        except WrongCall:
            return None
        return found if self.day(found).casefold() == " ".join(plain.split()) else None

    def day_of(self, day: date) -> str:
        """A day that is known."""
        return self.day(PartialDate.of(day))

    def listed(self, names: Sequence[str]) -> str:
        """A list: "a, b and c"."""
        if len(names) < 2:
            return "".join(names)
        return f"{', '.join(names[:-1])} {self.table['and']} {names[-1]}"


@cache
def words_of(language: str) -> Words:
    """The words of a language; raises `UnknownLanguage` where reports are not made in it."""
    if language not in LANGUAGES:
        raise UnknownLanguage(f"no reports are made in {language!r}; there are: {', '.join(LANGUAGES)}")
    text = (files("operative.reports") / "words" / f"{language}.toml").read_text("utf-8")
    return Words(language, tomllib.loads(text))
