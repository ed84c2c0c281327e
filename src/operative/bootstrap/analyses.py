"""What Akoma Ntoso files say was found in them, against what is found in them now: no correction is lost in silence."""

from collections.abc import Iterator, Mapping
from typing import Any

from operative.domain.findings import Finding, Severity
from operative.domain.readings import Reading
from operative.dossiers.figures import say_first
from operative.exchange.found import analysis_as_dict
from operative.text.akn import MEDIA_TYPE
from operative.text.akn.analysis import read_analysis
from operative.vocabulary.loader import load

__all__ = ["analysis_of", "check_analysis"]

MOST = 5
"""So many differences are named."""


def analysis_of(media_type: str, data: bytes) -> Mapping[str, Any]:
    """What the file says was found in it; {} for one that Operative did not write."""
    ours = load("akn")["analysis"]["namespace"].encode()
    return read_analysis(data) if media_type == MEDIA_TYPE and ours in data else {}


def check_analysis(reading: Reading, said: Mapping[str, Any]) -> tuple[Finding, ...]:
    """One finding where the file says otherwise of its text than the rules do now; none for {}."""
    differing = list(dict.fromkeys(_differing(analysis_as_dict(reading), said))) if said else []
    if not differing:
        return ()
    message = f"the file says otherwise than the rules of {say_first(differing, MOST)}: a person corrected it, or "
    return (Finding("analysis-differs", Severity.INFO, f"{message}the rules have changed since it was written"),)


def _differing(found: Mapping[str, Any], said: Mapping[str, Any]) -> Iterator[str]:
    """The names of values that are not the same, sort by sort."""
    for sort, values in found.items():
        told = said.get(sort, [])
        for place in range(max(len(values), len(told))):
            pair = [row[place] if place < len(row) else {} for row in (values, told)]
            if pair[0] != pair[1]:
                one = pair[0] or pair[1]
                yield str(one.get("id") or one.get("quote") or sort)
