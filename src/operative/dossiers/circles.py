"""Things that hang on one another must not hang on themselves in the end."""

from collections.abc import Iterable, Mapping

from operative.errors import Refused

__all__ = ["check_circle", "find_circle"]


def find_circle(start: str, onward: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """The way from a thing over those that it leads to back to itself, both ends named; nothing where there is none."""
    ways: list[tuple[str, ...]] = [(start,)]
    seen: set[str] = set()
    while ways:
        way = ways.pop()
        for one in onward.get(way[-1], ()):
            if one == start:
                return (*way, one)
            if one not in seen:
                seen.add(one)
                ways.append((*way, one))
    return ()


def check_circle(start: str, onward: Mapping[str, Iterable[str]], what: str) -> None:
    """Raise `Refused`, which names the circle, where a thing comes back to itself; `what` would go round."""
    circle = find_circle(start, onward)
    if circle:
        raise Refused(f"{what} would go in a circle: {' -> '.join(circle)}")
