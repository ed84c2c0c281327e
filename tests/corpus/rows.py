"""Rows of corpora for tests, made without reading."""

from operative.domain.holdings import HeldProvision, HeldReference, Holding, Intake, IntakeRecord

__all__ = ["record"]


def record(number, texts, *, adopted="", title="", body="unga", cites=(), symbol=None):
    """A document A/RES/<number> with operative paragraphs; `cites` are (provision, target, pinpoint)."""
    key = f"{number:016}"
    name = f"{number}.txt"
    symbol = f"A/RES/{number}" if symbol is None else symbol
    return IntakeRecord(
        Intake(f"{number:064}", name, "text/plain", "en"),
        (Holding(key, name, "en", "resolution", symbol, title=title, body=body, adopted=adopted),),
        tuple(
            HeldProvision(key, f"op{place}", "operative", text, lead=text.partition(" ")[0])
            for place, text in enumerate(texts, 1)
        ),
        (),
        tuple(HeldReference(key, provision, target, target, pinpoint) for provision, target, pinpoint in cites),
    )
