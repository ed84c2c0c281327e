"""The groups of commands on dossiers; each command loads when it is called."""

from collections.abc import Mapping

import click

from operative.cli.lazy import LazyGroup

__all__ = ["alerts", "decision", "dossier", "draft", "entry", "estimate", "indicator", "member", "proposal", "report"]

HERE = "operative.cli.dossiers"


def _group(name: str, about: str, example: str, lazy: Mapping[str, tuple[str, str]]) -> click.Group:
    told = f"{about}\n\n\b\nExamples:\n  operative {name} {example}"
    located = {command: (f"{HERE}.{module}", line) for command, (module, line) in lazy.items()}
    codes = "Exit codes: 0 done; 1 refused, with the reason; 2 wrong call."
    settings = {"help_option_names": ["-h", "--help"]}
    return LazyGroup(name, help=told, epilog=codes, lazy=located, context_settings=settings)


dossier = _group(
    "dossier",
    "Follow resolutions from the request to the decision, with proof.",
    "show lro-concert-2024 --as-of 2025-06-01",
    {
        "open": ("opening", "Open a dossier on a resolution: its requests, conditions, elements and goals."),
        "list": ("looking", "The dossiers there are."),
        "show": ("looking", "One dossier on one screen: requests, conditions, mechanisms, costs, next decision."),
        "requests": ("looking", "What was asked, of whom, by when, and where it stands."),
        "conditions": ("looking", "Conditions and their elements, draft by draft, with verdicts and signatures."),
        "engagements": ("looking", "Letters, meetings and rounds with the other side, and what was raised."),
        "links": ("looking", "Links to goals of the international agenda, with who claims and who rejects them."),
        "timeline": ("looking", "Everything that happened, in order, with its evidence."),
        "citations": ("intakes", "Which entities name which documents among their mandates."),
        "documents": ("looking", "The documents of a dossier, and which texts are missing."),
        "attach": ("opening", "Attach the text of a document: from then on its words are quoted."),
        "grant": ("opening", "Give a person a role in the dossier, or take it away."),
        "import": ("moving", "Make a dossier from a casebook."),
        "import-table": ("intakes", "Take in a table that people keep: actions with owners, figures of costs."),
        "export": ("moving", "Write a dossier as a casebook, or its ledger as JSON lines."),
        "verify": ("moving", "Check that nothing in the ledger was changed, lost or put in another order."),
    },
)
entry = _group(
    "entry",
    "Enter dated, evidenced facts into a dossier; nothing is ever overwritten.",
    'move CASE m-op3-1 assign --owner "External Relations" --by "A. Clerk"',
    {
        "add": ("entries", "Enter a fact of any kind."),
        "withdraw": ("entries", "Take an entry back: it stays to be read, and counts no more."),
        "kinds": ("entries", "The kinds of facts, with their fields."),
        "move": ("entries", "Take a mandate one step further: accept, assign, start, report, fulfil ..."),
        "engage": ("entries", "Enter a letter, a meeting or a round with the other side."),
    },
)
draft = _group(
    "draft",
    "Hold drafts of a text against the conditions of a resolution.",
    'verdicts CASE --draft "draft 2"',
    {
        "add": ("drafts", "Register a draft with its text."),
        "list": ("drafts", "The drafts of a dossier, and how many verdicts are signed."),
        "verdicts": ("drafts", "For every element, how a draft treats it: suggested, and signed."),
        "compare": ("drafts", "Two drafts: what got stronger, weaker, vanished, appeared."),
        "sign": ("drafts", "Sign a verdict, or overrule the suggested one with a reason."),
    },
)
member = _group(
    "member",
    "Mechanisms, and the standing of participants in them.",
    "list iom-un-2015 --as-of 2016-10-01",
    {
        "list": ("members", "Mechanisms, standings and goals on any day."),
        "set": ("members", "Enter what a participant is in a mechanism from a day on."),
    },
)
estimate = _group(
    "estimate",
    "Costs: formulas, inputs, and ranges that are never final numbers.",
    "list iom-un-2015",
    {
        "add": ("estimates", "Enter an input or a formula."),
        "run": ("estimates", "Reckon a formula with the inputs that stand, and keep the result."),
        "list": ("estimates", "The estimates, what changed since the last, and what is unknown."),
    },
)
indicator = _group(
    "indicator",
    "Features and attributes that can be counted.",
    "list iom-un-2015 --as-of 2018-12-31",
    {
        "add": ("indicators", "Define an indicator."),
        "observe": ("indicators", "Enter the value of an indicator for a period."),
        "list": ("indicators", "The indicators as of a day, with quality and threshold."),
    },
)
proposal = _group(
    "proposal",
    "Options put before a body.",
    "list lro-concert-2024",
    {
        "add": ("proposals", "Table a proposal with its options, gates and criteria."),
        "assess": ("proposals", "Assess an option under a gate or a criterion."),
        "list": ("proposals", "The proposals side by side, with gates, scores and estimates."),
    },
)
decision = _group(
    "decision",
    "Votes and decisions, with the rule that makes them.",
    "list lro-concert-2024",
    {
        "vote": ("decisions", "Enter a vote, by count, by member or by consensus; its outcome is computed."),
        "record": ("decisions", "Record what the body decided, and what it does to mandates."),
        "days": ("decisions", "When a body can next decide, by its sessions and its rules."),
        "list": ("decisions", "Decisions with outcome, rule and effects; sessions and deadlines ahead."),
    },
)
report = _group(
    "report",
    "What goes back to the members.",
    "due iom-un-2015 --as-of 2016-05-01",
    {
        "due": ("reports", "Reporting duties: what was due, what came, what is late or unanswered."),
        "file": ("reports", "Enter a report and what it answers."),
        "back": ("returns", "Read an edited report back: each change as a claim to accept or decline."),
        "make": ("reports", "Make a paper: the report to the working group, as DOCX, PDF, HTML, rows."),
    },
)
alerts = _group(
    "alerts",
    "What is due soon, late, or answered.",
    "list lro-concert-2024 --as-of 2024-12-20",
    {
        "list": ("alerts", "What there is to tell of the requests of a dossier on a day."),
    },
)
