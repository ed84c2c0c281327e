"""A corpus: a folder of parts, and what is derived from them."""

import hashlib
import json
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Self

from operative.corpus.parts import part_folders, read_table, write_part
from operative.domain.holdings import HeldAct, HeldProvision, HeldReference, Holding, Intake, IntakeRecord
from operative.errors import WrongCall

__all__ = ["Corpus"]

FORMAT = "operative/corpus@1"


class Corpus:
    """All that was taken in, part by part. What is asked for is read from disk once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @classmethod
    def open(cls, folder: Path) -> Self:
        """The corpus in a folder; raises `WrongCall` where there is none."""
        try:
            head = json.loads((folder / "corpus.json").read_text("utf-8"))
        except (OSError, ValueError) as exc:
            right = f"operative corpus read DIR --into {folder}"
            raise WrongCall(f"{folder} holds no corpus; make one with: {right}") from exc
        if head.get("format") != FORMAT:
            raise WrongCall(f"{folder} holds {head.get('format')!r}; this version reads {FORMAT!r}")
        return cls(folder)

    @classmethod
    def open_or_make(cls, folder: Path) -> Self:
        """The corpus in a folder, made where the folder is missing or empty."""
        if folder.exists() and (not folder.is_dir() or ((folder / "corpus.json").exists() or any(folder.iterdir()))):
            return cls.open(folder)
        try:
            (folder / "parts").mkdir(parents=True)
            (folder / "corpus.json").write_text(json.dumps({"format": FORMAT}) + "\n", "utf-8")
        except OSError as exc:
            raise WrongCall(f"{folder} cannot be made ({exc.strerror}); name a folder that may be written") from exc
        return cls(folder)

    def add(self, records: Sequence[IntakeRecord]) -> None:
        """Keep records as a new part."""
        write_part(self.folder, records)
        for name in ("parts", "intakes", "holdings", "provisions", "acts", "references", "state"):
            self.__dict__.pop(name, None)

    @cached_property
    def parts(self) -> tuple[Path, ...]:
        """The folders of the parts, in order."""
        return part_folders(self.folder)

    @cached_property
    def state(self) -> str:
        """What tells whether something derived from the parts is still true: a digest of their names."""
        return hashlib.sha256("\n".join(part.name for part in self.parts).encode()).hexdigest()

    @cached_property
    def intakes(self) -> tuple[Intake, ...]:
        """All sources, those that were not read too; of one that failed and was read later only the reading."""
        rows = [row for part in self.parts for row in read_table(part, Intake)]
        return tuple({row.sha256: row for row in sorted(rows, key=lambda row: not row.error)}.values())

    @cached_property
    def holdings(self) -> dict[str, Holding]:
        """All documents by key."""
        return {row.key: row for part in self.parts for row in read_table(part, Holding)}

    @cached_property
    def provisions(self) -> tuple[HeldProvision, ...]:
        """All provisions, document by document in the order of the text."""
        return tuple(row for part in self.parts for row in read_table(part, HeldProvision))

    @cached_property
    def acts(self) -> tuple[HeldAct, ...]:
        """All acts."""
        return tuple(row for part in self.parts for row in read_table(part, HeldAct))

    @cached_property
    def references(self) -> tuple[HeldReference, ...]:
        """All citations."""
        return tuple(row for part in self.parts for row in read_table(part, HeldReference))

    def derived(self, name: str) -> Path:
        """The folder of something derived, which may be missing; it can be deleted and made again."""
        return self.folder / "derived" / name

    def is_current(self, name: str) -> bool:
        """Whether something derived was made from the parts as they are now."""
        try:
            return (self.derived(name) / "state").read_text("utf-8") == self.state
        except OSError:
            return False

    def mark_current(self, name: str) -> None:
        """Say that something derived is made from the parts as they are now."""
        (self.derived(name) / "state").write_text(self.state, "utf-8")
