"""A network as SVG: every line says how its ties stand, names are text, communities have colours."""

import xml.etree.ElementTree as ET

from cuibono.model.network import Community, Line, Node, Picture
from cuibono.reports.svg_network import OTHERS, colour, draw, outline, stroke

NODES = (
    Node("a", "Anna <Vell>", "Person", 0.0, 0.0, 0, 0.4, 2),
    Node("b", "Tarn Shipping", "Company", 1.0, 0.5, 0, 0.0, 1),
    Node("c", "Coast Fund", "Company", 3.0, 0.0, 1, 0.0, 1),
)
LINES = (
    Line("a", "b", (0,), "recorded", "stated", False, False),
    Line("a", "c", (1, 2), "proposed", "stated", False, True),
    Line("b", "c", (3,), "read", "stated", True, False),
)
COMMUNITIES = (Community(0, "a", "Anna", 2, False), Community(1, "c", "Coast Fund", 1, False))
PICTURE = Picture(NODES, LINES, COMMUNITIES, (0, 1, 2, 3), 0, 4, 3)


def test_it_is_well_formed_and_its_names_are_text() -> None:
    made = draw(PICTURE, "Who & whom", "A note.")
    ET.fromstring(made)
    assert "Anna &lt;Vell&gt;" in made
    assert made.count("<circle") == 3
    assert "A note." in made


def test_what_is_not_of_record_is_drawn_apart() -> None:
    record, proposed, denied = (stroke(line) for line in LINES)
    assert record[1] == ""
    assert proposed[1] != ""
    assert denied[0] != record[0]
    assert proposed[2] < record[2]


def test_the_legend_names_only_what_is_there() -> None:
    made = draw(PICTURE, "Network")
    assert ">proposed</text>" in made
    assert ">denied</text>" in made
    assert ">confirmed</text>" not in made


def test_an_empty_network_is_drawn_too() -> None:
    ET.fromstring(draw(Picture((), (), (), (), None, 0, 0), "Nobody"))


def test_colours_repeat_paler_and_end_in_grey() -> None:
    assert len({colour(n) for n in range(40)}) == 40
    assert colour(99) == OTHERS


def test_the_outline_of_two_points_is_both() -> None:
    assert outline([(0, 0), (1, 1), (0, 0)]) == [(0, 0), (1, 1)]
