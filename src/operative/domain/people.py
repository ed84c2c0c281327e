"""Who may do what in a dossier."""

from enum import StrEnum

__all__ = ["Role"]


class Role(StrEnum):
    """What a person is in a dossier, the least first; each may do what those before it may."""

    READER = "reader"
    CONTRIBUTOR = "contributor"
    OFFICER = "officer"
    LEGAL_ADVISER = "legal adviser"
    ADMINISTRATOR = "administrator"
