"""A chain of boxes and arrows, from top to bottom: who is tied to whom, and how."""

from cuibono.model.figure import Figure, Hop
from cuibono.reports.svg_text import broken, fit, safe, width

#: So many steps are drawn; a longer chain says how many more there are.
LONGEST = 12
_SIZE, _SMALL = 14.0, 12.0
_BOX, _GAP, _PAD, _LEFT = 30.0, 52.0, 12.0, 24.0
_INK = 'stroke="currentColor"'


def chain(figure: Figure, wide: float) -> tuple[list[str], float]:
    """Boxes one below the other with an arrow between each two; returns the parts and the height."""
    hops = figure.hops[:LONGEST]
    parts: list[str] = []
    top = 2.0
    if hops:
        parts += _box(hops[0].one, "", top, wide, strong=True)
    for number, hop in enumerate(hops):
        below = top + _BOX
        parts += _arrow(hop, below, wide)
        top = below + _GAP
        parts += _box(hop.other, hop.aside, top, wide, strong=number == len(figure.hops) - 1)
    height = top + _BOX + 2
    if len(figure.hops) > LONGEST:
        more = f"and {len(figure.hops) - LONGEST} more steps"
        parts.append(_text("fig-note", more, _LEFT + 14, height + 16, _SMALL, soft=True))
        height += 24
    return parts, height


def spoken(figure: Figure) -> str:
    """The chain in words."""
    steps = [
        f"{h.one} {'from' if h.back else 'to'} {h.other}: {', '.join(w for w in (h.label, h.note, h.aside) if w)}"
        for h in figure.hops[:LONGEST]
    ]
    more = f"; and {len(figure.hops) - LONGEST} more" if len(figure.hops) > LONGEST else ""
    return f"Chain: {'; '.join(steps)}{more}."


def _box(label: str, aside: str, top: float, wide: float, *, strong: bool) -> list[str]:
    room = wide - 2 * _PAD - 4
    note = fit(aside, room * 0.45, _SMALL) if aside else ""
    name = fit(label, room - (width(note, _SMALL) + 12 if note else 0), _SIZE)
    long = min(wide - 2, width(name, _SIZE) * (1.08 if strong else 1.0) + 2 * _PAD)
    thick = 1.8 if strong else 1.0
    parts = [
        f"<g><title>{safe(f'{label}, {aside}' if aside else label)}</title>",
        f'<rect class="fig-box" fill="#5f8898" fill-opacity="{0.16 if strong else 0.06}" {_INK} '
        f'stroke-opacity="0.5" stroke-width="{thick:g}" x="1" y="{top:g}" width="{long:.1f}" height="{_BOX:g}" '
        'rx="4"/>',
        _text("fig-label", name, _PAD, top + 20, _SIZE, bold=strong),
    ]
    if note:
        parts.append(_text("fig-note", note, long + 10, top + 20, _SMALL, soft=True))
    return [*parts, "</g>"]


def _arrow(hop: Hop, top: float, wide: float) -> list[str]:
    start, end = top + 3, top + _GAP - 3
    dots = "" if hop.sure else ' stroke-dasharray="2 4"'
    tip, turn = (start, 1) if hop.back else (end, -1)
    room = wide - _LEFT - 16
    lines = list(broken(hop.label, room, _SMALL))
    if hop.note and len(lines) < 2:
        lines.append(fit(hop.note, room, _SMALL))
    middle = (start + end) / 2 + 4 - 8 * (len(lines) - 1)
    words = [
        _text("fig-label" if i == 0 else "fig-note", line, _LEFT + 14, middle + 16 * i, _SMALL, soft=i > 0)
        for i, line in enumerate(lines)
    ]
    said = f"{hop.one} to {hop.other}: {hop.label}{', ' + hop.note if hop.note else ''}"
    return [
        f"<g><title>{safe(said)}</title>",
        f'<path class="fig-arrow{"" if hop.sure else " fig-unsure"}" fill="none" {_INK} stroke-width="1.5"{dots} '
        f'd="M{_LEFT:g} {start:g}V{end:g}"/>',
        f'<path class="fig-tip" fill="none" {_INK} stroke-width="1.5" '
        f'd="M{_LEFT - 5:g} {tip + 7 * turn:g}L{_LEFT:g} {tip:g}L{_LEFT + 5:g} {tip + 7 * turn:g}"/>',
        *words,
        "</g>",
    ]


def _text(name: str, text: str, x: float, y: float, size: float, *, soft: bool = False, bold: bool = False) -> str:
    look = ' fill-opacity="0.72"' if soft else ""
    look += ' font-weight="600"' if bold else ""
    return f'<text class="{name}" x="{x:g}" y="{y:g}" font-size="{size:g}"{look}>{safe(text)}</text>'
