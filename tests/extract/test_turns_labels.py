"""Labels, told from other words before a colon."""

import pytest

from cuibono.extract.turns_labels import labels


def _nobody(_: str) -> str:
    return ""


def _told(text: str) -> list[tuple[str, str]]:
    return [(label.text, label.role) for label in labels(text, _nobody)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Host: Who is it?\n\nGuest: A man.", [("Host", "host"), ("Guest", "guest")]),
        ("Q: Who?\nA: He.\nQ: When?\nA: Then.", [("Q", "host"), ("A", "guest")] * 2),
        ("Host: Hello.\n\nNarration: It rained.", [("Host", "host"), ("Narration", "narration")]),
        ("Host: Hello.\n\nMr. Dao: Hello.\n\nHost: So?", [("Host", "host"), ("Dao", ""), ("Host", "host")]),
        ("ADA LIND: Hello.\n\nDAO WEN: Hi.\n\nLIND: So?\n\nDAO: No.\n\nLIND: Ah.\n\nDAO: Yes.",
         [("ADA LIND", ""), ("DAO WEN", ""), ("LIND", ""), ("DAO", ""), ("LIND", ""), ("DAO", "")]),
        ("Host: Hello.\n\nDao Wen (economist): Hello.", [("Host", "host"), ("Dao Wen", "")]),
        ("Host: Hello.\n\nDao Wen, economist: Hello.\n\nDao Wen: Bye.",
         [("Host", "host"), ("Dao Wen", ""), ("Dao Wen", "")]),
        ("Host Ada Lind: Hello.\n\nGuest: Hi.", [("Ada Lind", "host"), ("Guest", "guest")]),
        ("Ada Lind, host: Hello.\n\nGuest: Hi.", [("Ada Lind", "host"), ("Guest", "guest")]),
        ("[Lind] Hello.\n[Dao] Hi.\n[Lind] So?\n[Dao] No.", [("Lind", ""), ("Dao", "")] * 2),
        (">> LIND: Hello.\n>> DAO: Hi.\n>> LIND: So?\n>> DAO: No.", [("LIND", ""), ("DAO", "")] * 2),
        ("**Host:** Hello.\n\n**Guest:** Hi.", [("Host", "host"), ("Guest", "guest")]),
        ("[00:01] Host: Hello.\n[00:09] Guest: Hi.", [("Host", "host"), ("Guest", "guest")]),
        ("Host\n: Hello.\n\nGuest\n: Hi.", [("Host", "host"), ("Guest", "guest")]),
        ("Host: Hello. Who are you?Guest: Nobody. Host: Ah.", [("Host", "host"), ("Guest", "guest"), ("Host", "host")]),
        ("Host: Look.\n\nNews clip: It burns.\n\nHost: Yes.",
         [("Host", "host"), ("News clip", "clip"), ("Host", "host")]),
        ("Host: Look.\n\nClip of Dao Wen: I know.\n\nHost: Yes.",
         [("Host", "host"), ("Dao Wen", "clip"), ("Host", "host")]),
        ("CHAIR (Ivy Till): Hello.\n\nMR LIND (Farm Alliance): Hi.\n\nMS DAO: Yes.\n\nCHAIR: Bye.",
         [("CHAIR", "stranger"), ("LIND", ""), ("DAO", ""), ("CHAIR", "stranger")]),
        ("Mr Lind: one chair.\n\nChair: oak, 40 crowns.", []),
        ("Speaker 1: Hello.\nSpeaker 2: Hi.", [("Speaker 1", "guest"), ("Speaker 2", "guest")]),
        ("Ada Lind (00:01):\nHello.\nDao Wen (00:09):\nHi.\nAda Lind (00:12):\nSo?\nDao Wen (00:15):\nNo.",
         [("Ada Lind", ""), ("Dao Wen", "")] * 2),
    ],
)  # fmt: skip
def test_labels(text: str, told: list[tuple[str, str]]) -> None:
    assert _told(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "Warning: this is hot.\n\nNote: it cools.\n\nSource: the kitchen.\n\nWarning: still hot.",
        "He said three things.\n\nFirst: go. Second: run. Third: hide.",
        "It began at 12:30 and ended at 14:15.\n\n09:00: Breakfast.",
        "The firms are these.\n\nKitepath: an app.\n\nLoomis: a feed.",
        "Photo: Ada Lind\n\nUpdated: May 3\n\nPhoto: Dao Wen",
        "A single line. Host: one voice is no conversation",
        "See https://example.org: it is there.",
        "Read more: The end of the feed\n\nRead more: The grid",
    ],
)
def test_no_labels(text: str) -> None:
    assert _told(text) == []


def test_a_person_of_the_text_needs_no_second_label() -> None:
    text = "Dao Wen: I was there.\n\nAda Lind: And I was not."
    assert [x.text for x in labels(text, lambda name: "person")] == ["Dao Wen", "Ada Lind"]


def test_a_firm_before_a_colon_is_no_speaker() -> None:
    text = "Host: Whom do we know?\n\nKitepath: it makes an app.\n\nGuest: Nobody."
    known = {"Kitepath": "other"}
    assert [x.text for x in labels(text, lambda name: known.get(name, ""))] == ["Host", "Guest"]


def test_a_warning_inside_a_conversation_is_no_speaker() -> None:
    text = "Host: Hello.\n\nGuest: Hi.\n\nWarning: loud noise.\n\nHost: Bye."
    assert [x.text for x in labels(text, _nobody)] == ["Host", "Guest", "Host"]
