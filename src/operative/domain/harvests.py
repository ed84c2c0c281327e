"""What a repository says about its documents when it is harvested."""

from dataclasses import dataclass

__all__ = ["HarvestPage", "HarvestedRecord", "RecordLink"]


@dataclass(frozen=True, slots=True)
class RecordLink:
    """Where a text of a record is, and how the record labels it, mostly by its language."""

    url: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class HarvestedRecord:
    """One record of a repository; `deleted` ones have nothing but their identifier and datestamp.

    `text` is the text itself, where the record brings it; other fields are "" where unstated.
    """

    identifier: str
    datestamp: str = ""
    deleted: bool = False
    title: str = ""
    symbol: str = ""
    date: str = ""
    links: tuple[RecordLink, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True)
class HarvestPage:
    """Some records, and the token with which the next ones are asked for; "" after the last.

    `answered` is the moment at which the repository made the page, as it prints it.
    """

    records: tuple[HarvestedRecord, ...]
    token: str = ""
    answered: str = ""
