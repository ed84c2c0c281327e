"""The `operative` command: its subcommands are loaded on first use, so that it starts at once."""

import sys
from collections.abc import Sequence

import click

from operative import __version__
from operative.cli.lazy import LazyGroup
from operative.errors import OperativeError, WrongCall

__all__ = ["COMMANDS", "cli", "main"]

COMMANDS = {
    "read": ("operative.cli.read", "Read resolutions: structure, acts, due dates, references and findings."),
    "cite": ("operative.cli.cite", "Write a text, or one provision, for a list of references."),
    "compare": ("operative.cli.compare", "Hold a draft against what must be kept, or compare two texts."),
    "check": ("operative.cli.check", "Check a draft: numbers, verbs, actors, duties, ends, costs, repetitions."),
    "correct": ("operative.cli.correct", "Add or reject a value by name; it outranks the rules from then on."),
    "acts": ("operative.cli.acts", "Say what single paragraphs do, from JSON lines to JSON lines."),
    "dossier": ("operative.cli.dossiers.groups", "Follow resolutions from the request to the decision, with proof."),
    "entry": ("operative.cli.dossiers.groups", "Enter dated, evidenced facts into a dossier."),
    "draft": ("operative.cli.dossiers.groups", "Hold drafts against the conditions of a resolution."),
    "member": ("operative.cli.dossiers.groups", "Mechanisms, and the standing of participants in them."),
    "estimate": ("operative.cli.dossiers.groups", "Costs: formulas, inputs and ranges."),
    "indicator": ("operative.cli.dossiers.groups", "Features and attributes that can be counted."),
    "proposal": ("operative.cli.dossiers.groups", "Options put before a body."),
    "decision": ("operative.cli.dossiers.groups", "Votes and decisions, with the rule that makes them."),
    "report": ("operative.cli.dossiers.groups", "Reporting duties, and what came."),
    "alerts": ("operative.cli.dossiers.groups", "What is due soon, late, or answered."),
    "corpus": ("operative.cli.corpus", "Many resolutions as one memory: read, search, overlap, citations, lineage."),
    "demo": ("operative.cli.dossiers.moving", "Open the two dossiers that come with Operative."),
    "backup": ("operative.cli.backups", "Write the whole database into one file, while it is in use."),
    "restore": ("operative.cli.backups", "Put a backup into an empty database of either kind."),
    "doctor": ("operative.cli.doctor", "Look at everything that is kept, and say what to do."),
    "config": ("operative.cli.config", "Say what is set, and where each value came from."),
    "serve": ("operative.cli.serve", "Serve the web application and the REST API on this machine."),
}
"""Each subcommand: the module that holds it under the same name, and its line in the help."""


@click.command(
    cls=LazyGroup,
    lazy=COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 all read; 1 read, with errors; 2 wrong call.",
)
@click.version_option(__version__, "--version", "-V", prog_name="operative", message="%(prog)s %(version)s")
def cli() -> None:
    """From resolution to result: what a governing body decided, asked of whom, by when, on what condition.

    \b
    Examples:
      operative read --sample                        try it on the bundled sample
      operative read resolution.pdf                  a table for a person
      operative read resolution.pdf --to json        everything, for a program
      operative read texts/ --to akn --out marked/   a whole folder as Akoma Ntoso
      operative read resolution.pdf --explain op2    which rule found what in paragraph 2
      operative compare resolution.pdf draft.docx    what a draft makes of each essential element
      operative compare old.docx new.docx --redline  two texts, provision by provision
      operative demo                                 two dossiers to try
      operative dossier show lro-concert-2024        one of them, on one screen
      operative acts < paragraphs.jsonl              what single paragraphs do
    """


def main(args: Sequence[str] | None = None) -> None:
    """Run the command and leave with its exit code; errors of Operative are said in one line with their code."""
    try:
        code = cli.main(args, prog_name="operative", standalone_mode=False)
    except click.exceptions.Abort:
        click.echo("operative: stopped", err=True)
        code = 130
    except click.ClickException as exc:
        exc.show()
        code = exc.exit_code
    except OperativeError as exc:
        click.echo(f"operative: {exc.code}: {exc}", err=True)
        code = 2 if isinstance(exc, WrongCall) else 1
    sys.exit(code if isinstance(code, int) else 0)
