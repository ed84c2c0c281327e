"""Numbers in the forms that Word knows."""

import pytest

from operative.text.numbers import render_number


@pytest.mark.parametrize(
    ("form", "value", "expected"),
    [
        ("decimal", 12, "12"),
        ("decimalZero", 7, "07"),
        ("lowerLetter", 1, "a"),
        ("lowerLetter", 26, "z"),
        ("lowerLetter", 27, "aa"),
        ("lowerLetter", 53, "aaa"),
        ("upperLetter", 3, "C"),
        ("lowerLetter", 0, "0"),
        ("lowerLetter", 10**9, "1000000000"),
        ("lowerRoman", 4, "iv"),
        ("lowerRoman", 49, "xlix"),
        ("upperRoman", 1994, "MCMXCIV"),
        ("upperRoman", 4000, "4000"),
        ("ordinal", 1, "1st"),
        ("ordinal", 12, "12th"),
        ("ordinal", 22, "22nd"),
        ("ordinal", 113, "113th"),
        ("russianLower", 10, "к"),
        ("russianUpper", 1, "А"),
        ("arabicAlpha", 2, "ب"),
        ("arabicAbjad", 3, "ج"),
        ("chineseCounting", 1, "一"),
        ("chineseCounting", 10, "十"),
        ("chineseCounting", 12, "十二"),
        ("chineseCountingThousand", 20, "二十"),
        ("chineseCountingThousand", 105, "一百零五"),
        ("chineseCountingThousand", 110, "一百一十"),
        ("chineseCountingThousand", 1001, "一千零一"),
        ("chineseLegalSimplified", 23, "贰拾叁"),
        ("ideographDigital", 10, "一〇"),
        ("ideographTraditional", 2, "乙"),
        ("decimalEnclosedCircle", 3, "③"),
        ("decimalEnclosedCircle", 21, "21"),
        ("decimalFullWidth", 10, "１０"),
        ("none", 5, ""),
        ("nonsense", 5, None),
    ],
)
def test_numbers_in_their_form(form: str, value: int, expected: str | None) -> None:
    assert render_number(value, form) == expected
