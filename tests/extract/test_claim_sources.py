"""Who counts as a source of a claim, under which name, through which outlets."""

from dataclasses import replace

import pytest

from cuibono.extract.claim_sources import independence, is_nameless, owners_of, saying, speakers
from cuibono.extract.claim_sources_words import heads, reasons
from cuibono.measures.voices import Saying
from cuibono.model.docket import Asked
from cuibono.model.stated import Stated

LONG = (
    "Norland makes 64 percent of all lamps, and the price of a lamp has doubled since the frost of May, which took the "
    "glass works of the whole valley off the grid for weeks."
)


def _claim(speaker: str, source: str, outlet: str = "", **more: str) -> Asked:
    stated = Stated(own=not outlet, outlet=outlet or speaker, **more)  # type: ignore[arg-type]
    return Asked("share", "Norland makes 64 percent", "", (source, 1), speaker, stated=stated)


def test_a_claim_in_a_text_has_its_outlet_and_whoever_relays_it() -> None:
    claim = replace(_claim("Ada Elm", "s1", "Fig Daily (online)", published="2021"), via=("The Wire, 2021",))
    assert saying(claim) == Saying(
        "ada elm", "s1", ("fig daily", "wire"), when="2021", known=True, members=("ada elm",)
    )  # fmt: skip


def test_the_outlet_of_a_table_is_not_where_its_claims_were_published() -> None:
    row = replace(_claim("Ada Elm", "s1", "Somebody's list", row=True), via=("Radio Arland, 2020",))  # type: ignore[arg-type]
    assert (saying(row).place, saying(row).carriers) == ("through radio arland", ("radio arland",))
    alone = _claim("Ada Elm", "s1", "Somebody's list", row=True)  # type: ignore[arg-type]
    assert (saying(alone).place, saying(alone).carriers) == ("by ada elm", ("ada elm",))


def test_an_author_counts_where_nobody_is_quoted_and_is_somebody() -> None:
    assert saying(_claim("Fig Daily", "s", author="Ada Elm")).author == "ada elm"
    assert saying(_claim("Fig Daily", "s", author="Staff writer")).author == ""
    assert saying(_claim("Bo Ash", "s", "Fig Daily", author="Ada Elm")).author == ""


def test_a_text_without_outlet_and_author_has_no_known_publisher() -> None:
    assert not saying(replace(_claim("note.txt", "s"), stated=Stated(own=True))).known


@pytest.mark.parametrize("name", ["officials", "An official", "知情人士", "Anonymous", "", "?"])
def test_some_words_for_a_speaker_name_nobody(name: str) -> None:
    assert is_nameless(name)
    assert saying(_claim(name, "s", "Fig Daily")).voice == ""


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Norland, Sudland and Fig Works (releases)", ("fig works", "norland", "sudland")),
        ("Ada Elm and Bo Ash", ("ada elm", "bo ash")),
        ("王毅、李强", ("李强", "王毅")),
        ("Ada Elm, former minister for trade and industry", ("ada elm",)),
        ("Ministry of Trade and Industry", ("ministry of trade and industry",)),
        ("The Globe and Star", ("globe and star",)),
        ("Fig Daily, 2021", ("fig daily",)),
        ("Elm, Ada", ("elm",)),
    ],
)
def test_several_may_speak_under_one_name(name: str, found: tuple[str, ...]) -> None:
    assert speakers(name) == found


def test_one_sentence_put_alike_is_no_copy_and_a_paragraph_is() -> None:
    short = [_claim(f"Paper {n}", str(n), paragraph="Norland makes 64 percent of all lamps.") for n in range(2)]
    assert independence(short).count == 2
    long = [_claim(f"Paper {n}", str(n), paragraph=LONG) for n in range(2)]
    assert independence(long).count == 1
    assert reasons(long, independence(long)) == ["Paper 1 copies Paper 0"]


def test_a_paragraph_within_a_longer_one_is_a_copy() -> None:
    longer = f"{LONG} Our correspondent adds that {LONG[::-1]} and that nobody in the valley expects it to end soon."
    claims = [_claim("Fig Daily", "1", paragraph=LONG), _claim("Pear Post", "2", paragraph=longer)]
    assert independence(claims).count == 1


def test_the_same_text_is_a_copy_however_short_the_paragraph() -> None:
    claims = [_claim(f"Paper {n}", str(n), paragraph="So it is.", digest="d") for n in range(2)]
    assert independence(claims).count == 1


def test_owners_are_told_as_they_are_printed() -> None:
    owners = owners_of([{"party_name": p, "owner_name": "The Hazel Holding"} for p in ("Fig Daily", "Pear Post")])
    claims = [
        replace(c, stated=replace(c.stated, owners=owners))  # type: ignore[type-var]
        for c in (_claim("Fig Daily", "1"), _claim("Pear Post", "2"))
    ]
    found = independence(claims)
    assert (heads(claims, found), reasons(claims, found)) == (
        ["Fig Daily"],
        ["Pear Post and Fig Daily have one owner (The Hazel Holding)"],
    )
