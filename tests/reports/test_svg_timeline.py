"""A timeline as SVG: a day is a dot, a year is wide, what is open has an arrow, and nothing lies over another."""

import re
import xml.etree.ElementTree as ET
from datetime import date

from cuibono.model.timeline import Lane, Mark
from cuibono.reports.svg_timeline import ROWS, draw, strip, ticks

SINCE, UNTIL = float(date(2010, 1, 1).toordinal()), float(date(2020, 1, 1).toordinal())


def on(first: date, last: date | None, what: str, *, lasting: bool = False, **more: str) -> Mark:
    """A mark that begins on a day, and ends on another; open without one."""
    a = float(first.toordinal())
    b = float(last.toordinal()) if last else float("inf")
    told = {"standing": "recorded", "doubted": ""} | more
    ends = (a, a, b, b) if lasting else (a, b, a, b)
    return Mark(*ends, lasting, what, "then", link="/timeline#m1", **told)


def drawn(*marks: Mark) -> str:
    """One lane of marks."""
    return draw([Lane("Anna <Vell>", "/entity/a", marks, 0)], SINCE, UNTIL)


def test_precision_is_drawn() -> None:
    day = on(date(2015, 5, 5), date(2015, 5, 5), "a day")
    year = on(date(2016, 1, 1), date(2016, 12, 31), "a year")
    made = drawn(day, year)
    ET.fromstring(made)
    assert made.count("tl-dot") == 1
    wide = float(re.search(r'class="tl-loose"[^>]*width="([0-9.]+)"', made).group(1))  # type: ignore[union-attr]
    assert 100 < wide < 125
    assert "Anna &lt;Vell&gt;" in made


def test_a_tie_without_an_end_is_open_and_one_with_an_end_is_not() -> None:
    assert "tl-arrow" in drawn(on(date(2012, 1, 1), None, "open", lasting=True))
    held = drawn(on(date(2012, 1, 1), date(2014, 1, 1), "held", lasting=True, standing="proposed", doubted="denied"))
    assert "tl-arrow" not in held
    assert 'class="tl-mark proposed denied"' in held


def test_what_finds_no_row_is_counted() -> None:
    same = [on(date(2015, 5, 5), date(2015, 5, 5), f"event {n}") for n in range(ROWS + 3)]
    assert "3 more in the list" in drawn(*same)


def test_the_strip_shows_which_part_is_chosen() -> None:
    made = strip([0, 3, 1], SINCE, UNTIL, SINCE + 365, SINCE + 730)
    ET.fromstring(made)
    assert made.count("tl-count") == 2
    assert 'class="tl-window"' in made


def test_ticks_are_days_months_years_or_centuries() -> None:
    def words(a: date, b: date) -> list[str]:
        return [w for _, w in ticks(a.toordinal(), b.toordinal())]

    assert words(date(2020, 3, 1), date(2020, 3, 11))[:2] == ["1 Mar", "2 Mar"]
    assert words(date(2000, 1, 1), date(2020, 1, 1))[:2] == ["2000", "2002"]
    assert words(date(1, 1, 1), date(2000, 1, 1))[0] == "200"
