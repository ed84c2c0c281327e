"""The files for those who install it keep in step with the program."""

import re
import shutil
import subprocess
import tomllib
from collections.abc import Iterator
from configparser import ConfigParser
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from operative.bootstrap.configuration import CONFIG, SETTINGS
from operative.bootstrap.listening import PORT
from operative.cli.main import cli

ROOT = Path(__file__).resolve().parents[1]
DEPLOY = ROOT / "deploy"
UNIT = (DEPLOY / "operative.service").read_text("utf-8")
CONTAINER = (DEPLOY / "Containerfile").read_text("utf-8")
COMPOSE: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.yaml").read_text("utf-8"))
FILES = sorted(DEPLOY.iterdir())


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_what_is_set_can_be_set(file):
    used = set(re.findall(r"OPERATIVE_[A-Z_]+", file.read_text("utf-8")))

    assert used
    assert used <= {setting.variable for setting in SETTINGS} | {CONFIG}


def calls() -> Iterator[list[str]]:
    """Each call of our command in the files, as its words."""
    called = re.compile(r"(?:^ExecStart=\S*/|do |CMD \[\")operative\W+([^;\]\n]*)", re.M)
    for file in FILES:
        for line in called.findall(file.read_text("utf-8")):
            yield re.findall(r"[\w/.-]+", line)


def test_commands_and_their_options_exist():
    found = list(calls())
    assert len(found) == 3
    for words in found:
        command: click.Command = cli
        context = click.Context(cli)
        while isinstance(command, click.Group):
            inner = command.get_command(context, words.pop(0))
            assert inner is not None
            command = inner
        known = {option for parameter in command.params for option in parameter.opts}
        assert {word for word in words if word.startswith("--")} <= known


def test_the_container_copies_what_the_build_needs():
    copied = " ".join(re.findall(r"^COPY (?!--from)(.*) \S+$", CONTAINER, re.M)).split()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))

    assert {"pyproject.toml", "src", project["project"]["readme"]} <= set(copied)
    assert all((ROOT / name).exists() for name in copied)
    extras = re.search(r"'\.\[(.*)\]'", CONTAINER)
    assert extras is not None
    assert set(extras[1].split(",")) <= set(project["project"]["optional-dependencies"])


def test_the_port_is_the_same_everywhere():
    assert f"EXPOSE {PORT}" in CONTAINER
    assert f"127.0.0.1:{PORT}/ready" in CONTAINER
    assert COMPOSE["services"]["web"]["ports"] == [f"127.0.0.1:{PORT}:{PORT}"]


def test_services_wait_for_services_that_are_there_and_keep_what_is_theirs():
    services = COMPOSE["services"]
    for service in services.values():
        assert set(service.get("depends_on", ())) <= set(services)
        assert {volume.partition(":")[0] for volume in service["volumes"]} <= set(COMPOSE["volumes"])
        if "build" in service:
            assert (DEPLOY / service["build"]["context"] / service["build"]["dockerfile"]).is_file()
    assert services["web"]["environment"] == services["worker"]["environment"]


def test_the_unit_has_its_parts():
    # Keys come again in a unit; the last one is enough here.
    parser = ConfigParser(strict=False, interpolation=None)
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    parser.read_string(UNIT)

    assert parser["Service"]["User"] == "operative"
    assert parser["Service"]["ProtectSystem"] == "strict"
    assert parser["Install"]["WantedBy"] == "multi-user.target"


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="no systemd here")
def test_systemd_finds_nothing_wrong_with_the_unit(tmp_path):
    program = shutil.which("true")
    unit = tmp_path / "operative.service"
    unit.write_text(re.sub(r"ExecStart=.*", f"ExecStart={program}", UNIT), "utf-8")

    done = subprocess.run(["systemd-analyze", "verify", unit], capture_output=True, text=True)

    assert "operative.service:" not in done.stderr
