"""A sum as steps: each begins where the last one ended, and what goes down is drawn as going down."""

import xml.etree.ElementTree as ET

from cuibono.reports.svg_terms import draw


def test_terms_add_up_to_the_score() -> None:
    made = draw({"taste": 1.5, "prior": -0.5, "policy": 0.25}, {"taste": 1.0}, "Why <this>")
    ET.fromstring(made)
    assert "taste +1.50; prior -0.50; policy +0.25; sum +1.25" in made
    assert made.count('class="term-up"') == 2
    assert made.count('class="term-down"') == 1
    assert made.count('class="term-usual"') == 1


def test_a_sum_of_nothing_is_drawn_too() -> None:
    ET.fromstring(draw({"taste": 0.0}, {}, "Nothing"))
