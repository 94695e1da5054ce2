"""What a lens is: a generator function whose signature says everything about it.

Positional parameters are lens tables (``T | None = None`` for one that may be missing), keyword-only ones are
settings with a type and a default. Command line, docs and pages derive from it; what breaks the contract is
refused when it is loaded.
"""

import inspect
import types
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints, overload

from cuibono.errors import BadLens, UnknownName
from cuibono.lenses.settings import Setting, help_of, setting
from cuibono.model.claim_kind import CLAIM_KINDS
from cuibono.model.finding import Finding, Notice
from cuibono.model.table import Table

LensFunction = Callable[..., Iterator[Finding | Notice]]
#: Fills a table for other lenses: called like the lens, gives rows as dicts with ``rests`` (their sources) in each.
FillFunction = Callable[..., Iterator[Mapping[str, Any]]]
F = TypeVar("F", bound=LensFunction)

_HOME = "cuibono.lenses."


@dataclass(frozen=True, slots=True)
class TableUse:
    """A table that a lens asks for: under which parameter, and whether it can do without."""

    parameter: str
    table: type[Table]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class LensSpec:
    """A lens as everything else sees it: name, question, tables, settings and the function to call.

    ``doc`` is the docstring without its part on settings, which each setting carries as its help.
    ``answers`` are the kinds of claims it can test, ``fills`` makes rows of tables that other lenses read. ``seed``
    says that chance plays a part, and that the setting ``seed`` fixes it.
    """

    name: str
    function: LensFunction
    first: str
    doc: str
    tables: tuple[TableUse, ...]
    settings: tuple[Setting, ...]
    answers: tuple[str, ...] = ()
    fills: Mapping[str, FillFunction] = field(default_factory=dict)

    @property
    def seed(self) -> bool:
        """Whether the lens draws at random, from a seed that can be set."""
        return any(s.name == "seed" for s in self.settings)

    @property
    def needs(self) -> tuple[str, ...]:
        """The names of the tables without which it cannot run."""
        return tuple(t.table.name for t in self.tables if not t.optional)

    def parse(self, settings: Mapping[str, Any]) -> dict[str, Any]:
        """All settings with their types, those not given at their defaults; texts are read.

        Raises UnknownName for a setting that the lens does not have, BadSetting for a value that won't do.
        """
        known = {s.name: s for s in self.settings}
        given = {name.replace("-", "_"): value for name, value in settings.items()}
        for name in given:
            if name not in known:
                none = f"{self.name} has no settings"
                raise UnknownName.among(f"setting of {self.name}", name, list(known), try_="" if known else none)
        return {name: s.parse(given.get(name, s.default)) for name, s in known.items()}


@overload
def lens(function: F) -> F: ...


@overload
def lens(*, answers: Sequence[str] = (), fills: Mapping[str, FillFunction] | None = None) -> Callable[[F], F]: ...


def lens(
    function: F | None = None, *, answers: Sequence[str] = (), fills: Mapping[str, FillFunction] | None = None
) -> F | Callable[[F], F]:
    """Make a generator function a lens, with or without saying which kinds of claims it answers.

    ``fills`` names tables that it can fill for other lenses, when a person asks for it.

    The function stays what it is and can be called in a test. Raises BadLens when it breaks the contract.
    """

    def mark(marked: F) -> F:
        marked.__lens__ = describe(marked, answers=answers, fills=fills)  # type: ignore[attr-defined]
        return marked

    return mark(function) if function is not None else mark


def spec_of(function: object) -> LensSpec | None:
    """The LensSpec of a function that ``@lens`` marked, None for anything else."""
    found = getattr(function, "__lens__", None)
    return found if isinstance(found, LensSpec) else None


def describe(
    function: LensFunction,
    *,
    answers: Sequence[str] = (),
    fills: Mapping[str, FillFunction] | None = None,
    name: str = "",
) -> LensSpec:
    """Read the contract off a function; raises BadLens for whatever breaks it."""
    name = name or _name(function)
    doc = inspect.cleandoc(function.__doc__ or "")
    if not doc:
        raise BadLens(f"{name} has no docstring.", try_="begin it with a sentence that a journalist understands")
    if unknown := sorted(set(answers) - set(CLAIM_KINDS)):
        raise BadLens(
            f"{name} answers a kind of claim that there is none of: {unknown[0]}.", try_=", ".join(CLAIM_KINDS)
        )
    if not inspect.isgeneratorfunction(function):
        raise BadLens(f"{name} is not a generator.", try_="yield each finding, and a Notice where there is no answer")
    hints = _hints(function, name)
    parameters = list(inspect.signature(function).parameters.values())
    tables = tuple(_table(p, hints.get(p.name), name) for p in parameters if p.kind is not p.KEYWORD_ONLY)
    if not tables:
        raise BadLens(f"{name} asks for no table.", try_="give it a positional parameter such as supply: SupplyShares")
    helps = help_of(doc)
    settings = tuple(_setting(p, hints.get(p.name), helps, name) for p in parameters if p.kind is p.KEYWORD_ONLY)
    if stray := sorted(set(helps) - {s.name for s in settings}):
        raise BadLens(f"{name}: the docstring explains settings it does not have: {', '.join(stray)}.")
    told = doc.partition("\nSettings:\n")[0].rstrip()
    first = " ".join(told.split("\n\n")[0].split())
    return LensSpec(name, function, first, told, tables, settings, tuple(answers), dict(fills or {}))


def _name(function: LensFunction) -> str:
    """``cuibono.lenses.dependence.concentration`` is ``dependence.concentration``; elsewhere module and function."""
    module = function.__module__
    if module.startswith(_HOME):
        return module[len(_HOME) :]
    return f"{module.rpartition('.')[2].strip('_')}.{function.__name__}"


def _hints(function: LensFunction, name: str) -> dict[str, Any]:
    try:
        return get_type_hints(function)
    except NameError as error:
        raise BadLens(
            f"{name}: a type in its signature is not known when it is loaded: {error}.",
            try_="import it outside of TYPE_CHECKING",
        ) from error


def _table(parameter: inspect.Parameter, hint: Any, name: str) -> TableUse:
    """A positional parameter as a table."""
    optional = get_origin(hint) in (Union, types.UnionType) and type(None) in get_args(hint)
    kinds = [a for a in get_args(hint) if a is not type(None)] if optional else [hint]
    kind = kinds[0] if len(kinds) == 1 else None
    variadic = parameter.kind in (parameter.VAR_POSITIONAL, parameter.VAR_KEYWORD)
    if variadic or not (inspect.isclass(kind) and issubclass(kind, Table) and kind is not Table):
        raise BadLens(
            f"{name}: the parameter '{parameter.name}' is not a lens table.",
            try_="give it a table of cuibono.model.tables as its type, or put it behind * to make it a setting",
        )
    if optional != (parameter.default is None) or parameter.default not in (None, parameter.empty):
        raise BadLens(
            f"{name}: the table '{parameter.name}' is neither required nor optional.",
            try_=f"{parameter.name}: {kind.__name__}, or {parameter.name}: {kind.__name__} | None = None",
        )
    return TableUse(parameter.name, kind, optional)


def _setting(parameter: inspect.Parameter, hint: Any, helps: Mapping[str, str], name: str) -> Setting:
    """A keyword-only parameter as a setting."""
    if parameter.default is parameter.empty:
        raise BadLens(f"{name}: the setting '{parameter.name}' has no default.", try_="give it one")
    return setting(parameter.name, hint, parameter.default, helps.get(parameter.name, ""), lens=name)
