"""What is said in one's own turn: which sentences are listed, and whose they are."""

from collections.abc import Callable

import pytest

from cuibono.extract.records import Claim, Found

Read = Callable[..., Found]


def _own(found: Found) -> list[Claim]:
    return [c for c in found.claims if c.mode == "turn"]


def _said(read: Read, sentence: str) -> list[str]:
    text = f"Host: I'm Ada Lind.\n\nDao Wen: {sentence}\n\nHost: I see.\n\nDao Wen: Yes."
    return [c.quote for c in _own(read(text))]


@pytest.mark.parametrize(
    "sentence",
    [
        "Kitepath paid 40 million yuan for the labels.",
        "We were 200 people in that year.",
        "The list came from Beijing every Monday.",
        "He stepped down in May 2020.",
    ],
)
def test_what_can_be_checked_is_listed(read: Read, sentence: str) -> None:
    assert _said(read, sentence) == [sentence.rstrip(".")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Did Kitepath pay 40 million yuan for the labels?",
        "Thank you, Ada Lind.",
        "Thanks for coming to Beijing for our viewers tonight.",
        "It was all very strange to me at the time.",
        "Go to Beijing and look.",
    ],
)
def test_what_cannot_be_checked_is_not(read: Read, sentence: str) -> None:
    assert _said(read, sentence) == []


def test_claims_carry_the_speaker_of_their_turn(read: Read) -> None:
    text = (
        "Host: I'm Ada Lind. Kitepath was founded in 2012.\n\nDao Wen: I joined Kitepath in 2014.\n\n"
        "Host: It grew to 60,000 people by 2018.\n\nDao Wen: I left in March 2019."
    )
    found = read(text)
    names = {n.id: n.name for n in found.names}
    assert [(names[c.speaker or ""], c.quote) for c in _own(found)] == [
        ("Ada Lind", "Kitepath was founded in 2012"),
        ("Dao Wen", "I joined Kitepath in 2014"),
        ("Ada Lind", "It grew to 60,000 people by 2018"),
        ("Dao Wen", "I left in March 2019"),
    ]


def test_the_voice_of_a_programme_without_a_name_is_nobodys_name(read: Read) -> None:
    text = "Narration: Kitepath was founded in 2012.\n\nHost: Who did it?\n\nGuest: I was told not to say who did it."
    claim, _ = _own(read(text))
    assert (claim.speaker, claim.speaker_kind) == (None, "nominal")


def test_an_inferred_speaker_is_passed_on_with_its_doubt(read: Read) -> None:
    text = (
        "This programme is about Kitepath. We spoke to Dao Wen, a former manager at Kitepath. I joined Kitepath in "
        "2014, and I was told to be quiet. We spoke to Vera Holt, who works at the Redfern Institute. I have seen the "
        "list and I know that it came from Beijing."
    )
    claims = _own(read(text, kind="transcript"))
    guests = [c for c in claims if c.quote.startswith("I ")]
    assert len(guests) == 2
    assert all(c.needs_person == (c.confidence < 0.7 * 0.75) for c in guests)


def test_a_year_may_lead_in_without_a_comma(read: Read) -> None:
    text = "Ada Elm: In 2021 Norland's share of the world's exports of lamp panes was 41 percent.\n\n" + (
        "Bo Ash: Thank you for that.\n\nAda Elm: In 2021 it rained.\n\nBo Ash: Norland sold 300 lamps in 2021."
    )
    said = [c.quote for c in read(text).claims]
    assert "In 2021 Norland's share of the world's exports of lamp panes was 41 percent" in said
