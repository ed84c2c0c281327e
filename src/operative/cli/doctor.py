"""`operative doctor`: what is not as it should be, and what to do."""

import json

import click

from operative.cli.database import database_option
from operative.cli.wording import count

__all__ = ["doctor"]


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--to", type=click.Choice(("table", "json")), default="table", show_default=True, help="The form.")
@database_option
def doctor(to: str, database: str | None) -> int:
    """Look at everything that is kept: ledgers, records, texts, readings, people, secrets, room on the disk.

    Of what is not as it should be it says what to do; it changes nothing.

    \b
    Examples:
      operative doctor
      operative doctor --database postgresql://operative@localhost/operative --to json

    Exit codes: 0 nothing, or only for information; 1 something to do; 2 wrong call.
    """
    # The store loads here, not with the command: `operative --help` must start at once.
    from operative.bootstrap.doctor import examine
    from operative.domain.findings import Severity

    found = list(examine(database))
    if to == "json":
        lines = [{"code": one.code, "severity": one.severity, "message": one.message} for one in found]
        click.echo(json.dumps(lines, ensure_ascii=False, indent=2))
    else:
        for one in found:
            click.echo(f"{one.severity.value:<7} {one.code}: {one.message}")
        click.echo(f"{count(len(found), 'finding')}" if found else "all is well")
    return int(any(one.severity is not Severity.INFO for one in found))
