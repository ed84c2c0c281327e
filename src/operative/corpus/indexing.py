"""The search index of a corpus: derived from its parts, and made again where it does not fit them."""

import json
import shutil
from collections import defaultdict
from collections.abc import Iterable
from itertools import chain
from pathlib import Path

import tantivy

from operative.corpus.corpora import Corpus
from operative.corpus.parts import read_table
from operative.domain.holdings import HeldAct, HeldProvision, Holding
from operative.vocabulary.bodies import bodies

__all__ = ["FACETS", "INDEX", "LANGUAGES", "index_schema", "open_index", "refresh_index", "text_field"]

INDEX = "search"
"""The name of the index among what is derived."""

VERSION = 2
"""Rises with every change of the fields; an index of another version is made again."""

LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh")
STEMMERS = {"en": "english", "fr": "french", "es": "spanish", "ru": "russian", "ar": "arabic"}
OTHER = "other"

FACETS = ("body", "year", "kind", "verb", "force", "timing", "report", "condition", "language")
"""Fields whose values can be counted."""

HAN = r"\p{Han}|[\w&&[^\p{Han}]]+"
"""Where no spaces part words, each sign is one."""


def text_field(language: str) -> str:
    """The field that holds texts of a language, in the word stems of that language."""
    return f"text_{language if language in LANGUAGES else OTHER}"


def index_schema() -> tantivy.Schema:
    """The fields: numbers are signed, since the writer breaks on some unsigned ones."""
    builder = tantivy.SchemaBuilder()
    for language in (*LANGUAGES, OTHER):
        builder.add_text_field(text_field(language), stored=True, tokenizer_name=language, index_option="position")
    for name in ("document", "provision", "called"):
        builder.add_text_field(name, stored=True, fast=name == "document", tokenizer_name="raw")
    for name in ("symbol", "title", "names", "verbs", "addressees"):
        builder.add_text_field(name, tokenizer_name=OTHER, index_option="position")
    for name in FACETS:
        if name == "year":
            builder.add_integer_field(name, stored=True, indexed=True, fast=True)
        else:
            builder.add_text_field(name, stored=name == "kind", fast=True, tokenizer_name="raw", index_option="basic")
    return builder.build()


def analyzers() -> dict[str, tantivy.TextAnalyzer]:
    """How each language is taken apart: small letters, no accents, stems."""
    made = {}
    for language in (*LANGUAGES, OTHER):
        tokenizer = tantivy.Tokenizer.regex(HAN) if language == "zh" else tantivy.Tokenizer.simple()
        builder = tantivy.TextAnalyzerBuilder(tokenizer)
        builder = builder.filter(tantivy.Filter.lowercase()).filter(tantivy.Filter.ascii_fold())
        if language in STEMMERS:
            builder = builder.filter(tantivy.Filter.stemmer(STEMMERS[language]))
        made[language] = builder.build()
    return made


def open_index(folder: Path) -> tantivy.Index:
    """The index in a folder, made there where there is none."""
    folder.mkdir(parents=True, exist_ok=True)
    index = tantivy.Index(index_schema(), path=str(folder))
    for name, analyzer in analyzers().items():
        index.register_tokenizer(name, analyzer)
    return index


def refresh_index(corpus: Corpus) -> int:
    """Bring the index up to the parts of the corpus; how many parts it took in."""
    folder = corpus.derived(INDEX)
    wanted = [part.name for part in corpus.parts]
    indexed = indexed_parts(folder)
    if not set(indexed) <= set(wanted):
        shutil.rmtree(folder, ignore_errors=True)
        indexed = []
    new = [part for part in corpus.parts if part.name not in set(indexed)]
    if not new and corpus.is_current(INDEX):
        return 0
    # One thread, so that the same parts give the same index, and equal ranks the same order.
    writer = open_index(folder).writer(256_000_000, 1)
    for part in new:
        for document in documents_of(part):
            writer.add_document(document)
    writer.commit()
    writer.wait_merging_threads()
    state = {"version": VERSION, "parts": [*indexed, *(part.name for part in new)]}
    (folder / "indexed.json").write_text(json.dumps(state), "utf-8")
    corpus.mark_current(INDEX)
    return len(new)


def indexed_parts(folder: Path) -> list[str]:
    """The names of the parts that an index has; what cannot be read or is of another version counts as broken."""
    try:
        state = json.loads((folder / "indexed.json").read_text("utf-8"))
    except (OSError, ValueError):
        return ["none"] if folder.exists() else []
    return list(state["parts"]) if state.get("version") == VERSION else ["none"]


def documents_of(part: Path) -> Iterable[tantivy.Document]:
    """The provisions of a part as documents of the index."""
    holdings = {holding.key: holding for holding in read_table(part, Holding)}
    acts: defaultdict[tuple[str, str], list[HeldAct]] = defaultdict(list)
    for act in read_table(part, HeldAct):
        acts[act.document, act.provision].append(act)
    names = {one.key: " ".join((one.organ, *chain.from_iterable(one.names.values()))) for one in bodies()}
    for provision in read_table(part, HeldProvision):
        holding = holdings[provision.document]
        found = acts.get((provision.document, provision.provision), [])
        yield as_document(provision, holding, found, names.get(holding.body, ""))


def as_document(
    provision: HeldProvision, holding: Holding, acts: list[HeldAct], names: str
) -> tantivy.Document:
    """One provision with the fields that it can be found by."""
    verbs = list(dict.fromkeys(act.lead.lower() for act in acts)) or [provision.lead.lower()]
    return tantivy.Document(
        **{
            text_field(holding.language): provision.text,
            "document": provision.document,
            "provision": provision.provision,
            "called": holding.called,
            "symbol": holding.symbol,
            "title": holding.title,
            "names": f"{holding.body} {holding.body_name} {names}",
            "body": holding.body or holding.body_name,
            "year": holding.year,
            "kind": provision.kind,
            "language": holding.language,
            "verb": [verb for verb in verbs if verb],
            "verbs": [verb for verb in verbs if verb],
            "force": list(dict.fromkeys(act.force for act in acts)),
            "addressees": [words for act in acts for words in act.addressees],
            "timing": list(dict.fromkeys(kind for act in acts for kind in act.timing_kinds)),
            "report": "yes" if any(act.reporting_duty for act in acts) else "no",
            "condition": "yes" if any(act.conditions for act in acts) else "no",
        }
    )
