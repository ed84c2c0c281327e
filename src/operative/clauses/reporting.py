"""Whether an act asks that information be given back to an organ or to States."""

from operative.clauses.handovers import Handover
from operative.clauses.lexicon import Lexicon
from operative.clauses.phrases import Range
from operative.clauses.words import Words

__all__ = ["is_reporting"]


def is_reporting(
    words: Words,
    handovers: tuple[Handover, ...],
    things: tuple[tuple[Range, Handover | None], ...],
    recipients: tuple[tuple[Range, str], ...],
    lexicon: Lexicon,
) -> bool:
    """Whether somebody is to report, brief, inform, or hand over what informs."""
    for handover in handovers:
        if "report" in handover.manners and _reports(words, handover, lexicon):
            return True
        if handover.manners & {"keep", "tell"} and _receives(handover, recipients):
            return True
    for item, verb in things:
        head = next(
            (words.low[at] for at in range(item.first, item.last) if words.low[at] in lexicon.handing.informing), ""
        )
        if verb is None:
            return True
        if verb.verb in lexicon.handing.anything and (recipients or head):
            return True
        if not head:
            continue
        if recipients or (head in lexicon.handing.reports and (verb.verb in lexicon.handing.rendering or verb.thing)):
            return True
    return False


def _reports(words: Words, handover: Handover, lexicon: Lexicon) -> bool:
    """Whether the verb "report" has a receiver or a matter: "report back", "report to", "report on"."""
    if handover.last >= handover.stop:
        return True
    word = words.low[handover.last]
    return word in lexicon.grammar.words["governed"] or not word[0].isdigit()


def _receives(handover: Handover, recipients: tuple[tuple[Range, str], ...]) -> bool:
    return any(
        handover.last <= item.first < handover.stop
        or (rule == "recipient-pronoun" and -5 < item.first - handover.at < 0)
        for item, rule in recipients
    )
