"""Search over the paragraphs of the registry: how fast, and against tantivy used bare in the same run."""

import resource
import shutil
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import tantivy
from readings import workshop
from rows import Row

from operative.bootstrap.bulk import read_into
from operative.corpus.corpora import Corpus
from operative.corpus.indexing import refresh_index
from operative.corpus.search import CorpusSearch

JOBS = 2
ROUNDS = 5
HITS = 10
QUERIES = (
    *("the", "of the", "and", "report", "the report of the Secretary-General", "to be", "united nations", "rights"),
    *('"sustainable development"', '"human rights" report', "climate change", "women peace security", "Member States"),
    *("requests annually", "water OR sanitation", "financ*", "secretariat -budget", "kind:operative report"),
    *("body:unga year:2015-2020 development", "verb:requests report", "disarmament", "nuclear weapons", "in order to"),
)
PLAIN = tuple(query for query in QUERIES if query.replace(" ", "").isalpha() and " OR " not in query)
"""Queries that tantivy's own parser reads as we do, words that must all be there."""


def measure(data: Path) -> list[Row]:
    """Import and index, time of a query, and the ratio to bare tantivy."""
    place = workshop(data, "corpus") / "registry"
    shutil.rmtree(place, ignore_errors=True)
    begun, spent = time.perf_counter(), processor_seconds()
    summary = read_into([data / "eosg_paragraphs"], place, jobs=JOBS)
    corpus = Corpus.open(place)
    refresh_index(corpus)
    taken, spent = time.perf_counter() - begun, processor_seconds() - spent
    begun = time.perf_counter()
    read_into([data / "eosg_paragraphs"], place, jobs=JOBS)
    again = (time.perf_counter() - begun) / taken
    name = f"registry, {summary.provisions:,} provisions"
    search = CorpusSearch(corpus)
    ours = timed(lambda query: search.find(query, limit=HITS), QUERIES)
    plain = timed(lambda query: search.find(query, limit=HITS), PLAIN)
    bare = timed(bare_search(corpus, place.with_name("bare")), PLAIN)
    note = f"median {quantile(ours, 0.5) * 1000:.2f} ms, {len(QUERIES)} queries with highlights and total"
    ratio = quantile(plain, 0.95) / quantile(bare, 0.95)
    theirs = f"p95 {quantile(bare, 0.95) * 1000:.2f} ms bare, {quantile(plain, 0.95) * 1000:.2f} ms ours"
    spending = f"{JOBS} jobs, {spent:.0f} s of processor time"
    return [
        Row("registry imported and indexed", name, taken, 60, "lower", "s", note=spending),
        Row("registry, second run : first", name, again, 0.05, "lower", "x"),
        Row("search, p95", name, quantile(ours, 0.95) * 1000, 5, "lower", "ms", note=note),
        Row("search : tantivy bare", name, ratio, 3, "lower", "x", note=theirs),
    ]


def processor_seconds() -> float:
    """The time that this process and its ended children have had on processors, which other work does not change."""
    uses = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(use.ru_utime + use.ru_stime for use in uses)


def timed(find: Callable[[str], object], queries: Sequence[str]) -> list[float]:
    """Seconds of each query, each the median of some rounds, in rising order."""
    times = []
    for query in queries:
        rounds = []
        for _ in range(ROUNDS):
            begun = time.perf_counter()
            find(query)
            rounds.append(time.perf_counter() - begun)
        times.append(sorted(rounds)[ROUNDS // 2])
    return sorted(times)


def quantile(rising: Sequence[float], share: float) -> float:
    """The value below which this share of the values lies."""
    return rising[min(int(share * len(rising)), len(rising) - 1)]


def bare_search(corpus: Corpus, place: Path) -> Callable[[str], object]:
    """The same texts in an index of one stemmed field, asked by tantivy's own parser, with its own highlights."""
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("text", stored=True, tokenizer_name="en_stem")
    schema = builder.build()
    index = tantivy.Index(schema, path=str(place))
    writer = index.writer(256_000_000, 1)
    for provision in corpus.provisions:
        writer.add_document(tantivy.Document(text=provision.text))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()

    def find(query: str) -> object:
        parsed = index.parse_query(query, ["text"], conjunction_by_default=True)
        maker = tantivy.SnippetGenerator.create(searcher, parsed, schema, "text")
        hits = searcher.search(parsed, HITS).hits
        return [maker.snippet_from_doc(searcher.doc(address)).to_html() for _, address in hits]

    return find


if __name__ == "__main__":
    import sys

    for row in measure(Path(sys.argv[1])):
        print(row)
