"""The parts of papers on conditions: how every draft stands to them, signed or not."""

from collections.abc import Iterator

from operative.domain.evidence import Evidence
from operative.domain.facts.conditions import ConditionStated
from operative.domain.papers import Block, Heading, Note, PaperTable, Paragraph, Sentence
from operative.domain.signatures import ConditionView, DraftView, ElementView
from operative.domain.verdicts import Suggestion
from operative.dossiers.conditions import find_conditions
from operative.reports.material import Material, place_of

__all__ = ["condition_tables", "conditions"]


def conditions(material: Material) -> Iterator[Block]:
    """Every condition under each draft that stands, with what is unsigned said to be so."""
    words = material.words
    yield Heading(words.head("conditions"))
    stated = [entry.number for entry, _ in material.history.of(ConditionStated)]
    if not stated:
        yield Paragraph((material.said(words.say("no_condition")),))
        return
    standing = [one for one in material.drafts if not one.followed_by]
    if not standing:
        yield Paragraph((Sentence(words.say("no_draft"), (material.nothing(*stated),)),))
    for draft in standing:
        for condition in draft.conditions:
            yield Paragraph(tuple(_sentences(material, draft, condition)))
            yield table_of(material, draft, condition)


def _sentences(material: Material, draft: DraftView, condition: ConditionView) -> Iterator[Sentence]:
    words, signed = material.words, [one.signature.entry for one in condition.elements if one.signature]
    told = words.say(
        "draft",
        label=draft.label,
        day=words.day(draft.since),
        state=condition.keeping,
        signed=condition.signed,
        total=condition.total,
    )
    yield material.said(told, draft.entry, condition.entry, *signed)
    if not condition.signed:
        yield Sentence(words.say("unsigned_all"), (material.nothing(condition.entry, draft.entry),))
    elif condition.signed < condition.total:
        missing = [one.entry for one in condition.elements if not one.signature]
        yield Sentence(words.say("unsigned_some", count=len(missing)), (material.nothing(*missing),))


def condition_tables(material: Material) -> Iterator[Block]:
    """Every condition under every draft, also those that others followed: a table each."""
    for draft in material.drafts:
        for condition in draft.conditions:
            yield table_of(material, draft, condition)
    if not material.drafts:
        for condition in find_conditions(material.history):
            yield table_of(material, None, condition)


def table_of(material: Material, draft: DraftView | None, condition: ConditionView) -> PaperTable:
    """The elements of one condition under one draft."""
    words = material.words
    header = tuple(map(words.column, ("element", "suggested", "signed")))
    caption = f"{condition.label} ({place_of(condition.provision)})" + (f": {draft.label}" if draft else "")
    rows = tuple(_row(material, draft, condition, one) for one in condition.elements)
    return PaperTable(caption, header, rows, (34, 40, 26))


def _row(
    material: Material, draft: DraftView | None, condition: ConditionView, view: ElementView
) -> tuple[Sentence, ...]:
    words, signature = material.words, view.signature
    stated = material.note(view.entry)
    nothing = material.nothing(condition.entry, *((draft.entry,) if draft else ()))
    if view.suggestion is None:
        suggested = Sentence(words.say("no_suggestion"), (nothing,))
    else:
        told = words.say("suggested", verdict=view.suggestion.verdict, why=view.suggestion.why)
        suggested = Sentence(told, (_suggestion(material, draft, view.suggestion),))
    if signature is None:
        signed = Sentence(words.say("unsigned"), (nothing,))
    else:
        day = words.day(signature.day)
        told = words.say("signed", verdict=signature.verdict, name=signature.by, day=day)
        signed = material.said(told, signature.entry)
    return Sentence(f"{view.label} ({place_of(view.provision)})", (stated,)), suggested, signed


def _suggestion(material: Material, draft: DraftView | None, one: Suggestion) -> Note:
    """Where the draft treats the element, in its words, and the rule that suggests so."""
    rule = material.words.note("rule", rule=one.rule)
    if draft is None:
        return material.note(about=rule)
    passage = (
        Evidence.quoting(draft.document, one.passage, one.quote.words)
        if one.quote and one.passage
        else Evidence(draft.document)
    )
    return material.note(draft.entry, evidence=(passage,), about=rule)
