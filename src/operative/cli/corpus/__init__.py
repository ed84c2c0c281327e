"""The commands on a corpus: parse the call, have it done, show what came of it."""

import click

from operative.cli.lazy import LazyGroup

__all__ = ["COMMANDS", "corpus"]

COMMANDS = {
    "read": ("operative.cli.corpus.reading", "Take many texts into a corpus: folders, archives, lists of files."),
    "harvest": ("operative.cli.corpus.harvesting", "Bring the texts of a repository into a folder that read takes."),
    "search": ("operative.cli.corpus.searching", "Find provisions by words, phrases and fields."),
    "overlap": ("operative.cli.corpus.overlapping", "Show what repeats, or what of a draft exists already."),
    "cites": ("operative.cli.corpus.citing", "Show what a document cites, what cites it, and circles of citations."),
    "lineage": ("operative.cli.corpus.tracing", "Follow a provision through the sessions, and find recurring series."),
    "due": ("operative.cli.corpus.agenda", "Show which reports are due when, and what several texts ask for."),
    "count": ("operative.cli.corpus.counting", "Count acts, requests, reports ... by body, year, verb, addressee."),
    "plot": ("operative.cli.corpus.counting", "Draw such counts as a picture."),
    "in-force": ("operative.cli.corpus.in_force", "Show which texts still bind, and what says so."),
    "confirm": ("operative.cli.corpus.in_force", "Say as a person whether a text still binds."),
}
"""Each subcommand: the module that holds it, and its line in the help."""


@click.command(cls=LazyGroup, lazy=COMMANDS, context_settings={"help_option_names": ["-h", "--help"]})
def corpus() -> None:
    """Many resolutions as one memory: read them once, then search, compare and follow them.

    \b
    Examples:
      operative corpus read texts/ --into memory
      operative corpus search memory "body:unga asks the Secretary-General"
      operative corpus overlap memory --draft draft.docx
      operative corpus cites memory A/RES/77/1
      operative corpus lineage memory A/RES/77/1 op3

    Exit codes: 0 done; 1 with errors, or nothing found; 2 wrong call.
    """
