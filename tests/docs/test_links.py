"""Links in the documentation lead somewhere."""

import re
import tomllib
from pathlib import Path

import pytest

from .public_names import DOCS, ROOT

PAGES = [
    *sorted(DOCS.rglob("*.md")),
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", "bench/README.md")),
]
LINK = re.compile(r"\[[^\]]+\]\((?P<target>[^)\s]+)\)")


def anchors(text: str) -> set[str]:
    """The anchors that the headings of a page get."""
    heads = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).strip().replace(" ", "-") for head in heads}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(path: Path):
    dead = []
    for match in LINK.finditer(path.read_text("utf-8")):
        target, _, anchor = match["target"].partition("#")
        if "://" in target:
            continue
        place = (path.parent / target).resolve() if target else path
        if not place.exists() or (anchor and anchor not in anchors(place.read_text("utf-8"))):
            dead.append(match["target"])

    assert dead == []


def test_every_page_is_in_the_navigation_or_the_list_of_decisions():
    def pages(node: object) -> set[str]:
        if isinstance(node, str):
            return {node}
        children = node.values() if isinstance(node, dict) else node
        return {page for child in children for page in pages(child)}

    listed = pages(tomllib.loads((ROOT / "zensical.toml").read_text("utf-8"))["project"]["nav"])
    written = {str(path.relative_to(DOCS)) for path in DOCS.rglob("*.md")}

    assert written == listed
