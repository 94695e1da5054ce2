"""Puts an extractor to a document and lets through only what the text bears out."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from typing import Any, get_args

from cuibono.errors import CuibonoError, NetworkRefused, UnreadableSource
from cuibono.extract import registry
from cuibono.extract.contract import Extractor, Network
from cuibono.extract.document import Document
from cuibono.extract.records import Found, Span

#: Fields that hold a quote, and the span that it must equal.
_QUOTED = {"quote": ("span", "evidence"), "date_quote": ("date_span",)}
_KINDS = ("turns", "mentions", "names", "references", "claims", "ties", "events", "amounts")
_REACHES: tuple[Network, ...] = get_args(Network)


@dataclass(frozen=True, slots=True)
class Reading:
    """What one extractor found in one document, and which extractor that was."""

    extractor: str
    version: str
    found: Found


def read(document: Document, extractor: str | None = None, *, allow: Network = "none") -> Reading:
    """Read a document with the extractor named, else with the best one that is here.

    Records whose quote is not what stands at their span are dropped and counted in ``found.notes``: a reader that
    invents quotes finds nothing. Raises NetworkRefused when the extractor reaches further than ``allow``,
    UnknownName and MissingExtra as the registry does, UnreadableSource when the extractor fails on the text.
    """
    chosen = registry.named(extractor) if extractor else registry.default()
    return with_extractor(document, chosen, allow=allow)


def with_extractor(document: Document, extractor: Extractor, *, allow: Network = "none") -> Reading:
    """Read with an extractor at hand; see ``read``."""
    if _REACHES.index(extractor.network) > _REACHES.index(allow):
        raise NetworkRefused(
            f"The extractor {extractor.name} sends text to the {extractor.network}, and this case does not allow it.",
            try_=f'write network = "{extractor.network}" under [reading] in case.toml if that may leave this program',
        )
    try:
        found = extractor.read(document)
    except CuibonoError:
        raise
    except Exception as error:  # whatever a plug-in raises, the source stays in and the others are read
        raise UnreadableSource(
            f"The extractor {extractor.name} failed on the text ({type(error).__name__}: {error}).",
            try_="cuibono read --with rules, and report this to the extractor's authors",
        ) from error
    return Reading(extractor.name, extractor.version, true_to(document.text, found))


def true_to(text: str, found: Found) -> Found:
    """What was found, without the records that the text does not bear out, and a note that counts those."""
    kept: dict[str, Any] = {}
    dropped = 0
    for kind in _KINDS:
        records = getattr(found, kind)
        kept[kind] = tuple(r for r in records if _borne_out(text, r))
        dropped += len(records) - len(kept[kind])
    ids = {n.id for n in kept["names"]}
    for kind, ends in (
        ("claims", ("speaker",)),
        ("ties", ("subject", "object", "asserted_by")),
        ("turns", ("speaker",)),
    ):
        whole = tuple(r for r in kept[kind] if all(getattr(r, e) is None or getattr(r, e) in ids for e in ends))
        dropped += len(kept[kind]) - len(whole)
        kept[kind] = whole
    if not dropped:
        return found
    one = "1 record does" if dropped == 1 else f"{dropped:,} records do"
    return replace(found, **kept, notes=(*found.notes, f"{one} not stand in the text as quoted and were left out"))


def _borne_out(text: str, record: Any) -> bool:
    """Whether every span of a record lies in the text, and every quote is what stands there."""
    if any(not 0 <= s.start < s.end <= len(text) for s in _spans(record)):
        return False
    return all(
        getattr(record, place).of(text) == getattr(record, quote)
        for quote, places in _QUOTED.items()
        if hasattr(record, quote)
        for place in places
        if hasattr(record, place)
    )


def _spans(record: Any) -> Iterator[Span]:
    """Every span that a record holds, those of a name's mentions too."""
    for field in fields(record):
        value = getattr(record, field.name)
        if isinstance(value, Span):
            yield value
        elif isinstance(value, tuple):
            yield from (v for v in value if isinstance(v, Span))
