"""Who sees it otherwise, has the last word or is to be believed is the one who says it."""

from collections.abc import Callable

import pytest

from cuibono.extract.records import Found

HEAD = 'Ada Sorrow, a geologist, looked at the mine. "The mine will close," she said.\n\n'
TOLD = (
    'Tom Merrin has the last word: "Quell Mining is the worst firm that I know."',
    'Tom Merrin has another explanation: "Quell Mining sold 300 lorries in 2024."',
    'Tom Merrin takes a different view: "Quell Mining had 900 workers in 2024."',
    "If you ask Tom Merrin, Quell Mining had 900 workers in 2024.",
    "The mine is deep, and, if one believes Tom Merrin, the revenue of Quell Mining grew from 2022 to 2024.",
)
NOT_TOLD = (
    "If the mine closes, Quell Mining will lose 900 workers in 2030.",
    "If Tom Merrin leaves, Quell Mining will have 900 workers in 2030.",
    "If you ask me, Quell Mining had 900 workers in 2024.",
)


def speakers(found: Found) -> set[str]:
    names = {n.id: n.name for n in found.names}
    return {names.get(c.speaker or "", "") for c in found.claims if "Quell" in c.quote}


@pytest.mark.parametrize("words", TOLD)
def test_they_are_told_to_say_it(read: Callable[..., Found], words: str) -> None:
    assert "Tom Merrin" in speakers(read(HEAD + words))


@pytest.mark.parametrize("words", NOT_TOLD)
def test_they_are_not(read: Callable[..., Found], words: str) -> None:
    assert "Tom Merrin" not in speakers(read(HEAD + words))


SECOND = "Bell Steel sold 300 lamps in 2024, Ada Sorrow said, "


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        (
            "Bell Steel was second in 2024, Ada Sorrow said, but its share of production has fallen since 2021.",
            "its share",
        ),
        (SECOND + "and it had 400 workers in 2024.", "it had"),
    ],
)
def test_what_goes_on_behind_the_teller_is_theirs(read: Callable[..., Found], words: str, kept: str) -> None:
    found = read(words)
    names = {n.id: n.name for n in found.names}
    (told,) = [c for c in found.claims if c.quote.startswith(kept)]
    assert (names[told.speaker or ""], names[told.subject or ""]) == ("Ada Sorrow", "Bell Steel")


@pytest.mark.parametrize("words", [SECOND + "and left the room.", SECOND + "but she was not sure of her 400 notes."])
def test_what_the_teller_does_is_not(read: Callable[..., Found], words: str) -> None:
    assert not any(c.quote.startswith(("left", "she was")) for c in read(words).claims)
