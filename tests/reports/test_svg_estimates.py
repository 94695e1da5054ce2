"""Estimates beside the truth: called ones are filled, and the truth is marked only where it is one number."""

import xml.etree.ElementTree as ET

from cuibono.reports.svg_estimates import Row, draw


def test_each_estimate_has_its_interval_and_the_truth_where_it_is_known() -> None:
    rows = [Row("law <b>", 0.5, 0.3, 0.7, True, 0.4), Row("pets", 0.0, -0.2, 0.2, False, None)]
    made = draw(rows, "Pulls", "log odds")
    ET.fromstring(made)
    assert made.count('class="est-called"') == made.count('class="est-quiet"') == 1
    assert made.count('class="est-truth"') == 1
    assert "law &lt;b&gt;: +0.50, +0.30 to +0.70" in made


def test_no_estimates_are_drawn_too() -> None:
    ET.fromstring(draw([], "Pulls", "log odds"))
