"""What a draft sets going: what it costs, and when it ends or is looked at again."""

from collections.abc import Iterator

from operative.domain.acts import Force
from operative.domain.findings import Severity
from operative.domain.passages import make_passages
from operative.domain.readings import Reading
from operative.domain.remarks import Remark
from operative.vocabulary.drafting import DraftingWords

__all__ = ["check_costs", "check_ends"]

BINDING = frozenset({Force.DECISION, Force.DIRECTIVE})


def check_costs(reading: Reading, words: DraftingWords) -> Iterator[Remark]:
    """Paragraphs that bind and set going what costs money, one remark each; as information where they say how it is
    paid.
    """
    binding = {act.provision for act in reading.acts if act.force in BINDING}
    for passage in make_passages(reading.provisions):
        if not any(one.id in binding for one in passage.provisions):
            continue
        found = words.costly.search(passage.text)
        if found is None:
            continue
        place = passage.provision_at(found.start())
        paid = words.paid.search(passage.text)
        span = passage.provisions[0].span
        if paid is not None:
            said = f"likely costs money; it says “{paid.group()}”"
            yield Remark(
                "draft-costs-covered",
                Severity.INFO,
                place.id,
                found.group(),
                said,
                "Ask whether that is enough before it is adopted.",
                span,
            )
        else:
            yield Remark(
                "draft-costs",
                Severity.WARNING,
                place.id,
                found.group(),
                "likely costs money, and does not say how it is paid",
                "Have it estimated; say how it is paid, such as “within existing resources”.",
                span,
            )


def check_ends(reading: Reading, words: DraftingWords) -> Iterator[Remark]:
    """Bodies that are set up without an end, a term or a review anywhere in the text."""
    deciding = {act.provision for act in reading.acts if act.force is Force.DECISION}
    passages = [one for one in make_passages(reading.provisions) if any(part.id in deciding for part in one.provisions)]
    if any(words.ending.search(one.text) for one in make_passages(reading.provisions)):
        return
    for passage in passages:
        found = words.set_up.search(passage.text)
        if found is not None:
            yield Remark(
                "draft-no-end",
                Severity.WARNING,
                passage.provision_at(found.start()).id,
                found.group(),
                "is set up without an end, a term or a review",
                "Say for how long, or when it is reviewed.",
                passage.head.span,
            )
