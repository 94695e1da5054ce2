"""Figures become drawings that say what the numbers say."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from cuibono.model.figure import Bar, Figure
from cuibono.reports.svg import draw, spoken
from cuibono.reports.svg_line import spread, thinned
from cuibono.reports.svg_rows import CAP, shown
from cuibono.reports.svg_scale import Scale, ends, round_step
from cuibono.reports.svg_text import broken, fit, width

SVG = "{http://www.w3.org/2000/svg}"
SHARES = Figure(
    "Wafers",
    "share",
    (Bar("China", 0.96, 0.9, 0.98, "two sources"), Bar("Norway", 0.04), Bar("nobody", math.nan)),
    mark=0.25,
)
SIDES = Figure("Who says what", "share", (Bar("A", 0.96, 0.95, 0.97), Bar("B", 0.8, 0.78, 0.82)), kind="ranges")
YEARS = Figure(
    "Output", "tonnes", (Bar("2015", 9, 8, 10), Bar("2016", 7, 6, 8), Bar("2020", 2, 1, 3)), kind="line", mark=5
)


def drawing(figure: Figure, width: int = 680) -> etree._Element:
    return etree.fromstring(draw(figure, width=width).encode())


def words(svg: etree._Element) -> list[str]:
    return [t.text or "" for t in svg.iter(f"{SVG}text")]


def parts(svg: etree._Element, name: str) -> list[etree._Element]:
    return [e for e in svg.iter() if name in (e.get("class") or "").split()]


@pytest.mark.parametrize("figure", [SHARES, SIDES, YEARS], ids=["bars", "ranges", "line"])
@pytest.mark.parametrize("width", [680, 330])
def test_a_drawing_has_a_name_and_a_description(figure: Figure, width: int) -> None:
    svg = drawing(figure, width)

    assert svg.get("role") == "img"
    assert svg.get("aria-label") == figure.title
    assert svg.findtext(f"{SVG}title") == figure.title
    assert (svg.findtext(f"{SVG}desc") or "").startswith(
        ("Bars: China 96%", "Ranges side by side: A 95% to", "Line over")
    )


def test_bars_carry_labels_values_intervals_and_the_threshold() -> None:
    svg = drawing(SHARES)

    assert [w for w in words(svg) if not w.endswith("0%") or " " in w] == [
        "China", "two sources", "96%", "90% to 98%", "Norway", "4%", "nobody", "no figure", "threshold 25%",
    ]  # fmt: skip
    assert len(parts(svg, "fig-bar")) == 2
    assert len(parts(svg, "fig-whisker")) == 1


def test_bars_are_as_long_as_their_values() -> None:
    china, norway = (float(b.get("width") or 0) for b in parts(drawing(SHARES), "fig-bar"))

    assert china / norway == pytest.approx(0.96 / 0.04, rel=0.01)


def test_negative_bars_run_to_the_left_of_zero() -> None:
    up, down = parts(drawing(Figure("Change", "", (Bar("up", 3), Bar("down", -6)))), "fig-bar")

    assert float(down.get("x") or 0) + float(down.get("width") or 0) == pytest.approx(float(up.get("x") or 0), abs=0.1)


def test_ranges_that_no_value_suits_show_the_gap() -> None:
    assert len(parts(drawing(SIDES), "fig-gap")) == 1
    assert len(parts(drawing(SIDES), "fig-range")) == 2
    agree = Figure("Who", "share", (Bar("A", 0.9, 0.8, 1.0), Bar("B", 0.85, 0.7, 0.9)), kind="ranges")
    assert parts(drawing(agree), "fig-gap") == []


def test_an_open_end_gets_an_arrow_and_one_figure_a_dot() -> None:
    svg = drawing(Figure("Who", "share", (Bar("A", 0.9, 0.9, None), Bar("B", 0.5)), kind="ranges"))

    assert len(parts(svg, "fig-open")) == 1
    assert len(parts(svg, "fig-dot")) == 2
    assert "at least 90%" in words(svg)


def test_a_line_has_points_a_band_and_places_by_time() -> None:
    svg = drawing(YEARS)
    first, second, third = (float(d.get("cx") or 0) for d in parts(svg, "fig-dot"))

    assert (third - second) / (second - first) == pytest.approx(4)
    assert len(parts(svg, "fig-band")) == 1
    assert "threshold 5 tonnes" in words(svg)


def test_many_bars_are_cut_and_the_rest_is_summed() -> None:
    figure = Figure("Many", "share", tuple(Bar(f"firm {i}", 0.02) for i in range(50)))
    rows = shown(figure, summed=True)

    assert len(rows) == CAP == 12
    assert rows[-1].label == "and 39 more"
    assert rows[-1].value == pytest.approx(0.78)
    assert {"and 39 more", "taken together", "78%"} <= set(words(drawing(figure)))
    assert len(parts(drawing(figure), "fig-rest")) == 1


def test_many_ranges_are_cut_and_never_summed() -> None:
    figure = Figure("Many", "share", tuple(Bar(f"s{i}", 0.5, i / 100, i / 50) for i in range(20)), kind="ranges")
    rest = shown(figure, summed=False)[-1]

    assert (rest.label, rest.low, rest.high) == ("and 9 more", 0.11, 0.38)
    assert math.isnan(rest.value)


def test_hostile_labels_are_text() -> None:
    bad = "</text><script>alert(1)</script>\x00\" onload='x'"
    for kind in ("bars", "ranges", "line"):
        svg = drawing(Figure(bad, bad, (Bar(bad, 1, 0, 2, bad), Bar(bad, 2, note=bad)), kind=kind, mark=1))
        assert {etree.QName(e).localname for e in svg.iter()} <= {
            "svg", "title", "desc", "g", "rect", "path", "line", "text", "circle", "polyline", "polygon",
        }  # fmt: skip
        assert not [a for e in svg.iter() for a in e.attrib if a.startswith("on")]


def test_it_needs_nothing_from_outside_and_no_inline_style() -> None:
    for figure in (SHARES, SIDES, YEARS):
        text = draw(figure).replace('xmlns="http://www.w3.org/2000/svg"', "")
        assert "http" not in text
        assert "style=" not in text
        assert "href" not in text


def test_spoken_says_the_numbers() -> None:
    assert spoken(SIDES) == "Ranges side by side: A 95% to 97%; B 78% to 82%."
    assert spoken(SHARES) == "Bars: China 96% (90% to 98%); Norway 4%; nobody no figure. Threshold 25%."


@pytest.mark.parametrize("kind", ["bars", "ranges", "line"])
def test_a_figure_of_one_or_of_nothing_known(kind: str) -> None:
    for bars in ((Bar("x", 0),), (Bar("x", math.nan),), (Bar("x", math.inf, -math.inf, math.nan),)):
        assert drawing(Figure("t", "", bars, kind=kind)).tag == f"{SVG}svg"  # type: ignore[arg-type]


@given(
    st.lists(
        st.builds(Bar, st.text(max_size=80), st.floats(), st.none() | st.floats(), st.none() | st.floats()), max_size=20
    ),
    st.sampled_from(["bars", "ranges", "line"]),
    st.sampled_from(["", "share", "%", "year", "t"]),
    st.none() | st.floats(allow_nan=False),
)
def test_any_figure_can_be_drawn(bars: list[Bar], kind: str, unit: str, mark: float | None) -> None:
    for wide in (680, 330):
        svg = drawing(Figure("t", unit, tuple(bars), kind=kind, mark=mark), wide)  # type: ignore[arg-type]
        assert not [v for e in svg.iter() for v in e.attrib.values() if v in ("nan", "inf", "-inf")]


@pytest.mark.parametrize(
    ("labels", "places"),
    [
        (["2015", "2016", "2020"], [0.0, 0.2, 1.0]),
        (["2015-Q1", "2015-Q3", "2016-Q1"], [0.0, 0.5, 1.0]),
        (["spring", "summer", "autumn"], [0.0, 0.5, 1.0]),
        (["2016", "2015", "2017"], [0.0, 0.5, 1.0]),
        (["2015"], [0.5]),
        ([], []),
    ],
)
def test_labels_are_spaced_by_time_when_they_are_dates(labels: list[str], places: list[float]) -> None:
    assert spread(labels) == pytest.approx(places)


def test_thinning_keeps_the_peaks_and_the_ends() -> None:
    points = [Bar(str(i), float(i == 777) - float(i == 3)) for i in range(5000)]
    kept = thinned(points, 400)

    assert len(kept) <= 402
    assert {"0", "3", "777", "4999"} <= {b.label for b in kept}


def test_scales() -> None:
    assert round_step(0.23) == 0.25
    assert Scale(0, 1, 0, 100).ticks(5) == [0, 0.2, 0.4, 0.6, 0.8, 1.0]
    assert Scale(0, 1, 10, 110).at(0.5) == 60
    assert Scale(0, 1, 10, 110).at(9) == 110
    assert ends([0.2, 0.96], from_zero=True, top=1.0) == (0.0, 1.0)
    assert ends([], from_zero=True) == (0.0, 1.0)
    assert ends([5.0, 5.0], from_zero=False) == (4.0, 6.0)


def test_text_is_cut_at_words_and_wide_signs_count_double() -> None:
    assert fit("short", 100, 14) == "short"
    assert fit("a label that is much too long for its room", 120, 14) == "a label that…"
    assert width("中文", 14) > 1.5 * width("ab", 14)
    assert broken("one two three four five six", 110, 14) == ("one two three", "four five six")
    assert broken("Donaudampfschifffahrtsgesellschaft", 100, 14) == ("Donaudamp…",)
