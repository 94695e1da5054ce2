"""Android packages for tests, made with Debian's smali and aapt from a few lines of code."""

import os
import shutil
import subprocess
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

FRAMEWORK = Path("/usr/share/android-framework-res/framework-res.apk")
_MISSING = "needs smali, aapt and android-framework-res: apt-get install smali aapt android-framework-res"

MANIFEST = """<?xml version="1.0" encoding="utf-8"?>
<manifest xmlns:android="http://schemas.android.com/apk/res/android"
  package="{package}" android:versionName="1.2"{split}>
{permissions}
  <application android:label="{label}" android:name=".App">
    <activity android:name=".Main" android:exported="true"/>
    <service android:name=".Worker"/>
  </application>
</manifest>
"""


def tools_or_skip() -> None:
    """Skip without the tools; under CI they must be there."""
    if shutil.which("smali") and shutil.which("aapt") and FRAMEWORK.exists():
        return
    if os.environ.get("CI"):
        raise RuntimeError(_MISSING)
    pytest.skip(_MISSING)


def method(name: str, body: str, *, registers: int = 8, kind: str = "public", returns: str = "V") -> str:
    """A method without parameters, as smali writes it."""
    end = "return-void" if returns == "V" else "const/4 v0, 0x0\n    return-object v0"
    return f".method {kind} {name}()" + f"{returns}\n    .registers {registers}\n{body}\n    {end}\n.end method\n"


def smali_class(name: str, methods: str, *, parent: str = "java.lang.Object", implements: str = "") -> str:
    """A class by its Java name, as smali writes it."""
    lines = [f".class public L{name.replace('.', '/')};", f".super L{parent.replace('.', '/')};"]
    lines += [f".implements L{implements.replace('.', '/')};"] if implements else []
    return "\n".join([*lines, methods])


def make_apk(
    folder: Path,
    package: str,
    classes: Mapping[str, str],
    *,
    permissions: tuple[str, ...] = (),
    label: str = "Invented Notes",
    files: Mapping[str, bytes] | None = None,
    split: str = "",
) -> Path:
    """An app of these classes (name: smali text); its entry points are Main, Worker and App of the package."""
    tools_or_skip()
    room = folder / f"{package}.room"
    (room / "smali").mkdir(parents=True)
    for number, text in enumerate(classes.values()):
        (room / "smali" / f"c{number}.smali").write_text(text, "utf-8")
    dex, apk = room / "classes.dex", folder / f"{package}.apk"
    uses = "\n".join(f'  <uses-permission android:name="{p}"/>' for p in permissions)
    part = f' split="{split}"' if split else ""
    told = MANIFEST.format(package=package, permissions=uses, label=label, split=part)
    (room / "AndroidManifest.xml").write_text(told, "utf-8")
    _run("smali", "assemble", "-o", str(dex), str(room / "smali"))
    _run("aapt", "package", "-f", "-M", str(room / "AndroidManifest.xml"), "-I", str(FRAMEWORK), "-F", str(apk))
    with zipfile.ZipFile(apk, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.write(dex, "classes.dex")
        for name, data in (files or {}).items():
            archive.writestr(name, data)
    return apk


def _run(*command: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{' '.join(command)}:\n{done.stdout}{done.stderr}"
