"""Forecasts: kept with their date, open until it is over, scored as what they foretold."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from cuibono.case.docket import gathering, routes
from cuibono.model.docket import Asked
from cuibono.store.session import Session
from tests.case.asked import asked, case_of, put

TODAY = date(2026, 6, 1)
SHARES = "market,basis,year,supplier,share,asserted_by\n" + "".join(
    f"lamp,production,{year},{who},{share} %,Lamp Yearbook\n"
    for year, shares in {2021: (64, 36), 2025: (45, 55)}.items()
    for who, share in zip(("Norland", "Arland"), shares, strict=True)
)


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with case_of({"supply_shares.csv": SHARES}) as opened:
        yield opened


def _foretold(words: str, time: str | None, *, of: Any = "share", **more: Any) -> Asked:
    more = {"unit": "percent"} | more if of == "share" else more
    return asked("forecast", "Norland", words, time, status="forecast", foretold=of, **more)


OVER_40 = {"low": 40, "qualifier": "more than"}
UNDER_40 = {"high": 40, "qualifier": "less than"}


@pytest.mark.parametrize(
    ("claim", "outcome", "why"),
    [
        (
            _foretold("will make more than 40 percent of all lamps by 2030", "2030", **OVER_40),
            "not testable",
            "2030-12-31",
        ),
        (_foretold("will make more than 40 percent of all lamps", "../2030", **OVER_40), "not testable", "up to 2030"),
        (_foretold("will make more than 40 percent of all lamps", None, **OVER_40), "not testable", "for when"),
        (_foretold("will make more than 40 percent of all lamps", "2030/..", **OVER_40), "not testable", "no end"),
        (_foretold("will make more than 40 percent of all lamps in 2020", "2020", **OVER_40), None, ""),
        (_foretold("will fail", "2020", of=None), "not testable", "no table records"),
        (_foretold("will be the worst", "2020", of="opinion"), "not testable", "no table records"),
    ],
)  # fmt: skip
def test_a_forecast_is_open_until_its_time_is_over(
    session: Session, claim: Asked, outcome: str | None, why: str
) -> None:
    found = routes.route(claim, gathering.have(session), today=TODAY)
    assert found.outcome == outcome
    assert why in found.why


def test_when_its_time_is_over_the_table_that_would_score_it_is_named() -> None:
    found = routes.route(_foretold("will make 40 percent", "2020", n=40), set(), today=TODAY)
    assert found.outcome == "no data"
    assert "2020, is over; the case has no table 'supply_shares'" in found.why


@pytest.mark.parametrize(
    ("claim", "outcome"),
    [
        (_foretold("will exceed 40 percent of lamp production by 2025", "2025", **OVER_40), "supported"),
        (_foretold("will make more than 40 percent of lamp production", "../2025", **OVER_40), "supported"),
        (_foretold("will make 80 percent of the world's lamp production by 2025", "2025", n=80), "contradicted"),
        (_foretold("will buy 80 percent of the world's lamp production by 2025", "2025", n=80), "not identified"),
        (_foretold("will be the largest producer of lamps in 2021", "2021", of="rank"), "supported"),
        (_foretold("will be the largest producer in lamp production in 2025", "2025", of="rank"), "contradicted"),
        (_foretold("will make 80 percent of the world's lamp production in 2019", "2019", n=80), "not identified"),
        (_foretold("would make more than 40 percent of all lamp production in 2025", "2025", **OVER_40), "supported"),
        (_foretold("would still have more than 40 percent of lamp production", "2025", **OVER_40), "supported"),
        (_foretold("is expected to have more than 40 percent of lamp production", "2025", **OVER_40), "not identified"),
        (_foretold("'s lamp production share would fall below 40 percent by 2025", "2025", **UNDER_40), "contradicted"),
        (_foretold("'s share of lamp production was set to rise to 45 percent by 2025", "2025", n=45), "supported"),
        (_foretold("They foresaw that it would make 80 percent of lamp production", "2025", n=80), "contradicted"),
        (_foretold("would fall behind in lamp production by 2025 with 45 percent", "2025", n=45), "not identified"),
        (_foretold("would have made 80 percent of lamp production in 2025", "2025", n=80), "not identified"),
    ],
)  # fmt: skip
def test_a_forecast_is_scored_with_its_own_year(session: Session, claim: Asked, outcome: str) -> None:
    tested = put(session, claim)
    assert tested.outcome == outcome, tested
    assert tested.rule.startswith("it was a forecast;")
