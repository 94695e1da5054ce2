"""Who came to be mentioned more often is a trend; how often somebody was mentioned in all is a count."""

from collections.abc import Callable

import pytest

from cuibono.extract.records import Found

KINDS = (
    ("From May 2024 on the Bell Gazette mentioned Ines Vade four times as often as before.", "trend"),
    ("Since June the Bell Post has written about Ines Vade less often than in the months before.", "trend"),
    ("The Bell Gazette's mentions of Ines Vade doubled in 2024.", "trend"),
    ("Reports on Ines Vade shot up in September 2025.", "trend"),
    ("Radio Bell spoke of Ines Vade 300 times in 2024.", "count"),
    ("Our miners at Bell Steel are the happiest in Norland.", "opinion"),
    ("Bell Steel is the oldest firm in Norland.", "rank"),
    ("These owners of Bell Steel are a plague on our country.", "opinion"),
    ("No child in Norland should have to travel an hour to school.", "opinion"),
    ("The Bell Rovers won the Norland Cup on 18 May 2024.", "event date"),
    ("Parliament passed the Cycle Act on 3 May 2024.", "event date"),
)


@pytest.mark.parametrize(("words", "kind"), KINDS)
def test_the_kind(read: Callable[..., Found], words: str, kind: str) -> None:
    assert [c.kind for c in read(words).claims] == [kind]
