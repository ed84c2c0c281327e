"""Who is to act: the list of names between an opening verb and what is asked, one entry for each as written."""

from operative.clauses.actors import is_actor, place_name
from operative.clauses.articled import adds_to_name, goes_on_bare, opens_name
from operative.clauses.lexicon import Lexicon
from operative.clauses.name_joins import behind_preposition, elliptical, within_phrase, within_title
from operative.clauses.name_series import is_person, series_stops
from operative.clauses.phrases import Range, core_end, is_word, series_end
from operative.clauses.words import Words

__all__ = ["first_actors", "names_actor", "split_addressees", "trimmed"]


LONGEST_LIST = 320
"""Words of the longest list of addressees that is read."""


def split_addressees(words: Words, first: int, last: int, lexicon: Lexicon) -> tuple[Range, ...]:
    """The actors that the words from `first` to `last` list, without examples, partners and manner between commas."""
    found: list[Range] = []
    last = min(last, first + LONGEST_LIST)
    whole = series_stops(words, first, last, lexicon)
    segments = _segments(words, first, last, whole)
    open_list, examples = True, 0
    for number, (begin, end) in enumerate(segments):
        begin = _past_conjunction(words, begin, end, lexicon)
        if begin >= end or lexicon.idioms.adverbials.length_at(words.low, begin) == end - begin:
            examples = number if examples else 0
            continue
        joined = number and lexicon.grammar.phrases["joiners"].length_at(words.low, segments[number][0])
        if number and open_list and words.low[begin] in lexicon.idioms.whole_adjuncts:
            continue
        if number and not joined and _opens_adjunct(words, begin, lexicon):
            examples = number if open_list and lexicon.idioms.examples.length_at(words.low, begin) else 0
            open_list = False
            continue
        if examples and number == examples + 1 and (joined or _reopens(words, segments[number][0], lexicon)):
            open_list = True
        if found and _relative_goes_on(words, begin, found[-1], lexicon):
            found[-1] = Range(found[-1].first, end)
            continue
        if not open_list or (number and _apposition(words, segments, number, found, lexicon)):
            continue
        if found and begin == segments[number][0] and is_person(words, begin, end, found[-1], lexicon):
            continue
        end, cut = _cut(words, begin, end, lexicon)
        open_list = not cut
        for item in _conjoined(words, begin, end, whole, lexicon):
            _add(words, item, found, lexicon)
    return tuple(item for item in (trimmed(words, item, lexicon) for item in found) if item.last > item.first)


def first_actors(words: Words, first: int, last: int, lexicon: Lexicon) -> tuple[Range, ...]:
    """The same list, where nothing shows that the phrase names actors: only entries whose form tells that they do."""
    items = split_addressees(words, first, last, lexicon)
    return items if items and names_actor(words, items[0], lexicon) else ()


def names_actor(words: Words, item: Range, lexicon: Lexicon) -> bool | None:
    """Whether an entry names somebody who can act; of "national, regional and local partners" the last part tells."""
    verdict = is_actor(words, item.first, item.last, lexicon)
    if verdict is True:
        return True
    last_join = -1
    for at in range(item.first + 1, item.last - 1):
        if words.low[at] == "," or words.low[at] in lexicon.grammar.words["conjunctions"]:
            last_join = at
        elif lexicon.grammar.opens_phrase(words.low[at]):
            break
    return is_actor(words, last_join + 1, item.last, lexicon) if last_join >= 0 else verdict


def _segments(words: Words, first: int, last: int, whole: frozenset[int]) -> list[tuple[int, int]]:
    """The stretches between commas, but for those within one name (`whole`)."""
    found, begin = [], first
    for at in range(first, last):
        if words.low[at] == "," and not words.aside[at] and at not in whole:
            found.append((begin, at))
            begin = at + 1
    found.append((begin, last))
    return found


def _past_conjunction(words: Words, begin: int, end: int, lexicon: Lexicon) -> int:
    """Behind "and", "or", "as well as" at the head of a stretch."""
    while begin < end:
        step = lexicon.grammar.phrases["joiners"].length_at(words.low, begin)
        step = step or words.low[begin] in lexicon.grammar.words["conjunctions"]
        step = step or words.low[begin] in lexicon.grammar.words["datives"]
        step = step or (not is_word(words, begin) and not words.aside[begin])
        if not step:
            break
        begin += step
    return begin


def _opens_adjunct(words: Words, begin: int, lexicon: Lexicon) -> bool:
    word = words.low[begin]
    if word in lexicon.idioms.adjuncts:
        return True
    if words.capital(begin):
        return False
    if lexicon.grammar.is_adverb(word):
        return True
    return word.endswith(lexicon.grammar.endings["gerund"]) and word not in lexicon.idioms.not_gerunds


def _reopens(words: Words, first: int, lexicon: Lexicon) -> bool:
    """Whether a stretch behind an example goes on with the list: "in particular the ports, | other towns and"."""
    return words.low[first] in lexicon.grammar.words["conjunctions"] | lexicon.grammar.words["rest"]


def _relative_goes_on(words: Words, begin: int, before: Range, lexicon: Lexicon) -> bool:
    """Whether a stretch only goes on with a relative clause: "States that have not signed | , ratified or acceded"."""
    grammar = lexicon.grammar
    relative = any(words.low[at] in grammar.words["relatives"] for at in range(before.first, before.last))
    return relative and words.low[begin].endswith(grammar.endings["passive"]) and not words.capital(begin)


def _apposition(
    words: Words, segments: list[tuple[int, int]], number: int, found: list[Range], lexicon: Lexicon
) -> bool:
    """Whether the second of two stretches only says what the first one is: "Israel, the occupying Power, not to"."""
    if len(found) != 1 or words.low[segments[number][0]] in lexicon.grammar.words["conjunctions"]:
        return False
    if lexicon.grammar.phrases["joiners"].length_at(words.low, segments[number][0]):
        return False
    rest = [segment for segment in segments[number + 1 :] if segment[1] > segment[0]]
    if any(
        not _opens_adjunct(words, begin, lexicon) or words.low[begin] in lexicon.grammar.words["conjunctions"]
        for begin, _ in rest
    ):
        return False
    begin, end = segments[number]
    joined = any(words.low[at] in lexicon.grammar.words["conjunctions"] for at in range(begin, end))
    if lexicon.grammar.head_first:
        opening = _past_conjunction(words, begin, end, lexicon)
        return not joined and opening < end and adds_to_name(words, opening, found[0].first, lexicon)
    if begin + 1 < end and words.capital(begin + 1):
        return False
    return not joined and words.low[begin] in lexicon.grammar.words["articles"]


def _cut(words: Words, begin: int, end: int, lexicon: Lexicon) -> tuple[int, bool]:
    """Where a stretch stops to be a list: at manner or partners without a comma ("in consultation with members")."""
    for at in range(begin + 1, end):
        if words.low[at] in lexicon.grammar.words["relatives"]:
            return end, False
        if (
            words.low[at - 1].endswith(lexicon.grammar.endings["passive"])
            and words.low[at] not in lexicon.grammar.words["times_inside"]
        ):
            continue
        if not words.aside[at] and lexicon.idioms.inside.length_at(words.low, at):
            return at, True
    return end, False


def _conjoined(words: Words, begin: int, end: int, whole: frozenset[int], lexicon: Lexicon) -> list[Range]:
    """The entries of a stretch, parted at each "and" that joins two names and not two words of one name."""
    entries, first, at = [], begin, begin
    while at < end:
        step = 0
        if not words.aside[at] and at > first and at not in whole:
            step = lexicon.grammar.phrases["joiners"].length_at(words.low, at)
            if not step and words.low[at] in lexicon.grammar.words["conjunctions"] and at + 1 < end:
                step = 1 if _parts(words, first, at, at + 1, end, lexicon) else 0
        if step:
            entries.append(Range(first, at))
            first = at + step
            at = first
        else:
            at += 1
    entries.append(Range(first, end))
    return entries


def _parts(words: Words, first: int, conjunction: int, behind: int, end: int, lexicon: Lexicon) -> bool:
    """Whether the names on both sides of "and" are complete."""
    grammar = lexicon.grammar
    if grammar.head_first:
        return opens_name(words, first, behind, end, lexicon)
    relative = any(words.low[at] in grammar.words["relatives"] for at in range(first + 1, conjunction))
    adjectives = [words.low[at].endswith(grammar.endings["adjective"]) for at in (conjunction - 1, behind)]
    if all(adjectives) and conjunction - first == 1 and not words.capital(behind):
        return False
    if words.low[behind] in grammar.words["determiners"] and words.low[behind] not in grammar.words["adjectival"]:
        named = behind + 1 < end and words.capital(behind + 1) and words.capital(conjunction - 1)
        if named and place_name(words, behind + 1, lexicon) and behind_preposition(words, first, conjunction, lexicon):
            return False
        named_so = is_actor(words, behind, core_end(words, behind, end, lexicon), lexicon)
        return named_so is True if relative else named_so is not False or not words.capital(behind + 1)
    stop = series_end(words, behind, end, lexicon)
    if stop <= behind or names_actor(words, Range(behind, stop), lexicon) is not True:
        return False
    if elliptical(words, first, conjunction, behind, stop, lexicon):
        return False
    if words.capital(behind):
        if names_actor(words, Range(first, conjunction), lexicon) is False:
            return False
        return not within_title(words, first, conjunction, behind, stop, lexicon)
    if names_actor(words, Range(first, conjunction), lexicon) is not True:
        return False
    if within_phrase(words, first, conjunction, stop, lexicon):
        return False
    if stop - behind >= 2:
        return True
    if words.low[behind] in grammar.words["listed"]:
        return lexicon.actors.heads.get(words.low[conjunction - 1]) == "states"
    if words.low[behind] in lexicon.actors.heads:
        return True
    begin = first
    while begin < conjunction and words.low[begin] in grammar.words["articles"]:
        begin += 1
    bare_left = core_end(words, begin, conjunction, lexicon) - begin == 1 or words.capital(conjunction - 1)
    return bare_left and not words.low[behind - 2].endswith(grammar.endings["adjective"])


def _add(words: Words, item: Range, found: list[Range], lexicon: Lexicon) -> None:
    """Adds an entry; a lone plural goes with the name before it ("agencies, funds and programmes"), and so does what
    follows a mere adjective ("national, regional and local partners")."""
    begin = _past_conjunction(words, item.first, item.last, lexicon)
    if begin >= item.last:
        return
    lone = core_end(words, begin, item.last, lexicon) - begin <= 1 and not words.capital(begin)
    if found and lexicon.grammar.head_first and goes_on_bare(words, begin, found, lexicon):
        found[-1] = Range(found[-1].first, item.last)
        return
    if found and not lexicon.grammar.head_first:
        before = found[-1]
        last = words.low[before.last - 1]
        unfinished = names_actor(words, before, lexicon) is not True
        adjective = last.endswith(lexicon.grammar.endings["adjective"]) and last not in lexicon.actors.heads
        unfinished = unfinished or (adjective and not words.capital(before.last - 1) and before.last - before.first < 6)
        modified = before.last - before.first > 1 and not words.capital(before.last - 1)
        if unfinished or (lone and modified and words.low[begin] in lexicon.grammar.words["listed"]):
            found[-1] = Range(before.first, item.last)
            return
    found.append(Range(begin, item.last))


def trimmed(words: Words, item: Range, lexicon: Lexicon) -> Range:
    """The entry without the adverbs, turns and conjunctions at its ends."""
    grammar = lexicon.grammar
    first, last = item.first, item.last
    while first < last and (not is_word(words, first) or grammar.is_adverb(words.low[first])):
        if words.aside[first]:
            break
        first += 1
    while last > first:
        back = lexicon.idioms.adverbials.length_before(words.low, last)
        back = 0 if back and words.low[last - back] in grammar.words["relatives"] else back
        back = back or grammar.phrases["before"].length_before(words.low, last)
        if not back and (
            grammar.is_adverb(words.low[last - 1]) or words.low[last - 1] in grammar.words["conjunctions"]
        ):
            back = 1
        if not back and words.low[last - 1] in grammar.words["negations"] | grammar.words["reflexive"]:
            back = 1
        if not back and words.low[last - 1] in grammar.words["ceasing"]:
            back = 2 if words.low[last - 2] in grammar.words["denying"] else 0
        if not back and not is_word(words, last - 1) and not words.aside[last - 1]:
            back = 1
        if not back:
            break
        last -= back
    return Range(first, last)
