"""What every page gets: a content security policy, the reader's language, and plain words for errors."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation

from operative.bootstrap.statuses import status_of
from operative.errors import OperativeError

__all__ = ["errors", "language", "policy"]

Answer = Callable[[HttpRequest], HttpResponse]
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


def policy(answer: Answer) -> Answer:
    """Pages load nothing from elsewhere and run no script of the page itself."""

    def answered(request: HttpRequest) -> HttpResponse:
        response = answer(request)
        response.headers.setdefault("Content-Security-Policy", POLICY)
        response.headers.setdefault("Permissions-Policy", "camera=(), microphone=(), geolocation=()")
        if request.user.is_authenticated:
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
