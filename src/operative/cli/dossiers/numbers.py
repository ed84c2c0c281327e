"""Numbers as people type them."""

from decimal import Decimal, InvalidOperation

import click

__all__ = ["number"]


def number(printed: str) -> Decimal:
    """ "1 250 000.50" or "1,250,000.50" as a decimal; click says what is wrong with anything else."""
    try:
        found = Decimal(printed.replace(",", "").replace(" ", "").replace("\u00a0", ""))
    except InvalidOperation as exc:
        raise click.BadParameter(f"{printed!r} is no number") from exc
    if not found.is_finite():
        raise click.BadParameter(f"{printed!r} is no number")
    return found
