"""Planted sentences: single invented sentences with what must be found in them, and what must not.

A file (``reading/*sentences.txt``) holds blocks parted by blank lines: the sentence, then lines that start with four
spaces. ``tie``, ``claim``, ``event`` and ``amount`` are as in ``reading_corpus``, with names instead of ids and without
evidence. ``not tie | type or * | subject | object`` must not be found; ``no ties`` and ``no claims`` mean none at all.
What is written is all that the sentence states: whatever else is found counts against precision.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from cuibono.extract.records import TieType
from tests.gates.reading_corpus import GUIDE_TYPES, MODES, BadCorpus, Row
from tests.gates.reading_corpus import unit as base_unit


@dataclass(frozen=True)
class Planted:
    """A sentence with what must be found in it, and what must not."""

    stem: str
    text: str
    rows: list[Row]
    forbidden: list[tuple[str, str, str]]


def sentences(path: Path) -> list[Planted]:
    """The planted sentences of a file."""
    body = "\n".join(line for line in path.read_text("utf-8").splitlines() if not line.startswith("#"))
    blocks = [b.strip("\n") for b in re.split(r"\n\s*\n", body) if b.strip()]
    return [_planted(f"{path.stem}:{number}", block) for number, block in enumerate(blocks, 1)]


def _planted(stem: str, block: str) -> Planted:
    text, *lines = block.splitlines()
    whole = [[0, len(text)]]
    rows: list[Row] = [{"doc": stem, "kind": "document", "chars": len(text), "host": None}]
    forbidden: list[tuple[str, str, str]] = []
    for line in lines:
        cells = [c.strip() for c in line.strip().split(" | ")]
        match cells:
            case ["tie", kind, subject, object_, *more] if kind in get_args(TieType):
                role = more[0] if more and more[0] != "-" else None
                rows.append(
                    _row(
                        stem,
                        "relation",
                        type=GUIDE_TYPES.get(kind, kind),
                        subj=[subject],
                        obj=[object_],
                        role=role,
                        evidence=whole,
                    )
                )
            case ["not tie", kind, subject, object_]:
                forbidden.append((kind, subject, object_))
            case ["no ties"]:
                forbidden.append(("*", "*", "*"))
            case ["no claims"]:
                pass
            case ["claim", speaker, mode, words, *more] if mode in MODES:
                told: Mapping[str, str] = dict(p.split("=", 1) for p in " ".join(more).split())
                kind = told.get("kind", "named")
                rows.append(
                    _row(
                        stem,
                        "claim",
                        speaker=speaker,
                        speaker_kind=kind,
                        mode=mode,
                        span=_at(stem, text, words),
                        id=stem,
                    )
                )
            case ["event", date, words, *more]:
                also = more[0].removeprefix("or=").split(",") if more else []
                span = _at(stem, text, words)
                rows.append(
                    _row(stem, "event", date=date, date_alts=also, date_span=span, date_text=words, label=words)
                )
            case ["amount", value, unit, words, *more]:
                most = float(more[0].removeprefix("max=")) if more else None
                rows.append(
                    _row(
                        stem,
                        "quantity",
                        value=float(value),
                        value_max=most,
                        unit=base_unit(unit),
                        span=_at(stem, text, words),
                        what=words,
                    )
                )
            case _:
                raise BadCorpus(f"{stem}: not understood\n  in: {line}")
    return Planted(stem, text, rows, forbidden)


def _row(stem: str, kind: str, **told: Any) -> Row:
    return {"doc": stem, "kind": kind, **told}


def _at(stem: str, text: str, quoted: str) -> list[int]:
    words = quoted.strip('"')
    start = text.find(words)
    if start < 0:
        raise BadCorpus(f'{stem}: these words do not stand in the sentence: "{words}"')
    return [start, start + len(words)]
