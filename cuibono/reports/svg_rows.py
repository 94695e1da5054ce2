"""Rows of a drawing: bars with whiskers, and ranges of what each speaker says, one below the other."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from cuibono.model.figure import Bar, Figure
from cuibono.reports.amounts import amount, is_rate, span
from cuibono.reports.svg_scale import Scale, ends
from cuibono.reports.svg_text import fit, safe, width

CAP = 12
NARROW = 480
_SIZE, _SMALL = 14.0, 12.0
_HEAD, _FOOT = 22.0, 26.0
_INK = 'stroke="currentColor"'


@dataclass(frozen=True, slots=True)
class _Plan:
    """Where things stand in one drawing."""

    wide: float
    labels: float
    values: float
    row: float
    stacked: bool
    top: float
    rows: int

    @property
    def bottom(self) -> float:
        return self.top + self.row * self.rows

    def middle(self, index: int) -> float:
        """The height at which a row's bar lies."""
        shift = self.row - 14 if self.stacked else self.row / 2
        return self.top + self.row * index + shift


def bars(figure: Figure, wide: float) -> tuple[list[str], float]:
    """Bars from zero, with whiskers where a value has an interval; returns the parts and the height."""
    rows = shown(figure, summed=True)
    texts = [(amount(b.value, figure.unit), span(b.low, b.high, figure.unit)) for b in rows]
    plan = _plan(figure, rows, texts, wide)
    scale = _scale(figure, rows, plan, from_zero=True)
    parts = [*_grid(figure, plan, scale)]
    for i, bar in enumerate(rows):
        rest = len(figure.bars) > CAP and i == len(rows) - 1
        parts += [_open(bar, texts[i]), *_words(plan, i, bar, texts[i])]
        parts += [*_bar(plan, scale, i, bar, rest), *_whisker(plan, scale, i, bar), "</g>"]
    return [*parts, *_mark(figure, plan, scale)], plan.bottom + _FOOT


def ranges(figure: Figure, wide: float) -> tuple[list[str], float]:
    """What each speaker says as a range; where no value suits all, the gap between them is shaded."""
    rows = shown(figure, summed=False)
    texts = [(span(b.low, b.high, figure.unit) or amount(b.value, figure.unit), "") for b in rows]
    plan = _plan(figure, rows, texts, wide)
    scale = _scale(figure, rows, plan, from_zero=False)
    parts = [*_gap(figure, plan, scale), *_grid(figure, plan, scale)]
    for i, bar in enumerate(rows):
        parts += [_open(bar, texts[i]), *_words(plan, i, bar, texts[i]), *_range(plan, scale, i, bar), "</g>"]
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
    second = any(b.note for b in rows) or any(low for _, low in texts)
    labels = max((max(width(b.label, _SIZE), width(b.note, _SMALL)) for b in rows), default=0.0)
    values = max((max(width(v, _SIZE), width(s, _SMALL)) for v, s in texts), default=0.0)
    top = _HEAD if figure.mark is not None else 4.0
    if stacked:
        return _Plan(wide, 0.0, 0.0, 58.0 if second else 44.0, True, top, len(rows))
    row = 42.0 if second else 30.0
    return _Plan(wide, min(labels + 14, wide * 0.36), min(values + 14, wide * 0.28), row, False, top, len(rows))


def _scale(figure: Figure, rows: list[Bar], plan: _Plan, *, from_zero: bool) -> Scale:
    values = [v for b in rows for v in (*_ends(b), b.value) if math.isfinite(v)]
    if figure.mark is not None:
        values.append(figure.mark)
    top = (1.0 if max(values, default=0.0) <= 1 else 100.0) if is_rate(figure.unit) else None
    low, high = ends(values, from_zero=from_zero, top=top)
    return Scale(low, high, plan.labels + 1, plan.wide - plan.values - 1)


def _grid(figure: Figure, plan: _Plan, scale: Scale) -> Iterator[str]:
    """Light lines at round numbers, labelled below as long as the labels do not touch."""
    taken = -math.inf
    for tick in scale.ticks(4 if plan.stacked else 5):
        x, text = scale.at(tick), amount(tick, figure.unit if is_rate(figure.unit) else _plain(figure.unit))
        strong = 0.55 if tick == 0 else 0.14
        yield (
            f'<line class="fig-grid" x1="{x:g}" y1="{plan.top:g}" x2="{x:g}" y2="{plan.bottom:g}" '
            f'{_INK} stroke-opacity="{strong}"/>'
        )
        half = width(text, _SMALL) / 2
        centre = min(max(x, half), plan.wide - half)
        if centre - half > taken + 6:
            yield _text("fig-tick", text, centre, plan.bottom + 18, _SMALL, "middle", soft=True)
            taken = centre + half


def _words(plan: _Plan, i: int, bar: Bar, texts: tuple[str, str]) -> Iterator[str]:
    """Label and note on the left, value and interval on the right; above the bar where it is narrow."""
    value, interval = texts
    label_room = plan.wide - width(value, _SIZE) - 12 if plan.stacked else plan.labels - 12
    note_room = plan.wide - width(interval, _SMALL) - 12 if plan.stacked else plan.labels - 12
    y = plan.top + plan.row * i + 16 if plan.stacked else plan.middle(i) + 5
    lower = y + 16 if plan.stacked else y + 9
    second = bool(bar.note or interval)
    upper = y if plan.stacked or not second else y - 7
    yield _text("fig-label", fit(bar.label, label_room, _SIZE), 0, upper if bar.note else y, _SIZE, "start")
    yield _text("fig-value", value, plan.wide, upper if interval else y, _SIZE, "end", bold=True)
    if bar.note:
        yield _text("fig-note", fit(bar.note, note_room, _SMALL), 0, lower, _SMALL, "start", soft=True)
    if interval:
        yield _text("fig-note", interval, plan.wide, lower, _SMALL, "end", soft=True)


def _bar(plan: _Plan, scale: Scale, i: int, bar: Bar, rest: bool) -> Iterator[str]:
    if not math.isfinite(bar.value):
        return
    zero, x = scale.at(0.0), scale.at(bar.value)
    left, long, thick = min(zero, x), max(abs(x - zero), 1.5), 10.0 if plan.stacked else 14.0
    look = 'class="fig-bar fig-rest" fill-opacity="0.4"' if rest else 'class="fig-bar"'
    yield (
        f'<rect {look} fill="#4f7c8c" x="{left:g}" y="{plan.middle(i) - thick / 2:g}" '
        f'width="{long:.2f}" height="{thick:g}" rx="1.5"/>'
    )


def _whisker(plan: _Plan, scale: Scale, i: int, bar: Bar) -> Iterator[str]:
    """A line over the interval with a stop at each end that is known."""
    known = [e for e in (bar.low, bar.high) if e is not None and math.isfinite(e)]
    if not known:
        return
    y = plan.middle(i)
    low = scale.at(bar.low if bar.low is not None and math.isfinite(bar.low) else bar.value)
    high = scale.at(bar.high if bar.high is not None and math.isfinite(bar.high) else bar.value)
    stops = "".join(f"M{scale.at(e):g} {y - 5:g}v10" for e in known)
    yield f'<path class="fig-whisker" fill="none" {_INK} stroke-width="1.5" d="M{low:g} {y:g}H{high:g}{stops}"/>'


def _range(plan: _Plan, scale: Scale, i: int, bar: Bar) -> Iterator[str]:
    """A thick line from end to end; a dot where one figure is said; an arrow where an end is open."""
    known = _ends(bar)
    if not known:
        return
    y, low, high = plan.middle(i), scale.at(min(known)), scale.at(max(known))
    if high - low < 1:
        yield f'<circle class="fig-dot" fill="#4f7c8c" cx="{low:g}" cy="{y:g}" r="6"/>'
    else:
        yield (
            f'<line class="fig-range" stroke="#4f7c8c" stroke-width="9" stroke-linecap="round" '
            f'x1="{low + 4:g}" y1="{y:g}" x2="{high - 4:g}" y2="{y:g}"/>'
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
        f'<line class="fig-mark" stroke="#b4502f" stroke-width="1.5" stroke-dasharray="5 3" '
        f'x1="{x:g}" y1="{plan.top - 4:g}" x2="{x:g}" y2="{plan.bottom:g}"/>'
    )
    centre = min(max(x, half), plan.wide - half)
    yield _text("fig-mark-text", text, centre, plan.top - 9, _SMALL, "middle", colour="#b4502f")


def _ends(bar: Bar) -> list[float]:
    ends_known = [e for e in (bar.low, bar.high) if e is not None and math.isfinite(e)]
    return ends_known or ([bar.value] if math.isfinite(bar.value) else [])


def _open(bar: Bar, texts: tuple[str, str]) -> str:
    said = ", ".join(t for t in (bar.label, bar.note, *texts) if t)
    return f"<g><title>{safe(said)}</title>"


def _plain(unit: str) -> str:
    return unit if unit.lower().startswith("year") else ""


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
