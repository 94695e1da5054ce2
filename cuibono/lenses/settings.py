"""The settings of a lens: typed, with a default and a sentence, read from a command line or a form."""

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, get_args, get_origin

from cuibono.errors import BadLens, BadSetting
from cuibono.model.entity_ref import EntityRef

KINDS = "bool, int, float, str, date, Literal[...] of words, list[str] or EntityRef"
_YES, _NO = {"true", "yes", "on", "1"}, {"false", "no", "off", "0"}


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: its name, its type, the value it has when nobody says otherwise, and what it does.

    ``choices`` are the words of a Literal. ``kind`` is the type's name as pages and the command line show it.
    """

    name: str
    type: Any
    default: Any
    help: str = ""

    @property
    def choices(self) -> tuple[str, ...]:
        """The words allowed, where the type is a Literal."""
        return get_args(self.type) if get_origin(self.type) is Literal else ()

    @property
    def kind(self) -> str:
        """The type in a word: bool, int, float, str, date, choice, list or entity."""
        return _kind(self.type)

    def parse(self, value: Any) -> Any:
        """A value of the right type, from one of that type or from text; raises BadSetting."""
        try:
            return _READ[self.kind](self, value.strip() if isinstance(value, str) else value)
        except (ValueError, TypeError) as error:
            hint = f"one of {', '.join(self.choices)}" if self.choices else _EXAMPLE[self.kind]
            raise BadSetting(
                f"The setting '{self.name}' cannot be {value!r}.",
                try_=f"{self.name}={hint}; it is {self.default!r} else",
            ) from error


def setting(name: str, kind: Any, default: Any, help_: str, *, lens: str) -> Setting:
    """A setting of a lens that is being loaded; raises BadLens when type or default won't do."""
    if kind is None:
        raise BadLens(f"{lens}: the setting '{name}' has no type.", try_=f"one of: {KINDS}")
    if not _kind(kind):
        raise BadLens(f"{lens}: the setting '{name}' is of a type that cannot be set, {kind}.", try_=f"one of: {KINDS}")
    made = Setting(name, kind, default, help_)
    try:
        fits = not isinstance(default, str) or made.kind in ("str", "entity", "choice")
        made.parse(default)
    except BadSetting:
        fits = False
    if not fits:
        raise BadLens(f"{lens}: the default of '{name}', {default!r}, is no {made.kind}.", try_="change one of them")
    return made


def plain(values: Mapping[str, Any]) -> dict[str, Any]:
    """Settings as data that JSON can hold: dates become text."""
    return {k: v.isoformat() if isinstance(v, date) else v for k, v in values.items()}


def help_of(doc: str) -> dict[str, str]:
    """What a docstring says of each setting: the lines ``name: words`` below a line ``Settings:``."""
    _, found, section = doc.partition("\nSettings:\n")
    if not found:
        return {}
    helps: dict[str, str] = {}
    name = ""
    for line in section.splitlines():
        if not line.strip() or not line.startswith(" "):
            break
        entry = re.fullmatch(r" {2,4}(\w+): (.+)", line)
        if entry:
            name = entry[1]
        helps[name] = entry[2] if entry else f"{helps.get(name, '')} {line.strip()}".strip()
    return helps


def _kind(kind: Any) -> str:
    if get_origin(kind) is Literal:
        return "choice" if all(isinstance(a, str) for a in get_args(kind)) else ""
    if kind == list[str]:
        return "list"
    if kind is EntityRef:
        return "entity"
    return kind.__name__ if kind in (bool, int, float, str, date) else ""


def _bool(_: Setting, value: Any) -> bool:
    if isinstance(value, bool):
        return value
    word = str(value).lower()
    if word not in _YES | _NO:
        raise ValueError(word)
    return word in _YES


def _int(_: Setting, value: Any) -> int:
    if isinstance(value, bool) or (isinstance(value, float) and not value.is_integer()):
        raise ValueError(value)
    return int(value)


def _float(_: Setting, value: Any) -> float:
    number = float(value)
    if isinstance(value, bool) or not math.isfinite(number):
        raise ValueError(value)
    return number


def _str(_: Setting, value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _date(_: Setting, value: Any) -> date:
    return value if type(value) is date else date.fromisoformat(value)


def _choice(which: Setting, value: Any) -> str:
    fitting = [c for c in which.choices if c.lower() == str(value).lower()]
    if not fitting:
        raise ValueError(value)
    return fitting[0]


def _list(_: Setting, value: Any) -> list[str]:
    parts = value.split(",") if isinstance(value, str) else value
    if not all(isinstance(p, str) for p in parts):
        raise TypeError(value)
    return [p.strip() for p in parts if p.strip()]


_READ: dict[str, Callable[[Setting, Any], Any]] = {
    "bool": _bool,
    "int": _int,
    "float": _float,
    "str": _str,
    "entity": _str,
    "date": _date,
    "choice": _choice,
    "list": _list,
}
_EXAMPLE = {
    "bool": "true or false",
    "int": "a whole number",
    "float": "a number, e.g. 0.3",
    "str": "a text",
    "entity": "an id or a name",
    "date": "a day, e.g. 2021-01-31",
    "list": "words with commas between them, e.g. a,b",
}
