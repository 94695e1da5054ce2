"""How an office decided, in the words of the record."""

import pytest

from cuibono.case.docket.decision_wordings import in_decision_words
from tests.case.asked import asked


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Half of the elms went home empty-handed", "Half of the elms were refused"),
        ("Half of the elms came away without a permit", "Half of the elms were refused a permit"),
        ("Half of the elms came away with a permit", "Half of the elms were granted a permit"),
        ("The board said no to half of the elms", "The board refused half of the elms"),
        ("Half of the elms got away with a warning", "Half of the elms were warned"),
        ("Half of the elms paid a fine", "Half of the elms were fined"),
        ("Half of the elms were compensated", "Half of the elms were granted compensation"),
        ("Elms that wanted to fish in the bay were refused", "Elms in the bay were refused"),
    ],
)
def test_ways_of_deciding_are_called_as_in_the_record(words: str, said: str) -> None:
    assert in_decision_words(asked("treatment", "", words)).words == said


@pytest.mark.parametrize(
    "words",
    [
        "Half of the elms left disappointed",
        "Half of the elms wanted to please the board",
        "Half of the elms got a no-claims bonus",
        "The board compensates for a loss",
    ],
)
def test_what_may_mean_something_else_stays(words: str) -> None:
    assert in_decision_words(asked("treatment", "", words)).words == words


def test_other_kinds_stay_as_they_are() -> None:
    assert in_decision_words(asked("tie", "", "Elm was compensated")).words == "Elm was compensated"
