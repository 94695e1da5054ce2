"""Claims of long programmes: several sentences in one quote, counters of things, narrators who ask, clips."""

from collections.abc import Callable

import pytest

from cuibono.extract.records import Found

Read = Callable[..., Found]


def _spoken(found: Found) -> list[tuple[str | None, str]]:
    names = {n.id: n.name for n in found.names}
    return [(names.get(c.speaker or ""), c.quote) for c in found.claims if c.mode != "turn"]


def test_each_sentence_of_a_quote_is_a_claim(read: Read) -> None:
    said = "The old committee meets every week. Its list had 240 names. Who wrote it? Hu Wen owns half of Acme"
    text = f"“{said},” said Livia Menn."
    (claim,) = read(text).claims
    assert [(p.kind, p.span.of(text)) for p in claim.parts] == [
        ("other", "The old committee meets every week"),
        ("count", "Its list had 240 names"),
        ("ownership", "Hu Wen owns half of Acme"),
    ]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The Harbour Board put the damage at 48 million crowns.", "Harbour Board"),
        ("A letter from the Harbour Board lists 212 breaches of the licence.", "Harbour Board"),
        ("The Norland Ministry of Ports counted 3,070 ships in the bay.", "Norland Ministry of Ports"),
        ("A tenant named Rosie Hale said that the tap was shut off.", "Rosie Hale"),
    ],
)
def test_who_states_a_number(read: Read, text: str, speaker: str) -> None:
    assert [who for who, _ in _spoken(read(text))] == [speaker]


@pytest.mark.parametrize(
    "text", ["The club counted 2,000 members in 2020.", "Hu Wen put the lamp at the door of number 40."]
)
def test_who_only_has_or_does_it(read: Read, text: str) -> None:
    assert _spoken(read(text)) == []


def test_a_feed_is_what_measures(read: Read) -> None:
    found = read("“The app learns from you. It measures how long your thumb rests on the glass,” said Hu Wen.")
    assert [p.about or p.subject for c in found.claims for p in c.parts] == ["The app", "The app"]


NARRATED = """Good evening, and welcome to The Ledger. Tonight we follow the money of Elm Harbour.

“The feed knows you,” said Hu Wen, a former engineer. “It never sleeps,” said Livia Menn, a lecturer.

“It counts your steps,” said Hu Wen. “It sells them,” Livia Menn added.

And Hu Wen? He has not been seen in public since August 28. I would be happy to believe that he is well.

“We were not robbed. We held the door,” said Livia Menn. “Nobody asked,” said Hu Wen.

“I have a list,” said Hu Wen. The harbour has 412 cranes. Thank you for watching, and good night."""


def test_a_narrator_who_quotes_goes_on_after_a_question(read: Read) -> None:
    found = read(NARRATED)
    own = {c.quote: c.speaker for c in found.claims if c.mode == "turn"}
    assert own["He has not been seen in public since August 28"] is None
    assert own["The harbour has 412 cranes"] is None


CLIP = """HOST: Good evening. Here is what people say about the harbour of Elm.

CLIP: The lease of the harbour cost the town 40 million crowns.

HOST: That was Mayor Tobias Renn last spring. He did not answer us.
"""


def test_a_clip_is_of_whoever_is_named_behind_it(read: Read) -> None:
    found = read(CLIP)
    names = {n.id: n.name for n in found.names}
    assert [names.get(t.speaker or "") for t in found.turns if t.voice == "clip"] == ["Tobias Renn"]
