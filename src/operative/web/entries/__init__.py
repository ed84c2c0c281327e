"""The forms by which persons enter facts, by name; each says where it stands and what it enters."""

from collections.abc import Mapping

from operative.web.entries.costs import AddInput, RunEstimate
from operative.web.entries.drafts import RegisterDraft
from operative.web.entries.form import Entering
from operative.web.entries.mechanisms import ReportStanding
from operative.web.entries.overview import GrantRole, NameDocument, NoteEvent, RecordEngagement
from operative.web.entries.reports import RecordReport
from operative.web.entries.requests import MoveMandate
from operative.web.entries.session import AnnounceSession, TableProposal
from operative.web.entries.votes import RecordDecision, RecordVote

__all__ = ["FORMS", "Entering"]

FORMS: Mapping[str, type[Entering]] = {
    "move": MoveMandate,
    "standing": ReportStanding,
    "engagement": RecordEngagement,
    "event": NoteEvent,
    "document": NameDocument,
    "role": GrantRole,
    "draft": RegisterDraft,
    "input": AddInput,
    "estimate": RunEstimate,
    "proposal": TableProposal,
    "session": AnnounceSession,
    "vote": RecordVote,
    "decision": RecordDecision,
    "report": RecordReport,
}
"""Each form by the last part of its address."""
