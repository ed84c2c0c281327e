"""The child process that runs the readers of hostile formats, one source after the other.

It is started by `operative.text.bounded` and speaks with it through its standard input and output. It imports a reader
on the first source that needs it, and nothing else of Operative but the values that readers give.
"""

import gc
import inspect
import logging
import marshal
import os
import struct
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any, BinaryIO

from operative.domain.texts import Text
from operative.errors import OperativeError
from operative.text.packing import pack_text

__all__ = ["ANSWER", "REQUEST", "serve"]

REQUEST = struct.Struct("<IQ")
"""Lengths of the head of a request, a marshalled tuple, and of the bytes to read."""
ANSWER = struct.Struct("<cQ")
"""Kind of an answer and its length: b"T" text, b"B" bytes, b"E" error, b"P" progress."""
_WORN = 400 * 2**20
"""A child that has come to so much address space, in bytes, ends; the next source starts with a fresh one."""
_GARBAGE = 100_000
"""Texts hold no circles, so garbage is only looked for, between two sources, when so many objects were made."""

log = logging.getLogger(__name__)


def serve() -> None:
    """Answers requests until standard input ends."""
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    source = sys.stdin.buffer
    gc.disable()
    gc.freeze()
    while head := source.read(REQUEST.size):
        size, length = REQUEST.unpack(head)
        reader, options, memory = marshal.loads(source.read(size))
        data = source.read(length)
        _limit_memory(memory)
        answer, kind = _answer(reader, data, options, out)
        _send(out, kind, answer)
        del data, answer
        if gc.get_count()[0] > _GARBAGE:
            gc.collect()
        if _memory() > _WORN:
            return


def _send(out: BinaryIO, kind: bytes, content: bytes) -> None:
    out.write(ANSWER.pack(kind, len(content)))
    out.write(content)
    out.flush()


def _answer(reader: str, data: bytes, options: dict[str, Any], out: BinaryIO) -> tuple[bytes, bytes]:
    """What the reader gives or raises, as bytes, with the kind of answer."""

    def pulse(seconds: float, scan: bool = False) -> None:
        _send(out, b"P", marshal.dumps((seconds, scan)))

    try:
        made = _run(reader, data, {**options, "pulse": pulse})
        return (made, b"B") if isinstance(made, bytes) else (pack_text(made), b"T")
    except OperativeError as exc:
        return _error(type(exc).__name__, str(exc)), b"E"
    except MemoryError:
        return _error("SourceTooCostly", "the source needs more memory than it may have"), b"E"
    except RecursionError:
        return _error("SourceTooCostly", "the source is nested more deeply than can be read"), b"E"
    except Exception as exc:
        log.exception("%s failed", reader)
        return _error("UnreadableSource", f"the reader failed with {type(exc).__name__}: {exc}"), b"E"


def _error(name: str, message: str) -> bytes:
    return marshal.dumps((name, message[:2000]))


def _run(reader: str, data: bytes, options: dict[str, Any]) -> Text | bytes:
    module, _, name = reader.partition(":")
    function: Callable[..., Text | bytes] = getattr(import_module(module), name)
    taken = inspect.signature(function).parameters
    return function(data, **{key: value for key, value in options.items() if key in taken})


def _limit_memory(memory: int) -> None:
    """Bounds the address space from now on, where the system can."""
    with suppress(ImportError, ValueError, OSError):
        import resource  # not on every system

        resource.setrlimit(resource.RLIMIT_AS, (memory, resource.getrlimit(resource.RLIMIT_AS)[1]))


def _memory() -> int:
    """The address space that is in use now; 0 where the system does not tell."""
    with suppress(OSError, ValueError):
        pages = Path("/proc/self/statm").read_text("ascii").split()[0]
        return int(pages) * os.sysconf("SC_PAGE_SIZE")
    return 0
