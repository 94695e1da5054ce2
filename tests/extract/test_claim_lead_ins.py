"""A lead-in, a tail and a dateline are none of the claim; who is named as a source is."""

import pytest

from cuibono.extract.claim_lead_ins import dateline, led_in, tail

CLAIM = "Acme Bank was founded in 2012"


@pytest.mark.parametrize(
    "lead",
    [
        "Don't let them fool you: ",
        "Folks, they won't tell you this, but ",
        "You will never read this in the papers, but ",
        "Never forget that ",
        "Make no mistake, ",
        "Mark my words: ",
        "Look it up: ",
        "Friends, let me be clear: ",
        "The truth is that ",
        "[00:08:10] ",
        "ELM BAY, 14 February 2024 (Inland Wire) - ",
        "PORT ELM — ",
        "**ELM BAY, 14 February 2024 (Inland Wire)** - ",
        "What is true is that ",
        "What they do not tell you is that ",
        "Notes to editors: ",
        "About the company: ",
        "Background: ",
    ],
)
def test_what_leads_in_is_cut_off(lead: str) -> None:
    assert (lead + CLAIM)[led_in(lead + CLAIM) :] == CLAIM


@pytest.mark.parametrize("lead", ["8/ ", "12/30 ", "(3/9) "])
def test_the_number_of_a_post_in_a_thread_is_cut_off(lead: str) -> None:
    assert led_in(lead + CLAIM) == len(lead)


@pytest.mark.parametrize("lead", ["Livia Menn said: ", "In 2012: ", "NATO said: ", "The union warned: ", ""])
def test_a_source_is_not_cut_off(lead: str) -> None:
    assert led_in(lead + CLAIM) == 0


@pytest.mark.parametrize(
    "behind",
    [", if I remember rightly", ", up in the hills", ", rain or no rain", ", as far as I know", ", too", ", I think"],
)
def test_what_is_said_by_the_way_is_cut_off(behind: str) -> None:
    assert (CLAIM + behind)[: tail(CLAIM + behind)] == CLAIM


@pytest.mark.parametrize("behind", [", up in 40 villages", ", over in Oslo", ", if the bank allows it", ", or no bank"])
def test_what_says_more_is_kept(behind: str) -> None:
    assert tail(CLAIM + behind) == len(CLAIM + behind)


@pytest.mark.parametrize("behind", [", look it up", ", and I can prove it", " - mark my words", ", folks", ""])
def test_what_is_called_out_behind_is_cut_off(behind: str) -> None:
    assert (CLAIM + behind)[: tail(CLAIM + behind)] == CLAIM


def test_a_hyphen_is_no_dateline() -> None:
    assert dateline("EU-wide sales fell in 2020") == 0
    assert dateline("ACME – Brevia's biggest bank – was founded in 2012") == 0
    assert dateline("ACME – the bank – was founded in 2012") == 0
    assert dateline("US sales fell - by 3 percent") == 0
