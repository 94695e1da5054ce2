"""The SQL that lenses may write: what two engines understand alike.

Queries are written once, in DuckDB's dialect, and must be carried to Spark without a change of meaning. This
module reads a query with SQLGlot (a tool of developers, not of users) and names whatever leaves the subset.
"""

from collections.abc import Iterator
from types import ModuleType
from typing import TYPE_CHECKING

from cuibono.errors import MissingExtra, QueryRefused

if TYPE_CHECKING:
    from sqlglot import exp

#: Functions that mean the same in both engines, by SQLGlot's name for them.
ALLOWED = frozenset(
    {
        *("and", "or", "xor", "not", "exists", "case", "if", "cast", "try_cast", "coalesce", "nullif"),
        *("abs", "round", "floor", "ceil", "least", "greatest", "power", "sqrt", "ln", "exp", "sign", "mod", "is_nan"),
        *("count", "sum", "min", "max", "avg", "logical_and", "logical_or", "count_if", "arg_min", "arg_max"),
        *("stddev", "stddev_pop", "stddev_samp", "variance", "variance_pop", "corr"),
        *("row_number", "rank", "dense_rank", "ntile", "lag", "lead", "first_value", "last_value"),
        *("lower", "upper", "trim", "length", "substring", "left", "right", "pad", "replace", "translate"),
        *("concat", "concat_ws", "str_position", "starts_with", "contains", "regexp_extract", "regexp_like"),
        *("year", "month", "day", "datediff", "timestamp_trunc", "extract"),
        *("array_contains", "explode", "unnest"),
    }
)
#: Types that the other engine cannot read.
REFUSED_TYPES = frozenset({"UUID", "TIME", "TIMETZ", "INTERVAL", "HUGEINT", "INT128", "UINT128", "UHUGEINT"})


def faults(sql: str) -> list[str]:
    """What keeps a query out of the subset, in plain words; empty when it may stand.

    Refused: more than one statement or anything but a SELECT; functions that are not on the list (``hash`` above
    all, since no two engines hash alike) and table functions; recursion; joins by anything but equality, and joins
    by nearness in time (ASOF); columns of a result without a name, or ``*``; sums without a cast, whose type
    differs; types that Spark lacks; the first row per group by DISTINCT ON. It cannot see whether two
    engines order equal rows alike, so results must not depend on that.
    """
    tree = _parsed(sql)
    if isinstance(tree, str):
        return [tree]
    found = [*_shape(tree), *_functions(tree), *_joins(tree), *_columns(tree), *_sums(tree), *_types(tree)]
    return list(dict.fromkeys(found))


def guard(sql: str) -> None:
    """Raise QueryRefused for a query that leaves the subset."""
    if found := faults(sql):
        raise QueryRefused(f"The query leaves the SQL that both engines share: {'; '.join(found)}.\n{sql.strip()}")


def spark(sql: str) -> str:
    """The query in Spark's dialect; raises QueryRefused when something has no counterpart there."""
    sqlglot = _sqlglot()
    try:
        done = sqlglot.transpile(sql, read="duckdb", write="spark", unsupported_level=sqlglot.ErrorLevel.RAISE)
    except (sqlglot.errors.ParseError, sqlglot.errors.TokenError, sqlglot.errors.UnsupportedError) as error:
        raise QueryRefused(f"The query cannot be carried to Spark: {error}\n{sql.strip()}") from error
    return str(done[0])


def _sqlglot() -> ModuleType:
    try:
        import sqlglot
    except ImportError as error:
        raise MissingExtra("The SQL guard needs sqlglot.", try_='pip install "sqlglot>=30,<31"') from error
    return sqlglot


def _parsed(sql: str) -> "exp.Expr | str":
    sqlglot = _sqlglot()
    try:
        trees = [t for t in sqlglot.parse(sql, dialect="duckdb") if t is not None]
    except (sqlglot.errors.ParseError, sqlglot.errors.TokenError) as error:
        return f"it cannot be parsed: {error}"
    return trees[0] if len(trees) == 1 else f"{len(trees)} statements instead of one"


def _shape(tree: "exp.Expr") -> Iterator[str]:
    from sqlglot import exp

    if not isinstance(tree, exp.Select | exp.SetOperation):
        yield f"a {tree.key.upper()} instead of a SELECT"
    for clause in tree.find_all(exp.With):
        if clause.args.get("recursive"):
            yield "a recursive WITH; write one step per pass"
    for distinct in tree.find_all(exp.Distinct):
        if distinct.args.get("on"):
            yield "DISTINCT ON; number the rows and take the first"
    for lateral in tree.find_all(exp.Lateral):
        yield f"a LATERAL join: {lateral.sql('duckdb')}"


def _functions(tree: "exp.Expr") -> Iterator[str]:
    from sqlglot import exp

    for call in tree.find_all(exp.Func):
        name = call.name if isinstance(call, exp.Anonymous | exp.AnonymousAggFunc) else call.sql_name()
        if name.lower() not in ALLOWED:
            yield f"the function {name.lower()}"
    for table in tree.find_all(exp.Table):
        if not isinstance(table.this, exp.Identifier):
            yield f"the table function {table.sql('duckdb')}"


def _joins(tree: "exp.Expr") -> Iterator[str]:
    from sqlglot import exp

    for join in tree.find_all(exp.Join):
        text = join.sql("duckdb").strip()
        on = join.args.get("on")
        if join.args.get("method"):
            yield f"a join by nearness: {text}"
        elif join.args.get("using"):
            continue
        elif on is None:
            yield f"a join without a condition: {text}"
        elif not any(_equates(part) for part in on.flatten()) and not _equates(on):
            yield f"a join without an equality: {text}"
        else:
            yield from (f"a range join: {part.sql('duckdb')}" for part in _ranges(on))


def _equates(condition: "exp.Expr") -> bool:
    """Whether a condition sets columns of two tables equal."""
    from sqlglot import exp

    return isinstance(condition, exp.EQ | exp.NullSafeEQ) and len(_tables(condition)) > 1


def _ranges(on: "exp.Expr") -> Iterator["exp.Expr"]:
    from sqlglot import exp

    for part in on.find_all(exp.LT, exp.LTE, exp.GT, exp.GTE, exp.Between):
        if len(_tables(part)) > 1:
            yield part


def _tables(condition: "exp.Expr") -> set[str]:
    from sqlglot import exp

    return {c.table for c in condition.find_all(exp.Column) if c.table}


def _columns(tree: "exp.Expr") -> Iterator[str]:
    """Every column of a result has a name; only columns themselves need no AS."""
    from sqlglot import exp

    unnamed = {id(s) for e in tree.find_all(exp.Exists) for s in e.find_all(exp.Select)}
    for select in tree.find_all(exp.Select):
        for column in select.expressions if id(select) not in unnamed else ():
            if isinstance(column, exp.Star) or (isinstance(column, exp.Column) and isinstance(column.this, exp.Star)):
                yield "a * instead of the names of columns"
            elif not isinstance(column, exp.Alias | exp.Column):
                yield f"a column without a name: {column.sql('duckdb')}"


def _sums(tree: "exp.Expr") -> Iterator[str]:
    from sqlglot import exp

    for total in tree.find_all(exp.Sum):
        parent = total.parent
        while isinstance(parent, exp.Window | exp.Filter | exp.Paren):
            parent = parent.parent
        if not isinstance(parent, exp.Cast | exp.TryCast):
            yield f"a sum without a cast: {total.sql('duckdb')}"


def _types(tree: "exp.Expr") -> Iterator[str]:
    from sqlglot import exp

    for kind in tree.find_all(exp.DataType):
        name = kind.this.name if hasattr(kind.this, "name") else str(kind.this)
        if name.upper() in REFUSED_TYPES:
            yield f"the type {name.upper()}"
    if tree.find(exp.Interval):
        yield "the type INTERVAL"
