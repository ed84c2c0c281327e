"""`operative proposal`: options put before a body."""

from decimal import Decimal

import click

from operative.cli.dossiers.numbers import number
from operative.cli.dossiers.options import HELP, Look, Write, looks, writes
from operative.cli.dossiers.tables import show_json, show_rows, show_title
from operative.domain.facts.decisions import Criterion, Gate, Option, OptionAssessed, ProposalTabled
from operative.errors import WrongCall

__all__ = ["add", "assess", "list_"]


@click.command(context_settings=HELP)
@writes
@click.argument("proposal")
@click.argument("title")
@click.option("--body", required=True, metavar="NAME", help="Who decides.")
@click.option(
    "--option", "options", multiple=True, required=True, metavar="KEY=TITLE", help="An option; again for more."
)
@click.option(
    "--gate", "gates", multiple=True, metavar="KEY=LABEL", help="A condition that an option must meet; again for more."
)
@click.option(
    "--criterion",
    "criteria",
    multiple=True,
    metavar="KEY=WEIGHT:LABEL",
    help="What options are weighed by; again for more.",
)
@click.option("--answers", multiple=True, metavar="MANDATE", help="A mandate that it answers; again for more.")
@click.option("--document", default="", metavar="KEY", help="Its document.")
@click.option("--session", default="", metavar="KEY", help="The session that it is for.")
@click.option(
    "--matter", default="", metavar="TEXT", help="What sort of matter it is, which chooses the rule: amendment ..."
)
def add(
    write: Write,
    proposal: str,
    title: str,
    body: str,
    options: tuple[str, ...],
    gates: tuple[str, ...],
    criteria: tuple[str, ...],
    answers: tuple[str, ...],
    document: str,
    session: str,
    matter: str,
) -> int:
    """Table PROPOSAL, called TITLE, with its options, gates and criteria.

    \b
    Examples:
      operative proposal add CASE p1 "Legal footing" --body Council --option a=Agreement --option b=Letters \\
          --gate kept="Essential elements kept" --criterion cost=0.4:"Cost" --by "A. Clerk"

    Exit codes: 0 entered; 1 refused, with the reason; 2 wrong call.
    """
    return write.enter(
        ProposalTabled(
            proposal,
            title,
            body,
            tuple(Option(*_pair(one, "--option KEY=TITLE")) for one in options),
            document,
            session,
            matter,
            answers,
            tuple(Gate(*_pair(one, "--gate KEY=LABEL")) for one in gates),
            tuple(map(_criterion, criteria)),
        )
    )


@click.command(context_settings=HELP)
@writes
@click.argument("proposal")
@click.argument("option")
@click.argument("under")
@click.option("--reason", required=True, metavar="TEXT", help="Why.")
@click.option("--met/--not-met", "met", default=None, help="Under a gate.")
@click.option("--score", type=number, metavar="0-10", help="Under a criterion.")
def assess(
    write: Write, proposal: str, option: str, under: str, reason: str, met: bool | None, score: Decimal | None
) -> int:
    """Assess OPTION of PROPOSAL under a gate or criterion (UNDER).

    Exit codes: 0 entered; 1 refused, with the reason; 2 wrong call.
    """
    return write.enter(OptionAssessed(proposal, option, under, reason, met, score))


def _pair(printed: str, form: str) -> tuple[str, str]:
    key, equals, words = printed.partition("=")
    if not (key and equals and words):
        raise WrongCall(f"{printed!r}: write {form}")
    return key, words


def _criterion(printed: str) -> Criterion:
    key, rest = _pair(printed, "--criterion KEY=WEIGHT:LABEL")
    weight, _, label = rest.partition(":")
    return Criterion(key, label or key, number(weight))


@click.command("list", context_settings=HELP)
@looks
def list_(look: Look) -> int:
    """Show the proposals with their options side by side: gates, scores, goals and costs; none is named the winner.

    Exit codes: 0 shown; 1 no such dossier; 2 wrong call.
    """
    # The rules load with the dossier to look at.
    from operative.dossiers.proposals import find_proposals

    proposals = find_proposals(look.history(look.dossier))
    if look.to == "json":
        show_json(proposals)
        return 0
    for proposal in proposals:
        show_title(proposal.title, proposal.words)
        rows = ((str(one.rank or ""), one.key, one.title, one.words) for one in proposal.options)
        show_rows(("order", "option", "what", "gates, scores, costs"), rows, "It has no option.")
    if not proposals:
        click.echo("No proposal was tabled by this day.")
    return 0
