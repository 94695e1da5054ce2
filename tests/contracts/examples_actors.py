"""Invented relations on which the lenses of the family actors find something."""

from typing import Any

from cuibono.testing.lenses import Example


def _tie(one: str, other: str, kind: str, **more: Any) -> dict[str, Any]:
    return {"from_name": one, "to_name": other, "type": kind} | more


RELATIONS = [
    _tie("Ada Elm", "Alder Works", "director", since="2001", role="chair"),
    _tie("Bo Oak", "Alder Works", "director", since="2003", until="2009", asserted_by=None),
    _tie("Bo Oak", "Cy Fir", "family", role="cousin"),
    _tie("Cy Fir", "Quince Office", "post", since="1999"),
    _tie("Cy Fir", "Dee Ash", "patron_of", attributed="Fig Daily"),
    _tie("Ada Elm", "Dee Ash", "link", status="alleged", asserted_by=None),
    _tie("Ada Elm", "Cy Fir", "member", until="1990", strength=0.7),
    _tie("Alder Works", "Cy Fir", "ownership", share_low=0.25, share_high=0.5, role="capital"),
    _tie("Eve Yew", "Dee Ash", "family"),
    *(_tie(f"Person {i}", "Alder Works", "employment") for i in range(4)),
]

ACTORS = {
    "actors.paths": Example(
        {"relations": RELATIONS, "bodies": [{"body_name": "Quince Office", "kind": "state"}]},
        {"one": "Ada Elm", "other": "Dee Ash", "hub": 4},
    )
}
