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

CIRCLES = [
    _tie("Ada Elm", "Old School", "educated_at", unit="Class 3", since="1980-09-01", until="1984-07-31"),
    _tie("Bo Oak", "Old School", "educated_at", unit="Class 3", since="1982", asserted_by=None),
    _tie("Ada Elm", "Club", "member", until="1990", attributed="Fig Daily"),
    _tie("Bo Oak", "Club", "member", since="1985~", until="1989", status="alleged"),
    _tie("Cy Fir", "Club", "member"),
    _tie("Cy Fir", "Feast", "participated_in", since="2001-05-03"),
    _tie("Ada Elm", "Feast", "participated_in", since="2001-05"),
    *(_tie(f"Person {i}", "Congress", "member", since="1990") for i in range(5)),
]
ACTORS = {
    "actors.circles": Example({"relations": CIRCLES}, {"largest": 4, "undated": True}),
    "actors.paths": Example(
        {"relations": RELATIONS, "bodies": [{"body_name": "Quince Office", "kind": "state"}]},
        {"one": "Ada Elm", "other": "Dee Ash", "hub": 4},
    ),
}
