"""Treatment: some people fare otherwise than others; what changes over time, or is done to things, is none."""

from collections.abc import Callable

import pytest

from cuibono.extract.records import Found


def kinds(read: Callable[..., Found], sentence: str) -> set[str | None]:
    return {c.kind for c in read(f"“{sentence},” said Luo Weiqing.").claims}


@pytest.mark.parametrize(
    "sentence",
    [
        "The watched are checked more often than others",
        "Residents of the north were stopped twice as often as residents of the south",
        "Plover Bank refuses loans to people from Lowen",
        "Applicants from Lowen wait longer for a permit than others",
        "Women were paid less than men for the same work",
        "Acme Bank pays clerks from Lowen less than their colleagues",
        "Female drivers were given worse shifts than their male colleagues",
        "Tenants from Lowen are charged more than their neighbours",
    ],
)
def test_some_fare_otherwise_than_others(read: Callable[..., Found], sentence: str) -> None:
    assert kinds(read, sentence) == {"treatment"}


@pytest.mark.parametrize(
    "sentence",
    [
        "The brakes are checked more often than before",
        "Acme Bank refused to comment",
        "The trams wait longer in winter",
    ],
)
def test_what_changes_or_waits_is_no_treatment(read: Callable[..., Found], sentence: str) -> None:
    assert "treatment" not in kinds(read, sentence)
