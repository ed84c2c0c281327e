"""Identifiers of elements, after the naming convention of the standard: para_2__point_a."""

from collections.abc import Iterable

from operative.domain.provisions import Kind, Provision

__all__ = ["name_elements"]

NAMES = {
    Kind.TITLE: "preface__p",
    Kind.ENACTING: "preamble__formula",
    Kind.PREAMBULAR: "preamble__container",
    Kind.OPERATIVE: "para",
    Kind.SUBPARAGRAPH: "point",
    Kind.HEADING: "hcontainer",
    Kind.ARTICLE: "art",
    Kind.BODY: "para",
    Kind.ANNEX: "att",
    Kind.CLOSING: "conclusions__p",
}
NESTED = frozenset((Kind.SUBPARAGRAPH, Kind.BODY, Kind.HEADING, Kind.ARTICLE))


def name_elements(provisions: Iterable[Provision], prefix: str = "") -> dict[str, str]:
    """The `eId` of each provision, by its id; all are different. Numbers name where they are printed, else counts."""
    names: dict[str, str] = {}
    used: set[str] = set()
    counts: dict[str, int] = {}
    for provision in provisions:
        kind = provision.kind
        stem = NAMES[kind]
        above = names.get(provision.parent) if provision.parent is not None else None
        if above is not None:
            stem = f"{above}__point" if kind is Kind.BODY and "para_" in above else f"{above}__{stem}"
        elif prefix:
            stem = f"{prefix}{stem}"
        number = "".join(c for c in provision.number if c.isalnum()) if provision.number else ""
        first = f"{stem}_{number}" if number else stem
        name = first if number else f"{stem}_1"
        count = counts.get(first, 1)
        while name in used:
            count += 1
            name = f"{first}-{count}" if number else f"{stem}_{count}"
        counts[first] = count
        used.add(name)
        names[provision.id] = name
    return names
