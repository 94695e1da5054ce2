import pytest

from cuibono.errors import BadSetting
from cuibono.testing.desk import ask, findings, notices

SHOWN = [
    {"account": f"a{n}", "video": f"v{k}", "topic": "quince" if k < 4 else "pets"} for n in range(6) for k in range(20)
]


def test_the_number_of_accounts_follows_from_the_formula() -> None:
    found = {f.about[0]: f for f in findings(ask("feeds.power", {"impressions": SHOWN}))}
    measure = found["quince"].measure
    assert measure is not None
    assert measure.value == 52  # 2 x 7.849 x .16 x (1/20) / .0025 + 1


def test_one_account_is_no_pilot() -> None:
    (notice,) = notices(ask("feeds.power", {"impressions": SHOWN[:20]}))
    assert notice.says == "No pilot to plan from"


def test_a_gap_that_is_none_is_refused() -> None:
    with pytest.raises(BadSetting, match="gap"):
        ask("feeds.power", {"impressions": SHOWN}, gap=0.0)
