"""Claims of the first person, which are of whoever speaks."""

from dataclasses import replace

import pytest

from cuibono.case.docket.first_person import in_own_name
from cuibono.model.claim_kind import ClaimKind
from cuibono.model.docket import Asked, Party

PIA = Party(None, "Pia Vex")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("I am still a judge of the Elm Court", "Pia Vex is still a judge of the Elm Court"),
        ("I took over as head of Acme in May 2021", "Pia Vex took over as head of Acme in May 2021"),
        ("since 2019 I've been mayor of Norhill", "since 2019 Pia Vex has been mayor of Norhill"),
        ("Pia Vex and I are judges", "Pia Vex and I are judges"),
    ],
)
def test_the_speaker_is_named(words: str, told: str) -> None:
    assert in_own_name(_said("role", words, PIA)).words == told


def test_whose_kin_it_is() -> None:
    claim = in_own_name(_said("tie", "Jon Brick is my brother", Party(None, "Jon Brick")))
    assert (claim.words, claim.object) == ("Jon Brick is Pia Vex's brother", PIA)


def test_nothing_is_put_in_the_mouth_of_another() -> None:
    of_another = _said("role", "I am a judge", Party(None, "Jon Brick"))
    assert in_own_name(of_another) == of_another
    short = replace(_said("role", "I am a judge", Party(None, "Vex")), speaker="Vex")
    assert in_own_name(short) == short


def _said(kind: ClaimKind, words: str, subject: Party) -> Asked:
    return Asked(kind, words, words, ("s", 1), "Pia Vex", subject=subject)
