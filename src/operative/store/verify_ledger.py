"""Verifies a ledger that Operative exported: python verify_ledger.py FILE [PUBLIC-KEY]

Needs Python 3.9 or later and nothing else; imports nothing of Operative, so that nobody has to trust it. Read it: it is
short. The entries must follow each other without a gap, each digest must be SHA-256 of the digest before it and of the
canonical entry (keys in order, no blanks, UTF-8), and each checkpoint must bear an Ed25519 signature (RFC 8032) over a
digest that stands in the ledger. With a public key, in hex, only checkpoints signed with that key count.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterable
from typing import Any

__all__ = ["main", "problems_of"]

Point = tuple[int, int, int, int]
P = 2**255 - 19
Q = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT = pow(2, (P - 1) // 4, P)  # of -1


def add(a: Point, b: Point) -> Point:
    """The sum of two points of the curve, in extended coordinates."""
    m, n = (a[1] - a[0]) * (b[1] - b[0]) % P, (a[1] + a[0]) * (b[1] + b[0]) % P
    c, d = 2 * a[3] * b[3] * D % P, 2 * a[2] * b[2] % P
    e, f, g, h = n - m, d - c, d + c, n + m
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(number: int, point: Point) -> Point:
    """A point added to itself so many times."""
    total: Point = (0, 1, 1, 0)
    while number:
        if number & 1:
            total = add(total, point)
        point, number = add(point, point), number >> 1
    return total


def point_of(data: bytes) -> Point | None:
    """The point that 32 bytes name; None where they name none."""
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & ((1 << 255) - 1)
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT % P
    if y >= P or (x * x - square) % P or (x == 0 and sign):
        return None
    x = P - x if x & 1 != sign else x
    return x, y, 1, x * y % P


BASE = point_of((4 * pow(5, P - 2, P) % P).to_bytes(32, "little")) or (0, 1, 1, 0)


def is_signed(key: bytes, message: bytes, signature: bytes) -> bool:
    """Whether an Ed25519 signature of the message is that of the key."""
    if len(key) != 32 or len(signature) != 64:
        return False
    whose, where, s = point_of(key), point_of(signature[:32]), int.from_bytes(signature[32:], "little")
    if whose is None or where is None or s >= Q:
        return False
    k = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % Q
    left, right = times(s, BASE), add(where, times(k, whose))
    return (left[0] * right[2] - right[0] * left[2]) % P == 0 and (left[1] * right[2] - right[1] * left[2]) % P == 0


def problems_of(lines: Iterable[str], trusted: str = "") -> list[str]:
    """What is wrong with the lines of an exported ledger, in words; nothing where all is as it was recorded."""
    lines = iter(lines)
    head = json.loads(next(lines, "{}"))
    if head.get("format") != "operative/ledger@1":
        return ["this is no exported ledger: the first line must name the format operative/ledger@1"]
    problems: list[str] = []
    digests: dict[int, str] = {}
    last, previous = 0, "0" * 64
    for line in filter(str.strip, lines):
        told = json.loads(line)
        if "checkpoint" in told:
            problems += wrong_mark(head["dossier"], told["checkpoint"], digests, last, trusted)
            continue
        entry, digest = told["entry"], told["digest"]
        if entry["number"] != last + 1 or entry["dossier"] != head["dossier"]:
            problems.append(f"entry {last + 1} is missing or out of order")
        body = json.dumps(entry, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        if hashlib.sha256((previous + body).encode()).hexdigest() != digest:
            problems.append(f"entry {entry['number']} is not what was recorded")
        last, previous = entry["number"], digest
        digests[last] = digest
    return problems


def wrong_mark(dossier: str, mark: dict[str, Any], digests: dict[int, str], last: int, trusted: str) -> list[str]:
    """What is wrong with a checkpoint."""
    told = ("operative/checkpoint@1", dossier, str(mark["number"]), mark["digest"], mark["made"])
    message = "".join(f"{one}\n" for one in told).encode()
    place = f"the checkpoint of {mark['made']} at entry {mark['number']}"
    if not is_signed(bytes.fromhex(mark["key"]), message, bytes.fromhex(mark["signature"])):
        return [f"{place} does not bear its signature"]
    if trusted and mark["key"] != trusted:
        return [f"{place} is signed with another key: {mark['key']}"]
    if mark["number"] > last:
        return [f"{place} is beyond the last entry, {last}: the end was lost"]
    if digests.get(mark["number"], "0" * 64) != mark["digest"]:
        return [f"{place} was made over other entries"]
    return []


def main(arguments: list[str]) -> int:
    """Says what is wrong, and ends with 1 where anything is."""
    if not arguments:
        sys.stdout.write(f"{__doc__}\n")
        return 2
    with open(arguments[0], encoding="utf-8") as lines:  # noqa: PTH123  as plain as it can be
        problems = problems_of(lines, *arguments[1:2])
    sys.stdout.write("".join(f"{one}\n" for one in problems) or "The ledger is as it was recorded.\n")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
