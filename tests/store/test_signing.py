"""Keys and signatures."""

import os
import stat
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from operative.bootstrap.signing import is_signed, key_file, load_key, make_key, public_of, sign
from operative.dossiers.ports import Head
from operative.errors import WrongCall
from operative.store.verify_ledger import is_signed as is_signed_plainly

from .conftest import NOON

HEAD = Head(7, "a" * 64)


def test_a_key_is_made_once_and_for_its_owner_only(tmp_path: Path):
    file = tmp_path / "new" / "key.pem"
    assert load_key(file) is None

    with ThreadPoolExecutor(4) as pool:
        made = {public_of(key) for key in pool.map(make_key, [file] * 4)}

    assert len(made) == 1
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert public_of(load_key(file)) == made.pop()
    assert [one.name for one in file.parent.iterdir()] == ["key.pem"]


@pytest.mark.skipif(os.name != "posix", reason="modes of files are those of Unix")
def test_a_key_that_others_may_read_is_refused(tmp_path: Path):
    make_key(tmp_path / "key.pem")
    (tmp_path / "key.pem").chmod(0o640)

    with pytest.raises(WrongCall, match="chmod 600"):
        load_key(tmp_path / "key.pem")


def test_a_file_that_holds_no_key_is_refused(tmp_path: Path):
    file = tmp_path / "key.pem"
    file.write_text("no key")
    file.chmod(0o600)

    with pytest.raises(WrongCall, match="no private key"):
        load_key(file)


def test_the_file_is_named_by_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setenv("OPERATIVE_SIGNING_KEY", "/run/keys/one.pem")
    assert key_file(tmp_path) == Path("/run/keys/one.pem")

    monkeypatch.delenv("OPERATIVE_SIGNING_KEY")
    assert key_file(tmp_path) == tmp_path / "signing-key.pem"


def test_a_signature_is_that_of_one_message(tmp_path: Path):
    mark = sign(make_key(tmp_path / "key.pem"), "wells", HEAD, NOON)

    assert is_signed(mark)
    for changed in (
        replace(mark, dossier="roads"),
        replace(mark, number=8),
        replace(mark, digest="b" * 64),
        replace(mark, made=NOON.replace(hour=13)),
        replace(mark, key=public_of(make_key(tmp_path / "other.pem"))),
        replace(mark, signature=("1" if mark.signature[0] == "0" else "0") + mark.signature[1:]),
        replace(mark, signature=""),
        replace(mark, key="no hex"),
    ):
        assert not is_signed(changed)


def test_the_stand_alone_verifier_agrees_with_the_library(tmp_path: Path):
    key = make_key(tmp_path / "key.pem")
    public = bytes.fromhex(public_of(key))
    for number in range(20):
        message = b"m" * number
        signature = key.sign(message)
        broken = bytes([signature[0] ^ 1]) + signature[1:]

        assert is_signed_plainly(public, message, signature)
        assert not is_signed_plainly(public, message + b"x", signature)
        assert not is_signed_plainly(public, message, broken)
    assert not is_signed_plainly(b"\xff" * 32, b"", bytes(64))
