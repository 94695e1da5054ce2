"""The public side of a case: the only thing that exporters read.

Protected sources, rows and statements that rest on them alone are not in its views; sources get new ids
(S1, S2 ...), findings F1, F2 ..., and ids that cuibono minted are made anew for every export, so that two exports
of the same case cannot be joined through them. Ids that a public source brought itself stay as they are.
"""

import hashlib
import secrets as random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cached_property
from typing import Any

from cuibono.model.docket import DocketLine, DocketRow, Key
from cuibono.model.draft import QUOTED, Draft, Part
from cuibono.model.finding import Finding, Notice
from cuibono.model.passage import Passage
from cuibono.model.schemata import property_type
from cuibono.model.source import Source
from cuibono.model.stress import Change, Stressed
from cuibono.model.table import DERIVED
from cuibono.model.withheld import Withheld
from cuibono.store.catalog import refusal
from cuibono.store.session import Session, row_passage
from cuibono.store.weighing import Weight

_MINTED = "public_minted"
SHOWN = 5  # passages that a line of the docket points to


@dataclass(frozen=True, slots=True)
class PublicEvidence:
    """The evidence of a public finding, its passages under the ids of the export."""

    public: "Public"
    number: int

    def count(self) -> int:
        """How many public passages there are."""
        return self.public.weights[self.number].count

    def first(self, n: int = 20, *, skip: int = 0) -> list[Passage]:
        """The first public passages."""
        session, weight = self.public.session, self.public.weights[self.number]
        if skip + n <= len(weight.first) or len(weight.first) == weight.count:
            read = self.public.first_passages
            found = [read[k] for k in weight.first[skip : skip + n] if k in read]
        else:
            found = session.first(self.public.selections[self.number], n, skip=skip)
        return [replace(p, source=self.public.source(p.source.id)) for p in found]

    def to_json(self) -> dict[str, Any]:
        """Not part of an export: a selection may name ids of the case."""
        return {}


class Public:
    """A public session with everything under the ids of one export."""

    def __init__(
        self,
        session: Session,
        title: str,
        found: Sequence[Finding],
        notices: Sequence[tuple[str, Notice]],
        *,
        docket: Sequence[DocketRow] = (),
        stress: Sequence[Stressed] = (),
        withheld_findings: int = 0,
        draft: Draft | None = None,
    ) -> None:
        assert session.scope.public, "an export reads the public side only"
        session.need_all()
        self.session, self.title = session, title
        self.exported = datetime.now(UTC).replace(tzinfo=None)
        self.generation = int(session.engine.value("SELECT value FROM ev.meta WHERE key = 'generation'"))
        self._salt = random.token_hex(16)
        self._marked = False
        self._by_id = {s.id: s for s in session.sources()}
        self.selections = [session.restore(f.evidence.to_json()) for f in found]
        cited = list(self._by_id) if draft is None else self._cited_first(docket)
        order = dict.fromkeys([*cited, *self._by_id])
        self._keys = {sha: f"S{n}" for n, sha in enumerate(order, start=1)}
        self.sources = tuple(self.source(sha) for sha in cited)
        self.findings = tuple(self._finding(n, f) for n, f in enumerate(found, start=1))
        self.notices = tuple(notices)
        self.docket = tuple(self._line(n, r) for n, r in enumerate(docket, start=1))
        self.stress = tuple(self._stressed(found, docket, stress))
        self.parts = None if draft is None else tuple(self._parts(draft, found, docket))
        self.withheld = self._withheld(withheld_findings)
        self.not_covered = tuple(
            refusal(n, why)
            for n, why in session.engine.tuples(
                "SELECT name, any_value(why) FROM ev.refused WHERE NOT protected GROUP BY name ORDER BY name"
            )
        )

    @cached_property
    def weights(self) -> list[Weight]:
        """What each finding rests on, in the order of the findings: weighed at once, when first asked for."""
        return self.session.weigh(self.selections)

    @cached_property
    def first_passages(self) -> dict[Key, Passage]:
        """The first passages of all findings by their keys, read at once."""
        keys = list(dict.fromkeys(key for weight in self.weights for key in weight.first))
        return {(p.source.id, p.seq): p for p in self.session.passages(keys)}

    def source(self, sha: str) -> Source:
        """A public source under its id of this export."""
        source = self._by_id[sha]
        return replace(source, id=self._keys[sha], parent=self._keys.get(source.parent or ""))

    def tables(self) -> list[str]:
        """Lens tables that have public rows."""
        return [t for t in self.session.tables() if t not in DERIVED]

    def columns(self, table: str) -> list[str]:
        """Column names of a table."""
        return list(self.session.engine.columns(f'"{table}"'))

    def rows(self, table: str) -> Iterator[dict[str, Any]]:
        """The public rows of a table, ``_source`` and minted ids under those of this export."""
        names = self.columns(table)
        ids = [n for n in names if n.endswith("_id")]
        marks = "".join(f', t."{n}" IN (SELECT id FROM {_MINTED}) AS "minted {n}"' for n in ids)
        sql = f'SELECT t.*{marks} FROM "{table}" AS t ORDER BY t._source, t._row'
        self._mark_minted()
        for chunk in self.session.engine.stream(sql):
            for row in chunk:
                cells = dict(zip(names, row, strict=False))
                minted = {n: self._anew(cells[n]) for n, anew in zip(ids, row[len(names) :], strict=True) if anew}
                yield cells | minted | {"_source": self._keys.get(cells["_source"], "")}

    def passages(self, source: str) -> Iterator[Passage]:
        """The passages of a public source, in order."""
        sha = next(s for s, key in self._keys.items() if key == source)
        engine, shown = self.session.engine, self.source(sha)
        for chunk in engine.stream("SELECT seq, place, text FROM passage WHERE source = ? ORDER BY seq", [sha]):
            yield from (Passage(shown, seq, place, text) for seq, place, text in chunk)
        for chunk in engine.stream("SELECT _row, _place, _original FROM rows WHERE _source = ? ORDER BY _row", [sha]):
            yield from (row_passage(shown, {"_row": n, "_place": p, "_original": o}) for n, p, o in chunk)

    def statements(self) -> Iterator[dict[str, Any]]:
        """Public statements by entity, those judged the same under one id; ids that cuibono minted are made anew.

        A tie that is only denied, foretold or supposed is none; a claim is one whatever it says.
        """
        said = self.session.engine.tuples("SELECT DISTINCT schema, prop FROM statement")
        ends = ", ".join(f"('{s}', '{p}')" for s, p in said if property_type(s, p) == "entity") or "('', '')"
        sql = f"""
            SELECT s.canonical_id, s.schema, s.prop, coalesce(c.canonical_id, s.value) AS value, s.lang,
                   s.canonical_id IN (SELECT id FROM {_MINTED}) AS minted,
                   coalesce(c.canonical_id, s.value) IN (SELECT id FROM {_MINTED}) AS to_minted,
                   list(DISTINCT e.source) AS sources, list(DISTINCT e.asserted_by) AS asserted_by
            FROM statement AS s JOIN evidence AS e ON e.statement = s.id
            LEFT JOIN canonical AS c ON c.entity_id = s.value AND (s.schema, s.prop) IN (VALUES {ends})
            WHERE s.schema = 'Claim'
               OR (coalesce(e.polarity, '+') <> '-' AND coalesce(e.status, 'stated') IN ('stated', 'alleged'))
            GROUP BY ALL ORDER BY s.canonical_id, s.prop, value
        """
        self._mark_minted()
        for chunk in self.session.engine.stream(sql):
            for entity, schema, prop, value, lang, minted, to_minted, sources, who in chunk:
                yield {
                    "entity_id": self._anew(entity) if minted else entity,
                    "schema": schema,
                    "prop": prop,
                    "value": self._anew(value) if to_minted else value,
                    "lang": lang,
                    "sources": sorted(self._keys[s] for s in sources),
                    "asserted_by": sorted(a for a in who if a),
                }

    def _mark_minted(self) -> None:
        """Keep the ids that cuibono minted as a table, once."""
        if not self._marked:
            self.session.step(_MINTED, "SELECT DISTINCT entity_id AS id FROM statement WHERE origin = 'minted'")
            self._marked = True

    def quotes(self) -> Iterator[dict[str, Any]]:
        """Who says what in the public texts, by source and place: speaker, in which words, how it is told."""
        sql = """
            SELECT q._source, q._row, p.place, q.speaker_name, q.speaker_kind, q.mode, q.via, q.status, q.polarity,
                   q.quote
            FROM quotes AS q LEFT JOIN passage AS p ON p.source = q._source AND p.seq = q._row
            ORDER BY q._source, q.start, q.id
        """
        names = ("place", "speaker", "speaker_kind", "mode", "via", "status", "polarity", "quote")
        for chunk in self.session.engine.stream(sql):
            for source, _, *told in chunk:
                yield dict(zip(names, told, strict=True)) | {"source": self.source(source)}

    def _anew(self, minted: str) -> str:
        return hashlib.sha256((self._salt + minted).encode()).hexdigest()[:40]

    def _finding(self, number: int, finding: Finding) -> Finding:
        return finding.with_(id=f"F{number}", evidence=PublicEvidence(self, number - 1))

    def _line(self, number: int, row: DocketRow) -> DocketLine:
        return DocketLine(
            f"C{number}",
            row,
            self._cited(dict.fromkeys(c.key for c in row.claims)),
            self._cited(row.tested.keys if row.tested else ()),
        )

    def _cited_first(self, docket: Sequence[DocketRow]) -> list[str]:
        """The sources that a drafted report quotes, in the order in which it does."""
        cited = [source for weight in self.weights for source, _ in weight.first[:QUOTED]]
        for row in docket:
            for keys in ([c.key for c in row.claims], row.tested.keys if row.tested else ()):
                cited += [s for s, _ in dict.fromkeys(keys) if s in self._by_id][:SHOWN]
        return list(dict.fromkeys(cited))

    def _parts(self, draft: Draft, found: Sequence[Finding], docket: Sequence[DocketRow]) -> Iterator[Part]:
        """The draft with its findings and claims in place; what is not public has no place in it."""
        findings = {f.id: mine for f, mine in zip(found, self.findings, strict=True)}
        lines = {r.id: line for r, line in zip(docket, self.docket, strict=True)}
        for block in draft.blocks:
            if block.written:
                yield Part(block.kind, block.text)
            elif block.kind == "finding" and (finding := findings.pop(block.id, None)):
                yield Part("finding", finding=finding)
            elif block.kind == "claim" and (line := lines.pop(block.id, None)):
                yield Part("claim", line=line)

    def _stressed(
        self, found: Sequence[Finding], docket: Sequence[DocketRow], stress: Sequence[Stressed]
    ) -> Iterator[Stressed]:
        """What is up to date of stress, under the ids of this export, and of units that are public."""
        names = {f.id: f"F{n}" for n, f in enumerate(found, 1)} | {r.id: f"C{n}" for n, r in enumerate(docket, 1)}
        for one in stress:
            if one.target in names and one.state == "fresh":
                mine = (self._change(c) for c in one.changes if set(c.unit.sources) <= self._by_id.keys())
                yield replace(one, target=names[one.target], says="", changes=tuple(mine))

    def _change(self, change: Change) -> Change:
        unit, keys = change.unit, tuple(self._keys[s] for s in change.unit.sources)
        name = keys[0] if unit.kind == "source" else unit.name
        return replace(change, target="", unit=replace(unit, name=name, sources=keys), how="")

    def _cited(self, keys: Iterable[Key]) -> tuple[Passage, ...]:
        """The first passages of a row under the ids of this export; a key that is not public has none."""
        listed = [k for k in keys if k[0] in self._by_id][:SHOWN]
        return tuple(replace(p, source=self.source(p.source.id)) for p in self.session.passages(listed))

    def _withheld(self, found: int) -> Withheld:
        count = self.session.engine.value
        return Withheld(
            int(count("SELECT count(*) FROM ev.source WHERE protected")),
            found,
            int(
                count(
                    "SELECT coalesce(sum(rows), 0)::BIGINT FROM ev.bulk WHERE gen_out IS NULL AND source IN "
                    "(SELECT id FROM ev.source WHERE protected)"
                )
            ),
        )
