"""cuibono: a case folder goes in, cited findings come out.

The public names load on first use, so that ``cuibono --help`` stays instant.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cuibono.case import Case as Case
    from cuibono.case import open_case as open_case
    from cuibono.lenses.contract import lens as lens
    from cuibono.model.finding import Finding as Finding

__version__ = "0.1.0"
__all__ = ["Case", "Finding", "__version__", "lens", "open_case"]

_HOME = {
    "Case": "cuibono.case",
    "open_case": "cuibono.case",
    "Finding": "cuibono.model.finding",
    "lens": "cuibono.lenses.contract",
}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'cuibono' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOME[name]), name)
