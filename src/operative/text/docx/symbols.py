"""Characters that Word writes as a place in a symbol font."""

__all__ = ["symbol_of"]

PRIVATE = 0xF000
"""Symbol fonts are shifted here, beyond all letters."""

# Places in the font Symbol from 0x61 on are Greek letters in this order; "?" has no letter.
SYMBOL_LOWER = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"
SYMBOL_UPPER = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ"
SYMBOL = {
    0x2D: "−", 0xA2: "′", 0xA3: "≤", 0xA5: "∞", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±",
    0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈", 0xBC: "…", 0xD6: "√",
    0xD7: "⋅", 0xE5: "∑", 0xD2: "®", 0xD3: "©", 0xD4: "™", 0xE2: "®", 0xE3: "©", 0xE4: "™",
} | {0x61 + place: letter for place, letter in enumerate(SYMBOL_LOWER)} | {
    0x41 + place: letter for place, letter in enumerate(SYMBOL_UPPER)
}  # fmt: skip
WINGDINGS = {
    0x6C: "●", 0x6E: "■", 0x6F: "☐", 0x71: "❑", 0x76: "❖", 0x77: "◆", 0x78: "☒", 0x9F: "•", 0xA7: "▪", 0xA8: "☐",
    0xD8: "➢", 0xE0: "→", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
FONTS = {"symbol": SYMBOL, "wingdings": WINGDINGS}


def symbol_of(font: str, code: str) -> str | None:
    """The character at a place (in hex) of a font; None where it is not known."""
    try:
        place = int(code, 16)
    except ValueError:
        return None
    table = FONTS.get(font.lower())
    if table is not None:
        shifted = place - PRIVATE if place >= PRIVATE else place
        return table.get(shifted) or (chr(shifted) if 0x20 <= shifted < 0x7F and table is SYMBOL else None)
    return chr(place) if 0x20 <= place < 0xD800 else None
