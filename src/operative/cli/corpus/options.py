"""What the commands on a corpus share."""

import json
import sys
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from operative.errors import WrongCall

if TYPE_CHECKING:
    from operative.corpus.corpora import Corpus

__all__ = ["BODY", "FOLDER", "FORM", "document_of", "open_corpus", "print_lines", "require_extra"]

NEEDED = ("numpy", "pyarrow", "tantivy")

FOLDER = click.argument("folder", metavar="FOLDER", type=click.Path(path_type=Path))
BODY = click.option("--body", default="", help="Only of this body: its key, code or name.")
FORM = click.option(
    "--to", "to", type=click.Choice(("table", "json")), default="table", show_default=True, help="The form."
)


def require_extra() -> None:
    """Say which packages are missing, where some are; raises `WrongCall`."""
    missing = [name for name in NEEDED if find_spec(name) is None]
    if missing:
        right = "pip install 'operative[corpus]'"
        raise WrongCall(f"a corpus needs {', '.join(missing)}, not installed here; right would be: {right}")


def open_corpus(folder: Path) -> "Corpus":
    """The corpus in a folder."""
    require_extra()
    # The tables need a large library, which `operative --help` must not wait for.
    from operative.corpus.corpora import Corpus

    return Corpus.open(folder)


def document_of(corpus: "Corpus", name: str) -> str:
    """The key of the document that a person names by key, symbol, number or source; raises `WrongCall` for none."""
    wanted = name.casefold()
    chosen = [
        holding
        for holding in corpus.holdings.values()
        if wanted in {holding.key, holding.symbol.casefold(), holding.called.casefold(), holding.name.casefold()}
    ]
    if not chosen:
        raise WrongCall(f"no document of this corpus is called {name!r}; operative corpus search finds its symbol")
    if len({holding.symbol for holding in chosen}) > 1:
        named = ", ".join(f"{holding.key} ({holding.called})" for holding in chosen[:8])
        raise WrongCall(f"{len(chosen)} documents are called {name!r}; name one by its key: {named}")
    return chosen[-1].key


def print_lines(rows: Iterable[Any]) -> None:
    """One JSON object a line."""
    for row in rows:
        sys.stdout.buffer.write(json.dumps(row, ensure_ascii=False).encode() + b"\n")
