"""Whom a claim is about that is not its first noun: a judgement, a cleft, a verb that was taken for a noun."""

from collections.abc import Callable

import pytest

from cuibono.extract.records import Claim, Found

Read = Callable[..., Found]


def only(read: Read, sentence: str) -> tuple[Claim, str]:
    """The one claim of a sentence, and whom it is about."""
    found = read(f"“{sentence},” said Luo Weiqing.")
    (claim,) = found.claims
    return claim, {n.id: n.name for n in found.names}.get(claim.subject or "", claim.about)


@pytest.mark.parametrize(
    ("sentence", "subject", "kind"),
    [
        ("It is Hu Wen who controls Acme Bank", "Hu Wen", "control"),
        ("It was Clara Finch who founded Acme Bank in 2012", "Clara Finch", "event date"),
        ("Critics call the new bridge a disgrace", "the new bridge", "opinion"),
        ("Some label the tram a vanity project", "the tram", "opinion"),
        ("Reelio buries videos that mention Hu Wen", "Reelio", "behaviour of a feed"),
        ("A total of 412 people were killed on the roads in 2023", "412 people", "count"),
        ("In 2022 there were about 200 wolves in Norway, and not one has been seen in Oslo", "Norway", "count"),
    ],
)
def test_whom_it_is_about(read: Read, sentence: str, subject: str, kind: str) -> None:
    claim, about = only(read, sentence)
    assert (claim.kind, about) == (kind, subject)


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Hu Wen called the lamps “tin cans on a string”.", "the lamps"),
        ("Hu Wen described the rent plan as an insult to every tenant.", "the rent plan"),
        ("Hu Wen dismissed the plan as a farce.", "the plan"),
    ],
)
def test_what_somebody_is_called_is_an_opinion_of_it(read: Read, text: str, about: str) -> None:
    found = read(text)
    (claim,) = found.claims
    assert claim.kind == "opinion"
    assert {n.id: n.name for n in found.names}.get(claim.subject or "", claim.about) == about


def test_what_it_points_at_is_no_cleft(read: Read) -> None:
    claim, about = only(read, "It is a bank that owns 40 percent of Bright Works")
    assert (claim.kind, about) == ("ownership", "It")
