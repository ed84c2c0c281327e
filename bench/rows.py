"""One line of the benchmark's table."""

from dataclasses import dataclass

__all__ = ["Row"]


@dataclass(frozen=True, slots=True)
class Row:
    """A figure, the data it was measured on, and the floor that it must reach ("" and None: no floor is set).

    `better` is "higher" or "lower"; `missed` names what was not right, so that two runs can be compared item by item;
    `note` says what a reader of the table must know. A figure of None means: not measured, and `note` says why.
    """

    what: str
    data: str
    figure: float | None
    floor: float | None = None
    better: str = "higher"
    unit: str = ""
    missed: tuple[str, ...] = ()
    note: str = ""

    @property
    def key(self) -> str:
        """What names the row from run to run."""
        return f"{self.what} | {self.data}"

    @property
    def reached(self) -> bool | None:
        """Whether the floor is reached; None where there is no floor."""
        if self.floor is None:
            return None
        if self.figure is None:
            return False
        return self.figure >= self.floor if self.better == "higher" else self.figure <= self.floor
