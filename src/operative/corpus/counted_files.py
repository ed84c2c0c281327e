"""Counts in files that other programs read: CSV and Parquet."""

import csv
import io
from collections.abc import Iterator

import pyarrow as pa
from pyarrow import parquet

from operative.domain.counts import Tally

__all__ = ["tally_rows", "write_csv", "write_parquet"]


def tally_rows(tally: Tally) -> Iterator[dict[str, str | int]]:
    """A row for each count: the properties by name, and the times under the name of what is counted."""
    names = [one.value for one in tally.by]
    for count in tally.counts:
        yield {**dict(zip(names, (count.value, count.second), strict=False)), tally.counted.value: count.times}


def write_csv(tally: Tally) -> bytes:
    """The rows as CSV (RFC 4180, UTF-8), with a head."""
    out = io.StringIO()
    writer = csv.DictWriter(out, [*(one.value for one in tally.by), tally.counted.value])
    writer.writeheader()
    writer.writerows(tally_rows(tally))
    return out.getvalue().encode()


def write_parquet(tally: Tally) -> bytes:
    """The rows as a table of Parquet."""
    fields = [*(pa.field(one.value, pa.string()) for one in tally.by), pa.field(tally.counted.value, pa.int64())]
    out = io.BytesIO()
    parquet.write_table(pa.Table.from_pylist(list(tally_rows(tally)), pa.schema(fields)), out)
    return out.getvalue()
