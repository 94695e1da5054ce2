"""A number without an owner is of the place or the body it is counted in; what a firm does there is not."""

from collections.abc import Callable

import pytest

from cuibono.extract.records import Found

OF_IT = (
    ("More than 450,000 people lived in Elmburg in 2024.", "Elmburg"),
    ("In 2024, 351 pedestrians died in Elmburg.", "Elmburg"),
    ("The average rent in Elmburg was 14 dollars in 2024.", "Elmburg"),
    ("The number of nurses at Bell Infirmary has gone up every year since 2022.", "Bell Infirmary"),
    ("In Norland, too, fewer babies were born in 2024 than in 2022.", "Norland"),
)
NOT_OF_IT = (
    "The largest firm in Elmburg had 400 workers in 2024.",
    "300 people bought shares in Norland in 2024.",
    "300 people worked for Bell Steel in Norland in 2024.",
    "The mill in Elmburg sold 400 lamps in 2024.",
)


def subjects(found: Found) -> set[str]:
    names = {n.id: n.name for n in found.names}
    return {names.get(c.subject or "", "") for c in found.claims}


@pytest.mark.parametrize(("words", "whose"), OF_IT)
def test_it_is_of_where_it_is_counted(read: Callable[..., Found], words: str, whose: str) -> None:
    assert subjects(read(words)) == {whose}


@pytest.mark.parametrize("words", NOT_OF_IT)
def test_it_is_not(read: Callable[..., Found], words: str) -> None:
    assert not {"Elmburg", "Norland"} & subjects(read(words))
