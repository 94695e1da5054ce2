"""DuckDB as the engine: the only module that opens a connection.

An engine belongs to one thread and one short piece of work; nobody holds a case open for long.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import duckdb

from cuibono.engine import warm
from cuibono.errors import CaseBusy, CaseDamaged, CuibonoError, DiskFull, QueryRefused

Params = Mapping[str, Any] | Sequence[Any] | None
SqlError = duckdb.Error
_PARAMETER = re.compile(r"\$\w+")
_FULL = ("No space left", "ENOSPC", "ould not write all bytes", "File too large")


class DuckEngine:
    """A DuckDB connection with the few verbs that cuibono needs."""

    def __init__(
        self,
        path: Path | None = None,
        *,
        read_only: bool = False,
        memory: str = "4GB",
        threads: int | None = None,
        scratch: Path | None = None,
    ) -> None:
        config: dict[str, Any] = {"memory_limit": memory, "preserve_insertion_order": True}
        config["temp_directory"] = str(scratch) if scratch else ""
        config["autoinstall_known_extensions"] = False
        config["autoload_known_extensions"] = False
        if threads:
            config["threads"] = threads
        self._config, self._locked = config, False
        self._instance: duckdb.DuckDBPyConnection | None = None
        try:
            self._con = self._attached(path, read_only)
        except duckdb.IOException as error:
            raise _opening(path, error) from error
        except duckdb.Error as error:
            raise CaseDamaged(f"{path} cannot be opened: {error}", try_="cuibono verify") from error
        self._con.execute("SET TimeZone = 'UTC'")
        self._streams = 0
        self.closed = False

    def _attached(self, path: Path | None, read_only: bool) -> duckdb.DuckDBPyConnection:
        """A connection to an instance that was idle, with the file, or nothing yet, attached; all else ends with it."""
        how = " (READ_ONLY)" if read_only else ""
        instance = warm.take(self._config)
        try:
            instance.execute(f"ATTACH {_literal(str(path or ':memory:'))} AS {warm.NAME}{how}")
            connection = instance.cursor()
            connection.execute(f"USE {warm.NAME}")
        except duckdb.Error:
            instance.close()
            raise
        self._instance = instance
        return connection

    def close(self) -> None:
        """Give the file back."""
        self.closed = True
        self._con.close()
        instance, self._instance = self._instance, None
        if instance and self._locked:
            instance.close()
        elif instance:
            warm.give_back(instance, self._config)

    def __enter__(self) -> DuckEngine:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def run(self, sql: str, params: Params = None) -> None:
        """Run a statement whose result does not matter."""
        with _room():
            self._con.execute(sql, params)

    def rows(self, sql: str, params: Params = None) -> list[dict[str, Any]]:
        """Run a SELECT and return its rows as dicts; for small results."""
        with _room():
            cursor = self._con.execute(sql, params)
            names = [d[0] for d in cursor.description or ()]
            return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def tuples(self, sql: str, params: Params = None) -> list[tuple[Any, ...]]:
        """Run a SELECT and return plain tuples."""
        with _room():
            return self._con.execute(sql, params).fetchall()

    def value(self, sql: str, params: Params = None) -> Any:
        """The first column of the first row, None when there is no row."""
        with _room():
            row = self._con.execute(sql, params).fetchone()
        return row[0] if row else None

    def stream(self, sql: str, params: Params = None, *, size: int = 10_000) -> Iterator[list[tuple[Any, ...]]]:
        """Run a SELECT and yield its rows in chunks, so that no result need fit into memory.

        The result is kept as a temporary table meanwhile: other queries may run between two chunks.
        """
        self._streams += 1
        name = self.step(f"stream_{self._streams}", sql, params)
        try:
            for start in range(0, int(self.value(f"SELECT count(*) FROM {name}")), size):
                yield self.tuples(
                    f"SELECT * FROM {name} WHERE rowid >= {start} AND rowid < {start + size} ORDER BY rowid"
                )
        finally:
            self.run(f"DROP TABLE IF EXISTS {name}")

    def arrays(self, sql: str, params: Params = None, *, budget: int = 50_000_000) -> dict[str, Any]:
        """Run a SELECT and return its columns as numpy arrays; factorise strings in SQL first.

        Raises QueryRefused when the result has more than ``budget`` rows.
        """
        with _room():
            result = self._con.execute(f"SELECT * FROM ({sql}) AS q LIMIT {budget + 1}", params).fetchnumpy()
        size = len(next(iter(result.values()))) if result else 0
        if size > budget:
            raise QueryRefused(f"A step gave more than {budget:,} rows.", try_="narrow the question with a setting")
        return dict(result)

    def step(self, name: str, sql: str, params: Params = None) -> str:
        """Keep the result of a SELECT as a temporary table of that name."""
        with _room():
            self._con.execute(f'CREATE OR REPLACE TEMP TABLE "{name}" AS {sql}', params)
        return name

    def columns(self, relation: str) -> dict[str, str]:
        """Column names and types of a table, view or subquery."""
        return {r["column_name"]: r["column_type"] for r in self.rows(f"DESCRIBE SELECT * FROM {relation}")}

    def offer(self, name: str, columns: Mapping[str, Any]) -> None:
        """Make numpy columns readable in SQL under a name (no copy until they are read)."""
        self._con.register(name, dict(columns))

    def withdraw(self, name: str) -> None:
        """Take offered columns back."""
        self._con.unregister(name)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing: commit at the end, roll back on any error."""
        self.run("BEGIN TRANSACTION")
        try:
            yield
        except BaseException:
            with suppress(duckdb.Error):  # a full disk may have ended it already; the first error is the one to tell
                self._con.execute("ROLLBACK")
            raise
        self.run("COMMIT")

    def lock_down(self, readable: Sequence[Path]) -> None:
        """Forbid every file but those below the given folders, and any change of configuration."""
        self._locked = True  # and stays so: the instance is not given to the next one
        folders = ", ".join(_literal(str(p).rstrip("/") + "/") for p in readable)
        self.run(f"SET allowed_directories = [{folders}]")
        self.run("SET enable_external_access = false")
        self.run("SET lock_configuration = true")

    def limited(self, sql: str, *, rows: int, seconds: float) -> tuple[list[str], list[tuple[Any, ...]], bool]:
        """Run a SELECT under a time and a row limit: names, rows, and whether rows were left out."""
        over = threading.Event()

        def stop() -> None:
            over.set()
            self._con.interrupt()

        timer = threading.Timer(seconds, stop)
        timer.start()
        try:
            cursor = self._con.execute(sql)
            names = [d[0] for d in cursor.description or ()]
            found = cursor.fetchmany(rows + 1)
        except duckdb.Error as error:
            if over.is_set():
                raise QueryRefused(
                    f"The query ran longer than {seconds:g} seconds and was stopped.",
                    try_="narrow it with WHERE, or raise the limit with --seconds",
                ) from error
            raise QueryRefused(f"The query failed: {error}") from error
        finally:
            timer.cancel()
        return names, found[:rows], len(found) > rows


def statement_kinds(sql: str) -> list[str]:
    """The kinds of the statements in a text (SELECT, COPY ...), as DuckDB's own parser sees them."""
    try:
        return [s.type.name for s in duckdb.extract_statements(sql)]
    except duckdb.Error as error:
        raise QueryRefused(f"The query cannot be parsed: {error}") from error


@lru_cache(maxsize=4096)
def tables_in(sql: str) -> frozenset[str]:
    """The names of the tables and views that a query reads, its own WITH names aside."""
    try:  # on a connection that has none of them: where a view is known, what it is made of would be told
        return frozenset(_bare().cursor().get_table_names(_PARAMETER.sub("NULL", sql)))
    except duckdb.Error as error:
        raise QueryRefused(f"The query cannot be parsed: {error}") from error


@cache
def _bare() -> duckdb.DuckDBPyConnection:
    return duckdb.connect()


@contextmanager
def _room() -> Iterator[None]:
    """Turn 'no space left' into an error that says so."""
    try:
        yield
    except duckdb.Error as error:
        if any(sign in str(error) for sign in _FULL):
            raise DiskFull(f"No room is left on the disk: {error}", try_="free some space and run it again") from error
        if isinstance(error, duckdb.OutOfMemoryException):
            raise CuibonoError(
                f"The work needs more memory than allowed: {error}",
                try_="close other programs, or narrow the question",
            ) from error
        raise


def of_files(error: duckdb.Error) -> bool:
    """Whether an error is about a file that cannot be read, and not about a query that is wrong."""
    kinds = (duckdb.IOException, duckdb.FatalException, duckdb.InternalException, duckdb.SerializationException)
    unreadable = isinstance(error, duckdb.InvalidInputException) and ".parquet" in str(error)
    return type(error) is duckdb.Error or isinstance(error, kinds) or unreadable


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _opening(path: Path | None, error: duckdb.Error) -> CuibonoError:
    text = str(error)
    if "lock" in text.lower():
        return CaseBusy(f"{path} is open in another program.", try_="close it, or wait a moment and run it again")
    if any(sign in text for sign in _FULL):
        return DiskFull(f"No room is left on the disk: {text}", try_="free some space and run it again")
    return CaseDamaged(f"{path} cannot be opened: {text}", try_="cuibono verify")
