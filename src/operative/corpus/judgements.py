"""What persons decided about the texts of a corpus: a file of JSON lines that only grows."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from operative.corpus.corpora import Corpus
from operative.domain.days import PartialDate
from operative.domain.validity import Judgement, Validity
from operative.errors import WrongCall

__all__ = ["FILE", "add_judgement", "read_judgements"]

FILE = "judgements.jsonl"
"""The file in the folder of the corpus; not derived, so never made again."""


def read_judgements(corpus: Corpus) -> tuple[Judgement, ...]:
    """All judgements in the order in which they were given; raises `WrongCall` for a line that is none."""
    path = corpus.folder / FILE
    return tuple(_lines(path)) if path.exists() else ()


def add_judgement(corpus: Corpus, judgement: Judgement) -> None:
    """Keep a judgement; raises `WrongCall` where nobody gave it, or it is about no text of the corpus."""
    if not judgement.by.strip():
        raise WrongCall("a judgement needs the name of the person who gives it")
    if judgement.document not in corpus.holdings:
        raise WrongCall(f"the corpus holds no document {judgement.document!r}")
    for day in (judgement.day, judgement.until):
        if day and len(PartialDate(day).iso) < len("2030-01-31"):
            raise WrongCall(f"{day!r} is no day; right would be: 2030-01-31")
    with (corpus.folder / FILE).open("a", encoding="utf-8") as file:
        file.write(json.dumps(asdict(judgement), ensure_ascii=False) + "\n")


def _lines(path: Path) -> Iterator[Judgement]:
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        try:
            row = json.loads(line)
            yield Judgement(**row | {"state": Validity(row["state"])})
        except (ValueError, TypeError, KeyError) as exc:
            raise WrongCall(f"{path}, line {number}: not a judgement: {exc}") from exc
