"""The citations of a corpus as a graph: what a document cites, what cites it, circles, and what leads nowhere."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from operative.clauses.references import find_references
from operative.corpus.corpora import Corpus
from operative.domain.citations import Citation, CitationCircle, CitationState
from operative.domain.holdings import HeldProvision, HeldReference, Holding
from operative.vocabulary.bodies import organ_of

__all__ = ["CitationGraph", "keys_by_symbol", "plain", "symbol_of"]

HYPHENS = str.maketrans("\u2010\u2011\u2012\u2013", "----")


class CitationGraph:
    """All citations of documents by provisions; those of places in the same text are none."""

    def __init__(
        self,
        holdings: Mapping[str, Holding],
        provisions: Iterable[HeldProvision],
        references: Iterable[HeldReference],
    ) -> None:
        self.holdings = holdings
        self.keys = keys_by_symbol(holdings)
        rows = {(one.document, one.provision): one for one in provisions}
        self.citations = tuple(
            self.citation(one, rows) for one in references if not one.target.startswith("#")
        )
        self.outward: defaultdict[str, list[Citation]] = defaultdict(list)
        self.inward: defaultdict[str, list[Citation]] = defaultdict(list)
        for citation in self.citations:
            self.outward[citation.place.document].append(citation)
            if citation.symbol:
                self.inward[plain(citation.symbol)].append(citation)

    @classmethod
    def of(cls, corpus: Corpus) -> "CitationGraph":
        """The graph of a corpus."""
        return cls(corpus.holdings, corpus.provisions, corpus.references)

    def citation(self, one: HeldReference, rows: Mapping[tuple[str, str], HeldProvision]) -> Citation:
        """A reference as a citation: with its verb, and the document that it means."""
        row = rows[one.document, one.provision]
        place = row.place
        while not row.lead and (above := rows.get((one.document, row.parent))):
            row = above
        target = self.keys.get(plain(one.target), "") if one.target else ""
        held, absent = CitationState.HELD, CitationState.ABSENT
        state = CitationState.UNRESOLVED if not one.target else held if target else absent
        later = bool(target) and is_later(self.holdings[target].adopted, self.holdings[one.document].adopted)
        return Citation(place, one.quote, one.target, state, target, one.pinpoint, row.lead, later)

    def cites(self, document: str) -> Sequence[Citation]:
        """What a document rests on: its citations in the order of its text, itself left out."""
        return [one for one in self.outward.get(document, ()) if one.target != document]

    def cited_by(self, symbol: str) -> Sequence[Citation]:
        """What cites a document, by symbol, so also one that the corpus does not hold; the earliest first."""
        own = self.keys.get(plain(symbol))
        found = [one for one in self.inward.get(plain(symbol), ()) if one.place.document != own]
        return sorted(found, key=lambda one: (self.holdings[one.place.document].adopted or "~", one.place))

    def most_cited(self, number: int) -> list[tuple[str, int]]:
        """The symbols that most documents cite, and how many do."""
        pairs = {(plain(one.symbol), one.place.document) for one in self.citations if one.symbol}
        names = {plain(one.symbol): one.symbol for one in self.citations if one.symbol}
        counts = Counter(symbol for symbol, document in pairs if self.keys.get(symbol) != document)
        ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        return [(names[symbol], times) for symbol, times in ranked[:number]]

    def states(self) -> Counter[CitationState]:
        """How many citations lead to a document of the corpus, to one outside of it, and nowhere."""
        return Counter(one.state for one in self.citations)

    def circles(self) -> tuple[CitationCircle, ...]:
        """Documents that cite each other, directly or through others, the largest circle first."""
        targets = {
            key: sorted({one.target for one in self.cites(key) if one.target}) for key in sorted(self.holdings)
        }
        found = [tuple(sorted(group)) for group in strong_components(targets) if len(group) > 1]
        return tuple(CitationCircle(group) for group in sorted(found, key=lambda group: (-len(group), group)))


def keys_by_symbol(holdings: Mapping[str, Holding]) -> dict[str, str]:
    """The key of the document that each plain symbol means; of several copies, the first that was taken in."""
    keys: dict[str, str] = {}
    for key, holding in holdings.items():
        if symbol := symbol_of(holding):
            keys.setdefault(plain(symbol), key)
    return keys


def symbol_of(holding: Holding) -> str:
    """The symbol of a document; where it prints none, the one that a citation by its number would have."""
    if holding.symbol or not holding.number:
        return holding.symbol
    cited = find_references(f"{holding.kind} {holding.number}", "en", body=organ_of(holding.body))
    return cited[0].target if cited else ""


def plain(symbol: str) -> str:
    """A symbol without what may be printed one way or the other: letter case, blanks, and kinds of hyphens."""
    return "".join(symbol.split()).translate(HYPHENS).casefold()


def is_later(one: str, other: str) -> bool:
    """Whether a day, month or year is later than another for certain."""
    shared = min(len(one), len(other))
    return bool(shared) and one[:shared] > other[:shared]


def strong_components(targets: Mapping[str, Sequence[str]]) -> list[list[str]]:
    """The groups of nodes that all lead to each other (Tarjan 1972, without recursion)."""
    number: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    waiting: set[str] = set()
    groups: list[list[str]] = []
    for root in targets:
        work = [] if root in number else [(root, iter(targets[root]))]
        while work:
            node, rest = work[-1]
            if node not in number:
                number[node] = low[node] = len(number)
                stack.append(node)
                waiting.add(node)
            following = next((one for one in rest if one not in number or one in waiting), None)
            if following is None:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == number[node]:
                    groups.append(stack[stack.index(node) :])
                    del stack[stack.index(node) :]
                    waiting.difference_update(groups[-1])
            elif following in number:
                low[node] = min(low[node], number[following])
            else:
                work.append((following, iter(targets.get(following, ()))))
    return groups
