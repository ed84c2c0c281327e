"""Signing in at a service elsewhere, and linking an account with it."""

from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from operative.accounts.attempts import is_blocked, note_failure, note_success
from operative.accounts.identities import account_of_person, link_person, unlink
from operative.accounts.models import Account
from operative.accounts.openid import Begun, Person, SignInService
from operative.errors import SignInRefused
from operative.web.apps import web_of_site
from operative.web.pages.accounts import next_of

__all__ = ["begin", "come_back", "link"]

KEPT = "openid"
"""Where the session keeps what was begun."""
PATIENCE = 600
"""Seconds in which somebody comes back."""
BACKEND = "django.contrib.auth.backends.ModelBackend"


@never_cache
@require_GET
def begin(request: HttpRequest) -> HttpResponse:
    """To the service, which sends whoever signs in back to us."""
    return _blocked(request) if _is_blocked(request) else redirect(_begun(request).address)


@never_cache
@require_GET
def come_back(request: HttpRequest) -> HttpResponse:
    """Signed in, or the account linked; whatever is not proven is refused, and the begun sign-in is over."""
    service, now, address = _service(), datetime.now(UTC), request.META.get("REMOTE_ADDR", "")
    kept: dict[str, Any] = request.session.pop(KEPT, {})
    if _is_blocked(request):
        return _blocked(request)
    if not kept or now.timestamp() - kept["at"] > PATIENCE:
        note_failure("", address, now)
        raise SignInRefused(_("This sign-in was not begun here, or too long ago. Please begin again."))
    begun = Begun(**kept["begun"])
    person = service.finish(begun, request.GET.dict(), _back(request), now)
    note_success(begun.state, address)
    if kept["account"]:
        return _linked(request, person, kept["account"])
    account = account_of_person(person, service.provider)
    login(request, account, backend=BACKEND)
    return redirect(kept["next"])


@login_required
@require_POST
def link(request: HttpRequest) -> HttpResponse:
    """One step before the service: who signs in there opens this account from then on. Or takes a link away.

    It is a page with a link, as our content security policy lets no form lead elsewhere.
    """
    account = Account.objects.get(pk=request.user.pk)
    if said := request.POST.get("unlink", ""):
        number = int(said) if said.isdecimal() and len(said) < 12 else 0
        if unlink(account, number):
            messages.success(request, _("The link is taken away."))
        else:
            messages.error(request, _("The link stays: without it nobody could open this account."))
        return redirect("/account/")
    if _is_blocked(request):
        return _blocked(request)
    begun = _begun(request, account)
    context = {"section": "account", "address": begun.address, "host": _service().provider.host}
    return render(request, "operative/openid_link.html", context)


def _blocked(request: HttpRequest) -> HttpResponse:
    """The page for whoever tries too often."""
    context = {"code": "sign-in-refused", "message": _("Too many attempts. Please wait ten minutes."), "status": 429}
    return render(request, "operative/error.html", context, status=429)


def _begun(request: HttpRequest, account: Account | None = None) -> Begun:
    """A sign-in that is begun and kept in the session; it counts as a failure until somebody comes back from it."""
    now = datetime.now(UTC)
    begun = _service().begin(_back(request), now)
    note_failure(begun.state, request.META.get("REMOTE_ADDR", ""), now)
    request.session[KEPT] = {
        "begun": asdict(begun),
        "at": now.timestamp(),
        "next": next_of(request),
        "account": account.pk if account else None,
    }
    return begun


def _linked(request: HttpRequest, person: Person, number: int) -> HttpResponse:
    if request.user.pk != number:
        raise SignInRefused(_("Somebody else is signed in now. Please begin again."))
    link_person(person, Account.objects.get(pk=number))
    messages.success(request, _("From now on you can sign in there too."))
    return redirect("/account/")


def _service() -> SignInService:
    service = web_of_site().sign_in_service
    if service is None:
        raise Http404
    return service


def _is_blocked(request: HttpRequest) -> bool:
    return is_blocked("", request.META.get("REMOTE_ADDR", ""), datetime.now(UTC))


def _back(request: HttpRequest) -> str:
    return request.build_absolute_uri(reverse("openid-back"))
