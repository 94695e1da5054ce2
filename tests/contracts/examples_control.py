"""Invented holdings and ties on which the lenses of the family control find something."""

from typing import Any

from cuibono.testing.lenses import Example


def _holds(owner: str | None, asset: str, low: float | None, high: float | None = None, **more: Any) -> dict[str, Any]:
    ends = {"share_low": low, "share_high": low if high is None else high}
    return {"owner_name": owner, "asset_name": asset, "share_of": "capital"} | ends | more


HOLDINGS = [
    _holds("Pear Trust", "Alder Works", 0.4),
    _holds("Alder Works", "Birch Works", 0.3, since="2010"),
    _holds("Birch Works", "Alder Works", 0.5, since="2011~"),
    _holds("Quince Fund", "Birch Works", 0.7, since="2012", share_of="votes"),
    _holds("Quince Fund", "Birch Works", 0.7, since="2012"),
    _holds("Quince Fund", "Alder Works", 0.1, status="alleged"),
    _holds("Round One", "Round Two", 1.0),
    _holds("Round Two", "Round One", 1.0),
    _holds("Mallow", "Nettle", 0.5, 0.75),
    _holds("Olive", "Nettle", 0.25, 0.5),
    _holds("Olive", "Nettle", 0.3, 0.5, asserted_by="Quince Board"),
    _holds(None, "Kelp", 0.3),
    _holds("unknown", "Kelp", 0.3, asserted_by=None),
    _holds("Larch", "Kelp", 0.3, until="2031"),
    _holds("Larch", "Kelp", None),
    _holds("Ash", "Overfull", 0.8),
    _holds("Elm", "Overfull", 0.7),
    _holds("Ash", "Hair", 0.501),
    _holds("Elm", "Hair", 0.501),
    _holds("Fir", "Only Votes", 0.6, share_of="votes"),
]


def _tie(one: str, other: str, kind: str, **more: Any) -> dict[str, Any]:
    return {"from_name": one, "to_name": other, "type": kind} | more


RELATIONS = [
    _tie("Oak Holding", "Alder Works", "ownership", share_low=0.3, share_high=0.5, role="capital", since="2019"),
    _tie("Quince Office", "Oak Holding", "ownership", role="votes"),
    _tie("Ada Elm", "Alder Works", "director", role="chair", since="2010", asserted_by=None),
    _tie("Ada Elm", "Quince Office", "employment", until="2005"),
    _tie("Orchard Party", "Alder Works", "party_unit", attributed="Fig Daily"),
    _tie("Alder Works", "Institute of the Quince Navy", "code_from", status="alleged", asserted_by=None),
    _tie("Bo Oak", "Birch Works", "employment", role="chief engineer"),
    _tie("Bo Oak", "Orchard Party", "member"),
]
BODIES = [
    {"body_name": "Quince Office", "kind": "state", "country": "xx"},
    {"body_name": "Orchard Party", "kind": "party"},
]
CONTROL = {
    "control.owners": Example({"holdings": HOLDINGS}),
    "control.state": Example({"relations": RELATIONS, "bodies": BODIES}),
}
