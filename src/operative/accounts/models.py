"""Tables of people, their links and tokens."""

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models

__all__ = ["Account", "Attempt", "Identity", "OneTimeLink", "Token", "Upload"]


class Accounts(BaseUserManager["Account"]):
    """Makes accounts."""

    def get_by_natural_key(self, username: str | None) -> "Account":
        """The account that signs in with this name, whatever its capitals."""
        return self.get(name__iexact=(username or "").strip())


class Account(AbstractBaseUser):
    """A person who can sign in. `name` is the one that stands in ledgers; it is never given to another."""

    name = models.CharField(max_length=120, unique=True)
    email = models.EmailField(blank=True, default="")
    language = models.CharField(max_length=5, default="en")
    administrator = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)
    made = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "name"
    objects = Accounts()

    class Meta:
        """Names of the table."""

        app_label = "accounts"
        ordering = ("name",)


class Identity(models.Model):
    """Somebody who signs in elsewhere, and the account that they open: one, named by issuer and subject."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE)
    issuer = models.CharField(max_length=255)
    subject = models.CharField(max_length=255)
    made = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Names of the table."""

        app_label = "accounts"
        ordering = ("made",)
        constraints = (models.UniqueConstraint(fields=("issuer", "subject"), name="one_account_of_a_person"),)


class OneTimeLink(models.Model):
    """A link by which somebody sets a password once; only its digest is kept."""

    digest = models.CharField(max_length=64, unique=True)
    account = models.ForeignKey(Account, on_delete=models.CASCADE)
    expires = models.DateTimeField()
    used = models.DateTimeField(null=True, default=None)

    class Meta:
        """Names of the table."""

        app_label = "accounts"


class Token(models.Model):
    """What a program signs in with, for an account; only its digest is kept. `scopes` are read, write, sign."""

    digest = models.CharField(max_length=64, unique=True)
    account = models.ForeignKey(Account, on_delete=models.CASCADE)
    label = models.CharField(max_length=120)
    scopes = models.CharField(max_length=60, default="read")
    made = models.DateTimeField(auto_now_add=True)
    revoked = models.DateTimeField(null=True, default=None)

    class Meta:
        """Names of the table."""

        app_label = "accounts"
        ordering = ("-made",)


class Upload(models.Model):
    """A file that somebody brought and that belongs to no dossier yet: only they see it.

    `code` and `message` say why it cannot be read; "" where it can.
    """

    account = models.ForeignKey(Account, on_delete=models.CASCADE)
    sha256 = models.CharField(max_length=64, db_index=True)
    name = models.CharField(max_length=255)
    media_type = models.CharField(max_length=120, blank=True, default="")
    language = models.CharField(max_length=12, blank=True, default="")
    symbol = models.CharField(max_length=200, blank=True, default="")
    title = models.CharField(max_length=500, blank=True, default="")
    code = models.CharField(max_length=40, blank=True, default="")
    message = models.CharField(max_length=500, blank=True, default="")
    made = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Names of the table."""

        app_label = "accounts"
        ordering = ("-made",)
        constraints = (models.UniqueConstraint(fields=("account", "sha256"), name="one_upload_of_a_file"),)


class Attempt(models.Model):
    """A failure to sign in."""

    name = models.CharField(max_length=120, db_index=True)
    address = models.CharField(max_length=64, db_index=True)
    at = models.DateTimeField(db_index=True)

    class Meta:
        """Names of the table."""

        app_label = "accounts"
