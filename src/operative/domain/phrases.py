"""English words that remember how they were made, so that they can be said in another language."""

from collections.abc import Mapping

__all__ = ["Phrase"]


class Phrase(str):
    """English words with the pattern and the values that they were made of: "2 overdue" out of "{number} overdue".

    It is text like any other, for who only reads English. `pattern` is the key of a translation, and `several` that of
    its plural where `number` decides; both have the names of `values` in braces. A value is a number, a day, a word of
    a closed set, another phrase, or text, which is the words of the dossier and stays as it is.
    """

    pattern: str
    several: str
    number: int
    values: Mapping[str, object]

    def __new__(
        cls, english: str, pattern: str, values: Mapping[str, object], several: str = "", number: int = 0
    ) -> "Phrase":
        """The words in English, with what they were made of."""
        made = super().__new__(cls, english)
        made.pattern, made.several, made.number, made.values = pattern, several, number, dict(values)
        return made
