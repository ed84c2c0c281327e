"""Which account belongs to who signed in elsewhere: by issuer and subject alone, never by a name or an address."""

from django.db import IntegrityError, transaction

from operative.accounts.models import Account, Identity
from operative.accounts.names import is_taken, name_of_person
from operative.accounts.openid import Person
from operative.accounts.providers import Provider
from operative.errors import SignInRefused

__all__ = ["account_of_person", "link_person", "unlink"]


def account_of_person(person: Person, provider: Provider) -> Account:
    """The account of a person; a new one where the rules of the provider let the person in.

    Raises `SignInRefused` for somebody whom no rule lets in, who left, who is not linked where there is no rule, or
    whose name is another's.
    """
    if provider.rules and not provider.admits(person.claims):
        raise SignInRefused(f"{provider.host} knows you, but this site does not let you in")
    found = _identity(person)
    if found is None and not provider.rules:
        raise SignInRefused(f"no account is linked with you at {provider.host}; sign in, and link it on your account")
    account = found.account if found else _made(person, provider)
    if not account.is_active:
        raise SignInRefused("this account is closed")
    return account


def link_person(person: Person, account: Account) -> None:
    """From now on this person opens the account; raises `SignInRefused` where they open another."""
    try:
        with transaction.atomic():
            found, _ = Identity.objects.get_or_create(
                issuer=person.issuer, subject=person.subject, defaults={"account": account}
            )
    except IntegrityError as exc:
        raise SignInRefused("this was linked a moment ago; please begin again") from exc
    if found.account != account:
        raise SignInRefused("this is linked with another account already")


def unlink(account: Account, number: int) -> bool:
    """Whether a link was taken away; the last one of an account without a password stays."""
    mine = Identity.objects.filter(account=account)
    if not account.has_usable_password() and mine.count() < 2:
        return False
    return mine.filter(pk=number).delete()[0] > 0


def _identity(person: Person) -> Identity | None:
    known = Identity.objects.select_related("account")
    return known.filter(issuer=person.issuer, subject=person.subject).first()


def _made(person: Person, provider: Provider) -> Account:
    said = person.claims.get(provider.name)
    name = name_of_person(said) if isinstance(said, str) else ""
    if not name:
        raise SignInRefused(f"{provider.host} does not say your name (claim {provider.name!r})")
    if is_taken(name):
        raise SignInRefused(
            f"somebody here has the name {name!r}; if it is you, sign in with your password and link {provider.host}"
            " on your account, else ask an administrator"
        )
    account = Account(name=name)
    account.set_unusable_password()
    try:
        with transaction.atomic():
            account.save()
            Identity.objects.create(account=account, issuer=person.issuer, subject=person.subject)
    except IntegrityError as exc:
        raise SignInRefused("this account was made a moment ago; please begin again") from exc
    return account
