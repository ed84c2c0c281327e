"""`operative config`: what is set, and where each value came from."""

import json
import os
from urllib.parse import urlsplit

import click

from operative.bootstrap.configuration import Held, config_file, held_settings

__all__ = ["config"]

HIDDEN = "(set; not shown)"


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--to", type=click.Choice(("table", "json")), default="table", show_default=True, help="The form.")
def config(to: str) -> int:
    """Say of each setting what holds, and where it came from: the environment, the file, or nothing at all.

    What is secret is not shown. An option of a command goes before its setting.

    \b
    Examples:
      operative config
      OPERATIVE_CONFIG=site.toml operative config --to json

    Exit codes: 0 said; 2 the file is not there, is not TOML, or sets what is no setting.
    """
    found = held_settings()
    if to == "json":
        click.echo(json.dumps([as_dict(one) for one in found], ensure_ascii=False, indent=2))
        return 0
    # Tables load here, not with the command: `operative --help` must start at once.
    from operative.cli.dossiers.tables import show_rows

    click.echo(f"file: {config_file(os.environ) or 'none'}")
    columns = ("setting", "in the environment", "holds", "from")
    show_rows(columns, ((one.setting.key, one.setting.variable, say_value(one), one.source) for one in found), "")
    return 0


def say_value(held: Held) -> str:
    """The value for a person; of what is secret only that it is set, of a database's address no password."""
    if not held.value:
        return f"({held.setting.without})"
    if not held.setting.secret:
        return held.value
    if held.setting.key == "database.url":
        return without_password(held.value)
    return HIDDEN


def without_password(url: str) -> str:
    """An address with its password taken out; nothing of one that cannot be read."""
    try:
        password = urlsplit(url).password
    except ValueError:
        return HIDDEN
    return url.replace(f":{password}@", ":***@", 1) if password else url


def as_dict(held: Held) -> dict[str, str]:
    """A setting as the members of its JSON; the value is empty where nothing is set."""
    setting = held.setting
    value = say_value(held) if held.value else ""
    return {
        "key": setting.key, "variable": setting.variable, "value": value, "source": held.source,
        "means": setting.means, "without": setting.without,
    }  # fmt: skip
