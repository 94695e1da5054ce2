"""Is a name searched for least where it is at home: ranks, placebos, draws, before and after."""

from random import Random
from typing import Any

import pytest

from cuibono.errors import BadSetting
from cuibono.model.finding import Finding, Notice
from cuibono.testing.desk import ask

REGIONS = tuple(f"Region {n:02d}" for n in range(1, 21))
Row = dict[str, Any]


def interest(
    names: int = 24, odd: float = 12.0, *, draws: int = 3, period: str = "2024-03", home: bool = False
) -> list[Row]:
    """Names that are all at home in Region 01 and most searched for there, but for the first of them."""
    rng = Random(9)
    rows = []
    for number in range(names):
        level = {r: 60 * rng.random() for r in REGIONS} | {"Region 01": odd if number == 0 else 90.0}
        for draw in range(draws):
            for region, value in level.items():
                row = {"name": f"Name {number}", "region": region, "value": value + 3 * rng.random(), "period": period}
                rows.append(row | {"draw": str(draw)} | ({"home": "Region 01"} if home else {}))
    return rows


def one(rows: list[Row], **settings: Any) -> Finding | Notice:
    (found,) = ask("campaigns.search", {"search_interest": rows}, **({"home": "Region 01"} | settings))
    return found


def test_a_name_that_is_not_searched_for_at_home_stands_out() -> None:
    found = one(interest(), name="Name 0")
    assert isinstance(found, Finding)
    assert found.says.startswith("Region 01 ranks 1")
    assert found.says.endswith(
        "of 20 among the regions that search for Name 0, where it is at home: unusually low; 0 of 23 other names have "
        "a home region as low or lower (p 0.042)"
    )
    assert found.measure is not None
    assert found.measure.p == pytest.approx(1 / 24)
    assert found.measure.low is not None
    assert found.evidence.count() == 60
    assert found.about == ("Name 0", "Region 01")


def test_an_ordinary_name_does_not() -> None:
    found = one(interest(), name="name 7")
    assert isinstance(found, Finding)
    assert "ranks 1st of 20" in found.says
    assert "not unusual" in found.says


def test_the_table_may_say_where_each_name_is_at_home() -> None:
    found = one(interest(home=True), name="Name 0", home="")
    assert isinstance(found, Finding)
    assert found.about == ("Name 0", "Region 01")


def test_claims_of_the_rank_are_compared_with_all_draws() -> None:
    found = one(interest(), name="Name 0")
    assert isinstance(found, Finding)
    bearing, with_among = found.bears
    assert found.measure is not None
    assert (bearing.kind, bearing.low, bearing.high) == ("rank", found.measure.low, found.measure.high)
    assert bearing.time == "2024-03"
    assert set(with_among.words) - set(bearing.words) == {"among"}


def test_one_draw_has_no_interval_and_says_so() -> None:
    found = one(interest(draws=1), name="Name 0")
    assert isinstance(found, Finding)
    assert found.measure is not None
    assert found.measure.low is None
    assert any(c.startswith("One draw only") for c in found.caveats)


def test_a_home_region_that_is_not_listed_ranks_behind_all() -> None:
    rows = [r for r in interest() if not (r["name"] == "Name 0" and r["region"] == "Region 01")]
    found = one(rows, name="Name 0")
    assert isinstance(found, Finding)
    assert "ranks 20th of 20" in found.says
    assert any("is not listed at all" in c for c in found.caveats)


def test_the_lowest_of_many_is_tested_against_nothing() -> None:
    notice = one(interest())
    assert isinstance(notice, Notice)
    assert notice.says.startswith("Whose home region ranks lowest: Name 0 (Region 01 1")
    assert "said beforehand" in notice.why


def test_too_few_names_to_compare_with() -> None:
    notice = one(interest(names=5), name="Name 0")
    assert isinstance(notice, Notice)
    assert "is not identified" in notice.says
    assert notice.why == "with 4 names to compare with, p cannot be below 0.2"


def test_a_name_that_is_not_there() -> None:
    notice = one(interest(), name="Nobody")
    assert isinstance(notice, Notice)
    assert notice.says == "The rank of the home region is not identified for 'Nobody'."
    assert notice.why == "the name does not occur, or not in its home"


def test_a_change_at_a_day_is_compared_with_what_others_did() -> None:
    rows = [*interest(odd=90.0, period="2024-01"), *interest(odd=5.0, period="2024-04"), *interest(period="2024-03")]
    _, found = ask("campaigns.search", {"search_interest": rows}, home="Region 01", name="Name 0", since="2024-03-15")
    assert isinstance(found, Finding)
    assert found.says.startswith(
        "Region 01 ranked 1st of 20 among the regions that search for Name 0 before 2024-03-15 and "
    )
    assert found.measure is not None
    assert found.measure.value > 10
    assert found.measure.p == pytest.approx(1 / 24)


def test_a_day_without_both_sides_is_not_identified() -> None:
    _, notice = ask(
        "campaigns.search", {"search_interest": interest()}, home="Region 01", name="Name 0", since="2030-01-01"
    )
    assert isinstance(notice, Notice)
    assert notice.says == "A change at 2030-01-01 is not identified for Name 0."


@pytest.mark.parametrize("setting", [{"level": 0.0}, {"level": 1.0}, {"since": "soon"}])
def test_settings_that_make_no_sense_are_refused(setting: Row) -> None:
    with pytest.raises(BadSetting):
        one(interest(names=2), **setting)
