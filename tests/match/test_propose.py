"""Proposals: who is offered, who never is, in which order, and why."""

from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cuibono.match.known import Entities, Known
from cuibono.match.propose import EACH, propose
from cuibono.model.proposal import Proposal, Proposals

Make = Callable[..., Known]
Score = Callable[[Known, Known], Proposal | None]
Offered = Callable[..., Proposals]

SAME = [
    ("Person", "Wei Jinlong", "魏金龙", "same_sound"),
    ("Person", "Wei Jinlong", "魏金龍", "same_sound"),
    ("Person", "Wei Jinlong", "Jinlong Wei", "same_words_order"),
    ("Person", "Wei Jinlong", "WEI Jin-long", "same_sound"),
    ("Person", "Wei Jinlong", "Wei Chin-lung", "possible_sound"),
    ("Person", "Deng Xiaoshan", "Teng Hsiao-shan", "possible_sound"),
    ("Person", "Deng Xiaopei", "T'eng Hsiao-p'ei", "other_sound"),  # t'eng is teng, not deng
    ("Person", "Deng Xiaopei", "Teng Hsiao-p'ei", "same_sound"),
    ("Person", "魏金龍", "魏金龙", "same_characters"),
    ("Person", "张伟明", "章伟明", "other_characters"),
    ("Person", "Zhang Weimin", "Chang Weimin", "possible_sound"),
    ("Person", "Zhang Weiqing", "Chang Weiqing", "other_sound"),
    ("Person", "Ada Koranau", "Koranau, Ada", "same_words_order"),
    ("Person", "Ada Koranau", "Dr. Ada Koranau", "same_words"),
    ("Person", "Ada Koranau", "Ada Kornaau", "close_spelling"),
    ("Person", "Ada Maria Koranau", "Ada Koranau", "contained"),
    ("Person", "Ada Koranau", "A. Koranau", "initials"),
    ("Company", "Northland Silicon Co., Ltd.", "Northland Silicon Limited", "same_core"),
    ("Company", "Northland Silicon AG", "Northland Silicon GmbH", "other_form"),
    ("Company", "Northland National Silicon Corp", "NNSC", "acronym"),
    ("Company", "Northland Silicon Ltd", "Nortlhand Silicon", "close_spelling"),
    ("Company", "Beidixin Silicon Co Ltd", "北地新硅业有限公司", "same_sound"),
    ("Company", "Northland Silicon (Norport) Group", "Northland Silicon", "contained"),
    ("PublicBody", "Institute of Northland Glass", "The Northland Glass Institute", "same_core"),
    ("PublicBody", "No. 2 Glass Bureau of Norport", "No. 5 Glass Bureau of Norport", "other_numbers"),
]  # fmt: skip


@pytest.mark.parametrize(("schema", "left", "right", "level"), SAME)
def test_what_is_seen_in_two_names(make: Make, score: Score, schema: str, left: str, right: str, level: str) -> None:
    found = score(make(schema, left, ids={"x": "SAME1"}), make(schema, right, ids={"x": "SAME1"}))
    assert found is not None
    assert level in [r.level for r in found.reasons]


@pytest.mark.parametrize("alone", ["Wei", "Wong", "Hsieh", "魏"])
def test_a_chinese_family_name_alone_never_matches(make: Make, score: Score, alone: str) -> None:
    for other in ("Wei Jinlong", "Wei", "魏金龙", alone):
        assert score(make("Person", alone, born="1950-03-04"), make("Person", other, born="1950-03-04")) is None


def test_unless_an_identifier_is_the_same(make: Make, score: Score) -> None:
    ids = {"passportNumber": "P0012345"}
    assert score(make("Person", "Wei", ids=ids), make("Person", "Wei Jinlong", ids=ids)) is not None


def test_the_same_family_name_with_another_given_name_speaks_against(make: Make, score: Score) -> None:
    found = score(make("Person", "Wei Jinlong", born="1950-03-04"), make("Person", "Wei Guohua", born="1950-03-04"))
    assert found is not None
    assert found.score < 0
    assert found.against[0].feature == "family name" or found.against[1].feature == "family name"


def test_other_characters_outweigh_the_same_letters(make: Make, score: Score) -> None:
    found = score(make("Person", "Zhang Weiming", "张伟明"), make("Person", "Zhang Weiming", "章伟明"))
    assert found is not None
    assert "other_characters" in [r.level for r in found.reasons]
    assert found.score < 0


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        ("1950-03-04", "1950-03-04", "same_day"), ("1950-03-04", "1950-04-03", "turned"),
        ("1950-03-04", "1950-03", "same_month"),
        ("1950-03-04", "1950", "same_year"), ("1950-01-01", "1950-07-09", "same_year"), ("1950~", "1951-02-03", "fits"),
        ("1950-03-04", "1950-09-30", "near"), ("1950-03-04", "1962-03-04", "apart"), ("1950/..", "1962-03-04", "fits"),
    ],
)  # fmt: skip
def test_dates(make: Make, score: Score, left: str, right: str, level: str) -> None:
    found = score(make("Person", "Ada Koranau", born=left), make("Person", "Ada Koranau", born=right))
    assert found is not None
    (date,) = [r for r in found.reasons if r.feature == "date of birth or founding"]
    assert (date.level, left in date.says, right in date.says) == (level, True, True)


def test_nobody_is_born_after_having_died(make: Make, score: Score) -> None:
    found = score(make("Person", "Ada Koranau", died="1931"), make("Person", "Ada Koranau", born="1950"))
    assert found is not None
    assert found.score < 0
    assert [r.level for r in found.against] == ["prior", "over"] or [r.level for r in found.against] == [
        "over",
        "prior",
    ]


def test_identifiers(make: Make, score: Score) -> None:
    one = make("Company", "Northland Ltd", ids={"leiCode": "AB12CD34"})
    same = make("Company", "Southland Ltd", ids={"leiCode": "AB12CD34"})
    other = make("Company", "Northland Ltd", ids={"leiCode": "ZZ12CD34"})
    agree, contradict = score(one, same), score(one, other)
    assert agree is not None
    assert contradict is not None
    assert agree.supports[0].says == "the same leiCode AB12CD34"
    assert contradict.against[0].level in ("prior", "contradict")
    assert contradict.score < 0 < agree.score + 10


def test_ties_addresses_and_countries_are_seen(make: Make, score: Score) -> None:
    facts = {"ties": {"f1", "f2"}, "addresses": {"1 norport quay"}, "countries": {"nl"}}
    found = score(make("Person", "Ada Koranau", **facts), make("Person", "Ada Koranau", **facts))
    assert found is not None
    assert {"several", "same"} <= {r.level for r in found.reasons}
    assert {"shared ties", "address", "country"} <= {r.feature for r in found.supports}


def test_the_weights_add_up_to_the_score(make: Make, score: Score) -> None:
    found = score(make("Person", "Ada Koranau", born="1950"), make("Person", "A. Koranau", born="1950-03-04"))
    assert found is not None
    assert sum(r.weight for r in found.reasons) == pytest.approx(found.score)
    assert len(found.supports) + len(found.against) == len(found.reasons)
    assert found.odds == pytest.approx(2**found.score)


def test_a_name_that_many_bear_says_less(make: Make, offered: Offered) -> None:
    few = offered(*(make("Person", "Ada Koranau") for _ in range(2)))
    many = offered(*(make("Person", "Ada Koranau") for _ in range(40)))
    assert many[0].score < few[0].score
    assert "40 entities of the case bear the name" in [r.says for r in many[0].reasons]


def test_persons_and_firms_are_never_offered_together(make: Make, score: Score) -> None:
    assert score(make("Person", "Northland"), make("Company", "Northland")) is None
    assert score(make("LegalEntity", "Northland Glass"), make("Company", "Northland Glass")) is not None


def test_decided_pairs_are_not_offered_again(make: Make, offered: Offered) -> None:
    one, other = make("Person", "Ada Koranau"), make("Person", "Koranau, Ada")
    assert len(offered(one, other)) == 1
    assert len(offered(one, other, decided={frozenset((one.id, other.id))})) == 0


def test_the_limit_says_how_many_more_there_are(make: Make, offered: Offered) -> None:
    found = offered(*(make("Person", "Ada Koranau") for _ in range(4)), limit=2)
    assert (len(found), found.more) == (2, 4)


def test_no_entity_is_offered_more_often_than_allowed(make: Make, offered: Offered) -> None:
    found = offered(*(make("Person", "Ada Koranau", born="1950") for _ in range(45)))
    each = [side.id for p in found for side in (p.left, p.right)]
    assert max(map(each.count, set(each))) == EACH


def test_keys_that_many_share_are_told_in_the_notes(make: Make, offered: Offered) -> None:
    found = offered(*(make("Person", "Ada Koranau", born=str(1900 + n % 50)) for n in range(120)))
    assert "are shared by more than 50 entities" in found.notes[0]
    assert len(found) == 20 * 3 + 30  # three of each of the first years, two of the others


def test_nothing_to_match(offered: Offered, make: Make) -> None:
    assert list(offered()) == []
    assert list(offered(make("Person", "Ada Elm"))) == []
    assert (
        list(
            offered(make("Person", "???"), make("Person", "")),
        )
        == []
    )


_TEXT = st.text(alphabet=st.characters(codec="utf-8"), min_size=1, max_size=40)
_NAME = st.one_of(
    _TEXT, st.lists(st.sampled_from(["Wei", "魏", "金龙", "O'Neil", "Co.", "Ltd", "2", "-", "ﬁ", "J."])).map(" ".join)
)
_SCHEMA = st.sampled_from(["Person", "Company", "LegalEntity", "Vessel", "Address"])


@given(st.lists(st.tuples(_SCHEMA, _NAME), max_size=12))
def test_any_names_whatever(entities: list[tuple[str, str]]) -> None:
    known = [Known(f"e{n}", {schema}, [name]) for n, (schema, name) in enumerate(entities)]
    found = propose(Entities(known), least=-1e9)
    pairs = [frozenset((p.left.id, p.right.id)) for p in found]
    assert len(set(pairs)) == len(pairs)
    assert all(len(p) == 2 for p in pairs)
    assert [p.score for p in found] == sorted((p.score for p in found), reverse=True)
    assert all(abs(sum(r.weight for r in p.reasons) - p.score) < 1e-6 for p in found)


@example([("Person", "0:00000"), ("Person", "00000:00000")])
@given(st.lists(st.tuples(_SCHEMA, _NAME), min_size=2, max_size=8))
def test_the_order_of_the_case_changes_nothing(entities: list[tuple[str, str]]) -> None:
    known = [Known(f"e{n}", {schema}, [name]) for n, (schema, name) in enumerate(entities)]
    turned = list(reversed(known))

    def scores(listed: list[Known]) -> dict[frozenset[str], float]:
        return {frozenset((p.left.id, p.right.id)): round(p.score, 9) for p in propose(Entities(listed), least=-1e9)}

    assert scores(known) == scores(turned)
