"""Which documents are of a body that a person names."""

from operative.domain.holdings import Holding
from operative.vocabulary.bodies import organ_of

__all__ = ["is_of_body"]


def is_of_body(holding: Holding, body: str) -> bool:
    """Whether a document is of a body, named by key, code or name; no name means any."""
    wanted = body.casefold()
    return not wanted or wanted in {one.casefold() for one in (holding.body, holding.body_name, organ_of(holding.body))}
