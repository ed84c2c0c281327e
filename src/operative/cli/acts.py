"""`operative acts`: what single paragraphs do, from JSON lines to JSON lines."""

import json
import sys
from typing import IO, Any

import click

__all__ = ["acts"]


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("source", metavar="[FILE]", type=click.File("rb"), default="-")
@click.option("--language", metavar="xx", help="Language of the paragraphs: en fr es ru ar zh. [default: found]")
def acts(source: IO[bytes], language: str | None) -> int:
    """Say what single operative paragraphs do.

    Reads one JSON object a line, {"id", "text"} and, where known, "body" and "adopted"; writes one a line,
    {"id", "acts"}. A line that cannot be read is reported on standard error and does not stop the others.

    \b
    Examples:
      echo '{"id": "1", "text": "1. Requests the Secretariat to report annually."}' | operative acts
      operative acts paragraphs.jsonl > acts.jsonl

    Exit codes: 0 all read; 1 read, with errors; 2 wrong call.
    """
    # The rules load here, not with the command: `operative --help` must start at once.
    from operative.bootstrap import reading as bootstrap

    failures = 0
    for number, line in enumerate(source, start=1):
        if not line.strip():
            continue
        try:
            paragraph = parse(line)
        except ValueError as exc:
            click.echo(f"operative: line {number}: damaged-source: {exc}", err=True)
            failures += 1
            continue
        found = bootstrap.read_acts(
            paragraph["text"], body=paragraph["body"], adopted=paragraph["adopted"], language=language
        )
        result = json.dumps({"id": paragraph["id"], "acts": found}, ensure_ascii=False)
        sys.stdout.buffer.write(result.encode() + b"\n")
    return int(failures > 0)


def parse(line: bytes) -> dict[str, Any]:
    """The paragraph of one line; raises `ValueError` that says what is wrong with it."""
    try:
        value = json.loads(line)
    except ValueError as exc:
        raise ValueError(f"not JSON: {exc}") from exc
    if not isinstance(value, dict) or not isinstance(value.get("text"), str) or "id" not in value:
        raise ValueError('not a paragraph; right would be {"id": "...", "text": "..."}')
    return {
        "id": value["id"],
        "text": value["text"],
        "body": value["body"] if isinstance(value.get("body"), str) else "",
        "adopted": value["adopted"] if isinstance(value.get("adopted"), str) else "",
    }
