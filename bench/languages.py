"""The same provision in several languages: the same force, timing values and references.

    python bench/languages.py DIR [--language xx] [--show N]     while developing

Documents of one symbol are aligned paragraph by paragraph where they have equally many. Compared are the operative
paragraphs and the points below them: the forces of their acts in order, the values of the timings that acts carry, and
the targets of references. Events are left out, since their value is their words; of a length that counts from an event
only the length and the direction are compared.
"""

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from lxml import etree

sys.path.insert(0, str(Path(__file__).resolve().parent))

from rows import Row

from operative.clauses.acts import find_acts
from operative.clauses.references import find_references
from operative.domain.acts import TimingKind

AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
APART = {AKN + "authorialNote", AKN + "num"}
ENDINGS = {"eng": "en", "fra": "fr", "spa": "es", "rus": "ru", "ara": "ar", "zho": "zh"}
FLOOR = 0.95
MEASURES = ("force", "timings", "references")


def measure(data: Path) -> list[Row]:
    """For each language the share of paragraphs that say the same as in English; floors for French and Spanish."""
    from against_markup import members  # found only now: it needs the unpacked data

    rows: list[Row] = []
    for language in ("fr", "es", "ru", "ar", "zh"):
        count, unlike = tally(members(data, "akn_six_benchmark"), language)
        for what in MEASURES:
            figure = count[what] / max(count["all"], 1)
            floor = FLOOR if language in ("fr", "es") else None
            some = f"{count[what + ' both']}/{count[what + ' any']}"
            note = f"{count['all']} paragraphs; of those with any in one of the two: {some}"
            rows.append(
                Row(
                    f"same {what} as in English: {language}",
                    "akn_six_benchmark",
                    figure,
                    floor,
                    missed=tuple(unlike[what]),
                    note=note,
                )
            )
    return rows


def tally(files: Iterable[Path], language: str, show: int = 0) -> tuple[Counter[str], dict[str, list[str]]]:
    """How many aligned paragraphs say the same, and the names of those that do not."""
    count: Counter[str] = Counter()
    unlike: dict[str, list[str]] = {what: [] for what in MEASURES}
    for symbol, place, adopted, english, other in aligned(files, language):
        organ = organ_of(symbol)
        first, second = said(english, "en", organ, adopted), said(other, language, organ, adopted)
        count["all"] += 1
        for what in MEASURES:
            same = first[what] == second[what]
            some = bool(first[what] or second[what])
            count.update({what: same, f"{what} any": some, f"{what} both": some and same})
            if not same:
                unlike[what].append(f"{symbol} {place}")
                if show > 0:
                    show -= 1
                    print(f"--- {symbol} {place} {what}\n  en {first[what]}\n  {language} {second[what]}")
                    print("  ", english[:400])
                    print("  ", other[:400])
    return count, unlike


def said(text: str, language: str, organ: str, adopted: str) -> dict[str, list[str]]:
    """What a paragraph says: forces in order, values of timings and targets of references as sets."""
    acts = find_acts(text, language, body=organ, adopted=adopted)
    values = {plain_value(t.value) for act in acts for t in act.timings if t.kind is not TimingKind.EVENT}
    targets = {
        plain_target(reference.target, reference.quote)
        for reference in find_references(text, language, body=organ)
        if reference.rule != "treaty"
    }
    return {
        "force": [act.force.value for act in acts],
        "timings": sorted(values),
        "references": sorted(targets),
    }


def plain_value(value: str) -> str:
    """A value without the words of one language."""
    return re.sub(r" (after|before):.*", r" \1", value)


def plain_target(target: str, quote: str) -> str:
    return re.sub(r"^(./RES/\d+/\d+) [A-Z]$", r"\1", target) or f"? {quote}"


def aligned(files: Iterable[Path], language: str) -> Iterator[tuple[str, int, str, str, str]]:
    """Symbol, place, day of adoption and the words of each operative paragraph in English and in the other language."""
    known: dict[str, dict[str, Path]] = {}
    for path in files:
        symbol, _, ending = path.stem.rpartition(".")
        if ENDINGS.get(ending) in ("en", language):
            known.setdefault(symbol, {})[ENDINGS[ending]] = path
    for symbol, pair in known.items():
        if len(pair) < 2:
            continue
        (adopted, english), (_, other) = operative(pair["en"]), operative(pair[language])
        if len(english) == len(other):
            for place, (one, two) in enumerate(zip(english, other, strict=True), 1):
                yield symbol, place, adopted, one, two


def operative(path: Path) -> tuple[str, list[str]]:
    """The day of adoption, and the words of each paragraph of the main body with the points below it."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    root = etree.parse(str(path), parser).getroot()
    if root is None:
        return "", []
    day = root.find(f".//{AKN}FRBRWork/{AKN}FRBRdate")
    body = root.find(f".//{AKN}mainBody")
    found = []
    for node in body.iter(AKN + "paragraph") if body is not None else ():
        if not any(parent.tag == AKN + "paragraph" for parent in node.iterancestors()):
            found.append(re.sub(r"\s+", " ", "".join(words(node))).strip())
    return (day.get("date", "") if day is not None else ""), found


def words(node: etree._Element) -> Iterator[str]:
    yield node.text or ""
    for child in node:
        if isinstance(child.tag, str) and child.tag not in APART:
            yield from words(child)
        elif child.tag == AKN + "num":
            yield f" {''.join(child.itertext()).strip()} "
        yield child.tail or ""


def organ_of(symbol: str) -> str:
    prefixes = {"A_HRC_": "HRC", "S_": "SC", "E_": "ECOSOC"}
    return next((organ for prefix, organ in prefixes.items() if symbol.startswith(prefix)), "GA")


def share_of_some(count: Counter[str], what: str) -> float:
    """The share among paragraphs in which one of the two languages says anything of the kind."""
    return count[f"{what} both"] / max(count[f"{what} any"], 1)


def main() -> None:
    """One line for each language, and the first differences in full."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("dir", type=Path)
    parser.add_argument("--language", default="")
    parser.add_argument("--show", type=int, default=0)
    args = parser.parse_args()
    files = sorted(args.dir.rglob("*.xml"))
    for language in [args.language] if args.language else ["fr", "es", "ru", "ar", "zh"]:
        count, _ = tally(files, language, args.show)
        shares = "  ".join(
            f"{what} {count[what] / count['all']:.4f} ({share_of_some(count, what):.4f})" for what in MEASURES
        )
        print(f"{language} {count['all']} paragraphs  {shares}")


if __name__ == "__main__":
    main()
