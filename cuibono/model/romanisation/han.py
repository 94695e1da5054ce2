"""Chinese characters: their simplified forms, how they are read in Pinyin, and where the family name ends."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import product
from types import MappingProxyType

#: Where characters stand in Unicode, as ranges of a pattern.
RANGES = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
HAN = re.compile(f"[{RANGES}]+")
_ENTRY = re.compile(r"([㐀-鿿]+)([a-z]+)")
#: So many ways to read one name are tried at most: a name has hardly ever two characters with two readings.
MOST_READINGS = 4


@dataclass(frozen=True, slots=True)
class HanTables:
    """What is known of characters: first readings, further ones, surnames and simplified forms."""

    readings: Mapping[str, str]
    also: Mapping[str, tuple[str, ...]]
    surnames: Mapping[str, str]
    simplified: Mapping[int, str]


@cache
def tables() -> HanTables:
    """The tables of ``han.toml``, read once."""
    raw = tomllib.loads(files("cuibono.model.romanisation").joinpath("han.toml").read_text("utf-8"))
    readings = {c: s for line in raw["readings"].split("\n") if line for s, cs in [line.split(" ")] for c in cs}
    also: dict[str, list[str]] = {}
    for character, reading in _ENTRY.findall(raw["also"]):
        also.setdefault(character, []).append(reading)
    surnames = dict(_ENTRY.findall(raw["surnames"] + raw["doubles"]))
    return HanTables(
        MappingProxyType(readings),
        MappingProxyType({c: tuple(r) for c, r in also.items()}),
        MappingProxyType(surnames),
        MappingProxyType({ord(pair[0]): pair[1] for pair in raw["simplified"].split()}),
    )


def is_han(text: str) -> bool:
    """Whether a text is written in Chinese characters and nothing else."""
    return HAN.fullmatch(text) is not None


def simplified(text: str) -> str:
    """A text with its traditional characters in their simplified form.

    >>> simplified("張偉")
    '张伟'
    """
    return text.translate(tables().simplified)


def split_name(name: str) -> tuple[str, str]:
    """The family name and the given name of a person's name in characters.

    >>> split_name("欧阳文")
    ('欧阳', '文')
    """
    plain = simplified(name)
    double = len(plain) > 2 and plain[:2] in tables().surnames
    return (plain[:2], plain[2:]) if double else (plain[:1], plain[1:])


def read(text: str) -> list[tuple[str, ...]]:
    """The ways in which characters can be read, the likeliest first; none when one of them is unknown.

    >>> read("伟")
    [('wei',)]
    """
    known = tables()
    options = [tuple(dict.fromkeys((known.readings[c], *known.also.get(c, ())))) for c in text if c in known.readings]
    if len(options) < len(text) or not text:
        return []
    return [combo for combo, _ in zip(product(*options), range(MOST_READINGS), strict=False)]


def read_family(family: str) -> tuple[str, ...]:
    """How a family name is read as one: 曾 is Zeng, 单 is Shan; characters that are no family name as elsewhere."""
    known = tables().surnames.get(simplified(family))
    if known is None:
        return next(iter(read(family)), ())
    return (known,)
