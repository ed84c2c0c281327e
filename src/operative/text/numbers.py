"""How a number in a list is printed: 3, c, iii, third letter of the Russian alphabet."""

from collections.abc import Callable

__all__ = ["render_number"]

LATIN = "abcdefghijklmnopqrstuvwxyz"
RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"
ARABIC = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
STEMS = "甲乙丙丁戊己庚辛壬癸"
BRANCHES = "子丑寅卯辰巳午未申酉戌亥"

ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip

HAN_DIGITS, HAN_UNITS = "〇一二三四五六七八九", ("", "十", "百", "千")
LEGAL_DIGITS, LEGAL_UNITS = "零壹贰叁肆伍陆柒捌玖", ("", "拾", "佰", "仟")

MOST_LETTERS = 20
"""How often a letter is repeated (z, aa, ... zz, aaa) before digits are clearer."""


def render_number(value: int, form: str) -> str | None:
    """The number in one of Word's formats; None where the format is not known."""
    render = FORMATS.get(form)
    return None if render is None else render(value)


def _letters(alphabet: str) -> Callable[[int], str]:
    def render(value: int) -> str:
        times, place = divmod(value - 1, len(alphabet))
        return alphabet[place] * (times + 1) if 0 <= times < MOST_LETTERS else str(value)

    return render


def _roman(value: int) -> str:
    if not 0 < value < 4000:
        return str(value)
    parts = []
    for size, letters in ROMAN:
        times, value = divmod(value, size)
        parts.append(letters * times)
    return "".join(parts)


def _ordinal(value: int) -> str:
    ending = "th" if value % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{ending}"


def _counting(digits: str, units: tuple[str, ...], ten: str) -> Callable[[int], str]:
    """Twelve is ten-two, a hundred and five is one-hundred-zero-five."""

    def render(value: int) -> str:
        if not 0 < value < 10_000:
            return str(value)
        words, zero = "", False
        for place in range(3, -1, -1):
            digit = value // 10**place % 10
            if digit:
                words += ("零" if zero else "") + digits[digit] + units[place]
                zero = False
            else:
                zero = bool(words)
        return ten + words.removeprefix(digits[1] + ten) if 10 <= value < 20 else words

    return render


def _digit_by_digit(value: int) -> str:
    return "".join(HAN_DIGITS[int(digit)] for digit in str(abs(value)))


def _circled(value: int) -> str:
    return chr(0x2460 + value - 1) if 1 <= value <= 20 else str(value)


def _upper(render: Callable[[int], str]) -> Callable[[int], str]:
    return lambda value: render(value).upper()


COUNTING = _counting(HAN_DIGITS, HAN_UNITS, "十")
LEGAL = _counting(LEGAL_DIGITS, LEGAL_UNITS, "拾")

FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda value: f"{value:02d}",
    "decimalHalfWidth": str,
    "decimalFullWidth": lambda value: str(value).translate({ord("0") + digit: 0xFF10 + digit for digit in range(10)}),
    "decimalFullWidth2": lambda value: str(value).translate({ord("0") + digit: 0xFF10 + digit for digit in range(10)}),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedFullstop": lambda value: f"{value}.",
    "decimalEnclosedParen": lambda value: f"({value})",
    "numberInDash": lambda value: f"- {value} -",
    "hindiNumbers": lambda value: str(value).translate({ord("0") + digit: 0x0966 + digit for digit in range(10)}),
    "ordinal": _ordinal,
    "lowerLetter": _letters(LATIN),
    "upperLetter": _upper(_letters(LATIN)),
    "lowerRoman": _roman,
    "upperRoman": _upper(_roman),
    "russianLower": _letters(RUSSIAN),
    "russianUpper": _upper(_letters(RUSSIAN)),
    "arabicAlpha": _letters(ARABIC),
    "arabicAbjad": _letters(ABJAD),
    "ideographTraditional": _letters(STEMS),
    "ideographZodiac": _letters(BRANCHES),
    "ideographDigital": _digit_by_digit,
    "japaneseDigitalTenThousand": _digit_by_digit,
    "taiwaneseDigital": _digit_by_digit,
    "chineseCounting": COUNTING,
    "chineseCountingThousand": COUNTING,
    "japaneseCounting": COUNTING,
    "taiwaneseCounting": COUNTING,
    "taiwaneseCountingThousand": COUNTING,
    "chineseLegalSimplified": LEGAL,
    "none": lambda value: "",
}
