"""Reports that come back: what people changed in the DOCX, as claims that a person accepts or declines."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from operative.bootstrap.dossiers import Dossier
from operative.bootstrap.reports import paper_for
from operative.bootstrap.texts import Text, text_of
from operative.domain.days import PartialDate
from operative.domain.edits import Answered, EditedPaper, Offer, Returned
from operative.domain.entries import Entry, Statement
from operative.domain.evidence import Evidence
from operative.domain.facts.dossiers import DocumentAttached, DocumentNamed, DocumentRole
from operative.domain.facts.reports import WordingClaimed
from operative.domain.findings import Finding, Severity
from operative.domain.papers import Paper, PaperKind
from operative.dossiers.history import History
from operative.errors import Refused, WrongCall
from operative.exchange.papers.origins import digest_of
from operative.reports.edits import find_edits
from operative.reports.offers import offer
from operative.text.docx.edited import read_edited

__all__ = ["answer_changes", "read_back"]


def read_back(dossier: Dossier, data: bytes) -> Returned:
    """What people changed in a report of the dossier, each change with what accepting it would enter.

    The report is made again as of its day and its last entry, and held against the file. Raises `UnreadableSource` for
    what is no DOCX, and `Refused` for a file that is no report, or one of another dossier or ledger, and for one that
    cannot be made again as it was.
    """
    edited = read_edited(data)
    paper = _made_again(dossier, edited.properties)
    history = dossier.history(date.max)
    answers = {fact.id: (entry, fact) for entry, fact in history.of(WordingClaimed)}
    offers = (offer(one, history, paper.language, paper.on) for one in find_edits(paper, edited))
    version = paper.origin.version
    return Returned(
        str(paper.kind),
        paper.on.isoformat(),
        version,
        tuple(_answered(one, answers) for one in offers),
        tuple(_findings(dossier.version - version, edited)),
    )


def answer_changes(
    dossier: Dossier,
    data: bytes,
    *,
    by: str,
    today: date,
    accepted: Sequence[str] = (),
    declined: Sequence[str] = (),
    name: str = "",
) -> tuple[Entry, ...]:
    """The entries by which a person accepts and declines changes, by their ids: all or none.

    The file is kept with them as the evidence. Raises as `read_back` does; `WrongCall` for an id that no change has,
    or that is both accepted and declined; `Refused` for a change that cannot be accepted, or was answered already.
    """
    returned = read_back(dossier, data)
    offers = {one.edit.id: one for one in returned.offers}
    _check_answers(offers, accepted, declined)
    sha256 = hashlib.sha256(data).hexdigest()
    key = f"edited-{sha256[:12]}"
    day = PartialDate.of(today)
    texts: list[Text] = []
    statements: list[Statement] = []
    if not dossier.history(date.max).about(DocumentAttached, "document", key):
        text = text_of(data, name or f"{key}.docx")
        title = f"Report {returned.kind} as of {returned.as_of}, as it was edited"
        named = DocumentNamed(key, DocumentRole.EVIDENCE, title=title)
        then = PartialDate(returned.as_of)
        statements += (Statement(named, then, by), Statement(text.attached(key), then, by))
        texts.append(text)
    statements += _taken_up([offers[one] for one in accepted], key, by, returned)
    report = f"{returned.kind} {returned.as_of}"
    for one in (*accepted, *declined):
        edit = offers[one].edit
        said = WordingClaimed(one, report, edit.line, edit.was, edit.now, edit.author, one in accepted)
        statements.append(Statement(said, day, by, (_proof(key, edit.now),)))
    return dossier.enter(statements, texts=texts)


def _made_again(dossier: Dossier, told: Mapping[str, str]) -> Paper:
    """The paper that a file says it was; the same, word by word."""
    key = told.get("OperativeDossier")
    if key is None or "OperativePaper" not in told:
        raise Refused("this is no report that Operative made, or its properties were taken out of the file")
    if key != dossier.key:
        raise Refused(f"this is a report of the dossier {key!r}, not of {dossier.key!r}")
    try:
        kind, on, version = PaperKind(told["OperativeKind"]), told["OperativeAsOf"], int(told["OperativeVersion"])
        day = date.fromisoformat(on)
    except (KeyError, ValueError) as exc:
        raise Refused(f"the properties of the file do not say which report it is: {exc}") from exc
    last = dossier.entry(version)
    if last is None or last.digest != told.get("OperativeLedger"):
        raise Refused(
            f"this is a report of another ledger: entry {version} of {key!r} here is not the one it was made of"
        )
    asked = {name: told.get(f"Operative{name.title()}", "") for name in ("style", "old", "new")}
    history = History(dossier.entries(upto=version), day)
    paper = paper_for(dossier, history, kind, language=told.get("OperativeLanguage", "en"), **asked)
    if digest_of(paper) != told["OperativePaper"]:
        reason = "Operative words it otherwise now, or its quotations were corrected; make it again, and edit that"
        raise Refused(f"the report {kind} as of {on} cannot be made again as it was: {reason}")
    return paper


def _answered(one: Offer, answers: Mapping[str, tuple[Entry, WordingClaimed]]) -> Offer:
    found = answers.get(one.edit.id)
    if found is None:
        return one
    entry, fact = found
    answer = Answered.ACCEPTED if fact.stand else Answered.DECLINED
    return replace(one, answer=answer, by=entry.statement.by, entry=entry.number)


def _findings(since: int, edited: EditedPaper) -> Iterable[Finding]:
    if since:
        message = f"the ledger has {since} more entries since the report was made; changes are held against them too"
        yield Finding("report-older", Severity.INFO, message)
    if edited.comments:
        message = f"{edited.comments} comments beside the text; not read"
        yield Finding("comments-left-out", Severity.INFO, message)


def _check_answers(offers: Mapping[str, Offer], accepted: Sequence[str], declined: Sequence[str]) -> None:
    if not (accepted or declined):
        raise WrongCall("say which changes to accept, which to decline, or both")
    for one in (*accepted, *declined):
        if one not in offers:
            raise WrongCall(f"there is no change {one!r}; there are: {', '.join(offers) or 'none'}")
        if [*accepted, *declined].count(one) > 1:
            raise WrongCall(f"{one!r} is answered twice")
        if offers[one].answer is not Answered.OPEN:
            raise Refused(f"{one} was {offers[one].answer} by {offers[one].by} in entry {offers[one].entry} already")
    for one in accepted:
        if offers[one].statement is None:
            raise Refused(f"{one} cannot be accepted: {offers[one].reason}")


def _taken_up(offers: Sequence[Offer], key: str, by: str, returned: Returned) -> Iterable[Statement]:
    """What accepting enters; a value that several lines print is corrected once."""
    corrected: dict[int, Statement] = {}
    for one in offers:
        assert one.statement is not None
        note = f"read back from the report {returned.kind} as of {returned.as_of}"
        evidence = (*one.statement.evidence, _proof(key, one.edit.now))
        said = replace(one.statement, by=by, evidence=evidence, note=note)
        before = corrected.get(said.corrects) if said.corrects is not None else None
        if before is None:
            yield said
        elif (before.fact, before.effective) != (said.fact, said.effective):
            raise Refused(
                f"{one.edit.id} and another change correct entry {said.corrects} differently: accept one by one"
            )
        if said.corrects is not None:
            corrected[said.corrects] = said


def _proof(document: str, words: str) -> Evidence:
    """The place in the file as it came back, with the words that stand there now."""
    return Evidence.quoting(document, "", words) if words else Evidence(document)
