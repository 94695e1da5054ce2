from typing import Any

import pytest

from cuibono.testing.desk import ask, findings, notices

LENS = "exposure.app"
Row = dict[str, Any]


def _fact(kind: str, name: str, grade: str, **more: Any) -> Row:
    row = {"app_id": "com.fig.notes", "app_name": "Fig Notes", "version": "1.2", "kind": kind, "name": name}
    return row | {"grade": grade, "place": "classes.dex \u00b7 com.fig.notes.Main.onCreate", "own": "own"} | more


FACTS = [
    _fact("permission", "android.permission.READ_CONTACTS", "declared", place="AndroidManifest.xml", own=None),
    _fact("access", "contacts", "reachable", value="content://com.android.contacts"),
    _fact("access", "location", "capability"),
    _fact("tracker", "UMeng", "capability", own="library"),
    _fact("endpoint", "cdn.oak.test", "capability", own="library"),
    _fact("endpoint", "collect.elm-metrics.test", "observed", place="request 1", value="POST /v1", own=None),
    _fact("secret", "Google API key", "reachable", value="AI\u2026 (39 characters, sha256 b62246d9aec1\u2026)"),
    _fact(
        "compared constant", "a fixed text that input is compared with", "reachable", value="op\u2026 (12 characters)"
    ),
]


def _about(what: str, **settings: Any) -> Any:
    return next(f for f in findings(ask(LENS, {"app_facts": FACTS}, **settings)) if f.about[2] == what)


def test_declared_found_and_observed_are_three_grades() -> None:
    assert "can be reached by calls" in _about("contacts").says
    assert "stands in its code; no chain of calls to it was found; it is not declared" in _about("location").says
    assert "was seen in recorded traffic (request 1)" in _about("collect.elm-metrics.test").says


def test_a_permission_and_the_call_it_stands_for_are_one_finding() -> None:
    found = _about("contacts")
    assert found.evidence.count() == 2
    assert found.measure is not None
    assert "grades: reachable, declared" in found.measure.meaning


def test_secrets_are_masked_and_never_tried() -> None:
    found = _about("Google API key")
    assert any("masked, never tried: AI\u2026" in c for c in found.caveats)


def test_what_stands_only_in_libraries_is_folded() -> None:
    items = ask(LENS, {"app_facts": FACTS})
    assert not [f for f in findings(items) if f.about[2] == "cdn.oak.test"]
    assert any("left out were 1 thing" in n.says for n in notices(items))
    assert _about("cdn.oak.test", folded=False)


def test_splits_of_a_package_are_one_app_by_the_name_that_people_know() -> None:
    split = _fact("access", "camera", "capability", app_name="com.fig.notes", place="classes.dex")
    found = [f for f in findings(ask(LENS, {"app_facts": [*FACTS, split]})) if f.about[2] in ("camera", "contacts")]
    assert {f.about[3] for f in found} == {"com.fig.notes"}
    (notice,) = [n for n in notices(ask(LENS, {"app_facts": [*FACTS, split]})) if "no access to" in n.says]
    assert notice.says.startswith("Fig Notes: ")


def test_two_versions_are_set_side_by_side() -> None:
    later = [
        _fact("access", "contacts", "reachable", version="1.10"),
        _fact("access", "camera", "capability", version="1.10"),
        _fact("tracker", "UMeng", "capability", version="1.10"),
    ]
    (found,) = [f for f in findings(ask(LENS, {"app_facts": [*FACTS, *later]})) if f.about[1] == "versions"]
    assert found.says.startswith("Fig Notes 1.10 against 1.2: new: access to camera; gone: access to location, ")
    assert found.measure is not None
    assert found.measure.value == 1.0
    assert "permission" not in found.says
    assert found.evidence.count() == 5
    assert [(b.label, b.value) for b in found.figure.bars] == [("new in 1.10", 1), ("gone in 1.10", 4)]


def test_what_was_not_found_is_no_proof_that_it_is_not_there() -> None:
    (notice,) = [n for n in notices(ask(LENS, {"app_facts": FACTS})) if "no access to" in n.says]
    assert "microphone" in notice.says
    assert "contacts" not in notice.says
    assert "out of reach" in notice.why


def test_the_figure_counts_the_places_of_each_grade() -> None:
    figure = _about("contacts").figure
    assert figure.title == "Fig Notes: where access to contacts stands"
    assert {b.label: b.value for b in figure.bars} == {
        "seen in traffic": 0,
        "in the code, reached by calls": 1,
        "in the code, no chain of calls": 0,
        "declared": 1,
    }


@pytest.mark.parametrize(
    ("host", "hinted"),
    [
        ("alog.umeng.com", "a name of UMeng (cn)"),
        ("api.fig.cn", "its ending, .cn, is that of a country"),
        ("notumeng.com", ""),
        ("umeng.com.fig.test", ""),
        ("fig.io", ""),
        ("cn", ""),
    ],
)
def test_the_owner_and_country_of_a_host_are_a_hint_by_its_name(host: str, hinted: str) -> None:
    facts = [_fact("endpoint", host, "observed", place="request 1", value="GET /")]
    (found,) = findings(ask(LENS, {"app_facts": facts}))
    told = [c for c in found.caveats if c.startswith("A hint")]
    assert told == (
        [f"A hint at whose it is: {hinted}. Where the machine stands is another question."] if hinted else []
    )


def test_only_what_was_observed_bears_out_that_an_app_does_it() -> None:
    can, asks, *_ = _about("contacts").bears
    assert "can" in can.words
    assert "collects" not in can.words
    (location,) = _about("location").bears
    assert [set(n.split("|")) & {"code", "can", "location", "asks"} for n in location.needs] == [
        {"code", "can"},
        {"location"},
    ]
    (does,) = _about("collect.elm-metrics.test").bears
    assert "connects" in does.words
    assert (asks.needs[0], "asks" in asks.words, "precise" in asks.words) == ("permission", True, False)


def test_what_is_declared_bears_out_that_an_app_asks_for_it_and_no_more() -> None:
    facts = [_fact("permission", "android.permission.ACCESS_FINE_LOCATION", "declared", own=None)]
    asks, *others = findings(ask(LENS, {"app_facts": facts}))[0].bears
    verbs, what = others[0].needs
    assert {"asks", "requests"} <= set(verbs.split("|"))
    assert "location" in what.split("|")
    assert {"asks", "permission", "precise", "location"} <= set(asks.words)
    assert not {"sends", "collects", "can"} & set(asks.words)


@pytest.mark.parametrize("party_id", [None, "name:fig soft", "inv-fig"])
def test_the_owner_of_the_developer_is_named_where_the_case_knows_him(party_id: str | None) -> None:
    facts = [f | {"developer_name": "Fig Soft"} for f in FACTS]
    owners = [{"party_id": party_id, "party_name": "Fig Soft", "owner_name": "Hazel Holding"}]
    found = findings(ask(LENS, {"app_facts": facts, "same_owner": owners}))[0]
    assert any(c == "Fig Soft answers to Hazel Holding, as the case has it." for c in found.caveats)


def test_no_owner_is_named_where_firms_of_that_name_answer_to_several() -> None:
    facts = [f | {"developer_name": "Fig Soft"} for f in FACTS]
    owners = [
        {"party_id": "inv-1", "party_name": "Fig Soft", "owner_name": "Hazel Holding"},
        {"party_id": "inv-2", "party_name": "Fig Soft", "owner_name": "Alder Works"},
    ]
    found = findings(ask(LENS, {"app_facts": facts, "same_owner": owners}))[0]
    assert not any("answers to" in c for c in found.caveats)


def test_one_app_can_be_asked_for() -> None:
    assert findings(ask(LENS, {"app_facts": FACTS}, app="fig notes"))
    (notice,) = notices(ask(LENS, {"app_facts": FACTS}, app="com.other"))
    assert notice.says == "Nothing is known of com.other"
