"""Who is introduced, who introduces herself, who is spoken to."""

import pytest

from cuibono.extract.turns_introductions import Masked, addressed, introduced, introduces_self, names_host


def _seen(sentence: str) -> Masked:
    """A sentence in which X is a person, and Y another."""
    order = sorted((p for p in "XY" if p in sentence), key=sentence.index)
    text = sentence
    for number, who in enumerate(order):
        text = text.replace(who, f"\x00{number}\x00")
    return Masked(text.lower(), tuple(order))


@pytest.mark.parametrize(
    ("sentence", "strength"),
    [
        ("This is X, a former director of the firm.", 3.0),
        ("His name is X.", 3.0),
        ("Joining me from London is X.", 3.0),
        ("We spoke to X.", 3.0),
        ("X, an engineer who tests apps, answered our questions on 9 November.", 3.0),
        ("Our questions went to X.", 3.0),
        ("Let's listen to Professor X.", 3.0),
        ("One of them asked us to call him X.", 3.0),
        ("X remembers the day.", 2.0),
        ("X of the institute explains why.", 2.0),
        ("X told me about it.", 1.9),
        ("X says that it rained.", 1.5),
        ("X was a partner in a firm.", 1.0),
        ("X left in the spring.", 0.8),
    ],
)
def test_introduced(sentence: str, strength: float) -> None:
    assert introduced(_seen(sentence)) == [("X", strength)]


@pytest.mark.parametrize(
    "sentence",
    [
        "It was sold to X.",
        "I spoke to five people who worked for X.",
        "Nobody saw X.",
        "It raises questions for X.",
        "The man told X to leave.",
    ],
)
def test_nobody_introduced(sentence: str) -> None:
    assert introduced(_seen(sentence)) == []


def test_a_programme_is_not_introduced_as_a_guest() -> None:
    assert dict(introduced(_seen("I am X, and this is Y."))).get("Y", 0.0) < 1.0


def test_who_says_who_she_is() -> None:
    assert introduces_self(_seen("I'm X.")) == "X"
    assert introduces_self(_seen("This is X reporting from Jinan.")) == "X"
    assert introduces_self(_seen("Hi Y this is X from Ohio.")) == "X"
    assert introduces_self(_seen("This is X, a former director.")) is None
    assert introduces_self(_seen("This is X from the ministry.")) is None
    assert names_host(_seen("Welcome to the show with X.")) == "X"
    assert names_host(_seen("By X")) == "X"
    assert names_host(_seen("It was built by X.")) is None


def test_who_is_spoken_to() -> None:
    assert addressed(_seen("Thank you, X.")) == ["X"]
    assert addressed(_seen("So, Dr. X, what do you think?")) == ["X"]
    assert addressed(_seen("X left in the spring.")) == []
