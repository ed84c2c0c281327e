"""The pages as a Django application."""

from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from django.apps import AppConfig, apps
from django.conf import settings

from operative.accounts.openid import SignInService
from operative.bootstrap.corpora import CorpusAtHand
from operative.bootstrap.dossiers import Dossier, Dossiers, open_dossiers
from operative.domain.entries import Entry

__all__ = ["Web", "web_of_site"]


Answer = TypeVar("Answer")
KEPT = 64
"""How many answers of pages are kept."""


class Web(AppConfig):
    """The pages, with the dossiers that they show: one opening for all threads, which keeps what it has fetched."""

    name = "operative.web"
    label = "web"

    @cached_property
    def dossiers(self) -> Dossiers:
        """The dossiers of the site's database."""
        return open_dossiers(settings.DOSSIERS_URL)

    @cached_property
    def corpus(self) -> CorpusAtHand:
        """The corpus of the site, which is opened when somebody asks for it."""
        folder = getattr(settings, "CORPUS_FOLDER", "")
        return CorpusAtHand(Path(folder) if folder else None)

    @cached_property
    def sign_in_service(self) -> SignInService | None:
        """The service where people sign in with an account of their own; None where the site has none."""
        provider = getattr(settings, "OPENID", None)
        return SignInService(provider) if provider else None

    @cached_property
    def _entries(self) -> dict[str, Mapping[int, Entry]]:
        return {}

    @cached_property
    def _answers(self) -> dict[tuple[object, ...], Any]:
        return {}

    def numbered(self, dossier: Dossier) -> Mapping[int, Entry]:
        """Every entry of a dossier by its number: what was read before, and what was entered since."""
        known = self._entries.get(dossier.key, {})
        if dossier.version < len(known):
            # A ledger only grows; one that lost entries is looked at anew, and verification says so.
            known = {}
        new = {entry.number: entry for entry in dossier.entries(len(known))}
        if new or dossier.key not in self._entries:
            known = {**known, **new}
            self._entries[dossier.key] = known
        return known

    def keep(self, asked: tuple[object, ...], answer: Callable[[], Answer]) -> Answer:
        """What was answered before to the same question, or else what is answered now.

        The question names the version of the dossier, the day and the moment, so that no answer is old.
        """
        found: Answer | None = self._answers.get(asked)
        if found is None:
            found = answer()
            while len(self._answers) >= KEPT:
                self._answers.pop(next(iter(self._answers)), None)
            self._answers[asked] = found
        return found


def web_of_site() -> Web:
    """The application as this process runs it."""
    config = apps.get_app_config("web")
    assert isinstance(config, Web)
    return config
