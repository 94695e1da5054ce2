"""What import-linter cannot say without a list to edit: readers and lens families never import each other."""

import ast
from pathlib import Path

import pytest

from cuibono.readers.registry import _PLUMBING

PACKAGE = Path(__file__).parent.parent / "cuibono"
READERS = sorted(p.stem for p in (PACKAGE / "readers").glob("*.py") if p.stem not in {*_PLUMBING, "__init__"})
FAMILIES = sorted(p.parent.name for p in (PACKAGE / "lenses").glob("*/__init__.py"))
_WALL = 500


def _imported(path: Path) -> set[str]:
    """The full names of all that a file imports from cuibono."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return {name for name in found if name.startswith("cuibono.")}


@pytest.mark.parametrize("reader", READERS)
def test_a_reader_imports_no_other_reader(reader: str) -> None:
    others = {f"cuibono.readers.{name}" for name in READERS if name != reader}
    assert _imported(PACKAGE / "readers" / f"{reader}.py") & others == set()


@pytest.mark.parametrize("family", FAMILIES)
def test_a_lens_family_imports_no_other_family(family: str) -> None:
    others = tuple(f"cuibono.lenses.{name}" for name in FAMILIES if name != family)
    found = {name for path in (PACKAGE / "lenses" / family).glob("*.py") for name in _imported(path)}
    assert sorted(name for name in found if name.startswith(others)) == []


def test_the_checks_above_look_at_something() -> None:
    assert len(READERS) >= 8
    assert {"claims", "dependence"} <= set(FAMILIES)
    assert "cuibono.readers.contract" in _imported(PACKAGE / "readers" / "text.py")


def test_no_file_is_longer_than_the_wall() -> None:
    long = {p.name: n for p in PACKAGE.rglob("*.py") if (n := len(p.read_text("utf-8").splitlines())) > _WALL}
    assert long == {}
