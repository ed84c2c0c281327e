"""Where what is said of the values of a source counts: in one dossier, or for the one person who brought it."""

__all__ = ["in_dossier", "of_person"]


def in_dossier(key: str) -> str:
    """The scope of what is said in a dossier."""
    return f"dossier:{key}"


def of_person(name: str) -> str:
    """The scope of what a person says of a source of their own."""
    return f"person:{name}"
