"""The pages as a Django application."""

from functools import cached_property
from pathlib import Path

from django.apps import AppConfig
from django.conf import settings

from operative.bootstrap.corpora import CorpusAtHand
from operative.bootstrap.dossiers import Dossiers, open_dossiers

__all__ = ["Web"]


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
