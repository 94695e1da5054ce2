import gzip
import io
import zipfile

import pytest

from cuibono.errors import UnreadableSource
from cuibono.readers.contract import Input, Member, Piece, Reader, Reading
from cuibono.readers.untar import is_tar
from cuibono.testing import fuzz, fuzz_run
from cuibono.testing.fuzz import Seed, mutant
from cuibono.testing.fuzz_judge import judge
from cuibono.testing.fuzz_seeds import _known, corpus
from cuibono.testing.fuzz_worker import keep, load

SEEDS = [Seed("a.txt", b"The harbour office paid 4200 crowns. " * 20), Seed("b.txt", b"short", general=True)]


def made(number: int, run: int = 1) -> Seed:
    return mutant(SEEDS, (b"TOKEN",), run=run, reader="text", number=number)


def test_the_first_files_are_the_seeds_as_they_are():
    assert [made(0).data, made(1).data] == [SEEDS[0].data, b"short"]


def test_the_same_number_gives_the_same_file():
    assert [made(n) for n in range(2, 60)] == [made(n) for n in range(2, 60)]


def test_another_run_gives_other_files():
    assert [made(n) for n in range(2, 60)] != [made(n, run=2) for n in range(2, 60)]


def test_files_differ_and_never_grow_too_large():
    files = [made(n).data for n in range(2, 400)]
    assert len(set(files)) > 350
    assert max(map(len, files)) <= fuzz.LARGEST
    assert any(b"TOKEN" in data for data in files)


def test_a_zip_is_changed_on_the_inside_and_stays_a_zip():
    (seed,) = [s for s in _known() if s.name == "a.zip"]
    changed = [fuzz._inside_zip(seed.data, fuzz.Dice(n), [seed], ()) for n in range(20)]
    assert [zipfile.ZipFile(io.BytesIO(data)).testzip() for data in changed] == [None] * 20
    assert len({tuple(e.CRC for e in zipfile.ZipFile(io.BytesIO(data)).infolist()) for data in changed}) > 10


def test_a_gzip_is_changed_on_the_inside_and_keeps_its_checksum():
    seed = Seed("a.gz", gzip.compress(b"words " * 99, mtime=0))
    changed = [fuzz._inside_gzip(seed.data, fuzz.Dice(n), [seed], ()) for n in range(20)]
    assert len({gzip.decompress(data) for data in changed}) > 10


def test_a_tar_header_is_changed_and_keeps_its_checksum():
    (seed,) = [s for s in _known() if s.name == "gnu.tar"]
    changed = [fuzz._inside_tar(seed.data, fuzz.Dice(n), [seed], ()) for n in range(40)]
    assert sum(is_tar(data) for data in changed) > 20


def test_seeds_survive_being_kept(tmp_path):
    keep({"text": SEEDS}, tmp_path)
    assert load(tmp_path) == {"text": SEEDS}


def test_every_reader_has_seeds_of_its_own_kind(tmp_path):
    found = corpus(None, tmp_path, only=["pdf", "archive", "image"])
    assert sorted(found) == ["archive", "image", "pdf"]
    assert all(sum(not s.general for s in seeds) >= 1 for seeds in found.values())


def reading_of(tmp_path, read, recognises=lambda _: 0.5):
    reader = Reader("made", "1", "A reader made for this test", (".txt",), recognises, read)
    (tmp_path / "staging").mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "input").write_bytes(b"words")
    return judge(reader, tmp_path / "input", "a.txt", tmp_path / "staging", elsewhere=[tmp_path / "elsewhere"])


def good(_: Input) -> Reading:
    return Reading("text/plain", [Piece("words", "line 1", {"line": 1})])


def test_a_good_reading_is_read(tmp_path):
    assert reading_of(tmp_path, good).kind == "read"


def test_an_error_of_ours_is_a_refusal(tmp_path):
    def refuse(_: Input) -> Reading:
        raise UnreadableSource("a.txt is damaged.")

    outcome = reading_of(tmp_path, refuse)
    assert (outcome.kind, outcome.says) == ("refused", "a.txt is damaged.")


def test_any_other_exception_is_a_fault_with_its_traceback(tmp_path):
    outcome = reading_of(tmp_path, lambda _: 1 // 0)
    assert outcome.kind == "fault"
    assert "ZeroDivisionError" in outcome.says


def test_an_exception_while_passages_are_taken_is_a_fault(tmp_path):
    assert reading_of(tmp_path, lambda _: Reading("text/plain", (Piece(x, 1) for x in [0]))).kind == "fault"


@pytest.mark.parametrize(
    ("reading", "says"),
    [
        (Reading("text/plain", [Piece("a\x00b", "line 1")]), "a passage holds NUL"),
        (Reading("text/plain", [Piece("a\ud800b", "line 1")]), "a passage holds half a character"),
        (Reading("text/plain", [Piece("  \n", "line 1")]), "an empty passage at 'line 1'"),
        (Reading("text/plain", [Piece("words", "")]), "a passage without a place"),
        (Reading("text/plain", title="\x00"), "title holds NUL"),
        (Reading("text/plain", published="last spring"), "published is no EDTF"),
        (Reading("text/plain", notes=("\udcff",)), "a note or a column holds half a character"),
    ],
)
def test_a_reading_that_cannot_be_kept_is_a_fault(tmp_path, reading, says):
    outcome = reading_of(tmp_path, lambda _: reading)
    assert outcome.kind == "fault"
    assert outcome.says.startswith(says)


def test_data_that_json_cannot_hold_is_a_fault(tmp_path):
    outcome = reading_of(tmp_path, lambda _: Reading("x", [Piece("words", "line 1", {"a": float("nan")})]))
    assert outcome.kind == "fault"


def test_a_file_left_outside_staging_is_a_fault(tmp_path):
    def leave(item: Input) -> Reading:
        (tmp_path / "elsewhere" / "left.txt").write_text("x")
        return good(item)

    assert reading_of(tmp_path, leave).says == "files were left outside staging: left.txt"


def test_a_member_outside_staging_is_a_fault(tmp_path):
    outcome = reading_of(tmp_path, lambda i: Reading("x", members=[Member(i.path, "a.txt")]))
    assert "lies outside staging" in outcome.says


def test_rows_that_are_no_parquet_are_a_fault(tmp_path):
    def rows(item: Input) -> Reading:
        (item.staging / "rows.parquet").write_bytes(b"a,b\n1,2\n")
        return Reading("text/csv", rows=item.staging / "rows.parquet")

    assert reading_of(tmp_path, rows).says == "rows.parquet is no Parquet file"


def test_a_file_that_was_changed_is_a_fault(tmp_path):
    def change(item: Input) -> Reading:
        item.path.write_bytes(b"other")
        return good(item)

    assert reading_of(tmp_path, change).says == "the file itself was changed"


def test_a_score_outside_0_to_1_is_a_fault(tmp_path):
    assert reading_of(tmp_path, good, recognises=lambda _: 2.0).says == "recognises returned 2.0"


def test_a_run_covers_all_readers_evenly(tmp_path):
    seeds = corpus(None, tmp_path, only=["archive", "image"])
    results = list(fuzz_run.run(seeds, inputs=40, workers=2))
    assert sorted((r.reader, r.number) for r in results) == [(n, k) for n in ("archive", "image") for k in range(20)]
    assert {r.kind for r in results} == {"read", "refused"}


def test_a_worker_that_hangs_is_a_fault_and_the_others_go_on(tmp_path):
    seeds = corpus(None, tmp_path, only=["archive"])
    results = list(fuzz_run.run(seeds, inputs=6, workers=1, seconds=0.0))
    assert [r.kind for r in results] == ["fault"] * 6
    assert {r.says for r in results} == {"it took longer than 0 seconds"}


def test_workers_that_cannot_start_are_no_fault_of_a_reader(tmp_path, monkeypatch):
    monkeypatch.setattr(fuzz_run, "keep", lambda *_: None)
    with pytest.raises(RuntimeError, match="a worker could not start"):
        list(fuzz_run.run(corpus(None, tmp_path, only=["archive"]), inputs=4, workers=1))
