"""What can be left out of a case, and what that reaches.

A finding can change only when rows of the tables that its lens reads are left out, or a name of a party in them. So
for each table it is asked once who gave its rows: pairs of a source and a speaker. A unit (a source with what was
taken out of it, an outlet, a speaker) is the set of pairs that go with it; where it has none of a table's pairs, the
table is the same without it, and so is whatever was made of that table alone.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from cuibono.case.docket.words import voice
from cuibono.engine.duck import tables_in
from cuibono.model.source import Source
from cuibono.model.stress import Unit, UnitKind
from cuibono.model.table import DERIVED
from cuibono.store.record_tables import NAMES as RECORD_TABLES
from cuibono.store.session import Session
from cuibono.store.staleness import EVERYTHING, STATEMENTS

Pair = tuple[str, str]
#: Views of the evidence itself: whoever reads one may see anything of any source.
_EVERYTHING = ("source", "reading", "extraction", "record", "passage", "evidence", "canonical", "statement", "entity",
               "judgement", "rows", *RECORD_TABLES)  # fmt: skip
_STATED = "SELECT DISTINCT source, coalesce(asserted_by, '') FROM evidence"
_NAMERS = """
    SELECT DISTINCT e.source, coalesce(e.asserted_by, '') FROM evidence AS e JOIN statement AS s
      ON s.id = e.statement AND s.entity_id = e.entity_id
    WHERE s.prop = 'name' AND s.canonical_id IN ({parties})
"""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A unit, and the pairs of source and speaker that go with it."""

    unit: Unit
    pairs: frozenset[Pair]

    def reaches(self, given: Collection[Pair]) -> bool:
        """Whether anything of what was given goes with it."""
        return not self.pairs.isdisjoint(given)


def givers(session: Session, table: str) -> frozenset[Pair]:
    """Who gave the rows of a table: its own rows, the statements among them, and the names of their parties."""
    if table == EVERYTHING:
        return frozenset()
    if table == STATEMENTS:
        return frozenset(session.engine.tuples(_STATED))
    session.need(table)
    found = set(session.engine.tuples(f"""SELECT DISTINCT _source, coalesce(asserted_by, '') FROM "{table}" """))
    if table in DERIVED:
        return frozenset(found | set(session.engine.tuples(_STATED)))
    return frozenset(found | namers(session, table))


def namers(session: Session, table: str) -> set[Pair]:
    """Who named the parties of a table's rows: without them a row may say another name."""
    session.need(table)
    columns = [c for c in session.engine.columns(f'"{table}"') if c.endswith("_id")]
    if not columns or not session.engine.value("SELECT 1 FROM statement LIMIT 1"):
        return set()
    parties = " UNION ".join(f'SELECT "{c}" FROM "{table}" WHERE "{c}" IS NOT NULL' for c in columns)
    return set(session.engine.tuples(_NAMERS.format(parties=parties)))


def reads_all(queries: Iterable[str]) -> bool:
    """Whether a lens has read the evidence itself, and not only its tables."""
    return any(not tables_in(q).isdisjoint(_EVERYTHING) for q in queries)


def units(sources: Sequence[Source], pairs: Collection[Pair], kinds: Collection[UnitKind]) -> list[LeftOut]:
    """Everything that can be left out, in the order of sources; each with what goes with it."""
    found: list[Unit] = []
    if "source" in kinds:
        found += [Unit("source", s.name, _family(s.id, sources)) for s in sources]
    if "outlet" in kinds:
        found += _outlets(sources)
    if "speaker" in kinds:
        found += _speakers(pairs)
    return [LeftOut(u, frozenset(p for p in pairs if p[0] in u.sources or p[1] in u.speakers)) for u in found]


def _family(source: str, sources: Sequence[Source]) -> tuple[str, ...]:
    """A source and everything that was taken out of it."""
    every, new = [source], [source]
    while new:
        new = [s.id for s in sources if s.parent in new and s.id not in every]
        every += new
    return tuple(every)


def _outlets(sources: Sequence[Source]) -> list[Unit]:
    names: dict[str, list[Source]] = {}
    for source in sources:
        if source.outlet:
            names.setdefault(voice(source.outlet), []).append(source)
    return [Unit("outlet", many[0].outlet or "", tuple(s.id for s in many)) for many in names.values()]


def _speakers(pairs: Iterable[Pair]) -> list[Unit]:
    names: dict[str, set[str]] = {}
    for _, speaker in pairs:
        if voice(speaker):
            names.setdefault(voice(speaker), set()).add(speaker)
    named = {min(many, key=lambda n: (len(n), n)): tuple(sorted(many)) for many in names.values()}
    return [Unit("speaker", name, (), named[name]) for name in sorted(named)]
