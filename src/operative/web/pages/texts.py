"""Texts that the reader brought: the list, and the form that takes files."""

import hashlib
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from operative.accounts.models import Upload
from operative.errors import UnreadableSource
from operative.web.cases import dossiers_of

__all__ = ["LARGEST", "MOST", "show"]

LARGEST = 32 * 2**20
"""How many bytes a file may have."""
MOST = 40
"""How many files come at once."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that was not taken, and why."""

    name: str
    message: str


@login_required
def show(request: HttpRequest) -> HttpResponse:
    """What the reader brought; with POST, files are taken and read."""
    if request.method == "POST":
        return _take(request)
    return _page(request)


def _page(request: HttpRequest, refused: list[Refusal] | None = None, status: int = 200) -> HttpResponse:
    context = {
        "section": "texts",
        "uploads": Upload.objects.filter(account_id=request.user.pk),
        "refused": refused or [],
        "largest": LARGEST // 2**20,
    }
    return render(request, "operative/texts.html", context, status=status)


def _take(request: HttpRequest) -> HttpResponse:
    files = request.FILES.getlist("files")
    if not files:
        return _page(request, [Refusal("", _("Choose a file first."))], 400)
    if len(files) > MOST:
        return _page(request, [Refusal("", _("At most %(most)s files come at once.") % {"most": MOST})], 413)
    large = [one for one in files if (one.size or 0) > LARGEST]
    taken = [_upload(request, one) for one in files if one not in large]
    if large:
        words = _("The file is larger than %(size)s MB. Split it, or bring it without its pictures.")
        refused = [Refusal(str(one.name), words % {"size": LARGEST // 2**20}) for one in large]
        return _page(request, refused, 413)
    if len(taken) == 1:
        (upload,) = taken
        return redirect(f"/texts/{upload.sha256}/")
    unread = sum(bool(one.code) for one in taken)
    words = ngettext("%(number)s file is read.", "%(number)s files are read.", len(taken) - unread)
    messages.success(request, words % {"number": len(taken) - unread})
    if unread:
        words = ngettext("%(number)s cannot be read; it is kept.", "%(number)s cannot be read; they are kept.", unread)
        messages.warning(request, words % {"number": unread})
    return redirect("/texts/")


def _upload(request: HttpRequest, file: "UploadedFile[Any]") -> Upload:
    """The file, kept and read; what cannot be read is kept with the reason."""
    data, name = file.read(), (str(file.name) or "source")[-255:]
    told = {"name": name, "code": "", "message": ""}
    try:
        reading = dossiers_of(request).readings.take(data, name)
    except UnreadableSource as exc:
        told |= {"code": exc.code, "message": str(exc)[:500]}
    else:
        head, source = reading.document, reading.source
        told |= {
            "media_type": source.media_type[:120],
            "language": source.language[:12],
            "symbol": (head.symbol or head.number)[:200],
            "title": head.title[:500],
        }
    sha256 = hashlib.sha256(data).hexdigest()
    upload, _made = Upload.objects.update_or_create(account_id=request.user.pk, sha256=sha256, defaults=told)
    return upload
