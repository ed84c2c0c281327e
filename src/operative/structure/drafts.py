"""Provisions while they are being put together."""

from collections import Counter
from dataclasses import dataclass, field

from operative.domain.provisions import Kind
from operative.structure.blocks import Block

__all__ = ["Draft", "Drafts"]


@dataclass(slots=True)
class Draft:
    """A provision in the making: its blocks, each with the place where its words begin."""

    id: str
    kind: Kind
    number: str | None = None
    parent: str | None = None
    blocks: list[tuple[Block, int]] = field(default_factory=list)


class Drafts:
    """The provisions of a text in order, with ids that stand once each."""

    def __init__(self) -> None:
        self.all: list[Draft] = []
        self._ids: set[str] = set()
        self._counts: Counter[tuple[str, Kind]] = Counter()
        self._repeats: dict[str, int] = {}
        self._below: dict[str, list[Draft]] = {}
        self.prefix = ""

    def add(
        self,
        kind: Kind,
        wanted: str,
        block: Block,
        *,
        number: str | None = None,
        parent: str | None = None,
        start: int | None = None,
    ) -> Draft:
        """A new provision that begins with this block; an id that is taken gets the number of its part before it."""
        name = wanted if parent is not None and wanted.startswith(parent) else self.prefix + wanted
        if name in self._ids:
            name = self._free(name)
        self._ids.add(name)
        self._counts[self.prefix, kind] += 1
        draft = Draft(name, kind, number, parent, [(block, block.start if start is None else start)])
        self.all.append(draft)
        if parent is not None:
            self._below.setdefault(parent, []).append(draft)
        return draft

    def add_labelled(self, kind: Kind, wanted: str, block: Block, parent: str | None = None) -> Draft:
        """A new provision whose number is the one that the block begins with, if it has one."""
        label = block.label
        if label is None:
            return self.add(kind, wanted, block, parent=parent)
        return self.add(kind, wanted, block, number=label.printed, parent=parent, start=label.end)

    def turn(self, draft: Draft, kind: Kind, wanted: str) -> None:
        """A provision is of another kind than it looked; what stands below it moves along."""
        self._ids.discard(draft.id)
        below = self._below.pop(draft.id, [])
        self._counts[self.prefix, draft.kind] -= 1
        self._counts[self.prefix, kind] += 1
        name = self.prefix + wanted
        draft.id, draft.kind = self._free(name) if name in self._ids else name, kind
        self._ids.add(draft.id)
        self._below[draft.id] = [other for other in below if other.parent is not None]
        for other in self._below[draft.id]:
            other.parent = draft.id

    def _free(self, name: str) -> str:
        count = self._repeats.get(name, 1) + 1
        while f"{name}-{count}" in self._ids:
            count += 1
        self._repeats[name] = count
        return f"{name}-{count}"

    def extend(self, draft: Draft, block: Block) -> None:
        """The block goes on with the words of the provision."""
        draft.blocks.append((block, block.start))

    def next(self, kind: Kind) -> int:
        """How many of a kind there are in this document, and one."""
        return self._counts[self.prefix, kind] + 1
