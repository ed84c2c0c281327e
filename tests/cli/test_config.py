"""`operative config`: what is set is said, and what is secret is not."""

import json

import pytest

SECRETS = {
    "OPERATIVE_DATABASE_URL": "postgresql://clerk:hunter2@db.example.org/dossiers",
    "OPERATIVE_SECRET": "hunter2-secret",
    "OPERATIVE_MODEL_KEY": "hunter2-key",
    "OPERATIVE_METRICS_TOKEN": "hunter2-token",
}


@pytest.mark.parametrize("form", ["table", "json"])
def test_no_secret_is_shown(operative, monkeypatch, form):
    for name, value in SECRETS.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("COLUMNS", "200")

    shown = operative("config", "--to", form).stdout

    assert "hunter2" not in shown
    assert "db.example.org" in shown


def test_each_value_says_where_it_came_from(operative, monkeypatch, tmp_path):
    file = tmp_path / "site.toml"
    file.write_text('corpus = "memory"\n[serve]\nport = 8081\n', "utf-8")
    monkeypatch.setenv("OPERATIVE_CONFIG", str(file))
    monkeypatch.setenv("OPERATIVE_SERVE_PORT", "8082")

    said = json.loads(operative("config", "--to", "json").stdout)
    found = {one["key"]: (one["value"], one["source"]) for one in said}

    assert found["corpus"] == ("memory", "file")
    assert found["serve.port"] == ("8082", "environment")
    assert found["model.url"] == ("", "default")


def test_a_setting_that_is_none_is_refused(operative, monkeypatch, tmp_path):
    file = tmp_path / "site.toml"
    file.write_text("databse.url = 'memory:'", "utf-8")
    monkeypatch.setenv("OPERATIVE_CONFIG", str(file))

    done = operative("config")

    assert done.returncode == 2
    assert "database.url is one" in done.stderr
