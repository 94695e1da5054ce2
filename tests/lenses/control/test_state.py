from typing import Any

import pytest

from cuibono.errors import BadSetting
from cuibono.model.finding import Finding
from cuibono.testing.desk import ask, findings, notices

LENS = "control.state"
Rows = list[dict[str, Any]]
BODIES = [
    {"body_name": "Quince Office", "kind": "state", "country": "xx"},
    {"body_name": "Orchard Party", "kind": "party", "country": "xx"},
    {"body_name": "Medlar Corps", "kind": "military", "country": "yy"},
]


def _tie(one: str, other: str, kind: str, **more: Any) -> dict[str, Any]:
    return {"from_name": one, "to_name": other, "type": kind} | more


def _holds(owner: str, asset: str, share: float, **more: Any) -> dict[str, Any]:
    return _tie(owner, asset, "ownership", share_low=share, share_high=share, role="capital", **more)


def _found(rows: Rows, firm: str = "Alder Works", **settings: Any) -> list[Finding]:
    return findings(ask(LENS, {"relations": rows, "bodies": BODIES}, firm=firm, **settings))


OWNERS = [_holds("Oak Holding", "Alder Works", 0.3, since="2019"), _holds("Quince Office", "Oak Holding", 0.6)]


def test_a_chain_of_shares_is_told_hop_by_hop() -> None:
    (chain,) = _found(OWNERS)
    assert chain.says == (
        "Alder Works is tied to Quince Office (state, xx) in 2 hops: "
        "shares: Oak Holding (holds 30 % of capital, since 2019, recorded); "
        "shares: Quince Office (holds 60 % of capital, undated, recorded)"
    )
    assert chain.about == ("Alder Works", "Oak Holding", "Quince Office")
    assert chain.evidence.count() == 2
    assert any("not multiplied into a say" in c for c in chain.caveats)
    assert "controlled by" not in chain.says


@pytest.mark.parametrize(
    ("ties", "way"),
    [
        ([_tie("Ada Elm", "Alder Works", "director"), _tie("Ada Elm", "Quince Office", "employment")], "officers: Ada"),
        ([_tie("Ada Elm", "Alder Works", "founded"), _tie("Ada Elm", "Medlar Corps", "member")], "founders: Ada Elm"),
        ([_tie("Orchard Party", "Alder Works", "party_unit")], "party units: Orchard Party"),
        ([_tie("Quince Office", "Alder Works", "funds")], "funding: Quince Office"),
        ([_tie("Alder Works", "Quince Office", "debt")], "funding: Quince Office"),
        ([_tie("Alder Works", "Medlar Corps", "code_from")], "code: Medlar Corps"),
        ([_tie("Quince Office", "Alder Works", "data_access")], "data access: Quince Office"),
        ([_tie("Alder Works", "Quince Office", "part_of")], "belonging: Quince Office"),
        ([_tie("Quince Office", "Alder Works", "control")], "stated control: Quince Office"),
        ([_tie("Quince Office", "Alder Works", "owns")], "shares: Quince Office (owns"),
        ([_tie("Alder Works", "Quince Office", "owned_by")], "shares: Quince Office"),
        ([_tie("Alder Works", "Quince Office", "funded_by")], "funding: Quince Office"),
    ],
)
def test_each_way_leads_to_a_body(ties: Rows, way: str) -> None:
    (chain,) = _found(ties)
    assert way in chain.says


@pytest.mark.parametrize(
    "ties",
    [
        [_holds("Alder Works", "Birch Works", 0.5), _holds("Quince Office", "Birch Works", 0.5)],
        [_tie("Alder Works", "Quince Office", "funds")],
        [_tie("Ada Elm", "Alder Works", "employment", role="clerk"), _tie("Ada Elm", "Quince Office", "employment")],
        [_tie("Ada Elm", "Alder Works", "director"), _tie("Ada Elm", "Bo Oak", "family"),
         _tie("Bo Oak", "Quince Office", "post")],
        [_tie("Ada Elm", "Alder Works", "director"), _tie("Ada Elm", "Bo Oak", "associate"),
         _tie("Bo Oak", "Quince Office", "post")],
        [_tie("Orchard Party", "Alder Works", "party_unit", polarity="-")],
    ],
)  # fmt: skip
def test_what_gives_no_say_makes_no_chain(ties: Rows) -> None:
    assert _found(ties) == []


def test_somebody_employed_in_a_leading_role_is_an_officer() -> None:
    ties = [
        _tie("Ada Elm", "Alder Works", "employment", role="Chief engineer"),
        _tie("Ada Elm", "Quince Office", "post"),
    ]
    assert "officers: Ada Elm (employment (Chief engineer), undated, recorded)" in _found(ties)[0].says


def test_what_is_only_said_stays_said_and_bears_on_nothing() -> None:
    (chain,) = _found([_tie("Orchard Party", "Alder Works", "party_unit", attributed="Fig Daily")])
    assert "says Fig Daily" in chain.says
    assert "Its only tie is no record but the word of Fig Daily." in chain.caveats
    assert chain.bears == ()


def test_a_chain_of_record_bears_out_a_tie_and_no_more() -> None:
    (bearing,) = _found(OWNERS)[0].bears
    assert (bearing.kind, bearing.outcome) == ("tie", "supported")
    assert bearing.about == ("alder works", "Alder Works", "quince office", "Quince Office")


def test_a_name_that_reads_like_a_body_is_a_hint() -> None:
    ties = [_tie("Alder Works", "Institute of the Quince Navy", "part_of")]
    (chain,) = _found(ties)
    assert "(by its name military)" in chain.says
    assert any("read from the name alone" in c for c in chain.caveats)
    assert chain.bears == ()
    assert _found(ties, hints=False) == []


def test_ties_that_never_held_together_are_told_so() -> None:
    ties = [
        _tie("Ada Elm", "Alder Works", "director", since="2010"),
        _tie("Ada Elm", "Quince Office", "post", until="2005"),
    ]
    assert any("never held all at one time" in c for c in _found(ties)[0].caveats)


def test_a_day_leaves_other_times_and_undated_ties_aside() -> None:
    ties = [
        _tie("Quince Office", "Alder Works", "funds", since="2001", until="2003"),
        _tie("Orchard Party", "Alder Works", "party_unit"),
    ]
    assert [f.about[-1] for f in _found(ties, at="2002")] == ["Quince Office"]
    assert _found(ties, at="2010") == []


def test_ways_and_countries_can_be_chosen() -> None:
    ties = [*OWNERS, _tie("Alder Works", "Medlar Corps", "code_from")]
    assert [f.about[-1] for f in _found(ties, through=["code"])] == ["Medlar Corps"]
    assert [f.about[-1] for f in _found(ties, country="XX")] == ["Quince Office"]


def test_without_a_firm_the_best_chains_come_first() -> None:
    found = _found([*OWNERS, _tie("Quince Office", "Cedar Works", "funds")], firm="")
    assert [f.about[0] for f in found] == ["Cedar Works", "Oak Holding", "Alder Works"]


def test_chains_end_at_the_first_body() -> None:
    ties = [_holds("Quince Office", "Alder Works", 1.0), _tie("Quince Office", "Medlar Corps", "part_of")]
    assert [f.about for f in _found(ties)] == [("Alder Works", "Quince Office")]


def test_longer_chains_are_not_shown() -> None:
    items = ask(LENS, {"relations": OWNERS, "bodies": BODIES}, firm="Alder Works", longest=1)
    assert findings(items) == []
    assert notices(items)[0].says == "No chain from Alder Works to a public body is found"


def test_without_bodies_it_says_what_is_missing() -> None:
    (notice,) = notices(ask(LENS, {"relations": [_holds("Ash", "Elm", 0.5)]}))
    assert notice.says == "No public body is among those who are tied to anybody"


def test_entities_recorded_as_public_bodies_count() -> None:
    ties = [_holds("Rowan Board", "Alder Works", 0.5, from_kind="PublicBody")]
    (chain,) = findings(ask(LENS, {"relations": ties}))
    assert "Rowan Board (state)" in chain.says


def test_bad_settings_are_refused() -> None:
    for settings, words in (({"through": ["magic"]}, "no way"), ({"at": "soon"}, "no day"), ({"k": 0}, "at least 1")):
        with pytest.raises(BadSetting, match=words):
            _found(OWNERS, **settings)  # type: ignore[arg-type]
