"""Signing in at a service elsewhere: what it proves, whom it lets in, whose account it opens."""

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from html import unescape
from http.client import HTTPConnection
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.apps import apps
from django.test import Client, override_settings
from joserfc.jwk import RSAKey

from operative.accounts.fetching import check_address
from operative.accounts.providers import Provider, read_rules
from operative.bootstrap.dossiers import Dossiers
from operative.bootstrap.providers import default_provider
from operative.errors import SignInRefused, WrongCall

from .conftest import ClientOf
from .provider import ANA, CLIENT, SECRET, StandIn, standing_in

BACK = "/sign-in/openid/back"
HOUR = 3600
Known = Callable[..., None]


@pytest.fixture(scope="module")
def keys() -> tuple[RSAKey, RSAKey]:
    """The key of the provider, and one of somebody else."""
    return RSAKey.generate_key(2048, {"kid": "one"}), RSAKey.generate_key(2048, {"kid": "one"})


@pytest.fixture
def provider(keys: tuple[RSAKey, RSAKey]) -> Iterator[StandIn]:
    """The provider that the site knows."""
    with standing_in(keys[0]) as found:
        yield found


@pytest.fixture
def told(site: Dossiers, provider: StandIn) -> Iterator[Known]:
    """Tells the site of the provider, with who may come in."""
    with override_settings(OPENID=None):

        def tell(people: str = "*", **more: Any) -> None:
            from django.conf import settings

            settings.OPENID = Provider(provider.issuer, CLIENT, SECRET, rules=read_rules(people), **more)
            vars(apps.get_app_config("web")).pop("sign_in_service", None)

        tell()
        yield tell


def go(address: str) -> str:
    """Where the provider sends the person."""
    parts = urlsplit(address)
    connection = HTTPConnection(parts.netloc, timeout=5)
    connection.request("GET", f"{parts.path}?{parts.query}")
    back = connection.getresponse().headers["Location"]
    connection.close()
    assert back.startswith("http://testserver/")
    return back.removeprefix("http://testserver")


def come_in(client: Client, to: str = "/") -> Any:
    """The last answer of a sign-in at the provider."""
    return client.get(go(client.get("/sign-in/openid", {"next": to}).url))


def names() -> list[str]:
    from operative.accounts.models import Account  # there once Django is set up

    return [account.name for account in Account.objects.all()]


def test_who_signs_in_elsewhere_has_an_account_from_then_on(told: Known, provider: StandIn):
    for _time in range(2):
        client = Client()
        answer = come_in(client, "/dossiers/")

        assert (answer.status_code, answer.url) == (302, "/dossiers/")
        assert b"Ana of the Field" in client.get("/dossiers/").content
    assert names() == ["Ana of the Field"]
    # The name at the provider may change; the one in ledgers stays.
    provider.claims["name"] = "Ana Married"
    come_in(Client())
    assert names() == ["Ana of the Field"]


def test_the_page_to_sign_in_offers_it_and_leads_back(told: Known):
    page = Client().get("/sign-in?next=/dossiers/?as_of=2025").content.decode()

    assert "Sign in at 127.0.0.1" in page
    assert "/sign-in/openid?next=%2Fdossiers%2F%3Fas_of%3D2025" in page


def test_it_is_off_without_a_setting(site: Dossiers):
    with override_settings(OPENID=None):
        assert Client().get("/sign-in/openid").status_code == 404
        assert Client().get(BACK).status_code == 404
        assert b"openid" not in Client().get("/sign-in").content


@pytest.mark.parametrize(
    ("claims", "what"),
    [
        ({"nonce": "another"}, "a token of another sign-in"),
        ({"nonce": None}, "a token of no sign-in"),
        ({"iss": "https://elsewhere.example"}, "a token of somebody else"),
        ({"aud": "another-client"}, "a token for somebody else"),
        ({"aud": [CLIENT, "another"]}, "for several, and it says not for whom"),
        ({"aud": [CLIENT, "another"], "azp": "another"}, "for several, and given to another"),
        ({"azp": "another"}, "given to another"),
        ({"exp": int(time.time()) - HOUR}, "a token that is over"),
        ({"exp": None}, "a token without an end"),
        ({"exp": "never"}, "an end that is none"),
        ({"iat": int(time.time()) + HOUR}, "a token of the future"),
        ({"sub": None}, "nobody"),
        ({"sub": ""}, "nobody"),
        ({"sub": "x" * 256}, "a name that is too long"),
        ({"sub": 7}, "a name that is none"),
    ],
)
def test_a_token_that_is_not_for_us_now_is_refused(claims: dict[str, Any], what: str, told: Known, provider: StandIn):
    provider.claims |= claims

    assert come_in(Client()).status_code == 403, what
    assert names() == []


@pytest.mark.parametrize("header", [{"alg": "none"}, {"alg": "HS256"}, {"alg": "RS256", "kid": "two"}])
def test_a_token_that_the_provider_did_not_sign_is_refused(header: dict[str, str], told: Known, provider: StandIn):
    """Not signed; signed with the public key as if it were a shared secret; signed with a key that is not there."""
    provider.header = header

    assert come_in(Client()).status_code == 403
    assert names() == []


def test_a_signature_of_somebody_else_is_refused(told: Known, provider: StandIn, keys: tuple[RSAKey, RSAKey]):
    provider.signs_with = keys[1]

    assert come_in(Client()).status_code == 403


def test_the_provider_may_change_its_key(told: Known, provider: StandIn, keys: tuple[RSAKey, RSAKey]):
    come_in(Client())
    service = apps.get_app_config("web").sign_in_service
    service._told = replace(service._told, at=service._told.at.replace(year=service._told.at.year - 1))
    provider.key = provider.signs_with = keys[1]

    assert come_in(Client()).status_code == 302


@pytest.mark.parametrize(
    "change",
    [
        {"state": "another"},
        {"state": ""},
        {"code": "guessed"},
        {"code": ""},
        {"iss": "https://elsewhere.example"},
        {"error": "access_denied"},
    ],
)
def test_an_answer_that_does_not_fit_is_refused(change: dict[str, str], told: Known):
    client = Client()
    back = go(client.get("/sign-in/openid").url)
    asked = {name: values[0] for name, values in parse_qs(urlsplit(back).query).items()}

    assert client.get(BACK, {**asked, **change}).status_code == 403
    # What was begun is over, whatever comes now.
    assert client.get(BACK, asked).status_code == 403
    assert names() == []


def test_an_answer_serves_once_and_in_the_browser_that_asked(told: Known):
    client = Client()
    back = go(client.get("/sign-in/openid").url)

    assert Client().get(back).status_code == 403
    assert client.get(back).status_code == 302
    assert client.get(back).status_code == 403


def test_a_sign_in_that_was_begun_long_ago_is_over(told: Known):
    client = Client()
    back = go(client.get("/sign-in/openid").url)
    session = client.session
    session["openid"] = {**session["openid"], "at": time.time() - HOUR}
    session.save()

    assert client.get(back).status_code == 403


@pytest.mark.parametrize(
    ("metadata", "status"),
    [
        ({"issuer": "https://elsewhere.example"}, 403),
        ({"authorization_endpoint": "http://elsewhere.example/authorize"}, 403),
        ({"authorization_endpoint": None}, 403),
        ({"jwks_uri": "file:///etc/passwd"}, 403),
        ({"jwks_uri": "http://127.0.0.1:1/"}, 502),
    ],
)
def test_a_provider_that_says_strange_things_of_itself(
    metadata: dict[str, Any], status: int, told: Known, provider: StandIn
):
    provider.metadata = metadata

    assert Client().get("/sign-in/openid").status_code == status


def test_a_provider_that_is_silent_is_not_asked_by_everybody(told: Known, provider: StandIn):
    provider.metadata = {"jwks_uri": "http://127.0.0.1:1/"}

    assert [Client().get("/sign-in/openid").status_code for _ in range(3)] == [502] * 3
    assert provider.asked.count("/.well-known/openid-configuration") == 1


@pytest.mark.parametrize(
    ("people", "claims", "status"),
    [
        ("groups=operative", {"groups": ["staff", "operative"]}, 302),
        ("groups=operative", {"groups": "operative"}, 302),
        ("groups=operative", {"groups": ["operatives"]}, 403),
        ("groups=operative", {}, 403),
        ("email=*@example.org", {}, 302),
        ("email=*@example.org", {"email": "ana@example.org.elsewhere.example"}, 403),
        ("email=*@example.org", {"email_verified": False}, 403),
        ("groups=operative, email=*@example.org", {"groups": []}, 302),
        ("*", {"name": ""}, 403),
        ("*", {"name": "\u200b"}, 403),
        ("", {}, 403),
    ],
)
def test_who_may_come_in(people: str, claims: dict[str, Any], status: int, told: Known, provider: StandIn):
    told(people)
    provider.claims |= claims
    client = Client()

    assert come_in(client).status_code == status
    assert client.get("/account/").status_code == (200 if status == 302 else 302)
    assert names() == (["Ana of the Field"] if status == 302 else [])


def test_who_left_the_group_comes_in_no_more(told: Known, provider: StandIn):
    told("groups=operative")
    provider.claims["groups"] = ["operative"]
    assert come_in(Client()).status_code == 302
    provider.claims["groups"] = []

    assert come_in(Client()).status_code == 403


def test_an_account_that_is_closed_stays_closed(told: Known):
    from operative.accounts.models import Account  # there once Django is set up

    come_in(Client())
    Account.objects.update(is_active=False)

    assert come_in(Client()).status_code == 403


@pytest.mark.parametrize("name", ["Ana of the Field", "ana OF the field"])
def test_nobody_gets_an_account_by_its_name_or_address(name: str, told: Known, client_of: ClientOf):
    from operative.accounts.models import Account  # there once Django is set up

    client_of(name)
    Account.objects.update(email=ANA["email"])

    assert come_in(Client()).status_code == 403
    assert names() == [name]


def test_who_is_signed_in_links_their_account_and_unlinks_it(told: Known, provider: StandIn, client_of: ClientOf):
    from operative.accounts.models import Account  # there once Django is set up

    told("")
    client = client_of("Ana O.")
    account = Account.objects.get()
    account.set_unusable_password()
    account.save()
    client.force_login(account)
    address = link_of(client)
    assert (client.get(go(address)).url, names()) == ("/account/", ["Ana O."])

    other = Client()
    assert come_in(other).status_code == 302
    assert b"Ana O." in other.get("/account/").content
    # It is the only way in: it stays until there is a password.
    link = account_link()
    client.post("/account/openid", {"unlink": link})
    assert come_in(Client()).status_code == 302
    account.set_password("a long sentence here")
    account.save()
    client.force_login(account)
    client.post("/account/openid", {"unlink": link})
    assert come_in(Client()).status_code == 403


def link_of(client: Client) -> str:
    """The address at the provider, out of the page that comes before."""
    page = client.post("/account/openid").content.decode()
    return unescape(page.partition('class="button" href="')[2].partition('"')[0])


def account_link() -> int:
    from operative.accounts.models import Identity  # there once Django is set up

    return Identity.objects.get().pk


def test_one_person_elsewhere_opens_one_account(told: Known, client_of: ClientOf):
    come_in(Client())
    client = client_of("Bo")
    address = link_of(client)

    assert client.get(go(address)).status_code == 403
    client.post("/account/openid", {"unlink": account_link()})
    assert account_link()


def test_a_link_begun_by_one_person_is_not_ended_by_another(told: Known, client_of: ClientOf):
    client = client_of("Bo")
    address = link_of(client)
    begun = client.session["openid"]
    other = client_of("Cy")
    session = other.session
    session["openid"] = begun
    session.save()

    assert other.get(go(address)).status_code == 403
    assert client.get("/account/openid").status_code == 405


def test_what_the_token_does_not_say_is_asked_for(told: Known, provider: StandIn):
    told("groups=operative")
    del provider.claims["name"]
    provider.userinfo = {"sub": "ana-1", "name": "Ana of the Field", "groups": ["operative"]}
    assert come_in(Client()).status_code == 302
    provider.userinfo["sub"] = "somebody-else"

    assert come_in(Client()).status_code == 403


def test_tries_from_one_address_are_counted(told: Known):
    for _number in range(50):
        assert Client().get("/sign-in/openid").status_code == 302

    assert Client().get("/sign-in/openid").status_code == 429
    assert Client().get(BACK).status_code == 429


def test_who_comes_in_is_not_counted(told: Known):
    from operative.accounts.models import Attempt  # there once Django is set up

    come_in(Client())

    assert not Attempt.objects.exists()


def test_signing_in_makes_a_new_session_and_leads_to_this_site_only(told: Known):
    client = Client()
    begun = client.get("/sign-in/openid", {"next": "https://elsewhere.example/"})
    before = client.cookies["sessionid"].value

    answer = client.get(go(begun.url))
    assert answer.url == "/"
    assert client.cookies["sessionid"].value != before
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.parametrize(
    ("address", "good"),
    [
        ("https://login.example.org", True),
        ("http://127.0.0.1:8080", True),
        ("http://login.example.org", False),
        ("file:///etc/passwd", False),
        ("http://127.0.0.1.example.org", False),
        ("https://[", False),
        ("", False),
    ],
)
def test_secrets_go_over_https_only(address: str, good: bool):
    if good:
        assert check_address(address) == address
    else:
        with pytest.raises(SignInRefused):
            check_address(address)


SET = {
    "OPERATIVE_OPENID_ISSUER": "https://login.example.org",
    "OPERATIVE_OPENID_CLIENT": "operative",
    "OPERATIVE_OPENID_SECRET": "s",
    "OPERATIVE_OPENID_PEOPLE": "groups=operative",
}


def test_the_settings_out_of_the_environment(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("OPERATIVE_OPENID_ISSUER", raising=False)
    assert default_provider() is None
    for name, value in SET.items():
        monkeypatch.setenv(name, value)

    found = default_provider()

    assert found == Provider("https://login.example.org", "operative", "s", rules=(("groups", "operative"),))
    assert found.host == "login.example.org"
    assert "'s'" not in repr(found)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("OPERATIVE_OPENID_CLIENT", ""),
        ("OPERATIVE_OPENID_ISSUER", "http://login.example.org"),
        ("OPERATIVE_OPENID_PEOPLE", "operative"),
        ("OPERATIVE_OPENID_PEOPLE", "=operative"),
    ],
)
def test_settings_that_make_no_sense(name: str, value: str, monkeypatch: pytest.MonkeyPatch):
    for known, said in {**SET, name: value}.items():
        monkeypatch.setenv(known, said)

    with pytest.raises(WrongCall):
        default_provider()
