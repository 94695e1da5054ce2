"""Firms that a claim calls by one word of their name, and firms of which nobody has a majority."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from cuibono.case.docket.verdicts import DECIDED
from cuibono.model.claim_kind import ClaimKind
from cuibono.store.session import Session
from tests.case.asked import asked, case_of, put

TIES = """from_name,to_name,type,role,since,until
Sunniva Rask,Velmark Oil,director,chief executive,2021-06,
Velmark Oil,Clear Air Institute,funds,donor,2020-01,
Odd Fell,Brenna Paper,director,chief executive,2019-08,
Odd Fell,The Sund Courier,employment,editor,2012-01,2018-12
Karin Dorn,Dornwerk,director,director,2012-01,
"""
HOLDINGS = """owner,company,share_of,share_pct,since,until
Halse Holding,Velmark Oil,capital,24,2016-02,
Halse Holding,Brenna Paper,capital,40,2018-05,
Brenna Pension Fund,Brenna Paper,capital,33,2018-05,
Halse Holding,Tolm Radio,capital,80,2019-10,
Nord Trust,Rimm Mills,capital,20,2014-03,
Pia Yard,Yardwerk Ships,capital,22,2014-03,
Pia Yard,Yardwerk Ships,votes,61,2014-03,
Sund Fund,Yardwerk Ships,capital,45,2014-03,
"""


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with case_of({"relations.csv": TIES, "holdings.csv": HOLDINGS}) as made:
        yield made


@pytest.mark.parametrize(
    ("kind", "subject", "words", "other", "time", "percent", "outcome"),
    [
        ("ownership", "Halse Holding", "has 24 percent of", "Velmark", None, 24.0, "supported"),
        ("role", "Sunniva Rask", "has run", "Velmark", None, None, "supported"),
        ("tie", "Clear Air Institute", "has taken money from", "Velmark", None, None, "supported"),
        ("role", "Odd Fell", "is chief executive of", "Brenna", None, None, "supported"),
        ("ownership", "Halse Holding", "has 34 percent of", "Velmark", None, 34.0, "contradicted"),
        ("ownership", "Brenna", "has 24 percent of Velmark Oil", "", None, 24.0, "not decided"),
        ("ownership", "Halse Holding", "has 24 percent of", "Velmarket", None, 24.0, "not decided"),
        ("role", "Sunniva Rask", "was never chief executive of", "Velmark", None, None, "not decided"),
        ("ownership", "Dorn", "has 24 percent of Velmark Oil", "", None, 24.0, "not decided"),
    ],
)
def test_a_firm_by_one_word_of_its_name(
    session: Session,
    kind: ClaimKind,
    subject: str,
    words: str,
    other: str,
    time: str | None,
    percent: float | None,
    outcome: str,
) -> None:
    more = {"n": percent, "unit": "percent"} if percent else {}
    polarity = "-" if "never" in words else "+"
    found = put(session, replace(asked(kind, subject, words, time, other, **more), polarity=polarity))
    assert (found.outcome if found.outcome in DECIDED else "not decided") == outcome, found


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("No single shareholder has a majority of Brenna Paper", "supported"),
        ("Nobody holds more than half of Brenna Paper", "supported"),
        ("Nobody has a majority of Tolm Radio", "contradicted"),
        ("None of its owners has a majority in Tolm Radio", "contradicted"),
        ("Nobody has a majority of Rimm Mills", "not decided"),  # 80 percent are recorded of nobody
        ("Nobody has a majority of Yardwerk Ships", "not decided"),  # of the votes one has it
        ("Nobody has a majority of the votes in Yardwerk Ships", "contradicted"),
        ("Nobody wants a majority of Brenna Paper", "not decided"),
        ("No other shareholder has a majority of Tolm Radio", "not decided"),
    ],
)
def test_nobody_has_a_majority(session: Session, words: str, outcome: str) -> None:
    subject = words.partition(" has ")[0] if " has " in words else "Nobody"
    made = asked("ownership", subject, words.removeprefix(subject), polarity="-")
    found = put(session, replace(made, words=words, says=words))
    assert (found.outcome if found.outcome in DECIDED else "not decided") == outcome, found
