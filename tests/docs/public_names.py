"""What the product shows to people, found in its source: the documentation must know all of it."""

import ast
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from operative.bootstrap.configuration import SETTINGS

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "operative"
DOCS = ROOT / "docs"


def page(name: str) -> str:
    """The text of a page of the documentation."""
    return (DOCS / name).read_text("utf-8")


def sections(text: str) -> dict[str, str]:
    """The sections of a page by heading."""
    parts = re.split(r"^##+ (.+)$", text, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def trees() -> Iterator[tuple[Path, ast.Module]]:
    """Every module of the product."""
    for path in sorted(SOURCE.rglob("*.py")):
        yield path, ast.parse(path.read_text("utf-8"))


def literals(node: ast.expr) -> Iterator[str]:
    """The strings that an expression can be, as far as the source tells."""
    match node:
        case ast.Constant(value=str(value)):
            yield value
        case ast.IfExp(body=body, orelse=other):
            yield from literals(body)
            yield from literals(other)


def finding_codes() -> set[str]:
    """The codes of all findings that the source can make: first in a `Finding`, before a `Severity`, or a `code`."""
    codes: set[str] = set()
    for path, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Finding":
                for given in [*node.args[:1], *(word.value for word in node.keywords if word.arg == "code")]:
                    codes.update(literals(given))
            values = node.args if isinstance(node, ast.Call) else node.elts if isinstance(node, ast.Tuple) else []
            for code, severity in pairwise(values):
                if isinstance(severity, ast.Attribute) and ast.unparse(severity.value) == "Severity":
                    codes.update(literals(code))
            if (
                path.name != "errors.py"
                and isinstance(node, ast.Assign)
                and ast.unparse(node.targets[0]).strip("(").partition(",")[0] == "code"
            ):
                value = node.value.elts[0] if isinstance(node.value, ast.Tuple) else node.value
                codes.update(code for code in literals(value) if "-" in code)
    return codes


def settings() -> set[str]:
    """What can be set, under each of its names, and the other variables that the source reads."""
    names = {name for setting in SETTINGS for name in (setting.key, setting.variable)}
    for path, _ in trees():
        text = path.read_text("utf-8")
        names.update(re.findall(r"\bOPERATIVE_[A-Z_]+\b", text))
        names.update(re.findall(r"environ(?:\.get\(|\[)\s*\"([A-Z_]+)\"", text))
        names.update(re.findall(r"\"([A-Z_]+)\" (?:not )?in os\.environ", text))
        names.update(re.findall(r"getenv\(\s*\"([A-Z_]+)\"", text))
    return names


def vocabulary_topics() -> set[str]:
    """The names of the vocabulary files and folders."""
    files = (path.relative_to(SOURCE / "vocabulary" / "data") for path in SOURCE.rglob("vocabulary/data/**/*.toml"))
    return {path.parts[0].removesuffix(".toml") for path in files}
