"""Claims that say the same in one row, as far as a test cannot tell them apart."""

from cuibono.case.docket.grouping import grouped
from tests.case.asked import asked


def test_another_number_has_a_row_of_its_own_and_the_same_against_it() -> None:
    said = [
        asked("share", "Norland", "share of lamp production 78", "2021", n=78.0, unit="percent"),
        asked(
            "share", "Norland", "share of lamp production about 80", "2021", n=80.0, unit="percent", qualifier="about"
        ),
        asked("share", "Norland", "share of lamp production 20", "2021", n=20.0, unit="percent"),
        asked("share", "Norland", "share of lamp production 78", "2021", n=78.0, unit="percent"),
    ]
    rows, against = grouped(said)
    assert [len(r) for r in rows] == [2, 1, 1]
    assert against == [(3,), (3,), (1, 2)]


def test_of_votes_is_not_of_capital_and_first_is_not_plain() -> None:
    said = [
        asked("ownership", "Kestrel Holding", "has 40 percent in", "2021", "Halden Works", n=40.0, unit="percent"),
        asked(
            "ownership", "Kestrel Holding", "has 40 percent of votes in", "2021", "Halden Works", n=40.0, unit="percent"
        ),
        asked("role", "Ada Quill", "chair of", None, "Halden Works"),
        asked("role", "Ada Quill", "first chair of", None, "Halden Works"),
    ]
    assert [len(r) for r in grouped(said)[0]] == [1, 1, 1, 1]
