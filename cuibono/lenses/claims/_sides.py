"""The sides of a disagreement, read in SQL: what is asserted of the same thing in values that lie apart.

SQL leaves only groups in which two values lie apart at all; which of them meet in time is told from arrays.
"""

from collections.abc import Sequence

from cuibono.measures.disagreement import OPEN
from cuibono.model.tables import Assertions

#: Days since 1970 that stand for an open start and an open end.
FIRST, LAST = -800_000, 3_000_000
USABLE = "COALESCE(status, 'stated') IN ('stated', 'alleged')"

_EPOCH = "CAST('1970-01-01' AS DATE)"
_PLAIN = "LOWER(REPLACE(REPLACE(REPLACE(property, ' ', ''), '_', ''), '-', ''))"
_SPACED = "TRANSLATE(LOWER(value), '.,;:()-_/', '         ')"
_WORDS = f"TRIM(REPLACE(REPLACE(REPLACE({_SPACED}, '   ', ' '), '  ', ' '), '  ', ' '))"
_PRINTED = "REGEXP_EXTRACT(REPLACE(value, ',', ''), '[0-9]+[.]?[0-9]*', 0)"
_KEYS = ("about_id", "property", "kind", "unit")


def keep_rows(assertions: Assertions, single: Sequence[str]) -> None:
    """First steps: values as numbers, then the groups in which two of them lie apart."""
    assertions.step(
        "contradictions_rows",
        f"""
        SELECT about_id, about_name, property, kind, COALESCE(unit, '') AS unit, value, asserted_by AS speaker,
               CASE WHEN status = 'alleged' THEN 1 ELSE 0 END AS alleged,
               CASE WHEN polarity = '-' THEN 1 ELSE 0 END AS denies,
               CASE WHEN kind = 'date' THEN COALESCE(CAST(DATE_DIFF('day', {_EPOCH}, earliest) AS DOUBLE), {-OPEN!r})
                    WHEN kind = 'number' THEN COALESCE(low, {-OPEN!r}) END AS low,
               CASE WHEN kind = 'date' THEN COALESCE(CAST(DATE_DIFF('day', {_EPOCH}, latest) AS DOUBLE), {OPEN!r})
                    WHEN kind = 'number' THEN COALESCE(high, {OPEN!r}) END AS high,
               {_WORDS} AS words,
               COALESCE(DATE_DIFF('day', {_EPOCH}, from_day), {FIRST}) AS start_day,
               COALESCE(DATE_DIFF('day', {_EPOCH}, until_day), {LAST}) AS end_day
        FROM {{this}} WHERE {USABLE}
        """,
    )
    _keep_differing(assertions, single)
    _keep_denied(assertions)


def _keep_differing(assertions: Assertions, single: Sequence[str]) -> None:
    assertions.step(
        "contradictions_differing",
        f"""
        SELECT about_id, property, kind, unit, MIN(about_name) AS about_name,
               CASE WHEN unit IN ('year', 'years') OR kind <> 'number' THEN 1
                    WHEN unit = '' AND MIN(low) >= 1500 AND MAX(high) <= 2100 AND MIN(low - FLOOR(low)) = 0 THEN 1
                    ELSE 0 END AS is_exact
        FROM contradictions_rows WHERE denies = 0 GROUP BY about_id, property, kind, unit
        HAVING (kind IN ('number', 'date') AND MAX(low) > MIN(high))
            OR (kind = 'text' AND MIN(words) <> MAX(words) AND LIST_CONTAINS($single, {_PLAIN}))
        """,
        single=[plain_name(s) for s in single],
    )


def _keep_denied(assertions: Assertions) -> None:
    """Values that someone affirms and someone denies, in the same figures or the same words."""
    assertions.step(
        "contradictions_denied",
        """
        SELECT about_id, property, kind, unit, low, high, CASE WHEN low IS NULL THEN words END AS words,
               MIN(about_name) AS about_name, MIN(value) AS denied
        FROM contradictions_rows
        GROUP BY about_id, property, kind, unit, low, high, CASE WHEN low IS NULL THEN words END
        HAVING MIN(denies) < MAX(denies)
        """,
    )


def plain_name(name: str) -> str:
    """A property's name without case, spaces and marks: "Birth date" and "birthDate" are one."""
    return name.lower().replace(" ", "").replace("_", "").replace("-", "")


def keep_sides(assertions: Assertions) -> None:
    """Last step: one row per different account, numbered, with half of its last printed digit."""
    same = " AND ".join(f"r.{k} = g.{k}" for k in _KEYS)
    half = f"""CASE WHEN low = high AND TRY_CAST({_PRINTED} AS DOUBLE) > 0
                    THEN 0.5 * POWER(10, -CASE WHEN STRPOS({_PRINTED}, '.') > 0
                         THEN LENGTH({_PRINTED}) - STRPOS({_PRINTED}, '.') ELSE 0 END)
                         * ABS(low) / TRY_CAST({_PRINTED} AS DOUBLE) ELSE 0 END"""
    assertions.step(
        "contradictions_accounts",
        f"""
        SELECT DISTINCT 0 AS is_denial, {", ".join(f"r.{k} AS {k}" for k in _KEYS)}, g.about_name AS about_name,
               '' AS denied, g.is_exact AS is_exact, r.value AS value, r.speaker AS speaker, r.alleged AS alleged,
               r.denies AS denies, r.words AS words, r.low AS low, r.high AS high, r.start_day AS start_day,
               r.end_day AS end_day
        FROM contradictions_rows AS r JOIN contradictions_differing AS g ON {same} WHERE r.denies = 0
        UNION ALL
        SELECT DISTINCT 1 AS is_denial, {", ".join(f"r.{k} AS {k}" for k in _KEYS)}, g.about_name AS about_name,
               g.denied AS denied, 1 AS is_exact, r.value AS value, r.speaker AS speaker, r.alleged AS alleged,
               r.denies AS denies, CAST(r.denies AS VARCHAR) AS words, NULL AS low, NULL AS high,
               r.start_day AS start_day, r.end_day AS end_day
        FROM contradictions_rows AS r JOIN contradictions_denied AS g ON {same}
         AND r.low IS NOT DISTINCT FROM g.low AND r.high IS NOT DISTINCT FROM g.high
         AND CASE WHEN r.low IS NULL THEN r.words END IS NOT DISTINCT FROM g.words
        """,
    )
    assertions.step(
        "contradictions_coded",
        f"""
        SELECT DENSE_RANK() OVER (ORDER BY is_denial, {", ".join(_KEYS)}, denied) AS dispute, is_denial,
               {", ".join(_KEYS)}, about_name, denied, is_exact, value, words, speaker, alleged, denies,
               start_day, end_day, COALESCE(low, CAST(DENSE_RANK() OVER (ORDER BY words) AS DOUBLE)) AS low,
               COALESCE(high, CAST(DENSE_RANK() OVER (ORDER BY words) AS DOUBLE)) AS high,
               CASE WHEN is_exact = 1 THEN 0 ELSE {half} END AS slack,
               DENSE_RANK() OVER (ORDER BY speaker) AS speaker_code,
               CASE WHEN speaker IS NULL THEN 1 ELSE 0 END AS is_nameless
        FROM contradictions_accounts
        """,
    )
    assertions.step(
        "contradictions_sides",
        """
        SELECT ROW_NUMBER() OVER (
                   ORDER BY dispute, low, high, value, speaker, start_day, end_day, alleged, denies
               ) AS side, dispute, is_denial, about_id, about_name, property, kind, unit, denied, is_exact, value,
               words, speaker, alleged, denies, low, high, slack, start_day, end_day, speaker_code, is_nameless
        FROM contradictions_coded
        """,
    )
