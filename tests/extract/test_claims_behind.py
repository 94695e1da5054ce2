"""Who is named behind a whole clause and a comma, before a colon, and in a phrase at its end."""

from collections.abc import Callable

import pytest

from cuibono.extract.records import Found

Read = Callable[..., Found]
BEHIND = [
    ("Acme Bank lost 40 million crowns in 2023, wrote the blogger Ada Till-Finn.", "Ada Till-Finn"),
    ("Ada Finn spoke first. Acme Bank was closed by a faulty lock, she is convinced.", "Ada Finn"),
    ("Acme Bank fell because its owners slept, Ada Finn, editor-in-chief of the Mirror, told us in May.", "Ada Finn"),
    ("Next year Acme Bank will be sold to Norland, Finn bets.", "Finn"),
    ("Acme Bank owns 30 percent of Elm Mills, noted the lawyer Odo Finn in May.", "Odo Finn"),
    ("Acme Bank never paid its fine, in Ada Finn's reading.", "Ada Finn"),
    ("For Ada Finn of the works council the matter is plain: Acme Bank controls Elm Mills.", "Ada Finn"),
    ("Finn has her own suspect: Acme Bank sold the mill to Elm Mills.", "Finn"),
    ("A note by the broker Ada Finn said that Acme Bank lost 40 million crowns in 2023.", "Ada Finn"),
    ("In an interview Finn claimed that Acme Bank gave Elm Mills 300,000 crowns in 2024.", "Finn"),
    ("Acme Bank saw more mills fail than Elm Mills in 2023, Ada Finn went so far as to say.", "Ada Finn"),
    ("Acme Bank won the prize on 3 May 2024, Ada Finn reminded readers.", "Ada Finn"),
    ("Acme Bank lost 40 million crowns in 2023, according to the scholar Dr Ada Finn.", "Ada Finn"),
    ("As the analyst Ada Finn sums up, Acme Bank owns 30 percent of Elm Mills.", "Ada Finn"),
    ("Lieutenant Ada Finn, who commands the post, sees nothing of the sort: “Acme Bank was late.”", "Ada Finn"),
    ("It was the money that made the board say yes, Ada Finn maintains.", "Ada Finn"),
]
NOT = [
    "When Acme Bank fell, Ada Finn said nothing.",
    "If Acme Bank falls, Ada Finn believes in luck.",
    "Acme Bank lost its licence, Ada Finn never said.",
    "In the reading of the meter, water use fell.",
    "For sale the matter is clear: nobody bought it.",
]


@pytest.mark.parametrize(("text", "speaker"), BEHIND)
def test_who_is_named_behind_it(read: Read, text: str, speaker: str) -> None:
    found = read(text)
    names = {n.id: n.name for n in found.names}
    said = [c for c in found.claims if c.mode != "turn"]
    assert [names[c.speaker or ""] for c in said] == [speaker]
    assert speaker not in said[0].quote


@pytest.mark.parametrize("text", NOT)
def test_who_says_nothing_of_it(read: Read, text: str) -> None:
    assert [c.quote for c in read(text).claims if c.mode != "turn"] == []


def test_a_quote_that_has_ended_is_not_of_who_speaks_next(read: Read) -> None:
    found = read(
        "In Ada Finn's words, “Acme Bank was cheap.” Odo Vance predicted: “Elm Mills will build 40 ships in 2030.”"
    )
    names = {n.id: n.name for n in found.names}
    assert [names[c.speaker or ""] for c in found.claims] == ["Ada Finn", "Odo Vance"]


def test_a_label_with_a_title_and_a_bracket_speaks(read: Read) -> None:
    found = read(
        "CHAIR (Ivy Till): Your facts, please.\n\nMR FINN (Farms): Acme Bank has lost members every year since 2020."
        "\n\nMS VANCE: Elm Mills had 300 members in 2020."
    )
    names = {n.id: n.name for n in found.names}
    assert [(names[c.speaker or ""], names[c.subject or ""]) for c in found.claims] == [
        ("FINN", "Acme Bank"),
        ("VANCE", "Elm Mills"),
    ]


def test_what_a_text_states_before_it_turns_to_who_denies_it(read: Read) -> None:
    found = read(
        "Acme Bank lost 30 million crowns in 2023, but Finn insists that Acme Bank has not lost a crown since 2019. "
        "Odo Vance came and said that Elm Mills lost 30 million crowns in 2023."
    )
    assert [c.quote for c in found.claims if c.mode == "turn"] == ["Acme Bank lost 30 million crowns in 2023"]


def test_what_its_network_measures_is_no_word_of_the_network(read: Read) -> None:
    found = read("Acme Bank builds pipes. At the end of 2025 its network measured 5,210 kilometres.")
    assert [c.mode for c in found.claims if "5,210" in c.quote] == ["turn"]


def test_nobody_in_particular_rumours_it(read: Read) -> None:
    (claim,) = read("It is rumoured that Acme Bank owns Elm Mills.").claims
    assert (claim.status, claim.quote) == ("alleged", "Acme Bank owns Elm Mills")


def test_a_clause_behind_a_semicolon_is_a_claim_of_its_own(read: Read) -> None:
    found = read(
        "Ada Finn says that the smell is bad. Acme Bank had 90 clerks, Finn says; Elm Mills had 40, she believes."
    )
    names = {n.id: n.name for n in found.names}
    said = [(names[c.speaker or ""], c.quote) for c in found.claims if c.mode != "turn"]
    assert said[1:] == [("Ada Finn", "Acme Bank had 90 clerks"), ("Ada Finn", "Elm Mills had 40")]
