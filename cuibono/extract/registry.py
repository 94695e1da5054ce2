"""Which ways to read there are: the folder ``extractors`` is the registry, plug-ins join through entry points."""

import pkgutil
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from pathlib import Path

from cuibono.errors import BadLens, MissingExtra, UnknownName
from cuibono.extract.contract import Extractor

#: In the order in which they are preferred; what a plug-in brings is taken only when asked for by name.
_PREFERRED = ("spacy", "rules")


def names() -> list[str]:
    """The names of all extractors in the order of the alphabet; none of them is imported."""
    return sorted({*_own(), *_theirs()})


def named(name: str) -> Extractor:
    """The extractor of that name.

    Raises UnknownName with near misses, MissingExtra when it cannot run here, BadLens when a plug-in is none.
    """
    if name not in names():
        raise UnknownName.among("extractor", name, names(), try_="cuibono read --help")
    extractor = _loaded(name)
    if lacks := extractor.ready():
        raise MissingExtra(f"The extractor {name} cannot run here: {lacks}.", try_="cuibono read --with rules")
    return extractor


def default() -> Extractor:
    """The best extractor of our own that can run here."""
    return next(e for n in _PREFERRED if not (e := _loaded(n)).ready())


@cache
def _own() -> tuple[str, ...]:
    return tuple(m.name for m in pkgutil.iter_modules([str(Path(__file__).parent / "extractors")]))


@cache
def _theirs() -> dict[str, object]:
    return {e.name: e for e in entry_points(group="cuibono.extractors") if e.name not in _own()}


@cache
def _loaded(name: str) -> Extractor:
    if name in _own():
        found = import_module(f"cuibono.extract.extractors.{name}").EXTRACTOR
    else:
        found = next(e for e in entry_points(group="cuibono.extractors") if e.name == name).load()
    if not isinstance(found, Extractor):
        raise BadLens(f"The extractor {name} is no Extractor.", try_="point its entry point at an Extractor")
    return found
