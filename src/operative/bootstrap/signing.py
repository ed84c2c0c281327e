"""The key with which checkpoints are signed (Ed25519): a file that only its owner reads."""

import os
from datetime import datetime
from pathlib import Path
from threading import get_ident

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from operative.bootstrap.configuration import value_of
from operative.domain.checkpoints import Checkpoint
from operative.dossiers.ports import Head
from operative.errors import WrongCall

__all__ = ["is_signed", "key_file", "load_key", "make_key", "public_of", "sign"]

NAME = "signing-key.pem"


def key_file(beside: Path) -> Path:
    """The file that is set for it (`signing.key`); without one, a file in this folder."""
    given = value_of("signing.key")
    return Path(given).expanduser() if given else beside / NAME


def load_key(file: Path) -> Ed25519PrivateKey | None:
    """The key in the file; None where there is no file.

    Raises `WrongCall` for a file that holds no such key, or that others than its owner may read.
    """
    try:
        data = file.read_bytes()
        open_to_others = os.name == "posix" and file.stat().st_mode & 0o077
    except FileNotFoundError:
        return None
    except OSError as exc:
        raise WrongCall(f"{file}: {exc.strerror or exc}") from exc
    if open_to_others:
        raise WrongCall(f"{file} may be read by others, so that they could sign; say: chmod 600 {file}")
    try:
        key = load_pem_private_key(data, password=None)
    except (ValueError, TypeError) as exc:
        raise WrongCall(f"{file} holds no private key without a password, in PEM") from exc
    if not isinstance(key, Ed25519PrivateKey):
        raise WrongCall(f"{file} holds a key of another kind; checkpoints are signed with Ed25519")
    return key


def make_key(file: Path) -> Ed25519PrivateKey:
    """The key in the file, made where there is none yet."""
    key = Ed25519PrivateKey.generate()
    data = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    partial = file.with_name(f"{file.name}.{os.getpid()}.{get_ident()}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
            out.write(data)
        try:
            # A link fails where the name is taken: of two that make a key at once, the first one counts.
            os.link(partial, file)
        except FileExistsError:
            pass
        finally:
            partial.unlink()
    except OSError as exc:
        raise WrongCall(f"{file}: {exc.strerror or exc}") from exc
    return load_key(file) or key


def public_of(key: Ed25519PrivateKey) -> str:
    """The public key, in hex: what others need to check a signature."""
    return key.public_key().public_bytes_raw().hex()


def sign(key: Ed25519PrivateKey, dossier: str, head: Head, made: datetime) -> Checkpoint:
    """A signed mark at the head of a ledger."""
    bare = Checkpoint(dossier, head.number, head.digest, made, public_of(key), "")
    return Checkpoint(dossier, head.number, head.digest, made, bare.key, key.sign(bare.message).hex())


def is_signed(checkpoint: Checkpoint) -> bool:
    """Whether the signature is that of the key that the checkpoint names."""
    try:
        public = Ed25519PublicKey.from_public_bytes(bytes.fromhex(checkpoint.key))
        public.verify(bytes.fromhex(checkpoint.signature), checkpoint.message)
    except (InvalidSignature, ValueError):
        return False
    return True
