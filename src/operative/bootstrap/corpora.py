"""The corpus of a site: opened once for all threads when it is first asked for, and again when it has grown."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from operative.domain.hits import HitPage, SearchQuery, SearchTerm
from operative.domain.holdings import HeldProvision, Holding
from operative.domain.lineages import Lineage, Series
from operative.domain.overlaps import Place
from operative.errors import WrongCall

if TYPE_CHECKING:
    from operative.corpus.citations import CitationGraph
    from operative.corpus.corpora import Corpus
    from operative.corpus.search import CorpusSearch

__all__ = ["FACETS", "CorpusAtHand", "OpenCorpus"]

FACETS = ("body", "year", "verb", "force", "timing", "report", "condition", "kind", "language")
"""The fields by which hits are counted and can be chosen, in the order in which pages show them."""

NEEDED = ("numpy", "pyarrow", "tantivy")


@dataclass(frozen=True)
class OpenCorpus:
    """A corpus as it was when it was opened: what is held, its search, its citations, its series."""

    corpus: "Corpus"
    search: "CorpusSearch"
    graph: "CitationGraph"
    series: tuple[Series, ...]
    texts: dict[str, tuple[HeldProvision, ...]]
    lock: Lock

    @property
    def holdings(self) -> dict[str, Holding]:
        """All documents by key."""
        return self.corpus.holdings

    def find(
        self, typed: str, chosen: Sequence[tuple[str, str]], limit: int, offset: int, facets: Sequence[str] = ()
    ) -> HitPage:
        """The hits of what was typed that have these values exactly; raises `WrongCall` where nothing is asked."""
        # The parser of queries is there wherever a corpus is open.
        from operative.corpus.queries import parse_query

        groups = parse_query(typed).groups if typed.strip() or not chosen else ()
        exact = tuple((term_of(field, value),) for field, value in chosen)
        query = SearchQuery((*groups, *exact))
        return self.search.find_query(query, limit=limit, offset=offset, facets=facets, as_of=date.today())

    def lineage(self, place: Place) -> Lineage:
        """A provision through the sessions; raises `WrongCall` where it cannot be followed."""
        # Numerical arrays load here, for those who follow a provision.
        from operative.corpus.lineages import find_lineage

        with self.lock:  # what is compared is made once, at the first call
            return find_lineage(self.corpus, place)

    def series_of(self, document: str) -> Series | None:
        """The series in which a document stands, also where another copy of the same text stands for it."""
        symbol = self.holdings[document].symbol
        for series in self.series:
            for step in series.steps:
                if step.document == document or (symbol and self.holdings[step.document].symbol == symbol):
                    return series
        return None


class CorpusAtHand:
    """The corpus in a folder, for all threads; `folder` None is a site without one."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder
        self._lock = Lock()
        self._open: OpenCorpus | None = None

    def now(self) -> OpenCorpus:
        """The corpus as its folder is now; raises `WrongCall` where there is none that can be opened."""
        if self.folder is None:
            raise WrongCall("this site has no corpus; serve it with: operative serve --corpus FOLDER")
        if missing := [name for name in NEEDED if find_spec(name) is None]:
            right = "pip install 'operative[corpus]'"
            raise WrongCall(f"a corpus needs {', '.join(missing)}, not installed here; right would be: {right}")
        # The tables need large libraries, which a site without a corpus does not load.
        from operative.corpus.corpora import Corpus

        corpus = Corpus.open(self.folder)
        before = self._open
        if before is not None and before.corpus.state == corpus.state:
            return before
        with self._lock:
            if self._open is None or self._open.corpus.state != corpus.state:
                self._open = opened(corpus)
            return self._open


def opened(corpus: "Corpus") -> OpenCorpus:
    """The corpus with its index brought up to date, and all that pages show at hand."""
    # As above.
    from operative.corpus.citations import CitationGraph
    from operative.corpus.indexing import refresh_index
    from operative.corpus.search import CorpusSearch
    from operative.corpus.series import find_series

    try:
        refresh_index(corpus)
    except (OSError, ValueError) as exc:  # not writable, or another program writes the index at this moment
        raise WrongCall(f"the index of the corpus cannot be brought up to date: {exc}; try again in a minute") from exc
    texts: defaultdict[str, list[HeldProvision]] = defaultdict(list)
    for provision in corpus.provisions:
        texts[provision.document].append(provision)
    held = {key: tuple(provisions) for key, provisions in texts.items()}
    return OpenCorpus(corpus, CorpusSearch(corpus), CitationGraph.of(corpus), find_series(corpus), held, Lock())


def term_of(field: str, value: str) -> SearchTerm:
    """The term that a value of a facet is; raises `WrongCall` for a year that is none."""
    if field != "year":
        return SearchTerm(value, field, exact=True)
    if not (value.isdecimal() and value.isascii() and len(value) == 4):
        raise WrongCall(f"{value!r} is no year")
    return SearchTerm(value, field, first=int(value), last=int(value))
