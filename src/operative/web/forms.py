"""What forms of pages have in common."""

from django.http import HttpRequest

from operative.errors import WrongCall

__all__ = ["expected_of"]


def expected_of(request: HttpRequest) -> int | None:
    """The version of the dossier that the form was made from; None where it does not say.

    Raises `WrongCall` for a version that is no number.
    """
    said = request.POST.get("expected", "")
    if not said:
        return None
    if not said.isdigit() or len(said) > 12:
        raise WrongCall("the form is damaged; please load the page again")
    return int(said)
