"""Who is the largest shareholder: contradicted by anybody with more, borne out where nobody can have more."""

from collections.abc import Iterator
from typing import Any

import pytest

from cuibono.store.session import Session
from tests.case.asked import asked, case_of, put

HOLDINGS = """owner,asset,share_of,share,since,until,asserted_by
Silver Partners,Acme Bank,capital,41 %,2012,,Company House
Norland Fund,Acme Bank,capital,30 %,2009,,Company House
Kiln Fund,Acme Bank,capital,9 %,2015,,Company House
Glass Trust,Dim Lamps,capital,20 %,2012,,Company House
Kiln Fund,Dim Lamps,capital,11 %,2012,,Company House
Pia Vex,Radio Kiln,capital,60 %,2008-01-01,2019-06-30,Company House
Oren Brick,Radio Kiln,capital,60 %,2019-07-01,,Company House
Ada Quill,Kiln Herald,capital,60 %,2008-01-01,2019-06-30,Company House
Quill Works,Kiln Herald,capital,60 %,2019-07-01,,Company House
Ada Quill,Quill Works,capital,100 %,2010,,Company House
"""
HELD: list[tuple[Any, str, str, str, str | None, dict[str, Any], str]] = [
    ("rank", "Silver Partners", "is the largest shareholder of", "Acme Bank", None, {}, "supported"),
    ("ownership", "Silver Partners", "has the biggest stake in", "Acme Bank", None, {}, "supported"),
    ("rank", "Silver Partners", "is the biggest single shareholder in", "Acme Bank", None, {}, "supported"),
    ("rank", "Kiln Fund", "is the main shareholder of", "Acme Bank", None, {}, "contradicted"),
    ("rank", "Norland Fund", "is the second largest shareholder of", "Acme Bank", None, {}, "not identified"),
    ("rank", "Norland Fund", "was once the largest shareholder of", "Acme Bank", None, {}, "not identified"),
    ("ownership", "Kiln Fund", "is the largest foreign shareholder of", "Acme Bank", None, {}, "not identified"),
    ("rank", "Glass Trust", "is the largest shareholder of", "Dim Lamps", None, {}, "not identified"),
    ("rank", "Silver Partners", "is the largest shareholder of", "Oak Works", None, {}, "not identified"),
    ("ownership", "Pia Vex", "owned 60 percent of", "Radio Kiln", "2022", {"n": 60}, "contradicted"),
    ("ownership", "Lars Brick", "owns 60 percent of", "Radio Kiln", None, {"n": 60}, "not identified"),
    ("ownership", "Lars Brick", "owns 30 percent of", "Radio Kiln", None, {"n": 30}, "no data"),
    ("ownership", "Pia Vex", "owned 30 percent of", "Radio Kiln", "2022", {"n": 30}, "contradicted"),
    ("ownership", "Ada Quill", "owned 60 percent of", "Kiln Herald", "2022", {"n": 60}, "not identified"),
]


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with case_of({"holdings.csv": HOLDINGS}) as opened:
        yield opened


@pytest.mark.parametrize(("kind", "owner", "words", "asset", "time", "more", "outcome"), HELD)
def test_who_holds_the_most(
    session: Session,
    kind: Any,
    owner: str,
    words: str,
    asset: str,
    time: str | None,
    more: dict[str, Any],
    outcome: str,
) -> None:
    given = {"unit": "percent", **more} if more else {}
    assert put(session, asked(kind, owner, words, time, asset, **given)).outcome == outcome
