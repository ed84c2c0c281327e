"""What a paper is made from, and the notes that prove what it says."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from operative.domain.entries import Basis
from operative.domain.evidence import Evidence
from operative.domain.facts.dossiers import DossierOpened
from operative.domain.house_styles import HouseStyle
from operative.domain.papers import Block, Note, Paper, PaperKind, Sentence
from operative.domain.proofs import DocumentView
from operative.domain.readings import Reading
from operative.domain.redlines import RedlineRow
from operative.domain.signatures import DraftView
from operative.dossiers.documents import find_documents, resolve_evidence
from operative.dossiers.history import History
from operative.reports.notes import with_short_notes
from operative.reports.styles import StyleSheet
from operative.reports.words import Words

__all__ = ["Material", "Redline", "paper_of", "place_of"]

COUNTED = re.compile(r"\Ab(?=\d)")
"""Before the number of a paragraph that a text only counts, as in "art3.b2"; "art3.b" is the point (b)."""
LONGEST = 140
"""Characters of a quotation in a note; the words in full are in the JSON."""


@dataclass(frozen=True, slots=True)
class Redline:
    """Two texts of a dossier with what became of each provision: documents by key, drafts by label."""

    old: str
    new: str
    old_document: str
    new_document: str
    rows: tuple[RedlineRow, ...]
    author: str = ""


@dataclass(frozen=True)
class Material:
    """A dossier as of a day: its history, drafts with what is suggested of them, the readings at hand, the words."""

    dossier: str
    history: History
    drafts: tuple[DraftView, ...]
    readings: Mapping[str, Reading]
    words: Words
    redline: Redline | None = None
    sheet: StyleSheet | None = None

    @cached_property
    def documents(self) -> Mapping[str, DocumentView]:
        """The documents of the dossier, by key."""
        return {one.key: one for one in find_documents(self.history)}

    @cached_property
    def upto(self) -> int:
        """The last entry that counts on the day."""
        return max((one.number for one in self.history.entries), default=0)

    @cached_property
    def opened(self) -> DossierOpened:
        """How the dossier was opened."""
        return next(iter(self.history.facts(DossierOpened)), DossierOpened(self.dossier))

    def called(self, key: str) -> str:
        """What a document is called."""
        view = self.documents.get(key)
        if view is None:
            return key
        if view.symbol.isdigit():
            return f"{str(view.role).capitalize()} {view.symbol}"
        return view.symbol or view.title or key

    def note(self, *entries: int, evidence: Sequence[Evidence] = (), about: str = "") -> Note:
        """A note of entries of the ledger, with the passages that they cite, and `evidence` besides."""
        numbers = tuple(dict.fromkeys(entries))
        standing = [one for one in map(self.history.standing, numbers) if one is not None]
        cited = [*evidence, *(proof for one in standing for proof in one.statement.evidence)]
        proofs = tuple(dict.fromkeys(resolve_evidence(one, self.readings) for one in cited))
        background = any(one.statement.basis is Basis.BACKGROUND for one in standing)
        parts = [about] if about else []
        parts += [self.cited(one) for one in proofs]
        if not proofs and standing:
            names = list(dict.fromkeys(one.statement.by for one in standing))
            parts.append(self.words.note("stated", name=self.words.listed(names)))
        if numbers:
            parts.append(f"{self.words.note('ledger', entries=self._numbered(numbers))}.")
        if background:
            parts.append(self.words.note("background"))
        return Note(" ".join(parts), numbers, proofs, background)

    def ledger(self, *entries: int) -> Note:
        """A note that only counts entries: for what is reckoned from very many."""
        return Note(f"{self.words.note('ledger', entries=self._numbered(tuple(dict.fromkeys(entries))))}.", entries)

    def nothing(self, *entries: int) -> Note:
        """A note that nothing is recorded of something; `entries` say what asks for it."""
        return self.note(*entries, about=self.words.note("nothing", upto=self.upto))

    def said(self, words: str, *entries: int, evidence: Sequence[Evidence] = ()) -> Sentence:
        """A sentence with one note; without an entry or evidence, a note that nothing is recorded."""
        proven = entries or evidence
        return Sentence(words, (self.note(*entries, evidence=evidence) if proven else self.nothing(),))

    def cited(self, one: Evidence) -> str:
        """A passage as a note cites it: its place, and the words as far as they are at hand."""
        words = " ".join(one.quote.split())
        short = words if len(words) <= LONGEST else f"{words[:LONGEST].rsplit(' ', 1)[0]} ..."
        told = f": “{short}”" if words else self._absent(one.document)
        return f"{self.named(one)}{told}."

    def named(self, one: Evidence) -> str:
        """The document of a passage, and the place in it."""
        place = f", {place_of(one.provision)}" if one.provision else ""
        return f"{self.called(one.document)}{place}"

    def _absent(self, key: str) -> str:
        return "" if key in self.readings else f" ({self.words.note('no_text')})"

    def _numbered(self, numbers: Sequence[int]) -> str:
        """ "entry 5", "entries 5, 8 to 12"."""
        runs: list[list[int]] = []
        for number in sorted(numbers):
            if runs and number == runs[-1][-1] + 1:
                runs[-1].append(number)
            else:
                runs.append([number])
        told = [str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs]
        return self.words.note("entry" if len(numbers) == 1 else "entries", numbers=", ".join(told))


def place_of(provision: str) -> str:
    """A place as people cite it: "op2.c" is OP2(c), "annex1.art3.2.a" is annex, article 3.2.a."""
    head, *rest = provision.split(".")
    if head[:2] in ("op", "pp") and head[2:].isdigit():
        return head.upper() + "".join(f"({one})" for one in rest)
    if head.startswith("annex"):
        return ", ".join(["annex", *([place_of(".".join(rest))] if rest else [])])
    if head.startswith("art") and head[3:].isdigit():
        return f"Art. {head[3:]}" + "".join(f"({COUNTED.sub('', one)})" for one in rest)
    return provision


def paper_of(material: Material, kind: PaperKind, title: str, blocks: Iterable[Block]) -> Paper:
    """The paper with its head: dossier, body, day, and the last entry that counts."""
    words, opened = material.words, material.opened
    on = words.day_of(material.history.on)
    front = [(words.front("dossier"), material.dossier), (words.front("body"), opened.body), (words.front("as_of"), on)]
    front.append((words.front("ledger"), str(material.upto)))
    labels = {name: words.front(name) for name in ("notes", "page")} | {"evidence": words.column("evidence")}
    return Paper(
        kind,
        material.dossier,
        title,
        words.language,
        material.history.on,
        material.upto,
        with_short_notes(tuple(blocks), words, material.cited, material.named),
        tuple(one for one in front if one[1]),
        material.redline.author if material.redline else "",
        labels | {"kind": words.kind(kind)},
        _style(material, title, words.kind(kind)),
    )


def _style(material: Material, title: str, kind: str) -> HouseStyle:
    """The look of the paper, with the words of its head filled in."""
    if material.sheet is None:
        return HouseStyle(header=title)
    on = material.history.on
    values = {"title": title, "kind": kind, "dossier": material.dossier, "body": material.opened.body}
    return material.sheet.style(on, values | {"as_of": material.words.day_of(on)})
