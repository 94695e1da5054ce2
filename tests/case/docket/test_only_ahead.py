"""Places that are told by who stands before or behind."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from cuibono.store.session import Session
from tests.case.asked import asked, case_of, put

SHARES = """market,stage,basis,year,supplier,share,asserted_by
tin,mine,production,2021,Norland,52 %,Yearbook
tin,mine,production,2021,Sudland,30 %,Yearbook
tin,mine,production,2021,Arland,10 %,Yearbook
tin,mine,production,2021,Other countries,8 %,Yearbook
"""


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with case_of({"supply_shares.csv": SHARES}) as opened:
        yield opened


@pytest.mark.parametrize(
    ("subject", "words", "outcome"),
    [
        ("Norland", "No other country mined more tin than Norland in 2021", "supported"),
        ("Sudland", "No country mined more tin in 2021 than Norland", "supported"),
        ("Sudland", "No country mined more tin than Sudland in 2021", "contradicted"),
        ("Norland", "In 2021 only Norland mined more tin than Sudland", "supported"),
        ("Norland", "In 2021 only Norland mined more tin than Arland", "contradicted"),
        ("Norland", "In 2021 only Norland exported more tin than Sudland", "undecided"),
        ("Sudland", "Sudland was the second-largest tin miner after Norland in 2021", "supported"),
        ("Sudland", "Sudland was the second-largest tin miner after Arland in 2021", "contradicted"),
        ("Sudland", "Sudland was second only to Norland in tin mining in 2021", "supported"),
        ("Norland", "Norland mined more tin in 2021 than all other countries together", "supported"),
        ("Sudland", "Sudland mined more tin in 2021 than all other countries together", "contradicted"),
        ("Norland", "No other country mined more copper than Norland in 2021", "undecided"),
    ],
)
def test_each_place_is_tested(session: Session, subject: str, words: str, outcome: str) -> None:
    claim = asked("rank", subject, "", "2021")
    tested = put(session, replace(claim, words=words, says=words))
    decided = tested.outcome if tested.outcome in ("supported", "contradicted") else "undecided"
    assert decided == outcome, tested
