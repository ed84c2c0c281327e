"""What a person should look at."""

from dataclasses import dataclass
from enum import StrEnum

from operative.domain.spans import Span

__all__ = ["Finding", "Severity"]


class Severity(StrEnum):
    """How much a finding matters: an error means that part of the document was not read."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that a person should look at, with a stable code and the words it is about."""

    code: str
    severity: Severity
    message: str
    span: Span | None = None
