"""Who speaks for one firm says "we" of it; of two firms, a former post or feelings nobody can tell."""

from collections.abc import Callable

import pytest

from cuibono.extract.records import Found

HEAD = "Ada Tarn is the head of Bell Scooters. She spoke first.\n\n"
OURS = (
    '"We had 400 workers in 2024," said Ada Tarn.',
    '"Our revenue was 300 million dollars in 2024," said Ada Tarn.',
    '"In 2024 we were the largest maker of scooters in Norland," said Ada Tarn.',
)
NOT_OURS = (
    HEAD + '"Our rivals had 400 workers in 2024," said Ada Tarn.',
    HEAD + '"We are friends of the theatre," said Ada Tarn.',
    'Ada Tarn, a former head of Bell Scooters, spoke first. "We had 400 workers in 2024," said Ada Tarn.',
    'Ada Tarn, head of Bell Scooters and director of Quell Bank, spoke. "We had 400 workers in 2024," said Ada Tarn.',
    HEAD + 'Rolf Quill is a baker. "We had 400 workers in 2024," said Rolf Quill.',
)


def said_of(found: Found) -> set[str]:
    names = {n.id: n.name for n in found.names}
    return {names.get(c.subject or "", "") for c in found.claims if c.mode == "direct"}


@pytest.mark.parametrize("words", OURS)
def test_it_is_the_firms(read: Callable[..., Found], words: str) -> None:
    assert said_of(read(HEAD + words)) == {"Bell Scooters"}


@pytest.mark.parametrize("words", NOT_OURS)
def test_it_is_nobodys_firm(read: Callable[..., Found], words: str) -> None:
    assert "Bell Scooters" not in said_of(read(words))
