"""The API on a site of its own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.test import Client

from operative.bootstrap.dossiers import Dossiers
from operative.corpus.corpora import Corpus
from tests.corpus.rows import record
from tests.web.conftest import filled, opened_site

__all__ = ["filled"]

TokenOf = Callable[..., dict[str, str]]


@pytest.fixture(scope="module")
def site(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dossiers]:
    """The dossiers of the site, on a copy for the tests of one module."""
    with opened_site(filled, tmp_path_factory.mktemp("api") / "site.db") as opened:
        yield opened


MEND = "Requests the Secretariat to mend the wells of the valley and to report to the Council at its {} session"


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a small corpus."""
    folder = tmp_path_factory.mktemp("corpus") / "memory"
    Corpus.open_or_make(folder).add(
        [
            record(1, [MEND.format("tenth")], adopted="2020-12-01"),
            record(2, [MEND.format("eleventh"), "Decides to dig more wells"], adopted="2021-12-01"),
            *(record(n, [f"Urges town {n} to keep its bridges"], adopted="2019-05-05") for n in range(10, 35)),
        ]
    )
    return folder


@pytest.fixture(scope="module")
def token_of(site: Dossiers) -> TokenOf:
    """The header of a token for a name, with scopes."""

    def made(name: str, *scopes: str, administrator: bool = False) -> dict[str, str]:
        # The tables of accounts are there only once Django is set up.
        from operative.accounts.models import Account
        from operative.accounts.secrets import make_token

        account, _ = Account.objects.get_or_create(name=name, defaults={"administrator": administrator})
        return {"HTTP_AUTHORIZATION": f"Bearer {make_token(account, 'test', scopes)}"}

    return made


@pytest.fixture
def client() -> Client:
    """A client that checks the tokens of forms, as browsers meet it."""
    return Client(enforce_csrf_checks=True)
