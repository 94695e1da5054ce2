"""A package that comes in parts, in one archive: every part is read, and they are one app."""

import zipfile
from pathlib import Path

from cuibono.case import open_case
from tests.readers.making_apk import make_apk, method, smali_class

CAMERA = "invoke-static {v0}, Landroid/hardware/Camera;->open(I)Landroid/hardware/Camera;"
CLIP = "invoke-virtual {v0}, Landroid/content/ClipboardManager;->getPrimaryClip()Landroid/content/ClipData;"


def _part(folder: Path, part: str, code: str, **told: str) -> Path:
    (folder / part).mkdir()
    name = f"com.fig.notes.{part.title()}"
    return make_apk(folder / part, "com.fig.notes", {name: smali_class(name, method("work", code))}, **told)  # type: ignore[arg-type]


def test_base_and_split_of_an_archive_are_one_app(tmp_path: Path) -> None:
    base = _part(tmp_path, "base", CLIP, label="Fig Notes")
    split = _part(tmp_path, "photos", CAMERA, label="com.fig.notes", split="feature_photos")
    with zipfile.ZipFile(tmp_path / "notes.apkm", "w") as archive:
        archive.write(base, "base.apk")
        archive.write(split, "split_feature_photos.apk")
    case = open_case(tmp_path / "case")
    case.add(tmp_path / "notes.apkm")
    apps = case.query("SELECT DISTINCT app_id FROM app_facts").rows
    assert [a for (a,) in apps] == ["com.fig.notes"]
    found = {f.about[2]: f for f in case.look("exposure.app") if f.about[1] == "access"}
    assert set(found) == {"clipboard", "camera"}
    assert {f.about[0] for f in found.values()} <= {"Fig Notes", "com.fig.notes"}
    (note,) = [n for s in case.sources() for n in s.notes if "a split of" in n]
    assert note.startswith("a split of com.fig.notes (feature_photos)")
