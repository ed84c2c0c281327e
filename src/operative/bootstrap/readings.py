"""What was read out of the sources that are kept: fetched once, settled by the claims of a scope."""

import json
from collections import OrderedDict
from contextlib import suppress
from typing import TypeVar

from operative.bootstrap.logic import logic_version
from operative.domain.claims import Claim
from operative.domain.readings import Reading
from operative.dossiers.ports import Ledgers
from operative.dossiers.records import as_plain, canonical, from_plain
from operative.errors import MalformedRecord, UnreadableSource

__all__ = ["Readings", "reading_as_text", "reading_from_text"]

K = TypeVar("K")
V = TypeVar("V")
AT_HAND = 24
"""How many readings stay in memory."""


class Readings:
    """The readings of the sources in one place; those that were asked for last are at hand."""

    def __init__(self, ledgers: Ledgers) -> None:
        self._ledgers = ledgers
        self._read: OrderedDict[str, Reading] = OrderedDict()
        self._settled: OrderedDict[tuple[str, str], tuple[Reading, tuple[Claim, ...], Reading]] = OrderedDict()

    def read(self, sha256: str, name: str, scope: str = "") -> Reading | None:
        """What is read out of bytes that are kept; None where they are not there or cannot be read.

        In a scope, values are as the claims of that scope leave them.
        """
        reading = self._read.get(sha256) or self._stored(sha256) or self._made(sha256, name)
        if reading is None:
            return None
        _keep(self._read, sha256, reading)
        return self._settle(reading, scope) if scope else reading

    def take(self, data: bytes, name: str) -> Reading:
        """What is read out of bytes that somebody brings; they are kept first, whatever becomes of the reading.

        Raises `UnreadableSource`, or one of its kinds, where no text can be had.
        """
        sha256 = self._ledgers.keep(data, name)
        known = self._read.get(sha256) or self._stored(sha256)
        if known is None:
            # The readers load with the first text to read.
            from operative.bootstrap.reading import read

            known = read(data, name=name).whole
            self.keep(known)
        return known

    def read_again(self, sha256: str, name: str) -> None:
        """Has the bytes read once more by the rules of today; what persons said of them stays."""
        self._read.pop(sha256, None)
        self._made(sha256, name)

    def keep(self, reading: Reading) -> None:
        """Keeps what was read of bytes that are kept."""
        _keep(self._read, reading.source.sha256, reading)
        self._ledgers.keep_reading(reading.source.sha256, logic_version(), reading_as_text(reading))

    def _settle(self, reading: Reading, scope: str) -> Reading:
        key = (reading.source.sha256, scope)
        claims = self._ledgers.claims(*key)
        if not claims:
            return reading
        known = self._settled.get(key)
        if known is None or known[0] is not reading or known[1] != claims:
            # The rules load where persons corrected what they had read.
            from operative.bootstrap.corrections import settled

            known = (reading, claims, settled(reading, claims))
        _keep(self._settled, key, known)
        return known[2]

    def _stored(self, sha256: str) -> Reading | None:
        text = self._ledgers.reading(sha256, logic_version())
        if text is None:
            return None
        try:
            return reading_from_text(text)
        except MalformedRecord:  # a cache that was damaged is made anew
            return None

    def _made(self, sha256: str, name: str) -> Reading | None:
        data = self._ledgers.source(sha256)
        if data is None:
            return None
        # The readers load with the first text to read.
        from operative.bootstrap.reading import read

        try:
            reading = read(data, name=name).whole
        except UnreadableSource:
            return None
        self.keep(reading)
        return reading


def _keep(kept: OrderedDict[K, V], key: K, value: V) -> None:
    """The value as the one that was used last; the one that was not used for longest goes."""
    # Other threads do the same at the same time: what is gone already is gone.
    kept.pop(key, None)
    kept[key] = value
    while len(kept) > AT_HAND:
        with suppress(KeyError):
            kept.popitem(last=False)


def reading_as_text(reading: Reading) -> str:
    """A reading as JSON, whole."""
    return canonical(as_plain(reading)).decode()


def reading_from_text(text: str) -> Reading:
    """The reading that JSON describes; raises `MalformedRecord`."""
    try:
        plain = json.loads(text)
    except ValueError as exc:
        raise MalformedRecord(f"a kept reading is no JSON: {exc}") from exc
    return from_plain(Reading, plain)
