"""Entities for the tests of matching, made in a line each."""

from collections.abc import Callable
from itertools import count
from typing import Any

import pytest

from cuibono.match.known import Entities, Known
from cuibono.match.propose import propose
from cuibono.model import dates
from cuibono.model.proposal import Proposal, Proposals

Make = Callable[..., Known]


def days(wording: str) -> tuple[int | None, int | None]:
    """An EDTF date as the days it can mean."""
    low, high = dates.bounds(wording)
    return low.toordinal() if low else None, high.toordinal() if high else None


@pytest.fixture
def make() -> Make:
    """Makes an entity: ``make("Person", "Ada Elm", "A. Elm", born="1950-03-04", ids={"passportNumber": "P1234"})``."""
    number = count(1)

    def one(
        schema: str, *names: str, born: str = "", died: str = "", ids: dict[str, str] | None = None, **more: Any
    ) -> Known:
        known = Known(f"e{next(number)}", {schema}, list(names[:1]), list(names[1:]))
        if born:
            known.start, known.start_words = days(born), [born]
        if died:
            known.end, known.end_words = days(died), [died]
        known.identifiers = set((ids or {}).items())
        for key, value in more.items():
            setattr(known, key, set(value))
        return known

    return one


@pytest.fixture
def offered() -> Callable[..., Proposals]:
    """The proposals among some entities."""
    return lambda *known, **settings: propose(Entities(list(known)), **settings)


@pytest.fixture
def score() -> Callable[[Known, Known], Proposal | None]:
    """The proposal for two entities, whatever its score; None when they share no key, or may never be offered."""

    def of(left: Known, right: Known) -> Proposal | None:
        found = propose(Entities([left, right]), least=-1e9)
        return found[0] if found else None

    return of
