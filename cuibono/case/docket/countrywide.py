"""Parts of "the country's" market: a table of a market seldom says of which country it is, and a claim often does.

That the number then agrees is no accident. That it does not contradicts a claim only where the table is kept by a body
that bears the name of a place of the case ("Norland Market Board"): another table may be of the world.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from cuibono.case.docket.words import folded

_PLACE = (
    "country|nation|province|region|republic|islands?|delta|kingdom|federation|archipelago|peninsula|state|land|valley"
)
_OF_IT = re.compile(
    rf"\b(?:this|the|our) (?:whole |entire )?(?:{_PLACE})['\u2019]s?(?![\w-])"
    rf"|,? \b(?:of|in|across|within|throughout) (?:this|the|our) (?:whole |entire )?(?:{_PLACE})(?!['\u2019\w-])"
    r"|\b(?:nationwide|countrywide|nationally|in the whole country)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=65_536)
def without_country(words: str) -> str:
    """A claim without "the country's" and "in the province".

    >>> without_country("Vex was the country's largest miller in 2021")
    'Vex was largest miller in 2021'
    """
    return " ".join(_OF_IT.sub(" ", words).split()) if _OF_IT.search(words) else words


def is_of_a_place(words: str, recorders: Iterable[str], parties: frozenset[str]) -> bool:
    """Whether a claim speaks of a country that the tables, by who keeps them, may not be of."""
    if not _OF_IT.search(words):
        return False
    return not all(_bears_a_place(folded(by), parties) for by in recorders)


def _bears_a_place(by: str, parties: frozenset[str]) -> bool:
    """Whether a recorder's name begins with that of somebody else who is recorded: a place, of which it keeps books."""
    words = by.split()
    return any(" ".join(words[:n]) in parties for n in range(1, len(words)))
