"""What can happen in a dossier: one frozen type for each kind of fact, and `KINDS`, the list of all."""

from operative.domain.facts.agenda import LinkClaimed
from operative.domain.facts.citations import MandateCited
from operative.domain.facts.conditions import ConditionStated, DraftRegistered, ElementStated, VerdictSigned
from operative.domain.facts.decisions import (
    DecisionRecorded,
    MembersCounted,
    OptionAssessed,
    ProposalTabled,
    RuleStated,
    SessionAnnounced,
    VoteTaken,
)
from operative.domain.facts.dossiers import (
    DocumentAttached,
    DocumentNamed,
    DossierClosed,
    DossierOpened,
    EntryWithdrawn,
    EventNoted,
    RoleGranted,
)
from operative.domain.facts.engagements import EngagementHeld
from operative.domain.facts.estimates import EstimateRun, FormulaStated, InputStated
from operative.domain.facts.indicators import IndicatorDefined, ObservationMade
from operative.domain.facts.mandates import MandateMoved, MandateStated, NextActionSet
from operative.domain.facts.mechanisms import GoalStated, MechanismChanged, MechanismDescribed, StandingReported
from operative.domain.facts.reports import ReportFiled, WordingClaimed
from operative.domain.facts.tables import TableRead

__all__ = ["KINDS", "Fact"]

Fact = (
    DossierOpened
    | DossierClosed
    | RoleGranted
    | DocumentNamed
    | DocumentAttached
    | EventNoted
    | EntryWithdrawn
    | MandateStated
    | MandateMoved
    | NextActionSet
    | ReportFiled
    | EngagementHeld
    | ConditionStated
    | ElementStated
    | DraftRegistered
    | VerdictSigned
    | GoalStated
    | MechanismDescribed
    | MechanismChanged
    | StandingReported
    | InputStated
    | FormulaStated
    | EstimateRun
    | IndicatorDefined
    | ObservationMade
    | RuleStated
    | MembersCounted
    | SessionAnnounced
    | ProposalTabled
    | OptionAssessed
    | VoteTaken
    | DecisionRecorded
    | LinkClaimed
    | WordingClaimed
    | TableRead
    | MandateCited
)
"""Any fact that an entry can state."""

KINDS: dict[str, type[Fact]] = {fact.kind: fact for fact in Fact.__args__}
"""Each kind of fact by its name in ledgers, casebooks and commands."""
