"""Files that persons brought and that belong to no dossier yet."""

__all__ = ["brought_by"]


def brought_by(name: str) -> frozenset[str]:
    """The digests of the files that a person brought and keeps."""
    # The tables load once Django is set up.
    from operative.accounts.models import Upload

    return frozenset(Upload.objects.filter(account__name=name).values_list("sha256", flat=True))
