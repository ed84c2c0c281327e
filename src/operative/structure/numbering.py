"""Printed numbers of paragraphs: what they look like, and which one follows which."""

import re
from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Label", "Scheme", "continues", "find_label", "is_under", "opens_list", "readings_of"]


class Scheme(StrEnum):
    """A way of counting."""

    DIGIT = "digit"
    """1. 2. 3."""
    PAREN_DIGIT = "paren-digit"
    """(1) (2), 1) 2), ’1‘ ’2‘"""
    ALPHA = "alpha"
    """(a) (b), a. b., a) b)"""
    CAPITAL = "capital"
    """(A) (B), A. B."""
    ROMAN = "roman"
    """(i) (ii)"""
    CAPITAL_ROMAN = "capital-roman"
    """I. II."""
    CYRILLIC = "cyrillic"
    ABJAD = "abjad"
    HAN = "han"
    DECIMAL = "decimal"
    """1.1, 1.2.3"""
    BULLET = "bullet"


@dataclass(frozen=True, slots=True)
class Label:
    """A printed number: as printed, its bare form, and where the words begin behind it."""

    printed: str
    bare: str
    end: int
    paren: bool
    suffix: str = ""


LABEL = re.compile(
    r"""[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]*(?P<open>\[)?(?:
        (?P<digit>\d{1,3})\s?(?P<suffix>bis|ter|quater|quinquies|sexies|alt)?\.?\]?
        (?:(?(open)(?<=\])|(?!))|[.．]|[°º]\.?(?=\s+[A-ZÀ-ÖØ-ÞА-Я«“])|,(?=\s+[A-ZÀ-ÖА-Я])|\s?[-–－](?=\s))
        (?=\s|$|[“"‘\[A-ZÀ-ÖА-Я一-鿿])
      | (?P<decimal>\d{1,2}(?:\.\d{1,2}){1,4})\.?(?=\s+[^\s\d])
      | [(（](?P<paren>[a-z]{1,3}|[A-Z]|[ivxl]{1,6}|\d{1,3}|[а-я]|[ء-ي]{1,2}|[一二三四五六七八九十]{1,3})
        (?:\s?(?P<psuffix>bis|ter|quater|quinquies))?[)）}]
      | (?P<letter>[a-z]{1,2}|[ivx]{1,5}|[а-я]|\d{1,2})\)(?=\s)
      | (?P<stop>[a-zA-Z]|[ivx]{1,5}|[IVXL]{1,6})[.．](?=\s)
      | (?P<han>[一二三四五六七八九十]{1,3})、
      | ['’‘](?P<quoted>\d{1,2})['’‘](?=\s)
      | (?P<sign>[㈠-㈩①-⑳])
      | (?P<bullet>[•·▪■●○◦‣–—\uf0b7\uf0a7\uf0d8-])(?=\s)
    )\]?[ \t\u00a0\u200e\u200f]*""",
    re.VERBOSE,
)
"""1.  12 bis.  1°  3, (a stop that was read as a comma)  (a)  (ii)  a)  B.  IV.  1 -  一、 •"""

ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
CYRILLIC_LETTERS = "абвгдежзиклмнопрстуфхцчшщэюя"
ABJAD_LETTERS = "ابجدهوزحطيكلمنسعفصقرشتثخذضظغ"
ALPHABET_LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
BULLETS = "•·▪■●○◦‣–—\uf0b7\uf0a7\uf0d8-"
"""Also three signs of the font that word processors take for bullets."""
UNSEEN = " \t\u00a0\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
"""White space and signs of direction around a number"""
HAN_DIGITS = "一二三四五六七八九"
HAN_NUMBERS = HAN_DIGITS + "十"
BRACKETED = frozenset({"paren", "letter", "quoted", "sign"})
GROUPS = ("digit", "decimal", "paren", "letter", "stop", "han", "quoted", "sign", "bullet")


def find_label(content: str, start: int, end: int) -> Label | None:
    """The number that is printed at `start`, or None."""
    match = LABEL.match(content, start, end)
    if match is None:
        return None
    group = match.lastgroup if match.lastgroup in GROUPS else next(g for g in GROUPS if match[g] is not None)
    bare = match[group] if group != "sign" else _sign(match[group])
    if bare.isdecimal() and not bare.isascii():  # the figures of another script: ١, ２
        bare = str(int(bare))
    suffix = match["suffix"] or match["psuffix"] or ""
    return Label(match[0].strip(UNSEEN), bare, match.end(), group in BRACKETED, suffix)


def _sign(sign: str) -> str:
    """What a number in brackets or in a ring says, where it is one character: ㈠, ①."""
    place = ord(sign) - ord("㈠")
    return HAN_NUMBERS[place] if 0 <= place < len(HAN_NUMBERS) else str(ord(sign) - ord("①") + 1)


def _roman(letters: str) -> int:
    total = 0
    values = [ROMAN_DIGITS.get(letter, 0) for letter in letters]
    if not all(values):
        return 0
    for here, after in zip(values, [*values[1:], 0], strict=True):
        total += here if here >= after else -here
    return total if 0 < total < 60 else 0


def _letter(bare: str) -> int:
    """a=1 ... z=26, aa=27; a doubled letter goes on behind z."""
    if len(set(bare)) != 1 or len(bare) > 2:
        return 0
    return ord(bare[0]) - 96 + 26 * (len(bare) - 1)


def _han(bare: str) -> int:
    if "十" not in bare:
        return HAN_DIGITS.index(bare) + 1 if len(bare) == 1 else 0
    tens, _, ones = bare.partition("十")
    return (HAN_DIGITS.index(tens) + 1 if tens else 1) * 10 + (HAN_DIGITS.index(ones) + 1 if ones else 0)


def readings_of(label: Label) -> tuple[tuple[Scheme, int], ...]:
    """Every way to count that the label fits, with its place there: (i) is a ninth letter and a first roman number."""
    bare = label.bare
    if bare.isascii() and bare.isdigit():
        return ((Scheme.PAREN_DIGIT if label.paren else Scheme.DIGIT, int(bare)),)
    if "." in bare:
        return ((Scheme.DECIMAL, int(bare.rpartition(".")[2])),)
    if bare in BULLETS:
        return ((Scheme.BULLET, 1),)
    if bare[0] in HAN_DIGITS + "十":
        return ((Scheme.HAN, _han(bare)),)
    if bare[0] in CYRILLIC_LETTERS:
        return ((Scheme.CYRILLIC, CYRILLIC_LETTERS.index(bare[0]) + 1),)
    if "\u0621" <= bare[0] <= "\u064a":
        plain = _plain(bare)
        return ((Scheme.ABJAD, ABJAD_LETTERS.index(plain) + 1),) if plain in ABJAD_LETTERS else ()
    found = []
    if bare.isupper():
        if len(bare) == 1:
            found.append((Scheme.CAPITAL, ord(bare) - 64))
        if value := _roman(bare.lower()):
            found.append((Scheme.CAPITAL_ROMAN, value))
    else:
        if value := _letter(bare):
            found.append((Scheme.ALPHA, value))
        if value := _roman(bare):
            found.append((Scheme.ROMAN, value))
    return tuple(found)


def _plain(bare: str) -> str:
    return bare.replace("أ", "ا").replace("إ", "ا")[0]


def _next_in_alphabet(letter: str) -> str:
    """The letter behind this one where a list counts by the order of the alphabet, and not by that of the numerals."""
    place = ALPHABET_LETTERS.find(letter)
    return ALPHABET_LETTERS[place + 1 : place + 2]


def continues(scheme: Scheme, last: int, label: Label) -> bool:
    """Whether the label is the next one of a list that stands at `last`."""
    if scheme is Scheme.BULLET:
        return (Scheme.BULLET, 1) in readings_of(label)
    if scheme is Scheme.ABJAD and 0 < last < len(ABJAD_LETTERS) and not label.suffix:
        return _plain(label.bare) in (ABJAD_LETTERS[last], _next_in_alphabet(ABJAD_LETTERS[last - 1]))
    wanted = last if label.suffix else last + 1
    return (scheme, wanted) in readings_of(label)


def opens_list(label: Label) -> Scheme | None:
    """The scheme of a list that this label can open: roman before alphabetic where both fit (i)."""
    first = [scheme for scheme, value in readings_of(label) if value == 1]
    return first[-1] if first else None


def is_under(bare: str, number: str) -> bool:
    """Whether a decimal number stands below a printed one: 6.2.1 below 6.2."""
    return bare.rpartition(".")[0] == number.strip("[]. ")
