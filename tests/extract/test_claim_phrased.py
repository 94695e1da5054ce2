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
    ("treatment", "For large leaks at public plants a fine followed in four cases out of five."),
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
    ("coordination", "elmkat is part of the same network."),
    ("rank", "By milling capacity Elm Mills led everybody in 2025."),
    ("count", "Two of our bakers died in the oven room in 2024."),
    ("count", "Twice as many trout died below the mill as above it."),
    ("count", "The mill got rid of 440 of us in that one year."),
    ("control", "Oak Fund casts the majority of votes at its meetings."),
    ("role", "Ada Lind has been director-general since March 2025."),
    ("trend", "Elm Post mentioned Ada Lind about half as often in the second quarter of 2025 as in the first."),
    ("trend", "Net profit improved by about 16 percent in 2025."),
    ("trend", "Our paying users went up by 30 percent or so in 2025."),
    ("trend", "Tram passengers in Elm were up by nearly a tenth in 2025."),
    ("ownership", "Oak Fund has held 51 percent of the shares since April 2023."),
    ("cause", "Bo Ash bought the station to keep his critics off the air."),
    ("opinion", "Parliament has been cowardly about all this."),
    ("treatment", "For large leaks at private plants a fine followed in four cases out of five."),
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
    ("coordination", "The station is part of the same network."),
    ("count", "Ada Lind died in the oven room in 2024."),
    ("count", "Two bakers of Elm died on 3 May 2024."),
    ("control", "The majority of votes was counted by noon."),
    ("role", "Ada Lind has been ill since March 2025."),
    ("cause", "Bo Ash bought the station to the north of Elm."),
    ("ownership", "Oak Fund has 51 percent of the market share since April 2023."),
]


@pytest.mark.parametrize(("kind", "text"), PHRASED)
def test_a_turn_of_phrase_tells_the_kind(read: Read, kind: str, text: str) -> None:
    assert kind in [c.kind for c in read(text).claims]


@pytest.mark.parametrize(("kind", "text"), OTHERS)
def test_nearly_the_same_words_do_not(read: Read, kind: str, text: str) -> None:
    assert kind not in [c.kind for c in read(text).claims]
