"""What runs in the browser is built from web-src: the same sources give the same bytes, and every licence is told."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = ROOT / "web-src"
BUILT = ROOT / "cuibono" / "web" / "static" / "desk.js"


def test_building_it_again_gives_the_same_bytes(tmp_path: Path) -> None:
    node = shutil.which("node")
    if node is None or not (SOURCES / "node_modules").is_dir():
        if os.environ.get("CI"):
            pytest.fail("under CI the bundle is rebuilt: Node or web-src/node_modules is missing")
        pytest.skip("needs Node and 'npm ci' in web-src")
    fresh = tmp_path / "desk.js"
    subprocess.run([node, "build.mjs", str(fresh)], cwd=SOURCES, check=True, timeout=120)
    assert fresh.read_bytes() == BUILT.read_bytes(), "run: cd web-src && node build.mjs"


def test_every_bundled_library_stands_in_the_notice() -> None:
    locked = json.loads((SOURCES / "package-lock.json").read_text("utf-8"))["packages"]
    notice = (ROOT / "NOTICE").read_text("utf-8")
    bundled = [name.removeprefix("node_modules/") for name, p in locked.items() if name and not p.get("dev")]
    # types are for the compiler only, nothing of them is built in
    missing = [name for name in bundled if name != "graphology-types" and f"\n{name}\n" not in notice]
    assert not missing


def test_it_asks_nobody_but_the_desk() -> None:
    built = BUILT.read_text("utf-8")
    for word in ("https://cdn", "http://cdn", "unpkg.com", "googleapis", "jsdelivr"):
        assert word not in built
