"""Bytes -> characters, also where nobody says which encoding it is, or where it changes half-way."""

import codecs
import re
from dataclasses import dataclass

from operative.domain.findings import Finding, Severity
from operative.domain.spans import Span
from operative.vocabulary.loader import load

__all__ = ["BREAKS", "Characters", "mark_lost", "read_characters"]

BREAKS = "\n\r\f\v\x1c\x1d\x1e\x85\u2028\u2029"
"""The characters at which a printed line ends, the ones of `str.splitlines`."""

SAMPLE = 65_536
"""Bytes that are enough to tell an encoding."""

REPLACED = "\ufffd"
LOST = re.compile(REPLACED + "+")

# Characters that no printed text has and that XML refuses; white space among the controls is not here.
CONTROLS = "".join(map(chr, [*range(0x00, 0x09), *range(0x0E, 0x1C), 0xFFFE, 0xFFFF]))

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is the beginning of this one
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# "T\0e\0x\0t\0" amid UTF-8: a passage pasted from a UTF-16 file, either byte first
WIDE = re.compile(rb"(?P<little>(?:[\t\n\r\x20-\x7e]\x00){3,})|(?P<big>(?:\x00[\t\n\r\x20-\x7e]){3,})")

# Bytes that are not UTF-8, as `surrogateescape` shows them
ESCAPED = re.compile("[\udc80-\udcff]+")

# Encodings that a file may declare; Python knows others that are no encodings of text.
DECLARABLE = re.compile(r"(?:utf-8|iso8859|iso2022|cp\d|koi8|gb|big5|shift_jis|euc|mac|ascii|tis)")
# What browsers read under these names
WIDENED = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030"}

MOST_PLACES = 20
"""Findings that name one place each; beyond them one finding gives the count."""


@dataclass(frozen=True, slots=True)
class Characters:
    """The text of some bytes, the encoding it was read by, and what was guessed or replaced on the way."""

    content: str
    encoding: str
    findings: tuple[Finding, ...] = ()


def read_characters(data: bytes, declared: str = "") -> Characters:
    """Every character of `data`: by its byte order mark, its declared encoding, as UTF-8, or by plausibility."""
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _cleaned(data[len(mark) :].decode(encoding, "replace"), encoding, ())
    wide = _wide_encoding(data) if b"\0" in data[:SAMPLE] else ""
    if wide:
        return _cleaned(data.decode(wide, "replace"), wide, (_guessed(wide),))
    if b"\0" in data and WIDE.search(data):
        return _cleaned(_unwidened(data), "utf-8", (_mixed("utf-8 and utf-16"),))
    content, consumed = _utf8(data)
    # Bytes beyond ASCII that happen to be UTF-8 are UTF-8, whatever is declared; ASCII may be another 7-bit code.
    if consumed == len(data) and not (declared and content.isascii()):
        return _cleaned(content, "utf-8", ())
    if declared and (found := _declared(data, declared)) is not None:
        return _cleaned(found, declared, ())
    if consumed == len(data):
        return _cleaned(content, "utf-8", ())
    if consumed > len(data) - 4 and not content.isascii():
        return _cleaned(content + REPLACED, "utf-8", ())  # cut off within its last character
    return _legacy(data)


def _utf8(data: bytes) -> tuple[str, int]:
    try:
        return codecs.utf_8_decode(data, "strict", False)
    except UnicodeDecodeError:
        return "", -1


def _declared(data: bytes, encoding: str) -> str | None:
    # A wrong declaration is common; it counts only where the bytes agree with it.
    try:
        name = codecs.lookup(encoding).name
        if not DECLARABLE.match(name):
            return None
        return data.decode(WIDENED.get(name, name))
    except (LookupError, ValueError):
        return None


def _wide_encoding(data: bytes) -> str:
    """UTF-16 without a mark has its zero bytes on one side, and common characters when read so."""
    sample = data[:SAMPLE]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    encoding = "utf-16-le" if odd > even else "utf-16-be"
    if max(even, odd) < 4 * min(even, odd) + 1:
        return ""
    if max(even, odd) > len(sample) * 0.4:
        return encoding  # Latin letters: every second byte is zero
    content = sample[: len(sample) // 2 * 2].decode(encoding, "replace")
    best = max(_share(content, letters) for letters in _letters().values())
    return encoding if best > 0.4 else ""


def _unwidened(data: bytes) -> str:
    parts, at = [], 0
    for found in WIDE.finditer(data):
        parts.append(_without_marks(data[at : found.start()]))
        parts.append(found.group().decode("utf-16-le" if found["little"] else "utf-16-be"))
        at = found.end()
    parts.append(_without_marks(data[at:]))
    return "".join(parts)


def _without_marks(data: bytes) -> str:
    content, consumed = _utf8(data)
    return content if consumed == len(data) else _legacy(data).content


def _legacy(data: bytes) -> Characters:
    """A text in an encoding from before Unicode, or one with such passages amid UTF-8."""
    escaped = data.decode("utf-8", "surrogateescape")
    if not _has_utf8(escaped):
        encoding = _plausible_encoding(data[:SAMPLE])
        return _cleaned(data.decode(encoding, "replace"), encoding, (_guessed(encoding),))
    foreign = "\n".join(line for line in escaped.split("\n") if ESCAPED.search(line) and _wholly_odd(line))
    sample = foreign or "".join(ESCAPED.findall(escaped))
    encoding = _plausible_encoding(sample[:SAMPLE].encode("utf-8", "surrogateescape"))
    mended = "\n".join(_mended(line, encoding) for line in escaped.split("\n"))
    return _cleaned(mended, "utf-8", (_mixed(f"utf-8 and {encoding}"),))


def _has_utf8(escaped: str) -> bool:
    """Whether part of the text is UTF-8 on purpose: much of it, or whole lines that make common letters."""
    odd = sum(len(run) for run in ESCAPED.findall(escaped))
    good = len(escaped) - len(escaped.encode("ascii", "ignore")) - odd
    if good * 2 >= odd:
        return True
    whole = "".join(line for line in escaped[:SAMPLE].split("\n") if not ESCAPED.search(line))
    beyond = len(whole) - len(whole.encode("ascii", "ignore"))
    return beyond >= 3 and max(_share(whole, letters) for letters in _letters().values()) > 0.8


def _wholly_odd(line: str) -> bool:
    return ESCAPED.sub("", line).isascii()


def _mended(line: str, encoding: str) -> str:
    if not ESCAPED.search(line):
        return line
    if _wholly_odd(line):
        return line.encode("utf-8", "surrogateescape").decode(encoding, "replace")
    return ESCAPED.sub(lambda run: run.group().encode("utf-8", "surrogateescape").decode(encoding, "replace"), line)


def _plausible_encoding(sample: bytes) -> str:
    """The legacy encoding under which most characters beyond ASCII are the common ones of its languages."""
    best, encoding = 0.0, "cp1252"
    for candidate, letters in _letters().items():
        content = sample.decode(candidate, "replace")
        # A letter that stands for itself twice in other encodings is cheap; one wrong sequence is dear.
        share = _share(content, letters) - 5 * content[:-1].count(REPLACED) / len(content)
        if share > best:
            best, encoding = share, candidate
    return encoding


def _share(content: str, letters: frozenset[str]) -> float:
    beyond = [character for character in content if character > "\x7f"]
    return sum(character in letters for character in beyond) / len(beyond) if beyond else 0.0


def _letters() -> dict[str, frozenset[str]]:
    return {name: frozenset(entry["letters"]) for name, entry in load("encodings").items()}


def _cleaned(content: str, encoding: str, findings: tuple[Finding, ...]) -> Characters:
    content, lost = mark_lost(content)
    return Characters(content, encoding, (*findings, *lost))


def mark_lost(content: str) -> tuple[str, list[Finding]]:
    """The content with control characters made visible, and a finding for each place where characters are lost."""
    for character in CONTROLS:
        if character in content:
            content = content.replace(character, REPLACED)
    return content, _replaced(content)


def _replaced(content: str) -> list[Finding]:
    findings: list[Finding] = []
    for place in LOST.finditer(content):
        if len(findings) == MOST_PLACES:
            message = f"{content.count(REPLACED, place.start())} more could not be read from here on"
            findings.append(_lost(message, place.start(), len(content)))
            break
        findings.append(_lost(f"characters that could not be read: {len(place.group())}", *place.span()))
    return findings


def _lost(message: str, start: int, end: int) -> Finding:
    return Finding("characters-replaced", Severity.WARNING, message, Span(start, end))


def _guessed(encoding: str) -> Finding:
    message = f"the encoding is not declared and is not UTF-8; read as {encoding}, the most plausible one"
    return Finding("encoding-guessed", Severity.WARNING, message)


def _mixed(encodings: str) -> Finding:
    return Finding("encoding-mixed", Severity.WARNING, f"passages in different encodings: {encodings}")
