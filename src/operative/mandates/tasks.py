"""What an act asks for, split to single things to do: one for each verb that has an object of its own."""

from dataclasses import dataclass

from operative.domain.acts import Act
from operative.mandates.words import Words
from operative.vocabulary.duties import Duties

__all__ = ["Task", "split_tasks"]

LONGEST_ASIDE = 5
"""Words of an aside between a verb and the next one, when both have the same object."""
FURTHEST_ACTION = 400
"""How many words behind the addressee the first verb may stand."""


@dataclass(frozen=True, slots=True)
class Task:
    """The words from `first` to `last` say what is to be done; its verb stands at `verb` (-1: none is printed)."""

    first: int
    last: int
    verb: int


@dataclass(frozen=True, slots=True)
class _Act:
    """An act with what its words are looked at with."""

    words: Words
    duties: Duties
    verbs: frozenset[str]
    also_nouns: frozenset[str]

    def verb(self, at: int, end: int, *, opens: bool = False) -> int:
        """The verb that stands at a word or behind the adverbs there; -1 where the word is none.

        One that `opens` a sub-paragraph may have a capital.
        """
        low = self.words.low
        while at < end and (step := self.duties.adverbs.length_at(low, at) or int(self.duties.is_adverb(low[at]))):
            at += step
        if at >= end or not self.words.is_word(at) or low[at].isdigit() or (self.words.capital(at) and not opens):
            return -1
        told = at + 1 < end and low[at] in self.duties.object_pronouns and low[at + 1] in self.verbs
        at += told and not self.words.capital(at + 1)
        if low[at] in self.duties.never_verbs:
            return -1
        if low[at] in self.verbs or (self.duties.verb_endings and low[at].endswith(self.duties.verb_endings)):
            return at
        if self.duties.verb_endings or low[at] in self.duties.objects or low[at] in self.duties.infinitives:
            return -1
        return at if at + 1 < end and low[at + 1] in self.duties.objects else -1

    def bare_verb(self, at: int, end: int) -> int:
        """A verb behind "and" alone: one that is a noun too needs an object that shows it."""
        verb = self.verb(at, end)
        if verb < 0 or self.duties.verb_endings or self.words.low[verb] not in self.verbs:
            return -1
        shown = verb + 1 < end and self.words.low[verb + 1] in self.duties.objects | self.duties.infinitives
        if self.words.low[verb] in self.also_nouns and self.words.low[max(0, at - 3)] == ",":
            return -1
        return verb if shown or self.words.low[verb] not in self.also_nouns else -1


def split_tasks(
    words: Words, act: Act, end: int, duties: Duties, verbs: frozenset[str], also_nouns: frozenset[str]
) -> list[Task]:
    """The single things that an act asks for, in order, up to the word `end`; at least one."""
    looked = _Act(words, duties, verbs, also_nouns)
    begin = words.index_at(act.addressees[-1].span.end) if act.addressees else _behind_lead(words, act)
    action = _find_action(words, act, begin, end, duties)
    if action < 0:
        while begin < end and words.low[begin] in {",", ";", ":"}:
            begin += 1
        stop = _stretch_end(words, begin, end)
        if stop <= begin + 1:
            begin, stop = words.index_at(act.span.start), end
        return [Task(begin, stop, -1)]
    tasks: list[Task] = []
    first = action
    for stretch, last in _stretches(looked, action, end):
        if stretch != action:
            first = _opening_verb(looked, stretch, last, action)
            if first < 0:
                continue
        tasks += _string(looked, first, last)
    return tasks


def _behind_lead(words: Words, act: Act) -> int:
    return words.index_at(act.span.start + len(act.lead))


def _find_action(words: Words, act: Act, begin: int, end: int, duties: Duties) -> int:
    """The word at which the first verb stands; -1 where the act has none."""
    wanted = [word for word in act.action.casefold().split() if word not in duties.negations]
    if not wanted:
        return -1
    for start in (begin, _behind_lead(words, act)):
        for at in range(max(start, 0), min(end, start + FURTHEST_ACTION)):
            if words.low[at] == wanted[0]:
                return at
    return -1


def _stretch_end(words: Words, first: int, end: int) -> int:
    at = first
    while at < end and not (at > first and at in words.breaks):
        at += 1
    return at


def _stretches(looked: _Act, action: int, end: int) -> list[tuple[int, int]]:
    """The words from the first verb on, parted where another sub-paragraph opens."""
    begins = [action, *sorted(at for at in looked.words.breaks if action < at < end)]
    return list(zip(begins, [*begins[1:], end], strict=True))


def _opening_verb(looked: _Act, at: int, end: int, action: int) -> int:
    """The verb with which a sub-paragraph opens as a duty of its own; -1 where it opens otherwise."""
    words = looked.words
    if words.low[at] in looked.duties.infinitives:
        return looked.verb(at + 1, end)
    siblings = action in words.breaks or _listed_verb(looked, action)
    return looked.verb(at, end, opens=True) if siblings else -1


def _listed_verb(looked: _Act, action: int) -> bool:
    """Whether the first verb itself opens a sub-paragraph, behind adverbs: then the others do so too."""
    at = action
    while at not in looked.words.breaks and at > 0 and looked.duties.is_adverb(looked.words.low[at - 1]):
        at -= 1
    return at in looked.words.breaks


def _string(looked: _Act, verb: int, end: int) -> list[Task]:
    """The duties that are strung together in one stretch, from the first verb on."""
    words, low = looked.words, looked.words.low
    end = next((at for at in range(verb, end) if words.ends_sentence(at)), end)
    end = _without_colon(looked, verb, end)
    verbs, relative, inner = [verb], False, -1
    at = verb + 1
    while at < end:
        following = -1
        if low[at] in looked.duties.relatives:
            relative = True
        elif low[at] in looked.duties.infinitives:
            verb = looked.verb(at + 1, end)
            strung = inner >= 0 and verb >= 0 and low[inner + 1 : at] == (",",)
            following = -1 if strung else _infinitive(looked, verbs[-1], at, end, inner >= 0)
            inner = verb if verb >= 0 and following < 0 else inner
        elif not relative and inner < 0 and at - verbs[-1] > 1:
            following = _coordinated(looked, at, end)
        if following >= 0:
            verbs.append(following)
            relative, inner = False, -1
            at = following
        at += 1
    begins = [_with_adverbs(looked, at) for at in verbs]
    tasks: list[Task] = []
    for first, last, verb in zip(begins, [*begins[1:], end], verbs, strict=True):
        task = Task(first, _trimmed(looked, first, last), verb)
        shares = tasks and _lacks_object(looked, tasks[-1])
        tasks = [*tasks[:-1], Task(tasks[-1].first, task.last, tasks[-1].verb)] if shares else [*tasks, task]
    return tasks


def _lacks_object(looked: _Act, task: Task) -> bool:
    """Whether a verb has only the object of the one behind it: "to draft, where needed, and adopt rules"."""
    behind = task.last - task.verb - 1
    return behind <= 0 or (looked.words.low[task.verb + 1] == "," and behind <= LONGEST_ASIDE)


def _without_colon(looked: _Act, first: int, end: int) -> int:
    """The end without marks, and without the small word that opens a list: "by:"."""
    low, opens_list = looked.words.low, False
    while end > first + 1:
        mark = low[end - 1] in {":", ";", ".", ","}
        if not mark and not (opens_list and low[end - 1] in looked.duties.scope_stops):
            break
        opens_list = opens_list or low[end - 1] == ":"
        end -= 1
    return end


def _joined_before(looked: _Act, at: int) -> bool:
    """Whether a comma, a semicolon or a conjunction stands right before a word."""
    before = looked.words.low[at - 1]
    return before in {",", ";"} or looked.duties.conjunctions.length_before(looked.words.low, at) > 0


def _infinitive(looked: _Act, verb: int, at: int, end: int, inner: bool) -> int:
    """The verb of a further duty whose infinitive opens at a word; -1 for a purpose or a complement."""
    following = looked.verb(at + 1, end)
    if following < 0 or looked.duties.purpose.length_before(looked.words.low, at):
        return -1
    before = at - 1 if looked.words.low[at - 1] in looked.duties.negations else at
    if _joined_before(looked, before):
        comma = "," in looked.words.low[before - 2 : before]
        return following if not inner or comma else -1
    return following if looked.words.low[verb] in looked.duties.approach and not inner else -1


def _coordinated(looked: _Act, at: int, end: int) -> int:
    """The verb behind "and" that has no infinitive of its own, or a modal verb before it."""
    low = looked.words.low
    step = looked.duties.conjunctions.length_at(low, at)
    if not step and low[at] == ",":
        step = 1 + looked.duties.conjunctions.length_at(low, at + 1)
    if not step or at + step >= end:
        return -1
    here = at + step
    if low[here] in looked.duties.modals:
        return looked.verb(here + 1, end)
    joined = low[at - 1] in looked.verbs and low[at] != "," and low[at - 2] not in looked.duties.objects
    if joined:
        return -1
    return looked.bare_verb(here, end)


def _with_adverbs(looked: _Act, verb: int) -> int:
    """Where the words of a duty begin: at the adverbs before its verb, or at the "not" before its "to"."""
    low, at = looked.words.low, verb
    while at > 0 and (
        back := looked.duties.adverbs.length_before(low, at) or int(looked.duties.is_adverb(low[at - 1]))
    ):
        at -= back
    at -= at > 1 and low[at - 1] in looked.duties.object_pronouns and low[at - 2] in looked.duties.infinitives
    if at > 1 and low[at - 1] in looked.duties.infinitives and low[at - 2] in looked.duties.negations:
        return at - 2
    return at


def _aside_before(looked: _Act, comma: int, first: int) -> int:
    """How many words an aside behind "and" takes, with its commas: ", and, in doing so, | to sign"."""
    for at in range(comma - 1, max(first, comma - 7), -1):
        if looked.words.low[at] == ",":
            joined = looked.duties.conjunctions.length_before(looked.words.low, at)
            return comma + 1 - at + joined if joined else 0
    return 0


def _trimmed(looked: _Act, first: int, last: int) -> int:
    """The end of a duty without what leads to the next."""
    low = looked.words.low
    while last > first + 1:
        back = looked.duties.conjunctions.length_before(low, last) or looked.duties.connectives.length_before(low, last)
        if not back and low[last - 1] == ",":
            back = _aside_before(looked, last - 1, first)
        if not back and (
            low[last - 1] in {",", ";", ":", "."} or low[last - 1] in looked.duties.infinitives | looked.duties.modals
        ):
            back = 1
        if not back:
            break
        last -= back
    return last
