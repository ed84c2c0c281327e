"""kill -9 during writes: a few times in each run, a hundred times with OPERATIVE_CRASHES=100."""

import os

from .crashing import Crashes, crash

ROUNDS = int(os.environ.get("OPERATIVE_CRASHES", "4"))


def test_a_killed_writer_loses_nothing_that_was_acknowledged(database_url: str):
    came = crash(database_url, ROUNDS)

    assert came.told > 0
    assert came == Crashes(ROUNDS, came.told, lost=0, torn=0, findings=0)
