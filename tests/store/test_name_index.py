"""The dictionary of names and claims: what is typed, in letters and in characters, and what changes with the case."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cuibono.case import Case, open_case
from cuibono.store import name_index
from cuibono.store.session import open_session

HOLDINGS = "owner,company,share\nHalden Metering,Tarn Shipping,49\n协鑫集团,Tarn Shipping,5\n王小红,Żółta Zatoka,5\n"
CLAIMS = "speaker,about,property,value,unit,when\nAnna Vell,Norland,share of lamp glass,78,percent,2021\n"


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Case:
    folder = tmp_path_factory.mktemp("names")
    (folder / "h.csv").write_text(HOLDINGS, "utf-8")
    (folder / "c.csv").write_text(CLAIMS, "utf-8")
    case = open_case(folder / "case")
    case.add(folder / "h.csv", as_table="holdings")
    case.add(folder / "c.csv", as_table="claims")
    return case


def _called(case: Case, text: str) -> list[str]:
    with open_session(case.layout) as session, name_index.opened(case.layout, session) as index:
        return list(dict.fromkeys(c.name for c in name_index.names(index, text)))


@pytest.mark.parametrize(
    ("typed", "called"),
    [
        ("tarn", ["Tarn Shipping"]),
        ("ship ta", ["Tarn Shipping"]),
        ("ha", ["Halden Metering"]),
        ("鑫", ["协鑫集团"]),
        ("集团", ["协鑫集团"]),
        ("团集", []),
        ("wang xiao", ["王小红"]),
        ("zatoka", ["Żółta Zatoka"]),
        ("", []),
        ('"', []),
    ],
)
def test_names_are_found_as_they_are_typed(case: Case, typed: str, called: list[str]) -> None:
    assert _called(case, typed) == called


def test_claims_are_found_by_words_and_by_speaker(case: Case) -> None:
    with open_session(case.layout) as session, name_index.opened(case.layout, session) as index:
        (claim,) = name_index.claims(index, "lamp gla")
        assert (claim.words, claim.speaker) == ("Norland: share of lamp glass 78 percent, 2021", "Anna Vell")
        assert name_index.claims(index, "", speaker="anna") == [claim]
        assert name_index.claims(index, "lamp", speaker="nobody") == []
        assert name_index.claims(index, "lamp", sources=[]) == []
        assert name_index.speakers(index) == [("Anna Vell", 1)]


def test_what_comes_and_goes_is_followed(case: Case, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("more")
    (folder / "more.csv").write_text("owner,company,share\nOstvik Glass,Tarn Shipping,1\n", "utf-8")
    assert _called(case, "ostvik") == []
    case.add(folder / "more.csv", as_table="holdings")
    assert name_index.stale(case.layout) == 1
    assert _called(case, "ostvik") == ["Ostvik Glass"]
    assert name_index.stale(case.layout) == 0
    case.forget("more.csv")
    assert _called(case, "ostvik") == []


@given(st.text())
def test_any_text_is_a_query(text: str) -> None:
    import sqlite3

    index = sqlite3.connect(":memory:")
    index.executescript(name_index._SCHEMA)
    index.execute("INSERT INTO name_words VALUES (?)", (name_index.tokens(text),))
    assert isinstance(name_index.names(index, text), list)
    assert isinstance(name_index.claims(index, text), list)
    index.close()
