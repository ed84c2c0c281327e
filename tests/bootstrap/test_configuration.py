"""What is set, where it came from, and what is refused."""

from pathlib import Path

import pytest

from operative.bootstrap.configuration import SETTINGS, Source, config_file, held_settings
from operative.bootstrap.listening import Listening, listening_of
from operative.errors import WrongCall


def written(folder: Path, text: str) -> dict[str, str]:
    file = folder / "config.toml"
    file.write_text(text, "utf-8")
    return {"OPERATIVE_CONFIG": str(file)}


def holds(key: str, environ: dict[str, str]) -> tuple[str, Source]:
    return next((held.value, held.source) for held in held_settings(environ) if held.setting.key == key)


@pytest.mark.parametrize(
    ("text", "more", "key", "expected"),
    [
        ('[database]\nurl = "memory:"', {}, "database.url", ("memory:", Source.FILE)),
        ('database.url = "memory:"', {}, "database.url", ("memory:", Source.FILE)),
        ('database.url = "a"', {"OPERATIVE_DATABASE_URL": "b"}, "database.url", ("b", Source.ENVIRONMENT)),
        ('database.url = "a"', {"OPERATIVE_DATABASE_URL": ""}, "database.url", ("a", Source.FILE)),
        ("", {}, "database.url", ("", Source.DEFAULT)),
        ("serve.port = 81", {}, "serve.port", ("81", Source.FILE)),
        ("serve.https = true", {}, "serve.https", ("true", Source.FILE)),
        ('serve.names = ["a.org", "b.org"]', {}, "serve.names", ("a.org,b.org", Source.FILE)),
    ],
)
def test_the_environment_goes_before_the_file(tmp_path, text, more, key, expected):
    assert holds(key, written(tmp_path, text) | more) == expected


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("serve.prot = 81", "serve.port is one"),
        ("colour = 1", "there is no setting colour"),
        ("serve.port = ", "config.toml"),
        ("serve = 3", "there is no setting serve"),
    ],
)
def test_a_file_that_sets_nothing_known_is_refused(tmp_path, text, said):
    with pytest.raises(WrongCall, match=said):
        held_settings(written(tmp_path, text))


def test_a_named_file_must_be_there(tmp_path):
    with pytest.raises(WrongCall, match="no such file"):
        config_file({"OPERATIVE_CONFIG": str(tmp_path / "none.toml")})


def test_without_a_name_the_file_of_the_user_is_read(tmp_path):
    file = tmp_path / "operative" / "config.toml"
    file.parent.mkdir()
    file.write_text("serve.port = 82", "utf-8")

    assert config_file({"XDG_CONFIG_HOME": str(tmp_path)}) == file
    assert holds("serve.port", {"XDG_CONFIG_HOME": str(tmp_path)}) == ("82", Source.FILE)


def test_no_two_settings_share_a_name():
    assert len({setting.variable for setting in SETTINGS}) == len(SETTINGS)


def test_an_option_goes_before_a_setting(monkeypatch):
    monkeypatch.setenv("OPERATIVE_SERVE_PORT", "83")
    monkeypatch.setenv("OPERATIVE_SERVE_NAMES", "a.org, b.org")
    monkeypatch.setenv("OPERATIVE_SERVE_HTTPS", "Yes")

    assert listening_of() == Listening("127.0.0.1", 83, ("a.org", "b.org"), True)
    assert listening_of("::1", 0, ("c.org",), False) == Listening("::1", 0, ("c.org",), False)


@pytest.mark.parametrize(("name", "value"), [("PORT", "65536"), ("PORT", "x"), ("PORT", "٨"), ("HTTPS", "perhaps")])
def test_what_is_set_wrongly_is_refused(monkeypatch, name, value):
    monkeypatch.setenv(f"OPERATIVE_SERVE_{name}", value)

    with pytest.raises(WrongCall, match=value):
        listening_of()
