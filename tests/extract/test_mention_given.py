"""Given names and what firms deal in tell people from firms; a family name that is a ware as well tells no firm."""

import pytest

from cuibono.extract.mention_kinds import is_given_name, sure_kind


@pytest.mark.parametrize("name", ["Sigrid", "Orla", "Wouter", "Zbigniew", "Thandiwe", "Lakshmi", "Ottoline", "Mirelle"])
def test_given_names_of_many_countries_are_known(name: str) -> None:
    assert is_given_name(name)


@pytest.mark.parametrize("word", ["Harbour", "Union", "Mercy", "Florence", "Georgia", "Rolling"])
def test_words_and_places_are_none(word: str) -> None:
    assert not is_given_name(word)


@pytest.mark.parametrize("name", ["Norvik Fuels", "Elm Pulp", "Hask Brewing", "Oak Quarries", "Elm Rice"])
def test_what_is_made_tells_a_firm(name: str) -> None:
    assert sure_kind(name) == "Organization"


@pytest.mark.parametrize("name", ["Orla Rice", "Wouter Coates", "Sigrid Mills"])
def test_a_family_name_that_is_a_ware_tells_none(name: str) -> None:
    assert sure_kind(name) is None
