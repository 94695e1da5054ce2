"""What the texts say, for a page: the claims of each text by who makes them, in its own order."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from cuibono.model.source import Source

#: So many texts, and so many claims of each, stand on a page; the rest is counted.
TEXTS, CLAIMS = 40, 25
_UNNAMED = {"anonymous": "not named", "nominal": "not named", "pseudonymous": "not under their own name"}


@dataclass(frozen=True, slots=True)
class Voice:
    """One speaker of a text with what they say; ``how`` tells what a reader must know of the speaker."""

    name: str
    how: str
    quotes: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Told:
    """One text: its voices, and how many claims are not shown."""

    source: Source
    voices: tuple[Voice, ...]
    more: int


def told(quotes: Iterable[Mapping[str, Any]]) -> tuple[list[Told], int]:
    """The first texts with their voices, and how many texts are not shown; quotes come sorted by source."""
    shown: list[Told] = []
    left_out = 0
    for _, group in groupby(quotes, key=lambda q: q["source"].id):
        those = list(group)
        if len(shown) == TEXTS:
            left_out += 1
            continue
        shown.append(Told(those[0]["source"], _voices(those[:CLAIMS]), max(0, len(those) - CLAIMS)))
    return shown, left_out


def _voices(quotes: list[Mapping[str, Any]]) -> tuple[Voice, ...]:
    by_speaker: dict[str, list[Mapping[str, Any]]] = {}
    for quote in quotes:
        by_speaker.setdefault(str(quote["speaker"] or ""), []).append(quote)
    return tuple(
        Voice(name or "The text itself", _UNNAMED.get(str(those[0]["speaker_kind"]), "") if name else "", tuple(those))
        for name, those in by_speaker.items()
    )
