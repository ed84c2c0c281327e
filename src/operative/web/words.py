"""The words of closed sets for readers: states, outcomes, steps, roles, in the language of the page."""

from typing import Any

from django.utils.translation import gettext_lazy, pgettext_lazy

__all__ = ["WORDS", "choices_of", "said"]

WORDS: dict[str, Any] = {
    # States of requests.
    "proposed": gettext_lazy("proposed"),
    "accepted": gettext_lazy("accepted"),
    "assigned": gettext_lazy("assigned"),
    "in progress": gettext_lazy("in progress"),
    "reported": gettext_lazy("reported"),
    "fulfilled": gettext_lazy("fulfilled"),
    "discontinued": gettext_lazy("discontinued"),
    "superseded": gettext_lazy("superseded"),
    "renewed": gettext_lazy("renewed"),
    "adapted": gettext_lazy("adapted"),
    "merged": gettext_lazy("merged"),
    "replaced": gettext_lazy("replaced"),
    "retired": gettext_lazy("retired"),
    # How they bind.
    "directive": gettext_lazy("directive"),
    "exhortation": gettext_lazy("exhortation"),
    "decision": gettext_lazy("decision"),
    "permission": gettext_lazy("permission"),
    # Steps.
    "accept": gettext_lazy("accept"),
    "assign": gettext_lazy("assign"),
    "start": gettext_lazy("start"),
    "report": pgettext_lazy("step", "report"),
    "fulfil": gettext_lazy("fulfil"),
    "discontinue": gettext_lazy("discontinue"),
    "supersede": gettext_lazy("supersede"),
    "renew": gettext_lazy("renew"),
    "adapt": gettext_lazy("adapt"),
    "merge": gettext_lazy("merge"),
    "replace": gettext_lazy("replace"),
    "retire": gettext_lazy("retire"),
    # Goals and standings.
    "open": gettext_lazy("open"),
    "sought": gettext_lazy("sought"),
    "reached": gettext_lazy("reached"),
    "kept": gettext_lazy("kept"),
    "lost": gettext_lazy("lost"),
    "without object": gettext_lazy("without object"),
    "none": pgettext_lazy("standing", "none"),
    "invitee": gettext_lazy("invitee"),
    "observer": gettext_lazy("observer"),
    "participant": gettext_lazy("participant"),
    "member": gettext_lazy("member"),
    "ended": gettext_lazy("ended"),
    # Conditions, gates, occasions, indicators.
    "not kept": gettext_lazy("not kept"),
    "met": gettext_lazy("met"),
    "not met": gettext_lazy("not met"),
    "came": gettext_lazy("came"),
    "came late": gettext_lazy("came late"),
    "late": gettext_lazy("late"),
    "ahead": gettext_lazy("ahead"),
    "passed": gettext_lazy("passed"),
    "explicit": gettext_lazy("explicit"),
    "equivalent": gettext_lazy("equivalent"),
    "implicit": gettext_lazy("implicit"),
    "by reference": gettext_lazy("by reference"),
    "narrowed": gettext_lazy("narrowed"),
    "silent": gettext_lazy("silent"),
    "contradicted": gettext_lazy("contradicted"),
    "weaker": gettext_lazy("weaker"),
    "vanished": gettext_lazy("vanished"),
    "stronger": gettext_lazy("stronger"),
    "appeared": gettext_lazy("appeared"),
    "below": gettext_lazy("below"),
    "above": gettext_lazy("above"),
    "moved": gettext_lazy("moved"),
    "data broken": gettext_lazy("data broken"),
    "not judged": gettext_lazy("not judged"),
    "good": gettext_lazy("good"),
    "partial": gettext_lazy("partial"),
    "relabelled": gettext_lazy("relabelled"),
    "broken": gettext_lazy("broken"),
    "unchecked": gettext_lazy("unchecked"),
    "claimed": gettext_lazy("claimed"),
    # What is sought in mechanisms, and where these meet.
    "seek": gettext_lazy("seek"),
    "join": gettext_lazy("join"),
    "continue": gettext_lazy("continue"),
    "end": gettext_lazy("end"),
    "global": gettext_lazy("global"),
    "country": gettext_lazy("country level"),
    "unstated": gettext_lazy("unstated"),
    # Outcomes and votes.
    "adopted": gettext_lazy("adopted"),
    "rejected": gettext_lazy("rejected"),
    "no quorum": gettext_lazy("no quorum"),
    "deferred": gettext_lazy("deferred"),
    "yes": gettext_lazy("yes"),
    "no": gettext_lazy("no"),
    "abstain": gettext_lazy("abstain"),
    "absent": gettext_lazy("absent"),
    "no right to vote": gettext_lazy("no right to vote"),
    # The rows of the overview.
    "requests": gettext_lazy("requests"),
    "conditions": gettext_lazy("conditions"),
    "mechanisms": gettext_lazy("mechanisms"),
    "costs": gettext_lazy("costs"),
    "next decision": gettext_lazy("next decision"),
    "all ended": gettext_lazy("all ended"),
    "all met": gettext_lazy("all met"),
    "unknown": gettext_lazy("unknown"),
    "known in part": gettext_lazy("known in part"),
    "out of date": gettext_lazy("out of date"),
    "estimated": gettext_lazy("estimated"),
    "tabled": gettext_lazy("tabled"),
    "none planned": gettext_lazy("none planned"),
    "no day known": gettext_lazy("no day known"),
    # Sessions, costs, documents, contacts, people.
    "regular": gettext_lazy("regular"),
    "special": gettext_lazy("special"),
    "one-off": gettext_lazy("once"),
    "yearly": gettext_lazy("every year"),
    "resolution": gettext_lazy("resolution"),
    "draft": gettext_lazy("draft"),
    "agreement": gettext_lazy("agreement"),
    "rules": gettext_lazy("rules of procedure"),
    "evidence": gettext_lazy("evidence"),
    "letter": gettext_lazy("letter"),
    "meeting": gettext_lazy("meeting"),
    "round": gettext_lazy("round of talks"),
    "call": gettext_lazy("call"),
    "statement": gettext_lazy("statement"),
    "reader": gettext_lazy("reader"),
    "contributor": gettext_lazy("contributor"),
    "officer": gettext_lazy("officer"),
    "legal adviser": gettext_lazy("legal adviser"),
    "administrator": gettext_lazy("administrator"),
}
"""What each word of a closed set is called; a word that is not here is said as it is."""


def said(word: object) -> str:
    """A word of a closed set in the language of the page."""
    return str(WORDS.get(str(word), word))


def choices_of(words: Any) -> list[tuple[str, str]]:
    """A closed set as the choices of a form."""
    return [(str(word), said(word)) for word in words]
