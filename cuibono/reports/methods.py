"""How a finding was computed, in the words of its lens."""

import inspect
import re
from collections.abc import Iterable
from dataclasses import dataclass

from cuibono.errors import CuibonoError
from cuibono.model.finding import Finding

_CODE = re.compile(r"``?([^`]+)``?")


@dataclass(frozen=True, slots=True)
class Method:
    """A lens for readers of a report: its name, its question, and how it works, paragraph by paragraph."""

    name: str
    first: str
    paragraphs: tuple[str, ...] = ()

    @property
    def anchor(self) -> str:
        """The name as it stands in links of the page."""
        return "method-" + re.sub(r"[^\w-]+", "-", self.name)


def method(name: str) -> Method:
    """The description of a lens; a lens that is not installed here says so instead of failing.

    A report can be made where the plug-in that found something is missing: the finding is still kept.
    """
    from cuibono.lenses import registry

    try:
        doc = inspect.cleandoc(registry.get(name).doc or "")
    except CuibonoError:
        return Method(name, "This lens is not installed here, so its method cannot be shown.")
    first, *rest = [" ".join(p.split()) for p in re.split(r"\n\s*\n", _CODE.sub(r"\1", doc)) if p.strip()]
    return Method(name, first, tuple(rest))


def methods(findings: Iterable[Finding], others: Iterable[str] = ()) -> dict[str, Method]:
    """The methods of all lenses that a report mentions, by name, in the order of the alphabet."""
    names = sorted({f.lens for f in findings if f.lens} | set(others))
    return {n: method(n) for n in names}
