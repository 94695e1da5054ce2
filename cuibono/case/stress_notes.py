"""What was done under stress is noted unit by unit, so that a run that was stopped goes on from there.

The notes lie in the cache, under a name that says what was asked of which evidence by which code; they go when the run
is done, and with everything else in the cache when a source is forgotten.
"""

import hashlib
import json
from dataclasses import dataclass, field
from pathlib import Path

from cuibono.case.stress_units import LeftOut
from cuibono.errors import CuibonoError
from cuibono.model.stress import Effect
from cuibono.store.dataclass_json import of_json, to_json
from cuibono.store.layout import Layout


@dataclass(frozen=True, slots=True)
class Told:
    """What becomes of one finding or claim: its id, the effect, and how."""

    target: str
    effect: Effect
    how: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What leaving out one unit came to: what changed, and what was computed anew at all."""

    changes: tuple[Told, ...] = ()
    again: tuple[str, ...] = ()


@dataclass(slots=True)
class Notes:
    """The outcomes so far, by what was left out; each is written as it comes where there is a file."""

    path: Path | None
    done: dict[str, Outcome] = field(default_factory=dict)

    def add(self, left_out: LeftOut, outcome: Outcome) -> None:
        """Note an outcome; raises CuibonoError when the cache has gone: a source was forgotten meanwhile."""
        self.done[name_of(left_out)] = outcome
        if self.path is None:
            return
        try:
            with self.path.open("a", encoding="utf-8") as file:
                file.write(json.dumps([name_of(left_out), to_json(outcome)]) + "\n")
        except FileNotFoundError as gone:
            raise CuibonoError(
                "The case has lost a source while this was computed; nothing of it was kept.", try_="run it again"
            ) from gone

    def close(self) -> None:
        """Throw the notes away: what they say is kept elsewhere now."""
        if self.path is not None:
            self.path.unlink(missing_ok=True)


def notes(layout: Layout, question: str) -> Notes:
    """The notes on a question, those of a run that was stopped among them; notes on other questions are thrown away."""
    if not layout.writable():
        return Notes(None)
    folder = layout.cache / "stress"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{hashlib.sha256(question.encode()).hexdigest()[:24]}.ndjson"
    for other in folder.iterdir():
        if other != path:
            other.unlink(missing_ok=True)
    return Notes(path, dict(_read(path)) if path.exists() else {})


def _read(path: Path) -> "list[tuple[str, Outcome]]":
    """The lines that were written whole: the last one may be cut off."""
    found = []
    for line in path.read_text("utf-8").splitlines(keepends=True):
        if line.endswith("\n"):
            name, outcome = json.loads(line)
            found.append((name, of_json(Outcome, outcome)))
    return found


def name_of(left_out: LeftOut) -> str:
    """What is left out, as a short name: units with which the same goes have the same."""
    return hashlib.sha256(repr(sorted(left_out.pairs)).encode("utf-8", "surrogatepass")).hexdigest()[:24]
