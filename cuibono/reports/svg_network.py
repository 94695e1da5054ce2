"""The picture of a network as an SVG file of its own: what the canvas shows, with every name, and a legend."""

from collections import defaultdict
from math import atan2, cos, hypot, pi, sin

from cuibono.model.network import Line, Node, Picture, radius, shrink
from cuibono.reports.svg_text import safe

#: One colour for each of the largest communities, told apart by people who do not see red and green alike; then grey.
COLOURS = (
    "#2f6f8f", "#b4562b", "#5b7f3a", "#8a4f7d", "#a8842c", "#3f5f9f", "#9a3b4a", "#2f7f6f", "#6b5a48", "#7a6fae",
)  # fmt: skip
OTHERS = "#8c8578"
#: How much of a colour is left at each turn through them.
_PALER = (1.0, 0.62, 0.8, 0.45)
_INK, _PAPER, _SOFT, _BAD, _WARN, _GOOD = "#211d17", "#faf6ee", "#5d5548", "#98191d", "#7d5200", "#2c6340"
_FONT = "system-ui, -apple-system, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif"
_WIDE, _EDGE, _FOOT = 1200.0, 70.0, 74.0
#: Names are written out for everybody up to so many nodes, and for the largest of more.
_NAMES = 120
#: So many communities, the largest, are outlined.
_HULLS = 40


def colour(community: int) -> str:
    """The colour of a community: after ten, the same ones paler, and then grey."""
    turn, number = divmod(community, len(COLOURS))
    if turn >= len(_PALER):
        return OTHERS
    parts = (int(COLOURS[number][at : at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(f"{round(_PALER[turn] * part + (1 - _PALER[turn]) * 250):02x}" for part in parts)


def stroke(line: Line) -> tuple[str, str, float, float]:
    """How a line is drawn: colour, pattern of its dashes, opacity and width."""
    tint = (
        _BAD if line.denied else _WARN if line.status != "stated" else _GOOD if line.standing == "confirmed" else _INK
    )
    dashes = "2 5" if line.standing == "proposed" else "9 5" if line.denied or line.status != "stated" else ""
    faint = {"recorded": 0.7, "confirmed": 0.85, "read": 0.5, "proposed": 0.6}.get(line.standing, 0.5)
    return tint, dashes, faint * (0.55 if line.undated else 1.0), 2.4 if line.standing == "confirmed" else 1.5


def draw(picture: Picture, title: str, note: str = "") -> str:
    """The whole picture; ``note`` says what it leaves out."""
    places, high = _placed(picture)
    most = picture.most_between
    body = [f'<rect width="{_WIDE:g}" height="{high:g}" fill="{_PAPER}"/>']
    body += [_hull([places[n.id] for n in picture.nodes if n.community == c.number], colour(c.number))
             for c in picture.communities[:_HULLS] if c.members > 2 and not c.folded]  # fmt: skip
    sizes = {n.id: radius(n, most, len(picture.nodes)) for n in picture.nodes}
    thin = shrink(len(picture.nodes))
    body += [_line(line, places, sizes, thin) for line in picture.lines]
    body += [_node(n, places[n.id], sizes[n.id]) for n in sorted(picture.nodes, key=lambda n: -sizes[n.id])]
    named = sorted(picture.nodes, key=lambda n: (-n.holds, -sizes[n.id], -n.tied, n.name))[:_NAMES]
    body += [_name(n, places[n.id], sizes[n.id]) for n in named]
    body += _legend(picture, high, note)
    said = f"{len(picture.nodes)} nodes, {len(picture.ties)} ties"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {_WIDE:g} {high:g}" width="{_WIDE:g}" '
        f'height="{high:g}" font-family="{_FONT}" aria-label="{safe(title)}"><title>{safe(title)}</title>'
        f"<desc>{safe(said)}</desc>{''.join(body)}</svg>\n"
    )


def _placed(picture: Picture) -> tuple[dict[str, tuple[float, float]], float]:
    if not picture.nodes:
        return {}, 2 * _EDGE + _FOOT
    xs, ys = [n.x for n in picture.nodes], [n.y for n in picture.nodes]
    wide, tall = max(max(xs) - min(xs), 1e-6), max(ys) - min(ys)
    scale = min((_WIDE - 2 * _EDGE) / wide, 900 / max(tall, 1e-6), 150.0)
    left = (_WIDE - scale * wide) / 2
    places = {n.id: (left + scale * (n.x - min(xs)), _EDGE + scale * (max(ys) - n.y)) for n in picture.nodes}
    return places, scale * tall + 2 * _EDGE + _FOOT


def _hull(points: list[tuple[float, float]], tint: str) -> str:
    """A soft outline around the members of a community."""
    around = [(x + 22 * cos(a * pi / 4), y + 22 * sin(a * pi / 4)) for x, y in points for a in range(8)]
    edge = " ".join(f"{x:.1f},{y:.1f}" for x, y in outline(around))
    return f'<polygon points="{edge}" fill="{tint}" fill-opacity="0.08" stroke="{tint}" stroke-opacity="0.25"/>'


def outline(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """The convex hull (Andrew's monotone chain).

    >>> outline([(0, 0), (2, 0), (1, 0.5), (2, 2), (0, 2)])
    [(0, 0), (2, 0), (2, 2), (0, 2)]
    """
    ordered = sorted(set(points))

    def half(those: list[tuple[float, float]]) -> list[tuple[float, float]]:
        kept: list[tuple[float, float]] = []
        for x, y in those:
            while len(kept) > 1:
                (ax, ay), (bx, by) = kept[-2:]
                if (bx - ax) * (y - ay) - (by - ay) * (x - ax) > 0:
                    break
                kept.pop()
            kept.append((x, y))
        return kept[:-1]

    return half(ordered) + half(ordered[::-1])


def _line(line: Line, places: dict[str, tuple[float, float]], sizes: dict[str, float], thin: float) -> str:
    """A line with a head where the tie leads to."""
    (x, y), (u, v) = places[line.one], places[line.other]
    length = max(hypot(u - x, v - y), 1e-6)
    turn = atan2(v - y, u - x)
    stop = max(length - sizes[line.other] - 1.5, 0.0)
    end = (x + stop * cos(turn), y + stop * sin(turn))
    tint, dashes, faint, wide = stroke(line)
    wide *= min(1 + 0.3 * (len(line.ties) - 1), 3) * thin
    long = 7 * max(thin, 0.4)
    head = " ".join(f"{end[0] - long * cos(turn + s):.1f},{end[1] - long * sin(turn + s):.1f}" for s in (0.4, -0.4))
    dotted = f' stroke-dasharray="{dashes}"' if dashes else ""
    return (
        f'<g opacity="{faint:.2f}"><line x1="{x:.1f}" y1="{y:.1f}" x2="{end[0]:.1f}" y2="{end[1]:.1f}" '
        f'stroke="{tint}" stroke-width="{wide:.1f}"{dotted}/>'
        f'<polygon points="{end[0]:.1f},{end[1]:.1f} {head}" fill="{tint}"/></g>'
    )


def _node(node: Node, place: tuple[float, float], size: float) -> str:
    round_ = f' stroke="{_INK}" stroke-width="2"' if node.holds > 1 else f' stroke="{_PAPER}" stroke-width="1.5"'
    return (
        f'<circle cx="{place[0]:.1f}" cy="{place[1]:.1f}" r="{size:.1f}" fill="{colour(node.community)}"{round_}>'
        f"<title>{safe(node.name)}</title></circle>"
    )


def _name(node: Node, place: tuple[float, float], size: float) -> str:
    name = node.name if len(node.name) <= 40 else node.name[:39] + "…"
    return (
        f'<text x="{place[0]:.1f}" y="{place[1] - size - 5:.1f}" text-anchor="middle" font-size="12" fill="{_INK}" '
        f'stroke="{_PAPER}" stroke-width="3.5" paint-order="stroke">{safe(name)}</text>'
    )


_STYLES = (
    ("recorded", Line("", "", (0,), "recorded", "stated", False, False)),
    ("confirmed", Line("", "", (0,), "confirmed", "stated", False, False)),
    ("read", Line("", "", (0,), "read", "stated", False, False)),
    ("proposed", Line("", "", (0,), "proposed", "stated", False, False)),
    ("alleged", Line("", "", (0,), "read", "alleged", False, False)),
    ("denied", Line("", "", (0,), "read", "stated", True, False)),
    ("undated", Line("", "", (0,), "recorded", "stated", False, True)),
)


def _legend(picture: Picture, high: float, note: str) -> list[str]:
    """The kinds of lines that are drawn, and what the picture says of itself."""
    seen: dict[str, bool] = defaultdict(bool)
    for line in picture.lines:
        seen[line.standing] = True
        seen["alleged"] |= line.status != "stated"
        seen["denied"] |= line.denied
        seen["undated"] |= line.undated
    parts, x, y = [], _EDGE, high - _FOOT + 28
    for name, line in _STYLES:
        if seen[name]:
            tint, dashes, faint, wide = stroke(line)
            dotted = f' stroke-dasharray="{dashes}"' if dashes else ""
            parts.append(
                f'<line x1="{x:g}" y1="{y:g}" x2="{x + 34:g}" y2="{y:g}" stroke="{tint}" '
                f'stroke-width="{wide:g}" opacity="{faint:.2f}"{dotted}/>'
                f'<text x="{x + 42:g}" y="{y + 4:g}" font-size="12" fill="{_SOFT}">{name}</text>'
            )
            x += 130
    said = f"A larger circle lies between more others. {note}".strip()
    parts.append(f'<text x="{_EDGE:g}" y="{y + 24:g}" font-size="12" fill="{_SOFT}">{safe(said)}</text>')
    return parts
