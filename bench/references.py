"""References found in official mark-up against the links that it carries.

    python bench/references.py DIR [--session PATTERN] [--show N] [--organ ORGAN]

DIR holds Akoma Ntoso files as the United Nations publish them. Each paragraph's own words are read; what is found is
compared with the targets of its links: one pair (paragraph, target) counts once. Parts of a resolution ("B") are left
out of the comparison, since the official links name them in no one way.

Not every citation in the mark-up carries a link, and some links name another document than the words they stand on.
Both are counted apart: of what we found, `silent` stands on words without any link (the mark-up says nothing of it),
`wrong` on words whose link names another document; of the links, `strange` share no number with their words.
"""

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

from operative.clauses.references import find_references

AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
OWN = {AKN + name for name in ("container", "paragraph", "point")}
APART = {AKN + name for name in ("authorialNote", "num", "point", "sublist")}
ORGANS = {"unga": "GA", "unsc": "SC", "ecosoc": "ECOSOC", "unhrc": "HRC", "hrc": "HRC"}
LINKED = re.compile(r"^(?:A/(?:HRC/)?RES|S/RES|E/RES|S/PRST|A|S|E)/")


def paragraphs(path: Path) -> Iterator[tuple[str, list[tuple[int, int, str]]]]:
    """The words of each paragraph, and the places and targets of its links."""
    root = etree.parse(str(path), etree.XMLParser(resolve_entities=False, no_network=True, recover=True)).getroot()
    for node in root.iter(*OWN):
        if any(parent.tag in (AKN + "attachments", AKN + "authorialNote") for parent in node.iterancestors()):
            continue
        parts: list[str] = []
        links: list[tuple[int, int, str]] = []
        walk(node, parts, links, True)
        text = "".join(parts)
        if text.strip():
            yield text, links


def walk(node: etree._Element, parts: list[str], links: list[tuple[int, int, str]], top: bool = False) -> None:
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
    plain = re.sub(r"\s+", "", symbol.upper()).translate(str.maketrans("‐‑–", "---"))
    plain = re.sub(r"^([AE]/RES/(?:E?S-)?\d+/\d+)[A-Z](?:-[A-Z])?$", r"\1", plain)
    return re.sub(r"^([AE]/RES/\d+)[A-Z](?=\()", r"\1", plain)


def is_strange(words: str, target: str) -> bool:
    """Whether a link names a document that the words it stands on do not."""
    return not (set(re.findall(r"\d+|[IVXL]+", words)) & set(re.findall(r"\d+|[IVXL]+", target)))


def organ_of(path: Path) -> str:
    for code, name in (("A_HRC_", "HRC"), ("A_RES", "GA"), ("A_DEC", "GA"), ("S_", "SC"), ("E_", "ECOSOC")):
        if path.name.startswith(code):
            return name
    return ""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("dir", type=Path)
    parser.add_argument("--session", default="")
    parser.add_argument("--organ", default="")
    parser.add_argument("--show", type=int, default=0)
    args = parser.parse_args()
    count: dict[str, Counter[str]] = {}
    shown = 0
    for path in sorted(args.dir.rglob("*.xml")):
        organ = organ_of(path)
        if not re.search(args.session, str(path)) or (args.organ and organ != args.organ):
            continue
        tally = count.setdefault(organ, Counter())
        for text, links in paragraphs(path):
            if not links:
                tally["unlinked paragraphs"] += 1
                tally["found there"] += bool(
                    [r for r in find_references(text, "en", body=organ) if LINKED.match(r.target)]
                )
                continue
            gold: dict[str, str] = {}
            for start, end, href in links:
                target = target_of(href)
                if target and LINKED.match(target):
                    gold[target] = gold.get(target, "") + text[start:end]
            found = [r for r in find_references(text, "en", body=organ) if LINKED.match(r.target)]
            named = {plain_symbol(r.target) for r in found}
            missed = set(gold) - named
            strange = {t for t in missed if is_strange(gold[t], t)}
            wrong = {}
            for reference in found:
                under = {target_of(h) for s, e, h in links if s < reference.span.end and reference.span.start < e}
                under = {known for known in under if LINKED.match(known)}
                target = plain_symbol(reference.target)
                if target not in gold:
                    tally["silent"] += not under
                    if under:
                        wrong[target] = under
            tally.update(gold=len(gold), found=len(named), both=len(named & set(gold)), strange=len(strange))
            tally["wrong"] += len(wrong)
            if (missed or wrong) and shown < args.show:
                shown += 1
                print(path.name, "missed", {t: gold[t] for t in missed}, "wrong", wrong)
                print("   ", re.sub(r"\s+", " ", text).strip()[:700])
    for organ, c in count.items():
        recall = c["both"] / max(c["gold"], 1)
        sound = c["both"] / max(c["gold"] - c["strange"], 1)
        precision = c["both"] / max(c["both"] + c["wrong"], 1)
        print(
            f"{organ:7s} links {c['gold']:6d} found {c['found']:6d} both {c['both']:6d}  "
            f"P {precision:.4f} R {recall:.4f}  R without strange links {sound:.4f} ({c['strange']})  "
            f"wrong {c['wrong']} silent {c['silent']}"
        )
    sys.exit(0 if count else 2)


if __name__ == "__main__":
    main()
