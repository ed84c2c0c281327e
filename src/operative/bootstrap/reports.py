"""Reports made out of dossiers, in the forms that people read and other programs take in."""

from dataclasses import replace
from datetime import date

from operative.bootstrap.dossiers import Dossier
from operative.bootstrap.drafts import draft_views, redline_of
from operative.bootstrap.proofs import readings_at_hand
from operative.domain.facts.conditions import DraftRegistered
from operative.domain.facts.dossiers import DocumentAttached, DossierOpened
from operative.domain.papers import Origin, Paper, PaperKind
from operative.dossiers.history import History
from operative.errors import Refused
from operative.exchange.papers import FORMS, render_paper
from operative.reports.making import make_paper
from operative.reports.material import Material, Redline
from operative.reports.styles import sheet_of
from operative.reports.words import words_of

__all__ = ["FORMS", "make_report", "paper_for"]


def paper_for(
    dossier: Dossier,
    history: History,
    kind: PaperKind,
    *,
    language: str = "en",
    old: str = "",
    new: str = "",
    style: str = "",
) -> Paper:
    """A paper out of a dossier as its history stands: the same history makes the same paper.

    A redline compares the drafts or documents `old` and `new`; without names, the last draft with the one before it.
    `style` names a house style; without it, that of the dossier's body, or the plain one. Raises `UnknownLanguage`,
    `WrongCall` for a style that there is not, and `Refused` for a redline whose texts are not at hand.
    """
    known = history.at(date.max)
    readings = readings_at_hand(dossier, (one.document for one in known.facts(DocumentAttached)))
    redline = _redline(dossier, history, old, new) if kind is PaperKind.REDLINE else None
    drafts = draft_views(history, dossier)
    sheet = sheet_of(next(iter(history.facts(DossierOpened)), DossierOpened(dossier.key)), style)
    words = words_of(language).with_names(sheet.names(language))
    paper = make_paper(kind, Material(dossier.key, history, drafts, readings, words, redline, sheet))
    last = dossier.entry(history.version)
    return replace(paper, origin=Origin(history.version, last.digest if last else "", style, old, new))


def make_report(dossier: Dossier, history: History, kind: PaperKind, form: str, **options: str) -> bytes:
    """The paper of `paper_for` in a form: docx, pdf, html, md, csv, xlsx or json; the same bytes each time."""
    return render_paper(paper_for(dossier, history, kind, **options), form)


def _redline(dossier: Dossier, history: History, old: str, new: str) -> Redline:
    """Two texts with what changed, and who brought the later one."""
    drafts = {one.label: one for one in history.facts(DraftRegistered)}
    if not (old and new):
        last = next((one for one in reversed(list(drafts.values())) if one.follows), None)
        if last is None:
            raise Refused("no draft follows another one; say which two texts to compare: --old NAME --new NAME")
        old, new = last.follows, last.label
    _, _, rows = redline_of(history, dossier, old, new)
    keys = [drafts[name].document if name in drafts else name for name in (old, new)]
    return Redline(old, new, keys[0], keys[1], rows, drafts[new].brought_by if new in drafts else "")
