"""`operative cite`: a text, or one provision of it, for a list of references."""

from pathlib import Path

import click

from operative.errors import WrongCall

__all__ = ["cite"]


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("sources", metavar="FILE...", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option(
    "--to", "form", type=click.Choice(("bibtex", "csl")), default="bibtex", show_default=True, help="The form."
)
@click.option("--provision", default="", metavar="ID", help="The provision that is cited: op2, op2.c, pp4.")
@click.option("--url", "address", default="", metavar="URL", help="Where it can be read.")
def cite(sources: tuple[Path, ...], form: str, provision: str, address: str) -> int:
    """Write an entry for each text in a list of references; what a text does not say of itself is left out.

    \b
    Examples:
      operative cite resolution.pdf --provision op2.c >> references.bib
      operative cite texts/*.pdf --to csl

    Exit codes: 0 written; 1 a file cannot be read; 2 wrong call.
    """
    # The readers load here, not with the command: `operative --help` must start at once.
    from operative.bootstrap.reading import read
    from operative.exchange.citing import FORMS

    for source in sources:
        reading = read(source).whole
        if provision and not any(one.id == provision for one in reading.provisions):
            raise WrongCall(f"{source.name} has no provision {provision!r}; `operative read` shows those it has")
        click.echo(FORMS[form][0](reading.document, reading.source.language, provision, address), nl=False)
    return 0
