"""What all forms that enter facts have in common: the day, the evidence, the version that the writer saw."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy

from operative.domain.days import PartialDate
from operative.domain.entries import Entry, Statement
from operative.domain.evidence import Evidence
from operative.domain.facts import Fact
from operative.domain.facts.dossiers import DocumentNamed
from operative.domain.people import Role
from operative.errors import StaleVersion
from operative.web.cases import Case
from operative.web.forms import DayField

__all__ = ["PRECISE", "Choices", "Entering", "choose", "lines_of"]

Choices = list[tuple[str, str]]
PRECISE = gettext_lazy("2016, 2016-10 or 2016-10-05")


class Entering(forms.Form):
    """A form that enters facts: from which day they hold, and in which document it is written.

    `page` is where the form is offered; `said` what is told once it is entered; `fixed` are fields that the address
    may fill in.
    """

    page: ClassVar[str] = "dossier"
    heading: ClassVar[Any] = ""
    said: ClassVar[Any] = gettext_lazy("It is entered.")
    role: ClassVar[Role] = Role.CONTRIBUTOR
    proof: ClassVar[bool] = True
    """Whether the form asks for a document."""

    on = DayField(label=gettext_lazy("From which day"), help_text=PRECISE)
    document = forms.ChoiceField(label=gettext_lazy("Document that says so"), required=False)
    place = forms.CharField(
        label=gettext_lazy("Place in it"), help_text=gettext_lazy("Such as “para. 7”."), required=False, max_length=120
    )

    def __init__(self, case: Case, data: Any = None, files: Any = None, given: Any = None) -> None:
        super().__init__(data, files, initial=dict(given or {}))
        self.case = case
        self.initial.setdefault("on", case.on.isoformat())
        if self.proof:
            named = {one.key: one.title or one.symbol or one.key for one in case.history.facts(DocumentNamed)}
            choose(self, "document", list(named.items()), optional=True)
        else:
            del self.fields["document"], self.fields["place"]
        self.order_fields([*(name for name in self.fields if name not in ("on", "document", "place")), "on"])
        self.prepare()
        for field in self.fields.values():
            if isinstance(field.widget, forms.Textarea):
                field.widget.attrs["rows"] = 3

    def prepare(self) -> None:
        """Fills in what the dossier knows."""

    def facts(self, number: int) -> Sequence[Fact]:
        """What is entered; `number` is that of the first entry."""
        raise NotImplementedError

    def enter(self, expected: int) -> tuple[Entry, ...]:
        """The entries, all of them or none.

        A form that was sent twice enters once: the second time nothing is entered. Raises `StaleVersion` where
        somebody wrote first, and `Refused` for what may not be entered.
        """
        statements = self.statements(expected)
        if self.is_entered(statements, expected):
            return ()
        return self.case.dossier.enter(statements, expected=expected)

    def statements(self, expected: int) -> list[Statement]:
        """What is entered, with its day and evidence."""
        day: PartialDate = self.cleaned_data["on"]
        proof = self.evidence()
        return [Statement(fact, day, self.case.person, proof) for fact in self.facts(expected + 1)]

    def evidence(self) -> tuple[Evidence, ...]:
        """The document and place that were named."""
        document = self.cleaned_data.get("document", "")
        return (Evidence(document, self.cleaned_data.get("place", "")),) if document else ()

    def is_entered(self, statements: Sequence[Statement], expected: int) -> bool:
        """Whether the entries after the version that the writer saw are the very same."""
        after = [one.statement for one in self.case.dossier.entries(after=expected)][: len(statements)]
        return bool(statements) and after == list(statements)

    def must_be_at(self, expected: int) -> None:
        """Raises `StaleVersion` where somebody wrote since."""
        if self.case.dossier.version != expected:
            raise StaleVersion(f"somebody else wrote to {self.case.key} after entry {expected}: look again")


def choose(form: forms.Form, name: str, choices: Choices, *, optional: bool = False) -> None:
    """Gives a field its choices; an optional one can be left empty."""
    form.fields[name].choices = [("", "—"), *choices] if optional else choices  # type: ignore[attr-defined]


def lines_of(words: str) -> tuple[str, ...]:
    """The lines of a text that have words, each squeezed."""
    return tuple(line for line in (" ".join(one.split()) for one in words.splitlines()) if line)
