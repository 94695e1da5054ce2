"""What a claim turns on is compared, and what it says by the way of somebody named is a claim of its own."""

from collections.abc import Callable

import pytest

from cuibono.extract.records import Found, Part

Read = Callable[..., Found]


def _parts(found: Found) -> list[Part]:
    return [p for c in found.claims for p in c.parts]


@pytest.mark.parametrize(
    ("text", "core"),
    [
        ("Halden Tiles, the smallest of all, was dissolved in 2021.", "Halden Tiles was dissolved in 2021"),
        (
            "Lowen Works, third in the table, made just over a fifth of all tiles in 2021.",
            "Lowen Works made just over a fifth of all tiles in 2021",
        ),
        ("The Elm Bridge, meanwhile, was opened on 6 May 2021.", "The Elm Bridge was opened on 6 May 2021"),
        ("As for owners: Birk Holding holds half of Lowen Works.", "Birk Holding holds half of Lowen Works"),
        (
            "The minister, Ada Lind, sat on the board of Lowen Works until May 2021.",
            "Ada Lind sat on the board of Lowen Works until May 2021",
        ),
        (
            "Lowen Works employed 400 people in 2021, whatever the papers may say.",
            "Lowen Works employed 400 people in 2021",
        ),
        (
            "Ada Lind left Lowen Works in May 2021, two weeks before she was elected.",
            "Ada Lind left Lowen Works in May 2021",
        ),
    ],
)
def test_what_is_said_by_the_way_is_left_aside(read: Read, text: str, core: str) -> None:
    found = read(text)
    assert core in [p.core for p in _parts(found)]
    assert all(p.words in ("", text.rstrip(".")) for p in _parts(found) if p.core == core)


@pytest.mark.parametrize(
    "text",
    [
        "Lowen Works, except in winter, makes 40 percent of all tiles.",
        "Lowen Works, together with Birk Steel, makes 40 percent of all tiles.",
        "Lowen Works, if the papers are right, makes 40 percent of all tiles.",
        "Lowen Works, allegedly a bank, makes 40 percent of all tiles.",
        "If Lowen Works, a maker of tiles, held 40 percent of Birk Steel, it would sell it.",
        "Lowen Works makes 40 percent of all tiles, except in Norland.",
        "Lowen Works makes 40 percent of all tiles, if nobody is mistaken.",
    ],
)
def test_what_narrows_or_depends_stays(read: Read, text: str) -> None:
    assert not any(p.core for p in _parts(read(text)) if "if" in text or p.core.startswith("Lowen Works makes"))


def test_what_is_told_of_somebody_named_is_a_claim_of_its_own(read: Read) -> None:
    found = read("Ada Lind founded the paper with Zeno Abarca, who owns 55 percent of Lowen Works.")
    names = {n.id: n.name for n in found.names}
    told = [(names.get(p.subject or ""), p.kind, names.get(p.object or "")) for p in _parts(found)]
    assert ("Zeno Abarca", "ownership", "Lowen Works") in told
    assert "Ada Lind" not in [who for who, kind, _ in told if kind == "ownership"]


def test_two_that_are_set_against_each_other_are_two_claims(read: Read) -> None:
    found = read("Lowen Works sold 400 tiles in 2021, while Birk Steel sold 900 tiles in 2021.")
    names = {n.id: n.name for n in found.names}
    assert [names.get(p.subject or "") for p in _parts(found)] == ["Lowen Works", "Birk Steel"]


def test_a_contrast_with_somebody_named_is_a_claim_of_its_own(read: Callable[..., Found]) -> None:
    claims = read("Acme Steel had 1,415 employees in 2025, while Bell Foundry had nearly twice as many.").claims
    said = [p.words for c in claims for p in c.parts] or [c.quote for c in claims]
    assert said == ["Acme Steel had 1,415 employees in 2025", "Bell Foundry had nearly twice as many"]


def test_so_is_one_with_a_thing_for_its_subject(read: Callable[..., Found]) -> None:
    claims = read("Vex Trust owns 58 percent of Acme Steel, while the province has been left with 15 percent.").claims
    said = [p.words for c in claims for p in c.parts] or [c.quote for c in claims]
    assert said[0] == "Vex Trust owns 58 percent of Acme Steel"
