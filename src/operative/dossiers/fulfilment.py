"""What it takes to call a mandate fulfilled."""

from collections.abc import Collection, Iterable, Mapping

from operative.domain.facts.dossiers import DocumentRole
from operative.domain.facts.mandates import MandateStated

__all__ = ["find_missing", "unanswered_of"]

ENDINGS = frozenset({DocumentRole.RESOLUTION, DocumentRole.DECISION, DocumentRole.AGREEMENT})
"""The documents by which a body can end what never ends by itself."""


def find_missing(
    mandate: MandateStated, documents: Iterable[str], answered: Collection[str], roles: Mapping[str, DocumentRole]
) -> tuple[str, ...]:
    """What is missing, in words; nothing where the mandate can be called fulfilled.

    `documents` are those that prove it, `answered` the parts of its scope that reports have answered ("" for the
    mandate as such). The document that asks for something does not prove that it was done.
    """
    others = {one for one in documents if one != mandate.document}
    missing = []
    if mandate.reporting_duty:
        if not answered:
            missing.append("a filed report that answers it")
        missing += [f"an answer on {scope!r}" for scope in unanswered_of(mandate, answered)]
    elif mandate.deliverables and not others:
        missing.append(f"a document that shows what was to be delivered: {', '.join(mandate.deliverables)}")
    elif not others:
        missing.append("a document that shows that it was done, other than the one that asks for it")
    if _is_lasting(mandate) and not any(roles.get(one) in ENDINGS for one in others):
        missing.append("the resolution, decision or agreement that ends it, as it does not end by itself")
    return tuple(missing)


def unanswered_of(mandate: MandateStated, answered: Collection[str]) -> tuple[str, ...]:
    """The parts of the scope that are not among the answered ones."""
    return tuple(scope for scope in mandate.scope if scope not in answered)


def _is_lasting(mandate: MandateStated) -> bool:
    return mandate.due is not None and (mandate.due.continuous or bool(mandate.due.every))
