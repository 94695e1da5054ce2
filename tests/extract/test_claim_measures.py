"""Whom a number without an owner is of, and which kind aims, praise and sooner-than are."""

from collections.abc import Callable

import pytest

from cuibono.extract.records import Found

OF = [
    ("The ratio of bad loans at Acme Savings rose from 4 percent in 2023 to 5 percent in 2024.", "Acme Savings"),
    ("The total assets of Acme Savings shrank from 13 billion dollars in 2023 to 12 billion in 2024.", "Acme Savings"),
    ("Recorded thefts in Norland went down from 2,120 in 2023 to 1,890 in 2024.", "Norland"),
    ("In 2024 900 thefts were recorded in Norland.", "Norland"),
    ("The strike at the harbour of Norland began on 2 May 2024.", None),
    ("The plant in Norland filled 21 million of them in 2024.", None),
]
KINDS = [
    ("Ada Finn thinks that Emil Torv did it to please her father.", "cause"),
    ("Ada Finn thinks that Emil Torv closed the mill out of spite.", "cause"),
    ("Ada Finn thinks that Emil Torv did so on the orders of her husband.", "cause"),
    ("Ada Finn thinks that no town in the country is friendlier than Norland.", "opinion"),
    ("Ada Finn thinks that this town is lovelier than any other.", "opinion"),
    ("Ada Finn thinks that party members are admitted to the hospital sooner than others.", "treatment"),
    ("Ada Finn fears that Acme Bank will have fewer than 40 branches by 2034.", "forecast"),
    ("Ada Finn expects 900 thefts in Norland by 2035.", "forecast"),
]


@pytest.mark.parametrize(("text", "subject"), OF)
def test_whom_it_is_of(read: Callable[..., Found], text: str, subject: str | None) -> None:
    found = read(f"Acme Savings is a bank in Norland. {text}")
    names = {n.id: n.name for n in found.names}
    claim = found.claims[-1]
    assert names.get(claim.subject or "") == subject


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_of_which_kind_it_is(read: Callable[..., Found], text: str, kind: str) -> None:
    assert [c.kind for c in read(text).claims] == [kind]


def test_a_larger_town_is_no_praise(read: Callable[..., Found]) -> None:
    found = read("Ada Finn thinks that no town in the country is larger than Norland.")
    assert [c.kind for c in found.claims] != ["opinion"]


def test_a_body_goes_by_its_last_word(read: Callable[..., Found]) -> None:
    found = read("Elm Dairy is old. Ada Finn says that the dairy had 860 employees in 2024.")
    names = {n.id: n.name for n in found.names}
    assert names.get(found.claims[-1].subject or "") == "Elm Dairy"
