"""Forms of one verb and the nouns made of it are one family; others are not brought together."""

import pytest

from cuibono.extract.word_families import family


@pytest.mark.parametrize(
    ("words", "verb"),
    [
        ("arrest arrested arrests arresting", "arrest"),
        ("withdrew withdrawn withdrawal withdrawals", "withdraw"),
        ("ban banned bans banning", "ban"),
        ("expelled expulsion expulsions", "expel"),
        ("ratified ratification", "ratify"),
        ("launches launched", "launch"),
        ("stolen theft thefts", "steal"),
        ("merged merger", "merge"),
    ],
)
def test_forms_and_nouns_of_a_verb_are_its_family(words: str, verb: str) -> None:
    assert {family(w) for w in words.split()} == {verb}


@pytest.mark.parametrize("word", ["organ", "university", "founders", "buyer", "generator", "banner", "lamp"])
def test_what_only_begins_alike_is_no_family(word: str) -> None:
    assert family(word) == word
