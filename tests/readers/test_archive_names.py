import struct
import tarfile
import zipfile
import zlib

import pytest
from hypothesis import given as examples
from hypothesis import strategies as st

from cuibono.errors import UnsafeInput
from cuibono.readers import archive_names
from tests.readers.archives import contents, read, tarred, zipped


@pytest.mark.parametrize(
    ("codec", "name"),
    [
        ("gb18030", "合同/港务局付款单.txt"),
        ("cp950", "合約/臺灣港務公司付款單.txt"),
        ("cp932", "東京の報告.txt"),
        ("cp866", "Отчёт за март.txt"),
        ("cp437", "résumé/año.txt"),
        ("utf-8", "合同.txt"),
    ],
)
def test_names_come_out_right(tmp_path, codec, name):
    """zipfile writes what it is given as CP437, which maps every byte to itself and back."""
    zipped(tmp_path / "a.zip", {"x" * len(name.encode(codec)): b"data"})
    raw = (tmp_path / "a.zip").read_bytes()
    (tmp_path / "a.zip").write_bytes(raw.replace(b"x" * len(name.encode(codec)), name.encode(codec)))
    assert contents(read(tmp_path / "a.zip", tmp_path)) == {name: b"data"}


def test_names_a_guessed_encoding_is_noted(tmp_path):
    zipped(tmp_path / "a.zip", {"xxxxxxxx.txt": b"data"})
    raw = (tmp_path / "a.zip").read_bytes().replace(b"xxxxxxxx", "港务合同".encode("gb18030"))
    (tmp_path / "a.zip").write_bytes(raw)
    notes = read(tmp_path / "a.zip", tmp_path).notes
    assert notes == ("file names inside are in gb18030, which the archive does not say",)


def test_names_gbk_in_a_tar(tmp_path):
    with tarfile.open(tmp_path / "a.tar", "w", format=tarfile.GNU_FORMAT, encoding="gb18030") as made:
        made.addfile(tarfile.TarInfo("港务局/付款单.txt"))
    assert list(contents(read(tmp_path / "a.tar", tmp_path))) == ["港务局/付款单.txt"]


def test_names_the_unicode_name_beside_the_old_one_is_believed(tmp_path):
    raw, name = b"?????.txt", "合同.txt"
    body = b"\x01" + struct.pack("<I", zlib.crc32(raw)) + name.encode()
    entry = zipfile.ZipInfo(raw.decode())
    entry.extra = struct.pack("<HH", 0x7075, len(body)) + body
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as made:
        made.writestr(entry, b"data")
    assert contents(read(tmp_path / "a.zip", tmp_path)) == {name: b"data"}


def test_names_invisible_signs_are_replaced():
    assert archive_names.safe("inv\u202etxt.exe", "a.zip") == "inv_txt.exe"
    assert archive_names.safe("a\nb\x1b[31m.txt", "a.zip") == "a_b_[31m.txt"


@examples(st.text(max_size=60))
def test_names_never_lead_out_whatever_they_are(name):
    try:
        safe = archive_names.safe(name, "a.zip")
    except UnsafeInput:
        return
    assert ".." not in safe.split("/")
    assert not safe.startswith("/")
    assert safe.encode("utf-8").decode() == safe


@pytest.mark.parametrize(
    "name", ["../evil.txt", "a/../../evil.txt", "/etc/passwd", "C:\\evil.txt", "..\\evil.txt", "\\\\host\\share"]
)
def test_leading_out_in_a_zip(tmp_path, name):
    zipped(tmp_path / "a.zip", {"good.txt": b"x", name: b"y"})
    with pytest.raises(UnsafeInput, match=r"a\.zip: the entry .* leads out of the archive"):
        read(tmp_path / "a.zip", tmp_path)
    assert list((tmp_path / "staging").iterdir()) == []


@pytest.mark.parametrize("name", ["../evil.txt", "/etc/passwd", "a/../../b"])
def test_leading_out_in_a_tar(tmp_path, name):
    tarred(tmp_path / "a.tar", {name: b"y"})
    with pytest.raises(UnsafeInput, match="leads out of the archive"):
        read(tmp_path / "a.tar", tmp_path)


@pytest.mark.parametrize(
    ("kind", "what"),
    [
        (tarfile.SYMTYPE, "symbolic link"),
        (tarfile.LNKTYPE, "hard link"),
        (tarfile.CHRTYPE, "device"),
        (tarfile.FIFOTYPE, "pipe"),
    ],
)
def test_leading_out_by_a_link_or_device_in_a_tar(tmp_path, kind, what):
    entry = tarfile.TarInfo("innocent")
    entry.type, entry.linkname = kind, "/etc/passwd"
    with tarfile.open(tmp_path / "a.tar", "w") as made:
        made.addfile(entry)
    with pytest.raises(UnsafeInput, match=f"the entry 'innocent' is a {what}"):
        read(tmp_path / "a.tar", tmp_path)


def test_leading_out_by_a_link_in_a_zip(tmp_path):
    entry = zipfile.ZipInfo("innocent")
    entry.external_attr = 0o120777 << 16
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as made:
        made.writestr(entry, "/etc/passwd")
    with pytest.raises(UnsafeInput, match="the entry 'innocent' is a symbolic link"):
        read(tmp_path / "a.zip", tmp_path)


def test_leading_out_by_a_device_in_a_zip(tmp_path):
    entry = zipfile.ZipInfo("innocent")
    entry.external_attr = 0o060600 << 16
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as made:
        made.writestr(entry, "")
    with pytest.raises(UnsafeInput, match="is a device or a pipe"):
        read(tmp_path / "a.zip", tmp_path)
