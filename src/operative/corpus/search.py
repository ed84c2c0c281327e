"""Words, phrases and fields -> the provisions of a corpus that have them, the best first."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache, cached_property
from typing import Any, TypeAlias

import tantivy
from tantivy import Occur, Query

from operative.corpus.codified import Codified, codified_texts
from operative.corpus.corpora import Corpus
from operative.corpus.indexing import FACETS, INDEX, LANGUAGES, OTHER, analyzers, index_schema, open_index, text_field
from operative.corpus.queries import YES, parse_query
from operative.domain.hits import FacetCount, Hit, HitPage, SearchQuery, SearchTerm
from operative.domain.overlaps import Place
from operative.domain.spans import Span
from operative.domain.validity import Validity
from operative.errors import WrongCall

__all__ = ["CorpusSearch"]

Standing: TypeAlias = Callable[[], Mapping[str, Validity]]
"""Finds the state of each text that decides something, where a question wants to know it."""

SHOWN = 300
"""Characters that a hit shows of its provision, or a few more."""

COMMON = 0.4
"""A word that a larger share of all provisions has tells nothing beside others."""

BEGINNINGS = 64
"""Words that a beginning may stand for, each highlighted; of more, none is."""

DEEPEST = 10_000
"""Hits that can be paged through; beyond, a narrower query finds more."""

VALUES = 50
"""Values that are counted of each facet, the most frequent first."""

WORDED = {"": "", "body": "names", "symbol": "symbol", "title": "title", "verb": "verbs", "addressee": "addressees"}
"""Fields that are looked for by word, with their names in the index."""


class CorpusSearch:
    """The search of one corpus as its index is now."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self.state = corpus.state
        self.schema = index_schema()
        self.index = open_index(corpus.derived(INDEX))
        self.index.reload()
        self.searcher = self.index.searcher()
        self.analyzers = analyzers()

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The languages that the corpus has texts in."""
        return tuple(one for one in (*LANGUAGES, OTHER) if self.searcher.doc_freq("language", one)) or (OTHER,)

    def find(
        self,
        typed: str,
        *,
        limit: int = 20,
        offset: int = 0,
        facets: Iterable[str] = (),
        as_of: date | None = None,
    ) -> HitPage:
        """The hits of what a person typed, from `offset` on; raises `WrongCall` as `parse_query` does."""
        return self.find_query(parse_query(typed), limit=limit, offset=offset, facets=facets, as_of=as_of)

    def find_query(
        self,
        query: SearchQuery,
        *,
        limit: int = 20,
        offset: int = 0,
        facets: Iterable[str] = (),
        as_of: date | None = None,
    ) -> HitPage:
        """The hits of a query. Hits of equal rank come in the order of the corpus, so pages fit together.

        `as_of` is the day for the field `in_force`; raises `WrongCall` where that is asked without a day.
        """
        if not (0 < limit <= DEEPEST and 0 <= offset <= DEEPEST - limit):
            raise WrongCall(f"from {offset}, {limit} hits: there are pages of at least 1 up to hit {DEEPEST:,}")
        # Terms and counts may both ask for it, and it takes a pass over all texts.
        standing = cache(lambda: self.standing(as_of))
        built = self.built(query, standing)
        found = self.searcher.search(built, limit=limit, offset=offset, count=True)
        addresses = [(score, self.searcher.doc(address)) for score, address in found.hits]
        hits = tuple(self.hits_of(built, addresses))
        total: int = found.count  # type: ignore[attr-defined]  # the stubs of tantivy do not have it
        return HitPage(total, offset, hits, self.counted(built, tuple(facets), standing), self.state)

    def built(self, query: SearchQuery, standing: Standing) -> Query:
        """The query in the form of the index."""
        parts: list[tuple[Occur, Query]] = []
        for group in self.telling(query.groups):
            excluded = all(term.excluded for term in group)
            one = self.any_of([self.term(term, standing) for term in group])
            parts.append((Occur.MustNot if excluded else Occur.Must, one))
        if all(occur == Occur.MustNot for occur, _ in parts):
            parts.append((Occur.Must, Query.all_query()))
        return parts[0][1] if len(parts) == 1 else Query.boolean_query(parts)

    def telling(self, groups: Sequence[tuple[SearchTerm, ...]]) -> Sequence[tuple[SearchTerm, ...]]:
        """The groups without words that most provisions have, where something else tells more: of "the report of the
        Board" only report and Board. Of nothing but such words the rarest stays.
        """
        shares = [self.share_of(group) for group in groups]
        kept = [group for group, share in zip(groups, shares, strict=True) if share <= COMMON]
        if any(not group[0].field and not group[0].excluded for group in kept):
            return kept
        rarest = min((share for share in shares if share > COMMON), default=0.0)
        return [group for group, share in zip(groups, shares, strict=True) if share <= COMMON or share == rarest]

    def share_of(self, group: tuple[SearchTerm, ...]) -> float:
        """The share of provisions that have the one word of a group; 0 for all other groups."""
        (term, *others) = group
        if others or term.field or term.excluded or term.prefix:
            return 0.0
        frequency = 0
        for language in self.languages:
            words = self.analyzers[language].analyze(term.words)
            if len(words) != 1:
                return 0.0
            frequency += self.searcher.doc_freq(text_field(language), words[0])
        return frequency / max(self.searcher.num_docs, 1)

    def any_of(self, queries: Sequence[Query]) -> Query:
        """What meets one of the queries."""
        return queries[0] if len(queries) == 1 else Query.boolean_query([(Occur.Should, one) for one in queries])

    def term(self, term: SearchTerm, standing: Standing) -> Query:
        """One term: a bound on numbers, a value of a closed field, or words."""
        if term.field == "in_force":
            chosen = [key for key, state in standing().items() if term.words in (state, YES[not state.holds])]
            return Query.const_score_query(Query.term_set_query(self.schema, "document", chosen), 0.0)
        if term.field == "year":
            return Query.range_query(self.schema, "year", tantivy.FieldType.Integer, term.first, term.last)
        if term.exact or term.field not in WORDED:
            return Query.const_score_query(Query.term_query(self.schema, term.field, term.words), 0.0)
        if term.field:
            return Query.const_score_query(self.worded(term, WORDED[term.field], OTHER), 0.0)
        texts = [self.worded(term, text_field(language), language) for language in self.languages]
        if "/" in term.words:  # a symbol, or the end of one, means the document too
            texts.append(Query.const_score_query(self.worded(term, "symbol", OTHER), 0.0))
        return self.any_of(texts)

    def standing(self, as_of: date | None) -> dict[str, Validity]:
        """The state of each text that decides something, as of a day."""
        if as_of is None:
            raise WrongCall("in_force needs the day as of which; in Python: find(..., as_of=date(2031, 5, 1))")
        return {one.document: one.state for one in codified_texts(Codified.of(self.corpus), as_of)}

    def worded(self, term: SearchTerm, field: str, language: str) -> Query:
        """Words of a field, next to each other where there are several; the stems are those of the language."""
        words = self.analyzers[language].analyze(term.words)
        if not words:
            return Query.empty_query()
        if term.prefix and len(words) == 1:
            return self.beginning(self.analyzers[OTHER].analyze(term.words)[0], field)
        if len(words) == 1:
            return Query.term_query(self.schema, field, words[0])
        return Query.phrase_query(self.schema, field, [*words])

    def beginning(self, letters: str, field: str) -> Query:
        """Any word of a field that begins so."""
        words = self.searcher.terms_with_prefix(field, letters, limit=BEGINNINGS + 1)
        if len(words) > BEGINNINGS:
            return Query.regex_query(self.schema, field, f"{letters}.*")
        return self.any_of([Query.term_query(self.schema, field, word) for word, _ in words] or [Query.empty_query()])

    def hits_of(self, query: Query, found: Sequence[tuple[float, tantivy.Document]]) -> Iterable[Hit]:
        """The hits with their words around what was looked for."""
        makers: dict[str, tantivy.SnippetGenerator] = {}
        for score, document in found:
            values = document.to_dict()
            field = next((name for name in values if name.startswith("text_")), "")
            if field not in makers and field:
                makers[field] = tantivy.SnippetGenerator.create(self.searcher, query, self.schema, field)
                makers[field].set_max_num_chars(SHOWN)
            text, marks = shown(makers[field], document, values[field][0]) if field else ("", ())
            yield Hit(
                Place(values["document"][0], values["provision"][0]),
                values["called"][0],
                values["year"][0],
                values["kind"][0],
                round(score, 4),
                text,
                marks,
            )

    def counted(self, query: Query, fields: tuple[str, ...], standing: Standing) -> tuple[FacetCount, ...]:
        """How often each value of the fields comes among all hits."""
        for field in fields:
            if field not in (*FACETS, "in_force"):
                raise WrongCall(f"{field!r} cannot be counted; there are: {', '.join((*FACETS, 'in_force'))}")
        kept = [field for field in fields if field in FACETS]
        counts = [FacetCount(field, value, times) for field in kept for value, times in self.values(query, field)]
        if "in_force" in fields:
            states, times = standing(), Counter[Validity]()
            for document, hits in self.values(query, "document", len(self.corpus.holdings)):
                if document in states:
                    times[states[document]] += hits
            counts += [FacetCount("in_force", state.value, times[state]) for state in Validity if times[state]]
        return tuple(counts)

    def values(self, query: Query, field: str, most: int = VALUES) -> Iterator[tuple[str, int]]:
        """The most frequent values of a field among all hits, with how many have them."""
        wanted = {field: {"terms": {"field": field, "size": most, "segment_size": most}}}
        answer: dict[str, Any] = self.searcher.aggregate(query, wanted)
        for row in answer[field]["buckets"]:
            if row["key"] not in ("", 0):
                yield str(int(row["key"]) if field == "year" else row["key"]), row["doc_count"]


def shown(maker: tantivy.SnippetGenerator, document: tantivy.Document, text: str) -> tuple[str, tuple[Span, ...]]:
    """The words of a provision around what was looked for, and where it stands in them, in characters."""
    snippet = maker.snippet_from_doc(document)
    ranges = [(mark.start, mark.end) for mark in snippet.highlighted()]
    if not ranges:
        return (text if len(text) <= SHOWN else text[:SHOWN].rpartition(" ")[0] + " …"), ()
    words = snippet.fragment()
    if not words.isascii():  # the index counts bytes
        content = words.encode()
        ranges = [(len(content[:start].decode()), len(content[:end].decode())) for start, end in ranges]
    return words, tuple(Span(*one) for one in dict.fromkeys(ranges))
