"""A timeline as SVG: lanes of dots and bars whose width is what is known, and a strip that counts over all time."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from math import isfinite

from cuibono.model.timeline import Lane, Mark
from cuibono.reports.svg_text import safe

WIDE, LEFT, RIGHT = 1320.0, 190.0, 14.0
_ROW, _BAR, _PAD, _HEAD = 19.0, 13.0, 9.0, 26.0
#: Rows of a lane at most, and what a letter takes of its width.
ROWS = 7
_LETTER, _LONGEST = 6.0, 34
#: Below this width a mark is a dot.
_DOT = 7.0
Along = Callable[[float], float]
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def draw(lanes: Sequence[Lane], since: float, until: float) -> str:
    """The lanes between two days; a day is a dot, a year as wide as a year, and what is open fades with an arrow."""
    scale = (WIDE - LEFT - RIGHT) / max(until - since, 1.0)

    def x(day: float) -> float:
        return LEFT + (min(max(day, since), until) - since) * scale

    body: list[str] = []
    y = _HEAD
    for lane in lanes:
        rows, hidden = _rows(lane.marks, x)
        high = max(len(rows), 1) * _ROW + 2 * _PAD
        more = lane.more + hidden
        body.append(f'<line class="tl-rule" x1="0" x2="{WIDE:g}" y1="{y:g}" y2="{y:g}"/>')
        name = lane.name if len(lane.name) <= 26 else lane.name[:25] + "…"
        body.append(
            f'<a href="{safe(lane.link)}"><text class="tl-name" x="0" y="{y + _PAD + 12:g}">{safe(name)}'
            f"<title>{safe(lane.name)}</title></text></a>"
        )
        if more:
            body.append(f'<text class="tl-more" x="0" y="{y + _PAD + 28:g}">{more:,} more in the list</text>')
            high = max(high, 2 * _ROW + 2 * _PAD)
        for number, row in enumerate(rows):
            body += [_mark(mark, x, y + _PAD + number * _ROW, until) for mark in row]
        y += high
    axis = list(_axis(since, until, x, y))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="timeline" role="group" viewBox="0 0 {WIDE:g} {y + 8:g}" '
        f'aria-label="Timeline, {len(lanes)} lanes; the list below says the same" data-left="{LEFT:g}" '
        f'data-right="{WIDE - RIGHT:g}" data-wide="{WIDE:g}">{"".join(axis)}{"".join(body)}</svg>'
    )


def strip(counts: Sequence[int], first: float, last: float, since: float, until: float) -> str:
    """How much is told of each stretch of all time, and which part of it is shown."""
    high, plot = 46.0, WIDE - LEFT - RIGHT
    most, step = max(counts, default=0) or 1, plot / max(len(counts), 1)
    bars = "".join(
        f'<rect class="tl-count" x="{LEFT + n * step:.1f}" width="{max(step - 0.8, 0.6):.1f}" '
        f'y="{high - 34 * count / most:.1f}" height="{34 * count / most:.1f}"/>'
        for n, count in enumerate(counts)
        if count
    )
    scale = plot / max(last - first, 1.0)
    a, b = (LEFT + (min(max(d, first), last) - first) * scale for d in (since, until))
    axis = "".join(_axis(first, last, lambda d: LEFT + (d - first) * scale, high, low=high + 13))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="timeline strip" role="img" viewBox="0 0 {WIDE:g} 62" '
        f'aria-label="How much begins when, over all time" data-left="{LEFT:g}" data-right="{WIDE - RIGHT:g}" '
        f'data-wide="{WIDE:g}"><text class="tl-more" x="0" y="{high - 3:g}">all time</text>{axis}{bars}'
        f'<rect class="tl-window" x="{a:.1f}" width="{max(b - a, 2):.1f}" y="6" height="{high - 6:g}"/>'
        f'<rect class="tl-brush" x="0" width="0" y="4" height="{high - 2:g}"/></svg>'
    )


def _rows(marks: Sequence[Mark], x: Along) -> tuple[list[list[Mark]], int]:
    """Marks in rows in which none lies over another or its words; and how many found no row."""
    rows: list[list[Mark]] = []
    ends: list[float] = []
    hidden = 0
    for mark in sorted(marks, key=lambda m: (_taken(m, x)[0], x(m.first), m.what)):
        left, right = _taken(mark, x)
        row = next((n for n, end in enumerate(ends) if end + 5 <= left), len(rows))
        if row == ROWS:
            hidden += 1
            continue
        if row == len(rows):
            rows.append([])
            ends.append(0.0)
        rows[row].append(mark)
        ends[row] = right
    return rows, hidden


def _taken(mark: Mark, x: Along) -> tuple[float, float]:
    """From where to where a mark and its words reach."""
    left, right = x(mark.first), max(x(mark.last), x(mark.first) + 5)
    at, back = _words_at(_cut(mark.what), left, right)
    wide = _LETTER * len(_cut(mark.what))
    return min(left, at - wide if back else at), max(right, at if back else at + wide)


def _words_at(words: str, left: float, right: float) -> tuple[float, bool]:
    """Where the words of a mark stand: in it, else behind it, else (``True``) ending before it."""
    wide = _LETTER * len(words)
    if right - left > wide + 16:
        return left + 7, False
    return (right + 5, False) if right + 5 + wide <= WIDE else (left - 5, True)


def _cut(what: str) -> str:
    return what if len(what) <= _LONGEST else what[: _LONGEST - 1] + "…"


def _mark(mark: Mark, x: Along, y: float, until: float) -> str:
    left, right, middle = x(mark.first), x(mark.last), y + _BAR / 2
    kind = f"tl-mark {mark.standing}{f' {mark.doubted}' if mark.doubted else ''}"
    parts: list[str] = []
    if right - left < _DOT:
        parts.append(f'<circle class="tl-dot" cx="{(left + right) / 2:.1f}" cy="{middle:.1f}" r="4.5"/>')
        right = max(right, left + 5)
    elif not mark.lasting or mark.begun >= mark.ended:
        parts.append(_bar("tl-loose", left, right, y))
    else:
        a, b = x(mark.begun), x(mark.ended)
        if a - left > 0.5:
            parts.append(_bar("tl-loose", left, a, y))
        parts.append(_bar("tl-open" if not isfinite(mark.last) else "tl-held", a, b, y))
        if right - b > 0.5:
            parts.append(_bar("tl-loose", b, right, y))
    if mark.lasting and (not isfinite(mark.last) or mark.last > until):
        half = _BAR / 2 - 2
        parts.append(f'<path class="tl-arrow" d="M{right - 7:.1f} {y + 2:.1f}l6 {half:.1f}l-6 {half:.1f}"/>')
    words = _cut(mark.what)
    at, back = _words_at(words, left, right)
    anchor = ' text-anchor="end"' if back else ""
    parts.append(f'<text class="tl-words" x="{at:.1f}" y="{middle + 3.8:.1f}"{anchor}>{safe(words)}</text>')
    stands = f"{mark.standing}{f', {mark.doubted}' if mark.doubted else ''}"
    return (
        f'<a class="{kind}" href="{safe(mark.link)}"><title>{safe(f"{mark.what}: {mark.when} ({stands})")}</title>'
        f"{''.join(parts)}</a>"
    )


def _bar(kind: str, left: float, right: float, y: float) -> str:
    wide = max(right - left, 1)
    return f'<rect class="{kind}" x="{left:.1f}" y="{y:.1f}" width="{wide:.1f}" height="{_BAR:g}" rx="2.5"/>'


def _axis(since: float, until: float, x: Along, high: float, *, low: float = 12.0) -> Iterator[str]:
    top = _HEAD - 8 if low == 12.0 else 6
    for day, words in ticks(since, until):
        yield f'<line class="tl-tick" x1="{x(day):.1f}" x2="{x(day):.1f}" y1="{top:g}" y2="{high:g}"/>'
        yield f'<text class="tl-year" x="{x(day):.1f}" y="{low:g}" text-anchor="middle">{words}</text>'


def ticks(since: float, until: float) -> list[tuple[float, str]]:
    """Days for the axis and what stands there: years, months or days, about ten of them.

    >>> [words for _, words in ticks(date(2001, 1, 1).toordinal(), date(2002, 7, 1).toordinal())]
    ['2001', 'Mar', 'May', 'Jul', 'Sep', 'Nov', '2002', 'Mar', 'May', 'Jul']
    """
    first, last = date.fromordinal(max(int(since), 1)), date.fromordinal(int(until))
    years = (until - since) / 365.25
    if years > 5:
        step = next((s for s in (1, 2, 5, 10, 20, 50, 100, 200, 500) if years / s <= 12), 1000)
        found = [date(y, 1, 1) for y in range(-(-first.year // step) * step, last.year + 1, step) if 1 <= y <= 9999]
    elif years > 0.25:
        step = next((s for s in (1, 2, 3, 6) if 12 * years / s <= 14), 6)
        months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
        found = [date(m // 12, m % 12 + 1, 1) for m in months if m % 12 % step == 0]
    else:
        step = max(1, round((until - since) / 10))
        found = [date.fromordinal(d) for d in range(first.toordinal(), last.toordinal() + 1, step)]
    return [(float(d.toordinal()), _tick(d, by_day=years <= 0.25)) for d in found if since <= d.toordinal() <= until]


def _tick(day: date, *, by_day: bool) -> str:
    if by_day:
        return f"{day.day} {_MONTHS[day.month - 1]}"
    return str(day.year) if day.month == 1 else _MONTHS[day.month - 1]
