import pytest

from cuibono.engine.subset import faults, guard, spark
from cuibono.errors import QueryRefused

GOOD = [
    "SELECT a, COUNT(*) AS n FROM t GROUP BY a HAVING COUNT(*) > 1 ORDER BY a LIMIT 3",
    "SELECT CAST(SUM(x) AS BIGINT) AS total FROM t",
    "SELECT CAST(SUM(x) FILTER (WHERE y = 1) AS BIGINT) AS total FROM t",
    "SELECT t.a AS a FROM t JOIN u ON t.a = u.a AND u.n > 3",
    "SELECT t.a AS a FROM t LEFT JOIN u ON t.a IS NOT DISTINCT FROM u.a",
    "SELECT ROW_NUMBER() OVER (PARTITION BY a ORDER BY b, c) AS place FROM t",
    "SELECT a FROM t WHERE EXISTS (SELECT 1 FROM u WHERE u.a = t.a)",
    "SELECT a FROM t UNION ALL SELECT b AS a FROM u",
    "WITH s AS (SELECT a FROM t) SELECT a FROM s WHERE a IN (SELECT UNNEST($list) AS chosen)",
    "SELECT CASE WHEN LIST_CONTAINS($names, LOWER(TRIM(a))) THEN 1 ELSE 0 END AS known FROM t",
    "SELECT DATE_DIFF('day', CAST('1970-01-01' AS DATE), d) AS days FROM t",
]

BAD = {
    "SELECT HASH(a) AS h FROM t": "the function hash",
    "SELECT MD5(a) AS h FROM t": "the function md5",
    "SELECT a FROM t; DROP TABLE t": "2 statements",
    "DELETE FROM t": "DELETE instead of a SELECT",
    "WITH RECURSIVE s AS (SELECT 1 AS a) SELECT a FROM s": "recursive",
    "SELECT t.a AS a FROM t ASOF JOIN u ON t.a >= u.a": "nearness",
    "SELECT t.a AS a FROM t JOIN u ON t.a < u.a": "without an equality",
    "SELECT t.a AS a FROM t JOIN u ON t.a = u.a AND t.b BETWEEN u.b AND u.c": "range join",
    "SELECT t.a AS a FROM t, u": "without a condition",
    "SELECT t.a AS a FROM t CROSS JOIN u": "without a condition",
    "SELECT COUNT(*) FROM t": "without a name",
    "SELECT * FROM t": "a * instead",
    "SELECT SUM(x) AS total FROM t": "sum without a cast",
    "SELECT DISTINCT ON (a) a, b FROM t": "DISTINCT ON",
    "SELECT a FROM read_parquet('x.parquet')": "read_parquet",
    "SELECT CAST(a AS HUGEINT) AS a FROM t": "the type INT128",
    "SELECT d + INTERVAL 1 DAY AS d FROM t": "INTERVAL",
    "SELECT a FROM (": "cannot be parsed",
}


@pytest.mark.parametrize("sql", GOOD)
def test_what_both_engines_share_may_stand(sql: str) -> None:
    assert faults(sql) == []
    guard(sql)
    assert spark(sql)


@pytest.mark.parametrize(("sql", "why"), BAD.items())
def test_what_leaves_the_subset_is_named(sql: str, why: str) -> None:
    assert any(why in fault for fault in faults(sql))
    with pytest.raises(QueryRefused):
        guard(sql)


def test_parameters_and_dates_are_carried_over() -> None:
    done = spark("SELECT DATE_DIFF('day', CAST('1970-01-01' AS DATE), d) AS days FROM t WHERE a = $name")
    assert ":name" in done
    assert "DATEDIFF(DAY, CAST('1970-01-01' AS DATE), d) AS days" in done


def test_what_cannot_be_carried_over_is_refused() -> None:
    with pytest.raises(QueryRefused):
        spark("SELECT a FROM (")
