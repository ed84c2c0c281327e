"""Where the site listens, and by which names: as an option says, else as it is set."""

from dataclasses import dataclass

from operative.bootstrap.configuration import value_of
from operative.errors import WrongCall

__all__ = ["Listening", "listening_of"]

HOST = "127.0.0.1"
PORT = 8080
LARGEST_PORT = 65535
TRUTHS = {"true": True, "false": False, "1": True, "0": False, "yes": True, "no": False}


@dataclass(frozen=True, slots=True)
class Listening:
    """An address and a port, the names that the site answers to, and whether a proxy speaks HTTPS before it."""

    host: str
    port: int
    names: tuple[str, ...]
    https: bool


def listening_of(
    host: str | None = None, port: int | None = None, names: tuple[str, ...] = (), https: bool | None = None
) -> Listening:
    """What was given, filled up with what is set.

    Raises `WrongCall` where what is set is no port, or neither true nor false.
    """
    return Listening(
        host or value_of("serve.host") or HOST,
        port_of(value_of("serve.port")) if port is None else port,
        names or tuple(name.strip() for name in value_of("serve.names").split(",") if name.strip()),
        truth_of(value_of("serve.https")) if https is None else https,
    )


def port_of(words: str) -> int:
    """The port that is set; 8080 where none is."""
    if not words:
        return PORT
    if words.isascii() and words.isdigit() and int(words) <= LARGEST_PORT:
        return int(words)
    raise WrongCall(f"serve.port is set to {words!r}, which is no port")


def truth_of(words: str) -> bool:
    """Whether what is set means true; false where nothing is."""
    if words and words.lower() not in TRUTHS:
        raise WrongCall(f"serve.https is set to {words!r}; write true or false")
    return TRUTHS.get(words.lower(), False)
