"""The doctor: looks at everything that is kept, and says of what is not as it should be what to do."""

import os
import shutil
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from operative.bootstrap.configuration import Source, config_file, held_settings
from operative.bootstrap.dossiers import Dossiers, open_dossiers
from operative.bootstrap.logic import logic_version
from operative.bootstrap.serving import configure_site
from operative.bootstrap.settings import address_of, default_url
from operative.bootstrap.signing import load_key
from operative.bootstrap.site import SECRET_NAME
from operative.domain.facts.dossiers import RoleGranted
from operative.domain.findings import Finding, Severity
from operative.dossiers.mandates import find_mandates
from operative.dossiers.status import find_status
from operative.errors import OperativeError

__all__ = ["EXAMINATIONS", "Patient", "examine"]

ROOM = 200 * 2**20
"""Bytes that should be free where the database grows."""


@dataclass(frozen=True, slots=True)
class Patient:
    """What is examined: the dossiers, the name by which Django knows their database, the folder beside it."""

    dossiers: Dossiers
    alias: str
    folder: Path


def examine(database: str | None = None) -> Iterator[Finding]:
    """A finding for each thing that is not as it should be, with what to do; nothing where all is well.

    Raises `WrongCall` for settings or an address that make no sense, and `UnreachableStore`.
    """
    url = database or default_url()
    alias = configure_site(url)
    patient = Patient(open_dossiers(url), alias, address_of(url).beside)
    for examination in EXAMINATIONS:
        yield from examination(patient)


def examine_ledgers(patient: Patient) -> Iterator[Finding]:
    """Chains, signed marks of whoever signed, texts and evidence, as `operative dossier verify` sees them."""
    for key in patient.dossiers.ledgers.keys():  # noqa: SIM118 (it is no dict)
        for found in patient.dossiers.open(key).verify(()):
            todo = f"see: operative dossier verify {key}; what was changed comes back from a backup"
            yield Finding(found.code, found.severity, f"{key}: {found.message}; {todo}")


def examine_records(patient: Patient) -> Iterator[Finding]:
    """Entries that cannot be read, and steps that cannot have been taken."""
    for key in patient.dossiers.ledgers.keys():  # noqa: SIM118 (it is no dict)
        try:
            history = patient.dossiers.open(key).history(date.max)
            mandates = find_mandates(history)
            find_status(history)
        except OperativeError as exc:
            message = f"{key} cannot be shown: {exc}; correct the entry, or restore the dossier from a backup"
            yield Finding("record-impossible", Severity.ERROR, message)
            continue
        for found in (finding for mandate in mandates for finding in mandate.findings):
            yield Finding(found.code, found.severity, f"{key}: {found.message}; correct the entry: operative entry add")


def examine_texts(patient: Patient) -> Iterator[Finding]:
    """Texts that nobody can reach, and readings of an earlier version."""
    # Tables are classes of Django, which the patient has set up.
    from operative.accounts.models import Upload
    from operative.store.inventory import count_stale, find_loose

    wanted = frozenset(Upload.objects.using(patient.alias).values_list("sha256", flat=True))
    for digest, name in find_loose(patient.alias, wanted):
        message = f"{name} ({digest[:12]}) belongs to no dossier and to nobody; it does no harm, and attaching it helps"
        yield Finding("text-loose", Severity.INFO, message)
    if stale := count_stale(patient.alias, logic_version()):
        message = f"{stale} texts were read by another version; each is read again when it is next opened"
        yield Finding("readings-stale", Severity.INFO, message)


def examine_people(patient: Patient) -> Iterator[Finding]:
    """Roles of people who have no account, where there are accounts."""
    from operative.accounts.models import Account  # for the reason above

    names = set(Account.objects.using(patient.alias).values_list("name", flat=True))
    if not names:
        return
    for key in patient.dossiers.ledgers.keys():  # noqa: SIM118 (it is no dict)
        granted = {fact.person for fact in patient.dossiers.open(key).history(date.max).facts(RoleGranted)}
        if strangers := sorted(granted - names):
            message = f"{key}: {', '.join(strangers)} has a role and no account of that name; make one, or end the role"
            yield Finding("role-without-account", Severity.INFO, message)


def examine_secrets(patient: Patient) -> Iterator[Finding]:
    """Keys and settings that others may read."""
    paths = [patient.folder / SECRET_NAME]
    file = config_file(os.environ)
    if file and any(held.setting.secret and held.source is Source.FILE for held in held_settings()):
        paths.append(file)
    for path in paths:
        if path.exists() and stat.S_IMODE(path.stat().st_mode) & 0o077:
            message = f"{path} holds a secret and may be read by others; say: chmod 600 {path}"
            yield Finding("secret-open", Severity.WARNING, message)
    try:
        load_key(patient.dossiers.key_file)
    except OperativeError as exc:
        yield Finding("secret-open", Severity.WARNING, str(exc))


def examine_room(patient: Patient) -> Iterator[Finding]:
    """Whether there is room for what comes."""
    free = shutil.disk_usage(patient.folder).free
    if free < ROOM:
        message = f"{free // 2**20} MB are free in {patient.folder}; make room before the database cannot grow"
        yield Finding("room-short", Severity.WARNING, message)


EXAMINATIONS: tuple[Callable[[Patient], Iterator[Finding]], ...] = (
    examine_ledgers,
    examine_records,
    examine_texts,
    examine_people,
    examine_secrets,
    examine_room,
)
"""What is looked at, in this order."""
