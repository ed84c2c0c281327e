"""The form of a draft: numbers, verbs and mood, places that are not there, paragraphs that stand twice."""

import re
from collections.abc import Iterator

from operative.corpus.words import words_of
from operative.domain.acts import Force
from operative.domain.findings import Severity
from operative.domain.provisions import Kind, Provision
from operative.domain.readings import Reading
from operative.domain.remarks import Remark
from operative.vocabulary.drafting import DraftingWords

__all__ = ["check_findings", "check_mood", "check_pointers", "check_preamble", "check_twice"]

FEWEST = 8
"""Words from which on a paragraph that stands twice is worth a remark."""
BEHIND = 40
"""Characters behind a citation that tell whose place it is."""
PART = re.compile(r"r\d+(?=\.)")
"""What the ids of a further document in the same source begin with."""
BINDING = frozenset({Force.DECISION, Force.DIRECTIVE})
ADVICE = {
    "number-missing": "Number the paragraphs anew, or bring back the one that is missing.",
    "number-duplicate": "Number the paragraphs anew.",
    "number-out-of-order": "Number the paragraphs anew.",
    "act-none": "Open with the verb that says what the body does, or move the words into the preamble.",
    "verb-unknown": "Open with a verb that such texts use.",
}
"""Findings of the reading that a drafter can act on, and how."""


def check_findings(reading: Reading) -> Iterator[Remark]:
    """What the reading found that a drafter can mend, once for each place."""
    for finding in reading.findings:
        if finding.code not in ADVICE:
            continue
        holder = _holder(reading, finding.span.start) if finding.span else None
        yield Remark(
            finding.code,
            Severity.WARNING,
            holder.id if holder else "",
            finding.span.of(reading.text.content) if finding.span else "",
            finding.message,
            ADVICE[finding.code],
            finding.span,
        )


def check_preamble(reading: Reading, words: DraftingWords) -> Iterator[Remark]:
    """Preambular paragraphs that ask or decide: nobody will follow them up there."""
    for provision in reading.provisions:
        if provision.kind is not Kind.PREAMBULAR:
            continue
        found = words.asking.match(provision.text)
        if found is None:
            continue
        yield Remark(
            "draft-duty-in-preamble",
            Severity.WARNING,
            provision.id,
            found.group(),
            "a preambular paragraph asks or decides",
            "Move it to the operative part, or say there what is asked.",
            provision.source_of(*found.span()),
        )


def check_mood(reading: Reading, words: DraftingWords) -> Iterator[Remark]:
    """Weak words behind an opening verb that binds: "Decides that ... should"."""
    places = {provision.id: provision for provision in reading.provisions}
    for act in reading.acts:
        provision = places.get(act.provision)
        if provision is None or act.force not in BINDING or not act.lead:
            continue
        at = provision.text.find(act.lead)
        found = words.weak_mood.match(provision.text, at + len(act.lead)) if at >= 0 else None
        if found is None:
            continue
        yield Remark(
            "draft-weak-mood",
            Severity.WARNING,
            provision.id,
            provision.text[at : found.end()],
            f"“{act.lead}” binds, “{found['weak']}” does not",
            "Say “shall”, or open with a verb that recommends.",
            provision.source_of(*found.span("weak")),
        )


def check_pointers(reading: Reading, words: DraftingWords) -> Iterator[Remark]:
    """Citations of paragraphs of the same text that are not there."""
    conditions = {one.provision for one in reading.conditions}
    kinds = {one.id: one.kind for one in reading.provisions}
    for one in reading.references:
        if one.target or kinds.get(one.provision) not in (Kind.OPERATIVE, Kind.SUBPARAGRAPH):
            continue
        behind = reading.text.content[one.span.end : one.span.end + BEHIND]
        if not words.place.fullmatch(one.quote) or words.elsewhere.match(behind):
            continue
        code, bound = "draft-place-missing", one.provision in conditions
        yield Remark(
            code,
            Severity.ERROR if bound else Severity.WARNING,
            one.provision,
            one.quote,
            "points at a place that this text does not have" + ("; a condition hangs on it" if bound else ""),
            "Point at the paragraph that is meant.",
            one.span,
        )


def check_twice(reading: Reading) -> Iterator[Remark]:
    """Operative paragraphs with the same words as an earlier one."""
    seen: dict[tuple[str, tuple[str, ...]], Provision] = {}
    for provision in reading.provisions:
        words = tuple(words_of(provision.text))
        if provision.kind is not Kind.OPERATIVE or len(words) < FEWEST:
            continue
        part = PART.match(provision.id)
        earlier = seen.setdefault((part.group() if part else "", words), provision)
        if earlier is not provision:
            yield Remark(
                "draft-repeats-itself",
                Severity.WARNING,
                provision.id,
                provision.text,
                f"says the same as {earlier.id}",
                "Keep one of the two.",
                provision.span,
            )


def _holder(reading: Reading, start: int) -> Provision | None:
    """The last provision that begins at or before a place of the source."""
    return next((one for one in reversed(reading.provisions) if one.span.start <= start), None)
