"""What programs of readers fetch again and again: the calendar of a dossier, and feeds of what was entered."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from uuid import NAMESPACE_URL, uuid5

from operative.bootstrap.dossiers import Dossier
from operative.domain.appointments import Calendar
from operative.domain.entries import Entry
from operative.domain.facts.dossiers import DossierOpened, EntryWithdrawn
from operative.domain.feeds import Feed, FeedEntry
from operative.dossiers.appointments import find_appointments, find_revision
from operative.dossiers.due import same_body
from operative.dossiers.history import History
from operative.dossiers.saying import say_day
from operative.dossiers.titles import Names, names_of, title_of
from operative.exchange.atom import render_atom
from operative.exchange.ical import render_ical

__all__ = ["calendar_of", "feed_of", "joint_feed", "make_calendar", "make_feed"]

NEWEST = 100
"""How many entries a feed has."""
SEARCHED = 1000
"""In how many of the last entries of each dossier words are looked for."""
NEVER = datetime(1970, 1, 1, tzinfo=UTC)
"""When a feed changed in which nothing ever was."""


def calendar_of(dossier: Dossier, history: History) -> Calendar:
    """The appointments of a dossier as its history stands."""
    first = _first(dossier)
    last = dossier.entry(find_revision(history)) or first
    opened = _opened(history)
    return Calendar(
        dossier.key,
        _title(dossier.key, history),
        first.digest,
        last.number,
        last.recorded,
        find_appointments(history),
        opened is not None and opened.confidential,
    )


def make_calendar(dossier: Dossier, history: History, address: str = "") -> bytes:
    """The same as iCalendar; `address` is where people look at the dossier."""
    return render_ical(calendar_of(dossier, history), address)


def feed_of(dossier: Dossier, site: str = "", address: str = "") -> Feed:
    """The last hundred entries of a dossier in words, the newest first.

    `site` is where the pages are served ("https://example.org"), `address` where this feed is; "" where nobody knows.
    """
    entries = tuple(_newest(dossier, site, NEWEST))
    link = f"{site}/dossiers/{dossier.key}/" if site else ""
    title = _title(dossier.key, dossier.history(date.max))
    return Feed(_id(_first(dossier).digest, "feed"), title, _updated(entries), entries, link, address)


def joint_feed(
    dossiers: Iterable[Dossier], *, body: str = "", words: str = "", site: str = "", address: str = ""
) -> Feed:
    """The last hundred entries of several dossiers: of those of a body, of those entries that have all the words."""
    wanted = words.casefold().split()
    found: list[FeedEntry] = []
    for dossier in dossiers:
        opened = _opened(dossier.history(date.max))
        if not body or (opened is not None and same_body(opened.body, body)):
            new = _newest(dossier, site, SEARCHED if wanted else NEWEST)
            found += (one for one in new if all(word in f"{one.title} {one.words}".casefold() for word in wanted))
    entries = tuple(sorted(found, key=lambda one: (one.updated, one.id), reverse=True)[:NEWEST])
    asked = [*([body] if body else []), *([f"“{words}”"] if wanted else [])]
    title = f"Operative: {', '.join(asked) or 'all dossiers'}"
    return Feed(_id(site, body, words), title, _updated(entries), entries, f"{site}/" if site else "", address)


def make_feed(dossier: Dossier) -> bytes:
    """The feed of a dossier as Atom, for who keeps it as a file."""
    return render_atom(feed_of(dossier))


def _newest(dossier: Dossier, site: str, most: int) -> Iterator[FeedEntry]:
    """The last entries, those too that were corrected since: they say so, and are as new as their correction."""
    version = dossier.version
    entries = list(dossier.entries(max(0, version - most), version))
    gone = {one.statement.corrects: one for one in entries if one.statement.corrects is not None}
    history = dossier.history(date.max)
    names, title = names_of(history), _title(dossier.key, history)
    told = [_told(one, gone, names, title, site) for one in entries]
    return iter(sorted(told, key=lambda one: one.updated, reverse=True))


def _told(entry: Entry, gone: Mapping[int, Entry], names: Names, title: str, site: str) -> FeedEntry:
    said, later = title_of(entry.fact, names), gone.get(entry.number)
    headline = f"{said[:1].upper()}{said[1:]}"
    if later is not None:
        what = "Taken back" if isinstance(later.fact, EntryWithdrawn) else "Corrected"
        headline = f"{what} by entry {later.number}: {headline}"
    statement = entry.statement
    documents = dict.fromkeys(f"{one.document} {one.provision}".strip() for one in statement.evidence)
    lines = [f"{headline}.", f"{title}, entry {entry.number}, holds from {say_day(entry.effective)}."]
    lines += [f"Evidence: {', '.join(documents)}."] if documents else []
    lines += [statement.note] if statement.note else []
    link = f"{site}/dossiers/{entry.dossier}/ledger/?entry={entry.number}#entry-{entry.number}" if site else ""
    return FeedEntry(
        _id(entry.digest),
        headline,
        later.recorded if later else entry.recorded,
        entry.recorded,
        statement.by,
        "\n".join(lines),
        link,
        (entry.fact.kind,),
    )


def _first(dossier: Dossier) -> Entry:
    first = dossier.entry(1)
    assert first is not None, "a dossier begins with an entry"
    return first


def _opened(history: History) -> DossierOpened | None:
    return next(iter(history.facts(DossierOpened)), None)


def _title(key: str, history: History) -> str:
    opened = _opened(history)
    return (opened.title if opened else "") or key


def _updated(entries: Iterable[FeedEntry]) -> datetime:
    return max((one.updated for one in entries), default=NEVER)


def _id(*parts: str) -> str:
    """An address that never changes for the same parts."""
    return uuid5(NAMESPACE_URL, " ".join(("operative", *parts))).urn
