"""Rows of a drawing: bars with whiskers, and ranges of what each speaker says, one below the other."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from cuibono.model.figure import Bar, Figure
from cuibono.reports.amounts import amount, is_rate, is_year, repeats, span
from cuibono.reports.svg_scale import Scale, ends
from cuibono.reports.svg_text import broken, fit, safe, width

CAP = 12
NARROW = 480
_SIZE, _SMALL = 14.0, 12.0
_BOLD = 1.08
#: An interval of fewer pixels would be a blot; it stands in words beside the bar anyway.
_SHORTEST = 5.0
_HEAD, _FOOT = 22.0, 26.0
_INK = 'stroke="currentColor"'


@dataclass(frozen=True, slots=True)
class _Row:
    """One row: its words on the left and on the right, its top, its height, where its bar lies."""

    bar: Bar
    left: tuple[str, ...]
    soft: str
    right: str
    right_soft: str
    top: float
    height: float
    middle: float
    rest: bool = False


@dataclass(frozen=True, slots=True)
class _Plan:
    """Where things stand in one drawing; ``stacked`` when labels stand above their bars."""

    wide: float
    labels: float
    values: float
    stacked: bool
    top: float
    bottom: float
    rows: tuple[_Row, ...]


def bars(figure: Figure, wide: float) -> tuple[list[str], float]:
    """Bars from zero, with whiskers where a value has an interval; returns the parts and the height."""
    rows = shown(figure, summed=True)
    texts = [(amount(b.value, figure.unit), span(b.low, b.high, figure.unit)) for b in rows]
    plan = _plan(figure, rows, texts, wide)
    scale = _scale(figure, rows, plan, from_zero=True)
    parts = [*_grid(figure, plan, scale)]
    for row in plan.rows:
        parts += [_open(row), *_words(plan, row), *_bar(plan, scale, row), *_whisker(scale, row), "</g>"]
    return [*parts, *_mark(figure, plan, scale)], plan.bottom + _FOOT


def ranges(figure: Figure, wide: float) -> tuple[list[str], float]:
    """What each speaker says as a range; where no value suits all, the gap between them is shaded."""
    rows = shown(figure, summed=False)
    texts = [(span(b.low, b.high, figure.unit) or amount(b.value, figure.unit), "") for b in rows]
    plan = _plan(figure, rows, texts, wide)
    scale = _scale(figure, rows, plan, from_zero=False)
    parts = [*_gap(figure, plan, scale), *_grid(figure, plan, scale)]
    for row in plan.rows:
        parts += [_open(row), *_words(plan, row), *_range(scale, row), "</g>"]
    return [*parts, *_mark(figure, plan, scale)], plan.bottom + _FOOT


def shown(figure: Figure, *, summed: bool) -> list[Bar]:
    """The rows that are drawn: all up to the cap, else the first ones and one row for the rest.

    The row for the rest carries the sum of the values, or with ``summed=False`` the span that they cover.
    """
    if len(figure.bars) <= CAP:
        return list(figure.bars)
    kept, rest = figure.bars[: CAP - 1], figure.bars[CAP - 1 :]
    label = f"and {len(rest):,} more"
    if summed:
        total = math.fsum(b.value for b in rest if math.isfinite(b.value))
        return [*kept, Bar(label, total, note="taken together")]
    known = [e for b in rest for e in _ends(b)]
    low, high = (min(known), max(known)) if known else (None, None)
    return [*kept, Bar(label, math.nan, low, high, "all that they say")]


def _plan(figure: Figure, rows: list[Bar], texts: list[tuple[str, str]], wide: float) -> _Plan:
    stacked = wide < NARROW
    labels = max((max(width(b.label, _SIZE), width(b.note, _SMALL)) for b in rows), default=0.0)
    values = max((max(width(v, _SIZE) * _BOLD, width(s, _SMALL)) for v, s in texts), default=0.0)
    room = (0.0, 0.0) if stacked else (min(labels + 14, wide * 0.36), min(values + 16, wide * 0.3))
    top = bottom = _HEAD if figure.mark is not None else 4.0
    planned = []
    for i, (bar, said) in enumerate(zip(rows, texts, strict=True)):
        rest = len(figure.bars) > CAP and i == len(rows) - 1
        row = _row(bar, said, bottom, wide if stacked else room[0] - 12, stacked, rest)
        planned.append(row)
        bottom += row.height
    return _Plan(wide, *room, stacked, top, bottom, tuple(planned))


def _row(bar: Bar, said: tuple[str, str], top: float, room: float, stacked: bool, rest: bool) -> _Row:
    """A row as high as its words need: a long label takes two lines where no note stands below it."""
    value, interval = said
    note = "" if repeats(bar.note, value) else bar.note
    if stacked:
        left: tuple[str, ...] = (fit(bar.label, room - width(value, _SIZE) * _BOLD - 12, _SIZE),)
        soft = fit(note, room - width(interval, _SMALL) - 12, _SMALL)
        height = 60.0 if soft or interval else 44.0
        return _Row(bar, left, soft, value, interval, top, height, top + height - 15, rest)
    left = broken(bar.label, room, _SIZE)
    soft = fit(note, room, _SMALL)
    lines = max(len(left) + bool(soft), 1 + bool(interval))
    height = 14.0 + 16.0 * lines if lines > 1 else 30.0
    return _Row(bar, left, soft, value, interval, top, height, top + height / 2, rest)


def _scale(figure: Figure, rows: list[Bar], plan: _Plan, *, from_zero: bool) -> Scale:
    values = [v for b in rows for v in (*_ends(b), b.value) if math.isfinite(v)]
    if figure.mark is not None:
        values.append(figure.mark)
    top = (1.0 if max(values, default=0.0) <= 1 else 100.0) if is_rate(figure.unit) else None
    low, high = ends(values, from_zero=from_zero, top=top)
    inset = 1.0 if from_zero else 8.0
    return Scale(low, high, plan.labels + inset, plan.wide - plan.values - inset)


def _grid(figure: Figure, plan: _Plan, scale: Scale) -> Iterator[str]:
    """Light lines at round numbers, labelled below as long as the labels do not touch.

    Where labels stand above the bars, the lines run behind the bars only and leave the words alone.
    """
    taken = -math.inf
    for tick in scale.ticks(4 if plan.stacked else 5):
        x, text = scale.at(tick), amount(tick, figure.unit if is_rate(figure.unit) or is_year(figure.unit) else "")
        path = _upright(plan, x, plan.top)
        strong = 0.55 if tick == 0 else 0.14
        yield f'<path class="fig-grid" fill="none" {_INK} stroke-opacity="{strong}" d="{path}"/>'
        half = width(text, _SMALL) / 2
        centre = min(max(x, half), plan.wide - half)
        if centre - half > taken + 6:
            yield _text("fig-tick", text, centre, plan.bottom + 18, _SMALL, "middle", soft=True)
            taken = centre + half


def _upright(plan: _Plan, x: float, top: float) -> str:
    """A line from top to bottom; in pieces behind the bars where labels stand above them."""
    pieces = [(r.middle - 9, r.middle + 9) for r in plan.rows] if plan.stacked else [(top, plan.bottom)]
    return "".join(f"M{x:g} {y:g}V{end:g}" for y, end in pieces)


def _words(plan: _Plan, row: _Row) -> Iterator[str]:
    """Label and note on the left, value and interval on the right; above the bar where it is narrow."""
    for words, x, anchor in (((*row.left, row.soft), 0.0, "start"), ((row.right, row.right_soft), plan.wide, "end")):
        lines = [w for w in words if w]
        y = row.top + 16 if plan.stacked else row.middle + 5 - 8 * (len(lines) - 1)
        for line in lines:
            soft = line is words[-1]
            size = _SMALL if soft else _SIZE
            name = "fig-note" if soft else "fig-label" if anchor == "start" else "fig-value"
            yield _text(name, line, x, y, size, anchor, soft=soft, bold=anchor == "end" and not soft)
            y += 16


def _bar(plan: _Plan, scale: Scale, row: _Row) -> Iterator[str]:
    if not math.isfinite(row.bar.value):
        return
    zero, x = scale.at(0.0), scale.at(row.bar.value)
    left, long, thick = min(zero, x), max(abs(x - zero), 1.5), 10.0 if plan.stacked else 14.0
    look = 'class="fig-bar fig-rest" fill-opacity="0.4"' if row.rest else 'class="fig-bar"'
    yield (
        f'<rect {look} fill="#5f8898" x="{left:g}" y="{row.middle - thick / 2:g}" '
        f'width="{long:.2f}" height="{thick:g}" rx="1.5"/>'
    )


def _whisker(scale: Scale, row: _Row) -> Iterator[str]:
    """A line over the interval with a stop at each end that is known."""
    bar, y = row.bar, row.middle
    known = [e for e in (bar.low, bar.high) if e is not None and math.isfinite(e)]
    if not known:
        return
    low = scale.at(bar.low if bar.low is not None and math.isfinite(bar.low) else bar.value)
    high = scale.at(bar.high if bar.high is not None and math.isfinite(bar.high) else bar.value)
    stops = "".join(f"M{scale.at(e):g} {y - 5:g}v10" for e in known)
    if abs(high - low) < _SHORTEST and len(known) == 2:
        return
    yield f'<path class="fig-whisker" fill="none" {_INK} stroke-width="1.5" d="M{low:g} {y:g}H{high:g}{stops}"/>'


def _range(scale: Scale, row: _Row) -> Iterator[str]:
    """A thick line from end to end; a dot where one figure is said; an arrow where an end is open."""
    bar, y, known = row.bar, row.middle, _ends(row.bar)
    if not known:
        return
    low, high = scale.at(min(known)), scale.at(max(known))
    if high - low < 1:
        yield f'<circle class="fig-dot" fill="#5f8898" cx="{low:g}" cy="{y:g}" r="6"/>'
    else:
        yield (
            f'<line class="fig-range" stroke="#5f8898" stroke-width="9" stroke-linecap="round" '
            f'x1="{min(low + 4.5, high):g}" y1="{y:g}" x2="{max(high - 4.5, low):g}" y2="{y:g}"/>'
        )
    if bar.low is None and bar.high is not None:
        yield f'<path class="fig-open" fill="none" {_INK} d="M{low - 8:g} {y:g}l-7 0m4 -4l-4 4l4 4"/>'
    if bar.high is None and bar.low is not None:
        yield f'<path class="fig-open" fill="none" {_INK} d="M{high + 8:g} {y:g}l7 0m-4 -4l4 4l-4 4"/>'


def _gap(figure: Figure, plan: _Plan, scale: Scale) -> Iterator[str]:
    """The stretch between the lowest upper end and the highest lower end, when no value suits all."""
    lows = [min(_ends(b)) for b in figure.bars if _ends(b)]
    highs = [max(_ends(b)) for b in figure.bars if _ends(b)]
    if len(lows) < 2 or max(lows) <= min(highs):
        return
    left, right = scale.at(min(highs)), scale.at(max(lows))
    yield (
        f'<rect class="fig-gap" fill="#b4502f" fill-opacity="0.12" x="{left:g}" y="{plan.top:g}" '
        f'width="{max(right - left, 1):g}" height="{plan.bottom - plan.top:g}"/>'
    )


def _mark(figure: Figure, plan: _Plan, scale: Scale) -> Iterator[str]:
    if figure.mark is None or not math.isfinite(figure.mark):
        return
    x, text = scale.at(figure.mark), f"threshold {amount(figure.mark, figure.unit)}"
    half = width(text, _SMALL) / 2
    yield (
        f'<path class="fig-mark" fill="none" stroke="#b4502f" stroke-width="1.5" stroke-dasharray="5 3" '
        f'd="{_upright(plan, x, plan.top - 4)}"/>'
    )
    centre = min(max(x, half), plan.wide - half)
    yield _text("fig-mark-text", text, centre, plan.top - 9, _SMALL, "middle", colour="#b4502f")


def _ends(bar: Bar) -> list[float]:
    ends_known = [e for e in (bar.low, bar.high) if e is not None and math.isfinite(e)]
    return ends_known or ([bar.value] if math.isfinite(bar.value) else [])


def _open(row: _Row) -> str:
    said = ", ".join(t for t in (row.bar.label, row.bar.note, row.right, row.right_soft) if t)
    return f"<g><title>{safe(said)}</title>"


def _text(
    name: str,
    text: str,
    x: float,
    y: float,
    size: float,
    anchor: str,
    *,
    soft: bool = False,
    bold: bool = False,
    colour: str = "",
) -> str:
    """One text element; every drawing writes its words through here."""
    look = ' fill-opacity="0.72"' if soft else ""
    look += ' font-weight="600"' if bold else ""
    look += f' fill="{colour}"' if colour else ""
    return (
        f'<text class="{name}" x="{x:g}" y="{y:g}" font-size="{size:g}" '
        f'text-anchor="{anchor}"{look}>{safe(text)}</text>'
    )
