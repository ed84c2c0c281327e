"""Commands called in this process, with their exit code."""

import pytest

from operative.cli.main import main


def call(*args: str) -> int:
    """The exit code of `operative` with these arguments."""
    with pytest.raises(SystemExit) as left:
        main(args)
    return int(left.value.code or 0)
