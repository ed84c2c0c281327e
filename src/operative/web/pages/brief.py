"""The brief: two minutes of a delegate, on one page of paper."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation

from operative.bootstrap.site import LANGUAGES
from operative.web.briefs import find_brief
from operative.web.cases import case_of

__all__ = ["show"]


def show(request: HttpRequest, key: str) -> HttpResponse:
    """What was asked, done, is missing, costs and comes next, in the language that the address or the reader says."""
    case = case_of(request, key)
    wanted = request.GET.get("lang", "")
    language = wanted if wanted in dict(LANGUAGES) else (translation.get_language() or "en")
    with translation.override(language):
        context = {
            "case": case,
            "section": "brief",
            "parts": find_brief(case.history, case.numbered.get),
            "languages": LANGUAGES,
            "language": language.partition("-")[0],
        }
        return render(request, "operative/brief.html", context)
