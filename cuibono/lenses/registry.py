"""Which lenses there are: the folder is the registry, plug-ins join through entry points.

``lenses/control/owners.py`` is ``control.owners``; files that begin with an underscore are private to their
family. A plug-in's entry point of the group ``cuibono.lenses`` is named ``family.name`` and points to a function
that ``@lens`` marked.
"""

import pkgutil
import re
from dataclasses import replace
from functools import cache
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path

from cuibono.errors import BadLens, UnknownName
from cuibono.lenses.contract import LensSpec, spec_of

_BARE = re.compile(r"^@lens$", re.MULTILINE)
_ANSWERS = re.compile(r"^@lens\(\s*answers=\[([^\]]*)\]", re.MULTILINE)


def lens_names() -> list[str]:
    """The names of all lenses in the order of the alphabet; none of them is imported."""
    return sorted({*_own(), *_theirs()})


@cache
def get(name: str) -> LensSpec:
    """The lens of that name, or the only one whose name ends so (``concentration``).

    Raises UnknownName with near misses, BadLens when the lens breaks the contract.
    """
    names = lens_names()
    short = [n for n in names if n.rpartition(".")[2] == name]
    full = name if name in names else short[0] if len(short) == 1 else None
    if full is None:
        raise UnknownName.among("lens", name, short or names, try_="cuibono lenses")
    return _of_plugin(_theirs()[full]) if full in _theirs() else _of_module(full)


def may_answer(name: str, kind: str) -> bool:
    """Whether a lens may declare that it answers a kind of claim, told from its source: it is not imported for that."""
    if name in _theirs():
        return True
    declared = _declared(name)
    return declared is None or f'"{kind}"' in declared


@cache
def _declared(name: str) -> str | None:
    """The kinds of claims that a lens declares, as they stand in its source; None where that does not say it."""
    source = (Path(__file__).parent / f"{name.replace('.', '/')}.py").read_text("utf-8")
    declared = _ANSWERS.search(source)
    if declared is not None:
        return declared[1]
    return "" if _BARE.search(source) else None


@cache
def _own() -> tuple[str, ...]:
    home = Path(__file__).parent
    families = [f.name for f in pkgutil.iter_modules([str(home)]) if f.ispkg]
    return tuple(
        f"{family}.{module.name}"
        for family in families
        for module in pkgutil.iter_modules([str(home / family)])
        if not module.name.startswith("_")
    )


@cache
def _theirs() -> dict[str, EntryPoint]:
    found = {e.name: e for e in entry_points(group="cuibono.lenses")}
    if taken := sorted(set(found) & set(_own())):
        raise BadLens(
            f"The plug-in {found[taken[0]].value} calls its lens {taken[0]}, which exists already.",
            try_="uninstall it, or rename its entry point",
        )
    return found


def _of_module(name: str) -> LensSpec:
    module = import_module(f"cuibono.lenses.{name}")
    found = [s for s in map(spec_of, vars(module).values()) if s and s.function.__module__ == module.__name__]
    if len(found) != 1:
        raise BadLens(
            f"cuibono/lenses/{name.replace('.', '/')}.py holds {len(found)} lenses.", try_="one file, one lens"
        )
    return found[0]


def _of_plugin(entry: EntryPoint) -> LensSpec:
    try:
        loaded = entry.load()
    except (ImportError, AttributeError) as error:
        raise BadLens(f"The lens {entry.name} of {entry.value} cannot be loaded: {error}.") from error
    found = spec_of(loaded)
    if found is None:
        raise BadLens(f"{entry.value} is not a lens.", try_="mark the function with @lens")
    return replace(found, name=entry.name)
