"""The API with its errors, under OpenAPI 3.1."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from operative import __version__
from operative.api.access import AUTH
from operative.api.corpus import router as corpus
from operative.api.dossiers import router as dossiers
from operative.api.feeds import CALENDAR, FEED, feeds
from operative.api.feeds import router as dossier_feeds
from operative.api.problems import MEDIA_TYPE, problem, problem_of
from operative.api.tables import router as tables
from operative.api.texts import router as texts
from operative.errors import OperativeError

__all__ = ["api"]

FILES = {CALENDAR: "text/calendar", FEED: "application/atom+xml"}
"""The media types of addresses by their ends."""
CASEBOOK = {"type": "object", "description": "A casebook in YAML, as the reference of casebooks describes it."}


class Api(NinjaAPI):
    """The API; its document says with which media type each thing is answered."""

    def get_openapi_schema(self, **given: Any) -> Any:
        """The OpenAPI document."""
        schema = super().get_openapi_schema(**given)
        for path, methods in schema["paths"].items():
            for operation in methods.values():
                for status, response in operation["responses"].items():
                    content = response.get("content", {})
                    if int(status) >= 400 and "application/json" in content:
                        response["content"] = {MEDIA_TYPE: content["application/json"]}
                    elif path.endswith("/casebook"):
                        response["content"] = {"application/yaml": {"schema": CASEBOOK}}
                    elif int(status) == 200 and (found := _file_of(path)):
                        response["content"] = {found: {"schema": {"type": "string"}}}
                if path.endswith("/dossiers/") and "post" in methods and operation is methods["post"]:
                    operation["requestBody"] = {
                        "required": True,
                        "content": {"application/yaml": {"schema": CASEBOOK}},
                    }
        return schema


api = Api(
    title="Operative",
    version=__version__,
    description="What governing bodies decided, asked of whom, by when and on what condition, and what came of it.",
    auth=AUTH,
    urls_namespace="api",
    # The page that Ninja has for people loads its script from elsewhere; docs/reference/api.md is ours.
    docs_url=None,
)
# Before the views of a dossier, whose addresses would take these for views that there are not.
api.add_router("/dossiers", dossier_feeds)
api.add_router("/dossiers", tables)
api.add_router("", feeds)
api.add_router("/dossiers", dossiers)
api.add_router("/texts", texts)
api.add_router("/corpus", corpus)


@api.exception_handler(OperativeError)
def refused(request: HttpRequest, error: OperativeError) -> HttpResponse:
    """An error of Operative."""
    return problem_of(request, error)


@api.exception_handler(AuthenticationError)
def unknown_caller(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
    """Nobody is signed in."""
    answer = problem(401, "not-signed-in", "send a token: Authorization: Bearer operative_...")
    if request.path.endswith(tuple(FILES)):
        # Programs that read feeds ask their owner for a password only when they are told to.
        answer.headers["WWW-Authenticate"] = 'Basic realm="Operative", charset="UTF-8"'
    return answer


@api.exception_handler(ValidationError)
def wrong_values(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """Parameters or fields that are not what the document says."""
    return problem(400, "wrong-call", "; ".join(_said(one) for one in error.errors))


@api.exception_handler(HttpError)
def broken(request: HttpRequest, error: HttpError) -> HttpResponse:
    """A body that is no JSON, and the like."""
    return problem(error.status_code if error.status_code in (400, 401, 403) else 400, "wrong-call", str(error))


@api.exception_handler(Http404)
def nowhere(request: HttpRequest, error: Http404) -> HttpResponse:
    """An address that leads nowhere."""
    return problem(404, "not-found", "there is nothing at this address")


def _file_of(path: str) -> str:
    """The media type of an address that answers with a file."""
    return next((media for name, media in FILES.items() if path.endswith(name)), "")


def _said(error: dict[str, Any]) -> str:
    place = ".".join(str(part) for part in error.get("loc", ()))
    return f"{place}: {error.get('msg', 'wrong')}"
