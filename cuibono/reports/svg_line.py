"""A line over time: points in order, a band for the interval, a threshold across."""

import math
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from cuibono.model.figure import Bar, Figure
from cuibono.reports.amounts import amount, is_rate
from cuibono.reports.svg_scale import Scale, ends
from cuibono.reports.svg_text import safe, width

POINTS = 400
_SMALL = 12.0
_TOP, _FOOT = 22.0, 30.0
_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?|-?[Qq]([1-4]))?$")


def line(figure: Figure, wide: float) -> tuple[list[str], float]:
    """Points joined in order; labels that are dates are spaced by time; returns parts and height."""
    points = thinned([b for b in figure.bars if math.isfinite(b.value)], POINTS)
    height = 260.0 if wide >= 480 else 220.0
    upright = _upright(figure, points, height)
    ticks = upright.ticks(4)
    names = [amount(t, figure.unit if is_rate(figure.unit) else "") for t in ticks]
    margin = max((width(n, _SMALL) for n in names), default=20.0) + 10
    along = Scale(0.0, 1.0, margin, wide - 12)
    xs = [along.at(p) for p in spread([b.label for b in points])]
    parts = [*_grid(zip(ticks, names, strict=True), upright, margin, wide)]
    parts += [*_band(points, xs, upright), *_path(points, xs, upright), *_dots(points, xs, upright, figure)]
    parts += [*_times(points, xs, wide, height), *_mark(figure, upright, margin, wide)]
    return parts, height


def spread(labels: Sequence[str]) -> list[float]:
    """Places from 0 to 1: by time when every label is a date in order, else evenly."""
    if len(labels) < 2:
        return [0.5] * len(labels)
    times = [_year(label) for label in labels]
    known = [t for t in times if t is not None]
    in_order = len(known) == len(labels) and all(a < b for a, b in pairwise(known))
    if not in_order:
        return [i / (len(labels) - 1) for i in range(len(labels))]
    return [(t - known[0]) / (known[-1] - known[0]) for t in known]


def thinned(points: list[Bar], most: int) -> list[Bar]:
    """At most about so many points; of each stretch the lowest and the highest stay, so no peak is lost."""
    if len(points) <= most:
        return points
    size = math.ceil(len(points) / (most / 2))
    kept: list[int] = []
    for start in range(0, len(points), size):
        stretch = range(start, min(start + size, len(points)))
        kept += {min(stretch, key=lambda i: points[i].value), max(stretch, key=lambda i: points[i].value)}
    return [points[i] for i in sorted({0, len(points) - 1, *kept})]


def _year(label: str) -> float | None:
    """A date as a fractional year; quarters are understood, anything else is None."""
    found = _DAY.match(label.strip())
    if not found:
        return None
    year, month, day, quarter = (int(g) if g else 0 for g in found.groups())
    if quarter:
        month = quarter * 3 - 2
    return year + max(month - 1, 0) / 12 + max(day - 1, 0) / 372


def _upright(figure: Figure, points: list[Bar], height: float) -> Scale:
    values = [v for b in points for v in (b.value, b.low, b.high) if v is not None and math.isfinite(v)]
    if figure.mark is not None:
        values.append(figure.mark)
    top = (1.0 if max(values, default=0.0) <= 1 else 100.0) if is_rate(figure.unit) else None
    near_zero = bool(values) and min(values) >= 0 and min(values) < 0.6 * max(values)
    low, high = ends(values, from_zero=near_zero or not values, top=top)
    return Scale(low, high, height - _FOOT, _TOP)


def _grid(ticks: "zip[tuple[float, str]]", upright: Scale, margin: float, wide: float) -> Iterator[str]:
    for tick, name in ticks:
        y = upright.at(tick)
        strong = 0.55 if tick == 0 else 0.14
        yield (
            f'<line class="fig-grid" x1="{margin:g}" y1="{y:g}" x2="{wide:g}" y2="{y:g}" '
            f'stroke="currentColor" stroke-opacity="{strong}"/>'
            f'<text class="fig-tick" x="{margin - 8:g}" y="{y + 4:g}" font-size="{_SMALL:g}" '
            f'text-anchor="end" fill-opacity="0.72">{safe(name)}</text>'
        )


def _band(points: list[Bar], xs: list[float], upright: Scale) -> Iterator[str]:
    """The interval as an area, over the points that have one."""
    having = [(x, b.low, b.high) for x, b in zip(xs, points, strict=True) if b.low is not None and b.high is not None]
    if len(having) < 2:
        return
    over = [f"{x:g},{upright.at(high):g}" for x, _, high in having]
    under = [f"{x:g},{upright.at(low):g}" for x, low, _ in reversed(having)]
    yield f'<polygon class="fig-band" fill="#5f8898" fill-opacity="0.2" points="{" ".join(over + under)}"/>'


def _path(points: list[Bar], xs: list[float], upright: Scale) -> Iterator[str]:
    steps = " ".join(f"{x:g},{upright.at(b.value):g}" for x, b in zip(xs, points, strict=True))
    yield (
        f'<polyline class="fig-line" fill="none" stroke="#5f8898" stroke-width="2.25" '
        f'stroke-linejoin="round" points="{steps}"/>'
    )


def _dots(points: list[Bar], xs: list[float], upright: Scale, figure: Figure) -> Iterator[str]:
    if len(points) > 60:
        return
    for x, bar in zip(xs, points, strict=True):
        said = safe(", ".join(t for t in (bar.label, amount(bar.value, figure.unit), bar.note) if t))
        yield (
            f'<circle class="fig-dot" fill="#5f8898" cx="{x:g}" cy="{upright.at(bar.value):g}" r="3.5">'
            f"<title>{said}</title></circle>"
        )


def _times(points: list[Bar], xs: list[float], wide: float, height: float) -> Iterator[str]:
    """Labels below, first and last always, others where they do not touch."""
    last_half = width(points[-1].label, _SMALL) / 2 if points else 0.0
    limit = min(xs[-1], wide - last_half) - last_half - 10 if points else 0.0
    taken = -math.inf
    for i, (x, bar) in enumerate(zip(xs, points, strict=True)):
        half = width(bar.label, _SMALL) / 2
        centre = min(max(x, half), wide - half)
        last = i == len(points) - 1
        if centre - half > taken + 10 and (last or centre + half < limit):
            taken = centre + half
            yield (
                f'<text class="fig-tick" x="{centre:g}" y="{height - 8:g}" font-size="{_SMALL:g}" '
                f'text-anchor="middle" fill-opacity="0.72">{safe(bar.label)}</text>'
            )


def _mark(figure: Figure, upright: Scale, margin: float, wide: float) -> Iterator[str]:
    if figure.mark is None or not math.isfinite(figure.mark):
        return
    y = upright.at(figure.mark)
    yield (
        f'<line class="fig-mark" stroke="#b4502f" stroke-width="1.5" stroke-dasharray="5 3" '
        f'x1="{margin:g}" y1="{y:g}" x2="{wide:g}" y2="{y:g}"/>'
        f'<text class="fig-mark-text" x="{wide:g}" y="{y - 6:g}" font-size="{_SMALL:g}" text-anchor="end" '
        f'fill="#b4502f">{safe(f"threshold {amount(figure.mark, figure.unit)}")}</text>'
    )
