"""A repository, harvested into a folder that `corpus read` takes: its texts, and what it says about them."""

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import urlencode, urlsplit

from operative.bootstrap.fetching import Fetcher
from operative.bootstrap.supplies import SUFFIXES
from operative.domain.harvests import HarvestedRecord, HarvestPage
from operative.errors import HarvestRefused, OperativeError, UnreachableSource, WrongCall
from operative.exchange.oai import BAD_TOKEN, read_json_lines, read_page

__all__ = ["HarvestSummary", "Wanted", "harvest_into"]

STATE = "harvest.state"
RECORDS = "records.jsonl"
LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked of a repository: its address, the form, a set, days, and which links of a record are followed.

    `label` is a word that the label of a link must have where any of a record's links has a label; `elsewhere` also
    follows links to other servers than the repository's own.
    """

    url: str
    prefix: str = "marcxml"
    set: str = ""
    since: str = ""
    until: str = ""
    label: str = ""
    elsewhere: bool = False

    @property
    def is_lines(self) -> bool:
        """Whether the address is one of JSON lines."""
        return PurePosixPath(urlsplit(self.url).path).suffix in (".jsonl", ".ndjson")


@dataclass(slots=True)
class HarvestSummary:
    """What came of a harvest; `failed` has a name and the reason for each text or line that was not had."""

    pages: int = 0
    records: int = 0
    deleted: int = 0
    texts: int = 0
    failed: list[tuple[str, str]] = field(default_factory=list)


def harvest_into(
    wanted: Wanted,
    folder: Path,
    *,
    fetcher: Fetcher,
    pages: int = 0,
    watch: Callable[[HarvestSummary], None] = lambda summary: None,
) -> HarvestSummary:
    """Bring what a repository has into a folder; the same call again goes on where it stopped, or asks for what is new.

    Texts get the name of their record. Those of deleted records are taken away. `records.jsonl` has a line for each
    record as it came. `pages` bounds the pages of this call; 0 is no bound. Raises `HarvestRefused`,
    `UnreachableSource` or `DamagedSource` where the repository itself fails; what came before that stays.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as exc:
        raise WrongCall(f"{folder} cannot be made ({exc.strerror}); name a folder that may be written") from exc
    summary = HarvestSummary()
    for page in (_lines if wanted.is_lines else _pages)(wanted, folder, fetcher, summary, pages):
        with (folder / RECORDS).open("a", encoding="utf-8") as file:
            for record in page.records:
                _take(record, wanted, folder, fetcher, summary)
                file.write(json.dumps(asdict(record), ensure_ascii=False) + "\n")
        summary.pages += 1
        watch(summary)
    return summary


def _pages(
    wanted: Wanted, folder: Path, fetcher: Fetcher, summary: HarvestSummary, most: int
) -> Iterator[HarvestPage]:
    """The pages of a repository; what is kept after each is enough to go on."""
    asked = {"url": wanted.url, "prefix": wanted.prefix, "set": wanted.set}
    state = _state(folder, asked)
    window = {"from": wanted.since or state.get("since", ""), "until": wanted.until}
    token, begun = state.get("token", ""), state.get("begun", "")
    seen: set[str] = set()
    while not most or summary.pages < most:
        try:
            page = read_page(fetcher.get(_address(wanted, window, token)))
        except HarvestRefused as exc:
            if not (token and str(exc).startswith(BAD_TOKEN)) or "" in seen:
                raise
            token = ""  # it has gone stale: begin again; what is there already is only written anew
            seen.add("")
            continue
        if page.token and page.token in seen:
            raise UnreachableSource(f"{wanted.url} goes in circles: the token {page.token!r} comes again")
        seen.add(page.token or "end")
        begun = begun or page.answered
        token = page.token
        yield page
        if not token:
            _keep(folder, asked | {"since": begun[:10]})
            return
        _keep(folder, asked | {"since": state.get("since", ""), "token": token, "begun": begun})


def _lines(
    wanted: Wanted, folder: Path, fetcher: Fetcher, summary: HarvestSummary, most: int
) -> Iterator[HarvestPage]:
    """JSON lines as one page."""
    records = []
    for one in read_json_lines(fetcher.get(wanted.url)):
        if isinstance(one, str):
            summary.failed.append((wanted.url, one))
        else:
            records.append(one)
    yield HarvestPage(tuple(records))


def _address(wanted: Wanted, window: dict[str, str], token: str) -> str:
    """The question: by the token alone, or by form, set and days (section 4.5 of the protocol)."""
    asked = {"resumptionToken": token} if token else {"metadataPrefix": wanted.prefix, "set": wanted.set, **window}
    given = {name: value for name, value in asked.items() if value}
    joint = "&" if urlsplit(wanted.url).query else "?"
    return f"{wanted.url}{joint}{urlencode({'verb': 'ListRecords', **given})}"


def _take(record: HarvestedRecord, wanted: Wanted, folder: Path, fetcher: Fetcher, summary: HarvestSummary) -> None:
    """The texts of a record as files, or their files away."""
    name = _name(record.identifier)
    if record.deleted:
        for path in folder.glob(f"{name}.*"):
            path.unlink()
        summary.deleted += 1
        return
    summary.records += 1
    if record.text:
        _write(folder / f"{name}.0.txt", record.text.encode())
        summary.texts += 1
    for number, url in enumerate(_links(record, wanted), 1):
        suffix = PurePosixPath(urlsplit(url).path).suffix.lower()
        try:
            data = fetcher.get(url)
        except OperativeError as exc:
            summary.failed.append((record.symbol or record.identifier, str(exc)))
            continue
        _write(folder / f"{name}.{number}{suffix if suffix in SUFFIXES else _suffix(data)}", data)
        summary.texts += 1


def _links(record: HarvestedRecord, wanted: Wanted) -> Iterable[str]:
    """The links of a record that are followed."""
    home = urlsplit(wanted.url).netloc
    near = [one for one in record.links if wanted.elsewhere or urlsplit(one.url).netloc == home]
    if wanted.label and any(one.label for one in near):
        near = [one for one in near if wanted.label.casefold() in one.label.casefold()]
    return dict.fromkeys(one.url for one in near)


def _suffix(data: bytes) -> str:
    """What bytes without a known ending look like."""
    head = data[:512].lstrip().lower()
    if head.startswith(b"%pdf"):
        return ".pdf"
    if head.startswith(b"pk\x03\x04"):
        return ".docx"
    return ".html" if b"<html" in head or b"<!doctype html" in head else ".txt"


def _name(identifier: str) -> str:
    """A name for a file, of the identifier and a digest of it: no other identifier has the same."""
    plain = re.sub(r"[^\w-]+", "_", identifier, flags=re.ASCII).strip("_")[:LONGEST_NAME]
    return f"{plain}-{hashlib.sha256(identifier.encode()).hexdigest()[:8]}"


def _write(path: Path, data: bytes) -> None:
    """The bytes in a file, whole or not at all."""
    draft = path.with_name(f".{path.name}")
    draft.write_bytes(data)
    draft.replace(path)


def _state(folder: Path, asked: dict[str, str]) -> dict[str, str]:
    """What the last call on this folder left; raises `WrongCall` where it asked for something else."""
    try:
        state: dict[str, Any] = json.loads((folder / STATE).read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as exc:
        raise WrongCall(f"{folder / STATE} cannot be read: {exc}; delete it to begin again") from exc
    if any(state.get(name) != value for name, value in asked.items()):
        raise WrongCall(f"{folder} holds a harvest of {state.get('url')} {state.get('set')}".rstrip())
    return state


def _keep(folder: Path, state: dict[str, str]) -> None:
    """What the next call needs."""
    _write(folder / STATE, json.dumps(state).encode())
