"""A writer that is killed leaves every source wholly in or out; the bench does this 200 times, here a few."""

import sys
from pathlib import Path

import pytest

from bench.store_data import mixed
from bench.store_faults import killed, reader_beside_writer, two_writers

PROGRAM = Path(sys.executable).with_name("cuibono")


@pytest.mark.timeout(1200)  # every run reads texts with a parser
def test_a_killed_writer_leaves_every_source_wholly_in_or_out_and_read_or_unread(tmp_path: Path) -> None:
    mixed(tmp_path / "mixed", texts_=6)
    seen = killed(PROGRAM, tmp_path, tmp_path / "mixed", kills=3)
    assert seen.runs == 3
    assert seen.faults == []


@pytest.mark.timeout(600)
def test_two_writers_with_the_same_files_both_end_well(tmp_path: Path) -> None:
    mixed(tmp_path / "mixed", texts_=16)
    assert two_writers(PROGRAM, tmp_path, texts_=16) == []


@pytest.mark.timeout(600)
def test_a_reader_beside_a_writer_never_fails(tmp_path: Path) -> None:
    mixed(tmp_path / "mixed", texts_=16)
    assert reader_beside_writer(PROGRAM, tmp_path) == []
