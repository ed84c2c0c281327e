"""How far each goal has come on a day, followed through the successions of its mechanism."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from operative.domain.entries import Entry
from operative.domain.facts.dossiers import DossierOpened
from operative.domain.facts.engagements import EngagementHeld
from operative.domain.facts.mechanisms import GoalStated, Standing
from operative.domain.goals import GoalVerb
from operative.domain.memberships import Conflict, GoalState, GoalView, Tenure
from operative.domain.phrases import Phrase
from operative.dossiers.history import History, once
from operative.dossiers.mechanisms import Lineage, find_lineage, find_mechanisms, say_fate
from operative.dossiers.phrasing import dated, joined, listed, say
from operative.dossiers.tenures import NEEDED, RANK, Report, find_reports, find_tenures, rival_standings, say_tenure

__all__ = ["find_goals"]


@dataclass(frozen=True, slots=True)
class _Ground:
    """All that the state of a goal hangs on."""

    history: History
    lineage: Lineage
    reports: Mapping[str, Sequence[Report]]
    names: Mapping[str, str]
    raised: Mapping[str, Sequence[Entry]]

    def tenures(self, mechanism: str) -> tuple[Tenure, ...]:
        """The standings in a mechanism until the day."""
        return find_tenures(mechanism, self.reports.get(mechanism, ()), self.history)


@once
def find_goals(history: History) -> tuple[GoalView, ...]:
    """How far each goal has come, in the order in which they were set."""
    stated = tuple(history.of(GoalStated))
    if not stated:
        return ()
    participant = next((fact.participant for fact in history.facts(DossierOpened)), "")
    raised: dict[str, list[Entry]] = {}
    for entry, held in history.of(EngagementHeld):
        for subject in held.raised:
            raised.setdefault(subject, []).append(entry)
    ground = _Ground(
        history,
        find_lineage(history),
        find_reports(history, participant),
        {view.key: view.short for view in find_mechanisms(history)},
        raised,
    )
    return tuple(_view(entry, goal, ground) for entry, goal in stated)


@dataclass(frozen=True, slots=True)
class _Course:
    """The last standing in the line of the goal's mechanism, the last one that met the goal, and whether it does."""

    current: Tenure | None = None
    met: Tenure | None = None
    holds: bool = False


def _view(entry: Entry, goal: GoalStated, ground: _Ground) -> GoalView:
    course = _course(entry, goal, ground)
    state = _state(goal, course, ground)
    alive = ground.lineage.alive(goal.mechanism)
    tenure = course.met or course.current
    shown = [one for one in (course.current, course.met) if one is not None]
    raised = [one.number for one in ground.raised.get(goal.id, ())] if state is GoalState.SOUGHT else []
    ends = [one.entry for key in ground.lineage.chain(goal.mechanism) for one in ground.lineage.ends.get(key, ())]
    return GoalView(
        goal.id,
        goal.document,
        goal.provision,
        goal.mechanism,
        ground.names.get(goal.mechanism, goal.mechanism),
        goal.verb,
        goal.relation,
        state,
        joined(_words(goal, state, course, ground), "; "),
        tuple(sorted({*(number for one in shown for number in one.entries), *raised, *ends})),
        tenure,
        alive if goal.mechanism not in alive else (),
        _conflicts(tenure, ground),
        goal.open_list,
    )


def _conflicts(tenure: Tenure | None, ground: _Ground) -> tuple[Conflict, ...]:
    if tenure is None:
        return ()
    reports = ground.reports.get(tenure.mechanism, ())
    return tuple(rival_standings([one for one in reports if one.entry.number in tenure.entries], ground.history.on))


def _course(entry: Entry, goal: GoalStated, ground: _Ground) -> _Course:
    """From the goal's own mechanism on, through all that took its place; the latest with any standing decides."""
    needed = _needed(entry, goal, ground)
    course = _Course()
    for generation in ground.lineage.generations(goal.mechanism):
        held = [tenures for key in generation if (tenures := ground.tenures(key))]
        if not held:
            continue
        current = max((tenures[-1] for tenures in held), key=lambda one: RANK[one.standing])
        meeting = [one for tenures in held for one in tenures if _meets(goal, one, needed)]
        met = current if current in meeting else meeting[-1] if meeting else course.met
        course = _Course(current, met, current in meeting or (met is not None and _went_with(current, ground.lineage)))
    return course


def _went_with(tenure: Tenure, lineage: Lineage) -> bool:
    """Whether a standing ended only because its mechanism did: no loss, the goal goes on in what came after."""
    if RANK[tenure.standing] or not tenure.since:
        return False
    return any(tenure.since[0].last >= end.on.first for end in lineage.ends.get(tenure.mechanism, ()))


def _needed(entry: Entry, goal: GoalStated, ground: _Ground) -> int:
    """The rank that meets the goal: what its words say; of what is to be kept, what was there when it was set."""
    wanted = NEEDED[goal.relation]
    if goal.verb is not GoalVerb.CONTINUE:
        return wanted
    before = [
        RANK[one.fact.standing]
        for one in ground.reports.get(goal.mechanism, ())
        if one.entry.effective.last <= entry.effective.last and RANK[one.fact.standing] > RANK[Standing.SOUGHT]
    ]
    return min(wanted, before[-1]) if before else wanted


def _meets(goal: GoalStated, tenure: Tenure, needed: int) -> bool:
    rank = RANK[tenure.standing]
    return rank == 0 if goal.verb is GoalVerb.END else rank >= needed


def _state(goal: GoalStated, course: _Course, ground: _Ground) -> GoalState:
    if not ground.lineage.alive(goal.mechanism):
        return GoalState.WITHOUT_OBJECT
    if course.holds:
        return GoalState.KEPT if goal.verb is GoalVerb.CONTINUE else GoalState.REACHED
    if course.met is not None and goal.verb is not GoalVerb.END:
        return GoalState.LOST
    if goal.id in ground.raised or (course.current is not None and course.current.standing is Standing.SOUGHT):
        return GoalState.SOUGHT
    return GoalState.OPEN


def _words(goal: GoalStated, state: GoalState, course: _Course, ground: _Ground) -> Iterator[Phrase]:
    """The state, what it rests on, and where the goal is followed now."""
    lineage, names = ground.lineage, ground.names
    told = say_tenure(course.met, names) if course.met else ""
    now = say_tenure(course.current, names) if course.current else say("no standing is reported")
    raised = ground.raised.get(goal.id, ())
    match state:
        case GoalState.REACHED | GoalState.KEPT:
            yield say("{state}: {standing}", state=state, standing=told)
        case GoalState.LOST:
            yield say("{state}: {standing}", state=state, standing=told)
            yield say("now {standing}", standing=now)
        case GoalState.WITHOUT_OBJECT:
            gone = joined(_ends(lineage.chain(goal.mechanism), lineage, names), "; ")
            yield say("{state}: {end}, and nothing took its place", state=state, end=gone)
            yield (
                say("before that, {standing}", standing=told)
                if told
                else say("that it was reached before is not shown")
            )
        case GoalState.SOUGHT if raised:
            yield say("{state}: raised {when}", state=state, when=dated(raised[0].effective))
            yield now
        case _:
            yield say("{state}: {standing}", state=state, standing=now)
    if state is not GoalState.WITHOUT_OBJECT and lineage.gone(goal.mechanism):
        yield from _ends(lineage.chain(goal.mechanism), lineage, names)
        last = course.current.mechanism if course.current else ""
        heirs = [key for key in lineage.alive(goal.mechanism) if key != last]
        if heirs:
            after = listed(names.get(key, key) for key in heirs)
            yield say("followed in {mechanisms}, where no standing is reported yet", mechanisms=after)


def _ends(chain: Sequence[str], lineage: Lineage, names: Mapping[str, str]) -> Iterator[Phrase]:
    for key in chain:
        for end in lineage.ends.get(key, ())[-1:]:
            said = say("{mechanism} {fate}", mechanism=names.get(key, key), fate=say_fate(end, names))
            yield say("{fate} (background, unchecked)", fate=said) if end.background else said
