"""The forms of the page of sessions: a session, and a proposal."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from operative.bootstrap.openings import slug_of
from operative.domain.facts import Fact
from operative.domain.facts.decisions import Option, ProposalTabled, SessionAnnounced, SessionSort
from operative.domain.facts.dossiers import DocumentNamed
from operative.domain.facts.mandates import MandateStated
from operative.web.entries.form import PRECISE, Entering, choose, lines_of
from operative.web.forms import DayField
from operative.web.words import choices_of

__all__ = ["AnnounceSession", "TableProposal"]

MOST = 12


class AnnounceSession(Entering):
    """A session of a body: when it opens and closes."""

    page = "session"
    heading = gettext_lazy("Announce a session")
    said = gettext_lazy("The session is announced.")

    label = forms.CharField(
        label=gettext_lazy("Name"), help_text=gettext_lazy("Such as “45th Session”."), max_length=120
    )
    body = forms.CharField(label=gettext_lazy("Body"), max_length=120)
    opens = DayField(label=gettext_lazy("Opens"), help_text=PRECISE)
    closes = DayField(label=gettext_lazy("Closes"), help_text=PRECISE, required=False)
    sort = forms.ChoiceField(label=gettext_lazy("By rule or by request"))
    requested = DayField(
        label=gettext_lazy("Requested on"), help_text=gettext_lazy("For a special session."), required=False
    )

    def prepare(self) -> None:
        """The body of the dossier."""
        sessions = self.case.history.ever(SessionAnnounced)
        self.initial.setdefault("body", sessions[-1][1].body if sessions else self.case.opened.body)
        choose(self, "sort", choices_of(SessionSort))

    def facts(self, number: int) -> list[Fact]:
        """The session."""
        one = self.cleaned_data
        key, sort = f"{slug_of(one['body'])}-{slug_of(one['label'])}"[:100], SessionSort(one["sort"])
        return [SessionAnnounced(key, one["body"], one["label"], one["opens"], one["closes"], sort, one["requested"])]


class TableProposal(Entering):
    """A question put before a body, with the ways to decide it."""

    page = "session"
    heading = gettext_lazy("Table a proposal")
    said = gettext_lazy("The proposal is tabled.")

    title = forms.CharField(label=gettext_lazy("Title"), max_length=300)
    body = forms.CharField(label=gettext_lazy("Body"), max_length=120)
    options = forms.CharField(
        label=gettext_lazy("Options"),
        help_text=gettext_lazy("One a line; what it does stands behind a colon."),
        max_length=4000,
        widget=forms.Textarea,
    )
    session = forms.ChoiceField(label=gettext_lazy("Session"), required=False)
    text = forms.ChoiceField(label=gettext_lazy("Text of the proposal"), required=False)
    matter = forms.CharField(
        label=gettext_lazy("Matter"),
        help_text=gettext_lazy("Where a rule of its own applies, such as “amendment”."),
        required=False,
        max_length=60,
    )
    answers = forms.MultipleChoiceField(label=gettext_lazy("Requests that it answers"), required=False)

    def prepare(self) -> None:
        """The sessions, documents and requests of the dossier."""
        sessions = self.case.history.ever(SessionAnnounced)
        named = self.case.history.facts(DocumentNamed)
        self.initial.setdefault("body", sessions[-1][1].body if sessions else self.case.opened.body)
        choose(self, "session", [(one.key, one.label) for _entry, one in sessions], optional=True)
        choose(self, "text", [(one.key, one.title or one.key) for one in named], optional=True)
        choose(self, "answers", [(one.id, one.label) for one in self.case.history.facts(MandateStated)])

    def clean_options(self) -> tuple[Option, ...]:
        """The options, each with a key of its own."""
        found: list[Option] = []
        for line in lines_of(self.cleaned_data["options"]):
            title, _colon, summary = (part.strip() for part in line.partition(":"))
            if title:
                found.append(Option(f"option-{len(found) + 1}", title, summary))
        if not 0 < len(found) <= MOST:
            raise ValidationError(_("Write one to %(most)s options.") % {"most": MOST})
        return tuple(found)

    def facts(self, number: int) -> list[Fact]:
        """The proposal."""
        one = self.cleaned_data
        key, answers = f"proposal-{number}", tuple(one["answers"])
        where = one["text"], one["session"], one["matter"]
        return [ProposalTabled(key, one["title"], one["body"], one["options"], *where, answers)]
