"""A redline as one web page that needs nothing else, made for reading and for printing."""

from collections.abc import Mapping, Sequence
from functools import cache
from html import escape
from importlib.resources import files

from operative.domain.provisions import Kind, Provision
from operative.domain.redlines import Change, RedlineRow
from operative.exchange.characters import without_controls
from operative.exchange.dress import direction_of
from operative.exchange.redlines import Compared, Stroke, name_places, say_change, split_strokes, sum_up

__all__ = ["render_redline_html"]

TITLED = {Kind.TITLE: "h2", Kind.ANNEX: "h2", Kind.HEADING: "h3", Kind.ARTICLE: "h3"}
TAGS = {Change.REMOVED: "del", Change.ADDED: "ins"}
DEEPEST = 5


def render_redline_html(rows: Sequence[RedlineRow], old: Compared, new: Compared) -> str:
    """The whole new text as a page: removed words struck, added ones underlined, what became of each provision beside
    it in words, and a bar in the margin of all that changed.
    """
    language = new.source.language or "en"
    direction = direction_of(language)
    title = new.document.title or new.document.symbol or new.source.name
    before = {provision.id: provision for provision in old.provisions}
    after = {provision.id: provision for provision in new.provisions}
    names = name_places(old.provisions)
    levels = {**_levels(old.provisions), **_levels(new.provisions)}
    body = "".join(_row(row, before, after, names, levels.get(row.new or row.old, 0)) for row in rows)
    page = (
        f'<!DOCTYPE html>\n<html lang="{escape(language)}" dir="{direction}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>Redline: {escape(title)}</title>\n<style>\n{_style()}</style>\n</head>\n<body>\n<main>\n"
        f"{_header(rows, old, new)}<article>\n{body}</article>\n</main>\n</body>\n</html>\n"
    )
    return without_controls(page)


def _header(rows: Sequence[RedlineRow], old: Compared, new: Compared) -> str:
    """What is compared, what became of it in numbers, and how to read the page."""
    return (
        '<header lang="en" dir="ltr">\n<h1>What changed</h1>\n'
        f'<p class="names"><span>{escape(old.source.name)}</span> → <span>{escape(new.source.name)}</span></p>\n'
        f'<p class="counts">{escape(sum_up(rows))}</p>\n'
        '<p class="key"><del>struck</del> words were removed, <ins>underlined</ins> words were added; '
        "a bar in the margin marks every provision that is not as it was.</p>\n</header>\n"
    )


def _row(
    row: RedlineRow,
    before: Mapping[str, Provision],
    after: Mapping[str, Provision],
    old_names: Mapping[str, str],
    level: int,
) -> str:
    provision = after[row.new] if row.new else before[row.old]
    words = "".join(_marked(stroke) for stroke in split_strokes(row.pieces))
    element = TITLED.get(provision.kind, "p")
    said = say_change(row, old_names)
    note = f'<p class="what" lang="en" dir="ltr">{escape(said)}</p>' if said else ""
    kind = f"{provision.kind} {row.change}{' moved' if row.moved else ''}"
    style = f' style="--level: {level}"' if level else ""
    return (
        f'<div class="provision {kind}"{style}><span class="number">{_number(row, before, after)}</span>'
        f'<div class="words"><{element}>{words}</{element}></div>{note}</div>\n'
    )


def _number(row: RedlineRow, before: Mapping[str, Provision], after: Mapping[str, Provision]) -> str:
    """The number, with the old one struck where a new one took its place."""
    old = escape((before[row.old].number or "") if row.old else "")
    new = escape((after[row.new].number or "") if row.new else "")
    if row.old and row.new:
        return new if old == new else " ".join(filter(None, (_tagged("del", old), _tagged("ins", new))))
    return _tagged("ins", new) if row.new else _tagged("del", old)


def _tagged(tag: str, words: str) -> str:
    return f"<{tag}>{words}</{tag}>" if words else ""


def _marked(stroke: Stroke) -> str:
    words = escape(stroke.words, quote=False)
    tag = TAGS.get(stroke.change)
    return f"{stroke.before}{_tagged(tag, words) if tag else words}{stroke.after}"


def _levels(provisions: Sequence[Provision]) -> dict[str, int]:
    """How far each provision is set in: paragraphs of an article or annex are not."""
    levels: dict[str, int] = {}
    kinds = {provision.id: provision.kind for provision in provisions}
    for provision in provisions:
        above = levels.get(provision.parent or "", -1)
        levels[provision.id] = 0 if kinds.get(provision.parent or "") in TITLED else min(DEEPEST, above + 1)
    return levels


@cache
def _style() -> str:
    folder = files("operative.exchange")
    return (folder / "page.css").read_text("utf-8") + (folder / "redline.css").read_text("utf-8")
