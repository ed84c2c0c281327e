"""Every module that has checks is asked."""

from importlib import import_module
from pkgutil import iter_modules

import operative.dossiers
from operative.dossiers.checks import CHECKS


def test_no_check_is_forgotten():
    modules = [import_module(f"operative.dossiers.{found.name}") for found in iter_modules(operative.dossiers.__path__)]
    known = [
        (kind, check)
        for module in modules
        if module.__name__ != "operative.dossiers.checks"
        for kind, checks in getattr(module, "CHECKS", {}).items()
        for check in checks
    ]

    assert known
    assert sorted(map(str, known)) == sorted(str((kind, check)) for kind, checks in CHECKS.items() for check in checks)
