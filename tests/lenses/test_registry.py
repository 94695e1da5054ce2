import subprocess
import sys
from importlib.metadata import EntryPoint
from typing import Any

import pytest

from cuibono.errors import BadLens, UnknownName
from cuibono.lenses import registry


@pytest.fixture
def plugged(monkeypatch: pytest.MonkeyPatch) -> Any:
    def plug(*points: EntryPoint) -> None:
        registry._theirs.cache_clear()
        registry.get.cache_clear()
        monkeypatch.setattr(registry, "entry_points", lambda group: points)

    yield plug
    registry._theirs.cache_clear()
    registry.get.cache_clear()


def _point(name: str, value: str) -> EntryPoint:
    return EntryPoint(name, value, "cuibono.lenses")


def test_the_folder_is_the_registry() -> None:
    assert "dependence.concentration" in registry.lens_names()
    assert "claims.contradictions" in registry.lens_names()
    assert registry.get("dependence.concentration").name == "dependence.concentration"
    assert (
        registry.get("contradictions") is registry.get("claims.contradictions")
        or registry.get("contradictions").name == "claims.contradictions"
    )


def test_listing_the_names_imports_no_lens() -> None:
    code = (
        "import sys; from cuibono.lenses import registry; n = registry.lens_names();"
        "print(len(n), [m for m in sys.modules if m.startswith(('cuibono.lenses.claims', 'numpy', 'duckdb'))])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    count, modules = done.stdout.split(maxsplit=1)
    assert int(count) >= 2
    assert modules.strip() == "[]"


def test_a_slip_names_what_was_meant() -> None:
    with pytest.raises(UnknownName) as caught:
        registry.get("dependence.concentratoin")
    assert "dependence.concentration" in caught.value.try_


def test_a_plug_in_joins_through_its_entry_point(plugged: Any) -> None:
    plugged(_point("fruit.orchards", "tests.lenses.test_contract:orchards"))
    assert "fruit.orchards" in registry.lens_names()
    assert registry.get("fruit.orchards").first == "Who grows most of the fruit."
    assert registry.get("fruit.orchards").name == "fruit.orchards"


@pytest.mark.parametrize("value", ["no.such.module:thing", "cuibono.errors:NoSuchThing", "cuibono.errors:BadLens"])
def test_a_plug_in_that_is_no_lens_is_refused(plugged: Any, value: str) -> None:
    plugged(_point("fruit.orchards", value))
    with pytest.raises(BadLens):
        registry.get("fruit.orchards")


def test_a_plug_in_cannot_take_the_name_of_another(plugged: Any) -> None:
    plugged(_point("dependence.concentration", "tests.lenses.test_contract:orchards"))
    with pytest.raises(BadLens, match="exists already"):
        registry.lens_names()
