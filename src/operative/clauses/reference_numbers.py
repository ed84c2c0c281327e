"""Numbers of resolutions and decisions in running text, and the symbols that they stand for."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from operative.clauses.reference_owners import PRINCIPAL, Head, owner_of, owner_of_bare
from operative.domain.spans import Span
from operative.vocabulary.citations import NumberWords
from operative.vocabulary.symbols import ANY, OTHER, fits_session, is_numbered, symbol_for

__all__ = ["Cited", "find_numbers"]

HYPHEN = r"\-‐‑–"
ABJAD = "ألف|باء|جيم|دال|هاء|واو|زاي|حاء|طاء|ياء|كاف|لام|ميم|نون|سين|عين|فاء|صاد|قاف|راء|شين|تاء"
LEFT, RIGHT = rf"(?<![0-9A-Za-z/.{HYPHEN}])", "(?![0-9A-Za-z/])"
NUMBER = re.compile(
    rf"{LEFT}(?:"
    r"(?P<year_number>\d{1,4})\s?[(（](?P<year_year>(?:19|20)\d\d)[)）]"
    rf"|(?P<roman_number>\d{{1,4}})(?:\s(?P<roman_letter>[A-Z](?:[{HYPHEN}][A-Z])?|{ABJAD}))?"
    rf"\s?[(（](?P<roman_year>(?:E?S[{HYPHEN}])?[IVXL]+|دإ?[{HYPHEN}]\d{{1,2}})[)）]"
    rf"|(?P<point_number>\d{{1,2}}/[A-Z]{{2,5}}\.\d{{1,2}}){RIGHT}"
    rf"|(?P<slash_session>(?:(?:E?S|دإط|دإ)[{HYPHEN}])?\d{{1,4}})\s?/\s?(?P<slash_number>\d{{1,3}}){RIGHT}"
    rf"(?:\s?(?P<slash_letter>(?<=\s)[A-Z](?:[{HYPHEN}][A-Z])?|{ABJAD}|[A-D](?=号))(?![^\W号]|[’'{HYPHEN}]))?"
    rf"|(?P<cross_number>[IVXL]+/\d{{1,2}}){RIGHT}"
    r"|(?:[Nn]os?(?:\.|\s)|[Nn][°º]|№)\s?(?P<plain_number>\d{1,5})(?![\d/])"
    r"|(?P<bare_number>\d{3,4})(?![\d/,.]\d|\s?[(（/%]|\w)"
    r")"
)
"""All the shapes of numbers; `bare` counts only right after its head."""

YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
LAST = 120
"""No session has a higher number yet: a higher one is the number of a resolution."""

OWN_NAMES = ("IOM",)
"""Bodies whose names hold the name of their organization."""

AT_ONCE = re.compile(r"\s{1,3}\d")
REACH = 420
"""How far behind its head, or the number before it in a list, a number may stand."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A cited document: where its number stands, its symbol ("" undecided), and the rule that found it."""

    span: Span
    target: str
    rule: str


def find_numbers(text: str, low: str, words: NumberWords, body: str, taken: list[Span]) -> Iterator[Cited]:
    """Each numbered resolution or decision that the text cites, in order; `taken` are spans of symbols."""
    matches = list(NUMBER.finditer(text))
    heads = _heads(low, words) if matches else []
    seen: dict[str, str] = {}
    council = any(match["bare_number"] for match in matches) and _speaks_of_council(matches, low, words, body)
    last: tuple[Head, int] | None = None
    for match in matches:
        while taken and taken[0].end <= match.start():
            taken = taken[1:]
        if taken and taken[0].start < match.end():
            continue
        head = _head_of(match, heads, last, words)
        if head is None or not _is_number(match, head, last, low, words):
            if match["year_number"] and is_numbered(int(match["year_number"]), int(match["year_year"])):
                yield Cited(Span(*match.span()), symbol_for("SC", "year", "resolution", _parts(match)), "number: year")
            continue
        last = head, match.end()
        mention = _mention(match, head, text, low, words)
        cited = _cite(match, head, mention, _year_near(match, low, words), words, body, council)
        printed = match.group()
        if printed in seen and not mention and not head.own:
            cited = Cited(cited.span, seen[printed], cited.rule)
        if cited.target:
            seen.setdefault(printed, cited.target)
        yield cited


def _speaks_of_council(matches: list[re.Match[str]], low: str, words: NumberWords, body: str) -> bool:
    """Whether the text names the Security Council, or cites a resolution of it with its year."""
    named = any(_name(match["name"], words) == "SC" for match in words.bodies.finditer(low))
    pairs = ((match["year_number"], match["year_year"]) for match in matches if match["year_number"])
    return named or (body in PRINCIPAL and any(is_numbered(int(number), int(year)) for number, year in pairs))


def _heads(low: str, words: NumberWords) -> list[Head]:
    """The heads of a text; "including resolution" speaks of the body that the head before it named."""
    heads: list[Head] = []
    for match in words.heads.finditer(low):
        if (match["never"] or match["never2"]) and not AT_ONCE.match(low, match.end()):
            continue
        before = low[max(0, match.start() - 90) : match.start()]
        own = words.possessive.search(before) is not None or match["head"] in words.own_heads
        mention = _named_before(before, words) or _named_behind(low, match.end(), words)
        if not mention and not own and heads and words.inherits.search(before):
            mention, own = heads[-1].mention, heads[-1].own
        if not mention:
            mention = _speaker(before, words)
        heads.append(Head(match.start(), match.end(), "resolution" if match["head"] else "decision", mention, own))
    return heads


def _name(printed: str, words: NumberWords) -> str:
    return words.body_names.get(re.sub(r"\s+", " ", printed).replace("’", "'"), "")


def _named_before(before: str, words: NumberWords) -> str:
    """The body whose name ends right before the head: "Security Council resolution"."""
    last = next(reversed(list(words.bodies.finditer(before))), None)
    near = last is not None and words.adjectives.fullmatch(before, last.end())
    return _name(last["name"], words) if last is not None and near else ""


def _named_behind(low: str, end: int, words: NumberWords) -> str:
    """The body whose name opens right behind the head: "resolutions of the Security Council"."""
    match = words.body_behind.match(low, end)
    return _name(match["name"], words) if match else ""


def _speaker(before: str, words: NumberWords) -> str:
    """The body that "its" may mean: sure where it speaks at once ("the Council, in its"), else a guess, marked "?"."""
    clause = re.split(r"[;.]", before)[-1]
    last = next(reversed(list(words.bodies.finditer(clause))), None)
    if last is None:
        return ""
    return _name(last["name"], words) + ("" if words.speakers.fullmatch(clause, last.end()) else "?")


def _head_of(match: re.Match[str], heads: list[Head], last: tuple[Head, int] | None, words: NumberWords) -> Head | None:
    """The nearest head before the number, or the one of the number before it in a list; in Chinese the head follows."""
    if words.head_follows:
        at = bisect_left(heads, match.end(), key=lambda h: h.start)
        return heads[at] if at < len(heads) and heads[at].start - match.end() < 3 * REACH else None
    at = bisect_right(heads, match.start(), key=lambda h: h.end) - 1
    if at < 0:
        return None
    behind = max(heads[at].end, last[1] if last and last[0] == heads[at] else 0)
    return heads[at] if match.start() - behind < REACH else None


def _is_number(match: re.Match[str], head: Head, last: tuple[Head, int] | None, low: str, words: NumberWords) -> bool:
    """Whether the digits are the number of a text: not a span of years, a fraction, or a number of something else."""
    if match["bare_number"]:
        since = last[1] if last and last[0] == head else head.end
        between = low[since : match.start()]
        joined = since > head.end and len(between) < 8 and words.listed.search(between) is not None
        return (joined or not between.strip()) and not words.head_follows
    if match["plain_number"]:
        return not low[head.end : match.start()].strip()
    if match["cross_number"]:
        return match.start() - head.end < 60
    if words.head_follows and words.counted.match(low, match.end()) and match.end() != head.start:
        return False
    if words.not_numbers.search(low[max(0, match.start() - 40) : match.start()]):
        return False
    session, number = match["slash_session"], match["slash_number"]
    if session and session.isdecimal() and len(session) == 4 and int(number) == (int(session) + 1) % 100:
        return words.listed.search(low, head.end - 1, match.start()) is not None or match.start() - head.end < 4
    return True


def _mention(match: re.Match[str], head: Head, text: str, low: str, words: NumberWords) -> str:
    """The body named beside the number, else beside its head; "" where none is; a guess ends in "?"."""
    after = words.body_after.match(low, match.end())
    if after:
        foreign = words.stranger.match(text, after.end()) and _name(after["name"], words) not in OWN_NAMES
        return OTHER if foreign else _name(after["name"], words)
    day = words.day_behind.match(low, match.end())
    open_to_others = not head.own and (head.mention in ("", ANY) or head.mention.endswith("?"))
    if open_to_others and words.stranger.match(text, day.end() if day else match.end()):
        return OTHER
    if words.head_follows:
        near = words.body_ahead.search(low, max(0, match.start() - 70), match.start())
        return _name(near["name"], words) if near else ""
    return head.mention


def _year_near(match: re.Match[str], low: str, words: NumberWords) -> int:
    """The year of the date that stands with the number; 0 where there is none."""
    if words.head_follows:
        dated = words.date_ahead.search(low, max(0, match.start() - 60), match.start())
        return int(dated["year"]) if dated else 0
    behind = words.date_behind.match(low, match.end())
    dated = next(reversed(list(YEAR.finditer(behind.group()))), None) if behind else None
    return int(dated.group()) if dated else 0


def _parts(match: re.Match[str]) -> dict[str, str]:
    found = {name.partition("_")[2]: value for name, value in match.groupdict().items() if value}
    plain = {name: re.sub(f"[{HYPHEN}]", "-", value) for name, value in found.items()}
    for letters, latin in (("دإط-", "ES-"), ("دإ-", "S-"), ("د-", "")):
        for name in ("session", "year"):
            if plain.get(name, "").startswith(letters):
                figures = plain[name].removeprefix(letters)
                plain[name] = latin + (figures if name == "session" else _numeral(int(figures)))
    return {"letter": "", **plain}


def _numeral(number: int) -> str:
    """The Roman numeral of a number up to 89."""
    tens, ones = divmod(number, 10)
    tens_letters = ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX")[tens]
    return tens_letters + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[ones]


def _cite(
    match: re.Match[str], head: Head, mention: str, year: int, words: NumberWords, body: str, council: bool
) -> Cited:
    shape = next(name for name, value in match.groupdict().items() if value).partition("_")[0]
    span, parts = Span(*match.span()), _parts(match)
    if shape in ("point", "cross"):
        return Cited(span, parts["number"] if shape == "point" else "", f"number: {shape}")
    parts["letter"] = f" {words.letters.get(parts['letter'], parts['letter'])}" if parts["letter"] else ""
    if shape == "slash" and parts["session"].isdecimal() and int(parts["session"]) > 1900:
        shape = "annual"
    if shape == "slash" and words.mirrored and parts["session"].isdecimal():
        parts = _mirrored(parts, year, body)
    if shape == "bare":
        owner, shape = owner_of_bare(int(parts["number"]), head, mention, body, council), "plain"
    else:
        owner = owner_of(shape, parts, head, mention, year, body)
    return Cited(span, symbol_for(owner, shape, head.kind, parts), f"number: {shape}")


def _mirrored(parts: dict[str, str], year: int, body: str) -> dict[str, str]:
    """The parts in their order: in a text that runs from right to left the session may stand behind the stroke."""
    session, number = int(parts["session"]), int(parts["number"])
    straight = (
        [able for able in ("GA", "HRC") if fits_session(able, session, year)] if year else [body] * (session < LAST)
    )
    turned = (
        [able for able in ("GA", "HRC") if fits_session(able, number, year)] if year else [body] * (session >= LAST)
    )
    return {**parts, "session": str(number), "number": str(session)} if turned and not straight else parts
