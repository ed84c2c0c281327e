"""Mandates of languages whose duties no vocabulary splits: one for each act."""

from collections.abc import Sequence

from operative.domain.acts import Act, Force, Quote
from operative.domain.mandates import Mandate, Modality
from operative.domain.passages import Passage

__all__ = ["MODALITIES", "derive_unsplit"]

MODALITIES = {
    Force.DIRECTIVE: Modality.DIRECTIVE,
    Force.EXHORTATION: Modality.EXHORTATION,
    Force.DECISION: Modality.DECISION,
}


def derive_unsplit(passages: Sequence[Passage], acts: Sequence[Sequence[Act]]) -> tuple[Mandate, ...]:
    """One mandate for each act that asks something of somebody, where no vocabulary splits its duties."""
    found = []
    for passage, own in zip(passages, acts, strict=True):
        count = 0
        for number, act in enumerate(own, 1):
            if act.force not in (Force.DIRECTIVE, Force.EXHORTATION):
                continue
            count += 1
            duty = Quote(act.span.of(passage.text), act.span, "duty-act")
            found.append(
                Mandate(
                    f"m-{passage.head.id}-{count}",
                    passage.provision_at(act.span.start).id,
                    passage.head.id,
                    number,
                    MODALITIES[act.force],
                    act.action,
                    duty,
                    act.addressees,
                    act.deliverables,
                    act.recipients,
                    act.channels,
                    act.timings,
                    act.resources,
                    reporting_duty=act.reporting_duty,
                )
            )
    return tuple(found)
