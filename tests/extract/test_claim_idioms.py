"""Idioms that tell of which kind a claim is, and neighbours that only look like them."""

from collections.abc import Callable

import pytest

from cuibono.extract.records import Found

KINDS = [
    # a place among many
    ("When it comes to cheese, Orsk Dairy leads the country.", "rank"),
    ("Nobody carries more passengers than Orsk Ferries.", "rank"),
    ("No steelworks in the country is bigger than Veltara Steel.", "rank"),
    ("Only Gorland Shipping moves more containers than Veltara Steel.", "rank"),
    ("Lumo Bikes outsold every rival last year.", "rank"),
    ("Lumo Bikes came out on top in 2023.", "rank"),
    # what rose or fell
    ("The number of bottles keeps falling.", "trend"),
    ("Rents have hardly moved since 2016.", "trend"),
    ("Sales at Lumo Bikes picked up in 2023.", "trend"),
    ("Lumo Bikes lost a fifth of its customers between 2019 and 2023.", "trend"),
    ("Orsk Dairy sells twice as much butter as it did ten years ago.", "trend"),
    ("Fewer cars cross the lake than ten years ago.", "trend"),
    # who commands
    ("Bram Hale keeps Veltara Steel on a short leash.", "control"),
    ("Bram Hale has a blocking minority at Veltara Steel.", "control"),
    ("Veltara Steel is independent of Bram Hale.", "control"),
    ("Ilka Strand holds the reins at Vetrano Glass.", "control"),
    ("The power at Veltara Steel lies with Odd Brane.", "control"),
    ("Moss Bakeries is a subsidiary of Hollin Foods.", "tie"),
    # who holds
    ("Moss Bakeries passed into the ownership of Hollin Foods.", "ownership"),
    ("The owner of Moss Bakeries is a man called Pell Orrin.", "ownership"),
    # posts
    ("Odd Brane was put in charge of Veltara Steel.", "role"),
    ("As treasurer of Kerrow Bank, Odd Brane signed the cheques.", "role"),
    # ties
    ("Odd Brane and Pell Orrin went to school together.", "tie"),
    ("Odd Brane and Pell Orrin are not related.", "tie"),
    ("Odd Brane quit the Reform Party years ago.", "tie"),
    ("Odd Brane has held his ministry since June 2021.", "role"),
    ("It is Odd Brane who really runs Veltara Steel.", "control"),
    ("Odd Brane casts most of the votes at Veltara Steel.", "control"),
    ("Veltara Steel is still a distant fourth among the carriers.", "rank"),
    ("Output dropped because the spill shut half of the mine.", "cause"),
    ("Odd Brane grew up next door to Pell Orrin.", "tie"),
    # when
    ("Vetrano Glass dates from 1987.", "event date"),
    ("Vetrano Glass went bust in 2023.", "event date"),
    ("It was in 2017 that Vetrano Glass lost its licence.", "event date"),
]
NOT = [
    ("Odd Brane runs Veltara Steel.", "control"),
    ("Odd Brane is a second cousin of Pell Orrin.", "rank"),
    ("Odd Brane held his hat in the rain.", "role"),
    ("Odd Brane left the room of Pell Orrin.", "tie"),
    ("Kerrow Bank holds a majority of the shares in Elm Dairies.", "control"),
    ("That is fewer than in any year before.", "trend"),
    ("Hugo Brandt leads the list of candidates.", "rank"),
    ("The path leads the country people through the wood.", "rank"),
    ("Nobody bakes better bread than Orsk Dairy.", "rank"),
    ("In 2022 there were about 200 wolves in Norland.", "trend"),
    ("The choir picked up its sheets in 2023.", "trend"),
    ("The rents are higher because of the university.", "trend"),
    ("The coachman holds the reins of a grey horse.", "control"),
    ("These owners of Bell Steel are a plague on our country.", "ownership"),
    ("The road went back to gravel.", "event date"),
    ("If Vetrano Glass went bust in 2023, nobody told me.", "event date"),
    ("The children went to school on foot.", "tie"),
]


@pytest.mark.parametrize(("words", "kind"), KINDS)
def test_an_idiom_tells_the_kind(read: Callable[..., Found], words: str, kind: str) -> None:
    assert [c.kind for c in read(words).claims] == [kind]


@pytest.mark.parametrize(("words", "kind"), NOT)
def test_what_only_looks_like_one(read: Callable[..., Found], words: str, kind: str) -> None:
    assert kind not in [c.kind for c in read(words).claims]
