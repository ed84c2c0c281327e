"""`operative serve`: the web application and the REST API on this machine."""

from pathlib import Path

import click

from operative.bootstrap.listening import listening_of
from operative.cli.database import database_option

__all__ = ["serve"]

PORTS = click.IntRange(0, 65535)


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--host", metavar="ADDRESS", help="The address to listen on. [default: setting, or 127.0.0.1]")
@click.option("--port", type=PORTS, help="The port; 0 takes a free one. [default: setting, or 8080]")
@click.option(
    "--name",
    "names",
    multiple=True,
    metavar="HOST",
    help="A name that the site answers to, beside localhost; again for more.",
)
@click.option(
    "--https", is_flag=True, default=None, help="Behind a proxy that speaks HTTPS: cookies go over HTTPS only."
)
@click.option(
    "--administrator", default="Administrator", show_default=True, metavar="NAME", help="The name of the first account."
)
@click.option("--demo", is_flag=True, help="Open the two dossiers that come with Operative first.")
@click.option(
    "--corpus",
    metavar="FOLDER",
    type=click.Path(path_type=Path),
    help="The corpus that the site shows. [default: setting]",
)
@database_option
def serve(
    host: str | None,
    port: int | None,
    names: tuple[str, ...],
    https: bool | None,
    administrator: str,
    demo: bool,
    corpus: Path | None,
    database: str | None,
) -> int:
    """Serve the web application, and the REST API below /api/, until stopped.

    At the first start there is no account and no password: the command prints a link, good for one use, by which the
    administrator sets one.

    \b
    Examples:
      operative serve --demo
      operative serve --port 80 --name mandates.example.org --https

    Exit codes: 0 stopped; 1 the address is taken; 2 wrong call.
    """
    # Django and the server load here, not with the command: `operative --help` must start at once.
    from operative.bootstrap.dossiers import open_dossiers
    from operative.bootstrap.serving import first_link, prepare_site
    from operative.bootstrap.serving import serve as run

    listening = listening_of(host, port, names, https)
    application = prepare_site(database, hosts=(*listening.names, listening.host), https=listening.https, corpus=corpus)
    if demo:
        from operative.bootstrap.casebooks import open_demo

        open_demo(open_dossiers(database))
    link = first_link(administrator)

    def ready(address: str) -> None:
        click.echo(f"Operative answers at {address}/")
        if link:
            click.echo(f"{administrator} sets a password at {address}{link} (once, within three days)")

    try:
        run(application, listening.host, listening.port, ready, https=listening.https)
    except OSError as exc:
        click.echo(f"operative: {listening.host}:{listening.port}: {exc.strerror or exc}", err=True)
        return 1
    return 0
