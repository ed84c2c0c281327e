"""A dossier as a folder of pages: whole, well-formed, without script, leading nowhere that is not there."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urldefrag

import html5lib
import pytest

from operative.bootstrap.dossiers import Dossiers, open_dossiers
from operative.bootstrap.sites import check_leaving, make_site, write_site
from operative.cli.main import main
from operative.domain.days import PartialDate
from operative.domain.entries import Statement
from operative.domain.evidence import Evidence
from operative.domain.facts.dossiers import DocumentNamed, DocumentRole, DossierOpened, EventNoted, RoleGranted
from operative.domain.people import Role
from operative.errors import NotEntitled, WrongCall
from operative.store.memory import MemoryLedgers
from tests.reports.papers import NOW, demo

ON = date(2025, 12, 31)
HTML = "{http://www.w3.org/1999/xhtml}"
NASTY = '</title><script>alert("1")</script> & <b> قرار'


@pytest.fixture(scope="module")
def pages(tmp_path_factory) -> dict[str, bytes]:
    dossier = demo(tmp_path_factory.mktemp("site")).open("lro-concert-2024")
    return make_site(dossier, dossier.history(ON))


def trees(pages: dict[str, bytes]) -> Iterator[tuple[str, object]]:
    """Every page as a strict reader of HTML sees it; what is not well-formed raises."""
    for name, data in pages.items():
        yield name, html5lib.HTMLParser(strict=True).parse(data.decode())


def test_every_page_is_well_formed_and_has_a_language_a_title_and_one_first_heading(pages):
    for name, tree in trees(pages):
        assert tree.get("lang"), name
        assert tree.findtext(f".//{HTML}title").strip(), name
        assert len(tree.findall(f".//{HTML}h1")) == 1 or name.startswith("documents/"), name


def test_every_link_leads_to_a_page_and_a_place_that_are_there(pages):
    names = {name: {one.get("id") for one in tree.iter() if one.get("id")} for name, tree in trees(pages)}
    followed = 0
    for name, tree in trees(pages):
        for one in tree.iter(f"{HTML}a"):
            address, place = urldefrag(one.get("href"))
            if address.startswith("https://"):
                continue
            target = str(PurePosixPath(name).parent / address) if address else name
            target = target.removeprefix("documents/../")
            assert target in names, (name, one.get("href"))
            assert not place or unquote(place) in names[target], (name, one.get("href"))
            followed += 1
    assert followed > 500


def test_nothing_is_fetched_and_nothing_runs(pages):
    for name, tree in trees(pages):
        tags = {one.tag.removeprefix(HTML) for one in tree.iter() if isinstance(one.tag, str)}
        assert not tags & {"script", "link", "img", "iframe", "object", "form", "base"}, name
        assert b"@import" not in pages[name]
        assert b"url(" not in pages[name]


def test_notes_lead_to_the_words_and_to_the_entries(pages):
    told = pages["working-group.html"].decode()

    assert 'href="documents/resolution-208.html#op' in told
    assert 'href="ledger.html#entry-' in told
    assert pages["ledger.html"].count(b'id="entry-') > 130


def test_the_same_call_makes_the_same_pages_in_every_language(tmp_path_factory, pages):
    dossier = demo(tmp_path_factory.mktemp("site")).open("lro-concert-2024")

    assert make_site(dossier, dossier.history(ON)) == pages
    assert b"Registre" in make_site(dossier, dossier.history(ON), "fr")["ledger.html"]


def dossiers_with(folder: Path, *, confidential: bool) -> Dossiers:
    dossiers = Dossiers(MemoryLedgers(), lambda: NOW, folder / "key")
    opened = DossierOpened(NASTY, confidential=confidential)
    dossier = dossiers.create("wells", opened, by="Ana", effective=PartialDate("2025"))
    day = PartialDate("2025-02")
    dossier.enter([
        Statement(DocumentNamed("../res/../#?", DocumentRole.RESOLUTION, NASTY, url="javascript:alert(1)"), day, "Ana"),
        Statement(EventNoted(NASTY), day, NASTY, (Evidence("../res/../#?", NASTY, NASTY),)),
        Statement(RoleGranted("Otto", Role.OFFICER), day, "Ana"),
        Statement(RoleGranted("Rhea", Role.READER), day, "Ana"),
    ])  # fmt: skip
    return dossiers


def test_words_of_a_dossier_are_never_mark_up_and_its_keys_never_paths(tmp_path):
    dossier = dossiers_with(tmp_path, confidential=False).open("wells")
    text, day = b"The Council,\n\n1. Requests the Director to dig wells.\n", PartialDate("2025-03")
    dossier.attach("../res/../#?", text, by="Ana", name="a.txt", effective=day)
    made = make_site(dossier, dossier.history(ON))

    assert not any(one.tag == f"{HTML}script" for _, tree in trees(made) for one in tree.iter())
    assert all(b"javascript:" not in data for data in made.values())
    assert [name for name in made if "/" in name] == ["documents/res.html"]
    write_site(made, tmp_path / "out" / "site")
    assert sorted(str(one.relative_to(tmp_path)) for one in tmp_path.rglob("*.html")) == sorted(
        f"out/site/{name}" for name in made
    )


@pytest.mark.parametrize(
    ("by", "said"), [("", "say who: --by NAME"), ("Rhea", "Rhea is reader"), ("Otto", None), ("Ana", None)]
)
def test_a_confidential_dossier_is_taken_out_by_an_officer_alone(tmp_path, by, said):
    dossiers = dossiers_with(tmp_path, confidential=True)
    if said is None:
        check_leaving(dossiers, "wells", by)
    else:
        with pytest.raises(NotEntitled, match=said):
            check_leaving(dossiers, "wells", by)
    check_leaving(dossiers_with(tmp_path, confidential=False), "wells", by)


def test_the_command_writes_the_folder_and_refuses_what_is_confidential(tmp_path, monkeypatch, capsys):
    url = f"sqlite:///{tmp_path / 'wells.db'}"
    monkeypatch.setenv("OPERATIVE_DATABASE_URL", url)
    for key, confidential in (("open", False), ("quiet", True)):
        opened = DossierOpened(key, confidential=confidential)
        open_dossiers(url).create(key, opened, by="Ana", effective=PartialDate("2025"))

    for args, code in ((("open",), 0), (("quiet",), 1), (("quiet", "--by", "Ana"), 0)):
        with pytest.raises(SystemExit) as left:
            main(["dossier", "export", *args, "--as", "site", "--out", str(tmp_path / "-".join(args))])
        assert left.value.code == code
    assert (tmp_path / "open" / "index.html").exists()
    assert not (tmp_path / "quiet").exists()
    assert "not-entitled: quiet is confidential" in capsys.readouterr().err


def test_a_folder_that_cannot_be_written_is_a_wrong_call(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(WrongCall, match="file"):
        write_site({"index.html": b""}, tmp_path / "file")
