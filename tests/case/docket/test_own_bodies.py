"""Posts at bodies that are named in part, or not at all, and who leads them in other words."""

from collections.abc import Iterator
from typing import Any

import pytest

from cuibono.store.session import Session
from tests.case.asked import asked, case_of, put

TIES = """from,from_kind,to,to_kind,type,role,since,until,asserted_by
Joram Pell,Person,Government of Norland,PublicBody,employment,prime minister,2021-06-14,,Almanac
Edda Lorn,Person,Ministry of Mines of Norland,PublicBody,employment,minister of mines,2020-03-02,,Almanac
Thea Mark,Person,Border Guard of Norland,PublicBody,employment,chief of the Border Guard,2012-02-01,2018-06-30,Almanac
Ruben Alder,Person,Southern Fleet,Organization,employment,commander,2019-04-01,,Almanac
Nils Carrow,Person,Hill Cooperative,Organization,director,president,2018-05-01,,Almanac
Lena Astor,Person,Elm Paper Works,Company,employment,plant manager,2017-01-09,,Almanac
Veska,Company,Meadow Party,Organization,funds,donor,2019,2019,Almanac
Pia Vex,Person,Lamp Works,Company,director,chief executive,2015-01-09,,Almanac
Ada Lorn,Person,Lamp Works,Company,director,member of the board,2015-01,2019-06,Almanac
Ada Lorn,Person,Kiln Works,Company,director,member of the supervisory board,2015-01,2019-06,Almanac
Jon Vex,Person,Pia Vex,Person,family,brother,,,Almanac
Elm Police,PublicBody,Ring Metro,Company,data_access,access to camera images,2022-03,,Almanac
"""
CLAIMS: list[tuple[str, str, str, str | None, str, str]] = [
    ("role", "Joram Pell", "has been prime minister since June 2021 of", "2021-06", "Norland", "supported"),
    ("role", "Joram Pell", "has been prime minister since June 2017 of", "2017-06", "Norland", "contradicted"),
    ("role", "Joram Pell", "has been deputy prime minister since June 2021 of", "2021-06", "Norland", "not identified"),
    ("event date", "Edda Lorn", "became minister of mines in March 2020", "2020-03", "", "supported"),
    ("event date", "Edda Lorn", "took over as minister of trade in March 2020", "2020-03", "", "not identified"),
    ("role", "Edda Lorn", "has led the Ministry of Mines since March 2020", "2020-03", "", "supported"),
    ("role", "Edda Lorn", "has led the Ministry of Mines of Ost since March 2020", "2020-03", "", "not identified"),
    ("role", "Thea Mark", "led the Border Guard until 2018", "2018", "", "supported"),
    ("role", "Thea Mark", "led the Border Guard until 2022", "2022", "", "contradicted"),
    ("event date", "Ruben Alder", "took command of the Southern Fleet in April 2019", "2019-04", "", "supported"),
    ("role", "Ruben Alder", "commands", None, "Southern Fleet", "supported"),
    ("role", "Ruben Alder", "commands half of", None, "Southern Fleet", "not identified"),
    ("role", "Nils Carrow", "has presided since May 2018 over", "2018-05", "Hill Cooperative", "not identified"),
    ("role", "Nils Carrow", "presides over", None, "Hill Cooperative", "supported"),
    ("role", "Lena Astor", "has managed since January 2017", "2017-01", "Elm Paper Works", "supported"),
    ("role", "Lena Astor", "has mismanaged since January 2017", "2017-01", "Elm Paper Works", "not identified"),
    ("role", "Thea Mark", "has never held a post at", None, "Border Guard of Norland", "contradicted"),
    ("role", "Thea Mark", "has never held a high post at", None, "Border Guard of Norland", "not identified"),
    ("role", "Thea Mark", "has never held a post at", None, "Southern Fleet", "not identified"),
    ("role", "Pia Vex", "heads", None, "Lamp Works", "supported"),
    ("role", "Pia Vex", "has hardly headed", None, "Lamp Works", "not identified"),
    ("role", "Ada Lorn", "was a director in 2017 of", "2017", "Lamp Works", "supported"),
    ("role", "Ada Lorn", "was still a director in 2021 of", "2021", "Lamp Works", "contradicted"),
    ("role", "Ada Lorn", "was managing director in 2017 of", "2017", "Lamp Works", "not identified"),
    ("role", "Ada Lorn", "was a director in 2017 of", "2017", "Kiln Works", "not identified"),
    ("tie", "Jon Vex", "is not the brother of", None, "Pia Vex", "contradicted"),
    ("tie", "Jon Vex", "is not the cousin of", None, "Pia Vex", "not identified"),
    ("tie", "Veska", "gave money in 2019 to", "2019", "Meadow Party", "supported"),
    ("tie", "Veska", "gave money in 2021 to", "2021", "Meadow Party", "not identified"),
    ("tie", "Elm Police", "have had access since March 2022 to camera images of", "2022-03", "Ring Metro", "supported"),
    ("tie", "Ring Metro", "has access to camera images of", None, "Elm Police", "not identified"),
    ("tie", "Elm Police", "had access in the spring of 2023 to", "2023-21", "Ring Metro", "supported"),
    ("tie", "Elm Police", "had access in the spring of 2023 to", "2023", "Ring Metro", "not identified"),
]  # fmt: skip


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with case_of({"relations.csv": TIES}) as opened:
        yield opened


@pytest.mark.parametrize(("kind", "who", "words", "time", "where", "outcome"), CLAIMS)
def test_a_post_is_found_where_its_holder_is(
    session: Session, kind: Any, who: str, words: str, time: str | None, where: str, outcome: str
) -> None:
    tested = put(session, asked(kind, who, words, time, where))
    assert (tested.outcome if tested.outcome != "no data" else "not identified") == outcome, tested
