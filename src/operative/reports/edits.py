"""A report that came back, held against the same report as it was made: what each sentence said, and says now."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from operative.domain.edits import Edit, EditedLine, EditedPaper, EditKind
from operative.domain.papers import Line, Note, Paper, Sentence, lines_of, notes_of

__all__ = ["find_edits"]

ALIKE = 0.6
"""A line without an identity that is so much like one that is missing is that line, written anew."""
LONGEST = 2_000
"""Words of a line beyond which its sentences are not told apart: to align words takes their square."""
MOST = 2_000
"""Comparisons of lines that lost their identity, in all; beyond them a line counts as new. People lose few."""
STOPS = (".", "!", "?", "…", "”", "»")
"""With one of these a sentence ends: words that come behind it are a sentence of their own."""


def find_edits(paper: Paper, edited: EditedPaper) -> tuple[Edit, ...]:
    """Each sentence that was changed, added or removed, in the order of the paper, and then each note.

    Spaces and line ends do not count, nor how a paragraph is set. A line is known by its bookmark, and where that is
    gone by its words and its place.
    """
    lines = list(lines_of(paper))
    came, added = _matched(lines, edited.lines)
    found: list[Edit] = []
    for line in (Line("", ()), *lines):
        if line.key:
            found += _edits(line, came.get(line.key, EditedLine(line.key, "")), edited)
        found += (_edit(EditKind.ADDED, line.key, "", one.words, (), one, edited) for one in added.get(line.key, ()))
    notes = {f"note{number}": note for note, number in notes_of(paper.blocks).items()}
    for one in edited.notes:
        found += _note_edits(one, notes, edited)
    return tuple(found)


def _matched(
    lines: Sequence[Line], edited: Sequence[EditedLine]
) -> tuple[Mapping[str, EditedLine], Mapping[str, list[EditedLine]]]:
    """The lines that came back by their keys, and those that the paper did not have by the key before them."""
    came = {one.key: one for one in edited if one.key}
    places = {line.key: at for at, line in enumerate(lines)}
    missing = [line for line in lines if line.key not in came]
    added: dict[str, list[EditedLine]] = {}
    before, left = "", MOST
    following = _following(edited, places)
    for at, one in enumerate(edited):
        if one.key in places:
            before = one.key
            continue
        after = following[at]
        there = range(places.get(before, -1) + 1, places.get(after, len(lines)))
        near = [line for line in missing if places[line.key] in there and line.key not in came][:left] if left else []
        left -= len(near)
        best = max(near, key=lambda line: _likeness(line.words, one.words), default=None)
        if best is not None and _likeness(best.words, one.words) >= ALIKE:
            came[best.key] = one
            before = best.key
        elif one.words:
            added.setdefault(before, []).append(one)
    return came, added


def _following(edited: Sequence[EditedLine], places: Mapping[str, int]) -> list[str]:
    """For each line the next one after it that has a key; "" for none."""
    found, after = [], ""
    for one in reversed(edited):
        found.append(after)
        after = one.key if one.key in places else after
    return found[::-1]


def _likeness(one: str, other: str) -> float:
    words, others = one.split()[:LONGEST], other.split()[:LONGEST]
    matcher = SequenceMatcher(None, words, others, autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE else 0.0


def _note_edits(one: EditedLine, notes: Mapping[str, Note], edited: EditedPaper) -> Iterator[Edit]:
    """A note that went with its sentence is no change of its own."""
    note = notes.get(one.key)
    if note is None and one.words:
        yield _edit(EditKind.ADDED, "", "", one.words, (), one, edited)
    elif note is not None:
        yield from _edits(Line(one.key, (Sentence(note.words, (note,)),)), one, edited)


@dataclass(eq=False, slots=True)
class _Group:
    """Sentences that stand side by side and were changed as one, and the words that stand there now."""

    sentences: list[Sentence]
    now: list[str] = field(default_factory=list)


def _edits(line: Line, one: EditedLine, edited: EditedPaper) -> Iterator[Edit]:
    """What became of each sentence of a line."""
    if _plain(line.words) == one.words:
        return
    for group in _aligned(line.sentences, one.words.split()):
        was, now = " ".join(_plain(sentence.words) for sentence in group.sentences), " ".join(group.now)
        if was != now:
            kind = EditKind.CHANGED if was and now else EditKind.REMOVED if was else EditKind.ADDED
            yield _edit(kind, line.key, was, now, group.sentences, one, edited)


def _aligned(sentences: Sequence[Sentence], now: Sequence[str]) -> list[_Group]:
    """The sentences with the words that stand in their places; words between two of them are a group without any."""
    old = [(word, at) for at, sentence in enumerate(sentences) for word in sentence.words.split()]
    if max(len(old), len(now)) > LONGEST:
        return [_Group(list(sentences), list(now))]
    groups = [_Group([sentence]) for sentence in sentences]
    between: dict[int, _Group] = {}
    matcher = SequenceMatcher(None, [word for word, _ in old], now, autojunk=False)
    for change, start, end, here, there in matcher.get_opcodes():
        words = now[here:there]
        if change == "equal":
            for (_, at), word in zip(old[start:end], words, strict=True):
                groups[at].now.append(word)
        elif change == "insert" and (place := _between(old, start, words)) is not None:
            between[place] = _Group([], list(words))
        elif words:
            first = max(start - 1, 0) if change == "insert" else start
            _joined(groups, old[first][1], old[max(end - 1, first)][1]).now += words
    ordered = [between[-1]] if -1 in between else []
    for at, group in enumerate(groups):
        ordered += [group, between[at]] if at in between else [group]
    return list({id(group): group for group in ordered}.values())


def _between(old: Sequence[tuple[str, int]], at: int, words: Sequence[str]) -> int | None:
    """The sentence after which words come that are sentences of their own, -1 for none; None for words within one."""
    if at == 0:
        return -1 if not old or words[-1].endswith(STOPS) else None
    if not old[at - 1][0].endswith(STOPS):
        return None
    return old[at - 1][1] if at == len(old) or old[at - 1][1] != old[at][1] else None


def _joined(groups: list[_Group], first: int, last: int) -> _Group:
    """The groups from one sentence to another, made one."""
    group = groups[first]
    for at in range(first + 1, last + 1):
        if groups[at] is not group:
            group.sentences += groups[at].sentences
            groups[at] = group
    return group


def _edit(
    kind: EditKind,
    line: str,
    was: str,
    now: str,
    sentences: Sequence[Sentence],
    one: EditedLine,
    edited: EditedPaper,
) -> Edit:
    """One change with who made it: whoever tracked it, else whoever saved the file."""
    notes = tuple(dict.fromkeys(note for sentence in sentences for note in sentence.notes))
    mine = (change for change in one.changes if _plain(change.words) in (now if change.added else was))
    tracked = next(mine, one.changes[0] if one.changes else None)
    return Edit(
        hashlib.sha256(f"{line}\n{was}\n{now}".encode()).hexdigest()[:8],
        kind,
        line,
        was,
        now,
        Sentence(was, notes),
        tracked.author if tracked else edited.saved_by,
        tracked.moment if tracked else edited.saved_at,
        tracked is not None,
    )


def _plain(words: str) -> str:
    return " ".join(words.split())
