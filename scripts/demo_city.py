"""Write the tables of the demo case of an invented city and an invented app: cuibono/demo/city/tables.

    python scripts/demo_city.py

Everything is drawn from a fixed seed; nobody in it exists.
"""

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from cuibono.simulate.city import city, write

TABLES = Path(__file__).parent.parent / "cuibono" / "demo" / "city" / "tables"
APP = ("com.fig.notes", "Fig Notes", "3.1")
FACTS = (
    ("permission", "android.permission.READ_CONTACTS", "declared", "", "AndroidManifest.xml", ""),
    ("permission", "android.permission.INTERNET", "declared", "", "AndroidManifest.xml", ""),
    (
        "access",
        "contacts",
        "reachable",
        "content://com.android.contacts",
        "classes.dex, com.fig.notes.Sync.work",
        "own",
    ),
    ("access", "location", "capability", "LocationManager", "classes.dex, com.oakads.Place.last", "library"),
    ("access", "clipboard", "reachable", "ClipboardManager", "classes.dex, com.fig.notes.Paste.run", "own"),
    ("tracker", "UMeng", "reachable", "com.umeng", "classes.dex, com.umeng.analytics.Agent", "library"),
    ("endpoint", "collect.oak-metrics.test", "observed", "POST /v1", "request 4", ""),
    ("sent", "device identifier", "observed", "to collect.oak-metrics.test", "request 4", ""),
    (
        "dynamic code",
        "code loaded at run time",
        "capability",
        "DexClassLoader",
        "classes.dex, com.fig.notes.Plug.in",
        "own",
    ),
)


def main() -> None:
    """Write every table."""
    TABLES.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder:
        for path in write(city(60, days=14, seed=7), Path(folder)):
            if path.name != "decisions.csv":
                (TABLES / path.name).write_bytes(path.read_bytes())
        for path in write(city(1_200, days=7, seed=8), Path(folder)):
            if path.name == "decisions.csv":
                (TABLES / path.name).write_bytes(path.read_bytes())
    header = ("app_id", "app_name", "version", "kind", "name", "grade", "value", "place", "own")
    _csv("app_facts.csv", header, ((*APP, *fact) for fact in FACTS))


def _csv(name: str, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    with (TABLES / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


if __name__ == "__main__":
    main()
