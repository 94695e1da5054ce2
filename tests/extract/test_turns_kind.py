"""The kind of a text, guessed."""

import pytest

from cuibono.extract.turns_kind import kind_of

_SHOW = (
    "Welcome to the show. Joining me today is Vera Holt. We spoke to her last week and she told us about the list. "
    + "I was there for six years and I saw my boss sign it. It came from Beijing every Monday. " * 15
    + "Thanks for watching."
)

_FILM = (
    "This documentary was made in 2020. My name is Vera Holt, I worked there. I saw the list, and I kept my copy. "
    + "It came every Monday. My boss signed it, and nobody asked, says Holt. " * 10
)


@pytest.mark.parametrize(
    "text",
    [
        "Host: Who is it?\n\nGuest: I cannot say.\n\nHost: Why?",
        "Q: Who?\n\nA: He.\n\nQ: When?\n\nA: Then.",
        ">> hello\n\n>> hi\n\n>> so\n\n>> no",
        _SHOW,
        _FILM,
    ],
)
def test_transcripts(text: str) -> None:
    assert kind_of(text) == "transcript"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Kitepath is owned by the Gu family.\n\nNote: the firm did not answer.",
        "“I was there,” Dao Wen told us. “I saw my boss sign it.” The firm is in Hangzhou. " * 30,
        "My name is Vera Holt, and I grew up in a lane that is gone. My father sold fish, and I sold his boat. " * 12,
        "Photo: Ada Lind\n\nReporter: Dao Wen\n\nEditor: Vera Holt\n\nThe firm is in Hangzhou.",
    ],
)
def test_articles(text: str) -> None:
    assert kind_of(text) == "article"


def test_a_post() -> None:
    assert kind_of("@kitepath your feed is rigged #feeds #rigged") == "post"
