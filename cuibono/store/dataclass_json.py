"""Frozen dataclasses as JSON and back: what the database keeps of findings, figures and the docket."""

import json
from dataclasses import asdict, is_dataclass
from functools import cache
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")


def to_json(value: Any) -> str:
    """A dataclass, or plain data with dataclasses in it, as JSON."""
    return json.dumps(_plain(value), ensure_ascii=False, default=str)


def of_json(kind: type[T], text: str) -> T:
    """The dataclass that was written; what a later version has and this text has not keeps its default."""
    made: T = rebuilt(kind, json.loads(text))
    return made


def rebuilt(kind: Any, raw: Any) -> Any:
    """Plain data as the type says: dataclasses and tuples inside of it included."""
    origin, inner = get_origin(kind), get_args(kind)
    if raw is None:
        return None
    if origin in (Union, UnionType):
        return rebuilt(next(a for a in inner if a is not type(None)), raw)
    if isinstance(kind, type) and is_dataclass(kind):
        types = _types(kind)
        return kind(**{name: rebuilt(types[name], value) for name, value in raw.items() if name in types})
    if origin is tuple:
        each = [inner[0]] * len(raw) if inner[-1] is Ellipsis else inner
        return tuple(rebuilt(a, v) for a, v in zip(each, raw, strict=True))
    return raw


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    if isinstance(value, list | tuple):
        return [_plain(v) for v in value]
    return value


@cache
def _types(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)
