"""Days and moments as commands and addresses ask for them."""

from datetime import UTC, date, datetime

import pytest

from operative.bootstrap.visits import day_of, moment_of
from operative.cli.dossiers.options import day_and_moment
from operative.errors import WrongCall

LAST = 999999


@pytest.mark.parametrize(
    ("said", "moment"),
    [
        ("2016-05-01", datetime(2016, 5, 1, 23, 59, 59, LAST, UTC)),
        ("20160501", datetime(2016, 5, 1, 23, 59, 59, LAST, UTC)),
        ("2016-W17-7", datetime(2016, 5, 1, 23, 59, 59, LAST, UTC)),
        ("2016-05-01T00:00", datetime(2016, 5, 1, tzinfo=UTC)),
        ("2016-05-01 12:30", datetime(2016, 5, 1, 12, 30, tzinfo=UTC)),
        ("2016-05-01T12:00+02:00", datetime(2016, 5, 1, 10, tzinfo=UTC)),
        ("", None),
    ],
)
def test_a_day_alone_is_its_end_by_command_and_address_alike(said, moment):
    assert moment_of(said) == moment
    assert day_and_moment("2016-02", said) == (date(2016, 2, 29), moment)


@pytest.mark.parametrize("said", ["soon", "0001-01-01T00:00+14:00", "9999-12-31", "2016-13-01", "99999999"])
def test_what_is_no_moment_is_a_wrong_call(said):
    with pytest.raises(WrongCall, match="is no moment"):
        moment_of(said)


@pytest.mark.parametrize("said", ["99999999", "9999", "1066-10-14", "tomorrow", "2016-02-30", "-2016"])
def test_what_is_no_day_is_a_wrong_call(said):
    with pytest.raises(WrongCall, match=r"is no date|is none"):
        day_of(said, date(2016, 1, 1))
