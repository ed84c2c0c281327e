"""`operative member`: mechanisms and standings."""

import click

from operative.cli.dossiers.options import HELP, Look, Write, choice, looks, writes
from operative.cli.dossiers.tables import show_json, show_rows, show_title
from operative.domain.facts.mechanisms import Standing, StandingReported

__all__ = ["list_", "set_"]


@click.command("set", context_settings=HELP)
@writes
@click.argument("mechanism")
@click.argument("standing", type=choice(*Standing))
@click.option("--participant", required=True, metavar="NAME", help="Whose standing it is.")
@click.option("--by-then", is_flag=True, help="It was so already on that day; when it began is not known.")
@click.option("--fulfils", multiple=True, metavar="GOAL", help="A goal that this meets; again for more.")
def set_(write: Write, mechanism: str, standing: str, participant: str, by_then: bool, fulfils: tuple[str, ...]) -> int:
    """Enter what a participant is in MECHANISM from a day on. Sources that disagree are both kept.

    \b
    Examples:
      operative member set CASE ceb member --participant IOM --fulfils g-op2.c-1 --on 2016-09-19 \\
          --evidence "agreement art3.2" --by "A. Clerk"

    Exit codes: 0 entered; 1 refused, with the reason; 2 wrong call.
    """
    return write.enter(StandingReported(participant, mechanism, Standing(standing), fulfils, by_then))


@click.command("list", context_settings=HELP)
@looks
def list_(look: Look) -> int:
    """Show mechanisms with their hierarchy, what each participant is in them, and how far the goals have come.

    Exit codes: 0 shown; 1 no such dossier; 2 wrong call.
    """
    # The rules load with the dossier to look at.
    from operative.dossiers.goals import find_goals
    from operative.dossiers.mechanisms import find_mechanisms
    from operative.dossiers.memberships import find_all_standings

    history = look.history(look.dossier)
    mechanisms, standings, goals = find_mechanisms(history), find_all_standings(history), find_goals(history)
    if look.to == "json":
        show_json({"mechanisms": mechanisms, "standings": standings, "goals": goals})
        return 0
    show_title("Mechanisms")
    show_rows(("mechanism", "on the day"), ((f"{'  ' * m.depth}{m.name}", m.words) for m in mechanisms), "None.")
    show_title("Standings")
    told = ((one.participant, one.name, one.words) for one in standings)
    show_rows(("participant", "mechanism", "on the day"), told, "None.")
    show_title("Goals")
    show_rows(("goal", "mechanism", "state", "in words"), ((g.id, g.name, g.state, g.words) for g in goals), "None.")
    return 0
