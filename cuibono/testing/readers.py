"""The promises that every reader keeps, as one function to call on a reader and a good sample of its kind.

from cuibono.testing.readers import check_reader
check_reader(READER, Path("sample.xyz"), tmp_path)
"""

import random
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from cuibono.errors import CuibonoError
from cuibono.readers import registry
from cuibono.readers.contract import Input, Limits, Reader, Reading
from cuibono.testing.fuzz_judge import judge

_HEAD = 64 << 10


@dataclass(frozen=True, slots=True)
class _Case:
    """One reader with its sample and a folder to work in."""

    reader: Reader
    sample: Path
    tmp: Path

    def given(self, what: str, data: bytes | None = None, *, name: str | None = None) -> Input:
        """An input of the sample, or of other bytes, with folders of its own."""
        folder = self.tmp / what
        (folder / "staging").mkdir(parents=True)
        (folder / "elsewhere").mkdir()
        path = folder / "bytes"
        path.write_bytes(self.sample.read_bytes() if data is None else data)
        with path.open("rb") as file:
            return Input(path, name or self.sample.name, file.read(_HEAD), folder / "staging", Limits())


def check_reader(reader: Reader, sample: Path, tmp: Path, *, by_content: bool = True) -> None:
    """Raise AssertionError, with what was broken, unless the reader keeps the promises of all readers.

    ``sample`` is a small good file of its kind, ``tmp`` an empty folder. The promises: it recognises the
    sample, with ``by_content`` also under a name that says nothing; the same bytes give the same reading;
    passages hold text that can be kept, each at a place of its own; members and tables lie in staging; and
    any other bytes (none, random, cut off, damaged) give a reading or a CuibonoError.
    It does not show that what was read is right: that needs tests of the reader's own.
    """
    case = _Case(reader, sample, tmp)
    _recognises(case, by_content)
    _reads_the_same_twice(case)
    _places(case)
    _bears_anything(case)


def _recognises(case: _Case, by_content: bool) -> None:
    sure = case.reader.recognises(case.given("named"))
    assert 0.0 < sure <= 1.0, f"{case.reader.name} recognises its sample with {sure!r}, not above 0 and up to 1"
    if by_content:
        sure = case.reader.recognises(case.given("renamed", name="renamed"))
        assert 0.0 < sure <= 1.0, f"{case.reader.name} does not know its sample without the suffix"


def _reads_the_same_twice(case: _Case) -> None:
    first, second = (_snapshot(case.reader.read(case.given(f"read-{n}")), f"read-{n}") for n in (1, 2))
    for name, value in first.items():
        assert value == second[name], f"{case.reader.name}: '{name}' differs when the same bytes are read again"
    whole = first["pieces"] or first["rows"] or first["tables"] or first["entities"] or first["members"]
    assert whole, f"{case.reader.name} finds nothing in its sample"


def _snapshot(reading: Reading, folder: str) -> dict[str, Any]:
    """Everything in a reading, in a form that can be compared."""
    found: dict[str, Any] = {f.name: getattr(reading, f.name) for f in fields(reading)}
    found["pieces"] = [(p.text, p.place, dict(p.data)) for p in reading.pieces]
    found["members"] = [
        (m.name, m.media_type, m.url, m.captured, m.published, m.author, m.title, m.path.read_bytes())
        for m in reading.members
    ]
    for name in ("rows", "entities"):
        found[name] = _table(found[name]) if found[name] else None
    found["tables"] = {name: _table(path) for name, path in reading.tables.items()}
    found["notes"] = tuple(n.replace(folder, "") for n in reading.notes)
    return found


def _table(path: Path) -> list[tuple[Any, ...]]:
    from cuibono.engine.duck import DuckEngine

    with DuckEngine() as engine:
        return engine.tuples("SELECT * FROM read_parquet($1)", [str(path)])


def _places(case: _Case) -> None:
    places = [p.place for p in case.reader.read(case.given("places")).pieces]
    assert all(places), f"{case.reader.name}: a passage without a place"
    twice = sorted({p for p in places if places.count(p) > 1})
    assert not twice, f"{case.reader.name}: more than one passage at {twice[:3]}"


def _bears_anything(case: _Case) -> None:
    for what, data in [("whole", case.sample.read_bytes()), *_bad(case.sample.read_bytes())]:
        item = case.given(f"bad-{what}", data)
        elsewhere = item.staging.parent / "elsewhere"
        found = judge(case.reader, item.path, item.name, item.staging, elsewhere=[elsewhere])
        assert found.kind != "fault", f"{case.reader.name}, {what} bytes: {found.says}"
        assert what != "whole" or found.kind == "read", f"{case.reader.name} refuses its sample: {found.says}"
        shutil.rmtree(item.staging.parent)


def _bad(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Files that are none of its kind, or hardly any more."""
    dice = random.Random(1)  # noqa: S311 (chance that can be repeated, not a secret)
    yield "no", b""
    yield "random", dice.randbytes(4096)
    yield "zero", bytes(4096)
    for share in (1, 10, 50, 90):
        yield f"the first {share} in 100", data[: len(data) * share // 100]
    yield "all but the last of the", data[:-1]
    yield "the last half of the", data[len(data) // 2 :]
    yield "reversed", data[::-1]
    for number in range(8):
        yield f"damaged ({number})", _damaged(data, dice)


def _damaged(data: bytes, dice: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(1 + len(changed) // 200):
        changed[dice.randrange(len(changed))] = dice.choice((0, 10, 34, 60, 127, 128, 255, dice.randrange(256)))
    return bytes(changed)


def check_choice(reader: Reader, sample: Path, tmp: Path, *, by_content: bool = True) -> None:
    """Raise AssertionError unless the registry hands the sample to this reader, with ``by_content`` under any name."""
    case = _Case(reader, sample, tmp)
    others = ("renamed", "renamed.txt", "renamed.zip", "renamed.html") if by_content else ()
    for number, name in enumerate((sample.name, *others)):
        try:
            chosen = registry.choose(case.given(f"choice-{number}", name=name)).name
        except CuibonoError as error:
            chosen = re.sub(r"\s+", " ", error.what)
        assert chosen == reader.name, f"'{sample.name}' under the name '{name}' goes to {chosen}, not to {reader.name}"
