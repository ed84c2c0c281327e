"""Readers that behave in all the ways that a child process must survive."""

import mmap
import os
import sys
import time
from collections.abc import Callable
from typing import Any

from operative.domain.texts import Text
from operative.errors import NoTextLayer


def said(words: str) -> Text:
    return Text(words, (), "text/x-said")


def read_nothing(data: bytes) -> Text:
    raise NoTextLayer("pictures only")


def read_changes(data: bytes, *, changes: str) -> Text:
    return said(changes)


def read_process(data: bytes) -> Text:
    return said(str(os.getpid()))


def read_modules(data: bytes) -> Text:
    return said(" ".join(sys.modules))


def read_slowly(data: bytes) -> Text:
    time.sleep(60)
    return said("too late")


def read_greedily(data: bytes) -> Text:
    return said(str(len(bytearray(2**31))))


def read_deeply(data: bytes) -> Text:
    return read_deeply(data)


def read_crashing(data: bytes) -> Text:
    os.abort()


def read_wrongly(data: bytes) -> Text:
    seasons: dict[str, Any] = {}
    return said(seasons["spring"])


def read_printing(data: bytes) -> Text:
    print("a library that talks", flush=True)  # noqa: T201
    return said("printed")


def read_page_by_page(data: bytes, *, pulse: Callable[..., None]) -> Text:
    for _ in range(8):
        time.sleep(0.25)
        pulse(0.5)
    return said("done")


KEPT: list[mmap.mmap] = []


def read_and_grow(data: bytes) -> Text:
    KEPT.append(mmap.mmap(-1, 450 * 2**20))
    return said(str(os.getpid()))
