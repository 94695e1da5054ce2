"""Who has the say over whom, and words that look like it."""

from collections.abc import Callable

import pytest

from cuibono.extract.records import Found

Read = Callable[..., Found]


@pytest.mark.parametrize(
    "said",
    [
        "the regulator answers to the company",
        "the party committee decides who is hired and what is shown",
        "the party committee decides behind closed doors what the paper prints",
        "those two take their orders from the ministry in Almery",
        "the ministry can overrule the city",
        "one percent gives the council a veto over every sale",
        "the group is run by the State Security Office",
        "the regulator asks Northmere for permission before it publishes a fine",
    ],
)
def test_somebody_has_the_say(read: Read, said: str) -> None:
    assert [c.kind for c in read(f"Livia Menn said that {said}.").claims] == ["control"]


@pytest.mark.parametrize(
    "said",
    [
        "the company answers to the name of Acme",
        "the minister answered the question of Hu Wen",
        "the voters decide who is mayor of Elm",
        "the court overruled Hu Wen in 2019",
        "the voters decide in May who is mayor of Elm",
        "the bakery is run by Hu Wen",
        "the clinic does not answer to the ministry",
    ],
)
def test_nobody_has(read: Read, said: str) -> None:
    assert "control" not in [c.kind for c in read(f"Livia Menn said that {said}.").claims]


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("The fund may name two directors", "control"),
        ("No field trial begins without its consent", "control"),
        ("The ministry does what Hu Wen says", "control"),
        ("The fund may name its price", "forecast"),
        ("No field trial begins without rain", "other"),
        ("It shares a laboratory with the Navy Institute", "tie"),
        ("It shares a border with Norland", "other"),
    ],
)
def test_leave_and_permission(read: Read, said: str, kind: str) -> None:
    assert [c.kind for c in read(f"“{said},” said Livia Menn.").claims if c.mode == "direct"] == [kind]
