"""`operative check`: what a drafter may wish to look at in a text under work."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from operative.cli.wording import count, shorten
from operative.errors import WrongCall

if TYPE_CHECKING:
    from operative.domain.readings import Reading
    from operative.domain.remarks import Remark

__all__ = ["check"]

WIDTH = 96


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("draft", metavar="DRAFT", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--corpus", type=click.Path(path_type=Path), help="Also say which paragraphs this corpus has already.")
@click.option("--to", type=click.Choice(("table", "json", "docx")), default="table", show_default=True, help="Form.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="Where the DOCX goes.")
def check(draft: Path, corpus: Path | None, to: str, out: Path | None) -> int:
    """Check a text under work: numbers, verbs, actors, duties, ends, costs, places, conditions and repetitions.

    Every remark names its words and its place, and is a suggestion. As DOCX, the draft with a comment at each of them.

    \b
    Examples:
      operative check draft.docx
      operative check draft.docx --corpus memory
      operative check draft.docx --to json
      operative check draft.docx --to docx --out checked.docx

    Exit codes: 0 nothing worse than information; 1 with remarks; 2 wrong call.
    """
    if (to == "docx") != (out is not None):
        raise WrongCall("--to docx and --out FILE go together; right would be: --to docx --out checked.docx")
    # The readers load here, not with the command: `operative --help` must start at once.
    from operative.bootstrap.reading import read
    from operative.corpus.drafting import check_draft
    from operative.domain.findings import Severity

    reading = read(draft).whole
    remarks = [*check_draft(reading), *(repeated(reading, corpus) if corpus else ())]
    if out is not None:
        keep(out, reading, remarks)
    elif to == "json":
        click.echo(json.dumps([as_dict(one) for one in remarks], ensure_ascii=False, indent=2))
    else:
        for one in remarks:
            click.echo(f"{one.provision or '-':<8} {one.severity.value:<7} {one.code}: {one.message}")
            if one.words:
                click.echo(f"         “{shorten(one.words, WIDTH, lines=1)}”")
            click.echo(f"         {one.suggestion}")
        click.echo(count(len(remarks), "remark"))
    return int(any(one.severity is not Severity.INFO for one in remarks))


def repeated(reading: "Reading", folder: Path) -> Iterable["Remark"]:
    """What of the draft a corpus has already."""
    from operative.cli.corpus.options import open_corpus

    corpus = open_corpus(folder)
    # The arrays need large libraries, which only this option does.
    from operative.corpus.drafting import check_language
    from operative.corpus.language import COMPARED, draft_overlap

    provisions = [(one.id, one.text) for one in reading.provisions if one.kind in COMPARED]
    called = {key: holding.called for key, holding in corpus.holdings.items()}
    return list(check_language(reading, draft_overlap(corpus, provisions), called))


def keep(out: Path, reading: "Reading", remarks: Sequence["Remark"]) -> None:
    """The draft with its comments in a file."""
    # A large library, which only this form needs.
    from operative.exchange.remarks import render_remarks_docx

    try:
        out.write_bytes(render_remarks_docx(reading, remarks))
    except OSError as exc:
        raise WrongCall(f"{out} cannot be written ({exc.strerror}); name a file that may be") from exc
    click.echo(f"{count(len(remarks), 'comment')} in {out}", err=True)


def as_dict(remark: "Remark") -> dict[str, Any]:
    """A remark for a program."""
    span = [remark.span.start, remark.span.end] if remark.span else None
    return {
        "code": remark.code,
        "severity": remark.severity.value,
        "provision": remark.provision or None,
        "words": remark.words,
        "message": remark.message,
        "suggestion": remark.suggestion,
        "span": span,
    }
