"""What a person types into a search -> terms and fields; nothing that is typed breaks it."""

import re
from collections.abc import Iterator

from operative.domain.acts import Force, TimingKind
from operative.domain.hits import SearchQuery, SearchTerm
from operative.domain.provisions import Kind
from operative.domain.validity import Validity
from operative.errors import WrongCall

__all__ = ["CHOICES", "FIELDS", "YES", "parse_query"]

YES = ("yes", "no")

CHOICES: dict[str, tuple[str, ...]] = {
    "force": tuple(force.value for force in Force),
    "timing": tuple(kind.value for kind in TimingKind),
    "kind": tuple(kind.value for kind in Kind),
    "report": YES,
    "condition": YES,
    "in_force": (*YES, *(state.value for state in Validity)),
}
"""Fields that have only these values."""

FIELDS = {
    "body": "the body, by its key or a word of its name",
    "year": "the year of adoption: 2020, 2018-2022, >2019, <2000",
    "symbol": "the symbol of the document",
    "title": "words of the title of the document",
    "language": "the language of the text",
    "kind": f"what the provision is: {', '.join(CHOICES['kind'])}",
    "verb": "a word of the opening verb",
    "force": f"how an act of it binds: {', '.join(CHOICES['force'])}",
    "addressee": "a word of who is to act",
    "timing": f"a class of its time expressions: {', '.join(CHOICES['timing'])}",
    "report": "whether it asks for a report: yes or no",
    "condition": "whether it sets a condition: yes or no",
    "in_force": f"whether its text still binds: yes, no, or {', '.join(state.value for state in Validity)}",
}
"""The fields that can be asked for, and what stands in them."""

QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"'})

# -word, field:word, field:"two words", "a phrase", wor*; a quotation mark that is not closed reaches to the end.
TERM = re.compile(
    r"(?P<minus>-(?=[\w\"]))?(?:(?P<field>[A-Za-z_]+):(?=\S))?(?:\"(?P<phrase>[^\"]*)\"?|(?P<word>[^\s\"]+))"
)

YEARS = re.compile(r"(?P<sign>[<>]=?)?(?P<first>\d{4})(?:(?:-|–|\.\.)(?P<last>\d{4}))?")

EARLIEST, LATEST = 0, 9999


def parse_query(typed: str) -> SearchQuery:
    """The terms of what was typed.

    All must be met; `OR` between two makes one of them enough; `-` or `NOT` before one leaves out what has it. What
    looks like a field and is none is looked for as words. Raises `WrongCall` where nothing is left to look for, and
    for values that a field cannot have.
    """
    groups: list[list[SearchTerm]] = []
    alternative = negated = False
    for found in TERM.finditer(typed.translate(QUOTES)):
        bare = found["word"] if not found["field"] and not found["minus"] else None
        if bare in ("AND", "OR", "NOT"):
            alternative, negated = bare == "OR", bare == "NOT"
            continue
        for term in terms_of(found, negated):
            if alternative and groups:
                groups[-1].append(term)
            else:
                groups.append([term])
            alternative = negated = False
    if not groups:
        raise WrongCall('nothing to look for; right would be a word, a "phrase", or a field such as year:2020')
    return SearchQuery(tuple(map(tuple, groups)))


def terms_of(found: re.Match[str], negated: bool) -> Iterator[SearchTerm]:
    """The term that was typed, where it has a word or a number in it."""
    excluded = bool(found["minus"]) or negated
    field = (found["field"] or "").casefold()
    value = found["phrase"] if found["phrase"] is not None else found["word"]
    if field and field not in FIELDS:
        field, value = "", f"{found['field']}:{value}"
    if not re.search(r"\w", value):
        return
    if field == "year":
        first, last = years_of(value)
        yield SearchTerm(value, field, excluded, first=first, last=last)
    elif field in CHOICES:
        if value.casefold() not in CHOICES[field]:
            raise WrongCall(f"{field}:{value} cannot be; {field} has: {', '.join(CHOICES[field])}")
        yield SearchTerm(value.casefold(), field, excluded)
    else:
        prefix = found["phrase"] is None and value.endswith("*")
        yield SearchTerm(value.rstrip("*").strip("()"), field, excluded, prefix)


def years_of(value: str) -> tuple[int, int]:
    """The first and the last year that a value means."""
    found = YEARS.fullmatch(value)
    if found is None:
        raise WrongCall(f"year:{value} is no year; right would be: year:2020, year:2018-2022, year:>2019 or year:<2000")
    first, last = int(found["first"]), int(found["last"] or found["first"])
    match found["sign"]:
        case ">":
            return first + 1, LATEST
        case ">=":
            return first, LATEST
        case "<":
            return EARLIEST + 1, first - 1
        case "<=":
            return EARLIEST + 1, first
    return min(first, last), max(first, last)
