"""Errors as problem details (RFC 9457)."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, JsonResponse
from ninja.files import UploadedFile

from operative.bootstrap.statuses import status_of
from operative.errors import OperativeError

__all__ = ["MEDIA_TYPE", "problem", "problem_of", "problems_only", "too_large"]

MEDIA_TYPE = "application/problem+json"
LARGEST = 30_000_000
"""Bytes of a file that is sent to be read."""

TITLES = {
    400: "The call makes no sense",
    401: "Sign in first",
    403: "This is not yours to do",
    404: "Nothing is here",
    405: "This address takes another method",
    409: "Nothing was entered",
    413: "Too large",
    415: "This is not what the address takes",
    422: "It cannot be read",
    500: "A failure of ours",
}


def problem(status: int, code: str, detail: str) -> HttpResponse:
    """A problem with a stable code; its type is the page of the code in the reference."""
    body = {"type": f"about:blank#{code}", "title": TITLES[status], "status": status, "code": code, "detail": detail}
    return JsonResponse(body, status=status, content_type=MEDIA_TYPE)


def too_large(file: UploadedFile) -> HttpResponse | None:
    """The problem with a file that has more bytes than are taken; None for another."""
    if (file.size or 0) <= LARGEST:
        return None
    return problem(413, "source-too-costly", f"a file is at most {LARGEST:,} bytes; this one has {file.size:,}")


def problem_of(request: HttpRequest, error: OperativeError) -> HttpResponse:
    """An error of Operative as a problem."""
    return problem(status_of(error), error.code, str(error))


CODES = {
    400: ("wrong-call", "the call cannot be read"),
    403: ("not-entitled", "the call lacks the token of the form; send a token of your own, or X-CSRFToken"),
    404: ("not-found", "there is nothing at this address"),
    405: ("wrong-method", "the address is there, and takes other methods: see Allow"),
    413: ("too-large", "the call is larger than this address takes"),
    500: ("failure", "something failed on our side; nothing was entered"),
}


def problems_only(answer: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Below /api/ whatever is not done is answered with a problem, also what Django answers itself."""

    def answered(request: HttpRequest) -> HttpResponse:
        response = answer(request)
        if response.status_code < 400 or not request.path.startswith("/api/"):
            return response
        if response.headers.get("Content-Type", "") == MEDIA_TYPE:
            return response
        status = response.status_code if response.status_code in CODES else 400 if response.status_code < 500 else 500
        told = problem(status, *CODES[status])
        if "Allow" in response.headers:
            told.headers["Allow"] = response.headers["Allow"]
        return told

    return answered
