"""What is public is documented: commands, options, errors, findings, settings, vocabularies, JSON, words."""

import inspect
import re
import subprocess
import sys
from importlib import import_module
from pkgutil import walk_packages

import click
import pytest

import operative.domain
from operative import errors
from operative.cli.batch import UNWRITABLE
from operative.cli.lazy import LazyGroup
from operative.cli.main import cli
from operative.cli.pool import CRASHED

from .public_names import ROOT, finding_codes, page, sections, settings, vocabulary_topics

CLI = sections(page("reference/cli.md"))


def commands(group, before=""):
    """Every command by its full name, those of groups too."""
    found = {}
    for name in group.list_commands(click.Context(group)):
        command = group.get_command(click.Context(group), name)
        if isinstance(command, LazyGroup):
            found |= commands(command, f"{before}{name} ")
        else:
            found[f"{before}{name}"] = command
    return found


COMMANDS = commands(cli)
OPTIONS = [
    (name, option)
    for name, command in COMMANDS.items()
    for parameter in command.params
    if isinstance(parameter, click.Option)
    for option in parameter.opts
]
ERRORS = [
    (thing, thing.code)
    for _, thing in inspect.getmembers(errors, inspect.isclass)
    if issubclass(thing, errors.OperativeError)
]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_a_section(name):
    assert f"operative {name}" in CLI


@pytest.mark.parametrize(("name", "option"), OPTIONS)
def test_every_option_is_documented(name, option):
    assert f"`{option}" in CLI[f"operative {name}"]


@pytest.mark.parametrize("name", COMMANDS)
def test_no_option_is_documented_that_does_not_exist(name):
    documented = set(re.findall(r"^\| `(--[a-z-]+)", CLI[f"operative {name}"], re.MULTILINE))

    assert documented <= {option for command, option in OPTIONS if command == name}


@pytest.mark.parametrize(("error", "code"), ERRORS)
def test_every_error_has_a_section(error, code):
    text = page("reference/errors.md")

    assert code in sections(text)
    assert f"| `{code}` | `{error.__name__}` |" in text


def test_the_error_of_a_dead_worker_has_a_section():
    assert CRASHED in sections(page("reference/errors.md"))


def test_no_error_is_documented_that_does_not_exist():
    assert set(sections(page("reference/errors.md"))) == {code for _, code in ERRORS} | {CRASHED, UNWRITABLE}


@pytest.mark.parametrize("code", sorted(finding_codes()))
def test_every_finding_has_a_section(code):
    assert code in sections(page("reference/findings.md"))


def test_no_finding_is_documented_that_does_not_exist():
    assert set(sections(page("reference/findings.md"))) <= finding_codes()


@pytest.mark.parametrize("name", sorted(settings()))
def test_every_setting_is_documented(name):
    assert f"`{name}`" in page("reference/settings.md")


@pytest.mark.parametrize("topic", sorted(vocabulary_topics()))
def test_every_vocabulary_is_documented(topic):
    assert topic in sections(page("reference/vocabulary.md"))


def nouns() -> list[str]:
    """The classes of the domain."""
    found = walk_packages(operative.domain.__path__, "operative.domain.")
    modules = [import_module(one.name) for one in found]
    return sorted({name for module in modules for name in module.__all__ if inspect.isclass(getattr(module, name))})


@pytest.mark.parametrize("noun", nouns())
def test_every_noun_of_the_domain_is_in_the_glossary(noun):
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", noun).lower()
    entries = re.findall(r"^\| ([^|]+?) \|", page("glossary.md"), re.MULTILINE)

    assert words in {word.strip() for entry in entries for word in entry.split(",")}


def test_the_reference_of_commands_on_dossiers_is_made_anew_when_they_change():
    done = subprocess.run([sys.executable, ROOT / "tools" / "cli_reference.py", "--check"], check=False)

    assert done.returncode == 0, "run tools/cli_reference.py"
