"""Who is named in front of a clause, in its middle or beside a quote, where no parser tells that they say it."""

from collections.abc import Callable

import pytest

from cuibono.extract.records import Found

Read = Callable[..., Found]
TOLD = [
    "Pia Lund, a grain broker, insists the mill closed in 2021.",
    "And a listener, Pia Lund, thinks the mill closed in 2021.",
    "Your finance secretary, Pia Lund, tells anyone who asks that the mill closed in 2021.",
    "Pia Lund never tires of saying that the mill closed in 2021.",
    "Pia Lund likes to point out that the mill closed in 2021.",
    "And Pia Lund thinks elm_joe posts in lockstep with oak_fans.",
    "Pia Lund fumes that the mill closed in 2021.",
    "The mill closed in 2021, crows Pia Lund.",
    "The mill, Pia Lund complains, has 40 workers.",
    "Pia Lund could not hide her anger: the mill closed in 2021.",
    "Asked about the mill, Pia Lund was blunt: it closed in 2021.",
    "Pia Lund shook her head. “The mill closed in 2021.”",
    "“The mill closed in 2021.” Pia Lund is sure of it.",
    "“The mill closed in 2021,” Pia Lund likes to say.",
]
NOT_TOLD = [
    "If Pia Lund, a grain broker, insists the mill closed in 2021, nobody listens.",
    "Pia Lund never likes to say that the mill closed in 2021.",
    "Pia Lund, a grain broker, owns the mill that closed in 2021.",
    "The zoo keeps lions, tigers and crows, and Pia Lund owns it.",
    "Elm Mills shook its head. “The mill closed in 2021.”",
    "Pia Lund and Bo Ash shook their heads. “The mill closed in 2021.”",
    "Pia Lund left.\n\n“The mill closed in 2021.”",
    "The mill, Pia Lund's pride, has 40 workers.",
]


def _speakers(found: Found) -> set[str]:
    names = {n.id: n.name for n in found.names}
    return {names[c.speaker] for c in found.claims if c.speaker is not None}


@pytest.mark.parametrize("text", TOLD)
def test_who_says_it(read: Read, text: str) -> None:
    assert _speakers(read(text)) == {"Pia Lund"}


@pytest.mark.parametrize("text", NOT_TOLD)
def test_who_does_not(read: Read, text: str) -> None:
    assert _speakers(read(text)) == set()


def test_papers_of_somebody_speak(read: Read) -> None:
    found = read("The papers of the board claim that the strike ended on 25 April.")
    assert _speakers(found) == {"The papers of the board"}


def test_the_sentence_that_tells_it_is_no_claim_beside_it(read: Read) -> None:
    found = read("The papers of the board claim that the strike ended on 25 April.")
    assert [c.quote for c in found.claims] == ["the strike ended on 25 April"]
