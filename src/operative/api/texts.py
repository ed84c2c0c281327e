"""Texts read and compared, without a dossier."""

import json
from typing import Any

from django.http import HttpRequest
from ninja import File, Form, Router
from ninja.files import UploadedFile

from operative.api.access import caller_of
from operative.api.problems import too_large
from operative.api.shapes import PROBLEMS, Problem
from operative.bootstrap.comparing import compare
from operative.bootstrap.reading import read
from operative.exchange.verdicts import verdicts_as_dicts

__all__ = ["router"]

router = Router(tags=["texts"])


@router.post("/read", response={200: dict[str, Any], PROBLEMS: Problem}, summary="Read a text")
def read_text(request: HttpRequest, file: File[UploadedFile], language: Form[str | None] = None) -> Any:
    """Structure, acts, due dates, references and findings of a PDF, DOCX, text, HTML or Akoma Ntoso file."""
    caller_of(request).need("read")
    if refused := too_large(file):
        return refused
    return json.loads(read(file.read(), name=file.name or "source", language=language or None).to_json())


@router.post("/compare", response={200: list[dict[str, Any]], PROBLEMS: Problem}, summary="Hold a draft against a text")
def compare_texts(request: HttpRequest, resolution: File[UploadedFile], draft: File[UploadedFile]) -> Any:
    """For every element that the resolution says must be kept, how the draft treats it; then what the draft adds."""
    caller_of(request).need("read")
    if refused := too_large(resolution) or too_large(draft):
        return refused
    first, second = (read(one.read(), name=one.name or "source") for one in (resolution, draft))
    return verdicts_as_dicts(compare(first, second))
