"""How people are dealt with, what a life is told by, and what several do as one."""

from collections.abc import Callable

import pytest

from cuibono.extract.records import Found

Read = Callable[..., Found]


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("local men are searched by the guards", "treatment"),
        ("the hotels in Elm turn away guests from Norland", "treatment"),
        ("they are forbidden to carry phones", "treatment"),
        ("German carmakers must hand over their data, local ones need not", "treatment"),
        ("the roof was searched by the guards", "other"),
        ("Hu Wen was arrested on the ninth", "other"),
        ("Hu Wen spent eleven years in the censorship bureau", "role"),
        ("Hu Wen took over the Planning Department", "role"),
        ("Hu Wen spent eleven crowns in the bakery", "amount"),
        ("the younger brother married the general's niece", "tie"),
        ("they switch off their transponders at the same minute", "coordination"),
        ("all the village heads came home with the same speech", "coordination"),
    ],
)
def test_people(read: Read, said: str, kind: str) -> None:
    assert [c.kind for c in read(f"Livia Menn said that {said}.").claims] == [kind]
