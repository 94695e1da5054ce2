"""Relations are read: parties and ties numbered in SQL, dates turned into days, ties of kin kept to people of record.

For lenses of more than one family. Of each tie it is known whether it stands in a record, or is only said.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from cuibono.lenses.days import spans
from cuibono.measures.as_of import ALWAYS, ENDLESS, Spans
from cuibono.measures.stakes import Flags, Floats, Ints
from cuibono.model.finding import Evidence, Notice
from cuibono.model.tables import Bodies, Relations

#: Types that are kinship; they are used only between people who both hold an office of record.
KIN = [
    "family", "kin", "kinship", "relative", "spouse", "wife", "husband", "partner in life", "marriage", "married",
    "parent", "father", "mother", "child", "son", "daughter", "sibling", "brother", "sister", "cousin", "uncle", "aunt",
    "nephew", "niece", "grandparent", "grandchild", "in-law", "son-in-law", "daughter-in-law", "father-in-law",
    "mother-in-law", "brother-in-law", "sister-in-law", "godparent", "godchild", "household",
]  # fmt: skip
#: Types that are an office wherever it is held, and types that are one in a public body.
OFFICES = ["director", "post", "founded", "founder"]
IN_BODIES = ["employment", "member", "role", "member_of", "representation"]
#: Types that are an event: without an end they last as long as their date.
EVENTS = ("participated_in", "attended", "meeting", "delegation")
#: What a tie counts that nobody gives a strength: of record, read by machine, only said.
RECORDED, READ, SAID = 1.0, 0.95, 0.5
_USABLE = (
    "from_name IS NOT NULL AND to_name IS NOT NULL AND type IS NOT NULL "
    "AND COALESCE(status, 'stated') IN ('stated', 'alleged') AND COALESCE(polarity, '+') = '+'"
)
_MERELY = "(attributed IS NOT NULL OR status = 'alleged')"


@dataclass(frozen=True)
class Ties:
    """All ties that may be used: their two ends, type, strength, when they held, and where they stand.

    ``sure`` are those that a record or a person bears out; ``dated`` those of which something is said on when.
    ``kinless`` is how many ties of kin were left out, because somebody in them holds no office of record.
    """

    relations: Relations
    parties: int
    one: Ints
    other: Ints
    type: Ints
    types: tuple[str, ...]
    strength: Floats
    sure: Flags
    spans: Spans
    kinless: int

    @property
    def dated(self) -> Flags:
        """Whether anything is said of when a tie held."""
        known: Flags = (self.spans.begins_first > ALWAYS) | (self.spans.ends_last < ENDLESS)
        return known

    def named(self, numbers: Sequence[int]) -> dict[int, tuple[str, str]]:
        """Key and name of parties."""
        found = self.relations.sql(
            "SELECT number AS number, party AS party, name AS name FROM ties_parties "
            "WHERE LIST_CONTAINS($numbers, number)",
            numbers=[int(n) for n in numbers],
        )
        return {int(r["number"]): (r["party"], " ".join(r["name"].split())) for r in found}

    def find(self, party: str) -> int | Notice:
        """The number of a party by its id or its name, in any case; a notice when there is none, or more than one."""
        found = self.relations.sql(
            "SELECT number AS number, party AS party FROM ties_parties "
            "WHERE party = $party OR LOWER(name) = LOWER($party) ORDER BY number LIMIT 6",
            party=party.strip(),
        )
        exact = [r for r in found if r["party"] == party.strip()] or found
        if len(exact) == 1:
            return int(exact[0]["number"])
        several = ", ".join(r["party"] for r in exact)
        return Notice(
            f"Who {party} is, is not clear",
            f"{len(exact)} entries bear the name" if several else "no relation that may be used names it",
            f"one of the ids: {several}" if several else "a table of its ties: cuibono add FILE --as relations",
            (party,),
        )

    def rows(self, ties: Sequence[int]) -> list[dict[str, Any]]:
        """What is said of some ties, in the order given."""
        found = self.relations.sql(
            """
            SELECT t.number AS number, t.one_name AS one_name, t.other_name AS other_name, t.type AS type,
                   t.role AS role, t.since AS since, t.until AS until, t.place AS place, t.unit AS unit,
                   t.said_by AS said_by, t.asserted_by AS asserted_by, t.standing AS standing, t.status AS status,
                   t.share_low AS share_low, t.share_high AS share_high, t.source AS source, t.row AS row,
                   t.one AS one, t.other AS other
            FROM ties_rows AS t WHERE LIST_CONTAINS($numbers, t.number)
            """,
            numbers=[int(t) for t in ties],
        )
        for row in found:  # a name may run over a line of a text
            row.update({key: " ".join(row[key].split()) for key in ("one_name", "other_name")})
        by_number = {int(r["number"]): r for r in found}
        return [by_number[int(t)] for t in ties]

    def evidence(self, rows: Sequence[Mapping[str, Any]]) -> Evidence:
        """The rows of some ties, given as ``rows`` gives them."""
        return self.relations.where(
            "LIST_CONTAINS($numbers, _row) AND LIST_CONTAINS($keys, CONCAT(_source, ':', CAST(_row AS VARCHAR)))",
            numbers=sorted({int(r["row"]) for r in rows}),
            keys=sorted({f"{r['source']}:{r['row']}" for r in rows}),
        )


def read(
    relations: Relations, bodies: Bodies | None, *, types: Sequence[str] = (), without: Sequence[str] = ()
) -> Ties:  # fmt: skip
    """Read relations of some types (empty: of all) and without others; ties of kin only between people of record."""
    _steps(relations, bodies)
    kinless = _keep(relations, [t.lower() for t in types], [t.lower() for t in without])
    table = relations.arrays(
        """
        SELECT a.number AS one, b.number AS other, k.number AS type, t.strength AS strength, t.sure AS sure,
               COALESCE(s.number, -1) AS since, COALESCE(u.number, -1) AS until, t.number AS tie
        FROM ties_rows AS t
        JOIN ties_parties AS a ON a.party = t.one
        JOIN ties_parties AS b ON b.party = t.other
        JOIN ties_types AS k ON k.type = t.type
        LEFT JOIN ties_dates AS s ON s.said = t.since
        LEFT JOIN ties_dates AS u ON u.said = t.until
        """
    )
    order = np.argsort(np.asarray(table["tie"]), kind="stable")
    number = {n: np.asarray(c)[order].astype(np.int64) for n, c in table.items() if n not in ("strength", "sure")}
    said = relations.sql("SELECT said AS said FROM ties_dates ORDER BY number")
    kinds = relations.sql("SELECT type AS type FROM ties_types ORDER BY number")
    return Ties(
        relations,
        int(relations.sql("SELECT COUNT(*) AS n FROM ties_parties")[0]["n"]),
        number["one"],
        number["other"],
        number["type"],
        tuple(r["type"] for r in kinds),
        np.asarray(table["strength"])[order].astype(float),
        np.asarray(table["sure"])[order] == 1,
        _events(spans([r["said"] for r in said], number["since"], number["until"]), number["type"], kinds),
        kinless,
    )


def _events(spans: Spans, type_: Ints, kinds: Sequence[Mapping[str, Any]]) -> Spans:
    """An event without an end is over when its date is."""
    codes = [number for number, kind in enumerate(kinds) if kind["type"] in EVENTS]
    over = np.isin(type_, codes) & (spans.ends_last == ENDLESS)
    first = np.where(over & (spans.begins_first > ALWAYS), spans.begins_first, spans.ends_first)
    last = np.where(over & (spans.begins_first > ALWAYS), spans.begins_last, spans.ends_last)
    return Spans(spans.begins_first, spans.begins_last, first, last)


def _steps(relations: Relations, bodies: Bodies | None) -> None:
    relations.step(
        "ties_all",
        f"""
        SELECT COALESCE(from_id, LOWER(from_name)) AS one, from_name AS one_name, from_kind AS one_kind,
               COALESCE(to_id, LOWER(to_name)) AS other, to_name AS other_name, to_kind AS other_kind,
               LOWER(TRIM(type)) AS type, role AS role, since AS since, until AS until, place AS place, unit AS unit,
               COALESCE(attributed, CASE WHEN status = 'alleged' OR standing NOT IN ('recorded', 'confirmed')
                                         THEN COALESCE(asserted_by, 'somebody who is not named') END) AS said_by,
               CASE WHEN {_MERELY} OR standing NOT IN ('recorded', 'confirmed') THEN 0 ELSE 1 END AS sure,
               GREATEST(LEAST(COALESCE(strength, CASE WHEN {_MERELY} THEN {SAID}
                                                      WHEN standing IN ('recorded', 'confirmed') THEN {RECORDED}
                                                      ELSE {READ} END), 1), 0.01) AS strength,
               asserted_by AS asserted_by, standing AS standing, status AS status, share_low AS share_low,
               share_high AS share_high, _source AS source, _row AS row
        FROM {{this}} WHERE {_USABLE}
        """,
    )
    relations.step(
        "ties_parties",
        """
        SELECT p.party AS party, MIN(p.name) AS name, MIN(p.kind) AS kind,
               ROW_NUMBER() OVER (ORDER BY p.party) - 1 AS number
        FROM (SELECT one AS party, one_name AS name, one_kind AS kind FROM ties_all
              UNION ALL SELECT other AS party, other_name AS name, other_kind AS kind FROM ties_all) AS p
        GROUP BY p.party
        """,
    )
    if bodies is None:
        relations.step("ties_bodies", "SELECT party AS party FROM ties_parties WHERE kind = 'PublicBody'")
    else:
        bodies.step(
            "ties_bodies",
            """
            SELECT p.party AS party FROM ties_parties AS p WHERE p.kind = 'PublicBody'
            UNION SELECT COALESCE(body_id, LOWER(body_name)) AS party FROM {this} WHERE COALESCE(polarity, '+') = '+'
            """,
        )


def _keep(relations: Relations, types: Sequence[str], without: Sequence[str]) -> int:
    """Leave out other types, and ties of kin of those without an office of record; returns how many of the latter."""
    relations.step(
        "ties_of_record",
        """
        SELECT t.one AS party FROM ties_all AS t LEFT JOIN ties_bodies AS b ON b.party = t.other
        WHERE t.sure = 1 AND (LIST_CONTAINS($offices, t.type)
                              OR (LIST_CONTAINS($in_bodies, t.type) AND b.party IS NOT NULL))
        GROUP BY t.one
        """,
        offices=OFFICES,
        in_bodies=IN_BODIES,
    )
    relations.step(
        "ties_fit",
        """
        SELECT t.one AS one, t.one_name AS one_name, t.other AS other, t.other_name AS other_name, t.type AS type,
               t.role AS role, t.since AS since, t.until AS until, t.place AS place, t.unit AS unit,
               t.said_by AS said_by, t.sure AS sure, t.strength AS strength, t.asserted_by AS asserted_by,
               t.standing AS standing, t.status AS status, t.share_low AS share_low, t.share_high AS share_high,
               t.source AS source, t.row AS row,
               CASE WHEN (LIST_CONTAINS($kin, t.type) OR LIST_CONTAINS($kin, COALESCE(LOWER(TRIM(t.role)), '')))
                         AND (a.party IS NULL OR b.party IS NULL) THEN 1 ELSE 0 END AS private
        FROM ties_all AS t
        LEFT JOIN ties_of_record AS a ON a.party = t.one
        LEFT JOIN ties_of_record AS b ON b.party = t.other
        WHERE (LIST_CONTAINS($types, t.type) OR LIST_CONTAINS($types, '')) AND NOT LIST_CONTAINS($without, t.type)
          AND t.one <> t.other
        """,
        kin=KIN,
        types=list(types) or [""],
        without=list(without),
    )
    relations.step(
        "ties_rows",
        """
        SELECT one, one_name, other, other_name, type, role, since, until, place, unit, said_by, sure, strength,
               asserted_by, standing, status, share_low, share_high, source, row,
               ROW_NUMBER() OVER (ORDER BY source, row, one, other, type, role, asserted_by) - 1 AS number
        FROM ties_fit WHERE private = 0
        """,
    )
    relations.step(
        "ties_dates",
        """
        SELECT d.said AS said, ROW_NUMBER() OVER (ORDER BY d.said) - 1 AS number
        FROM (SELECT since AS said FROM ties_rows WHERE since IS NOT NULL
              UNION SELECT until AS said FROM ties_rows WHERE until IS NOT NULL) AS d
        """,
    )
    relations.step(
        "ties_types",
        """
        SELECT k.type AS type, ROW_NUMBER() OVER (ORDER BY k.type) - 1 AS number
        FROM (SELECT DISTINCT type AS type FROM ties_rows) AS k
        """,
    )
    return int(relations.sql("SELECT COUNT(*) AS n FROM ties_fit WHERE private = 1")[0]["n"])


def at_one_time(known: Ties, ties: Sequence[int]) -> bool:
    """Whether some ties can all have held at one time, by the dates that are given."""
    begin = max((float(known.spans.begins_first[t]) for t in ties), default=ALWAYS)
    end = min((float(known.spans.ends_last[t]) for t in ties), default=ENDLESS)
    return begin <= end
