"""A paragraph with its sub-paragraphs as one text: what the finders of clauses read."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from operative.domain.provisions import Kind, Provision
from operative.domain.spans import Span

__all__ = ["Passage", "make_passages"]


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of some provisions as one text; `places` says where in it each provision's own words begin."""

    text: str
    provisions: tuple[Provision, ...]
    places: tuple[int, ...]

    @property
    def head(self) -> Provision:
        """The paragraph itself; the others stand below it."""
        return self.provisions[0]

    def source_of(self, span: Span) -> Span:
        """The range of the source that carries a range of the passage; it may run over numbers and line ends."""
        spans = [
            provision.source_of(max(span.start - place, 0), span.end - place)
            for provision, place in zip(self.provisions, self.places, strict=True)
            if place < span.end and span.start < place + len(provision.text)
        ]
        if not spans:
            return Span(self.head.span.start, self.head.span.start)
        return Span(min(s.start for s in spans), max(s.end for s in spans))

    def provision_at(self, at: int) -> Provision:
        """The provision whose words, or whose number, stand at a place of the passage."""
        found = self.provisions[0]
        for provision, place in zip(self.provisions, self.places, strict=True):
            if place - len(provision.number or "") - 2 > at:
                break
            found = provision
        return found


def make_passages(provisions: Sequence[Provision], kinds: Iterable[Kind] = (Kind.OPERATIVE,)) -> list[Passage]:
    """One passage for each provision of these kinds, with the sub-paragraphs below it, numbers included, a line
    each.
    """
    wanted = frozenset(kinds)
    groups: dict[str, list[Provision]] = {}
    home: dict[str, str] = {}
    for provision in provisions:
        flush = provision.kind is Kind.BODY and provision.parent in home and Kind.OPERATIVE in wanted
        if provision.kind in wanted or flush:
            groups[provision.id] = [provision]
            home[provision.id] = provision.id
        elif provision.kind is Kind.SUBPARAGRAPH and provision.parent in home:
            home[provision.id] = home[provision.parent]
            groups[home[provision.id]].append(provision)
    return [_passage(group) for group in groups.values()]


def _passage(group: Sequence[Provision]) -> Passage:
    parts, places, at = [], [], 0
    for i, provision in enumerate(group):
        number = f"{provision.number} " if provision.number and i else ""
        places.append(at + len(number))
        parts.append(number + provision.text)
        at += len(parts[-1]) + 1
    return Passage("\n".join(parts), tuple(group), tuple(places))
