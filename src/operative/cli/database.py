"""The option of every command that looks into a database, in a module that loads nothing else."""

import click

__all__ = ["database_option"]

database_option = click.option(
    "--database", metavar="URL", help="sqlite:///FILE or postgresql://... [default: setting]"
)
