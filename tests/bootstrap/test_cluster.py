"""The same work on a cluster of Ray: two real worker processes, of which one is killed."""

import os
import signal
import threading
import time
from importlib.util import find_spec

import pytest

from operative.bootstrap import cluster
from operative.bootstrap.bulk import read_into
from operative.bootstrap.cluster import work_off_on_ray
from operative.bootstrap.pool import CRASHED, Lost
from operative.errors import WrongCall

needs_ray = pytest.mark.skipif(find_spec("ray") is None, reason="Ray is not installed: tools/setup.sh dev ray")

TEXT = """RESOLUTION No. {number}
(Adopted by the Council at its 43rd Session, on 6 June 2024)

WELLS

The Council,
Mindful of the state of the wells,
1.
Requests the Secretariat to mend well {number} and to report to the Council by June 2025.
"""


@pytest.fixture(scope="module")
def workers():
    """A cluster of two workers, for all tests of this module."""
    import ray

    os.environ["RAY_AUTH_MODE"] = "disabled"  # nothing is kept in the home of who tests
    ray.init(
        num_cpus=2, include_dashboard=False, log_to_driver=False, _node_ip_address="127.0.0.1", logging_level="error"
    )
    yield ray
    ray.shutdown()


def parts(folder):
    """Every file of the parts of a corpus, with its bytes."""
    return {
        path.relative_to(folder): path.read_bytes() for path in (folder / "parts").rglob("*") if path.is_file()
    }


@needs_ray
def test_one_of_two_workers_is_killed_and_the_corpus_is_the_same(workers, tmp_path):
    (tmp_path / "texts").mkdir()
    for number in range(60):
        (tmp_path / "texts" / f"{number:02}.txt").write_text(TEXT.format(number=number))
    (tmp_path / "texts" / "empty.txt").write_text("")
    killed = []

    def kill(summary):
        """Kill one worker when the first texts are read."""
        if summary.read == 8 and not killed:
            killed.append(workers.get(workers.remote(lambda: os.getpid()).remote()))
            os.kill(killed[0], signal.SIGKILL)

    here = read_into([tmp_path / "texts"], tmp_path / "here", jobs=1)
    there = read_into([tmp_path / "texts"], tmp_path / "there", jobs=2, engine="ray", watch=kill)

    assert len(killed) == 1
    assert there == here
    assert there.read == 60
    assert parts(tmp_path / "there") == parts(tmp_path / "here")


@needs_ray
def test_work_that_dies_with_its_worker_is_done_by_another(workers, tmp_path):
    def work(item):
        """Say who works; item 5 waits to be killed the first time."""
        (tmp_path / f"{item}.{os.getpid()}").touch()
        if item == 5 and len(list(tmp_path.glob("5.*"))) == 1:
            time.sleep(60)
        return str(item)

    def kill():
        while not (found := list(tmp_path.glob("5.*"))):
            time.sleep(0.02)
        os.kill(int(found[0].suffix[1:]), signal.SIGKILL)

    thread = threading.Thread(target=kill)
    thread.start()
    done = list(work_off_on_ray(range(20), work, str, 2))
    thread.join()

    assert done == [(item, str(item)) for item in range(20)]
    assert len({path.suffix for path in tmp_path.glob("5.*")}) == 2


@needs_ray
def test_an_item_that_always_takes_its_worker_with_it_loses_only_itself(workers, monkeypatch):
    monkeypatch.setattr(cluster, "BATCH", 2)

    def work(item):
        if item == 3:
            os._exit(9)
        return str(item)

    done = dict(work_off_on_ray(range(10), work, str, 2))

    assert isinstance(done[3], Lost)
    assert done[3].code == CRASHED
    assert {item: result for item, result in done.items() if item != 3} == {n: str(n) for n in range(10) if n != 3}


@needs_ray
def test_an_item_that_takes_too_long_loses_only_itself(workers, monkeypatch):
    monkeypatch.setattr(cluster, "SECONDS_AN_ITEM", 2.5)
    monkeypatch.setattr(cluster, "BATCH", 1)
    done = dict(work_off_on_ray(range(3), lambda item: time.sleep(30 * (item == 1)) or str(item), str, 2))

    assert (done[0], done[2]) == ("0", "2")
    assert isinstance(done[1], Lost)
    assert done[1].code == "source-too-costly"


def test_without_ray_the_engine_says_what_is_missing(monkeypatch):
    monkeypatch.setattr(cluster, "find_spec", lambda name: None)

    with pytest.raises(WrongCall, match="pip install 'operative"):
        list(work_off_on_ray([1], str, str, 2))
