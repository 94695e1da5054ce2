"""Facts of an app on their way into the table of app facts."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from cuibono.readers.apk_facts import Fact
from cuibono.readers.contract import Input
from cuibono.readers.row_writer import RowWriter

_COLUMNS = ("app_id", "app_name", "version", "kind", "name", "value", "grade", "place", "own")


@dataclass(frozen=True, slots=True)
class App:
    """Which app it is: the name of its package, the name that people see, its version."""

    package: str
    name: str
    version: str = ""


def write(item: Input, app: App, facts: Iterable[Fact]) -> dict[str, Path]:
    """The Parquet file by table; a file without a fact gives none."""
    with RowWriter(item, "app_facts") as writer:
        for column in (*_COLUMNS, "_original"):
            writer.column(column)
        for number, fact in enumerate(facts, start=1):
            cells = (
                app.package,
                app.name,
                app.version,
                fact.kind,
                fact.name,
                fact.value,
                fact.grade,
                fact.place,
                fact.own,
            )
            shown = {k: v for k, v in zip(_COLUMNS[3:], cells[3:], strict=True) if v}
            writer.put([number, fact.place, *cells, json.dumps(shown, ensure_ascii=False)])
        return {"app_facts": writer.close((*_COLUMNS, "_original"))} if writer.rows else {}
