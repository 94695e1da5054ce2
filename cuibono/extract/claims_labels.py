"""Labelled voices that nobody names: "THE CHAIR:", "Speaker 2:", "Caller:" speak, whoever they are.

Each label is one source without a name; one that has a person in brackets, "THE CHAIR (Ada Finn):", is that person
wherever it stands again. Who only asks ("Q:") states nothing.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from cuibono.extract.records import Name, Span, Turn

_ASKS = frozenset({"q", "question", "questioner", "a", "answer", "frage", "antwort"})
_BRACKET = re.compile(r"\s*[(\[][^)\]]*[)\]]")


def voiced(text: str, turns: Sequence[Turn], names: Sequence[Name]) -> tuple[tuple[Turn, ...], tuple[Name, ...]]:
    """The turns with a speaker for each label that has none, and those that are new."""
    open_ = [t for t in turns if t.speaker is None and t.voice == "unknown" and t.label is not None]
    known: dict[str, str] = {}
    new: dict[str, Name] = {}
    for turn in open_:
        if (who := _in_brackets(turn, names)) is not None:
            known.setdefault(_key(text, turn), who)
    found = []
    for turn in turns:
        key = _key(text, turn) if turn in open_ else ""
        if not key or key in _ASKS:
            found.append(turn)
            continue
        if key not in known and turn.label is not None:
            known[key] = f"v{len(new) + 1}"
            new[key] = _unnamed(known[key], text, turn.label)
        found.append(replace(turn, speaker=known[key]))
    return tuple(found), tuple(new.values())


def _key(text: str, turn: Turn) -> str:
    label = turn.label.of(text) if turn.label is not None else ""
    return " ".join(_BRACKET.sub("", label).strip(" \t\n:*_>#-[]").lower().split())


def _in_brackets(turn: Turn, names: Sequence[Name]) -> str | None:
    """The one person whose name stands in a label."""
    here = {n.id for n in names for s in n.mentions if n.type == "Person" and turn.label and s.within(turn.label)}
    return here.pop() if len(here) == 1 else None


def _unnamed(name_id: str, text: str, label: Span) -> Name:
    shown = _BRACKET.sub("", label.of(text)).strip(" \t\n:*_>#-[]")
    shown = shown.capitalize() if shown.isupper() else shown
    return Name(name_id, shown, "Person", (label,), (shown,), "anonymous")
