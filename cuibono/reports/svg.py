"""A figure becomes a drawing: plain SVG, no script, no request, coloured by classes and attributes."""

from cuibono.model.figure import Figure
from cuibono.reports.amounts import amount, span
from cuibono.reports.svg_chain import chain
from cuibono.reports.svg_chain import spoken as spoken_chain
from cuibono.reports.svg_line import line
from cuibono.reports.svg_rows import CAP, bars, ranges
from cuibono.reports.svg_text import safe

_KINDS = {"bars": bars, "ranges": ranges, "line": line, "chain": chain}
_SPOKEN = {"bars": "Bars", "ranges": "Ranges side by side", "line": "Line over time"}
_FONT = "system-ui, -apple-system, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif"


def draw(figure: Figure, *, width: int = 680) -> str:
    """A figure as one ``<svg>`` element, readable at the given width in pixels.

    Below 480 pixels, labels stand above their bars instead of beside them: draw a figure twice and let
    the style sheet choose. Colours follow ``currentColor``, so the drawing works on light and dark paper;
    every part carries a class (``fig-bar``, ``fig-whisker``, ``fig-mark`` ...). The drawing has a title and a
    description for people who do not see it; the numbers themselves belong in a table beside it.
    Long lists are cut at twelve rows, the last one saying how many more there are.
    """
    body, height = _KINDS[figure.kind](figure, float(width))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" class="figure figure-{figure.kind}" '
        f'viewBox="0 0 {width} {height:g}" width="{width}" height="{height:g}" '
        f'font-family="{_FONT}" fill="currentColor" aria-label="{safe(figure.title)}">'
        f"<title>{safe(figure.title)}</title><desc>{safe(spoken(figure))}</desc>{''.join(body)}</svg>"
    )


def spoken(figure: Figure) -> str:
    """What the figure shows, in words, for people who do not see it."""
    if figure.kind == "chain":
        return spoken_chain(figure)
    parts = [f"{bar.label} {_said(bar.value, bar.low, bar.high, figure)}" for bar in figure.bars[:CAP]]
    if len(figure.bars) > CAP:
        parts.append(f"and {len(figure.bars) - CAP} more")
    mark = f" Threshold {amount(figure.mark, figure.unit)}." if figure.mark is not None else ""
    return f"{_SPOKEN[figure.kind]}: {'; '.join(parts)}.{mark}"


def _said(value: float, low: float | None, high: float | None, figure: Figure) -> str:
    between = span(low, high, figure.unit)
    if figure.kind == "ranges" and between:
        return between
    return f"{amount(value, figure.unit)} ({between})" if between else amount(value, figure.unit)
