"""Who visits a dossier: whether they see it, in which role, and as of which moment.

The pages and the API ask here, so that both answer alike; the dossier itself refuses what a role does not allow.
"""

from contextlib import suppress
from datetime import UTC, date, datetime, time

from operative.bootstrap.dossiers import KEY, Dossier, Dossiers
from operative.domain.days import PartialDate
from operative.domain.facts.dossiers import DocumentAttached, DossierOpened
from operative.domain.people import Role
from operative.dossiers.roles import role_of
from operative.errors import UnknownDossier, WrongCall

__all__ = ["day_of", "moment_of", "readable_texts", "visit"]

YEARS = range(1800, 2201)
"""Days on which a dossier can be looked at; sessions are not counted without end."""


def visit(dossiers: Dossiers, key: str, person: str, *, administrator: bool = False) -> tuple[Dossier, Role | None]:
    """The dossier, and the role of the person in it; `administrator` says that they administer the site.

    Raises `UnknownDossier` in the same words for a dossier that there is not, and for a confidential one in which the
    person has no role, whoever they are; the words name no other dossier.
    """
    unknown = UnknownDossier(f"there is no dossier {key[:100]!r}")
    if not KEY.match(key) or dossiers.ledgers.head(key).number == 0:
        raise unknown
    history = Dossier(dossiers, key).history(date.max)
    role = role_of(history, person, dossiers.now().date()) if person else None
    if role is None and any(opened.confidential for opened in history.facts(DossierOpened)):
        raise unknown
    guest = Role.ADMINISTRATOR if administrator else None
    return Dossier(dossiers, key, guest), role or guest


def readable_texts(dossiers: Dossiers, person: str, *, administrator: bool = False) -> frozenset[str]:
    """The digests of the texts in all dossiers that the person sees."""
    found: set[str] = set()
    for key in dossiers.keys():  # noqa: SIM118  # it is no mapping
        with suppress(UnknownDossier):
            dossier, _ = visit(dossiers, key, person, administrator=administrator)
            found.update(fact.sha256 for fact in dossier.history(date.max).facts(DocumentAttached))
    return frozenset(found)


def day_of(said: str, today: date) -> date:
    """The day that is asked for: the last of a month or a year; today where it asks for none.

    Raises `WrongCall` for words that are no day, and for days beyond 1800 to 2200.
    """
    if not said:
        return today
    found = PartialDate(said).last
    if found.year not in YEARS:
        raise WrongCall(f"dossiers are looked at on a day between {YEARS[0]} and {YEARS[-1]}; {said} is none")
    return found


def is_day(said: str) -> bool:
    """Whether words name a day and no time of it: 2016-05-01, 20160501, 2016-W17-7."""
    try:
        date.fromisoformat(said)
    except ValueError:
        return False
    return True


def moment_of(said: str) -> datetime | None:
    """The moment that is asked for, in UTC where no zone is named; None where none is asked for.

    A day alone means its end, as all that was recorded on it was known then. Raises `WrongCall` for words that are no
    moment.
    """
    if not said:
        return None
    try:
        found = datetime.fromisoformat(said)
    except ValueError as exc:
        raise WrongCall(f"{said[:40]!r} is no moment; write 2016-05-01 or 2016-05-01T12:00:00Z") from exc
    if found.year not in YEARS:
        raise WrongCall(f"{said[:40]!r} is no moment between {YEARS[0]} and {YEARS[-1]}")
    if is_day(said):
        found = datetime.combine(found, time.max)
    return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
