"""`operative entry`: dated, evidenced facts."""

import json
from dataclasses import MISSING, fields, replace
from typing import Any, get_type_hints

import click

from operative.cli.dossiers.options import HELP, Write, choice, database_option, writes
from operative.domain.facts import KINDS
from operative.domain.facts.dossiers import EntryWithdrawn
from operative.domain.facts.engagements import EngagementHeld, Form
from operative.domain.facts.mandates import MandateMoved, NextActionSet, Step
from operative.dossiers.records import from_plain
from operative.errors import WrongCall

__all__ = ["add", "engage", "kinds", "move", "withdraw"]


@click.command(context_settings=HELP)
@writes
@click.argument("kind", type=choice(*KINDS), metavar="KIND")
@click.option("--set", "values", multiple=True, metavar="FIELD=VALUE", help="A field of the fact; again for lists.")
@click.option("--data", metavar="JSON", default="{}", help="The fields of the fact as JSON.")
def add(write: Write, kind: str, values: tuple[str, ...], data: str) -> int:
    """Enter a fact of any kind; `operative entry kinds` shows kinds and fields.

    \b
    Examples:
      operative entry add CASE event.noted --by "A. Clerk" --on 2016-03-10 --set title="Letter to the UN"
      operative entry add CASE document.named --by "A. Clerk" --set key=r1317 --set role=decision

    Exit codes: 0 entered; 1 refused, with the reason; 2 wrong call.
    """
    return write.enter(from_plain(KINDS[kind], {**_data(data), **_given(kind, values)}, kind))


@click.command(context_settings=HELP)
@writes
@click.argument("number", type=int)
@click.option("--reason", required=True, metavar="TEXT", help="Why it is taken back.")
def withdraw(write: Write, number: int, reason: str) -> int:
    """Take entry NUMBER back: it stays to be read, and counts no more.

    Exit codes: 0 entered; 1 refused, with the reason; 2 wrong call.
    """
    return replace(write, corrects=number).enter(EntryWithdrawn(reason))


@click.command(context_settings=HELP)
@database_option
def kinds(database: str | None) -> int:
    """Show every kind of fact with its fields; those with a * must be given.

    Exit codes: 0 shown.
    """
    for kind, fact in KINDS.items():
        click.echo(f"{kind}: {' '.join((fact.__doc__ or '').split(chr(10) * 2)[0].split())}")
        hints = get_type_hints(fact)
        for field in fields(fact):
            must = "" if _has_default(field) else "*"
            click.echo(f"    {field.name}{must}: {_said(hints[field.name])}")
    return 0


@click.command(context_settings=HELP)
@writes
@click.argument("mandate")
@click.argument("step", type=choice(*Step))
@click.option("--owner", default="", metavar="NAME", help="Who has it from now on.")
@click.option("--into", multiple=True, metavar="MANDATE", help="The mandate that takes over; again for more.")
@click.option("--reason", default="", metavar="TEXT", help="Why.")
@click.option("--next", "next_action", default="", metavar="TEXT", help="What is to be done next.")
def move(
    write: Write, mandate: str, step: str, owner: str, into: tuple[str, ...], reason: str, next_action: str
) -> int:
    """Take MANDATE one STEP further; to fulfil takes evidence.

    \b
    Examples:
      operative entry move CASE m-op3-1 assign --owner "External Relations" --by "A. Clerk"
      operative entry move CASE m-op2-1 fulfil --evidence "letter-2016 p1" --by "A. Clerk" --on 2016-03-10

    Exit codes: 0 entered; 1 refused, with the reason; 2 wrong call.
    """
    facts: list[MandateMoved | NextActionSet] = [MandateMoved(mandate, Step(step), owner, into, reason)]
    if next_action:
        facts.append(NextActionSet(mandate, next_action, owner))
    return write.enter(*facts)


@click.command(context_settings=HELP)
@writes
@click.argument("form", type=choice(*Form))
@click.argument("title")
@click.option("--id", "named", required=True, metavar="ID", help="How entries cite it.")
@click.option("--with", "counterpart", required=True, metavar="NAME", help="The other side.")
@click.option("--who", multiple=True, metavar="NAME", help="Who took part; again for more.")
@click.option(
    "--raised", multiple=True, metavar="ID", help="A mandate, element or goal that was raised; again for more."
)
@click.option("--outcome", default="", metavar="TEXT", help="What came of it.")
def engage(
    write: Write,
    form: str,
    title: str,
    named: str,
    counterpart: str,
    who: tuple[str, ...],
    raised: tuple[str, ...],
    outcome: str,
) -> int:
    """Enter a letter, a meeting or a round with the other side.

    Exit codes: 0 entered; 1 refused, with the reason; 2 wrong call.
    """
    return write.enter(EngagementHeld(named, Form(form), counterpart, title, who, raised, outcome))


def _data(data: str) -> dict[str, Any]:
    try:
        found = json.loads(data, object_pairs_hook=_once)
    except (ValueError, RecursionError) as exc:
        raise WrongCall(f"--data is not JSON: {exc}") from exc
    if not isinstance(found, dict):
        raise WrongCall('--data takes the fields of one fact: {"title": "..."}')
    return found


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A table whose fields are each given once: of two values one would be lost in silence."""
    found = dict(pairs)
    if len(found) != len(pairs):
        names = [name for name, _ in pairs]
        raise WrongCall(f"--data gives {next(one for one in names if names.count(one) > 1)!r} twice")
    return found


def _given(kind: str, values: tuple[str, ...]) -> dict[str, Any]:
    """The fields of `--set`, in the type that the fact has for them."""
    hints = get_type_hints(KINDS[kind])
    found: dict[str, Any] = {}
    for value in values:
        name, equals, words = value.partition("=")
        if not equals:
            raise WrongCall(f"--set {value!r}: write FIELD=VALUE")
        said = str(hints.get(name, ""))
        if "tuple" in said:
            found.setdefault(name, []).append(int(words) if "int" in said else words)
        elif hints.get(name) is bool:
            found[name] = words.casefold() in ("true", "yes", "1")
        elif "int" in said and "Point" not in said and words.lstrip("-").isdigit():
            found[name] = int(words)
        else:
            found[name] = words
    return found


def _has_default(field: Any) -> bool:
    return field.default is not MISSING


def _said(hint: Any) -> str:
    """A type as words for a person."""
    if isinstance(hint, type):
        members = [str(one) for one in getattr(hint, "__members__", {}).values()]
        return " | ".join(members) or NAMES.get(hint.__name__, hint.__name__)
    return (
        str(hint)
        .replace("operative.domain.", "")
        .replace("tuple[", "list of ")
        .replace(", ...]", "")
        .replace("| None", "or none")
    )


NAMES = {"str": "words", "int": "whole number", "bool": "true or false", "PartialDate": "date", "Decimal": "number"}
