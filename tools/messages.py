"""Collects the words of the interface into the catalogues, and compiles them.

    python tools/messages.py            adds what is new, then compiles
    python tools/messages.py --compile  compiles only

It takes GNU gettext (xgettext, msgmerge, msgfmt). What is new has no translation yet: fill it in, and run it again.
"""

import os
import subprocess
import sys
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1] / "src" / "operative"
LANGUAGES = ("fr", "es")
FOLDERS = ("web", "accounts", "dossiers")
PATTERNS = ("say", "say_count:1,2")
"""The calls whose first words are keys too: the sentences of the views."""


def extract() -> None:
    """The catalogues with every message of the pages, in order, without places and dates: these only make noise."""
    # The command of Django walks the folder that it is called in, and needs settings.
    import django
    from django.conf import settings
    from django.core.management import call_command
    from django.core.management.commands.makemessages import Command

    web = PACKAGE / "web"
    settings.configure(USE_I18N=True, LOCALE_PATHS=[str(web / "locale")], INSTALLED_APPS=[])
    django.setup()
    os.chdir(PACKAGE)
    ignored = [f"{path.name}/*" for path in PACKAGE.iterdir() if path.is_dir() and path.name not in FOLDERS]
    command = Command()
    command.xgettext_options = [*Command.xgettext_options, *(f"--keyword={one}" for one in PATTERNS)]
    call_command(
        command,
        locale=list(LANGUAGES),
        ignore_patterns=ignored,
        no_obsolete=True,
        add_location="file",
        no_wrap=True,
        verbosity=0,
    )
    for language in LANGUAGES:
        file = catalogue(language)
        lines = file.read_text("utf-8").splitlines(keepends=True)
        file.write_text("".join(line for line in lines if not line.startswith('"POT-Creation-Date')), "utf-8")


def compile_all() -> None:
    """The compiled catalogues beside the others; a message whose values are not those of its source is refused."""
    for language in LANGUAGES:
        file = catalogue(language)
        subprocess.run(["msgfmt", "--check", "-o", str(file.with_suffix(".mo")), str(file)], check=True)


def catalogue(language: str) -> Path:
    """The catalogue of a language."""
    return PACKAGE / "web" / "locale" / language / "LC_MESSAGES" / "django.po"


if __name__ == "__main__":
    if "--compile" not in sys.argv[1:]:
        for language in LANGUAGES:
            catalogue(language).parent.mkdir(parents=True, exist_ok=True)
        extract()
    compile_all()
