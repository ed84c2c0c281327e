"""A repository is harvested: page by page, once, through faults, until all is there."""

import json

import pytest

from operative.bootstrap.fetching import Fetcher
from operative.bootstrap.harvesting import Wanted, harvest_into
from operative.errors import (
    DamagedSource,
    HarvestRefused,
    HostileSource,
    SourceTooCostly,
    UnreachableSource,
    WrongCall,
)

from .repository import Repository

DAYS = {number: f"2031-04-{number:02}" for number in range(1, 6)}


@pytest.fixture
def repository():
    with Repository(DAYS) as opened:
        yield opened


@pytest.fixture
def harvest(repository, tmp_path):
    """Harvest the repository into a folder; `pauses` are the seconds that it waited."""
    pauses = []

    def run(pages=0, seconds=5.0, url=None, tries=4, **wanted):
        fetcher = Fetcher(seconds=seconds, sleep=pauses.append, tries=tries)
        return harvest_into(Wanted(url or repository.url, **wanted), tmp_path / "texts", fetcher=fetcher, pages=pages)

    run.pauses, run.folder = pauses, tmp_path / "texts"
    return run


def texts(folder):
    """The words of all texts, in their order."""
    return sorted(path.read_text() for path in folder.glob("[!.]*.txt"))


def test_all_pages_come_with_their_texts_and_what_is_said_of_them(harvest, repository):
    summary = harvest(label="english", set="wells")

    assert (summary.pages, summary.records, summary.texts, summary.failed) == (3, 5, 5, [])
    assert texts(harvest.folder) == [f"Text of {number}-en.txt" for number in range(1, 6)]
    rows = [json.loads(line) for line in (harvest.folder / "records.jsonl").read_text("utf-8").splitlines()]
    assert (rows[0]["symbol"], rows[0]["title"], rows[0]["date"]) == ("W/1", "Wells & locks : no. 1", "2031-04-01")
    assert repository.asked[0] == {"verb": "ListRecords", "metadataPrefix": "marcxml", "set": "wells"}
    assert set(repository.asked[1]) == {"verb", "resumptionToken"}


def test_without_a_label_every_link_is_followed(harvest):
    assert harvest().texts == 10


def test_a_stopped_harvest_goes_on_where_it_stopped(harvest, repository):
    assert harvest(pages=1, label="English").records == 2
    assert harvest(label="English").records == 3
    assert len(texts(harvest.folder)) == 5
    assert repository.asked[1]["resumptionToken"] == "|2"


def test_the_next_harvest_asks_for_what_is_new_and_takes_away_what_is_deleted(harvest, repository):
    harvest(label="English")
    repository.days |= {2: "2031-05-02", 6: "2031-05-02"}
    repository.deleted = {2}
    summary = harvest(label="English")

    assert repository.asked[-1]["from"] == "2031-05-01"
    assert (summary.records, summary.deleted) == (1, 1)
    assert texts(harvest.folder) == [f"Text of {number}-en.txt" for number in (1, 3, 4, 5, 6)]
    repository.days = {1: "2031-01-01"}
    assert (harvest(label="English").pages, len(texts(harvest.folder))) == (1, 5)


@pytest.mark.parametrize("fault", [503, 429, 500, "cut", "slow"])
def test_a_passing_fault_is_waited_for(harvest, repository, fault):
    repository.faults = [None, fault]
    summary = harvest(seconds=0.3 if fault == "slow" else 5.0, label="English")

    assert (summary.records, len(texts(harvest.folder))) == (5, 5)
    assert harvest.pauses == [7.0 if isinstance(fault, int) else 1.0]


@pytest.mark.parametrize(
    ("faults", "error", "why"),
    [
        ([404], UnreachableSource, "404"),
        ([503] * 4, UnreachableSource, "503"),
        (["garbage"], DamagedSource, "not well-formed"),
        (["dtd"], HostileSource, "document type"),
        (["badArgument"], HarvestRefused, "badArgument: no"),
        ([None, "circle"], UnreachableSource, "goes in circles"),
    ],
)
def test_a_lasting_fault_ends_the_harvest_and_what_came_stays(harvest, repository, faults, error, why):
    repository.faults = [None, *faults] if faults[0] else faults
    with pytest.raises(error, match=why):
        harvest(label="English")

    assert len(texts(harvest.folder)) >= 2
    assert harvest(label="English").failed == []
    assert len(texts(harvest.folder)) == 5


def test_a_token_that_has_gone_stale_begins_again_once(harvest, repository):
    harvest(pages=1, label="English")
    repository.faults = ["badResumptionToken"]
    assert harvest(label="English").records == 5
    repository.faults = ["badResumptionToken", "badResumptionToken"]
    with pytest.raises(HarvestRefused):
        harvest(label="English")


def test_links_to_other_servers_are_followed_only_where_that_is_wanted(harvest, repository):
    with Repository({}) as other:
        repository.lines = json.dumps({"id": "1", "url": f"{other.home}/text/x.txt"}).encode()
        assert harvest(url=f"{repository.home}/all.jsonl").texts == 0
        assert harvest(url=f"{repository.home}/all.jsonl", elsewhere=True).texts == 1


def test_json_lines_bring_texts_or_links_and_bad_lines_are_named(harvest, repository):
    rows = [
        {"id": "a/1", "text": "Requests the Board to mend the wells", "symbol": "W/1"},
        {"id": "a_1", "url": f"{repository.home}/text/2.txt"},
        {"id": "gone", "url": "http://127.0.0.1:9/nobody.pdf"},
    ]
    repository.lines = b"\n".join([*(json.dumps(row).encode() for row in rows), b"{", b'{"id": 7}', b"", b"[]"])
    summary = harvest(url=f"{repository.home}/all.jsonl", tries=1, elsewhere=True)

    assert texts(harvest.folder) == ["Requests the Board to mend the wells", "Text of 2.txt"]
    assert [why.partition(":")[0] for _, why in summary.failed] == ["line 4", "line 5", "line 7", "http"]


def test_an_identifier_cannot_leave_the_folder(harvest, repository):
    repository.lines = json.dumps({"id": "../../../etc/../x", "text": "words"}).encode()
    harvest(url=f"{repository.home}/all.jsonl")

    assert texts(harvest.folder) == ["words"]
    assert [path.name for path in harvest.folder.parent.iterdir()] == ["texts"]


def test_a_folder_keeps_one_harvest(harvest):
    harvest(pages=1)
    with pytest.raises(WrongCall, match="holds a harvest of"):
        harvest(set="other")


@pytest.mark.parametrize("url", ["file:///etc/passwd", "repository", "ftp://x/y"])
def test_what_is_no_address_is_refused(harvest, url):
    with pytest.raises(WrongCall, match="is no address"):
        harvest(url=url)


def test_an_answer_that_is_too_large_is_refused(repository):
    with pytest.raises(SourceTooCostly):
        Fetcher(largest=10).get(repository.url + "?verb=ListRecords")
