"""Estimates with their intervals, each beside the truth where it is known: an audit of something simulated."""

from collections.abc import Sequence
from dataclasses import dataclass

from cuibono.reports.svg_text import safe

_WIDE, _LEFT, _RIGHT, _ROW, _FOOT = 760.0, 130.0, 20.0, 28.0, 46.0


@dataclass(frozen=True, slots=True)
class Row:
    """One estimate: its interval, whether it is called, and what is true (None: not one number)."""

    label: str
    value: float
    low: float
    high: float
    called: bool
    truth: float | None


def draw(rows: Sequence[Row], title: str, unit: str) -> str:
    """A dot with its interval for each row, filled where it is called, and a diamond where the truth lies."""
    ends = [0.0, *(v for r in rows for v in (r.low, r.high, r.truth or 0.0))]
    low, high = min(ends), max(ends)
    room = 0.06 * (high - low or 1)
    low, high = low - room, high + room
    scale = (_WIDE - _LEFT - _RIGHT) / (high - low)

    def x(value: float) -> float:
        return _LEFT + (value - low) * scale

    foot = len(rows) * _ROW + 8
    body = [f'<line class="fig-zero" x1="{x(0):.1f}" x2="{x(0):.1f}" y1="0" y2="{foot:g}"/>']
    for tick in _ticks(low, high):
        body.append(f'<text class="est-tick" x="{x(tick):.1f}" y="{foot + 14:g}" text-anchor="middle">{tick:g}</text>')
    for number, row in enumerate(rows):
        y = number * _ROW + 16
        kind = "est-called" if row.called else "est-quiet"
        said = f"{row.label}: {row.value:+.2f}, {row.low:+.2f} to {row.high:+.2f}"
        body.append(
            f'<g class="{kind}"><title>{safe(said)}</title>'
            f'<text class="est-name" x="0" y="{y + 4.5:g}">{safe(row.label)}</text>'
            f'<line class="est-range" x1="{x(row.low):.1f}" x2="{x(row.high):.1f}" y1="{y:g}" y2="{y:g}"/>'
            f'<circle class="est-dot" cx="{x(row.value):.1f}" cy="{y:g}" r="5.5"/></g>'
        )
        if row.truth is not None:
            at = x(row.truth)
            body.append(f'<path class="est-truth" d="M{at:.1f} {y - 8:g}l7 8l-7 8l-7 -8z"/>')
    body.append(
        f'<text class="est-tick" x="{_WIDE - _RIGHT:g}" y="{foot + 30:g}" text-anchor="end">{safe(unit)}</text>'
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" class="figure estimates" '
        f'viewBox="0 0 {_WIDE:g} {foot + _FOOT:g}" aria-label="{safe(title)}"><title>{safe(title)}</title>'
        f"{''.join(body)}</svg>"
    )


def _ticks(low: float, high: float) -> list[float]:
    """Round numbers along the axis, at most eight."""
    step = next(s for s in (0.05, 0.1, 0.25, 0.5, 1.0, 2.0, 5.0, 1e9) if (high - low) / s <= 8)
    return [round(n * step, 2) for n in range(int(low / step) - 1, int(high / step) + 2) if low <= n * step <= high]
