"""Ties that two names beside each other tell: seats, parts, holdings; and lists that tell none."""

from collections.abc import Callable

import pytest

from cuibono.extract.analysis import Analysis
from tests.extract.cast import read, told

Analyse = Callable[[str], Analysis]

TIES = [
    ("Eastport University in Northland closed.", ["located_in: Eastport University > Northland"]),
    ("They closed Eastport University, Northland.", ["located_in: Eastport University > Northland"]),
    ("Northland's Eastport University closed.", ["located_in: Eastport University > Northland"]),
    ("Tianjin-based Orient Shipping lost money.", ["located_in: Orient Shipping > Tianjin"]),
    ("The Tianjin shipbuilder Orient Shipping lost money.", ["located_in: Orient Shipping > Tianjin"]),
    ("The School of Law at Eastport University closed.", ["part_of: School of Law > Eastport University"]),
    ("Eastport University's School of Law closed.", ["part_of: School of Law > Eastport University"]),
    ("Redlake Holdings-backed Orient Shipping lost money.", ["patron_of: Redlake Holdings > Orient Shipping"]),
    ("Tidewater Media's Loopcam is popular.", ["owns_controls: Tidewater Media > Loopcam"]),
    ("Sarah Whitfield of the Hadley Institute agreed.", ["role: Sarah Whitfield > Hadley Institute"]),
    ("Hadley Institute's Sarah Whitfield agreed.", ["role: Sarah Whitfield > Hadley Institute"]),
    ("Luo Ping of the Jiangnan faction agreed.", ["member_of: Luo Ping > Jiangnan faction"]),
    ("The Jiangnan faction, including Luo Ping and Tan Shu, agreed.",
     ["member_of: Luo Ping > Jiangnan faction", "member_of: Tan Shu > Jiangnan faction"]),
]  # fmt: skip

NONE = [
    "They went to Shanghai, Tianjin, and Macau.",
    "In Northland, Southland and Hunan it rained.",
    "Gu Wenhai was in the Harbour Bank.",
    "Northland, Southland said, was to blame.",
    "They expelled Luo Ping from Northland.",
    "Qu Lan met Luo Ping at Harbour Bank.",
    "Before Redlake Holdings, Orient Shipping was unknown.",
]


@pytest.mark.parametrize(("text", "wanted"), TIES, ids=[t[:40] for t, _ in TIES])
def test_two_names_beside_each_other_are_tied(text: str, wanted: list[str], analyse: Analyse) -> None:
    assert sorted(told(t) for t in read(text, analyse).ties) == sorted(wanted)


@pytest.mark.parametrize("text", NONE, ids=[t[:40] for t in NONE])
def test_lists_and_chances_tie_nobody(text: str, analyse: Analyse) -> None:
    assert [told(t) for t in read(text, analyse).ties] == []
