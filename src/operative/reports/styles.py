"""House styles of bodies, as data: which one a paper gets, and the words that it has of its own."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from operative.domain.facts.dossiers import DossierOpened
from operative.domain.house_styles import Counting, HouseStyle, PaperSize
from operative.errors import VocabularyError, WrongCall

__all__ = ["PLAIN", "StyleSheet", "sheet_of", "sheets"]

PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class StyleSheet:
    """A house style as its file has it: `table` with words in braces to be filled in, and whose style it is."""

    key: str
    table: Mapping[str, Any]

    def is_for(self, opened: DossierOpened) -> bool:
        """Whether the dossier is of a body whose style this is."""
        return any(
            one["body"] == opened.body and one.get("participant", opened.participant) == opened.participant
            for one in self.table.get("bodies", ())
        )

    def style(self, on: date, values: Mapping[str, str]) -> HouseStyle:
        """The style with its words filled in: `values` by their names, and year, month and day of the paper."""
        told = {**values, "year": str(on.year), "month": f"{on.month:02}", "day": f"{on.day:02}"}
        table = self.table

        def filled(words: str) -> str:
            return words.format(**told)

        return HouseStyle(
            self.key,
            PaperSize(table.get("paper", "a4")),
            table.get("margin", 25),
            filled(table.get("symbol", "")),
            tuple(map(filled, table.get("lines", ()))),
            filled(table.get("header", "{title}")),
            Counting(table.get("headings", "")),
            Counting(table.get("paragraphs", "1.")),
            Counting(table.get("points", "(a)")),
        )

    def names(self, language: str) -> Mapping[str, Mapping[str, str]]:
        """What the body calls parts and papers in a language: `heads` and `kinds`, by their names."""
        found: Mapping[str, Mapping[str, str]] = self.table.get("names", {}).get(language, {})
        return found


@cache
def sheets() -> Mapping[str, StyleSheet]:
    """Every style that comes along, by its key; raises `VocabularyError` for a file that is none."""
    found = {}
    for file in sorted((files("operative.reports") / "house").iterdir(), key=lambda one: one.name):
        key = file.name.removesuffix(".toml")
        sheet = StyleSheet(key, tomllib.loads(file.read_text("utf-8")))
        try:
            sheet.style(date(2030, 1, 1), dict.fromkeys(("title", "dossier", "kind", "body", "as_of"), ""))
        except (KeyError, ValueError, AttributeError) as exc:
            raise VocabularyError(f"the house style {key!r} cannot be used: {exc}") from exc
        found[key] = sheet
    return found


def sheet_of(opened: DossierOpened, name: str = "") -> StyleSheet:
    """The style of that name, else that of the dossier's body, else the plain one; raises `WrongCall`."""
    if name and name not in sheets():
        raise WrongCall(f"there is no house style {name!r}; there are: {', '.join(sheets())}")
    own = next((sheet for sheet in sheets().values() if sheet.is_for(opened)), sheets()[PLAIN])
    return sheets()[name] if name else own
