from typing import Any

import pytest

from cuibono.errors import BadSetting
from cuibono.testing.desk import ask, findings, notices

LENS = "exposure.treatment"
Rows = list[dict[str, Any]]


def _cases(stratum: str | None, group: str, fined: int, warned: int, **more: Any) -> Rows:
    row = {"rule": "Parking", "stratum": stratum, "group_name": group} | more
    return [row | {"outcome": "fined"}] * fined + [row | {"outcome": "warned"}] * warned


UNEQUAL = [
    *_cases("band 1", "Hillfolk", 40, 60),
    *_cases("band 1", "Valley", 20, 80),
    *_cases("band 2", "Hillfolk", 70, 30),
    *_cases("band 2", "Valley", 45, 55),
]
#: Hillfolk are fined more often only because more of their cases are of the grave kind.
FAIR = [
    *_cases("light", "Hillfolk", 10, 40),
    *_cases("light", "Valley", 60, 240),
    *_cases("grave", "Hillfolk", 240, 60),
    *_cases("grave", "Valley", 40, 10),
]


def test_a_rule_that_falls_on_one_group_more_often_is_found() -> None:
    (found,) = findings(ask(LENS, {"decisions": UNEQUAL}))
    assert found.says.startswith(
        "Under \u201cParking\u201d cases of Hillfolk ended in \u201cfined\u201d more often than like cases of Valley: "
        "odds ratio 2.76 ["
    )
    assert found.about == ("Parking", "fined", "Hillfolk", "Valley")
    assert found.measure is not None
    assert found.measure.p is not None
    assert found.measure.p < 1e-5
    assert found.evidence.count() == 400
    assert any("E-value" in c for c in found.caveats)
    assert any("consistent with" in c for c in found.caveats)


def test_what_goes_with_the_risk_is_not_called_treatment() -> None:
    items = ask(LENS, {"decisions": FAIR})
    assert findings(items) == []
    (notice,) = notices(items)
    assert "no difference" in notice.says
    assert "without strata it would look like one" in notice.why


def test_without_strata_nothing_is_identified() -> None:
    items = ask(LENS, {"decisions": [r | {"stratum": None} for r in UNEQUAL]})
    assert findings(items) == []
    (notice,) = notices(items)
    assert "not identified" in notice.says
    assert "400 decisions" in notice.why


def test_groups_that_could_name_people_are_left_out() -> None:
    rows = [*UNEQUAL, *_cases("band 1", "Island", 9, 0)]
    (found,) = findings(ask(LENS, {"decisions": rows}))
    assert "Island" not in found.about
    with pytest.raises(BadSetting, match="too small"):
        ask(LENS, {"decisions": rows}, smallest=5)


def test_more_than_two_groups_are_each_compared_with_the_others() -> None:
    rows = [*UNEQUAL, *_cases("band 1", "Coast", 20, 80), *_cases("band 2", "Coast", 45, 55)]
    found = findings(ask(LENS, {"decisions": rows}))
    assert {f.about[2] for f in found} == {"Hillfolk", "Coast", "Valley"}
    assert "the 2 other groups" in found[0].says


def test_cases_with_a_patron_are_compared_with_those_without() -> None:
    rows = [
        *_cases("band 1", "Valley", 5, 95, patron="cousin of the deputy head"),
        *_cases("band 1", "Valley", 40, 60),
    ]
    (found,) = findings(ask(LENS, {"decisions": rows}, by="patron"))
    assert (
        "with a recorded patron ended in \u201cfined\u201d less often than like cases without a recorded" in found.says
    )


def test_the_claim_of_a_direction_is_borne_out_and_the_opposite_is_not() -> None:
    (found,) = findings(ask(LENS, {"decisions": UNEQUAL}))
    supported, contradicted, other, *_ = found.bears
    assert (supported.outcome, supported.about) == ("supported", ("Hillfolk", "Valley"))
    assert "more" in supported.words
    assert "more" not in contradicted.words
    assert "fined" in supported.words
    assert "discriminated" not in supported.words
    assert (other.outcome, other.about) == ("supported", ("Valley", "Hillfolk"))
    assert "less" in other.words


def test_an_alpha_that_is_none_is_refused() -> None:
    with pytest.raises(BadSetting, match="alpha"):
        ask(LENS, {"decisions": UNEQUAL}, alpha=0.9)


def test_rows_without_group_are_no_decisions() -> None:
    (notice,) = notices(ask(LENS, {"decisions": [{"group_name": None, "outcome": "fined"}]}))
    assert notice.says == "No decision can be compared"
