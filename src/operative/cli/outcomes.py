"""What came of reading one file, in a form that passes from a worker process to the command."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from operative.cli.orders import Order
from operative.errors import OperativeError, WrongCall

if TYPE_CHECKING:
    from operative.bootstrap.reading import Reading

__all__ = ["Outcome", "read_file"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """One file after reading: what to print or write, or the error, and its findings as (severity, code, message)."""

    path: Path
    output: bytes = b""
    error: tuple[str, str] | None = None
    wrong_call: bool = False
    provisions: int = 0
    findings: tuple[tuple[str, str, str], ...] = ()

    @property
    def failed(self) -> bool:
        """Whether the file was not read, or a part of it was not."""
        return self.error is not None or any(severity == "error" for severity, _, _ in self.findings)


def read_file(path: Path, order: Order, content: bytes | None = None) -> Outcome:
    """Read and render one file (or `content`); an error of Operative or the file system is part of the outcome."""
    # The readers and lxml load here, not with the command: `operative --help` must start at once.
    from operative.bootstrap import reading as bootstrap

    try:
        reading = bootstrap.read(
            path if content is None else content,
            name=None if content is None else "stdin",
            language=order.language,
            changes=order.changes,
            claims=bootstrap.claims_of(order.claims) if order.claims else (),
            model=bootstrap.configured_model() if order.model else None,
        )
        output = render(reading, path, order)
    except OperativeError as exc:
        return Outcome(path, error=(exc.code, str(exc)), wrong_call=isinstance(exc, WrongCall))
    except OSError as exc:
        return Outcome(path, error=("unreadable-source", exc.strerror or str(exc)))
    findings = tuple((str(found.severity), found.code, found.message) for found in reading.findings)
    return Outcome(path, output, provisions=len(reading.provisions), findings=findings)


def render(reading: "Reading", path: Path, order: Order) -> bytes:
    """The reading in the form that was ordered."""
    # Each renderer loads on first use: tables need rich, the other forms do not.
    if order.explain is not None:
        from operative.cli.explain import render_explanation

        return render_explanation(reading, order).encode()
    match order.to:
        case "json":
            return reading.to_json().encode()
        case "akn":
            return reading.to_akn()
        case "md":
            return reading.to_markdown().encode()
        case "html":
            return reading.to_html().encode()
    from operative.cli.table import render_table

    name = "standard input" if str(path) == "-" else str(path)
    if path == order.sample:
        name = f"{path.name}, the bundled sample"
    return render_table(reading, name, order).encode()
