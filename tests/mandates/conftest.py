"""The bundled sample for the tests of stage 4."""

from importlib.resources import files

import pytest


@pytest.fixture(scope="session")
def sample_text() -> str:
    """The resolution that the product brings along."""
    return (files("operative") / "samples" / "resolution-208.txt").read_text("utf-8")
