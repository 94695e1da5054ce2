"""Every error of cuibono: each says what happened, and what to try."""


class CuibonoError(Exception):
    """Something went wrong that a person can act on."""

    def __init__(self, what: str, *, try_: str = "") -> None:
        self.what = what
        self.try_ = try_
        super().__init__(f"{what}\n  Try: {try_}" if try_ else what)


class NoCase(CuibonoError):
    """The folder holds no case."""


class CaseBusy(CuibonoError):
    """Another process is writing to the case and did not finish in time."""


class CaseReadOnly(CuibonoError):
    """The case folder cannot be written to."""


class DiskFull(CuibonoError):
    """No room was left for the case; nothing half-written was kept."""


class CaseDamaged(CuibonoError):
    """The case on disk contradicts itself."""


class UnreadableSource(CuibonoError):
    """A file could not be read; the case is as it was before."""


class UnsafeInput(UnreadableSource):
    """A file asks for more than the limits allow (depth, count, size, a path outside the case)."""


class BadTable(CuibonoError):
    """Rows do not fit the table or the mapping; names the file, the row and the column."""


class BadMapping(CuibonoError):
    """A mapping file does not say what it must."""


class UnknownName(CuibonoError):
    """No lens, table, source, finding or setting of that name."""

    @classmethod
    def among(cls, kind: str, name: str, known: "list[str]", *, try_: str = "") -> "UnknownName":
        """Name the near misses, so that a typing slip costs nothing."""
        from difflib import get_close_matches

        near = get_close_matches(name, known, n=3, cutoff=0.5)
        hint = f"did you mean {' or '.join(near)}?" if near else try_ or f"one of: {', '.join(known[:12])}"
        return cls(f"There is no {kind} '{name}'.", try_=hint)


class MissingTable(CuibonoError):
    """A lens lacks a table that it needs."""


class BadLens(CuibonoError):
    """A lens breaks the lens contract and is refused when loaded."""


class BadSetting(CuibonoError):
    """A setting has the wrong type or lies outside its range."""


class NoEvidence(CuibonoError):
    """A finding was made without evidence, which cannot be."""


class QueryRefused(CuibonoError):
    """A query is not exactly one read-only SELECT, or it ran over its limits."""


class MissingExtra(CuibonoError):
    """A part that is installed separately is missing."""


class ProtectedLeak(CuibonoError):
    """An export held something that points to a protected source; it was not written."""


class NotAllowed(CuibonoError):
    """cuibono does not do this, by design."""


class NetworkRefused(CuibonoError):
    """A reader or extractor wants to reach further than the case allows."""
