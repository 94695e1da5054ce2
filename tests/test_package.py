"""What is shipped: the wheel is complete and clean, the locks fit, and no file names a machine or a registry."""

import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
LOCKS = ["requirements.lock", "requirements-dev.lock"]
_PIN = re.compile(r"^([A-Za-z0-9._-]+)==(\S+?)(?: ; .*)? \\$", re.MULTILINE)
# Spelt apart, so that this file does not find itself.
_FORBIDDEN = re.compile(
    "|".join(
        [
            r"(?<![\w.])/(?:work|farm|root)/\w",
            r"(?<![\w.~])/home/(?!me\b)\w",
            r"py" r"pi\.org",
            r"python" r"hosted\.org",
            r"registry\.npm" r"js",
            r"deb\." r"debian\.org",
            r"security\." r"debian\.org",
            r"proxy\.golang" r"\.org",
        ]
    )
)


def tracked() -> list[Path]:
    """Every file that git knows."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def pins(lock: str) -> dict[str, set[str]]:
    """The versions that a lock file pins, by name; several where they depend on the version of Python."""
    found: dict[str, set[str]] = {}
    for name, version in _PIN.findall((ROOT / lock).read_text("utf-8")):
        found.setdefault(canonicalize_name(name), set()).add(version)
    return found


def wanted(lock: str) -> list[Requirement]:
    """What pyproject.toml asks of a lock file."""
    said = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    groups = said["dependency-groups"]
    texts = [*said["project"]["dependencies"], *groups["build"]]
    if lock == "requirements-dev.lock":
        texts += said["project"]["optional-dependencies"]["ocr"]
        texts += [t for t in groups["dev"] if isinstance(t, str)]
    return [Requirement(t) for t in texts]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """The wheel, built as `pip install .` builds it, without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=120)
    return zipfile.ZipFile(next(folder.glob("*.whl")))


def test_the_wheel_holds_every_file_of_the_package(wheel: zipfile.ZipFile) -> None:
    there = set(wheel.namelist())
    expected = {str(p.relative_to(ROOT)) for p in tracked() if p.is_relative_to(ROOT / "cuibono")}
    assert expected - there == set()
    assert {"cuibono/py.typed", "cuibono/store/schema.sql", "cuibono/model/tables/supply_shares.yaml"} <= there
    assert any(n.startswith("cuibono/reports/templates/") for n in there)
    assert any(n.startswith("cuibono/demo/") and not n.endswith(".py") for n in there)


def test_the_wheel_holds_nothing_else(wheel: zipfile.ZipFile) -> None:
    outside = [n for n in wheel.namelist() if not n.startswith(("cuibono/", "cuibono-0.1.0.dist-info/"))]
    assert outside == []
    assert [n for n in wheel.namelist() if "test_" in n or "bench" in n or "__pycache__" in n] == []


def test_the_wheel_starts_the_program(wheel: zipfile.ZipFile) -> None:
    assert "cuibono = cuibono.cli:main" in wheel.read("cuibono-0.1.0.dist-info/entry_points.txt").decode()
    assert "cuibono-0.1.0.dist-info/licenses/LICENSE" in wheel.namelist()


def test_no_file_names_a_registry_or_a_folder_of_one_machine() -> None:
    found = []
    for path in tracked():
        text = path.read_bytes().decode("utf-8", "replace")
        found += [f"{path.relative_to(ROOT)}: {m.group()}" for m in _FORBIDDEN.finditer(text)]
    assert found == []


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_what_pyproject_asks_for(lock: str) -> None:
    locked = pins(lock)
    lacking = [
        str(r)
        for r in wanted(lock)
        if not any(r.specifier.contains(v) for v in locked.get(canonicalize_name(r.name), ()))
    ]
    assert lacking == [], "run: make lock"


@pytest.mark.parametrize("lock", LOCKS)
def test_every_line_of_a_lock_has_a_hash_and_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text("utf-8")
    entries = [e for e in re.split(r"(?m)^(?=\w)", text) if "==" in e]
    assert len(entries) == len(_PIN.findall(text))
    assert [e.split(" ")[0] for e in entries if "--hash=sha256:" not in e] == []
    assert "://" not in text
    assert re.search(r"(?m)^\s*-(?!-hash)", text) is None


def test_both_locks_pin_the_same_versions() -> None:
    small, large = map(pins, LOCKS)
    assert {n: v for n, v in small.items() if large.get(n) != v} == {}
