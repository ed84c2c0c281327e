"""How texts of a language are built, from `data/styles`, ready for matching."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from operative.vocabulary.alternatives import any_of
from operative.vocabulary.loader import known_language, load

__all__ = ["Style", "style_of"]

NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class Style:
    """The patterns of one language; each is anchored where it is used and has no groups but named ones."""

    language: str
    preambular: re.Pattern[str]
    """A lead that opens a preambular paragraph."""
    operative: re.Pattern[str]
    """A lead that opens an operative paragraph."""
    plural: re.Pattern[str]
    """The same where several bodies speak: never looked for before `operative`."""
    annex: re.Pattern[str]
    article: re.Pattern[str]
    division: re.Pattern[str]
    closing: re.Pattern[str]
    vote: re.Pattern[str]
    adoption: re.Pattern[str]
    """What a closing line opens with that says how the text was adopted: "Adopted unanimously at ..."."""
    distribution: re.Pattern[str]
    agenda: re.Pattern[str]
    session: re.Pattern[str]
    adopted: re.Pattern[str]
    resolution: re.Pattern[str]
    decision: re.Pattern[str]
    statement: re.Pattern[str]
    agreement: re.Pattern[str]
    submitted: re.Pattern[str]
    """A line of a title block that says who brought the draft in."""
    draft: re.Pattern[str]
    """A line that calls the text a draft, behind its sponsors or alone; the group `rest` is what follows."""
    contents: re.Pattern[str]
    terminal: str
    articles: tuple[str, ...]
    organizations: tuple[str, ...]
    assemblies: frozenset[str]
    """What stands above a title block and is no title."""
    speakers: tuple[str, ...]
    """Who speaks where no body is named: "We"."""
    following: re.Pattern[str]
    """What leads over to a text, with a colon at its end: "the following recommendation:"; the groups `before` and
    `behind`
    name the text.
    """
    speaks: re.Pattern[str]
    """A sentence that names the body and then says what it does: "The Council requests", "It further requests"."""
    demand: re.Pattern[str]
    """What a sentence says that demands something: "must", "we call upon"."""
    cased: bool
    """Whether the language tells a beginning by a capital letter."""
    compounds: frozenset[str]
    """Left halves of compound words that keep their hyphen."""
    spaced: bool
    """Whether words are parted by spaces."""


def _recitals(leads: dict[str, list[str]]) -> list[str]:
    """What opens a recital: participles, or a particle with a verb where the language has one."""
    verbs = [*leads.get("particle_verbs", []), *leads["operative"]]
    return [*leads["preambular"], *(f"{particle} {verb}" for particle in leads.get("particles", []) for verb in verbs)]


def _lead(heads: Iterable[str], leads: dict[str, list[str]], spaced: bool) -> re.Pattern[str]:
    """`before* head tail*`, where a tail is an adverb or a stance: "with deep concern", "its appreciation"."""
    if not spaced:
        return re.compile(f"(?:{any_of(leads['before'])})*(?:{any_of(heads)})+(?:{any_of(leads['after'])})?")
    before, head = rf"(?:(?:{any_of(leads['before'])}),?\s+)", f"(?:{any_of(heads)})"
    owner = rf"(?:(?:{any_of(leads['possessives'])})\s+)?"
    degree = rf"(?:(?:{any_of(leads['degrees'])})(?:\s+{any_of(leads['joins'])})?,?\s+)"
    owned = rf"(?:{any_of(leads['possessives'])})\s+{degree}{{0,3}}(?:{any_of(leads.get('owned', ()))})"
    stance = rf"(?:{owned}|{owner}{degree}{{0,3}}(?:{any_of(leads['stances'])}))"
    joined = rf"(?:{any_of(leads['joins'])})\s+"
    tails = [
        rf"(?:{any_of(leads['after'])})(?!\w)",
        rf"(?:(?:{any_of(leads['with'])})\s+)?{stance}(?!\w)(?:\s+{joined}{degree}{{0,3}}(?:{any_of(leads['stances'])})(?!\w))?",
        rf"{joined}(?:{before}?{head}|{any_of(leads['after'])})(?!\w)",
    ]
    return re.compile(rf"{before}{{0,2}}{head}(?!\w)(?:\s+(?:{'|'.join(tails)})){{0,5}}", re.IGNORECASE)


def _speaks(heads: Iterable[str], leads: dict[str, list[str]], articles: list[str]) -> re.Pattern[str]:
    """ "The Security Council recalls", "It also requests": a subject of at most six words before the verb."""
    if not articles:
        return NEVER
    subject = rf"(?:{any_of(articles)})\s?(?:[^\s,.;:]+\s+){{1,6}}?"
    return re.compile(
        rf"[“\"«]?\s?{subject}(?:(?:{any_of(leads['before'])}),?\s+)?(?P<verb>{any_of(heads)})(?!\w)", re.IGNORECASE
    )


def _following(words: Iterable[str], texts: Iterable[str], spaced: bool) -> re.Pattern[str]:
    """ "the following recommendation ...:", "la recommandation suivante :", in either order and close together."""
    edge = r"(?!\w)" if spaced else ""
    one, two = f"(?:{any_of(words)}){edge}", f"(?:{any_of(texts)}){edge}"
    either = rf"{one}.{{0,40}}?(?P<behind>{two})|(?P<before>{two}).{{0,40}}?{one}"
    return re.compile(rf"(?:{either})[^.;。；]*[:：]\s*$", re.IGNORECASE)


def _opening(words: Iterable[str], after: str = r"(?!\w)") -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(words)}){after}")


def _with_cover(cover: dict[str, list[str]], spaced: bool) -> Callable[..., Style]:
    """A style that waits for all but what title blocks say."""
    return partial(
        Style,
        distribution=_opening(cover["distribution"], r"[.:\s]"),
        agenda=_opening(cover["agenda"], r"(?!\w)" if spaced else ""),
        session=re.compile(rf"(?:{any_of(cover['session'])})"),
        adopted=re.compile(rf"[\[(]?(?:{any_of(cover['adopted'])})"),
        resolution=_opening(cover["resolution"]),
        decision=_opening(cover["decision"]),
        statement=_opening(cover["statement"]),
        agreement=re.compile(rf"(?:\W*\w+\W+){{0,3}}?(?:{any_of(cover['agreement'])})(?!\w)", re.IGNORECASE),
        submitted=_opening(cover["submitted"], r"(?!\w)"),
        draft=re.compile(
            rf"(?:(?P<sponsors>[^:：]{{2,1500}})[:：]\W{{0,4}})?(?:{any_of(cover['draft'])})(?P<rest>.*)$",
            re.IGNORECASE | re.DOTALL,
        ),
        organizations=tuple(cover["organization"]),
        assemblies=frozenset(cover["assemblies"]),
    )


@cache
def style_of(language: str) -> Style:
    """The style of a language; raises `UnknownLanguage` for one that no vocabulary knows."""
    table: dict[str, Any] = load("styles", known_language(language))
    closing, leads = table["closing"], table["leads"]
    spaced = language != "zh"
    number = r"(?:\s+(?:to|à la|al|à|к)\s.*|\s*(?:[IVXLC]+|\d{1,2}|[A-Z]|[一二三四五六七八九十]+)?)\W*$"
    return _with_cover(table["cover"], spaced)(
        language=language,
        preambular=_lead(_recitals(leads), leads, spaced),
        operative=_lead(leads["operative"], leads, spaced),
        plural=_lead(leads["plural"], {**leads, "before": leads["before"] + leads["infinitive"]}, spaced),
        annex=re.compile(rf"\W?(?:{any_of(table['annex'])}){number}", re.IGNORECASE if spaced else 0),
        article=re.compile(
            rf"(?:{any_of(table['article'])})\s+(?P<number>\d{{1,3}}|[IVXLC]+)\b[.:]?" if table["article"] else "(?!)",
            re.IGNORECASE,
        ),
        division=re.compile(
            rf"(?:{any_of(table['divisions'])})\s+(?:[IVXLC]+|\d{{1,2}}|\w+)(?:\W*$|\s*[.:–—-])", re.IGNORECASE
        ),
        closing=re.compile(rf"(?:{any_of(closing['meeting'])})"),
        vote=re.compile(rf"(?:{any_of(closing['vote'])})"),
        adoption=re.compile(
            rf"[\[(]?(?:{any_of(closing['adoption'])})(?!\w)" if spaced else any_of(closing["adoption"])
        ),
        contents=_opening(table["contents"], r"\W*$"),
        terminal=table["terminal"],
        articles=tuple(table["articles"]),
        speakers=tuple(table["speakers"]),
        following=_following(table["following"], table["texts"], spaced),
        speaks=_speaks(leads["operative"], leads, table["articles"]),
        demand=re.compile(
            rf"(?<!\w)(?:{any_of(table['demand'])})(?!\w)" if spaced else any_of(table["demand"]), re.IGNORECASE
        ),
        cased=language in ("en", "fr", "es", "ru"),
        compounds=frozenset(table["compounds"]),
        spaced=spaced,
    )
