"""Signing in and out, passwords, one-time links, names, tokens; and what protects every page."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import URLResolver, get_resolver

from operative.bootstrap.dossiers import Dossiers
from operative.bootstrap.serving import first_link
from operative.bootstrap.site import site_settings

from .conftest import ClientOf
from .test_rights import PAGES

PASSWORD = "a long sentence here"
WRONG = {"name": "Eve", "password": "no"}


@pytest.fixture
def eve(client_of: ClientOf) -> Client:
    """Eve administers the site, and has a password."""
    from operative.accounts.models import Account  # there once Django is set up

    client = client_of("Eve", administrator=True)
    account = Account.objects.get(name="Eve")
    account.set_password(PASSWORD)
    account.save()
    client.force_login(account)
    return client


def sign_in(client: Client, password: str = PASSWORD, name: str = "Eve", to: str = "/"):
    return client.post("/sign-in", {"name": name, "password": password, "next": to})


def test_the_first_link_sets_the_first_password_once(site: Dossiers):
    link = first_link("Administrator")
    client = Client()

    short = client.post(link, {"password": "short"})
    common = client.post(link, {"password": "1q2w3e4r5t6y"})
    done = client.post(link, {"password": PASSWORD})

    assert (short.status_code, common.status_code, done.status_code) == (200, 200, 302)
    assert b"12 characters" in short.content
    assert client.get("/account/").status_code == 200
    assert Client().get(link).status_code == 410
    assert Client().post(link, {"password": PASSWORD}).status_code == 410
    assert first_link("Administrator") is None


def test_a_link_ends_after_three_days(site: Dossiers):
    from operative.accounts.models import OneTimeLink  # there once Django is set up

    link = first_link("Administrator")
    OneTimeLink.objects.update(expires=datetime.now(UTC) - timedelta(seconds=1))

    assert Client().get(link).status_code == 410


def test_signing_in_makes_a_new_session(eve: Client):
    client = Client()
    client.get("/sign-in")
    session = client.session
    session["kept"] = 1
    session.save()
    client.cookies["sessionid"] = before = session.session_key

    assert sign_in(client, name="eve").status_code == 302
    assert client.cookies["sessionid"].value != before
    client.post("/sign-out")
    assert client.get("/account/").status_code == 302


def test_five_failures_close_a_name_for_a_while(eve: Client):
    client = Client()
    codes = [client.post("/sign-in", WRONG).status_code for _ in range(5)]

    assert codes == [200] * 5
    assert sign_in(client).status_code == 429
    assert sign_in(client, name="EVE").status_code == 429


def test_whoever_left_does_not_come_in(eve: Client):
    from operative.accounts.models import Account  # there once Django is set up

    Account.objects.update(is_active=False)

    assert sign_in(Client()).status_code == 200
    assert eve.get("/account/").status_code == 302


@pytest.mark.parametrize(
    ("to", "where"),
    [
        ("/dossiers/", "/dossiers/"),
        ("https://elsewhere.example/", "/"),
        ("//elsewhere.example/", "/"),
        ("/\\elsewhere.example/", "/"),
        ("javascript:alert(1)", "/"),
    ],
)
def test_signing_in_leads_to_pages_of_this_site_only(to: str, where: str, eve: Client):
    assert sign_in(Client(), to=to).url == where


@pytest.mark.parametrize("name", ["Eve", "EVE", " eve ", "Ｅve", "E\u200bve", "\u200b"])
def test_a_name_is_one_persons_for_good(name: str, eve: Client):
    from operative.accounts.models import Account  # there once Django is set up

    answer = eve.post("/people/", {"name": name, "language": "en"})

    assert b"/welcome/" not in answer.content
    assert Account.objects.count() == 1


def test_an_administrator_gives_a_link(eve: Client, client_of: ClientOf):
    answer = eve.post("/people/", {"name": "L.  Counsel", "language": "fr"})
    link = re.search(rb"http://testserver(/welcome/[\w-]+)", answer.content)

    assert link
    assert Client().post(link[1].decode(), {"password": PASSWORD}).status_code == 302
    assert sign_in(Client(), name="L. Counsel").status_code == 302
    assert client_of("Adam").get("/people/").status_code == 403


def test_a_token_is_shown_once(eve: Client):
    made = eve.post("/account/tokens", {"label": "x" * 500 + "\0", "scopes": ["read"]}, follow=True)

    assert made.content.count(b"operative_") == 1
    assert b"operative_" not in eve.get("/account/").content
    assert eve.post("/account/tokens", {"label": "x", "scopes": ["all"]}).status_code == 400
    assert eve.post("/account/tokens", {"revoke": "\u00b2"}).status_code == 302
    assert eve.post("/account/tokens", {"revoke": "9" * 40}).status_code == 302


def test_a_form_from_elsewhere_is_refused(eve: Client):
    from operative.accounts.models import Account  # there once Django is set up

    client = Client(enforce_csrf_checks=True)
    client.force_login(Account.objects.get(name="Eve"))

    answer = client.post("/account/tokens", {"label": "x <b>y", "password": "hush", "scopes": ["read"]})
    page = answer.content.decode()

    assert answer.status_code == 403
    assert "This form could not be taken" in page
    assert "x &lt;b&gt;y" in page
    assert "hush" not in page
    # What another site typed is shown, and cannot be sent from here.
    assert "Make token" not in page
    assert "account/tokens" not in page


@pytest.mark.parametrize("key", ["iom-un-2015", "lro-concert-2024"])
def test_no_page_has_a_script_or_a_style_of_its_own(key: str, eve: Client, site: Dossiers):
    element = next((one.fact.id for one in site.open(key).entries() if one.fact.kind == "element.stated"), "none")
    for name, address in {**PAGES, "nowhere": "/nowhere", "people": "/people/", "sign-in": "/sign-in"}.items():
        page = eve.get(address.format(key=key, element=element))
        if not page["Content-Type"].startswith("text/html"):
            continue
        content = page.content.decode()
        assert "default-src 'none'" in page["Content-Security-Policy"], name
        assert "unsafe" not in page["Content-Security-Policy"], name
        assert not re.search(r"<style|<script(?![^>]*src=)|\sstyle=|\son[a-z]+=|javascript:", content), name
        assert not re.search(r"(?:src|<link[^>]*href)=\"(?:https?:)?//", content), name
        assert len(page.content) < 200_000, name
        assert (page["X-Frame-Options"], page["X-Content-Type-Options"]) == ("DENY", "nosniff")
        assert "no-cache" in page["Cache-Control"], name


GUARDS = {
    "Content-Security-Policy": "default-src 'none'",
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=()",
}


def addresses(patterns: Any, above: str = "/") -> Iterator[str]:
    """An address for each pattern there is."""
    for one in patterns:
        path = above + re.sub(r"<int:\w+>", "1", re.sub(r"<(?:\w+:)?\w+>", "lro-concert-2024", str(one.pattern)))
        if isinstance(one, URLResolver):
            yield from addresses(one.url_patterns, path)
        else:
            yield path


def test_every_answer_is_guarded(eve: Client, site: Dossiers):
    """Pages, files, the API, and whatever is refused, for who is signed in and who is not."""
    known = [*addresses(get_resolver().url_patterns), "/static/operative/style.css", "/nowhere", "/api/v1/nowhere"]
    strangers = Client(enforce_csrf_checks=True)
    for address in known:
        for answer in (eve.get(address), strangers.get(address), strangers.post(address)):
            bare = {name for name, words in GUARDS.items() if words not in answer.headers.get(name, "")}
            assert not bare, (address, answer.status_code)
    assert len(known) > 50
    elsewhere = eve.get("/", headers={"Host": "elsewhere.example"})
    assert (elsewhere.status_code, elsewhere["X-Frame-Options"]) == (400, "DENY")


def test_with_https_cookies_go_over_https_only():
    told = site_settings("x", ("mandates.example.org",), https=True)

    assert told["SESSION_COOKIE_SECURE"] is told["CSRF_COOKIE_SECURE"] is True
    assert told["CSRF_TRUSTED_ORIGINS"] == ["https://mandates.example.org"]
    assert told["SECURE_HSTS_SECONDS"]
    assert not site_settings("x", ())["SESSION_COOKIE_SECURE"]


def test_passwords_are_kept_as_argon2(eve: Client):
    from operative.accounts.models import Account  # there once Django is set up

    assert Account.objects.get().password.startswith("argon2$argon2id$")
    assert settings.SESSION_COOKIE_HTTPONLY


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/dossiers/lro-concert-2024/?as_of=20x", 400),
        ("/dossiers/lro-concert-2024/?as_of=9999", 400),
        ("/dossiers/lro-concert-2024/?known_at=then", 400),
        ("/dossiers/lro-concert-2024/ledger/?entry=\u00b2", 200),
        ("/dossiers/lro-concert-2024/ledger/?entry=" + "9" * 5000, 200),
        ("/dossiers/lro-concert-2024/ledger/?page=x", 200),
        ("/dossiers/lro-concert-2024/redline/?old=a&new=b", 404),
        ("/dossiers/lro-concert-2024/conditions/none/?draft=%00", 404),
        ("/dossiers/%00/", 404),
        ("/dossiers/" + "k" * 3000 + "/", 404),
        ("/texts/%00/", 404),
    ],
)
def test_addresses_that_make_no_sense(address: str, status: int, eve: Client):
    assert eve.get(address).status_code == status
