"""The accounts as a Django application."""

from django.apps import AppConfig

__all__ = ["Accounts"]


class Accounts(AppConfig):
    """The accounts."""

    name = "operative.accounts"
    label = "accounts"
    default_auto_field = "django.db.models.BigAutoField"
