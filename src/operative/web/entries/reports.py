"""The form by which a report is recorded, with what it answers."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from operative.domain.evidence import Evidence
from operative.domain.facts import Fact
from operative.domain.facts.dossiers import DocumentNamed, DocumentRole
from operative.domain.facts.mandates import MandateStated
from operative.domain.facts.reports import Answer, ReportFiled
from operative.web.entries.form import Entering, choose

__all__ = ["RecordReport"]


class RecordReport(Entering):
    """A report that came; what it answers is said with a place in it, and what has no place is unanswered."""

    page = "reports"
    heading = gettext_lazy("Record report")
    said = gettext_lazy("The report is recorded.")
    proof = False

    report = forms.ChoiceField(
        label=gettext_lazy("Report"), help_text=gettext_lazy("A document of this dossier; name it first.")
    )
    to = forms.CharField(label=gettext_lazy("To whom"), required=False, max_length=200)
    through = forms.CharField(label=gettext_lazy("Through whom"), required=False, max_length=200)

    def prepare(self) -> None:
        """The reports of the dossier, and a place to fill in for each thing that a duty asks."""
        named = [one for one in self.case.history.facts(DocumentNamed) if one.role is DocumentRole.REPORT]
        choose(self, "report", [(one.key, one.title or one.symbol or one.key) for one in named])
        for name, (mandate, scope) in self._asked().items():
            self.fields[name] = forms.CharField(
                label=f"{mandate.label}: {scope or _('as a whole')}",
                help_text=_("Where the report answers it, such as “para. 7”; empty where it does not."),
                required=False,
                max_length=60,
            )

    def _asked(self) -> dict[str, tuple[MandateStated, str]]:
        """What reporting duties ask, scope by scope, by the names of the fields."""
        duties = [one for one in self.case.history.facts(MandateStated) if one.reporting_duty]
        return {
            f"place-{one.id}-{number}": (one, scope)
            for one in duties
            for number, scope in enumerate(one.scope or ("",))
        }

    def facts(self, number: int) -> list[Fact]:
        """The report with its answers."""
        one = self.cleaned_data
        answers = tuple(
            Answer(mandate.id, scope, True, " ".join(one[name].split()))
            for name, (mandate, scope) in self._asked().items()
            if one[name].strip()
        )
        return [ReportFiled(f"report-{number}", one["report"], one["to"], one["through"], answers=answers)]

    def evidence(self) -> tuple[Evidence, ...]:
        """The report itself."""
        return (Evidence(self.cleaned_data["report"]),)
