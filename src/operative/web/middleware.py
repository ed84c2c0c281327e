"""What every page gets: a sign-in before it, a content security policy, the reader's language, words for errors."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation

from operative.bootstrap.statuses import status_of
from operative.errors import OperativeError

__all__ = ["OPEN", "errors", "language", "policy", "private"]

Answer = Callable[[HttpRequest], HttpResponse]
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
OPEN = frozenset({"sign-in", "openid", "openid-back", "sign-out", "welcome"})
"""The names of the pages that take no signing in; whatever else there is, and comes, is private."""


def private(answer: Answer) -> "Private":
    """Nothing is shown to whoever is not signed in."""
    return Private(answer)


class Private:
    """Sends strangers to sign in first, from every page but the few that are open; the API asks for itself."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.answer(request)

    def process_view(self, request: HttpRequest, view: Any, given: Any, named: Any) -> HttpResponse | None:
        """The page to sign in, which leads back; a form that was sent leads back to its page's beginning."""
        found = request.resolver_match
        if request.user.is_authenticated or found is None or "api" in found.namespaces:
            return None
        if not found.namespaces and found.url_name in OPEN:
            return None
        return redirect_to_login(request.get_full_path() if request.method in ("GET", "HEAD") else "/")


def policy(answer: Answer) -> Answer:
    """Pages load nothing from elsewhere and run no script of the page itself."""

    def answered(request: HttpRequest) -> HttpResponse:
        response = answer(request)
        response.headers.setdefault("Content-Security-Policy", POLICY)
        response.headers.setdefault("Permissions-Policy", "camera=(), microphone=(), geolocation=()")
        # Whoever is turned away before the session is looked at has no user.
        if (user := getattr(request, "user", None)) and user.is_authenticated:
            response.headers.setdefault("Cache-Control", "private, no-cache")
        return response

    return answered


def language(answer: Answer) -> Answer:
    """Who is signed in reads in the language of the account."""

    def answered(request: HttpRequest) -> HttpResponse:
        chosen = getattr(request.user, "language", "")
        if request.user.is_authenticated and chosen:
            translation.activate(chosen)
            request.LANGUAGE_CODE = chosen
        return answer(request)

    return answered


def errors(answer: Answer) -> "Errors":
    """An error of Operative is a page that says what, where, and what to do."""
    return Errors(answer)


class Errors:
    """Shows errors of Operative as pages."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.answer(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """The page of an error of Operative; any other error is Django's."""
        if not isinstance(error, OperativeError):
            return None
        status = status_of(error)
        context = {"code": error.code, "message": str(error), "status": status}
        return render(request, "operative/error.html", context, status=status)
