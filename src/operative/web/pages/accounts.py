"""Signing in and out, the first password, one's own account, and the people of the site."""

from datetime import UTC, datetime

from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import authenticate, login, logout, password_validation
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from operative.accounts.attempts import is_blocked, note_failure, note_success
from operative.accounts.models import Account, Identity, Token
from operative.accounts.names import is_taken, name_of_person
from operative.accounts.secrets import SCOPES, account_of_link, make_link, make_token, use_link
from operative.bootstrap.site import LANGUAGES
from operative.errors import NotEntitled

__all__ = ["account", "next_of", "people", "sign_in", "sign_out", "tokens", "welcome"]


class SignIn(forms.Form):
    """Name and password."""

    name = forms.CharField(
        label=gettext_lazy("Name"), max_length=120, widget=forms.TextInput({"autocomplete": "username"})
    )
    password = forms.CharField(
        label=gettext_lazy("Password"), widget=forms.PasswordInput({"autocomplete": "current-password"})
    )


class Password(forms.Form):
    """A new password, held against the rules for passwords."""

    password = forms.CharField(
        label=gettext_lazy("New password"),
        help_text=gettext_lazy("At least 12 characters; a sentence is good."),
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
    )

    def clean_password(self) -> str:
        """The password, if it is a good one."""
        password: str = self.cleaned_data["password"]
        password_validation.validate_password(password)
        return password


class Person(forms.Form):
    """Somebody new."""

    name = forms.CharField(label=gettext_lazy("Name, as it stands in ledgers"), max_length=120)
    email = forms.EmailField(label=gettext_lazy("E-mail"), required=False)
    language = forms.ChoiceField(label=gettext_lazy("Language"), choices=LANGUAGES)
    administrator = forms.BooleanField(label=gettext_lazy("Administers the site"), required=False)

    def clean_name(self) -> str:
        """The name, if nobody has it: a name in a ledger is one person's for good."""
        name = name_of_person(str(self.cleaned_data["name"]))
        if not name:
            raise ValidationError(_("Write a name that can be read."))
        if is_taken(name):
            raise ValidationError(_("Somebody has this name."))
        return name


def sign_in(request: HttpRequest) -> HttpResponse:
    """Sign in; after five failures for a name or an address, not for some minutes."""
    form = SignIn(request.POST or None)
    status = 200
    if request.method == "POST" and form.is_valid():
        now, name, address = datetime.now(UTC), form.cleaned_data["name"], request.META.get("REMOTE_ADDR", "")
        if is_blocked(name, address, now):
            form.add_error(None, _("Too many attempts. Please wait ten minutes."))
            status = 429
        else:
            found = authenticate(request, username=name, password=form.cleaned_data["password"])
            if found is not None:
                note_success(name, address)
                login(request, found)
                return redirect(next_of(request))
            note_failure(name, address, now)
            form.add_error(None, _("This name and this password do not belong together."))
    context = {"form": form, "next": next_of(request), "elsewhere": _elsewhere()}
    return render(request, "operative/sign_in.html", context, status=status)


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Sign out."""
    logout(request)
    return redirect("/")


def welcome(request: HttpRequest, secret: str) -> HttpResponse:
    """Set a password with a one-time link."""
    now = datetime.now(UTC)
    found = account_of_link(secret, now)
    if found is None:
        context = {
            "code": "link-used",
            "message": _("This link was used, or is too old. Ask for another."),
            "status": 410,
        }
        return render(request, "operative/error.html", context, status=410)
    form = Password(request.POST or None)
    if request.method == "POST" and form.is_valid() and use_link(secret, now):
        found.set_password(form.cleaned_data["password"])
        found.save(update_fields=["password"])
        login(request, found, backend="django.contrib.auth.backends.ModelBackend")
        return redirect("/")
    return render(request, "operative/welcome.html", {"form": form, "account": found})


@login_required
def account(request: HttpRequest) -> HttpResponse:
    """One's own account: language, tokens, and where else one signs in."""
    if request.method == "POST" and request.POST.get("language") in dict(LANGUAGES):
        Account.objects.filter(pk=request.user.pk).update(language=request.POST["language"])
        return redirect("/account/")
    mine = Token.objects.filter(account_id=request.user.pk, revoked=None)
    context = {
        "section": "account",
        "languages": LANGUAGES,
        "tokens": mine,
        "scopes": SCOPES,
        "elsewhere": _elsewhere(),
        "identities": Identity.objects.filter(account_id=request.user.pk),
    }
    return render(request, "operative/account.html", context)


@login_required
@require_POST
def tokens(request: HttpRequest) -> HttpResponse:
    """Make a token, which is shown once, or revoke one."""
    me = Account.objects.get(pk=request.user.pk)
    if revoked := request.POST.get("revoke", ""):
        number = int(revoked) if revoked.isdecimal() and len(revoked) < 12 else 0
        Token.objects.filter(account=me, pk=number).update(revoked=datetime.now(UTC))
        messages.success(request, _("The token is revoked."))
    else:
        label = name_of_person(request.POST.get("label", "")) or _("unnamed")
        secret = make_token(me, label, request.POST.getlist("scopes"))
        messages.success(request, _("Keep this token now, it is not shown again: %(secret)s") % {"secret": secret})
    return redirect("/account/")


@login_required
def people(request: HttpRequest) -> HttpResponse:
    """The people of the site; an administrator adds to them, and gives each a one-time link."""
    if not getattr(request.user, "administrator", False):
        raise NotEntitled(_("Only administrators see who has an account."))
    form = Person(request.POST or None)
    link = ""
    if request.method == "POST" and form.is_valid():
        made = Account(**form.cleaned_data)
        made.set_unusable_password()
        made.save()
        link = request.build_absolute_uri(f"/welcome/{make_link(made, datetime.now(UTC))}")
        form = Person()
    context = {"section": "account", "people": Account.objects.all(), "form": form, "link": link}
    return render(request, "operative/people.html", context)


def next_of(request: HttpRequest) -> str:
    """Where to go after signing in: only to a page of this site."""
    wanted = request.POST.get("next") or request.GET.get("next") or "/"
    safe = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if safe else "/"


def _elsewhere() -> str:
    """The host of the service where people sign in too; "" where the site has none."""
    provider = getattr(settings, "OPENID", None)
    return provider.host if provider else ""
