import bz2
import gzip
import io
import lzma
import tarfile
import zipfile

import pytest

from cuibono.errors import UnreadableSource
from cuibono.readers import archive
from tests.readers.archives import FILES, contents, read, tarred, zipped
from tests.readers.inputs import given


def test_every_file_of_a_zip_is_a_member(tmp_path):
    reading = read(zipped(tmp_path / "a.zip", FILES), tmp_path)
    assert contents(reading) == FILES
    assert (reading.media_type, reading.notes) == ("application/zip", ())


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_all_packings_of_a_zip_are_read(tmp_path, method):
    assert contents(read(zipped(tmp_path / "a.zip", FILES, method), tmp_path)) == FILES


@pytest.mark.parametrize("mode", ["w", "w:gz", "w:bz2", "w:xz"])
def test_every_file_of_a_tar_is_a_member(tmp_path, mode):
    reading = read(tarred(tmp_path / "a.tar", FILES, mode), tmp_path)
    assert contents(reading) == FILES
    assert reading.media_type == "application/x-tar"


@pytest.mark.parametrize("form", [tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT])
def test_long_and_foreign_names_of_all_tars_are_read(tmp_path, form):
    name = f"{'folder/' * 15}合同.txt" if form != tarfile.USTAR_FORMAT else f"{'folder/' * 15}file.txt"
    with tarfile.open(tmp_path / "a.tar", "w", format=form) as made:
        entry = tarfile.TarInfo(name)
        entry.size = 3
        made.addfile(entry, io.BytesIO(b"abc"))
    assert contents(read(tmp_path / "a.tar", tmp_path)) == {name: b"abc"}


@pytest.mark.parametrize(("suffix", "pack"), [("gz", gzip.compress), ("bz2", bz2.compress), ("xz", lzma.compress)])
def test_a_packed_file_is_one_member_without_its_last_suffix(tmp_path, suffix, pack):
    path = tmp_path / f"rows.csv.{suffix}"
    path.write_bytes(pack(b"a,b\n1,2\n") + pack(b"3,4\n"))
    assert contents(read(path, tmp_path)) == {"rows.csv": b"a,b\n1,2\n3,4\n"}


def test_padding_after_gzip_is_let_go(tmp_path):
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(b"words") + bytes(2000))
    assert contents(read(tmp_path / "a.txt.gz", tmp_path)) == {"a.txt": b"words"}


def test_members_lie_in_staging_under_names_of_ours(tmp_path):
    reading = read(zipped(tmp_path / "a.zip", {"CON": b"x", "a/b;rm -rf": b"y"}), tmp_path)
    assert [m.path for m in reading.members] == [tmp_path / "staging" / f"member-00000{n}" for n in (1, 2)]


def test_an_empty_archive_says_so(tmp_path):
    assert read(zipped(tmp_path / "a.zip", {}), tmp_path).notes == ("the archive is empty",)


def test_what_systems_leave_behind_is_skipped(tmp_path):
    files = {"__MACOSX/._a.txt": b"1", "a.txt": b"2", "sub/.DS_Store": b"3", "._b": b"4", "sub/": b""}
    assert contents(read(zipped(tmp_path / "a.zip", files), tmp_path)) == {"a.txt": b"2"}


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_names_that_occur_twice_get_a_number_and_a_note(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as made:
        for data in ("one", "two", "three"):
            made.writestr("list.csv", data)
    reading = read(tmp_path / "a.zip", tmp_path)
    assert contents(reading) == {"list.csv": b"one", "list (2).csv": b"two", "list (3).csv": b"three"}
    assert reading.notes == ("'list.csv' is in the archive more than once: the later ones got a number",)


def test_archives_are_recognised_by_content(tmp_path):
    sure = {
        zipped(tmp_path / "a", FILES): 0.5,
        tarred(tmp_path / "b", FILES): 0.9,
        tarred(tmp_path / "c", FILES, "w:gz"): 0.8,
    }
    (tmp_path / "d").write_bytes(gzip.compress(b"words"))
    (tmp_path / "e").write_bytes(b"PK is not enough")
    sure |= {tmp_path / "d": 0.5, tmp_path / "e": 0.0}
    assert {p: archive.READER.recognises(given(p, tmp_path / "s")) for p in sure} == sure


@pytest.mark.parametrize("keep", [0.3, 0.7, 0.95])
def test_a_zip_cut_short(tmp_path, keep):
    raw = zipped(tmp_path / "a.zip", FILES).read_bytes()
    (tmp_path / "a.zip").write_bytes(raw[: int(len(raw) * keep)])
    with pytest.raises(UnreadableSource, match=r"a\.zip: its index is missing"):
        read(tmp_path / "a.zip", tmp_path)


def test_a_zip_whose_data_are_damaged(tmp_path):
    path = zipped(tmp_path / "a.zip", FILES, zipfile.ZIP_STORED)
    path.write_bytes(path.read_bytes().replace(b"firm denies", b"firm admits"))
    with pytest.raises(UnreadableSource, match=r"the entry 'letters/second\.txt' is damaged"):
        read(path, tmp_path)


def test_a_zip_whose_index_is_damaged(tmp_path):
    path = zipped(tmp_path / "a.zip", FILES)
    path.write_bytes(path.read_bytes().replace(b"PK\x01\x02", b"PK\x09\x09"))
    with pytest.raises(UnreadableSource, match=r"index .* is damaged"):
        read(path, tmp_path)


def test_a_zip_with_a_password(tmp_path):
    path = zipped(tmp_path / "a.zip", FILES)
    raw = bytearray(path.read_bytes())
    for magic, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        raw[raw.rfind(magic) + flags] |= 1
    path.write_bytes(raw)
    with pytest.raises(UnreadableSource, match=r"the entry 'letters/second\.txt' is encrypted"):
        read(path, tmp_path)


def test_a_zip_with_a_packing_that_is_not_known(tmp_path):
    path = zipped(tmp_path / "a.zip", {"a.txt": b"x" * 99})
    raw = bytearray(path.read_bytes())
    for magic, method in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        raw[raw.rfind(magic) + method] = 9
    path.write_bytes(raw)
    with pytest.raises(UnreadableSource, match=r"'a\.txt' is packed with Deflate64"):
        read(path, tmp_path)


@pytest.mark.parametrize("mode", ["w", "w:gz", "w:xz"])
@pytest.mark.parametrize("keep", [0.3, 0.6, 0.8])
def test_a_tar_cut_short(tmp_path, mode, keep):
    files = {f"{n}.txt": bytes(range(256)) * 20 for n in range(9)}
    path = tarred(tmp_path / "a.tar", files, mode)
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * keep)])
    with pytest.raises(UnreadableSource, match=r"a\.tar: the (TAR|compressed data) "):
        read(path, tmp_path)


def test_a_tar_damaged_in_the_middle_is_not_taken_for_its_end(tmp_path):
    path = tarred(tmp_path / "a.tar", FILES)
    path.write_bytes(path.read_bytes().replace(b"letters/second", b"letters/sEcond"))
    with pytest.raises(UnreadableSource, match="does not fit its checksum"):
        read(path, tmp_path)


def test_a_gzip_whose_checksum_is_wrong(tmp_path):
    raw = bytearray(gzip.compress(b"words " * 50))
    raw[-8] ^= 1
    (tmp_path / "a.txt.gz").write_bytes(raw)
    with pytest.raises(UnreadableSource, match="compressed data is damaged"):
        read(tmp_path / "a.txt.gz", tmp_path)


@pytest.mark.parametrize(("magic", "program"), [(b"7z\xbc\xaf\x27\x1c", "7-Zip"), (b"Rar!\x1a\x07\x01\x00", "RAR")])
def test_other_archives_are_named(tmp_path, magic, program):
    (tmp_path / "a.bin").write_bytes(magic + bytes(40))
    with pytest.raises(UnreadableSource, match=rf"a\.bin: {program} archives cannot be read here"):
        read(tmp_path / "a.bin", tmp_path)
