"""Things handed over that are only named again: "to prepare a report on tides and to present | the report"."""

from operative.clauses.handovers import Handover
from operative.clauses.lexicon import Lexicon
from operative.clauses.phrases import Range, head_of, series_end
from operative.clauses.words import Words

__all__ = ["first_named"]


def first_named(
    words: Words, things: tuple[tuple[Range, Handover | None], ...], lexicon: Lexicon
) -> tuple[tuple[Range, Handover | None], ...]:
    """The things without those that "the" names again by the noun, and no more, of a thing before them."""
    kept: list[tuple[Range, Handover | None]] = []
    known: dict[str, Range] = {}
    for item, verb in things:
        core = series_end(words, item.first, item.last, lexicon)
        head = head_of(words, item.first, core, lexicon)
        before = known.get(words.low[head]) if head >= 0 else None
        if verb and before and core == item.last and _only_again(words, item, head, before, lexicon):
            continue
        if verb and head >= 0:
            known[words.low[head]] = item
        kept.append((item, verb))
    return tuple(kept)


def _only_again(words: Words, item: Range, head: int, before: Range, lexicon: Lexicon) -> bool:
    """Whether a thing is an article and a noun, with words of the thing before at most: "the proposed list"."""
    grammar = lexicon.grammar
    pointing = grammar.words["articles"] - grammar.words["indefinite"] | lexicon.handing.again
    if words.low[item.first] not in pointing:
        return False
    said = {*words.low[before.first : before.last], *lexicon.handing.again}
    return all(words.low[at] in said for at in range(item.first + 1, item.last) if at != head)
