"""A part of a network as GraphML: nodes numbered anew, an edge for each assertion, nothing that a reader chokes on."""

import xml.etree.ElementTree as ET

from cuibono.model.network import Node, Picture
from cuibono.reports.graphml_network import write

SPACE = "{http://graphml.graphdrawing.org/xmlns}"


def test_each_tie_is_an_edge_that_says_how_it_stands() -> None:
    nodes = (Node("x<1>", "A & B", "Company", 0, 0, 0, 0.5, 1), Node("y", "C\x00D", "", 1, 1, 0, 0, 1))
    row = {"one": "x<1>", "other": "y", "type": "funds", "standing": "read", "since": None, "said_by": "<somebody>"}
    made = ET.fromstring(write(Picture(nodes, (), (), (0, 1), None, 2, 2), [row, row | {"standing": "recorded"}]))
    edges = made.findall(f".//{SPACE}edge")
    assert [e.get("source") for e in edges] == ["n0", "n0"]
    told = {d.get("key"): d.text for d in edges[0].findall(f"{SPACE}data")}
    assert told == {"edge-type": "funds", "edge-standing": "read", "edge-said_by": "<somebody>"}
    assert made.findall(f".//{SPACE}node")[0].findall(f"{SPACE}data")[0].text == "A & B"
