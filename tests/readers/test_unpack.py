import bz2
import gzip
import lzma
import struct
import tarfile
import zipfile
import zlib

import pytest

from cuibono.errors import UnreadableSource, UnsafeInput
from tests.readers.archives import FILES, contents, read, tarred, zipped


def test_too_high_a_ratio_is_refused(tmp_path):
    zipped(tmp_path / "a.zip", {"zeros": bytes(3 << 20)})
    with pytest.raises(UnsafeInput, match="more than 200 times its size"):
        read(tmp_path / "a.zip", tmp_path)


def test_a_few_zeros_are_no_bomb(tmp_path):
    assert len(contents(read(zipped(tmp_path / "a.zip", {"zeros": bytes(500_000)}), tmp_path))["zeros"]) == 500_000


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_packed_zeros_are_refused_while_they_come(tmp_path, pack):
    (tmp_path / "a.gz").write_bytes(pack(bytes(50 << 20)))
    with pytest.raises(UnsafeInput, match="more than 200 times"):
        read(tmp_path / "a.gz", tmp_path)
    assert sum(f.stat().st_size for f in (tmp_path / "staging").iterdir()) < 11 << 20


def test_a_packed_tar_of_zeros_is_refused(tmp_path):
    tarred(tmp_path / "a.tgz", {"zeros": bytes(20 << 20)}, "w:gz")
    with pytest.raises(UnsafeInput, match="more than 200 times"):
        read(tmp_path / "a.tgz", tmp_path)


def test_more_bytes_than_allowed_are_refused(tmp_path):
    zipped(tmp_path / "a.zip", {"a": bytes(600), "b": bytes(600)}, zipfile.ZIP_STORED)
    with pytest.raises(UnsafeInput, match="more than 1,000 bytes"):
        read(tmp_path / "a.zip", tmp_path, expanded=1000)


def test_declared_sizes_are_not_believed(tmp_path):
    """Both headers say 10 bytes; the data are far more."""
    path = zipped(tmp_path / "a.zip", {"a": bytes(3 << 20)})
    raw = path.read_bytes().replace(struct.pack("<I", 3 << 20), struct.pack("<I", 10))
    path.write_bytes(raw)
    with pytest.raises(UnreadableSource):
        read(path, tmp_path)
    assert sum(f.stat().st_size for f in (tmp_path / "staging").iterdir()) < 100


def test_too_many_files_are_refused(tmp_path):
    files = {f"{n}.txt": b"" for n in range(12)}
    with pytest.raises(UnsafeInput, match=r"a\.zip holds more than 10 files"):
        read(zipped(tmp_path / "a.zip", files), tmp_path, members=10)
    with pytest.raises(UnsafeInput, match=r"a\.tar holds more than 10 files"):
        read(tarred(tmp_path / "a.tar", files), tmp_path, members=10)


def test_entries_that_overlap_are_refused(tmp_path):
    (tmp_path / "a.zip").write_bytes(overlapping(30))
    with pytest.raises(UnsafeInput, match="shares bytes with another one"):
        read(tmp_path / "a.zip", tmp_path)


def test_an_archive_in_an_archive_is_one_member(tmp_path):
    inner = zipped(tmp_path / "inner.zip", FILES).read_bytes()
    reading = read(zipped(tmp_path / "outer.zip", {"inner.zip": inner}), tmp_path)
    assert contents(reading) == {"inner.zip": inner}


def test_a_header_that_fills_the_memory_is_refused(tmp_path):
    entry = tarfile.TarInfo("././@LongLink")
    entry.type, entry.size = tarfile.GNUTYPE_LONGNAME, 3 << 30
    (tmp_path / "a.tar").write_bytes(entry.tobuf(tarfile.GNU_FORMAT) + bytes(2048))
    with pytest.raises(UnreadableSource, match="header of impossible size"):
        read(tmp_path / "a.tar", tmp_path)


def overlapping(count: int) -> bytes:
    """Many index entries that all point at the same bytes."""
    packed = zlib.compressobj(9, zlib.DEFLATED, -15)
    data = packed.compress(bytes(100_000)) + packed.flush()
    crc = zlib.crc32(bytes(100_000))
    common = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 0, crc, len(data), 100_000, 1, 0)
    body = b"PK\x03\x04" + common + b"a" + data
    index = (b"PK\x01\x02" + struct.pack("<H", 20) + common + struct.pack("<HHHII", 0, 0, 0, 0, 0) + b"a") * count
    end = struct.pack("<HHHHIIH", 0, 0, count, count, len(index), len(body), 0)
    return body + index + b"PK\x05\x06" + end
