"""Store the persons of a CSV file as statements in FollowTheMoney's own way; prints statements and seconds.

    python rate.py PERSONS.csv DATABASE.sqlite

The clock runs over reading, cleaning (as FollowTheMoney does by default) and writing; not over imports.
"""

import csv
import sys
import time
from pathlib import Path

from followthemoney import Dataset, StatementEntity
from nomenklatura.resolver import Linker
from nomenklatura.store.sql import SQLStore
from sqlalchemy import create_engine

FIELDS = {
    "name": "name",
    "born": "birthDate",
    "country": "country",
    "id": "idNumber",
    "address": "address",
    "email": "email",
}


def main(file: str, database: str) -> None:
    dataset = Dataset.make({"name": "persons", "title": "Persons"})
    store = SQLStore(dataset, Linker({}), create_engine(f"sqlite:///{database}"))
    _entity(
        dataset, {"id": "warm", "name": "Warm Up", "born": "1990-01-01", "country": "de", "address": "", "email": ""}
    )
    count, start = 0, time.perf_counter()
    with Path(file).open(encoding="utf-8", newline="") as handle, store.writer() as writer:
        for row in csv.DictReader(handle):
            entity = _entity(dataset, row)
            writer.add_entity(entity)
            count += sum(1 for s in entity.statements if s.prop != "id")
    print(count, time.perf_counter() - start)


def _entity(dataset: Dataset, row: dict[str, str]) -> StatementEntity:
    entity = StatementEntity(dataset, {"schema": "Person", "id": row["id"]})
    for column, prop in FIELDS.items():
        entity.add(prop, row[column])
    return entity


if __name__ == "__main__":
    main(*sys.argv[1:])
