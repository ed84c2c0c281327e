"""How a draft treats the elements of a resolution: one suggestion each, and what the draft adds.

A suggestion is what the words allow a careful reader to say, never more: in doubt the weaker verdict. A passage that
takes an element away counts before any that grants it, and a limit counts wherever in the draft it stands.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from operative.comparison.additions import find_additions
from operative.comparison.choosing import choose
from operative.comparison.implications import imply
from operative.comparison.overrides import find_overrides
from operative.comparison.parties import Side, find_parties
from operative.comparison.pointers import point_at
from operative.comparison.sides import has_side
from operative.comparison.statements import Statement, split_statements
from operative.comparison.steering import find_steering, steered
from operative.comparison.traits import Trait, make_traits
from operative.comparison.treatments import Treatment, treat
from operative.comparison.verbatim import find_verbatim
from operative.domain.acts import Quote
from operative.domain.readings import Reading
from operative.domain.verdicts import Suggestion, Verdict
from operative.vocabulary.likeness import SPEAKING, likeness

__all__ = ["RULE", "suggest_verdicts"]

RULE = "verdicts@1"


def suggest_verdicts(resolution: Reading, draft: Reading) -> tuple[Suggestion, ...]:
    """A suggestion for every element of every condition of the resolution, in order, then one for each addition.

    Both texts are read in the language of the resolution. Where the draft is in another language, or the language has
    no vocabulary of likeness, nothing is suggested beyond what the letters show, and `why` says so.
    """
    words = likeness(resolution.source.language)
    parties = find_parties(resolution, draft, words)
    traits = make_traits(resolution, words)
    statements = split_statements(draft, words, parties)
    doubt = _doubt(resolution, draft)
    found: list[Suggestion] = []
    used: list[Statement] = []
    verbatim = find_verbatim(resolution, statements, traits, words, parties)
    treated = _treated(traits, statements, resolution, verbatim)
    changed = [said for said in statements if said not in verbatim]
    overrides = find_overrides(changed)
    steering = find_steering(changed, traits)
    for trait in traits:
        element = trait.element.id
        treatment = steered(choose(trait, treated[element], overrides), steering.get(element))
        if treatment is not None:
            used.append(treatment.said)
        found.append(_suggested(trait, treatment, doubt))
    return (*found, *find_additions(statements, used, resolution, RULE))


def _treated(
    traits: Sequence[Trait],
    statements: Sequence[Statement],
    resolution: Reading,
    verbatim: Mapping[Statement, Mapping[str, Treatment]],
) -> dict[str, list[Treatment]]:
    """All that the sentences make of each element, by the id of the element."""
    found: dict[str, list[Treatment]] = {trait.element.id: [] for trait in traits}
    # Where the draft names the body anywhere, what it says of nobody is not said of the body.
    named = any(m.side is not Side.OTHER for said in statements for m in said.mentions)
    for said in statements:
        for element, treatment in verbatim.get(said, {}).items():
            found[element].append(treatment)
        if said in verbatim:
            continue
        for trait in traits:
            if said.keys.isdisjoint(trait.nearness):
                continue
            told = treat(trait, said)
            if told is not None and not (named and told.of_nobody and not has_side(said, Side.OWN)):
                found[trait.element.id].append(told)
        for trait in traits:
            implied = imply(trait, said)
            if implied is not None:
                found[trait.element.id].append(implied)
        for element, treatment in point_at(said, resolution.document, traits).items():
            found[element].append(treatment)
    return found


def _doubt(resolution: Reading, draft: Reading) -> str:
    """Why the words cannot be trusted to say more than that something is alike; "" where they can."""
    language = resolution.source.language
    if draft.source.language != language:
        found = draft.source.language or "unknown"
        return f"the draft is in another language ({found}) than the resolution ({language})"
    if language not in SPEAKING:
        return f"there is no vocabulary of likeness for the language {language!r}: only equal words were found"
    return ""


def _suggested(trait: Trait, treatment: Treatment | None, doubt: str) -> Suggestion:
    element = trait.element
    if treatment is None:
        why = "No passage of the draft says this of the Organization, or points at it in the resolution."
        why += f" Note: {doubt}." if doubt else ""
        missing = tuple(trait.said(number) for number in range(len(trait.terms)))
        return Suggestion(element.id, element.label, element.provision, Verdict.SILENT, why, RULE, missing=missing)
    if doubt and treatment.verdict not in (Verdict.CONTRADICTED, Verdict.NARROWED):
        treatment = replace(treatment, verdict=Verdict.NARROWED, reasons=(*treatment.reasons, doubt))
    said = treatment.said
    return Suggestion(
        element.id,
        element.label,
        element.provision,
        treatment.verdict,
        _why(treatment),
        RULE,
        said.provision.id,
        Quote(said.quoted(), said.span(), RULE),
        treatment.missing,
        treatment.added,
    )


def _why(treatment: Treatment) -> str:
    reasons = "; ".join(treatment.reasons)
    return reasons[:1].upper() + reasons[1:] + "."
