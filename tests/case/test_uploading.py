"""Files that come in piece by piece: their names are the user's, nothing leads out, nothing stays behind."""

import pytest

from cuibono.case import Case
from cuibono.case.told import Added, Told
from cuibono.case.uploading import UploadLimits, safe_name
from cuibono.errors import UnsafeInput


def _sent(case: Case, files: dict[str, bytes], told: Told = Told(), limits: UploadLimits = UploadLimits()) -> Added:  # noqa: B008
    upload = case.upload(limits)
    try:
        for name, content in files.items():
            upload.begin(name)
            upload.write(content[:7])
            upload.write(content[7:])
        return upload.add(told, read=False)
    finally:
        upload.close()


def test_sources_have_the_names_that_the_user_had(case: Case) -> None:
    added = _sent(
        case,
        {"filings/2021/a.txt": b"Norland makes glass.", "b.txt": b"Sudmark makes sand."},
        Told(outlet="Coast Desk", protect=True),
    )
    assert sorted(s.name for s in added.sources) == ["b.txt", "filings/2021/a.txt"]
    assert {(s.outlet, s.protected, s.origin) for s in case.sources()} == {("Coast Desk", True, None)}
    assert not any("staging" in str(s) for s in case.sources())
    assert list(case.layout.staging.iterdir()) == []


def test_an_upload_that_is_closed_leaves_nothing(case: Case) -> None:
    upload = case.upload()
    upload.begin("a.txt")
    upload.write(b"half of it")
    upload.close()
    assert list(case.layout.staging.iterdir()) == []
    assert case.sources() == []


@pytest.mark.parametrize("name", ["../../etc/passwd", "a/../../b.txt", "..\\..\\b.txt", "", "///", "a" * 300])
def test_a_name_that_leads_out_or_fits_no_disk_is_refused_and_the_others_go_on(case: Case, name: str) -> None:
    added = _sent(case, {name: b"nothing", "b.txt": b"Sudmark makes sand."})
    assert [s.name for s in added.sources] == ["b.txt"]
    assert len(added.refused) == 1
    with pytest.raises(UnsafeInput):
        safe_name(name)


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("C:\\Users\\Ida\\a.txt", "Users/Ida/a.txt"),
        ("/srv/ida/a.txt", "srv/ida/a.txt"),
        ("./a//b.txt", "a/b.txt"),
        ("a\x00\x1b[31m\u2028.txt", "a[31m.txt"),
        ("<img src=x onerror=alert(1)>.txt", "<img src=x onerror=alert(1)>.txt"),
        ("乔文斌.txt", "乔文斌.txt"),
    ],
)
def test_names_lose_only_what_a_disk_or_a_person_cannot_have(name: str, kept: str) -> None:
    assert str(safe_name(name)) == kept


def test_two_files_of_one_name_are_not_mixed(case: Case) -> None:
    upload = case.upload()
    for content in (b"Norland makes glass.", b"Sudmark makes sand."):
        upload.begin("a.txt")
        upload.write(content)
    upload.begin("a.txt/b.txt")
    upload.write(b"Ostvik makes nothing.")
    added = upload.add(Told(), read=False)
    upload.close()
    assert [s.name for s in added.sources] == ["a.txt"]
    assert [e.what for _, e in added.refused] == [
        "a.txt: two files have this name.",
        "a.txt/b.txt: a file and a folder have the same name.",
    ]
    assert [p.text for p in case.passages("a.txt")] == ["Norland makes glass."]


def test_limits_of_number_and_size(case: Case) -> None:
    with pytest.raises(UnsafeInput, match="More than 1 files at once"):
        _sent(case, {"a.txt": b"one", "b.txt": b"two"}, limits=UploadLimits(files=1))
    with pytest.raises(UnsafeInput, match="at once"):
        _sent(case, {"a.txt": b"x" * 100}, limits=UploadLimits(bytes=50))
    added = _sent(case, {"a.txt": b"x" * 100, "b.txt": b"Sudmark."}, limits=UploadLimits(one=50))
    assert [s.name for s in added.sources] == ["b.txt"]
    assert [n for n, _ in added.refused] == ["a.txt"]


def test_hidden_files_are_left_out_and_counted(case: Case) -> None:
    added = _sent(case, {"f/.DS_Store": b"junk", "f/a.txt": b"Norland makes glass."})
    assert [s.name for s in added.sources] == ["f/a.txt"]
    assert added.notes[-1] == "1 hidden file left out: the names begin with a dot"
