"""What is said by several, read in SQL and grouped as the docket groups claims."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cuibono.extract.asked import asked
from cuibono.extract.claim_groups import grouped
from cuibono.extract.claim_sources import counted, owners_of
from cuibono.measures.independence import Independence
from cuibono.model.docket import Asked
from cuibono.model.finding import Evidence
from cuibono.model.stated import NO_OWNERS
from cuibono.model.table import COMMON
from cuibono.model.tables import SameOwner, Sayings

#: Without a name, "the" aside, two ends of a tie cannot be compared.
_PLAIN = "CASE WHEN LOWER({0}) LIKE 'the %' THEN SUBSTRING(LOWER(TRIM({0})), 5) ELSE LOWER(TRIM({0})) END"
#: Up to so many rows a finding names its rows one by one, so that many findings are looked up in one pass.
_NAMED = 64


@dataclass(frozen=True, slots=True)
class Said:
    """One claim or tie with all who state it, and how many independent sources these are.

    ``proposed`` counts the places that a machine only proposes; they are not among the others.
    """

    what: str
    claims: tuple[Asked, ...]
    records: tuple[str, ...]
    subjects: tuple[str, ...]
    found: Independence
    proposed: int = 0

    @property
    def first(self) -> Asked:
        """The claim as it was first said."""
        return self.claims[0]


def _columns() -> list[str]:
    return [*(c.name for c in Sayings.spec().columns), *COMMON]


def keep_rows(sayings: Sayings, *, what: str, about: str) -> None:
    """First steps: what is asked for; of ties, only those whose two ends are named together more than once."""
    ends = [_PLAIN.format(f"COALESCE({end}_name, '')") for end in ("subject", "object")]
    sayings.step(
        "corroboration_rows",
        f"""
        SELECT {", ".join(_columns())}, LEAST({ends[0]}, {ends[1]}) AS one,
               GREATEST({ends[0]}, {ends[1]}) AS other
        FROM {{this}} WHERE ($what = 'both' OR what = $what)
          AND ($about = '' OR LOWER(COALESCE(subject_name, '')) = LOWER($about)
               OR LOWER(COALESCE(object_name, '')) = LOWER($about))
        """,
        what={"claims": "claim", "ties": "tie"}.get(what, what),
        about=about,
    )
    sayings.step(
        "corroboration_ties",
        """
        SELECT one, other, COUNT(*) AS n FROM corroboration_rows WHERE what = 'tie' GROUP BY one, other
        HAVING COUNT(DISTINCT CONCAT(_source, '|', COALESCE(asserted_by, ''))) > 1
        """,
    )


def alone(sayings: Sayings) -> int:
    """How many ties only one states, proposals aside."""
    row = sayings.sql(
        """
        SELECT COUNT(DISTINCT CONCAT(r.one, '|', r.other)) AS n FROM corroboration_rows AS r
        LEFT JOIN corroboration_ties AS t ON t.one = r.one AND t.other = r.other
        WHERE r.what = 'tie' AND t.n IS NULL AND COALESCE(r.standing, 'recorded') <> 'proposed'
        """
    )[0]
    return int(row["n"])


def said(sayings: Sayings, owners: SameOwner | None, *, copied: float) -> Iterator[Said]:
    """Every claim that is relied on, and every such tie that more than one may state, with its independent sources."""
    known = owners_of(_owners(owners)) if owners is not None else NO_OWNERS
    for what in ("claim", "tie"):
        rows = _rows(sayings, what)
        claims = [asked(row, known) for row in rows]
        row_of = {id(c): r for c, r in zip(claims, rows, strict=True)}
        for group in grouped(claims)[0]:
            if any(c.standing != "proposed" for c in group):
                yield _said(what, group, row_of, copied)


def _said(what: str, group: Sequence[Asked], row_of: Mapping[int, Mapping[str, Any]], copied: float) -> Said:
    relied, found = counted(group, least=copied)
    rows = [row_of[id(c)] for c in relied]
    return Said(
        what,
        tuple(relied),
        tuple(sorted({r["record"] for r in rows})),
        tuple(sorted({r["subject_name"] or "" for r in rows})),
        found,
        len(group) - len(relied),
    )


def _owners(owners: SameOwner) -> list[dict[str, Any]]:
    return owners.sql("SELECT party_name, owner_name FROM {this} WHERE COALESCE(polarity, '+') = '+'")


def _rows(sayings: Sayings, what: str) -> list[dict[str, Any]]:
    """The rows of claims, or of ties with a chance of a second source, in the order of sources and places."""
    joined = "JOIN corroboration_ties AS t ON t.one = r.one AND t.other = r.other" if what == "tie" else ""
    return sayings.sql(
        f"""
        SELECT {", ".join(f"r.{c} AS {c}" for c in _columns())}
        FROM corroboration_rows AS r {joined} WHERE r.what = $what ORDER BY r._source, r.position, r.record
        """,
        what=what,
    )


def evidence(sayings: Sayings, told: Said) -> Evidence:
    """The rows in which a claim is stated."""
    if len(told.records) > _NAMED:
        return sayings.where("LIST_CONTAINS($records, record)", records=list(told.records))
    size = 1 << (len(told.records) - 1).bit_length()
    padded = [*told.records, *[told.records[-1]] * (size - len(told.records))]
    names = {f"r{n}": record for n, record in enumerate(padded)}
    condition = f"record IN ({', '.join(f'${n}' for n in names)})"
    if len(told.subjects) == 1 and told.subjects[0]:
        return sayings.where(f"subject_name = $subject AND {condition}", subject=told.subjects[0], **names)
    return sayings.where(condition, **names)
