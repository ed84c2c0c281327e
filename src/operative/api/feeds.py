"""Calendars and feeds, for programs that fetch them again and again."""

import hashlib
from datetime import datetime
from typing import Annotated

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from ninja import Field, Router

from operative.api.access import FEED_AUTH, dossiers_of, history_of, open_feed
from operative.api.shapes import PROBLEMS, Problem
from operative.bootstrap.dossiers import Dossier
from operative.bootstrap.feeds import calendar_of, feed_of, joint_feed
from operative.domain.feeds import Feed
from operative.errors import UnknownDossier
from operative.exchange import atom, ical

__all__ = ["CALENDAR", "FEED", "feeds", "router"]

FEED, CALENDAR = "/feed.atom", "/calendar.ics"
router = Router(tags=["feeds"], auth=FEED_AUTH)
"""The calendar and the feed of one dossier, below its address."""
feeds = Router(tags=["feeds"], auth=FEED_AUTH)
"""The feed of several dossiers."""
Said = Annotated[str, Field(max_length=200)]
AsOf = Annotated[str | None, Field(max_length=40)]
ANSWERS = {200: str, 304: None, PROBLEMS: Problem}


@router.get(f"/{{key}}{CALENDAR}", response=ANSWERS, summary="The calendar of a dossier (iCalendar)")
def read_calendar(request: HttpRequest, key: str, as_of: AsOf = None) -> HttpResponse:
    """What is due, sessions with their deadlines, planned steps; what has no day is a task without a date."""
    dossier = open_feed(request, key)
    calendar = calendar_of(dossier, history_of(dossier, as_of, None))
    data = ical.render_ical(calendar, request.build_absolute_uri(f"/dossiers/{key}/"))
    return _conditional(request, data, ical.MEDIA_TYPE, calendar.revised)


@router.get(f"/{{key}}{FEED}", response=ANSWERS, summary="The last entries of a dossier (Atom)")
def read_feed(request: HttpRequest, key: str) -> HttpResponse:
    """The last hundred entries in words, the newest first."""
    return _answer(request, feed_of(open_feed(request, key), _site(request), _address(request)))


@feeds.get(FEED, response=ANSWERS, summary="The last entries of the dossiers that the caller may see (Atom)")
def read_joint_feed(request: HttpRequest, body: Said = "", words: Said = "") -> HttpResponse:
    """The last hundred entries of all dossiers, of those of a `body`, or of those that have all the `words`."""
    found = joint_feed(_seen(request), body=body, words=words, site=_site(request), address=_address(request))
    return _answer(request, found)


def _seen(request: HttpRequest) -> list[Dossier]:
    """The dossiers that the caller may see."""
    found = []
    for key in tuple(dossiers_of().keys()):
        try:
            found.append(open_feed(request, key))
        except UnknownDossier:
            continue
    return found


def _answer(request: HttpRequest, feed: Feed) -> HttpResponse:
    return _conditional(request, atom.render_atom(feed), atom.MEDIA_TYPE, feed.updated)


def _conditional(request: HttpRequest, data: bytes, media_type: str, changed: datetime) -> HttpResponse:
    """The bytes, or 304 where the caller has them already."""
    etag, when = f'"{hashlib.sha256(data).hexdigest()[:32]}"', int(changed.timestamp())
    headers = {"ETag": etag, "Last-Modified": http_date(when), "Cache-Control": "private, no-cache"}
    response = HttpResponse(data, content_type=media_type, headers=headers)
    answered = get_conditional_response(request, etag, when, response)
    assert isinstance(answered, HttpResponse)
    return answered


def _site(request: HttpRequest) -> str:
    return request.build_absolute_uri("/").rstrip("/")


def _address(request: HttpRequest) -> str:
    """Where the feed is, without the token that opens it."""
    given = request.GET.copy()
    given.pop("token", None)
    asked = f"?{given.urlencode()}" if given else ""
    return request.build_absolute_uri(f"{request.path}{asked}")
