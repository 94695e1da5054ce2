"""The lens, the reader and the extractor of CONTRIBUTING.md work as they stand there."""

import importlib
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from cuibono.errors import UnreadableSource
from cuibono.readers.contract import Input
from cuibono.testing.extractors import check_extractor

ROOT = Path(__file__).parent.parent
_BLOCK = re.compile(r"^```python (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.fixture
def examples(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The named blocks of the page as files that can be imported."""
    for name, body in _BLOCK.findall((ROOT / "CONTRIBUTING.md").read_text("utf-8")):
        (tmp_path / name).write_text(body, "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    yield tmp_path
    for path in tmp_path.glob("*.py"):
        sys.modules.pop(path.stem, None)


def _module(name: str) -> ModuleType:
    importlib.invalidate_caches()
    return importlib.import_module(name)


def test_the_lens_passes_the_tests_beside_it(examples: Path) -> None:
    tests = _module("test_sole")
    ran = [test() for name, test in vars(tests).items() if name.startswith("test_")]
    assert len(ran) == 2


def test_the_lens_keeps_the_contract(examples: Path) -> None:
    spec = _module("sole").sole.__lens__
    assert (spec.name, spec.needs, [s.name for s in spec.settings]) == ("sole.sole", ("supply_shares",), ["least"])
    assert spec.first == "Goods that come from one supplier almost alone."


def _input(path: Path, data: bytes) -> Input:
    path.write_bytes(data)
    return Input(path, path.name, data[: 64 << 10], path.parent)


def test_the_reader_reads_messages_and_says_what_it_left_out(examples: Path) -> None:
    reader = _module("chatlog").READER
    item = _input(examples / "talk.chat", "[12:03] <ann> 你好\n* bob left\n[12:05] <ann> gone\n".encode())
    reading = reader.read(item)
    assert reader.recognises(item) == 0.8
    assert [(p.text, p.place) for p in reading.pieces] == [("你好", "line 1, 12:03"), ("gone", "line 3, 12:05")]
    assert reading.notes == ("1 lines are no message and were left out",)


def test_the_reader_refuses_what_it_cannot_read(examples: Path) -> None:
    reader = _module("chatlog").READER
    item = _input(examples / "noise.chat", b"\x00\xffno message\n")
    assert reader.recognises(item) == 0.0
    with pytest.raises(UnreadableSource, match="no message"):
        reader.read(item)


def test_the_extractor_keeps_the_promises_of_all_extractors(examples: Path) -> None:
    check_extractor(_module("tickers").EXTRACTOR, "Acme (NASDAQ: ACME) bought Vex (HKEX: 0388). (NASDAQ: ACME) fell.")
