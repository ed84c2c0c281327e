"""The forms of the overview: contacts, events, documents, roles."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from operative.bootstrap.openings import slug_of
from operative.bootstrap.texts import text_of
from operative.domain.entries import Entry, Statement
from operative.domain.facts import Fact
from operative.domain.facts.conditions import ElementStated
from operative.domain.facts.dossiers import DocumentNamed, DocumentRole, EventNoted, RoleGranted
from operative.domain.facts.engagements import EngagementHeld, Form
from operative.domain.facts.mandates import MandateStated
from operative.domain.people import Role
from operative.web.entries.form import PRECISE, Choices, Entering, choose, lines_of
from operative.web.forms import DayField
from operative.web.words import choices_of

__all__ = ["GrantRole", "NameDocument", "NoteEvent", "RecordEngagement"]


class RecordEngagement(Entering):
    """A letter, a meeting, a round: who took part, what was raised, what came of it."""

    heading = gettext_lazy("Record a contact")
    said = gettext_lazy("The contact is recorded.")

    form = forms.ChoiceField(label=gettext_lazy("What it was"))
    title = forms.CharField(label=gettext_lazy("Title"), max_length=300)
    counterpart = forms.CharField(label=gettext_lazy("With whom"), max_length=200)
    participants = forms.CharField(
        label=gettext_lazy("Who took part"),
        help_text=gettext_lazy("One a line."),
        required=False,
        max_length=4000,
        widget=forms.Textarea,
    )
    raised = forms.MultipleChoiceField(label=gettext_lazy("What was raised"), required=False)
    outcome = forms.CharField(
        label=gettext_lazy("What came of it"), required=False, max_length=2000, widget=forms.Textarea
    )

    def prepare(self) -> None:
        """The other side, and what can be raised."""
        self.initial.setdefault("counterpart", self.case.opened.counterpart)
        choose(self, "form", choices_of(Form))
        choose(
            self, "raised", _subjects(self.case.history.facts(MandateStated), self.case.history.facts(ElementStated))
        )

    def facts(self, number: int) -> list[Fact]:
        """The contact."""
        one = self.cleaned_data
        people, raised = lines_of(one["participants"]), tuple(one["raised"])
        key, form = f"engagement-{number}", Form(one["form"])
        return [EngagementHeld(key, form, one["counterpart"], one["title"], people, raised, one["outcome"])]


class NoteEvent(Entering):
    """Something that belongs on the time line and moves nothing."""

    heading = gettext_lazy("Note an event")
    said = gettext_lazy("The event is noted.")

    title = forms.CharField(label=gettext_lazy("What happened"), max_length=300)
    about = forms.MultipleChoiceField(label=gettext_lazy("What it is about"), required=False)

    def prepare(self) -> None:
        """What it can be about."""
        choose(self, "about", _subjects(self.case.history.facts(MandateStated), self.case.history.facts(ElementStated)))

    def facts(self, number: int) -> list[Fact]:
        """The event."""
        return [EventNoted(self.cleaned_data["title"], tuple(self.cleaned_data["about"]))]


class NameDocument(Entering):
    """A document of the dossier, with its text where there is a file."""

    heading = gettext_lazy("Add a document")
    said = gettext_lazy("The document belongs to the dossier.")
    proof = False

    known = forms.ChoiceField(
        label=gettext_lazy("Document"),
        help_text=gettext_lazy("One that is named already gets the text."),
        required=False,
    )
    sort = forms.ChoiceField(label=gettext_lazy("It is"))
    title = forms.CharField(label=gettext_lazy("Title"), required=False, max_length=300)
    symbol = forms.CharField(label=gettext_lazy("Symbol"), required=False, max_length=60)
    dated = DayField(label=gettext_lazy("Dated"), help_text=PRECISE, required=False)
    url = forms.URLField(label=gettext_lazy("Web address"), required=False, assume_scheme="https")
    file = forms.FileField(label=gettext_lazy("File"), required=False)

    def prepare(self) -> None:
        """The documents that are named, and what a document can be."""
        named = {one.key: one.title or one.symbol or one.key for one in self.case.history.facts(DocumentNamed)}
        self.fields["known"].choices = [("", _("a new one")), *named.items()]  # type: ignore[attr-defined]
        choose(self, "sort", choices_of(DocumentRole))

    def clean(self) -> dict[str, Any]:
        """A new document has a name, and one that is named gets a file."""
        given = super().clean() or self.cleaned_data
        if not given.get("known") and not (given.get("title") or given.get("symbol")):
            raise ValidationError(_("Say the title or the symbol of the document."))
        if given.get("known") and not given.get("file"):
            raise ValidationError(_("Choose the file with its text."))
        return given

    def facts(self, number: int) -> list[Fact]:
        """The document by name, where it is new."""
        one = self.cleaned_data
        if one["known"]:
            return []
        key, sort = self._key(number), DocumentRole(one["sort"])
        return [DocumentNamed(key, sort, one["symbol"], one["title"], "", one["dated"], one["url"])]

    def enter(self, expected: int) -> tuple[Entry, ...]:
        """The document, then its bytes."""
        one, file = self.cleaned_data, self.cleaned_data["file"]
        statements: Sequence[Statement] = self.statements(expected)
        if self.is_entered(statements, expected):
            return ()
        self.must_be_at(expected)
        key = one["known"] or self._key(expected + 1)
        texts = [text_of(file.read(), file.name)] if file else []
        attached = [Statement(text.attached(key), one["on"], self.case.person) for text in texts]
        return self.case.dossier.enter([*statements, *attached], expected=expected, texts=texts)

    def _key(self, number: int) -> str:
        """A key that no document had when the form was made."""
        wanted = slug_of(self.cleaned_data["symbol"] or self.cleaned_data["title"])[:80]
        facts = [one.fact for one in self.case.dossier.entries() if one.number < number]
        taken = {one.key for one in facts if isinstance(one, DocumentNamed)}
        return f"{wanted}-{number}" if wanted in taken else wanted


class GrantRole(Entering):
    """What a person may do in the dossier."""

    heading = gettext_lazy("Give a role")
    said = gettext_lazy("The role is given.")
    role = Role.ADMINISTRATOR
    proof = False

    person = forms.CharField(
        label=gettext_lazy("Name"), help_text=gettext_lazy("As the person signs in."), max_length=120
    )
    given = forms.ChoiceField(label=gettext_lazy("Role"), required=False)

    def prepare(self) -> None:
        """The roles, and none."""
        self.fields["given"].choices = [*choices_of(Role), ("", _("none any more"))]  # type: ignore[attr-defined]

    def facts(self, number: int) -> list[Fact]:
        """The role."""
        given = self.cleaned_data["given"]
        name = " ".join(self.cleaned_data["person"].split())
        return [RoleGranted(name, Role(given) if given else None)]


def _subjects(mandates: Sequence[MandateStated], elements: Sequence[ElementStated]) -> Choices:
    return [(one.id, one.label) for one in mandates] + [(one.id, one.label) for one in elements]
