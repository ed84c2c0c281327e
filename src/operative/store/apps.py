"""The store as an application of Django."""

from django.apps import AppConfig

__all__ = ["StoreConfig"]


class StoreConfig(AppConfig):
    """Names the tables `operative_...`."""

    name = "operative.store"
    label = "operative"
    verbose_name = "Dossiers"
    default_auto_field = "django.db.models.BigAutoField"
