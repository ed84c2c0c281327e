"""What forms of pages have in common."""

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext as _

from operative.domain.days import PartialDate
from operative.errors import WrongCall

__all__ = ["DayField", "expected_of"]


class DayField(forms.CharField):
    """A day, a month or a year."""

    def clean(self, value: object) -> PartialDate | None:
        """The date, as precise as it was written; None where it may be left empty and is."""
        written = str(super().clean(value)).strip()
        if not written and not self.required:
            return None
        try:
            return PartialDate(written)
        except WrongCall as exc:
            raise ValidationError(_("Write 2016, 2016-10 or 2016-10-05.")) from exc


def expected_of(request: HttpRequest) -> int | None:
    """The version of the dossier that the form was made from; None where it does not say.

    Raises `WrongCall` for a version that is no number.
    """
    said = request.POST.get("expected", "")
    if not said:
        return None
    if not said.isdecimal() or len(said) > 12:
        raise WrongCall("the form is damaged; please load the page again")
    return int(said)
