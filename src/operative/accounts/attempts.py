"""How often signing in failed, so that nobody tries passwords by the thousand."""

from datetime import datetime, timedelta

from operative.accounts.models import Attempt

__all__ = ["is_blocked", "note_failure", "note_success"]

WINDOW = timedelta(minutes=10)
FAILURES = 5
FROM_ONE_ADDRESS = 50
"""Many people can sit behind one address."""


def is_blocked(name: str, address: str, now: datetime) -> bool:
    """Whether a name, or an address, failed too often in the last ten minutes; "" is nobody's name."""
    recent = Attempt.objects.filter(at__gt=now - WINDOW)
    named = bool(name) and recent.filter(name=name.casefold()).count() >= FAILURES
    return named or recent.filter(address=address).count() >= FROM_ONE_ADDRESS


def note_failure(name: str, address: str, now: datetime) -> None:
    """Keeps that signing in failed; what is older than a day goes."""
    Attempt.objects.filter(at__lt=now - timedelta(days=1)).delete()
    Attempt.objects.create(name=name.casefold()[:120], address=address[:64], at=now)


def note_success(name: str, address: str) -> None:
    """Forgets the failures of a name that signed in."""
    Attempt.objects.filter(name=name.casefold()).delete()
