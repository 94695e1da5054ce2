"""Kinds that turns of phrase give a claim, and sentences in nearly the same words that are of no such kind."""

from collections.abc import Callable

import pytest

from cuibono.extract.records import Found

Read = Callable[..., Found]
PHRASED = [
    ("coordination", "elm_voice and oak_fan act in concert with them."),
    ("coordination", "elm_voice is part of the same network."),
    ("coordination", "elm_voice stayed out of it."),
    ("coordination", "There is no coordination between elm_voice and oak_fan."),
    ("coordination", "elm_voice and oak_fan repeat each other's links within seconds."),
    ("coordination", "All four channels are run from one flat in Elm."),
    ("coordination", "Both elm_voice and oak_fan are run from Acme's press office."),
    ("behaviour of a feed", "Pensioners are shown more of the mayor than students."),
    ("behaviour of a feed", "The flood was shown less to the Elm accounts than to those in Oak."),
    ("behaviour of a feed", "The Elm accounts got no chess at all."),
    ("behaviour of a feed", "With cooking we saw no difference between the two groups."),
    ("behaviour of a feed", "For the Oak accounts it was one clip in twelve."),
    ("treatment", "Villages with a woman as mayor got less than the rest."),
    ("treatment", "Among large mills the members had no advantage."),
    ("treatment", "Members with small mills are treated exactly like everybody else with small mills."),
    ("treatment", "Most of the other villages were turned away."),
    ("treatment", "Private plants were fined for only one small leak in ten in 2025."),
    ("treatment", "Home owners who asked for a permit in 2025 were turned down in 40 percent of cases."),
    ("treatment", "Large companies got a no in half of theirs."),
    ("treatment", "The Elm Bus Company hires women and men with a licence at the same rate."),
    ("treatment", "We treated private and public plants the same when they leaked."),
    ("tie", "Quell Bank is a secret donor too."),
    ("tie", "The Elm Institute has taken money from Acme since 2020."),
    ("tie", "The Relief Fund pays for them."),
    ("tie", "They are paid by Acme Holding."),
    ("rank", "Elm Mills ground less wheat in 2025 than either of its rivals."),
    ("rank", "That is more than all our competitors put together."),
    ("rank", "That is fewer than in any year before."),
    ("trend", "The queue was shorter in July than in May."),
    ("trend", "The wells of Elm are three times as salty as they were in 2015."),
    ("trend", "The dividend for 2025 was twice what you received for 2024."),
    ("trend", "Our share of deliveries grew over the year."),
    ("role", "Ada Lind has run the company since 2016."),
    ("role", "I have led this union since 2022, says Ada Lind."),
    ("control", "The mayor's wife controls the gravel company."),
    ("behaviour of an app", "Payfox never passes anything on to advertisers."),
    ("behaviour of an app", "Payfox encrypts every payment twice."),
    ("role", "Ada Lind has headed the bank since 2016."),
]
OTHERS = [
    ("treatment", "Elm Mills got less rain than the rest of the county."),
    ("treatment", "The treaty was signed at the same rate."),
    ("coordination", "The bakery is run from one kitchen."),
    ("coordination", "Ada Lind stayed out of it."),
    ("coordination", "Ada Lind and Bo Ash work together at the mill."),
    ("behaviour of a feed", "The prisoners were shown no mercy."),
    ("behaviour of a feed", "We saw no difference between the two bridges."),
    ("behaviour of an app", "Ada Lind sends flowers to the police."),
    ("tie", "The town pays for the bridge in 2025."),
    ("rank", "Bread is worth more than gold."),
    ("trend", "The tower is twice as tall as the church in Oak."),
    ("role", "Ada Lind has run the marathon since 2016."),
    ("control", "The remote controls the door."),
]


@pytest.mark.parametrize(("kind", "text"), PHRASED)
def test_a_turn_of_phrase_tells_the_kind(read: Read, kind: str, text: str) -> None:
    assert kind in [c.kind for c in read(text).claims]


@pytest.mark.parametrize(("kind", "text"), OTHERS)
def test_nearly_the_same_words_do_not(read: Read, kind: str, text: str) -> None:
    assert kind not in [c.kind for c in read(text).claims]
