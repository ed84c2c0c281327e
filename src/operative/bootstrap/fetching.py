"""Bytes from servers: with patience for slow and overloaded ones, and an end to it."""

import http.client
import time
from collections.abc import Callable
from dataclasses import dataclass
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from operative import __version__
from operative.errors import SourceTooCostly, UnreachableSource, WrongCall

__all__ = ["Fetcher"]

PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})
"""Answers after which the same question may be answered."""

BLOCK = 1 << 16


@dataclass(frozen=True, slots=True)
class Fetcher:
    """How a server is asked: seconds for each answer, tries, the longest pause that it may ask for, bytes at most."""

    seconds: float = 60.0
    tries: int = 4
    longest_pause: float = 120.0
    largest: int = 256 * 2**20
    sleep: Callable[[float], None] = time.sleep

    def get(self, url: str) -> bytes:
        """The bytes at an address; raises `UnreachableSource` where no try gets them, `SourceTooCostly` for too many,
        `WrongCall` for an address that is not http or https.
        """
        if urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).hostname:
            raise WrongCall(f"{url!r} is no address; right would be: https://repository.example/oai")
        why = ""
        for number in range(self.tries):
            pause = 2.0**number
            try:
                return self._once(url)
            except HTTPError as exc:
                why = f"{exc.code} {exc.reason}"
                asked = exc.headers.get("Retry-After") or ""
                if exc.code not in PASSING:
                    break
                pause = min(float(asked), self.longest_pause) if asked.isdecimal() else pause
            except (URLError, OSError, http.client.HTTPException) as exc:
                why = str(getattr(exc, "reason", None) or exc) or type(exc).__name__
            if number < self.tries - 1:
                self.sleep(pause)
        raise UnreachableSource(f"{url}: {why}")

    def _once(self, url: str) -> bytes:
        begun = time.monotonic()
        request = Request(url, headers={"User-Agent": f"operative/{__version__}"})
        parts: list[bytes] = []
        size = 0
        with urlopen(request, timeout=self.seconds) as answer:
            expected = answer.headers.get("Content-Length")
            while part := answer.read1(BLOCK):
                parts.append(part)
                size += len(part)
                if size > self.largest:
                    raise SourceTooCostly(f"{url} has more than {self.largest:,} bytes")
                if time.monotonic() - begun > self.seconds:
                    raise TimeoutError(f"no whole answer within {self.seconds:.0f} s")
        if expected is not None and size < int(expected):
            raise http.client.IncompleteRead(b"".join(parts), int(expected) - size)
        return b"".join(parts)
