"""Counts as a picture: bars, or columns over the years, with title, source and day; SVG, and PNG made of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from operative.domain.counts import Property, Tally
from operative.exchange.characters import as_attribute, as_text, without_controls

__all__ = ["render_chart_png", "render_chart_svg"]

WIDTH, MARGIN = 960, 32
TOP, BOTTOM = 88, 56
ROW, BAR = 26, 18
LABELS = 300
HEIGHT = 320
"""Of the columns; bars take as much as they need."""

LETTERS = 44
"""Of a label; what is longer is cut."""

MOST = 6
"""Values of the second property with a colour of their own; the others are put together."""

COLOURS = ("#1f5a96", "#d97706", "#0f8a6d", "#b4447a", "#6d8fb8", "#8a6d3b", "#9ca3af")
FONT = "font-family=\"'Noto Sans','DejaVu Sans',Helvetica,Arial,sans-serif\""
INK, GREY, LINE = "#1a1a1a", "#5b6470", "#d9dde3"


@dataclass(frozen=True, slots=True)
class Stack:
    """One bar or column: its label, and the times of each part in the order of the legend."""

    label: str
    parts: tuple[int, ...]

    @property
    def whole(self) -> int:
        """The times of all parts."""
        return sum(self.parts)


def render_chart_svg(tally: Tally, title: str, source: str, *, most: int = 20) -> str:
    """The picture of a tally; of more than `most` bars the first are shown, and the last line says so.

    Counts by year are columns, all others bars; a second property parts them by colour, with a legend.
    """
    stacks, legend = _stacks(tally)
    years = tally.by[0] is Property.YEAR
    stacks = _every_year(stacks, len(legend)) if years else stacks
    shown = stacks if years else stacks[:most]
    top = TOP + (28 if len(legend) > 1 else 0)
    height = top + (HEIGHT if years else ROW * len(shown)) + BOTTOM
    note = "" if len(shown) == len(stacks) else f"The first {len(shown)} of {len(stacks):,}. "
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" viewBox="0 0 {WIDTH} {height}" '
        f'role="img" aria-label="{as_attribute(title)}" {FONT}>',
        f"<title>{as_text(title)}</title>",
        f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>',
        _text(MARGIN, 40, title, size=20, weight=600),
        _text(MARGIN, 64, _said(tally), fill=GREY),
        *_legend(legend),
        *(_columns(shown, top) if years else _bars(shown, top)),
        _text(MARGIN, height - 20, f"{note}{source}", size=12, fill=GREY),
        "</svg>",
    ]
    return without_controls("\n".join(parts) + "\n")


def render_chart_png(svg: str) -> bytes:
    """The picture as PNG, at twice its size."""
    # A large library, which a picture in SVG does not need.
    import typst

    page = '#set page(width: auto, height: auto, margin: 0pt)\n#image(bytes(sys.inputs.svg), format: "svg")\n'
    made = typst.compile(page.encode(), format="png", ppi=144.0, sys_inputs={"svg": svg})
    assert isinstance(made, bytes)
    return made


def _said(tally: Tally) -> str:
    by = " and ".join(one.value for one in tally.by)
    lacking = " or ".join(one.value for one in tally.by)
    left = f"; {tally.without:,} without {lacking}" if tally.without else ""
    return f"{tally.counted.value.capitalize()} by {by}, in {tally.documents:,} documents{left}"


def _stacks(tally: Tally) -> tuple[list[Stack], list[str]]:
    """The bars, and the names of their parts: the most frequent values of the second property, then all others."""
    totals: dict[str, int] = {}
    for one in tally.counts:
        totals[one.second] = totals.get(one.second, 0) + one.times
    ranked = sorted(totals, key=lambda name: (-totals[name], name))
    kept = ranked if len(ranked) <= MOST + 1 else ranked[:MOST]
    legend = [*kept, "others"] if len(kept) < len(ranked) else kept
    parts: dict[str, list[int]] = {}
    for one in tally.counts:
        place = kept.index(one.second) if one.second in kept else len(kept)
        parts.setdefault(one.value, [0] * len(legend))[place] += one.times
    return [Stack(label, tuple(times)) for label, times in parts.items()], legend


def _every_year(stacks: Sequence[Stack], parts: int) -> list[Stack]:
    """The columns with the years between them in which nothing came."""
    by_year = {int(one.label): one for one in stacks}
    if not by_year:
        return []
    empty = (0,) * parts
    return [by_year.get(year, Stack(str(year), empty)) for year in range(min(by_year), max(by_year) + 1)]


def _legend(names: Sequence[str]) -> Iterator[str]:
    at = MARGIN
    for number, name in enumerate(names if len(names) > 1 else ()):
        said = _cut(name or "none", 22)
        yield f'<rect x="{at}" y="80" width="12" height="12" fill="{COLOURS[number]}"/>'
        yield _text(at + 18, 91, said, size=13)
        at += 36 + round(7.2 * len(said))


def _bars(stacks: Sequence[Stack], top: int) -> Iterator[str]:
    most = max((one.whole for one in stacks), default=1)
    room = WIDTH - 2 * MARGIN - LABELS - 72
    for number, stack in enumerate(stacks):
        y, x = top + ROW * number, float(MARGIN + LABELS)
        yield _text(x - 10, y + 14, _cut(stack.label, LETTERS), size=13, anchor="end")
        for part, times in enumerate(stack.parts):
            width = room * times / most
            if times:
                yield f'<rect x="{x:.1f}" y="{y}" width="{width:.1f}" height="{BAR}" fill="{COLOURS[part]}"/>'
            x += width
        yield _text(x + 8, y + 14, f"{stack.whole:,}", size=13, fill=GREY)


def _columns(stacks: Sequence[Stack], top: int) -> Iterator[str]:
    most = max((one.whole for one in stacks), default=1)
    step = _step(most)
    high = step * -(-most // step)
    low, room = top + HEIGHT - 36, HEIGHT - 60
    left, right = MARGIN + 56, WIDTH - MARGIN
    for mark in range(0, high + 1, step):
        y = low - room * mark / high
        yield f'<line x1="{left}" y1="{y:.1f}" x2="{right}" y2="{y:.1f}" stroke="{LINE}"/>'
        yield _text(left - 10, y + 4, f"{mark:,}", size=12, fill=GREY, anchor="end")
    wide = (right - left) / max(len(stacks), 1)
    often = max(1, -(-len(stacks) // 16))
    for number, stack in enumerate(stacks):
        x, y = left + wide * number + wide * 0.15, float(low)
        for part, times in enumerate(stack.parts):
            tall = room * times / high
            y -= tall
            if times:
                yield (
                    f'<rect x="{x:.1f}" y="{y:.1f}" width="{wide * 0.7:.1f}" height="{tall:.1f}" '
                    f'fill="{COLOURS[part]}"/>'
                )
        if number % often == 0:
            yield _text(x + wide * 0.35, low + 20, stack.label, size=12, fill=GREY, anchor="middle")


def _step(most: int) -> int:
    """A round distance between lines, so that there are four to eight of them."""
    step = 1
    while most / step > 8:
        step = step * 5 // 2 if str(step)[0] == "2" else step * 2
    return step


def _cut(words: str, letters: int) -> str:
    return words if len(words) <= letters else words[: letters - 1].rstrip() + "…"


def _text(
    x: float, y: float, words: str, *, size: int = 14, fill: str = INK, anchor: str = "start", weight: int = 400
) -> str:
    where = f'x="{x:g}" y="{y:g}" font-size="{size}" fill="{fill}"'
    side = f' text-anchor="{anchor}"' if anchor != "start" else ""
    bold = f' font-weight="{weight}"' if weight > 400 else ""
    return f"<text {where}{side}{bold}>{as_text(words)}</text>"
