"""The forms of the page of costs: an input, and a run of an estimate."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from operative.domain.facts import Fact
from operative.domain.facts.estimates import FormulaStated, InputStated
from operative.dossiers.estimates import run_estimate
from operative.web.entries.form import Entering, choose

__all__ = ["AddInput", "RunEstimate"]


class AddInput(Entering):
    """A named quantity; left empty, its value is unknown."""

    page = "costs"
    heading = gettext_lazy("Add an input")
    said = gettext_lazy("The input is recorded. Run the estimates that use it again.")

    name = forms.RegexField(
        regex=r"\A[a-z][a-z0-9_]{0,59}\Z",
        label=gettext_lazy("Name in formulas"),
        help_text=gettext_lazy("Small letters, digits and underscores, such as staff_share."),
    )
    label = forms.CharField(label=gettext_lazy("What it is"), required=False, max_length=200)
    unit = forms.CharField(label=gettext_lazy("Unit"), required=False, max_length=60)
    value = forms.DecimalField(
        label=gettext_lazy("Value"),
        help_text=gettext_lazy("Empty where it is unknown."),
        required=False,
        max_digits=24,
        decimal_places=8,
    )
    low = forms.DecimalField(label=gettext_lazy("At least"), required=False, max_digits=24, decimal_places=8)
    high = forms.DecimalField(label=gettext_lazy("At most"), required=False, max_digits=24, decimal_places=8)
    year = forms.IntegerField(label=gettext_lazy("Year"), required=False, min_value=1900, max_value=2200)
    said_by = forms.CharField(label=gettext_lazy("Said by"), required=False, max_length=200)

    def facts(self, number: int) -> list[Fact]:
        """The input."""
        one = self.cleaned_data
        bounds = one["value"], one["low"], one["high"]
        return [InputStated(one["name"], one["unit"], *bounds, one["label"], one["said_by"], one["year"])]


class RunEstimate(Entering):
    """A formula, reckoned with the inputs that stand on the day."""

    page = "costs"
    heading = gettext_lazy("Run an estimate")
    said = gettext_lazy("The estimate was run.")
    proof = False

    service = forms.ChoiceField(label=gettext_lazy("Service"))
    year = forms.IntegerField(label=gettext_lazy("Year"), required=False, min_value=1900, max_value=2200)

    def prepare(self) -> None:
        """The formulas of the dossier, each with its option."""
        formulas = {(one.service, one.option): one for one in self.case.history.facts(FormulaStated)}
        choose(
            self,
            "service",
            [
                (f"{service}|{option}", f"{one.label}{f' · {option}' if option else ''}")
                for (service, option), one in formulas.items()
            ],
        )

    def facts(self, number: int) -> list[Fact]:
        """The run, with what its inputs were."""
        service, _bar, option = self.cleaned_data["service"].partition("|")
        history = self.case.dossier.history(self.cleaned_data["on"].last)
        return [run_estimate(history, service, option, self.cleaned_data["year"], f"estimate-{number}")]

    def clean_service(self) -> str:
        """A service that has a formula."""
        service: str = self.cleaned_data["service"]
        if not service.strip("|"):
            raise ValidationError(_("Choose a service that has a formula."))
        return service
