"""Names of those who can act: whether a phrase is one, and how far it goes."""

from operative.clauses.lexicon import Lexicon
from operative.clauses.phrases import Range, core_end, head_of, is_word, series_end
from operative.clauses.words import Words

__all__ = ["actor_at", "actors_at", "is_actor", "kind_of", "place_name"]

LONGEST_NAME = 80


def is_actor(words: Words, first: int, last: int, lexicon: Lexicon) -> bool | None:
    """Whether the phrase names somebody who can act; None where its form does not tell."""
    grammar, actors = lexicon.grammar, lexicon.actors
    while first < last and (words.low[first] in grammar.words["determiners"] or not is_word(words, first)):
        if words.low[first] in actors.pronouns and (first + 1 == last or grammar.opens_phrase(words.low[first + 1])):
            return True
        first += 1
    if first >= last:
        return False
    if words.low[first] in actors.pronouns or actors.states.length_at(words.low, first):
        return True
    head = head_of(words, first, core_end(words, first, last, lexicon), lexicon)
    if head < 0:
        return False
    if grammar.head_first:
        return _names(words, head, lexicon)
    word = words.low[head].removesuffix("’s").removesuffix("’")
    if word in actors.heads and (words.capital(head) or (word not in actors.things and word not in actors.proper)):
        return True
    if word in actors.things or _is_doing(word, grammar.endings["gerund"]):
        return False
    raw = words.raw(head)
    if words.capital(head) and (raw[1:] != raw[1:].lower() or head == first or words.capital(head - 1)):
        return True
    if (
        word.endswith(grammar.endings["person"])
        and word not in grammar.words["not_persons"] | grammar.words["verb_like"]
    ):
        return True
    return False if word.endswith(grammar.endings["noun"]) and word not in grammar.words["verb_like"] else None


def _is_doing(word: str, gerund: tuple[str, ...]) -> bool:
    """Whether a word is a form in -ing with its particle: "the scaling-up of"."""
    verb, hyphen, particle = word.partition("-")
    return bool(hyphen and gerund) and len(particle) <= 4 and verb.endswith(gerund)


def _names(words: Words, head: int, lexicon: Lexicon) -> bool | None:
    """Whether a head that stands first names somebody: a known one, an acronym, or a name with a capital letter."""
    word, actors = words.low[head], lexicon.actors
    capital = words.capital(head)
    if word in actors.heads and (capital or (word not in actors.things and word not in actors.proper)):
        return True
    if word in actors.things or word.endswith(lexicon.grammar.endings["noun"]):
        return False
    if capital:
        return True
    return True if word.endswith(lexicon.grammar.endings["person"]) else None


def kind_of(words: Words, name: Range, lexicon: Lexicon) -> str:
    """What kind of actor a name is headed by; a lone acronym is an organ, "" is unknown."""
    head = head_of(words, name.first, core_end(words, name.first, name.last, lexicon), lexicon)
    if head < 0:
        return ""
    acronym = len(words.raw(head)) > 2 and words.raw(head).isupper()
    return lexicon.actors.heads.get(words.low[head], "organ" if acronym else "")


def actor_at(words: Words, at: int, end: int, lexicon: Lexicon) -> Range | None:
    """The one actor whose name opens at `at`, with what belongs to the name; None where none does."""
    grammar, actors = lexicon.grammar, lexicon.actors
    if at < end and _is_pronoun(words, at, end, lexicon):
        return Range(at, at + 1)
    stop = _before_thing(words, at, series_end(words, at, end, lexicon), lexicon)
    if stop == at or not _headed(words, at, stop, lexicon):
        return None
    head = words.low[head_of(words, at, stop, lexicon)]
    while stop < min(end, at + LONGEST_NAME):
        word = words.low[stop]
        behind = stop + 1
        while behind < end and words.low[behind] in grammar.words["determiners"]:
            behind += 1
        if behind >= end:
            break
        joins = word in grammar.words["of"] and _owned(words, stop, behind, end, lexicon)
        named = word in actors.named_by and head in actors.named and words.capital(behind)
        joins = joins or (named and words.low[behind] not in lexicon.months)
        joins = joins or (word in grammar.words["conjunctions"] and _title_goes_on(words, at, stop, behind, lexicon))
        if word in actors.followed and words.low[stop - 1] not in grammar.words["conjunctions"]:
            return Range(at, _to_mark(words, stop, end, lexicon))
        if not joins:
            break
        stop = max(_before_thing(words, behind, core_end(words, behind, end, lexicon), lexicon), behind)
        if stop == behind:
            break
    return Range(at, stop)


def _is_pronoun(words: Words, at: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a word stands for somebody by itself: "inform them", but not "all members"."""
    if words.low[at] not in lexicon.actors.pronouns:
        return False
    if at + 1 >= end or not is_word(words, at + 1):
        return True
    return not words.capital(at + 1) and words.low[at] not in lexicon.grammar.words["determiners"]


def actors_at(words: Words, at: int, stop: int, lexicon: Lexicon) -> tuple[Range, ...]:
    """The actors whose list opens at `at`: a name, and the names that commas and "and" join to it."""
    first = actor_at(words, at, stop, lexicon) if at < stop else None
    if first is None:
        return ()
    grammar = lexicon.grammar
    found, here = [first], first.last
    while here < stop:
        begin = here + (words.low[here] == ",")
        step = grammar.phrases["joiners"].length_at(words.low, begin) if begin < stop else 0
        if not step and begin < stop and words.low[begin] in grammar.words["conjunctions"]:
            step = 1
        if not step and begin == here:
            break
        begin += step
        if begin < stop and words.low[begin] in grammar.words["recipients"]:
            begin += 1
        following = actor_at(words, begin, stop, lexicon) if begin < stop else None
        if following is None or (not step and not _goes_on(words, following.last, stop, lexicon)):
            break
        found.append(following)
        here = following.last
    return tuple(found)


def _goes_on(words: Words, at: int, stop: int, lexicon: Lexicon) -> bool:
    """Whether a list goes on behind a name: "to members, observers and the Board"."""
    return at < stop and (words.low[at] == "," or words.low[at] in lexicon.grammar.words["conjunctions"])


def _owned(words: Words, of: int, behind: int, end: int, lexicon: Lexicon) -> bool:
    """Whether "of" goes on with a name: "the Chair of the Board", but not "inform the Board | of the outcome"."""
    bare = not words.capital(of - 1) and not lexicon.grammar.head_first
    if words.capital(behind):
        return True
    owner = is_actor(words, behind, core_end(words, behind, end, lexicon), lexicon)
    return owner is not False if bare else owner is True


def _headed(words: Words, first: int, last: int, lexicon: Lexicon) -> bool:
    """Whether the last core of a series of adjectives names an actor: "intergovernmental and other organizations"."""
    begin = first
    while True:
        core = core_end(words, begin, last, lexicon)
        if core >= last or core <= begin:
            return is_actor(words, begin, last, lexicon) is True
        begin = core + 1
        while begin < last - 1 and words.low[begin] in lexicon.grammar.words["conjunctions"]:
            begin += 1


def _before_thing(words: Words, first: int, last: int, lexicon: Lexicon) -> int:
    """Where a name ends in front of a thing that is given to it: "to the Parties | recommendations for"."""
    handing = lexicon.handing
    for at in range(first + 1, last):
        if lexicon.grammar.head_first and not words.capital(at) and not words.aside[at]:
            if words.low[at] in handing.sent or words.low[at] in handing.produced:
                return at
            continue
        ends = words.low[at - 1] in lexicon.actors.heads and not words.capital(at) and not words.aside[at]
        if at == last - 1 and ends and (words.low[at] in handing.sent or words.low[at] in handing.informing):
            return at
        if at == last - 1 and words.low[at - 1] in lexicon.actors.heads and _is_given(words, at, lexicon):
            return at
    return last if lexicon.grammar.head_first else _before_described(words, first, last, lexicon)


def _before_described(words: Words, first: int, last: int, lexicon: Lexicon) -> int:
    """Where a name ends in front of a thing with its adjectives: "to the Board | regular written updates"."""
    handing, at = lexicon.handing, last - 1
    if at <= first + 1 or words.low[at] not in handing.sent | handing.informing or words.capital(at):
        return last
    while at > first and words.low[at - 1].isalpha() and not words.capital(at - 1) and not words.aside[at - 1]:
        if words.low[at - 1] in lexicon.actors.heads or words.low[at - 1] in lexicon.grammar.words["openers"]:
            break
        at -= 1
    return at if at > first and words.low[at - 1] in lexicon.actors.heads else last


def _is_given(words: Words, at: int, lexicon: Lexicon) -> bool:
    """Whether a plural behind a name is a thing given to it: "to the Council | ways to improve"."""
    word, plain = words.low[at], not words.capital(at) and words.capital(at - 1) and not words.aside[at]
    behind = words.low[at + 1] if at + 1 < len(words) else ""
    plain = plain and word.endswith("s") and word not in lexicon.actors.heads and word.isalpha()
    return plain and behind in lexicon.grammar.words["infinitives"] | lexicon.grammar.words["of"]


def _title_goes_on(words: Words, first: int, conjunction: int, behind: int, lexicon: Lexicon) -> bool:
    """Whether "and" stands within a name: "the Office on Drugs and Crime", "the Ministry of Health and Welfare"."""
    if not words.capital(behind) or not words.capital(conjunction - 1):
        return False
    if behind > conjunction + 1 and not place_name(words, behind, lexicon):
        return False
    for at in range(conjunction - 1, first, -1):
        word = words.low[at]
        if word in lexicon.actors.named_by or word in lexicon.grammar.words["of"]:
            after = core_end(words, behind, len(words), lexicon)
            of_state = word in lexicon.grammar.words["of"]
            named = is_actor(words, behind, after, lexicon) and words.low[after - 1] in lexicon.actors.heads
            known = bool(lexicon.actors.states.length_at(words.low, behind)) or words.raw(behind).isupper()
            return not named and not (of_state and known)
        if not words.capital(at) and word not in lexicon.grammar.words["determiners"]:
            return False
    return False


def place_name(words: Words, at: int, lexicon: Lexicon) -> bool:
    """Whether capital words behind an article head no name of their own: "for the Upper Lakes and the | Delta"."""
    core = core_end(words, at, len(words), lexicon)
    head = head_of(words, at, core, lexicon)
    if head < 0 or words.raw(head).isupper() or lexicon.actors.states.length_at(words.low, head):
        return False
    return words.low[head] not in lexicon.actors.heads and words.capital(head)


def _to_mark(words: Words, at: int, end: int, lexicon: Lexicon) -> int:
    """The end of what follows a name ("established pursuant to resolution 12 (2009)"): a mark or a new clause."""
    grammar, stops = lexicon.grammar, lexicon.grammar.words["recipient_stops"]
    here = at
    while here < min(end, at + LONGEST_NAME):
        word = words.low[here]
        joined = word in grammar.words["infinitives"] and words.low[here - 1] in grammar.words["to_joins"]
        if not words.aside[here] and not joined and (word in ",;:" or word in stops):
            break
        here += 1
    return here
