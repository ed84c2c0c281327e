"""Expressions as people write them, read into a small tree; nothing but reckoning can be written."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from operative.errors import WrongFormula

__all__ = ["NAME", "Choice", "Name", "Negation", "Node", "Number", "Operation", "names_of", "read_expression", "wrong"]

LONGEST, MOST_TOKENS, DEEPEST = 1000, 200, 30
DIGITS = 30
CHOICES = ("min", "max")
# "share", "ceb.budget", "größe"
NAME = re.compile(r"[^\W\d][\w.]*\Z")
TOKEN = re.compile(r"\s*(?:(?P<number>\d+(?:\.\d+)?)|(?P<name>[^\W\d][\w.]*)|(?P<sign>\S))")
# Signs as they are printed, and as they are reckoned with.
SIGNS = {"×": "*", "·": "*", "∗": "*", "÷": "/", "∕": "/", "−": "-", "–": "-"}


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written; with a percent sign, a hundredth of it."""

    at: int
    value: Decimal


@dataclass(frozen=True, slots=True)
class Name:
    """The name of an input."""

    at: int
    name: str


@dataclass(frozen=True, slots=True)
class Negation:
    """A minus before something."""

    at: int
    of: "Node"


@dataclass(frozen=True, slots=True)
class Operation:
    """Two things with one of + - * / between them."""

    at: int
    sign: str
    left: "Node"
    right: "Node"


@dataclass(frozen=True, slots=True)
class Choice:
    """The least or the greatest of several things."""

    at: int
    name: str
    among: tuple["Node", ...]


Node = Number | Name | Negation | Operation | Choice


def wrong(expression: str, at: int, why: str) -> WrongFormula:
    """The error that says where in the expression something is wrong; characters are counted from 1."""
    shown = expression if len(expression) <= 80 else f"{expression[:77]}..."
    return WrongFormula(f"at character {at + 1} of {shown!r}: {why}")


@lru_cache(maxsize=256)
def read_expression(expression: str) -> Node:
    """The tree of an expression of numbers, percentages, names, + - * / with brackets, min(...) and max(...).

    At most 1000 characters, 200 signs and 30 brackets within each other; no powers. Raises `WrongFormula`.
    """
    if len(expression) > LONGEST:
        raise wrong(expression, LONGEST, f"longer than {LONGEST} characters")
    return _Reader(expression, list(_tokens(expression))).whole()


def names_of(node: Node) -> tuple[str, ...]:
    """The names of the inputs in a tree, each once, in the order in which they are written."""
    return tuple(dict.fromkeys(_names(node)))


def _names(node: Node) -> Iterator[str]:
    match node:
        case Name(name=name):
            yield name
        case Negation(of=inner):
            yield from _names(inner)
        case Operation(left=left, right=right):
            yield from _names(left)
            yield from _names(right)
        case Choice(among=among):
            for one in among:
                yield from _names(one)


@dataclass(frozen=True, slots=True)
class _Token:
    at: int
    kind: str
    text: str


def _tokens(expression: str) -> Iterator[_Token]:
    at, count, end = 0, 0, len(expression.rstrip())
    while at < end:
        found = TOKEN.match(expression, at)
        kind = str(found.lastgroup) if found else ""
        if found is None or count == MOST_TOKENS:
            raise wrong(expression, at, f"more than {MOST_TOKENS} names, numbers and signs")
        text = found[kind]
        yield _Token(found.start(kind), kind, SIGNS.get(text, text))
        at, count = found.end(), count + 1


class _Reader:
    """Reads tokens from left to right, one method for each strength of binding."""

    def __init__(self, expression: str, tokens: list[_Token]) -> None:
        self.expression, self.tokens, self.next = expression, tokens, 0

    def whole(self) -> Node:
        node = self._sum(0)
        if self.next < len(self.tokens):
            raise self._unexpected("a sign such as + or *")
        return node

    def _sum(self, depth: int) -> Node:
        node = self._product(depth)
        while (sign := self._take("+", "-")) is not None:
            node = Operation(sign.at, sign.text, node, self._product(depth))
        return node

    def _product(self, depth: int) -> Node:
        node = self._single(depth)
        while (sign := self._take("*", "/")) is not None:
            node = Operation(sign.at, sign.text, node, self._single(depth))
        return node

    def _single(self, depth: int) -> Node:
        token = self.tokens[self.next] if self.next < len(self.tokens) else None
        if token is not None and depth > DEEPEST:
            raise wrong(self.expression, token.at, f"more than {DEEPEST} brackets or signs within each other")
        if (minus := self._take("-")) is not None:
            return Negation(minus.at, self._single(depth + 1))
        if self._take("(") is not None:
            node = self._sum(depth + 1)
            self._close()
            return node
        if token is None or token.kind == "sign":
            raise self._unexpected("a number, a name or a bracket")
        self.next += 1
        return self._number(token) if token.kind == "number" else self._name(token, depth)

    def _number(self, token: _Token) -> Node:
        if len(token.text) > DIGITS:
            raise wrong(self.expression, token.at, f"a number of more than {DIGITS} digits")
        value = Decimal(token.text)
        return Number(token.at, value / 100 if self._take("%") is not None else value)

    def _name(self, token: _Token, depth: int) -> Node:
        if self._take("(") is None:
            if token.text in CHOICES:
                raise wrong(self.expression, token.at, f"{token.text} needs brackets: {token.text}(a, b)")
            return Name(token.at, token.text)
        if token.text not in CHOICES:
            raise wrong(self.expression, token.at, f"there is no {token.text}(...), only min(...) and max(...)")
        among = [self._sum(depth + 1)]
        while self._take(",") is not None:
            among.append(self._sum(depth + 1))
        self._close()
        return Choice(token.at, token.text, tuple(among))

    def _close(self) -> None:
        if self._take(")") is None:
            raise self._unexpected("a closing bracket")

    def _take(self, *signs: str) -> _Token | None:
        if self.next < len(self.tokens):
            token = self.tokens[self.next]
            if token.kind == "sign" and token.text in signs:
                self.next += 1
                return token
        return None

    def _unexpected(self, wanted: str) -> WrongFormula:
        if self.next == len(self.tokens):
            return wrong(self.expression, len(self.expression), f"expected {wanted}, and it ends here")
        token = self.tokens[self.next]
        return wrong(self.expression, token.at, f"expected {wanted}, found {token.text!r}")
