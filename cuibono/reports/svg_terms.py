"""A sum as steps: each term begins where the one before it ended, and the last bar is the sum."""

from collections.abc import Callable, Mapping

from cuibono.reports.svg_text import safe

Along = Callable[[float], float]
_WIDE, _LEFT, _RIGHT, _ROW, _BAR = 720.0, 128.0, 76.0, 34.0, 18.0


def draw(terms: Mapping[str, float], usual: Mapping[str, float], title: str) -> str:
    """Terms from first to last and their sum; a small mark shows what each term usually is."""
    total = sum(terms.values())
    steps, at = [], 0.0
    for name, value in terms.items():
        steps.append((name, at, at + value, usual.get(name)))
        at += value
    ends = [0.0, total, *(e for _, a, b, _ in steps for e in (a, b)), *(a + (u or 0) for _, a, _, u in steps)]
    low, high = min(ends), max(ends)
    scale = (_WIDE - _LEFT - _RIGHT) / max(high - low, 1e-9)

    def x(value: float) -> float:
        return _LEFT + (value - low) * scale

    body = [f'<line class="fig-zero" x1="{x(0):.1f}" x2="{x(0):.1f}" y1="0" y2="{_ROW * (len(steps) + 1):g}"/>']
    for number, (name, start, end, mean) in enumerate(steps):
        y = number * _ROW + 7
        body.append(_row(name, start, end, y, x, "term-down" if end < start else "term-up"))
        if mean is not None:
            usually = x(start + mean)
            ends_ = f'y1="{y - 4:g}" y2="{y + _BAR + 4:g}"'
            body.append(f'<line class="term-usual" x1="{usually:.1f}" x2="{usually:.1f}" {ends_}/>')
        body.append(
            f'<line class="term-step" x1="{x(end):.1f}" x2="{x(end):.1f}" y1="{y + _BAR:g}" y2="{y + _ROW:g}"/>'
        )
    body.append(_row("score", 0.0, total, len(steps) * _ROW + 7, x, "term-sum"))
    said = "; ".join(f"{name} {value:+.2f}" for name, value in terms.items())
    high_ = _ROW * (len(steps) + 1) + 6
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" class="figure terms" viewBox="0 0 {_WIDE:g} {high_:g}" '
        f'fill="currentColor" aria-label="{safe(title)}"><title>{safe(title)}</title>'
        f"<desc>{safe(said)}; sum {total:+.2f}</desc>{''.join(body)}</svg>"
    )


def _row(name: str, start: float, end: float, y: float, x: Along, kind: str) -> str:
    left, right = sorted((x(start), x(end)))
    return (
        f'<text class="term-name" x="0" y="{y + 13:g}">{safe(name)}</text>'
        f'<rect class="{kind}" x="{left:.1f}" y="{y:g}" width="{max(right - left, 1.5):.1f}" height="{_BAR:g}" rx="2"/>'
        f'<text class="term-value" x="{_WIDE:g}" y="{y + 13:g}" text-anchor="end">{end - start:+.2f}</text>'
    )
