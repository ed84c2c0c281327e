"""What can be set, as one table; and what holds, with where it came from: the environment, a file, or nothing."""

import os
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path
from typing import Any

from operative.errors import WrongCall

__all__ = ["SETTINGS", "Held", "Setting", "Source", "config_file", "held_settings", "value_of"]

PREFIX = "OPERATIVE_"
CONFIG = "OPERATIVE_CONFIG"
SYSTEM = Path("/etc/operative/config.toml")


class Source(StrEnum):
    """Where the value of a setting came from."""

    ENVIRONMENT = "environment"
    FILE = "file"
    DEFAULT = "default"


@dataclass(frozen=True, slots=True)
class Setting:
    """One thing that can be set: its place in the file, what it means, what holds where it is not set."""

    key: str
    means: str
    without: str = ""
    """In words, what holds where nothing is set."""
    secret: bool = False

    @property
    def variable(self) -> str:
        """Its name in the environment: `database.url` is OPERATIVE_DATABASE_URL."""
        return PREFIX + self.key.upper().replace(".", "_")


SETTINGS = (
    Setting("database.url", "where dossiers are kept", "operative.db in the data folder", secret=True),
    Setting("corpus", "the folder of the corpus that the site shows", "the site has none"),
    Setting("signing.key", "the file of the key that signs checkpoints", "signing-key.pem beside the database"),
    Setting("secret", "what signs the sessions of the site", "made once, in site-secret", secret=True),
    Setting("serve.host", "the address that the site listens on", "127.0.0.1"),
    Setting("serve.port", "the port that the site listens on", "8080"),
    Setting("serve.names", "the names that the site answers to", "localhost only"),
    Setting("serve.https", "whether a proxy before the site speaks HTTPS: true or false", "false"),
    Setting("metrics.token", "what a collector shows to read /metrics", "there is no /metrics", secret=True),
    Setting("log.form", "how requests are logged: json, or none", "none"),
    Setting("openid.issuer", "where people sign in too: a provider of OpenID Connect", "passwords only"),
    Setting("openid.client", "the name of this site at the provider", "none"),
    Setting("openid.secret", "its secret there", "a public client", secret=True),
    Setting("openid.people", "who may come in, by claims and patterns", "only who linked an account"),
    Setting("openid.name", "the claim that becomes the name in ledgers", "name"),
    Setting("openid.scopes", "what the provider is asked for", "openid profile email"),
    Setting("model.url", "base address of an endpoint that speaks the API of OpenAI", "no model is asked"),
    Setting("model.name", "the name of the model there", "default"),
    Setting("model.key", "its key", "none", secret=True),
)
"""Every setting; in the file, each stands under its key."""


@dataclass(frozen=True, slots=True)
class Held:
    """A setting with the value that holds; empty where none is set."""

    setting: Setting
    value: str
    source: Source


def config_file(environ: Mapping[str, str]) -> Path | None:
    """The file of OPERATIVE_CONFIG; else the first there is, of the user (XDG) or of the machine; else None.

    Raises `WrongCall` where the file that was named does not exist.
    """
    if named := environ.get(CONFIG, ""):
        file = Path(named).expanduser()
        if not file.is_file():
            raise WrongCall(f"{CONFIG} names {file}, and there is no such file")
        return file
    home = environ.get("XDG_CONFIG_HOME", "") or str(Path.home() / ".config")
    return next((file for file in (Path(home) / "operative" / "config.toml", SYSTEM) if file.is_file()), None)


def held_settings(environ: Mapping[str, str] | None = None) -> tuple[Held, ...]:
    """Every setting with what holds: the environment goes before the file.

    Raises `WrongCall` for a file that is not TOML, and for a key in it that is none of ours.
    """
    given = os.environ if environ is None else environ
    file = config_file(given)
    written = read_config(file) if file else {}
    return tuple(held(setting, given, written) for setting in SETTINGS)


def value_of(key: str) -> str:
    """What holds for the setting with this key; empty where it is not set."""
    return next(found.value for found in held_settings() if found.setting.key == key)


def held(setting: Setting, environ: Mapping[str, str], written: Mapping[str, str]) -> Held:
    """A setting with the first value found; an empty one counts as not set."""
    if value := environ.get(setting.variable, ""):
        return Held(setting, value, Source.ENVIRONMENT)
    if value := written.get(setting.key, ""):
        return Held(setting, value, Source.FILE)
    return Held(setting, "", Source.DEFAULT)


def read_config(file: Path) -> dict[str, str]:
    """The values of a file by key; lists as their members with commas between."""
    try:
        tree = tomllib.loads(file.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as exc:
        raise WrongCall(f"{file}: {exc}") from exc
    found = dict(leaves(tree))
    known = {setting.key for setting in SETTINGS}
    for key in found:
        if key not in known:
            near = get_close_matches(key, known, 1)
            raise WrongCall(f"{file}: there is no setting {key}" + (f"; {near[0]} is one" if near else ""))
    return found


def leaves(tree: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, str]]:
    """The values of nested tables, each with its key in dots."""
    for name, value in tree.items():
        key = f"{above}{name}"
        if isinstance(value, dict):
            yield from leaves(value, f"{key}.")
        elif isinstance(value, list):
            yield key, ",".join(map(str, value))
        else:
            yield key, str(value).lower() if isinstance(value, bool) else str(value)
