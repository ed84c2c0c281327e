"""Papers in the forms that people read and other programs take in: the same paper makes the same bytes."""

from collections.abc import Callable, Mapping

from operative.domain.papers import Paper
from operative.errors import WrongCall
from operative.exchange.papers.docx import render_docx
from operative.exchange.papers.json import render_json
from operative.exchange.papers.markup import render_html, render_markdown
from operative.exchange.papers.pdf import render_pdf
from operative.exchange.papers.sheets import render_csv, render_xlsx

__all__ = ["FORMS", "render_paper"]

FORMS: Mapping[str, tuple[Callable[[Paper], bytes], str]] = {
    "docx": (render_docx, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "pdf": (render_pdf, "application/pdf"),
    "html": (render_html, "text/html; charset=utf-8"),
    "md": (render_markdown, "text/markdown; charset=utf-8"),
    "csv": (render_csv, "text/csv; charset=utf-8"),
    "xlsx": (render_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "json": (render_json, "application/json"),
}
"""Each form by its name, with what renders it and its media type."""


def render_paper(paper: Paper, form: str) -> bytes:
    """The paper in a form; raises `WrongCall` for a form that there is not."""
    if form not in FORMS:
        raise WrongCall(f"no paper is made as {form!r}; there are: {', '.join(FORMS)}")
    return FORMS[form][0](paper)
