"""Posts that are named without their body, and towns that are recorded as the City of themselves."""

from collections.abc import Iterator

import pytest

from cuibono.store.session import Session
from tests.case.asked import asked, case_of, put

TIES = """from,from_kind,to,to_kind,type,role,since,until,asserted_by
Joram Pell,Person,Ministry of Health,PublicBody,employment,minister,2021-06-14,,Almanac
Nils Carrow,Person,Ministry of Transport,PublicBody,employment,minister of transport,2022-09-15,2024-12-31,Almanac
Edda Lorn,Person,Ministry of Transport,PublicBody,employment,minister of transport,2025-01-01,,Almanac
Thea Mark,Person,St Una Hospital,Organization,employment,director,2019-04-01,,Almanac
Ruben Alder,Person,Mine Owners' Club,Organization,member,president,2020-01-01,,Almanac
Lena Astor,Person,City of Norhill,PublicBody,employment,mayor,2019-06-01,2023-05-31,Almanac
Jon Brick,Person,Kiln Club,Organization,employment,chair,2010-01-01,,Almanac
Jon Brick,Person,Lamp Club,Organization,employment,chair of the audit board,2010-01-01,,Almanac
"""
CLAIMS: list[tuple[str, str, str | None, str, str]] = [
    ("Joram Pell", "has been minister of health since June 2021", "2021-06", "", "supported"),
    ("Joram Pell", "became minister of health only in May 2023", "2023-05", "", "contradicted"),
    ("Joram Pell", "was minister of trade in 2023", "2023", "", "not identified"),
    ("Joram Pell", "was minister in 2019", "2019", "", "not identified"),
    ("Nils Carrow", "was still minister of transport in February 2025", "2025-02", "", "contradicted"),
    ("Nils Carrow", "served as minister of transport in 2023", "2023", "", "supported"),
    ("Nils Carrow", "was deputy minister of transport in February 2025", "2025-02", "", "not identified"),
    ("Jon Brick", "was chair of the audit board in 2015", "2015", "", "supported"),
    ("Thea Mark", "has been director of since April 2019", "2019-04", "St Una Hospital", "supported"),
    ("Ruben Alder", "has been president since 2020 of", None, "Mine Owners' Club", "supported"),
    ("Lena Astor", "was mayor of", "2022", "Norhill", "supported"),
    ("Lena Astor", "was mayor of", "2024", "Norhill", "contradicted"),
    ("Lena Astor", "was treasurer of", "2024", "Norhill", "not identified"),
]


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with case_of({"relations.csv": TIES}) as opened:
        yield opened


@pytest.mark.parametrize(("who", "words", "time", "where", "outcome"), CLAIMS)
def test_a_post_is_where_its_name_says(
    session: Session, who: str, words: str, time: str | None, where: str, outcome: str
) -> None:
    tested = put(session, asked("role", who, words, time, where))
    assert tested.outcome == outcome, tested
