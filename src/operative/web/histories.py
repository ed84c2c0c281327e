"""One act, opened: what stands, what the rules read, and what persons said of it."""

from dataclasses import dataclass

from django.http import HttpRequest

from operative.bootstrap.corrections import claims_on
from operative.domain.acts import Act
from operative.domain.claims import Claim
from operative.domain.readings import Reading
from operative.web.deeds import Value, values_of
from operative.web.places import Place

__all__ = ["Opened", "open_act"]


@dataclass(frozen=True, slots=True)
class Opened:
    """One act, opened to be corrected: what stands, what the rules read, what was said."""

    act: Act
    values: tuple[Value, ...]
    ruled: tuple[Value, ...]
    claims: tuple[Claim, ...]
    typed: dict[str, str]
    problem: str = ""


def open_act(request: HttpRequest, place: Place, reading: Reading, wanted: str) -> Opened | None:
    """The act with this id, opened; None where the text has none."""
    act = next((one for one in reading.acts if one.id == wanted), None)
    if act is None:
        return None
    base = place.read_by_rules(request)
    ruled = next((one for one in base.acts if one.id == wanted), act) if base else act
    about = claims_on(reading, act, place.claims(request))
    return Opened(act, values_of(reading, act), values_of(reading, ruled), about, {})
