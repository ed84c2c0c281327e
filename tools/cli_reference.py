"""Writes the reference of the commands on dossiers out of the commands themselves: tools/cli_reference.py [--check].

The part of docs/reference/cli.md between the two marks is made here; what stands outside of them is written by hand.
With --check nothing is written, and the exit code is 1 where the page is not what it would be.
"""

import inspect
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from operative.cli.lazy import LazyGroup
from operative.cli.main import cli

PAGE = Path(__file__).resolve().parents[1] / "docs" / "reference" / "cli.md"
BEGIN, END = "<!-- made by tools/cli_reference.py -->", "<!-- end of what is made -->"
MADE = (
    "dossier", "entry", "draft", "member", "estimate", "indicator", "proposal", "decision", "report", "alerts", "demo",
    "backup", "restore", "doctor", "config", "serve",
)  # fmt: skip


def commands(name: str) -> Iterator[tuple[str, click.Command]]:
    """A command, or those of a group, by their full names."""
    found = cli.get_command(click.Context(cli), name)
    if isinstance(found, LazyGroup):
        context = click.Context(found)
        for inner in found.list_commands(context):
            command = found.get_command(context, inner)
            assert command is not None
            yield f"{name} {inner}", command
    elif found is not None:
        yield name, found


def section(name: str, command: click.Command) -> str:
    """What the page says of one command."""
    arguments = " ".join(one.make_metavar(click.Context(command)) for one in command.params if not is_option(one))
    parts = re.split(r"\n\s*\n", inspect.cleandoc(command.help or ""))
    text = "\n\n".join(" ".join(part.split()) for part in parts if "\b" not in part)
    examples = "\n".join(
        "\n".join(line.strip() for line in part.partition("Examples:")[2].splitlines() if line.strip())
        for part in parts
        if "\b" in part
    )
    lines = [f"## operative {name}", "", "```", f"operative {name} [OPTIONS] {arguments}".strip(), "```", "", text, ""]
    if examples:
        lines += ["```", examples, "```", ""]
    rows = [row(one) for one in command.params if is_option(one)]
    return "\n".join([*lines, "| option | means |", "| --- | --- |", *rows, ""])


def is_option(parameter: click.Parameter) -> bool:
    """Whether it is an option, not an argument."""
    return isinstance(parameter, click.Option)


def row(option: click.Parameter) -> str:
    """The line of one option in the table."""
    assert isinstance(option, click.Option)
    names = ", ".join(f"`{name}`" for name in (*option.opts[1:], *option.secondary_opts))
    value = "" if option.is_flag else f" {option.make_metavar(click.Context(cli))}"
    first = f"`{option.opts[0]}{value}`".replace("|", "\\|")
    default = option.default if isinstance(option.default, str | int) and not isinstance(option.default, bool) else ""
    words = (option.help or "").strip()
    shown = f" Without it: {default}." if default not in ("", 0) and "default:" not in words else ""
    needed = " Needed." if option.required else ""
    return f"| {first}{', ' + names if names else ''} | {words}{needed}{shown} |"


def made() -> str:
    """The part of the page that is made."""
    sections = [section(name, command) for group in MADE for name, command in commands(group)]
    return f"{BEGIN}\n\n" + "\n".join(sections) + f"\n{END}\n"


def main() -> int:
    """Write the page, or check it."""
    text = PAGE.read_text("utf-8")
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END + "\n")
    wanted = f"{before.rstrip()}\n\n{made()}{after}"
    if "--check" in sys.argv:
        return int(wanted != text)
    PAGE.write_text(wanted, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
