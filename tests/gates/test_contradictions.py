"""Planted disputes among invented statements, easy and hard: how many are found, how many are none.

The hard ones are those that a person would settle and a machine may not: neighbouring figures, the same name in
another order, a thousand printed as 1e3. They keep the measured numbers honest, and below one.
"""

from itertools import count
from typing import Any

from cuibono.testing.desk import ask, findings
from tests.gates.floors import below

Statement = dict[str, Any]
_YEAR = {y: {"from_day": f"{y}-01-01", "until_day": f"{y}-12-31"} for y in (2010, 2011, 2012)}


def _number(value: str, low: float | None, high: float | None = None, unit: str = "tonnes", **more: Any) -> Statement:
    return {"kind": "number", "value": value, "low": low, "high": high, "unit": unit} | more


def _exactly(value: str, number: float, unit: str = "tonnes", **more: Any) -> Statement:
    return _number(value, number, number, unit, **more)


def _day(value: str, earliest: str | None, latest: str | None) -> Statement:
    return {"kind": "date", "value": value, "earliest": earliest, "latest": latest, "property": "incorporationDate"}


def _words(value: str, name: str = "leiCode", **more: Any) -> Statement:
    return {"kind": "text", "value": value, "property": name} | more


#: Groups of statements of which at least two cannot both be true.
DISPUTES: list[list[Statement]] = [
    [_exactly("40", 40), _exactly("60", 60)],
    [_exactly("40", 40), _exactly("41", 41), _exactly("60", 60)],
    [_exactly("45.1", 45.1), _exactly("46.9", 46.9)],
    [_exactly("60,000", 60000), _exactly("100,000", 100000)],
    [_exactly("1.2 million", 1.2e6), _exactly("2 million", 2e6)],
    [_number("at least 80", 80), _exactly("77.5", 77.5)],
    [_number("below 40", None, 40), _exactly("55", 55)],
    [_number("80-90", 80, 90), _number("50 to 60", 50, 60)],
    [_number("at most 10", None, 10), _number("more than 20", 20)],
    [_exactly("43.4", 43.4, "percent", **_YEAR[2010]), _exactly("44.4", 44.4, "percent", **_YEAR[2010])],
    [_exactly("43.4", 43.4, "percent", **_YEAR[2010]), _exactly("49", 49, "percent")],
    [_exactly("9", 9, **_YEAR[2010]), _exactly("9", 9, **_YEAR[2011]), _exactly("12", 12, **_YEAR[2011])],
    [_exactly("77.5 %", 0.775, "share"), _number("80 to 100 %", 0.8, 1.0, "share")],
    [_exactly("0.5 %", 0.005, "share"), _exactly("5 %", 0.05, "share")],
    [_exactly("1990", 1990, "year"), _exactly("1991", 1991, "year")],
    [_exactly("1990", 1990, ""), _exactly("1993", 1993, "")],
    [_exactly("3", 3, "rank"), _exactly("1", 1, "rank")],
    [_exactly("12", 12), _exactly("20", 20, status="alleged")],
    [_exactly("12", 12), _exactly("20", 20, asserted_by="Same Post"), _exactly("30", 30, asserted_by="Same Post")],
    [_exactly("45", 45), _exactly("45", 45, polarity="-")],
    [_words("Ada Elm", "founder"), _words("ADA ELM.", "founder", polarity="-")],
    [_day("1950", "1950-01-01", "1950-12-31"), _day("1951-03-04", "1951-03-04", "1951-03-04")],
    [_day("since 1990", "1990-01-01", None), _day("1985", "1985-01-01", "1985-12-31")],
    [_words("5299 00AB", _row=None), _words("5299 00XY", _row=None)],
    # hard
    [_exactly("45", 45), _exactly("46", 46)],
    [_exactly("79.9", 79.9), _number("more than 80", 80)],
    [_exactly("Norland made 3 of 12", 3), _exactly("12", 12)],
]  # fmt: skip

#: Groups that can all be true, though no two of their texts are alike.
AGREEING: list[list[Statement]] = [
    [_exactly("45", 45), _exactly("45.4", 45.4)],
    [_exactly("60,000", 60000), _exactly("59,800", 59800)],
    [_exactly("1.2 million", 1.2e6), _exactly("1,240,000", 1.24e6)],
    [_number("at least 60", 60), _exactly("90", 90), _number("80-95", 80, 95)],
    [_number("below 40", None, 40), _number("at least 30", 30)],
    [_number("80-90", 80, 90), _number("85 to 99", 85, 99)],
    [_exactly("40", 40, **_YEAR[2010]), _exactly("60", 60, **_YEAR[2011]), _exactly("80", 80, **_YEAR[2012])],
    [_exactly("40", 40, from_day="2010-01-01", until_day="2010-06-30"), _exactly("60", 60, from_day="2010-07-01")],
    [_exactly("40", 40), _exactly("60", 60, status="forecast")],
    [_exactly("40", 40), _exactly("60", 60, status="hypothetical")],
    [_exactly("40", 40), _exactly("60", 60, polarity="-")],
    [_exactly("40", 40, "tonnes"), _exactly("60", 60, "percent")],
    [_exactly("40", 40, property="wheat"), _exactly("60", 60, property="rye")],
    [_exactly("1990", 1990, "year"), _number("1985-1995", 1985, 1995, "year")],
    [_day("1950", "1950-01-01", "1950-12-31"), _day("1950-03-04", "1950-03-04", "1950-03-04")],
    [_day("circa 1950", "1949-01-01", "1951-12-31"), _day("1951-03", "1951-03-01", "1951-03-31")],
    [_words("Ada Elm", "founder"), _words("Bo Oak", "founder")],
    [_words("5299-00ab"), _words("5299 00AB")],
    [_exactly("79.9 %", 0.799, "share"), _exactly("80 %", 0.8, "share")],
    # hard
    [_words("00AB 5299"), _words("5299 00AB")],
    [_exactly("1e3", 1000, "sheep"), _exactly("1012", 1012, "sheep")],
]  # fmt: skip


def _planted() -> tuple[list[Statement], set[str]]:
    """All groups as rows of one table, each about a thing of its own; and the things in dispute."""
    rows: list[Statement] = []
    disputed: set[str] = set()
    numbers = count(1)
    for groups, in_dispute in ((DISPUTES, True), (AGREEING, False)):
        for group in groups:
            about = f"firm-{next(numbers):03d}"
            disputed |= {about} if in_dispute else set()
            for speaker, statement in enumerate(group):
                fixed = {
                    "about_id": about,
                    "about_name": about,
                    "property": "output",
                    "asserted_by": f"Paper {speaker}",
                }
                rows.append(fixed | {k: v for k, v in statement.items() if k != "_row"})
    return rows, disputed


def measure() -> dict[str, float]:
    """Of the disputes found how many are real, of the real ones how many are found."""
    rows, disputed = _planted()
    found = {f.about[0] for f in findings(ask("claims.contradictions", {"assertions": rows}))}
    return {"precision": len(found & disputed) / len(found), "recall": len(found & disputed) / len(disputed)}


def test_planted_disputes_are_found_and_no_others() -> None:
    assert below("claims.contradictions", measure()) == []


def test_easy_disputes_are_all_found() -> None:
    rows, disputed = _planted()
    found = {f.about[0] for f in findings(ask("claims.contradictions", {"assertions": rows}))}
    assert {f"firm-{n:03d}" for n in range(1, 25)} <= found
    assert len(disputed) == len(DISPUTES)
