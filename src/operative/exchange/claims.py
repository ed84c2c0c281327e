"""Claims as a file that people can read, review and move: one JSON object a line."""

import json
from collections.abc import Iterable
from datetime import UTC, datetime

from operative.domain.claims import Anchor, Author, Claim, Stand
from operative.errors import DamagedSource

__all__ = ["FORMAT", "read_claims", "render_claims"]

FORMAT = "operative/claims@1"


def render_claims(claims: Iterable[Claim]) -> str:
    """The claims as JSON lines, the oldest first; the first line names the format."""
    rows = [{"format": FORMAT}, *(_as_row(claim) for claim in claims)]
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def _as_row(claim: Claim) -> dict[str, str]:
    row = {
        "provision": claim.anchor.provision,
        "words_sha256": claim.anchor.digest,
        "lead": claim.anchor.lead,
        "field": claim.field,
        "value": claim.value,
        "stand": str(claim.stand),
        "author": str(claim.author),
        "made_by": claim.made_by,
        "made_at": claim.made_at.astimezone(UTC).isoformat(),
    }
    extra = {"kind": claim.kind, "normal": claim.normal}
    return row | {name: value for name, value in extra.items() if value}


def read_claims(lines: str) -> tuple[Claim, ...]:
    """The claims of a file; raises `DamagedSource` with the number of the line that is not a claim."""
    claims = []
    for number, line in enumerate(lines.split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            if row.get("format") == FORMAT:
                continue
            claims.append(_as_claim(row))
        except (ValueError, KeyError, TypeError, AttributeError) as exc:
            raise DamagedSource(f"claims, line {number}: {type(exc).__name__}: {exc}; not a claim") from exc
    return tuple(claims)


def _as_claim(row: dict[str, str]) -> Claim:
    made_at = datetime.fromisoformat(row["made_at"])
    return Claim(
        anchor=Anchor(row["provision"], row["words_sha256"], row["lead"]),
        field=row["field"],
        value=row["value"],
        stand=Stand(row["stand"]),
        author=Author(row["author"]),
        made_by=row["made_by"],
        made_at=made_at if made_at.tzinfo else made_at.replace(tzinfo=UTC),
        kind=row.get("kind", ""),
        normal=row.get("normal", ""),
    )
