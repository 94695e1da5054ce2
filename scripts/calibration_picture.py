"""The calibration curve as a small picture: confidence against how often it was right, with intervals."""

from collections.abc import Sequence
from math import sqrt

_W, _H, _L, _B = 420, 320, 56, 44
_Z = 1.96


def curve(bins: Sequence[tuple[float, float, int, int, float]]) -> str:
    """SVG of one point a bin at its mean confidence, with Wilson's interval at 95 % and the diagonal."""
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_W} {_H}" width="{_W}" height="{_H}" role="img" '
        'font-family="sans-serif" font-size="12" fill="#222">',
        "<title>Share of right ties by confidence, on documents that were held out</title>",
        f'<rect width="{_W}" height="{_H}" fill="#ffffff"/>',
        _line(0, 0, 1, 1, "#999999", dash=True),
    ]
    for tick in (0, 0.25, 0.5, 0.75, 1):
        parts.append(_line(tick, 0, tick, 1, "#eeeeee"))
        parts.append(_line(0, tick, 1, tick, "#eeeeee"))
        parts.append(f'<text x="{_x(tick):.0f}" y="{_y(0) + 16:.0f}" text-anchor="middle">{tick:g}</text>')
        parts.append(f'<text x="{_x(0) - 6:.0f}" y="{_y(tick) + 4:.0f}" text-anchor="end">{tick:g}</text>')
    for _, _, count, right, mean in bins:
        low, high = _interval(right, count)
        parts.append(_line(mean, low, mean, high, "#1f6f8b"))
        parts.append(
            f'<circle cx="{_x(mean):.1f}" cy="{_y(right / count):.1f}" r="4" fill="#1f6f8b">'
            f"<title>{right} of {count} right at a mean confidence of {mean:.2f}</title></circle>"
        )
    parts.append(f'<text x="{_x(0.5):.0f}" y="{_H - 8}" text-anchor="middle">confidence</text>')
    middle = f"{_y(0.5):.0f}"
    turned = f'text-anchor="middle" transform="rotate(-90 14 {middle})"'
    parts.append(f'<text x="14" y="{middle}" {turned}>share right</text>')
    return "\n".join(parts) + "\n</svg>\n"


def _interval(right: int, count: int) -> tuple[float, float]:
    p, z = right / count, _Z
    half = z * sqrt(p * (1 - p) / count + z * z / (4 * count * count))
    return (p + z * z / (2 * count) - half) / (1 + z * z / count), (p + z * z / (2 * count) + half) / (
        1 + z * z / count
    )


def _x(value: float) -> float:
    return _L + value * (_W - _L - 16)


def _y(value: float) -> float:
    return _H - _B - value * (_H - _B - 16)


def _line(x1: float, y1: float, x2: float, y2: float, colour: str, *, dash: bool = False) -> str:
    dashes = ' stroke-dasharray="4 4"' if dash else ""
    return (
        f'<line x1="{_x(x1):.1f}" y1="{_y(y1):.1f}" x2="{_x(x2):.1f}" y2="{_y(y2):.1f}" stroke="{colour}"'
        f' stroke-width="1.5"{dashes}/>'
    )
