"""What the words of a report seem to answer: suggestions, which a person enters or not."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from operative.domain.facts.mandates import MandateStated
from operative.domain.facts.reports import Answer
from operative.domain.provisions import Kind
from operative.domain.readings import Reading
from operative.vocabulary.answers import AnswerWords, answer_words
from operative.vocabulary.likeness import Likeness, likeness

__all__ = ["suggest_answers"]

SENTENCE_END = re.compile(r"(?<=[.;!?])\s+(?=[^\W\da-z])")
WORD = re.compile(r"[^\W_]+")
ENOUGH = 0.6
"""The share of the words of a thing that a sentence about it has."""
NOT_TEXT = frozenset({Kind.TITLE, Kind.HEADING})


class _Sentence(NamedTuple):
    """One sentence of a report, and the provision that it stands in."""

    provision: str
    words: str


def suggest_answers(reading: Reading, mandate: MandateStated) -> tuple[Answer, ...]:
    """For each thing that a mandate asks a report to cover, the passage of the report that seems to answer it.

    What is asked about money is answered by an amount, or by words that say that there is none. A sentence that says
    that the thing was not raised, or is not known yet, is no answer: it comes back as one not given, with its words;
    where nothing is said at all, as one not given without a place.
    """
    language = reading.source.language
    tongue, words = likeness(language), answer_words(language)
    sentences = list(_sentences(reading))
    asked = mandate.scope or ("",)
    return tuple(_suggest(scope, mandate, sentences, tongue, words) for scope in asked)


def _sentences(reading: Reading) -> Iterator[_Sentence]:
    for provision in reading.provisions:
        # What is read as a title, and is a sentence, is the text of a note without one.
        if provision.kind in NOT_TEXT and not provision.text.endswith((".", ";", "!", "?")):
            continue
        for words in SENTENCE_END.split(provision.text):
            if words.strip():
                yield _Sentence(provision.id, words.strip())


def _suggest(
    scope: str, mandate: MandateStated, sentences: list[_Sentence], tongue: Likeness, words: AnswerWords
) -> Answer:
    wanted = _roots(scope or mandate.label, tongue)
    about_money = words.costs.search(scope) is not None
    given: tuple[float, _Sentence] | None = None
    denied: _Sentence | None = None
    for sentence in sentences:
        share = len(wanted & _roots(sentence.words, tongue)) / len(wanted) if wanted else 0.0
        if share < ENOUGH and not (about_money and words.costs.search(sentence.words)):
            continue
        free = about_money and words.free.search(sentence.words) is not None
        if not free and words.unanswered.search(sentence.words):
            denied = denied or sentence
        elif (free or not about_money or words.amount.search(sentence.words)) and (given is None or share > given[0]):
            given = share, sentence
    if given:
        return Answer(mandate.id, scope, True, given[1].provision, given[1].words)
    return Answer(mandate.id, scope, False, *(denied or ("", "")))


def _roots(words: str, tongue: Likeness) -> frozenset[str]:
    """The words that carry a meaning, without inflection."""
    plain = [word for word in WORD.findall(words.casefold()) if len(word) > 1]
    stop = tongue.words.get("stop", frozenset())
    return frozenset(tongue.roots(word for word in plain if word not in stop))
