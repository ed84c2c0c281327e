"""The texts of a corpus as of a day, in the manner of codified resolutions: in force, renewed, replaced, expired."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from functools import cached_property
from typing import Any

from operative.corpus.corpora import Corpus
from operative.corpus.judgements import read_judgements
from operative.corpus.validity import Decided, decided_in, find_effects, is_lasting
from operative.domain.acts import Force
from operative.domain.overlaps import Place
from operative.domain.provisions import Kind
from operative.domain.validity import CodifiedText, Effect, Judgement, Validity
from operative.vocabulary.drafting import drafting_words

__all__ = ["Codified", "codified_texts"]

DERIVED = "validity"
"""The name of the effects among what is derived."""

VERSION = 1
"""Rises with every change of the rules; effects of another version are found again."""

BINDING = frozenset({Kind.OPERATIVE, Kind.SUBPARAGRAPH, Kind.ARTICLE, Kind.ANNEX})
"""Where a text says for how long something lasts."""


@dataclass(frozen=True)
class Codified:
    """All that is known of the validity of texts: those that decide something, and the effects on each by day.

    `lasting` are those that decide something without an end; `open_ended` those that set up something and say nowhere
    when it ends or is looked at again.
    """

    documents: tuple[str, ...]
    lasting: frozenset[str]
    open_ended: frozenset[str]
    effects: tuple[Effect, ...]
    judgements: tuple[Judgement, ...] = ()

    @classmethod
    def of(cls, corpus: Corpus) -> "Codified":
        """What the corpus says; found where it is not there or not current, then kept."""
        kept = corpus.derived(DERIVED) / "effects.json"
        if corpus.is_current(DERIVED):
            row = json.loads(kept.read_text("utf-8"))
            if row["version"] == VERSION:
                return _made(row, read_judgements(corpus))
        kept.parent.mkdir(parents=True, exist_ok=True)
        decided = tuple(decided_in(corpus))
        effects = find_effects(corpus, decided)
        row = {"version": VERSION, **_deciding(corpus, decided), "effects": [asdict(one) for one in effects]}
        kept.write_text(json.dumps(row, ensure_ascii=False), "utf-8")
        corpus.mark_current(DERIVED)
        return _made(row, read_judgements(corpus))

    @cached_property
    def by_document(self) -> Mapping[str, Sequence[Effect]]:
        """The effects on each text, by day."""
        found: defaultdict[str, list[Effect]] = defaultdict(list)
        for effect in self.effects:
            found[effect.document].append(effect)
        return found

    def text(self, document: str, as_of: date) -> CodifiedText:
        """One text as of a day, whether it decides anything or not."""
        day = str(as_of)
        effects = tuple(one for one in self.by_document.get(document, ()) if one.day <= day)
        until = max((self._until(one, day) for one in effects), default="")
        ended = [one.state for one in effects if not one.state.holds and one.state is not Validity.EXPIRED]
        state = ended[0] if ended else self._standing(document, effects, until, day)
        if state.holds and until < day:
            until = ""  # what ended is only a part of it
        missing = state.holds and not until and document in self.open_ended
        said = [one for one in self.judgements if one.document == document and one.day <= day]
        judged = said[-1] if said else None
        return CodifiedText(document, state, judged.until if judged else until, effects, missing, judged)

    def _standing(self, document: str, effects: Sequence[Effect], until: str, day: str) -> Validity:
        """The state of a text that nothing ended: its terms may have, all of them, or those of a part of it."""
        held = [one.state for one in effects if one.state.holds]
        ended = bool(until) and until < day
        if ended and document not in self.lasting and any(one.until and not one.part for one in effects):
            return Validity.EXPIRED
        if ended:
            held = [one for one in held if one is not Validity.RENEWED]
        return held[-1] if held else Validity.IN_FORCE

    def _until(self, effect: Effect, as_of: str) -> str:
        """The last day of a term or a renewal; it carries on with those that renew the text that renewed."""
        if effect.state is not Validity.RENEWED:
            return effect.until
        further = [
            self._until(one, as_of)
            for one in self.by_document.get(effect.place.document, ())
            if one.state is Validity.RENEWED and effect.day < one.day <= as_of
        ]
        return max([effect.until, *further])


def codified_texts(codified: Codified, as_of: date) -> tuple[CodifiedText, ...]:
    """All texts that decide something, or that a person judged, as of a day."""
    judged = [one.document for one in codified.judgements]
    return tuple(codified.text(one, as_of) for one in dict.fromkeys((*codified.documents, *judged)))


def _deciding(corpus: Corpus, decided_by: Iterable[Decided]) -> dict[str, list[str]]:
    """The adopted texts that decide something; those of them that last; those set up without end or review."""
    ending = _with_ending(corpus)
    documents, lasting, open_ended = [], [], []
    for holding, decided in decided_by:
        lasts = is_lasting(decided, holding.language)
        if not holding.adopted or not (lasts or any(one.act.force == Force.DECISION for one in decided)):
            continue
        documents.append(holding.key)
        if lasts:
            lasting.append(holding.key)
        words = drafting_words(holding.language)
        if words is not None and holding.key not in ending and any(words.set_up.search(one.words) for one in decided):
            open_ended.append(holding.key)
    return {"documents": documents, "lasting": lasting, "open_ended": open_ended}


def _with_ending(corpus: Corpus) -> set[str]:
    """The texts whose operative part says somewhere that something ends or is looked at again."""
    found = set()
    for provision in corpus.provisions:
        if provision.kind not in BINDING or provision.document in found:
            continue
        words = drafting_words(corpus.holdings[provision.document].language)
        if words is not None and words.ending.search(provision.text):
            found.add(provision.document)
    return found


def _made(row: Mapping[str, Any], judgements: tuple[Judgement, ...]) -> Codified:
    effects = tuple(
        Effect(**one | {"state": Validity(one["state"]), "place": Place(**one["place"])}) for one in row["effects"]
    )
    return Codified(
        tuple(row["documents"]), frozenset(row["lasting"]), frozenset(row["open_ended"]), effects, judgements
    )
