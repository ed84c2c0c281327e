"""A paper as Markdown with footnotes, and as one web page that needs nothing else."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files

from operative.domain.papers import (
    Heading,
    Marked,
    Note,
    Paper,
    PaperTable,
    Paragraph,
    Sentence,
    head_of,
    notes_of,
    numbers_of,
)
from operative.domain.redlines import Change, Piece
from operative.exchange.characters import as_attribute, as_text, without_controls
from operative.exchange.markdown import escaped

__all__ = ["page_around", "render_html", "render_markdown", "render_page"]

Numbers = dict[Note, int]


def render_markdown(paper: Paper) -> bytes:
    """The paper with footnotes as `[^1]`; what is struck stands between `~~`, what is added between `**`."""
    numbers = notes_of(paper.blocks)
    lines = [f"# {escaped(paper.title)}", ""]
    lines += [f"{escaped(line)}  " for line in head_of(paper)]
    lines += [f"{escaped(name)}: {escaped(value)}  " for name, value in paper.front]
    for block, number in numbers_of(paper):
        lines += ["", *_markdown(block, number, numbers)]
    lines += ["", *(f"[^{number}]: {_flat(note.words)}" for note, number in numbers.items())]
    return without_controls("\n".join(lines) + "\n").encode("utf-8", "replace")


def _flat(words: str) -> str:
    return escaped(" ".join(words.split()))


def _markdown(block: object, number: str, numbers: Numbers) -> Iterator[str]:
    match block:
        case Heading(words, level):
            yield f"{'#' * (level + 1)} {_flat(f'{number} {words}'.strip())}"
        case Paragraph(sentences, depth):
            lead = f"{'    ' * depth}{number} " if number else ""
            yield lead + " ".join(_flat(one.words) + _marks(one.notes, numbers) for one in sentences)
        case PaperTable(caption, header, rows):
            yield f"**{_flat(caption)}**"
            yield ""
            yield _cells(header)
            yield _cells(["---"] * len(header))
            for row in rows:
                yield _cells([_flat(one.words) + _marks(one.notes, numbers) for one in row])
        case Marked(place, pieces, notes):
            yield f"**{_flat(place)}**{_marks(notes, numbers)} {''.join(map(_struck, pieces))}"


def _cells(cells: Iterable[str]) -> str:
    return "| " + " | ".join(one.replace("|", "\\|") for one in cells) + " |"


def _marks(notes: Sequence[Note], numbers: Numbers) -> str:
    return "".join(f"[^{numbers[one]}]" for one in notes)


def _struck(piece: Piece) -> str:
    words = piece.words.strip()
    fence = {Change.REMOVED: "~~", Change.ADDED: "**"}.get(piece.change, "")
    before, after = (piece.words[:1] == " ") * " ", (piece.words[-1:] == " ") * " "
    return f"{before}{fence}{escaped(words)}{fence}{after}" if words else piece.words


def render_html(paper: Paper) -> bytes:
    """The paper as a page with its notes at the foot, each linked to and back; no script, no font, no second file."""
    return render_page(paper)


def render_page(paper: Paper, above: str = "", links_of: Callable[[Note], str] = lambda _: "") -> bytes:
    """The same with mark-up `above` it, and behind each note the links to what it cites."""
    numbers = notes_of(paper.blocks)
    seen: dict[int, int] = {}
    body = "".join(_html(block, number, numbers, seen) for block, number in numbers_of(paper))
    front = "".join(f"<dt>{as_text(name)}</dt><dd>{as_text(value)}</dd>" for name, value in paper.front)
    notes = "".join(_footnote(note, number, links_of(note)) for note, number in numbers.items())
    head = as_text(paper.labels.get("notes", "Notes"))
    main = (
        f"{_house(paper)}<h1>{as_text(paper.title)}</h1><dl>{front}</dl>\n{body}"
        f'<section class="notes"><h2>{head}</h2><ol>{notes}</ol></section>'
    )
    return page_around(main, paper.title, paper.language, above)


def page_around(main: str, title: str, language: str, above: str) -> bytes:
    """A page in the style of papers around mark-up, with more of it `above`."""
    page = (
        f'<!DOCTYPE html>\n<html lang="{as_attribute(language)}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width"><title>{as_text(title)}</title>'
        f"<style>{_style()}</style></head><body>{above}<main>{main}</main></body></html>\n"
    )
    return without_controls(page).encode("utf-8", "replace")


def _house(paper: Paper) -> str:
    """The symbol and the lines of the body, at the head."""
    lines = "".join(f"<div>{as_text(line)}</div>" for line in head_of(paper))
    return f'<div class="house">{lines}</div>' if lines else ""


@cache
def _style() -> str:
    """The style of a page, for the screen and for paper, light and dark."""
    return (files("operative.exchange.papers") / "paper.css").read_text("utf-8")


def _footnote(note: Note, number: int, links: str) -> str:
    back = f'<a href="#r{number}" aria-label="{number}">↩</a>'
    return f'<li id="n{number}"><bdi>{as_text(note.words)}</bdi> {links}{back}</li>'


def _html(block: object, number: str, numbers: Numbers, seen: dict[int, int]) -> str:
    match block:
        case Heading(words, level):
            return f"<h{level + 1}>{as_text(f'{number} {words}'.strip())}</h{level + 1}>\n"
        case Paragraph(sentences, depth):
            told = " ".join(_sentence(one, numbers, seen) for one in sentences)
            mark = f'<span class="num">{number}</span> ' if number else ""
            return f'<p class="d{depth}">{mark}{told}</p>\n'
        case PaperTable(caption, header, rows):
            head = "".join(f'<th scope="col">{as_text(one)}</th>' for one in header)
            lines = "".join(
                "<tr>" + "".join(f"<td>{_sentence(one, numbers, seen)}</td>" for one in row) + "</tr>\n" for row in rows
            )
            return (
                f'<div class="wide"><table><caption>{as_text(caption)}</caption><thead><tr>{head}</tr></thead>'
                f"<tbody>{lines}</tbody></table></div>\n"
            )
        case Marked(place, pieces, notes):
            told = "".join(map(_piece, pieces))
            return f"<p><strong>{as_text(place)}</strong>{_refs(notes, numbers, seen)} {told}</p>\n"
    raise TypeError(block)


def _piece(piece: Piece) -> str:
    name = {Change.REMOVED: "del", Change.ADDED: "ins"}.get(piece.change, "")
    return f"<{name}>{as_text(piece.words)}</{name}>" if name else as_text(piece.words)


def _sentence(one: Sentence, numbers: Numbers, seen: dict[int, int]) -> str:
    return f"<bdi>{as_text(one.words)}</bdi>{_refs(one.notes, numbers, seen)}"


def _refs(notes: Sequence[Note], numbers: Numbers, seen: dict[int, int]) -> str:
    """The marks of notes; the first mark of each is where its note leads back to."""
    marks = []
    for number in (numbers[one] for one in notes):
        seen[number] = seen.get(number, 0) + 1
        back = f' id="r{number}"' if seen[number] == 1 else ""
        marks.append(f'<sup><a{back} href="#n{number}">{number}</a></sup>')
    return "".join(marks)
