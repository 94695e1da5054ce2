"""How a finding was computed, in the words of its lens."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from cuibono.errors import CuibonoError
from cuibono.lenses import registry

_CODE = re.compile(r"``?([^`]+)``?")


@dataclass(frozen=True, slots=True)
class Method:
    """A lens for readers of a report: its question, how it works, and what each setting means."""

    name: str
    first: str
    paragraphs: tuple[str, ...] = ()
    helps: Mapping[str, str] = field(default_factory=dict)

    @property
    def anchor(self) -> str:
        """The name as it stands in links of the page."""
        return "method-" + re.sub(r"[^\w-]+", "-", self.name)


def method(name: str) -> Method:
    """The description of a lens; a lens that is not installed here says so instead of failing.

    A report can be made where the plug-in that found something is missing: the finding is still kept.
    """
    try:
        spec = registry.get(name)
    except CuibonoError:
        return Method(name, "This lens is not installed here, so its method cannot be shown.")
    told = _CODE.sub(r"\1", spec.doc)
    _, *rest = [" ".join(p.split()) for p in re.split(r"\n\s*\n", told) if p.strip()]
    return Method(spec.name, _CODE.sub(r"\1", spec.first), tuple(rest), {s.name: s.help for s in spec.settings})


def methods(names: Iterable[str]) -> dict[str, Method]:
    """The methods of some lenses by name, in the order of the alphabet."""
    return {name: method(name) for name in sorted({n for n in names if n})}
