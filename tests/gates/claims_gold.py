"""Gold of claims: who says what of whom and of what kind, and how a docket is measured by it.

A line of a gold file is ``speakers | kinds | subjects | "words"``, and perhaps ``| tables`` that would hold what is
claimed, "-" for none. The words stand in the text and mark the claim. Speakers and subjects are other names of one,
parted by ";"; ``~`` before one: words of somebody or something without a name, all of which must be there; ``*``
alone: any. "narration" and "own" are the text's own voice. Kinds and tables are parted by "/"; a line "@ name" begins
the claims of a document.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from cuibono.extract.claim_words import folded
from cuibono.model.docket import Asked, Party

#: The text's own voice.
OWN = frozenset({"narration", "own"})


@dataclass(frozen=True)
class Wanted:
    """A claim that a careful reader finds."""

    speakers: tuple[str, ...]
    kinds: tuple[str, ...]
    subjects: tuple[str, ...]
    words: str
    tables: str = ""


class Listed(NamedTuple):
    """A claim of the docket at its place in the text: from where to where, what it is, and whose voice the text is."""

    start: int
    end: int
    asked: Asked
    own: str


class Judged(NamedTuple):
    """A claim that was wanted, with the listed one that comes closest, and what of it is right."""

    wanted: Wanted
    listed: Listed | None
    speaker: bool = False
    kind: bool = False
    subject: bool = False


def gold(path: Path) -> list[Wanted]:
    """The claims of a gold file."""
    return [want for _, wanted in sections(path) for want in wanted]


def sections(path: Path) -> list[tuple[str, list[Wanted]]]:
    """The claims of a gold file by the document that a line with "@" names."""
    found: list[tuple[str, list[Wanted]]] = []
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("@ "):
            found.append((line[2:].strip(), []))
        elif line.strip() and not line.startswith("#"):
            found = found or [("", [])]
            found[-1][1].append(_wanted(line))
    return found


def _wanted(line: str) -> Wanted:
    speakers, kinds, subjects, words, *tables = (c.strip() for c in line.split(" | "))
    return Wanted(_split(speakers, ";"), _split(kinds, "/"), _split(subjects, ";"), words.strip('"'), *tables)


def _split(cell: str, mark: str) -> tuple[str, ...]:
    return tuple(p.strip() for p in cell.split(mark) if p.strip())


def judge(text: str, wanted: Iterable[Wanted], listed: Sequence[Listed]) -> list[Judged]:
    """Every wanted claim beside the listed one over its words that fits best."""
    return [_judged(text, want, listed) for want in wanted]


def _judged(text: str, want: Wanted, listed: Sequence[Listed]) -> Judged:
    start = place(text, want.words)
    end = start + len(want.words)
    over = [it for it in listed if min(end, it.end) - max(start, it.start) >= 0.6 * (end - start)]
    judged = [Judged(want, it, says(want, it), it.asked.kind in want.kinds or "*" in want.kinds,
                     _about(want, it.asked.subject)) for it in over]  # fmt: skip
    return max(judged, key=lambda j: (j.speaker, j.kind + j.subject, -(j.listed.end - j.listed.start)),  # type: ignore[union-attr]
               default=Judged(want, None))  # fmt: skip


def place(text: str, words: str) -> int:
    pattern = r"\s+".join(map(re.escape, words.split()))
    places = [m.start() for m in re.finditer(pattern, text)]
    if len(places) != 1:
        raise ValueError(f"these words stand {len(places)} times in the text: {words}")
    return places[0]


def says(want: Wanted, listed: Listed) -> bool:
    speaker = listed.asked.speaker
    if OWN & set(want.speakers) and speaker == listed.own:
        return True
    return any(_is(name, speaker) for name in want.speakers)


def _about(want: Wanted, subject: Party | None) -> bool:
    return "*" in want.subjects or (subject is not None and any(_is(n, subject.name) for n in want.subjects))


def _is(name: str, found: str) -> bool:
    if name.startswith("~"):
        return set(folded(name[1:]).split()) <= set(re.findall(r"[\w'’-]+", folded(found))) | {
            w.removesuffix("'s").removesuffix("’s") for w in re.findall(r"[\w'’-]+", folded(found))
        }
    return folded(name) == folded(found)
