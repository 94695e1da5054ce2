"""Clips without marks inside a host's turn."""

from collections.abc import Callable

from cuibono.extract.records import Found

Read = Callable[..., Found]
_REST = "\n\nDao Wen: I have seen it before.\n\nHost: Thank you."


def _clips(read: Read, turn: str) -> list[tuple[str | None, str]]:
    text = f"Host: I'm Ada Lind, and welcome to The Long Table. {turn}{_REST}"
    found = read(text)
    names = {n.id: n.name for n in found.names}
    return [(names.get(t.speaker or ""), t.span.of(text)) for t in found.turns if t.voice == "clip"]


def test_what_a_host_announces_and_plays_is_another_s(read: Read) -> None:
    turn = (
        "The firm has denied it for years, and its owner has not spoken to anyone since. Let's listen to Robert Keel, "
        "a former manager at Tarsus Networks. I told my boss about it. I was told to be quiet. Now to the numbers of "
        "the year 2019, which the firm has published on its website."
    )
    ((who, words),) = _clips(read, turn)
    assert who == "Robert Keel"
    assert words.startswith("I told my boss about it. I was told to be quiet.")


def test_a_host_who_tells_of_herself_plays_nothing(read: Read) -> None:
    turn = (
        "I spoke to Robert Keel, a former manager at Tarsus Networks, last week in the town where I was born. I was "
        "surprised by my own questions. I had expected to be asked to leave, and I had my coat on my knees."
    )
    assert _clips(read, turn) == []
