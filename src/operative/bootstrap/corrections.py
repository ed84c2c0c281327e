"""Corrections of what was read: persons' claims, kept in order, settled anew in whatever reads the text next."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from operative.clauses.timings import find_timings
from operative.domain.acts import Act
from operative.domain.claims import LISTS, Author, Claim, Stand, anchor_of
from operative.domain.passages import make_passages
from operative.domain.readings import Reading, Structure
from operative.dossiers.ports import Ledgers
from operative.errors import UnknownSubject, WrongCall
from operative.reading import Read, understand
from operative.vocabulary.loader import LANGUAGES

__all__ = ["Change", "carry_claims", "claims_on", "correct", "lost_claims", "settled"]

BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Change:
    """What a person says of one field of one act: a value that goes, one that comes, or both.

    `kind` and `value` are the class and the value of a timing; where neither is said, the rules read them out of the
    words.
    """

    act: str
    field: str
    rejected: str = ""
    added: str = ""
    kind: str = ""
    value: str = ""


def settled(reading: Reading, claims: Sequence[Claim]) -> Reading:
    """The reading as the claims leave it; the bytes are not read again."""
    if not claims:
        return reading
    structure = Structure(reading.documents, reading.provisions, reading.notes, extents=reading.extents)
    whole = understand(Read(reading.source, reading.text, structure, ()), claims)
    # Findings are of the text and of what the rules take from it: claims add none.
    return replace(whole, findings=reading.findings)


def correct(
    ledgers: Ledgers, reading: Reading, scope: str, change: Change, *, by: str, at: datetime
) -> tuple[Claim, ...]:
    """The claims that a person's word on a value makes, kept.

    Raises `UnknownSubject` for an act that the text does not have, `WrongCall` for words that do not stand in its
    provision: what is said must have its words.
    """
    act = next((one for one in reading.acts if one.id == change.act), None)
    if act is None:
        raise UnknownSubject(f"the text has no act {change.act!r}")
    words = _words_of(reading)[act.provision]
    added, kind, value = change.added.strip(), change.kind, change.value.strip()
    if added and change.field in LISTS:
        added = _as_printed(added, words)
    if added and change.field == "timings" and not kind:
        kind, value = _as_rules_read(added, reading, value)
    if not added and not change.rejected:
        raise WrongCall("say which words are right, or which are wrong")
    anchor = anchor_of(act, words)
    made = tuple(
        Claim(
            anchor, change.field, said, stand, Author.PERSON, by, at, *((kind, value) if stand is Stand.ADDED else ())
        )
        for said, stand in ((change.rejected, Stand.REJECTED), (added, Stand.ADDED))
        if said
    )
    ledgers.add_claims(reading.source.sha256, scope, made)
    return made


def carry_claims(ledgers: Ledgers, sha256: str, source: str, target: str) -> None:
    """What was said in one scope counts in the other too, as it was said; what counts there already is not doubled."""
    there = set(ledgers.claims(sha256, target))
    ledgers.add_claims(sha256, target, [one for one in ledgers.claims(sha256, source) if one not in there])


def claims_on(reading: Reading, act: Act, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims that are about an act, in the order in which they were made."""
    anchor = anchor_of(act, _words_of(reading)[act.provision])
    return tuple(one for one in claims if one.anchor.digest == anchor.digest and one.anchor.lead == anchor.lead)


def lost_claims(reading: Reading, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims whose act is not in the reading any more: they stay, and a person should look at them."""
    if not claims:
        return ()
    words = _words_of(reading)
    known = {(one.digest, one.lead) for act in reading.acts for one in [anchor_of(act, words[act.provision])]}
    return tuple(one for one in claims if (one.anchor.digest, one.anchor.lead) not in known)


def _words_of(reading: Reading) -> dict[str, str]:
    """The words in which the acts of each provision were found."""
    return {one.id: passage.text for passage in make_passages(reading.provisions) for one in passage.provisions}


def _as_printed(said: str, words: str) -> str:
    """The words as they stand in the provision, whatever blanks and capitals they were said with."""
    pattern = r"\s+".join(re.escape(piece) for piece in BLANKS.split(said))
    found = re.search(pattern, words, re.IGNORECASE)
    if found is None:
        raise WrongCall(f"“{said}” does not stand in the provision; quote its words")
    return found.group()


def _as_rules_read(words: str, reading: Reading, value: str) -> tuple[str, str]:
    """The class and the value that the rules give to words that say when; an event where they know none."""
    language = reading.source.language if reading.source.language in LANGUAGES else "en"
    found = find_timings(words, language, adopted=reading.document.adopted)
    if not found:
        return "event", value or words
    return str(found[0].kind), value or found[0].value
