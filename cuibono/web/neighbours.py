"""Two small drawings of an entity, made by the server: whom it is tied to, and when what is dated took place."""

from collections.abc import Sequence
from datetime import date
from math import ceil, cos, pi, sin
from urllib.parse import quote

from markupsafe import Markup

from cuibono.case.entity_ties import Dated, Tie
from cuibono.reports.svg_text import safe

#: So many neighbours and dates are drawn; the lists beside the drawings have the rest.
NEIGHBOURS, DATES = 14, 24
_WIDE, _HIGH = 420, 300
_STRENGTH = {"recorded": 0, "confirmed": 0, "read": 1, "proposed": 2}


def neighbourhood(name: str, ties: Sequence[Tie]) -> Markup | None:
    """The entity in the middle and around it those whom most is said of; a line that is only proposed is dotted."""
    by_other: dict[str, list[Tie]] = {}
    for tie in ties:
        if tie.other:
            by_other.setdefault(tie.other, []).append(tie)
    if not by_other:
        return None
    order = sorted(by_other.items(), key=lambda o: (min(_STRENGTH.get(t.standing, 2) for t in o[1]), -len(o[1]), o[0]))
    shown = order[:NEIGHBOURS]
    lines, dots = [], []
    for n, (other, tied) in enumerate(shown):
        turn = -pi / 2 + 2 * pi * n / len(shown)
        x, y = _WIDE / 2 + 128 * cos(turn), _HIGH / 2 + 108 * sin(turn)
        standing = min((t.standing for t in tied), key=lambda s: _STRENGTH.get(s, 2))
        denied = " denied" if all(t.polarity == "-" for t in tied) else ""
        what = safe(", ".join(sorted({f"{t.kind} {t.share}".strip() for t in tied}))[:120])
        lines.append(
            f'<line class="edge {safe(standing)}{denied}" x1="{_WIDE / 2:g}" y1="{_HIGH / 2:g}" x2="{x:.1f}" '
            f'y2="{y:.1f}"><title>{what}</title></line>'
        )
        dots.append(_neighbour(other, tied[0].name, x, y, turn))
    middle = (
        f'<circle class="middle" cx="{_WIDE / 2:g}" cy="{_HIGH / 2:g}" r="8"/>'
        f'<text class="middle-name" x="{_WIDE / 2:g}" y="{_HIGH / 2 + 24:g}" text-anchor="middle">'
        f"{safe(_cut(name, 26))}</text>"
    )
    left = len(order) - len(shown)
    label = f"{name} and {len(shown)} whom it is tied to" + (f"; {left} more are in the list" if left else "")
    return Markup(  # noqa: S704 - every text in it is escaped by ``safe``
        f'<svg class="neighbours" viewBox="0 0 {_WIDE} {_HIGH}" role="group" aria-label="{safe(label)}">'
        f"{''.join(lines)}{''.join(dots)}{middle}</svg>"
    )


def _neighbour(other: str, name: str, x: float, y: float, turn: float) -> str:
    side = "middle" if abs(cos(turn)) < 0.35 else "start" if cos(turn) > 0 else "end"
    dx = 0 if side == "middle" else 10 if side == "start" else -10
    dy = (-10 if sin(turn) < 0 else 18) if side == "middle" else 4
    return (
        f'<a href="/entity/{quote(other, safe="")}"><circle class="other" cx="{x:.1f}" cy="{y:.1f}" r="5"/>'
        f'<text x="{x + dx:.1f}" y="{y + dy:.1f}" text-anchor="{side}">{safe(_cut(name, 17))}</text></a>'
    )


def strip(dated: Sequence[Dated]) -> Markup | None:
    """Dates on a line of years: a day is a mark, a year is as wide as a year, what has no end fades out."""
    shown = [d for d in dated if d.earliest or d.latest][:DATES]
    if not shown:
        return None
    first = min(d.earliest or d.latest for d in shown)  # type: ignore[type-var]
    last = max(d.latest or d.earliest for d in shown)  # type: ignore[type-var]
    assert first is not None
    assert last is not None
    low, high = first.year, last.year + 1
    wide, row, top = 860.0, 15, 22
    scale = (wide - 40) / max(1, high - low)
    step = max(1, ceil((high - low) / 12))

    def at(day: date) -> float:
        return 20 + ((day.year - low) + (day.timetuple().tm_yday - 1) / 366) * scale

    high_end = top + row * len(shown) + 6
    parts = []
    for year in range(low, high + 1, step):
        x = 20 + (year - low) * scale
        parts.append(f'<line class="year" x1="{x:.1f}" y1="{top - 6}" x2="{x:.1f}" y2="{high_end}"/>')
        parts.append(f'<text class="year-name" x="{x:.1f}" y="12" text-anchor="middle">{year}</text>')
    for n, d in enumerate(shown):
        a, b = at(d.earliest or d.latest or first), at(d.latest or d.earliest or last)
        end = "" if d.earliest and d.latest else " open"
        words = safe(f"{d.when}: {d.says}"[:160])
        parts.append(
            f'<rect class="when {safe(d.standing)}{end}" x="{a:.1f}" y="{top + n * row:g}" '
            f'width="{max(3.5, b - a):.1f}" height="9" rx="2"><title>{words}</title></rect>'
        )
    return Markup(  # noqa: S704 - every text in it is escaped by ``safe``
        f'<svg class="strip" viewBox="0 0 {wide + 10:g} {high_end}" role="img" '
        f'aria-label="{len(shown)} dates from {low} to {high - 1}; the list below says the same">{"".join(parts)}</svg>'
    )


def _cut(text: str, length: int) -> str:
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"
