"""`operative corpus harvest`: what a repository has, into a folder that `corpus read` takes."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from operative.cli.wording import count

if TYPE_CHECKING:
    from operative.bootstrap.harvesting import HarvestSummary

__all__ = ["harvest"]

DAY = click.DateTime(("%Y-%m-%d",))
SHOWN = 20


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("url", metavar="URL")
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@click.option("--prefix", default="marcxml", show_default=True, help="The form of records to ask for, such as oai_dc.")
@click.option("--set", "part", default="", metavar="SET", help="Only this set of the repository.")
@click.option("--from", "since", type=DAY, metavar="DAY", help="Only records changed from this day on.")
@click.option("--until", type=DAY, metavar="DAY", help="Only records changed up to this day.")
@click.option("--label", default="", metavar="WORD", help="Only links with this word in their label, such as English.")
@click.option("--elsewhere", is_flag=True, help="Also follow links to other servers.")
@click.option("--pages", type=click.IntRange(1), metavar="N", help="Stop after so many pages.")
@click.option("--seconds", type=click.FloatRange(0.1), default=60.0, show_default=True, help="To wait for an answer.")
def harvest(
    url: str,
    folder: Path,
    prefix: str,
    part: str,
    since: datetime | None,
    until: datetime | None,
    label: str,
    elsewhere: bool,
    pages: int | None,
    seconds: float,
) -> int:
    """Bring the texts of a repository into DIR: by OAI-PMH with MARCXML or Dublin Core, or from JSON lines (.jsonl).

    The same call again goes on where it stopped; when all is there, it asks for what is new. Texts of deleted records
    are taken away. Then: operative corpus read DIR --into FOLDER.

    \b
    Examples:
      operative corpus harvest https://repository.example/oai texts --set resolutions --label English
      operative corpus harvest https://repository.example/texts.jsonl texts

    Exit codes: 0 all had; 1 had, with errors; 2 wrong call.
    """
    # The parser of XML loads here, not with the command: `operative --help` must start at once.
    from operative.bootstrap.fetching import Fetcher
    from operative.bootstrap.harvesting import Wanted, harvest_into

    days = [str(day.date()) if day else "" for day in (since, until)]
    wanted = Wanted(url, prefix, part, days[0], days[1], label, elsewhere)
    summary = harvest_into(wanted, folder, fetcher=Fetcher(seconds=seconds), pages=pages or 0)
    click.echo(told(summary, folder), err=True)
    return int(bool(summary.failed))


def told(summary: "HarvestSummary", folder: Path) -> str:
    """What came of the harvest, for a person."""
    lines = [
        f"Harvested {count(summary.records, 'record')} into {folder}: {count(summary.texts, 'text')}"
        + (f", {summary.deleted:,} deleted" if summary.deleted else "")
    ]
    lines += [f"  not had: {name}: {why}" for name, why in summary.failed[:SHOWN]]
    if len(summary.failed) > SHOWN:
        lines.append(f"  and {len(summary.failed) - SHOWN:,} more")
    return "\n".join(lines)
