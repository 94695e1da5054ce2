import zipfile

from cuibono.readers import zip_index


def packed(path, names, comment=b""):
    with zipfile.ZipFile(path, "w") as archive:
        for name in names:
            archive.writestr(name, b"12345")
        archive.comment = comment
    return path


def test_the_index_is_read_and_nothing_else(tmp_path):
    path = packed(tmp_path / "a.zip", ["x/one.txt", "二.txt"], b"a comment")
    assert zip_index.sizes(path) == [("x/one.txt", 5), ("二.txt", 5)]
    assert zip_index.names(path, path.read_bytes()[:100]) == {"x/one.txt", "二.txt"}


def test_names_inside_an_archive_inside_are_not_its_own(tmp_path):
    inner = packed(tmp_path / "inner.zip", ["word/document.xml", "[Content_Types].xml"])
    with zipfile.ZipFile(tmp_path / "outer.zip", "w") as archive:
        archive.write(inner, "inner.zip")
    path = tmp_path / "outer.zip"
    assert zip_index.names(path, path.read_bytes()) == {"inner.zip"}


def test_what_is_cut_short_or_no_zip_has_no_names(tmp_path):
    path = packed(tmp_path / "a.zip", ["one.txt"])
    data = path.read_bytes()
    path.write_bytes(data[:-10])
    assert zip_index.names(path, data) == frozenset()
    path.write_bytes(b"PK\x05\x06" + b"\xff" * 18)
    assert zip_index.sizes(path) == []
    assert zip_index.is_longer(path)
    assert zip_index.names(path, b"words") == frozenset()
