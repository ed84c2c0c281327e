"""Errors as problem details (RFC 9457)."""

from django.http import HttpRequest, HttpResponse, JsonResponse

from operative.bootstrap.statuses import status_of
from operative.errors import OperativeError

__all__ = ["problem", "problem_of"]

TITLES = {
    400: "The call makes no sense",
    401: "Sign in first",
    403: "This is not yours to do",
    404: "Nothing is here",
    409: "Nothing was entered",
    413: "Too large",
    422: "It cannot be read",
    500: "A failure of ours",
}


def problem(status: int, code: str, detail: str) -> HttpResponse:
    """A problem with a stable code; its type is the page of the code in the reference."""
    body = {"type": f"about:blank#{code}", "title": TITLES[status], "status": status, "code": code, "detail": detail}
    return JsonResponse(body, status=status, content_type="application/problem+json")


def problem_of(request: HttpRequest, error: OperativeError) -> HttpResponse:
    """An error of Operative as a problem."""
    return problem(status_of(error), error.code, str(error))
