"""Word lists that the stages of reading look things up in, one TOML file a subject."""

import tomllib
from functools import cache
from importlib.resources import files


@cache
def words(file: str, name: str) -> frozenset[str]:
    """A list of words, or of phrases where the list has bars between them."""
    text: str = _lists(file)[name]
    parts = text.split("|") if "|" in text else text.split()
    return frozenset(p.strip() for p in parts if p.strip())


@cache
def lines(file: str, name: str) -> tuple[str, ...]:
    """A list with an entry a line, in its order."""
    return tuple(line.strip() for line in _lists(file)[name].splitlines() if line.strip())


@cache
def pairs(file: str, name: str) -> tuple[tuple[str, str], ...]:
    """A list of words with what each stands for, the longest word first."""
    found = (line.split(maxsplit=1) for line in lines(file, name))
    return tuple(sorted(((word, meant) for word, meant in found), key=lambda p: -len(p[0])))


@cache
def _lists(file: str) -> dict[str, str]:
    return tomllib.loads(files("cuibono.extract.lexicon").joinpath(f"{file}.toml").read_text("utf-8"))
