"""`operative decision`: votes, decisions, and the days on which a body can decide."""

import csv
from pathlib import Path

import click

from operative.cli.dossiers.options import HELP, Look, Write, choice, looks, writes
from operative.cli.dossiers.tables import show_json, show_rows, show_title
from operative.cli.wording import say_date
from operative.domain.facts.decisions import Ballot, DecisionRecorded, Outcome, VoteCast, VoteTaken
from operative.errors import WrongCall

__all__ = ["days", "list_", "record", "vote"]


@click.command(context_settings=HELP)
@writes
@click.argument("vote_id", metavar="VOTE")
@click.option("--proposal", required=True, metavar="ID", help="The proposal.")
@click.option("--option", required=True, metavar="KEY", help="The option that is voted on.")
@click.option("--session", required=True, metavar="KEY", help="The session.")
@click.option("--yes", type=click.IntRange(0), default=0, help="Votes in favour.")
@click.option("--no", type=click.IntRange(0), default=0, help="Votes against.")
@click.option("--abstain", type=click.IntRange(0), default=0, help="Abstentions.")
@click.option("--absent", type=click.IntRange(0), default=0, help="Members that were absent.")
@click.option(
    "--roll-call",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="CSV of member,vote (yes, no, abstain, absent).",
)
@click.option("--consensus", is_flag=True, help="Adopted without a vote.")
def vote(
    write: Write,
    vote_id: str,
    proposal: str,
    option: str,
    session: str,
    yes: int,
    no: int,
    abstain: int,
    absent: int,
    roll_call: Path | None,
    consensus: bool,
) -> int:
    """Enter a vote, by count, by member or by consensus.

    Exit codes: 0 entered; 1 refused, with the reason; 2 wrong call.
    """
    ballots = _ballots(roll_call) if roll_call else ()
    return write.enter(VoteTaken(vote_id, proposal, option, session, ballots, yes, no, abstain, absent, consensus))


@click.command(context_settings=HELP)
@writes
@click.argument("decision")
@click.argument("title")
@click.option("--body", required=True, metavar="NAME", help="Who decided.")
@click.option(
    "--outcome",
    required=True,
    type=choice(*Outcome),
    help="What came of it; a vote's must be the computed one.",
)
@click.option("--session", default="", metavar="KEY", help="The session.")
@click.option("--proposal", default="", metavar="ID", help="The proposal that it answers.")
@click.option("--option", default="", metavar="KEY", help="The option that was decided on.")
@click.option("--vote", "vote_id", default="", metavar="VOTE", help="The vote.")
@click.option("--rule", default="", metavar="ID", help="The rule of the body.")
@click.option("--document", default="", metavar="KEY", help="The resolution that carries it.")
@click.option("--closes", multiple=True, metavar="MANDATE", help="A mandate that it ends; again for more.")
@click.option("--changes", multiple=True, metavar="MANDATE", help="A mandate that it changes; again for more.")
@click.option("--creates", multiple=True, metavar="MANDATE", help="A mandate that it sets; again for more.")
def record(
    write: Write,
    decision: str,
    title: str,
    body: str,
    outcome: str,
    session: str,
    proposal: str,
    option: str,
    vote_id: str,
    rule: str,
    document: str,
    closes: tuple[str, ...],
    changes: tuple[str, ...],
    creates: tuple[str, ...],
) -> int:
    """Record DECISION, called TITLE: the outcome, the resolution, and what it does to mandates.

    Exit codes: 0 entered; 1 refused, with the reason; 2 wrong call.
    """
    return write.enter(
        DecisionRecorded(
            decision,
            body,
            title,
            Outcome(outcome),
            session,
            proposal,
            option,
            vote_id,
            rule,
            document,
            closes,
            changes,
            creates,
        )
    )


def _ballots(file: Path) -> tuple[Ballot, ...]:
    """The votes of a CSV file, a member a line; a heading is allowed."""
    known = {vote.value: vote for vote in VoteCast}
    found = []
    with file.open(encoding="utf-8-sig", newline="") as lines:
        for number, row in enumerate(csv.reader(lines), 1):
            if len(row) < 2 or (number == 1 and row[1].strip().casefold() == "vote"):
                continue
            said = row[1].strip().casefold()
            if said not in known:
                raise WrongCall(f"{file}: line {number}: no vote is called {row[1]!r}; there are: {', '.join(known)}")
            found.append(Ballot(row[0].strip(), known[said]))
    return tuple(found)


@click.command("list", context_settings=HELP)
@looks
def list_(look: Look) -> int:
    """Show decisions with their outcome, the rule that makes it and what they do; then sessions and deadlines.

    Exit codes: 0 shown; 1 no such dossier; 2 wrong call.
    """
    # The rules load with the dossier to look at.
    from operative.dossiers.decisions import find_decisions
    from operative.dossiers.sessions import find_sessions

    history = look.history(look.dossier)
    decisions, sessions = find_decisions(history), find_sessions(history)
    if look.to == "json":
        show_json({"decisions": decisions, "sessions": sessions})
        return 0
    rows = ((one.decision.id, one.on.iso, one.decision.title, one.words) for one in decisions)
    show_rows(("decision", "day", "what", "outcome"), rows, "Nothing was decided by this day.")
    for session in sessions:
        show_title(session.label, session.body)
        told = ((str(one.on or "unknown"), one.words) for one in session.deadlines)
        show_rows(("by", "what"), told, "No rule of the body asks for anything around it.")
    return 0


@click.command(context_settings=HELP)
@click.option(
    "--body", default="", metavar="NAME", help="Only this body; every body with rules or sessions if left out."
)
@click.option("--matter", default="", metavar="WORD", help="What is to be decided, for rules that ask more: amendment.")
@looks
def days(look: Look, body: str, matter: str) -> int:
    """Show when a body can next decide: at which sessions, or at a special one, with the rule for each way.

    \b
    Examples:
      operative decision days iom-un-2015 --as-of 2016-05-01 --matter amendment

    Exit codes: 0 shown; 1 no such dossier; 2 wrong call.
    """
    # The rules load with the dossier to look at.
    from operative.dossiers.sessions import find_deciding_bodies, find_decision_days

    history = look.history(look.dossier)
    bodies = (body,) if body else find_deciding_bodies(history)
    found = {one: find_decision_days(history, one, look.on, matter) for one in bodies}
    if look.to == "json":
        show_json(found)
        return 0
    for one, ways in found.items():
        show_title(one)
        told = ((say_date(way.earliest.isoformat()), way.words, "; ".join(map(str, way.rules))) for way in ways)
        show_rows(("from", "how", "by rule"), told, f"No session is known from {look.on} on, and no rule calls one.")
    if not found:
        click.echo("No body has a rule or a session by this day.")
    return 0
