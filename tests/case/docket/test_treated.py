"""How some are treated without a word of the outcome, two of several groups, and groups as texts call them."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from cuibono.case.docket.compared import comparing
from cuibono.case.docket.side_names import front, is_in
from cuibono.case.docket.two_rates import each_rate
from cuibono.store.session import Session
from tests.case.asked import asked, case_of, put

CELLS = {
    ("mooring", "small boat", "Reed Party member"): (80, 20), ("mooring", "small boat", "non-member"): (80, 80),
    ("mooring", "large boat", "Reed Party member"): (60, 20), ("mooring", "large boat", "non-member"): (40, 60),
    ("bridge toll", "cart", "Ostan pass"): (60, 40), ("bridge toll", "cart", "Velan pass"): (30, 170),
    ("bridge toll", "cart", "Mirran pass"): (30, 170), ("bridge toll", "van", "Ostan pass"): (60, 40),
    ("bridge toll", "van", "Velan pass"): (30, 170), ("bridge toll", "van", "Mirran pass"): (30, 170),
}  # fmt: skip


def _decisions() -> str:
    rows = ["rule,stratum,group_name,outcome,authority,when"]
    for (rule, stratum, group), counts in CELLS.items():
        ends = ("granted", "refused") if rule == "mooring" else ("searched", "waved through")
        for outcome, n in zip(ends, counts, strict=True):
            rows += [f"{rule},{stratum},{group},{outcome},Quay Office,2021-05"] * n
    return "\n".join(rows) + "\n"


@pytest.fixture(scope="module")
def quay() -> Iterator[Session]:
    with case_of({"decisions.csv": _decisions()}) as session:
        yield session


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("The Quay Office treated party members and non-members alike when it decided on moorings", "contradicted"),
        ("In moorings the Quay Office treats Reed Party members better than non-members", "supported"),
        ("In moorings members of the Reed Party are never treated better than non-members", "contradicted"),
        ("In moorings the Quay Office treats Reed Party members worse than non-members", "contradicted"),
        ("In moorings the Quay Office treats members of the Elm Party better than non-members", "not identified"),
        ("Party members had the same chance of being granted a mooring as non-members", "contradicted"),
        ("Party members and non-members have the same chance of being granted a mooring", "contradicted"),
        ("Non-members with boats of the same size were refused a mooring more often than party members", "supported"),
        ("Non-members of the same age were refused a mooring more often than party members", "not identified"),
        ("Both groups were granted moorings equally often", "contradicted"),
        ("Holders of Velan passes were searched more often than holders of Ostan passes", "contradicted"),
        ("People with Velan passes were searched more rarely than people with Ostan passes", "supported"),
        ("Travellers with Velan passes were searched about as seldom as those with Mirran passes", "supported"),
        ("Both groups were searched equally often", "no data"),
        ("Whether in carts or vans, those with Ostan passes were searched four times as often as those with Velan ones",
         "supported"),
        ("In carts and vans holders of Ostan passes were searched less often than holders of Velan passes",
         "contradicted"),
        ("In boats and vans holders of Ostan passes were searched less often than holders of Velan passes",
         "not identified"),
        ("Velan passes were searched as often as those of the other group", "no data"),
    ],
)  # fmt: skip
def test_treatment_is_put_to_the_outcome_it_ends_in(quay: Session, words: str, outcome: str) -> None:
    claim = replace(asked("treatment", "", ""), words=words, says=words)
    assert put(quay, claim).outcome == outcome


def test_what_is_left_to_other_words_is_left_open(quay: Session) -> None:
    tested = put(quay, asked("treatment", "", "Non-members without one were refused moorings more often than members"))
    assert tested.outcome == "not identified"
    assert tested.rule.startswith("it leaves to the words before it")


def test_rates_of_two_groups_in_cases() -> None:
    words = "At the quay, members were granted moorings in 70 percent of cases, against 40 percent for other people"
    made = each_rate(replace(asked("share", "", "", n=70.0, unit="percent"), words=words))
    assert [(c.low, c.words) for c in made] == [
        (70.0, "At the quay, 70 percent of members were granted moorings"),
        (40.0, "At the quay, 40 percent of other people were granted moorings"),
    ]


def test_more_rarely_is_less() -> None:
    said = comparing("Smiths were stopped more rarely than weavers")
    assert said is not None
    assert said.way == "less"


@pytest.mark.parametrize(
    ("text", "only", "ahead"),
    [
        ("Teenagers and adults were shown rain equally often", True, "teen"),
        ("Both groups were shown rain equally often", True, "teen"),
        ("Both groups were shown rain equally often", False, None),
        ("Both bosses of the teenagers were shown rain equally often", True, None),
    ],
)
def test_both_sides_together(text: str, only: bool, ahead: str | None) -> None:
    said = comparing(text)
    assert said is not None
    assert front(said, ("teen", "adult"), only=only) == ahead


def test_a_group_is_named_by_what_the_other_is_not() -> None:
    assert is_in("party members were heard", "Reed Party member", "lacking member")
    assert not is_in("those lacking member were heard", "Reed Party member", "lacking member")
    assert is_in("accounts following Reed", "follows Reed", "neutral")


def test_the_verb_of_two_rates_may_stand_with_the_second() -> None:
    words = "In peak hours, 20 percent of smiths and 30 percent of weavers were checked at the gate in 2021"
    made = each_rate(replace(asked("treatment", "", ""), words=words))
    assert [c.words for c in made] == [
        "In peak hours, 20 percent of smiths were checked at the gate in 2021",
        "In peak hours, 30 percent of weavers were checked at the gate in 2021",
    ]
