"""The form by which a draft is held against the conditions."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from operative.bootstrap.openings import register_draft
from operative.domain.entries import Entry
from operative.domain.facts.conditions import DraftRegistered
from operative.web.entries.form import Entering, choose

__all__ = ["RegisterDraft"]


class RegisterDraft(Entering):
    """A version of the text under negotiation, with its file."""

    page = "conditions"
    heading = gettext_lazy("Register a draft")
    said = gettext_lazy("The draft is registered; what it keeps of each element is suggested below.")
    proof = False

    label = forms.CharField(
        label=gettext_lazy("Short name"), help_text=gettext_lazy("Such as “third draft”."), max_length=120
    )
    file = forms.FileField(label=gettext_lazy("File"))
    brought_by = forms.CharField(label=gettext_lazy("Brought by"), required=False, max_length=200)
    follows = forms.ChoiceField(label=gettext_lazy("It follows"), required=False)

    def prepare(self) -> None:
        """The drafts that there are; the last is the one that a new one follows."""
        labels = [one.label for one in self.case.dossier.history(date.max).facts(DraftRegistered)]
        choose(self, "follows", [(one, one) for one in labels], optional=True)
        if labels:
            self.initial.setdefault("follows", labels[-1])

    def enter(self, expected: int) -> tuple[Entry, ...]:
        """The document, its bytes, and the draft."""
        one = self.cleaned_data
        after = [entry.fact for entry in self.case.dossier.entries(after=expected)]
        if any(isinstance(fact, DraftRegistered) and fact.label == one["label"] for fact in after):
            return ()
        self.must_be_at(expected)
        return register_draft(
            self.case.dossier,
            one["label"],
            one["file"].read(),
            by=self.case.person,
            on=one["on"],
            name=one["file"].name,
            brought_by=one["brought_by"],
            follows=one["follows"],
            expected=expected,
        )

    def clean_label(self) -> Any:
        """A name that no draft had when the form was made."""
        label = " ".join(self.cleaned_data["label"].split())
        said = self.data.get("expected", "")
        expected = int(said) if said.isdecimal() and len(said) < 13 else 0
        known = [one for one in self.case.dossier.entries() if isinstance(one.fact, DraftRegistered)]
        if any(one.number <= expected and getattr(one.fact, "label", "") == label for one in known):
            raise ValidationError(_("There is a draft with this name already."))
        return label
