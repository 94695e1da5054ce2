"""``protect`` and ``unprotect``: whether a source that is here may ever be in an export, decided by a person."""

from cuibono.errors import NotAllowed
from cuibono.model.judgement import Judgement
from cuibono.store import catalog, database, protection
from cuibono.store.layout import Layout


def protect(layout: Layout, source: str, *, by: str, note: str = "") -> Judgement | None:
    """Keep a source, and all that was taken out of it, out of every export; None when that is so already."""
    with database.writer(layout) as engine, engine.transaction():
        return protection.decide(engine, catalog.find_source(engine, source).id, "protected", by=by, note=note)


def unprotect(layout: Layout, source: str, *, by: str, note: str = "") -> Judgement | None:
    """Let a source be exported; None when it is not protected.

    Raises NotAllowed for what was taken out of a container that is protected: that is decided for the whole.
    """
    with database.writer(layout) as engine, engine.transaction():
        found = catalog.find_source(engine, source)
        if found.parent:
            held = catalog.find_source(engine, found.parent)
            if held.protected:
                raise NotAllowed(
                    f"{found.name} was taken out of {held.name}, which is protected.",
                    try_=f"decide it for {held.name}, and what is in it follows",
                )
        return protection.decide(engine, found.id, "unprotected", by=by, note=note)
