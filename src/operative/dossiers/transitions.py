"""The whole life of a mandate: from which state which step leads where."""

from collections.abc import Mapping

from operative.domain.facts.mandates import Step
from operative.domain.progress import MandateState as State

__all__ = ["TABLE", "steps_from"]

# What the body can do to a mandate that is in force, and what a report does.
BODY = {
    Step.DISCONTINUE: State.DISCONTINUED,
    Step.SUPERSEDE: State.SUPERSEDED,
    Step.RENEW: State.RENEWED,
    Step.ADAPT: State.ADAPTED,
    Step.MERGE: State.MERGED,
    Step.REPLACE: State.REPLACED,
    Step.RETIRE: State.RETIRED,
}
# Who acts on a mandate accepts it: to accept it afterwards changes nothing, and says so.
RUNNING = {Step.ASSIGN: State.ASSIGNED, Step.START: State.IN_PROGRESS, Step.REPORT: State.REPORTED, **BODY}
OPEN = {**RUNNING, Step.FULFIL: State.FULFILLED}

TABLE: Mapping[State, Mapping[Step, State]] = {
    State.PROPOSED: {Step.ACCEPT: State.ACCEPTED, **RUNNING},
    State.ACCEPTED: OPEN,
    State.ASSIGNED: {**OPEN, Step.ACCEPT: State.ASSIGNED},
    State.IN_PROGRESS: {**OPEN, Step.ACCEPT: State.IN_PROGRESS, Step.ASSIGN: State.IN_PROGRESS},
    State.REPORTED: {**OPEN, Step.ACCEPT: State.REPORTED, Step.ASSIGN: State.REPORTED},
    State.RENEWED: {**OPEN, Step.ACCEPT: State.ACCEPTED},
    State.ADAPTED: {**OPEN, Step.ACCEPT: State.ACCEPTED},
    State.FULFILLED: {
        # A report that comes after the end is kept, and reopens nothing.
        Step.REPORT: State.FULFILLED,
        Step.RENEW: State.RENEWED,
        Step.ADAPT: State.ADAPTED,
        Step.SUPERSEDE: State.SUPERSEDED,
        Step.REPLACE: State.REPLACED,
        Step.RETIRE: State.RETIRED,
    },
    State.DISCONTINUED: {Step.RENEW: State.RENEWED, Step.RETIRE: State.RETIRED},
    State.SUPERSEDED: {Step.RETIRE: State.RETIRED},
    State.MERGED: {Step.RETIRE: State.RETIRED},
    State.REPLACED: {Step.RETIRE: State.RETIRED},
    State.RETIRED: {},
}
"""Each state with the steps that can be taken from it, and the state that each leads to."""


def steps_from(state: State) -> str:
    """The steps that can be taken from a state, in words."""
    return ", ".join(sorted(TABLE[state])) or "none"
