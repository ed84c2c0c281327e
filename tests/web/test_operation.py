"""The site as those who run it see it: probes, lines, and an end that answers what is under way."""

import json
import os
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

TOKEN = "a-token-for-the-collector"


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, subprocess.Popen[str], Path]]:
    """A site in a process of its own: its address, the process, and the file of its log."""
    folder = tmp_path_factory.mktemp("operation")
    settings = {"OPERATIVE_METRICS_TOKEN": TOKEN, "OPERATIVE_LOG_FORM": "json", "OPERATIVE_SERVE_PORT": "0"}
    call = [sys.executable, "-c", "from operative.cli.main import main; main()", "serve"]
    call += ["--database", f"sqlite:///{folder / 'site.db'}"]
    with (
        (folder / "log").open("w") as log,
        subprocess.Popen(
            call, env=os.environ | settings, stdout=subprocess.PIPE, stderr=log, text=True, cwd=folder
        ) as process,
    ):
        assert process.stdout is not None
        line = process.stdout.readline()
        yield line.split(" at ")[1].strip().rstrip("/"), process, folder / "log"
        process.kill()


def get(address: str, **headers: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(urllib.request.Request(address, headers=headers), timeout=10) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as exc:
        return exc.code, exc.read().decode()


def test_probes_need_no_account_and_no_known_host(running):
    address, *_ = running

    assert get(f"{address}/health", Host="10.0.0.7") == (200, "alive\n")
    assert get(f"{address}/ready", Host="10.0.0.7") == (200, "ready\n")


def test_figures_name_routes(running):
    address, *_ = running
    get(f"{address}/dossiers/quiet-wells/")
    get(f"{address}/no/such/page")

    status, words = get(f"{address}/metrics", Authorization=f"Bearer {TOKEN}")

    assert status == 200
    assert 'route="dossiers/<str:key>/"' in words
    assert 'route="none"' in words
    assert "quiet-wells" not in words


def test_asked_to_end_it_ends_well_and_its_log_is_whole(running):
    address, process, log = running
    get(f"{address}/sign-in")

    process.send_signal(signal.SIGTERM)

    assert process.wait(15) == 0
    lines = [json.loads(line) for line in log.read_text("utf-8").splitlines()]
    assert {line["route"] for line in lines if "route" in line} >= {"sign-in"}
