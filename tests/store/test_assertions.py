import pytest

from cuibono.engine import DuckEngine
from cuibono.store.assertions import _shown


@pytest.mark.parametrize(
    ("low", "high", "shown"),
    [(0, 0, "0 %"), (0.005, 0.005, "0.5 %"), (0.1, 0.1, "10 %"), (1, 1, "100 %"), (0.8, 1, "80 to 100 %")],
)
def test_shares_are_shown_in_percent_to_the_last_digit_that_counts(low: float, high: float, shown: str) -> None:
    sql = _shown({"low": "a", "high": "b", "unit": "share"})
    with DuckEngine() as engine:
        assert engine.value(f"SELECT {sql} FROM (SELECT {low}::DOUBLE AS a, {high}::DOUBLE AS b) AS t") == shown
