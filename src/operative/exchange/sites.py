"""A dossier as pages in a folder that opens from disk: no script, no address outside of it but those that are cited."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from operative.domain.evidence import Evidence
from operative.domain.papers import Note, Paper
from operative.domain.proofs import DocumentView
from operative.domain.readings import Reading
from operative.domain.statuses import Status
from operative.domain.timelines import Line
from operative.exchange.characters import as_attribute, as_text, as_uri, without_controls
from operative.exchange.html import render_html
from operative.exchange.papers.markup import page_around, render_page

__all__ = ["COLUMNS", "Folder", "render_site"]

LEDGER, INDEX = "ledger.html", "index.html"
BODY = "<body>\n"
COLUMNS = ("entry", "day", "what", "by", "evidence")


@dataclass(frozen=True, slots=True)
class Folder:
    """What the pages are made of: the first screen, papers by the names of their files, entries, documents, texts.

    `words` are the fixed words of the language: as_of, ledger, documents, and the heads of the columns of the ledger.
    """

    key: str
    on: date
    language: str
    words: Mapping[str, str]
    status: Status
    papers: Mapping[str, Paper]
    lines: Sequence[Line]
    documents: Sequence[DocumentView]
    readings: Mapping[str, Reading]


def render_site(folder: Folder) -> dict[str, bytes]:
    """The pages by the names of their files, which lead to each other only; the same folder makes the same bytes."""
    return _Site(folder).pages()


class _Site:
    """Writes the pages of one folder."""

    def __init__(self, folder: Folder) -> None:
        self._folder = folder
        self._files = _files(folder.readings)
        self._there = {one.number for one in folder.lines}
        self._places = {key: {one.id for one in reading.provisions} for key, reading in folder.readings.items()}

    def pages(self) -> dict[str, bytes]:
        """Every page."""
        folder = self._folder
        found = {INDEX: self._page(INDEX, folder.status.title, self._index())}
        for name, paper in folder.papers.items():
            found[name] = render_page(paper, self._nav(name), self._links)
        found[LEDGER] = self._page(LEDGER, folder.words["ledger"], self._ledger())
        for key, reading in folder.readings.items():
            text, nav = render_html(reading), self._nav("", up="../")
            styled = text.replace("</style>", f"{NAV}</style>", 1).replace(BODY, BODY + nav, 1)
            found[self._files[key]] = without_controls(styled).encode("utf-8", "replace")
        return found

    def _page(self, name: str, title: str, body: str) -> bytes:
        return page_around(body, title, self._folder.language, self._nav(name))

    def _nav(self, current: str, up: str = "") -> str:
        named = {INDEX: self._folder.status.title}
        named |= {name: paper.labels["kind"] for name, paper in self._folder.papers.items()}
        named[LEDGER] = self._folder.words["ledger"]
        links = "".join(
            f'<a href="{up}{name}"{" aria-current=" + chr(34) + "page" + chr(34) if name == current else ""}>'
            f"{as_text(words)}</a>"
            for name, words in named.items()
        )
        return f'<nav class="site">{links}</nav>'

    def _index(self) -> str:
        folder, status = self._folder, self._folder.status
        rows = "".join(
            f"<tr><th scope='row'>{as_text(str(row.name).capitalize())}</th><td><strong>{as_text(row.state)}</strong>: "
            f"{as_text(row.words)}{as_text('; ' + row.next_words if row.next_words else '')} "
            f"{self._numbers(row.entries)}</td></tr>\n"
            for row in status.rows
        )
        papers = "".join(
            f'<li><a href="{name}">{as_text(one.labels["kind"])}</a></li>\n' for name, one in folder.papers.items()
        )
        documents = "".join(f"<li>{self._document(one)}</li>\n" for one in folder.documents)
        return (
            f"<h1>{as_text(status.title)}</h1><dl><dt>{as_text(folder.words['as_of'])}</dt>"
            f"<dd>{folder.on.isoformat()}</dd></dl>\n<p>{as_text(status.asked)} {self._passages(status.evidence)}</p>\n"
            f'<div class="wide"><table><tbody>{rows}</tbody></table></div>\n<ul>{papers}</ul>\n'
            f"<h2>{as_text(folder.words['documents'])}</h2><ul>{documents}</ul>"
        )

    def _ledger(self) -> str:
        lines = "".join(
            f'<tr id="entry-{one.number}"><th scope="row">{one.number}</th><td>{one.day.iso}</td>'
            f"<td><bdi>{as_text(one.title)}</bdi>{self._corrected(one)}</td><td>{as_text(one.by)}</td>"
            f"<td>{self._passages(one.evidence)}</td></tr>\n"
            for one in self._folder.lines
        )
        words = self._folder.words["ledger"]
        head = "".join(f'<th scope="col">{as_text(self._folder.words[name])}</th>' for name in COLUMNS)
        table = f"<table><thead><tr>{head}</tr></thead><tbody>{lines}</tbody></table>"
        return f'<h1>{as_text(words)}</h1><div class="wide">{table}</div>'

    def _corrected(self, one: Line) -> str:
        return f" (→ {self._numbers((one.corrected_by,)) or one.corrected_by})" if one.corrected_by else ""

    def _links(self, note: Note) -> str:
        """Behind a note: its passages where the texts are here, and its entries."""
        return f"{self._passages(note.evidence)} {self._numbers(note.entries)} "

    def _passages(self, evidence: Iterable[Evidence]) -> str:
        places = {(one.document, one.provision): one for one in reversed(tuple(evidence))}
        return " ".join(self._passage(one) for one in reversed(places.values()))

    def _passage(self, one: Evidence) -> str:
        place = f"{one.document} {one.provision}".strip()
        words = f' title="{as_attribute(one.quote)}"' if one.quote else ""
        file = self._files.get(one.document)
        if file is None:
            return f"<span{words}>{as_text(place)}</span>"
        known = one.provision in self._places[one.document]
        return f'<a href="{file}{f"#{as_uri(one.provision)}" if known else ""}"{words}>{as_text(place)}</a>'

    def _numbers(self, entries: Iterable[int]) -> str:
        there = (number for number in entries if number in self._there)
        return " ".join(f'<a href="{LEDGER}#entry-{number}">[{number}]</a>' for number in there)

    def _document(self, one: DocumentView) -> str:
        file, words = self._files.get(one.key), as_text(one.summary)
        told = f'<a href="{file}">{words}</a>' if file else words
        source = f' <a href="{as_uri(one.url)}" rel="external">{as_text(one.url)}</a>' if _is_web(one.url) else ""
        return f"{told}{source} {self._numbers((one.entry,))}"


NAV = "nav.site { display: flex; flex-wrap: wrap; gap: .2rem 1rem; padding: .6rem 1rem; font-family: sans-serif }\n" \
      "@media print { nav.site { display: none } }\n"  # fmt: skip
"""The style of the way back, on the pages of texts, which have one of their own."""


def _files(readings: Mapping[str, Reading]) -> dict[str, str]:
    """A file name for each text, of letters that every system takes; two never share one."""
    found: dict[str, str] = {}
    for key in readings:
        plain = re.sub(r"[^a-z0-9.-]+", "-", key.lower()).strip("-.")[:80] or "text"
        name, number = f"documents/{plain}.html", 1
        while name in found.values():
            number += 1
            name = f"documents/{plain}-{number}.html"
        found[key] = name
    return found


def _is_web(url: str) -> bool:
    return url.startswith(("https://", "http://"))
