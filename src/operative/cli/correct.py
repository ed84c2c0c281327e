"""`operative correct`: a person adds or rejects a value; the claim is kept in a file and outranks the rules from then
on.
"""

from datetime import datetime
from pathlib import Path

import click

from operative.domain.claims import FIELDS
from operative.errors import WrongCall

__all__ = ["correct"]


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("source", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--act", "wanted", required=True, metavar="ID", help="The act, as `--explain` names it: op2-act1.")
@click.option("--field", required=True, type=click.Choice(FIELDS), help="What is wrong or missing.")
@click.option("--add", "added", metavar="TEXT", help="The right value; in lists, words of the paragraph.")
@click.option("--reject", "rejected", metavar="TEXT", help="The wrong value, as the reading shows it.")
@click.option("--kind", default="", metavar="KIND", help="For a timing: date, session, within, period, cadence ...")
@click.option("--value", "normal", default="", metavar="VALUE", help="For a timing: 2027-06-30, session:81, P90D ...")
@click.option("--by", required=True, metavar="NAME", help="Who says so.")
@click.option(
    "--claims", "file", required=True, type=click.Path(dir_okay=False, path_type=Path), help="The file of claims."
)
@click.option("--language", metavar="xx", help="Language of the text. [default: found]")
def correct(
    source: Path,
    wanted: str,
    field: str,
    added: str | None,
    rejected: str | None,
    kind: str,
    normal: str,
    by: str,
    file: Path,
    language: str | None,
) -> int:
    """Add a value that a reading missed, reject one that is wrong, or both.

    Nothing is overwritten: each correction is one more line of the file, with name and time. Give the file to
    `operative read --claims` to read with it. A correction is found again by the words of its paragraph, so it stays
    right when paragraphs move and when the rules become better.

    \b
    Examples:
      operative correct res.pdf --act op2-act1 --field addressees --reject "the Council" --by "A. Clerk" --claims
      c.jsonl
      operative correct res.pdf --act op3-act1 --field timings --add "by June 2027" --kind date --value 2027-06 \\
          --by "A. Clerk" --claims c.jsonl
      operative read res.pdf --claims c.jsonl

    Exit codes: 0 recorded; 1 the file cannot be read; 2 wrong call.
    """
    if not added and not rejected:
        raise WrongCall("say what to --add, what to --reject, or both")
    # The rules load here, not with the command: `operative --help` must start at once.
    from operative.bootstrap import reading as bootstrap

    claims = bootstrap.record_correction(
        source,
        act=wanted,
        field=field,
        added=added,
        rejected=rejected,
        kind=kind,
        value=normal,
        by=by,
        at=datetime.now().astimezone(),
        file=file,
        language=language,
    )
    click.echo(f"{file}: {claims} {'claim' if claims == 1 else 'claims'}, the newest by {by}")
    return 0
