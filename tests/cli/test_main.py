"""The command as a whole: help, version, start."""

import subprocess
import sys

import pytest

from operative import __version__
from operative.bootstrap.dossiers import open_dossiers
from operative.cli.main import COMMANDS
from operative.domain.facts.dossiers import DossierOpened


def test_version(operative):
    assert operative("--version").stdout == f"operative {__version__}\n"


@pytest.mark.parametrize("args", [["--help"], *([name, "--help"] for name in COMMANDS)])
def test_help_explains_with_examples(operative, args):
    done = operative(*args)

    assert done.returncode == 0
    assert "Examples:" in done.stdout
    assert "Exit codes: 0" in done.stdout


def test_start_loads_no_reader_of_formats():
    check = (
        "import sys, operative.cli.main as m, contextlib, io\n"
        "with contextlib.suppress(SystemExit), contextlib.redirect_stdout(io.StringIO()): m.main(['--help'])\n"
        "print(sorted({'lxml', 'rich', 'pypdfium2', 'operative.reading'} & set(sys.modules)))"
    )

    assert subprocess.run([sys.executable, "-c", check], capture_output=True, text=True).stdout.strip() == "[]"


def test_a_look_at_a_dossier_loads_nothing_that_reads(tmp_path, monkeypatch):
    url = f"sqlite:///{tmp_path / 'wells.db'}"
    monkeypatch.setenv("OPERATIVE_DATABASE_URL", url)
    open_dossiers(url).create("wells", DossierOpened("Wells"), by="Ana")
    check = (
        "import sys, operative.cli.main as m, contextlib, io\n"
        "with contextlib.suppress(SystemExit), contextlib.redirect_stdout(io.StringIO()) as said:\n"
        "    m.main(['dossier', 'show', 'wells'])\n"
        "names = {'lxml', 'pypdfium2', 'rapidfuzz', 'operative.reading', 'operative.clauses.acts'}\n"
        "print('Wells' in said.getvalue(), sorted(names & set(sys.modules)))"
    )

    done = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True)
    assert done.stdout.strip() == "True []", done.stderr


def test_import_of_the_package_loads_nothing_else():
    check = (
        "import sys, operative; print(sorted(name for name in sys.modules if name.startswith(('operative.', 'lxml'))))"
    )

    assert subprocess.run([sys.executable, "-c", check], capture_output=True, text=True).stdout.strip() == "[]"
