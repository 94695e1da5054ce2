"""The recipe of a demo case: which files go in and with which words, what is asked, what a person confirms."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path
from typing import Any

#: The cases in the order in which they are built: these first, then every other folder of material by its name.
_FIRST = ("solar", "alliance")
_FOUND = {f.name for f in resources.files("cuibono.demo").iterdir() if f.joinpath("case.yaml").is_file()}
NAMES = (*_FIRST, *sorted(_FOUND - set(_FIRST)))


@dataclass(frozen=True, slots=True)
class Helping:
    """Files that go in together: as which table, and what is told of them."""

    files: tuple[Path, ...]
    told: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Question:
    """A lens and the settings it is asked with."""

    lens: str
    settings: Mapping[str, Any] = field(default_factory=dict)

    def was(self, lens: str, settings: Mapping[str, Any]) -> bool:
        """Whether a run of a lens with all its settings was this question."""
        return lens == self.lens and all(settings.get(key) == value for key, value in self.settings.items())


@dataclass(frozen=True, slots=True)
class Decision:
    """A finding that a person stands behind: the lens, words of what it is about, who decides and why."""

    lens: str
    about: tuple[str, ...]
    by: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Recipe:
    """Everything that makes a demo case; lenses that no question names are asked with their defaults."""

    name: str
    title: str
    helpings: tuple[Helping, ...]
    questions: tuple[Question, ...]
    decisions: tuple[Decision, ...]


def recipe(material: Path) -> Recipe:
    """Read ``case.yaml`` of a folder of demo material."""
    import yaml

    raw = yaml.safe_load((material / "case.yaml").read_text("utf-8"))
    return Recipe(
        name=material.name,
        title=raw["title"],
        helpings=tuple(_helping(material, dict(h)) for h in raw["add"]),
        questions=tuple(Question(q["lens"], q.get("settings") or {}) for q in raw["look"]),
        decisions=tuple(Decision(d["lens"], tuple(d["about"]), d["by"], d.get("note", "")) for d in raw["confirm"]),
    )


def _helping(material: Path, raw: dict[str, Any]) -> Helping:
    files = tuple(material / name for name in raw.pop("files"))
    told = {"as_table" if key == "table" else key: value for key, value in raw.items()}
    if "mapping" in told:
        told["mapping"] = material / told["mapping"]
    return Helping(files, told)
