"""Who may do what in a dossier."""

from enum import StrEnum

__all__ = ["RANKS", "Role", "includes"]


class Role(StrEnum):
    """What a person is in a dossier, the least first; each may do what those before it may."""

    READER = "reader"
    CONTRIBUTOR = "contributor"
    OFFICER = "officer"
    LEGAL_ADVISER = "legal adviser"
    ADMINISTRATOR = "administrator"


RANKS = {role: rank for rank, role in enumerate(Role)}
"""The place of each role, the least 0."""


def includes(role: Role | None, least: Role) -> bool:
    """Whether a role is this one, or one that includes it; nobody's includes none."""
    return role is not None and RANKS[role] >= RANKS[least]
