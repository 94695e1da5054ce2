"""Every reader keeps the promises of all readers, on a sample of its kind."""

import importlib
import importlib.util
from pathlib import Path

import pytest

from cuibono.readers import registry
from cuibono.readers.contract import Input, Piece, Reader, Reading
from cuibono.testing.readers import check_choice, check_reader

READERS = {reader.name: reader for reader in registry.readers()}
#: A small table with a title above it looks like prose: these samples need the name that they came with.
NEED_THEIR_NAME = {"delimited"}


def sample_of(name: str, folder: Path) -> Path:
    """The sample of a reader, made by ``tests/readers/samples/<reader>.py``."""
    if importlib.util.find_spec(f"tests.readers.samples.{name}") is None:
        pytest.fail(f"the reader '{name}' has no sample: write make(folder) in tests/readers/samples/{name}.py")
    folder.mkdir()
    made: Path = importlib.import_module(f"tests.readers.samples.{name}").make(folder)
    return made


@pytest.mark.parametrize("name", READERS)
def test_a_reader_keeps_its_promises(name, tmp_path):
    sample = sample_of(name, tmp_path / "sample")
    check_reader(READERS[name], sample, tmp_path / "work", by_content=name not in NEED_THEIR_NAME)


@pytest.mark.parametrize("name", READERS)
def test_content_decides_which_reader_takes_a_file(name, tmp_path):
    sample = sample_of(name, tmp_path / "sample")
    check_choice(READERS[name], sample, tmp_path / "work", by_content=name not in NEED_THEIR_NAME)


@pytest.mark.parametrize("name", READERS)
def test_a_reader_says_what_it_is_for_in_one_line(name):
    reader = READERS[name]
    assert len(reader.says) < 120
    assert "\n" not in reader.says
    assert reader.suffixes
    assert all(s.startswith(".") and s == s.lower() for s in reader.suffixes)


def broken(recognises=lambda item: 0.5, read=lambda item: Reading("x/y", (Piece("words", "line 1"),))) -> Reader:
    return Reader("broken", "1", "breaks promises", (".x",), recognises, read)


def crashes_on_nothing(item: Input) -> Reading:
    return Reading("x/y", (Piece(chr(item.head[0]) + "words", "line 1"),))


FAULTS = {
    "not above 0": broken(recognises=lambda item: 1.5),
    "without the suffix": broken(recognises=lambda item: 0.5 if item.suffix == ".x" else 0.0),
    "differs": broken(read=lambda item: Reading("x/y", (Piece(str(item.staging), "line 1"),))),
    "finds nothing": broken(read=lambda item: Reading("x/y")),
    "more than one passage at": broken(read=lambda item: Reading("x/y", (Piece("a", "p"), Piece("b", "p")))),
    "IndexError": broken(read=crashes_on_nothing),
    "NUL": broken(read=lambda item: Reading("x/y", (Piece("a\x00", "p"),))),
}


@pytest.mark.parametrize("says", FAULTS)
def test_a_broken_promise_is_named(says, tmp_path):
    sample = tmp_path / "a.x"
    sample.write_bytes(b"words")
    with pytest.raises(AssertionError, match=says):
        check_reader(FAULTS[says], sample, tmp_path / "work")
