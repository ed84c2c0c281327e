"""References found in official mark-up against the links that it carries.

    python bench/references.py DIR [--session PATTERN] [--show N]     while developing: one line for each organ

Each paragraph's own words are read; what is found is compared with the targets of its links: one pair (paragraph,
target) counts once. Parts of a resolution ("B") are left out of the comparison: the links name them in no one way.

Not every citation in the mark-up carries a link, and some links name another document than the words they stand on.
Both are counted apart: of what we found, `silent` stands on words without any link (the mark-up says nothing of it),
`wrong` on words whose link names another document; of the links, `strange` share no number with their words. Precision
is of what the mark-up speaks of; recall is of all links.
"""

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

sys.path.insert(0, str(Path(__file__).resolve().parent))

from rows import Row

from operative.clauses.references import find_references

AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
OWN = {AKN + name for name in ("container", "paragraph", "point")}
APART = {AKN + name for name in ("authorialNote", "num", "point", "sublist")}
LINKED = re.compile(r"^(?:A/(?:HRC/)?RES|S/RES|E/RES|S/PRST|A|S|E)/")
FLOOR = 0.98


def measure(data: Path) -> list[Row]:
    """Precision and recall for each organ; the floors are those of the General Assembly, whose links are dense."""
    from against_markup import members  # found only now: it needs the unpacked data

    rows: list[Row] = []
    for organ, count, missed in tallies(members(data, "akn_en_benchmark")):
        floor = FLOOR if organ == "GA" else None
        note = f"{count['gold']} links; {count['silent']} found where the mark-up has no link"
        rows.append(
            Row(
                f"references: precision, {organ}", "akn_en_benchmark", precision(count), floor, missed=missed, note=note
            )
        )
        rows.append(Row(f"references: recall, {organ}", "akn_en_benchmark", recall(count), floor, missed=missed))
    return rows


def tallies(files: Iterable[Path], show: int = 0) -> list[tuple[str, Counter[str], tuple[str, ...]]]:
    """For each organ its counts, and the files with something missed or wrong."""
    count: dict[str, Counter[str]] = {}
    unclean: dict[str, set[str]] = {}
    for path in files:
        organ = organ_of(path)
        for text, links in paragraphs(path):
            found, missed, wrong = compare(text, links, organ)
            count.setdefault(organ, Counter()).update(found)
            if missed or wrong:
                unclean.setdefault(organ, set()).add(path.stem)
                if show > 0:
                    show -= 1
                    print(path.name, "missed", missed, "wrong", wrong)
                    print("   ", re.sub(r"\s+", " ", text).strip()[:600])
    return [(organ, c, tuple(sorted(unclean.get(organ, ())))) for organ, c in count.items() if c["gold"]]


def compare(
    text: str, links: list[tuple[int, int, str]], organ: str
) -> tuple[Counter[str], dict[str, str], dict[str, set[str]]]:
    """The counts of one paragraph, the links without a reference, and the references on words of another link."""
    gold: dict[str, str] = {}
    for start, end, href in links:
        target = target_of(href)
        if LINKED.match(target):
            gold[target] = gold.get(target, "") + text[start:end]
    if not gold:
        return Counter(), {}, {}
    found = [r for r in find_references(text, "en", body=organ) if LINKED.match(r.target)]
    named = {plain_symbol(r.target) for r in found}
    wrong: dict[str, set[str]] = {}
    silent = 0
    for reference in found:
        target = plain_symbol(reference.target)
        if target in gold:
            continue
        under = {target_of(h) for s, e, h in links if s < reference.span.end and reference.span.start < e}
        under = {known for known in under if LINKED.match(known)}
        silent += not under
        if under:
            wrong[target] = under
    missed = {target: words for target, words in gold.items() if target not in named}
    strange = sum(is_strange(words, target) for target, words in missed.items())
    both = len(named & set(gold))
    return (
        Counter(gold=len(gold), found=len(named), both=both, wrong=len(wrong), silent=silent, strange=strange),
        missed,
        wrong,
    )


def precision(count: Counter[str]) -> float:
    return count["both"] / max(count["both"] + count["wrong"], 1)


def recall(count: Counter[str]) -> float:
    return count["both"] / max(count["gold"], 1)


def paragraphs(path: Path) -> Iterator[tuple[str, list[tuple[int, int, str]]]]:
    """The words of each paragraph, and the places and targets of its links."""
    root = etree.parse(str(path), etree.XMLParser(resolve_entities=False, no_network=True, recover=True)).getroot()
    for node in root.iter(*OWN) if root is not None else ():
        if any(parent.tag in (AKN + "attachments", AKN + "authorialNote") for parent in node.iterancestors()):
            continue
        parts: list[str] = []
        links: list[tuple[int, int, str]] = []
        walk(node, parts, links, True)
        text = "".join(parts)
        if text.strip():
            yield text, links


def walk(node: etree._Element, parts: list[str], links: list[tuple[int, int, str]], top: bool = False) -> None:
    """Gather the words of a node without notes, numbers and nested points, and the places of its links."""
    if not isinstance(node.tag, str) or (not top and node.tag in APART):
        return
    start = sum(map(len, parts))
    parts.append(node.text or "")
    for child in node:
        walk(child, parts, links)
        parts.append(child.tail or "")
    if node.tag in (AKN + "ref", AKN + "a", AKN + "rref") and node.get("href"):
        links.append((start, sum(map(len, parts)), node.get("href")))


def target_of(href: str) -> str:
    """The symbol in the address of a link, without language and in capitals; "" where it is none."""
    plain = unquote(href).split("?")[0]
    if "undocs.org" not in plain:
        return ""
    plain = re.sub(r"^https?://(?:www\.)?undocs\.org/+(?:en/|fr/|es/)?", "", plain).rstrip("/.,)( ")
    plain = plain + ")" if plain.count("(") > plain.count(")") else plain
    return plain_symbol(plain)


def plain_symbol(symbol: str) -> str:
    """A symbol in capitals, without spaces and without the letter of its part."""
    plain = re.sub(r"\s+", "", symbol.upper()).translate(str.maketrans("‐‑–", "---"))
    plain = re.sub(r"^([AE]/RES/(?:E?S-)?\d+/\d+)[A-Z](?:-[A-Z])?$", r"\1", plain)
    return re.sub(r"^([AE]/RES/\d+)[A-Z](?=\()", r"\1", plain)


def is_strange(words: str, target: str) -> bool:
    """Whether a link names a document that the words it stands on do not."""
    return not (set(re.findall(r"\d+|[IVXL]+", words)) & set(re.findall(r"\d+|[IVXL]+", target)))


def organ_of(path: Path) -> str:
    """The organ whose text this is, by the name of the file."""
    prefixes = {"A_HRC_": "HRC", "S_": "SC", "E_": "ECOSOC"}
    return next((organ for prefix, organ in prefixes.items() if path.name.startswith(prefix)), "GA")


def main() -> None:
    """One line for each organ, and the first disagreements in full."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("dir", type=Path)
    parser.add_argument("--session", default="")
    parser.add_argument("--show", type=int, default=0)
    args = parser.parse_args()
    files = (path for path in sorted(args.dir.rglob("*.xml")) if re.search(args.session, str(path)))
    for organ, c, _ in tallies(files, args.show):
        sound = c["both"] / max(c["gold"] - c["strange"], 1)
        print(
            f"{organ:7s} links {c['gold']:6d} found {c['found']:6d} both {c['both']:6d}  P {precision(c):.4f} "
            f"R {recall(c):.4f}  R without strange links {sound:.4f} ({c['strange']})  "
            f"wrong {c['wrong']} silent {c['silent']}"
        )


if __name__ == "__main__":
    main()
