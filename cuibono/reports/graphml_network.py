"""A part of a network as GraphML: the nodes of a picture with their communities, each tie as an edge of its own."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from cuibono.model.network import Picture
from cuibono.reports.printable import printable

_NODE = {"name": "string", "kind": "string", "community": "int", "between": "double", "x": "double", "y": "double"}
_EDGE = (
    "type",
    "role",
    "since",
    "until",
    "share",
    "standing",
    "status",
    "polarity",
    "said_by",
    "asserted_by",
    "source",
    "simulated",
)


def write(picture: Picture, rows: Sequence[Mapping[str, Any]]) -> str:
    """The nodes of a picture and its ties, one edge for each assertion; ``rows`` are those of ``picture.ties``."""
    return "".join(_parts(picture, rows))


def _parts(picture: Picture, rows: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    for name, kind in _NODE.items():
        yield f'<key id="node-{name}" for="node" attr.name="{name}" attr.type="{kind}"/>\n'
    for name in _EDGE:
        yield f'<key id="edge-{name}" for="edge" attr.name="{name}" attr.type="string"/>\n'
    yield '<graph id="network" edgedefault="directed">\n'
    ids = {n.id: f"n{number}" for number, n in enumerate(picture.nodes)}
    for node in picture.nodes:
        told = {name: getattr(node, name) for name in _NODE}
        yield f"<node id={quoteattr(ids[node.id])}>{_data('node', told)}</node>\n"
    for number, row in enumerate(rows):
        ends = f"source={quoteattr(ids[row['one']])} target={quoteattr(ids[row['other']])}"
        yield f'<edge id="e{number}" {ends}>{_data("edge", {n: row.get(n) for n in _EDGE})}</edge>\n'
    yield "</graph>\n</graphml>\n"


def _data(kind: str, told: Mapping[str, Any]) -> str:
    given = {name: value for name, value in told.items() if value not in (None, "")}
    return "".join(f'<data key="{kind}-{n}">{escape(printable(str(v)))}</data>' for n, v in given.items())
