"""Clips between marks or behind one."""

from cuibono.extract.records import Span
from cuibono.extract.turns_clips import clips


def _clips(text: str) -> list[str]:
    return [said.of(text) for _, said in clips(text, Span(0, len(text)))]


def test_between_marks() -> None:
    assert _clips("Look. (clip starts) We deny it. (clip ends) So.") == ["We deny it."]
    assert _clips("Look.\n[Begin video clip]\nWe deny it.\n\nAll of it.\n[End of clip]\nSo.") == [
        "We deny it.\n\nAll of it."
    ]


def test_behind_a_mark() -> None:
    assert _clips("[VIDEO: the evening news] It burns.\n\nSo it does.") == ["It burns."]
    assert _clips('[Soundbite]\n\n"We deny it."\n\nSo.') == ['"We deny it."']


def test_no_clips() -> None:
    assert _clips("[Music] It burns (as a video shows). [Applause] [Video]\n\nSo it does.") == []
