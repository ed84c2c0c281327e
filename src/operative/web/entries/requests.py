"""The form by which a request moves on, or gets its next action."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from operative.domain.facts import Fact
from operative.domain.facts.mandates import MandateMoved, MandateStated, NextActionSet, Step
from operative.web.entries.form import PRECISE, Entering, choose
from operative.web.forms import DayField
from operative.web.words import choices_of

__all__ = ["MoveMandate"]


class MoveMandate(Entering):
    """One step of a request, with its owner, reason and proof, and what is to be done next."""

    page = "requests"
    heading = gettext_lazy("Move a request")
    said = gettext_lazy("The request is moved.")

    mandate = forms.ChoiceField(label=gettext_lazy("Request"))
    step = forms.ChoiceField(
        label=gettext_lazy("Step"), help_text=gettext_lazy("Leave empty to set only the next action."), required=False
    )
    owner = forms.CharField(label=gettext_lazy("Owner"), required=False, max_length=120)
    into = forms.MultipleChoiceField(
        label=gettext_lazy("Taken over by"),
        help_text=gettext_lazy("For a request that is merged or replaced."),
        required=False,
    )
    reason = forms.CharField(label=gettext_lazy("Reason"), required=False, max_length=2000, widget=forms.Textarea)
    action = forms.CharField(label=gettext_lazy("Next action"), required=False, max_length=300)
    by = DayField(label=gettext_lazy("Next action by"), help_text=PRECISE, required=False)

    def prepare(self) -> None:
        """The requests of the dossier, and the steps that there are."""
        mandates = [(one.id, f"{one.label} ({one.id})") for one in self.case.history.facts(MandateStated)]
        choose(self, "mandate", mandates)
        choose(self, "into", mandates)
        choose(self, "step", choices_of(Step), optional=True)

    def clean(self) -> dict[str, Any]:
        """A step or a next action must be said."""
        given = super().clean() or self.cleaned_data
        if not given.get("step") and not given.get("action"):
            raise ValidationError(_("Choose a step, or say what is to be done next."))
        return given

    def facts(self, number: int) -> list[Fact]:
        """The step, and the next action."""
        given, found = self.cleaned_data, list[Fact]()
        if given["step"]:
            step, into = Step(given["step"]), tuple(given["into"])
            found.append(MandateMoved(given["mandate"], step, given["owner"], into, given["reason"]))
        if given["action"]:
            found.append(NextActionSet(given["mandate"], given["action"], given["owner"], given["by"]))
        return found
