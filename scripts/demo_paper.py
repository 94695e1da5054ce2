"""Write the tables of the demo case of an invented newspaper: cuibono/demo/paper/tables.

    python scripts/demo_paper.py

Everything is drawn from a fixed seed; neither the paper nor anybody in it exists.
"""

import csv
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from pathlib import Path

import numpy as np

TABLES = Path(__file__).parent.parent / "cuibono" / "demo" / "paper" / "tables"
WEEKS, PAPER = 156, "Harbour Courier (invented)"
READINGS = (
    ("retired at his own wish", "no farewell in the paper", 0.15, 0.35, "yes", "", ""),
    ("removed", "no farewell in the paper", 0.6, 0.85, "yes", "", ""),
    ("retired at his own wish", "fewer mentions than before", 0.5, 0.8, "yes", "", ""),
    ("removed", "fewer mentions than before", 0.5, 0.8, "yes", "", ""),
    ("retired at his own wish", "named at the harbour festival", 0.5, 0.8, "open", "2027-06", ""),
    ("removed", "named at the harbour festival", 0.02, 0.1, "open", "2027-06", ""),
    ("retired at his own wish", "his photograph taken down", 0.1, 0.3, "yes", "", "the town hall's website"),
    ("removed", "his photograph taken down", 0.4, 0.7, "yes", "", "the town hall's website"),
    ("retired at his own wish", "his name taken off the list", 0.2, 0.4, "yes", "", "the town hall's website"),
    ("removed", "his name taken off the list", 0.4, 0.7, "yes", "", "the town hall's website"),
)


def main() -> None:
    """Write every table."""
    TABLES.mkdir(parents=True, exist_ok=True)
    rng = np.random.default_rng(20_261)
    start, pages = date(2023, 1, 2), np.where(np.arange(WEEKS) < 60, 40, 56)
    rates = {"Tomas Quill": np.where(np.arange(WEEKS) < 96, 0.5, 0.22), "Ines Marrow": np.full(WEEKS, 0.35)}
    _csv(
        "mention_counts.csv",
        ("name", "outlet", "date", "count", "pages", "unit"),
        (
            (name, PAPER, str(start + timedelta(7 * n)), str(rng.poisson(rate[n] * pages[n])), str(pages[n]), "pages")
            for name, rate in rates.items()
            for n in range(WEEKS)
        ),
    )
    statements = np.sort(rng.choice(800, 32, replace=False))
    strikes = np.sort(rng.choice(800, 26, replace=False))
    calendars = {
        "Harbour Office": statements,
        "Saltmarsh Bulletin": statements[::1] + rng.integers(0, 3, 32),
        "Dockers": strikes,
    }
    _csv(
        "dated_events.csv",
        ("actor", "date", "type"),
        ((who, str(start + timedelta(int(d))), "statement") for who, days in calendars.items() for d in days),
    )
    question = "Why did Tomas Quill leave the harbour board?"
    header = ("question", "hypothesis", "indicator", "likely_low", "likely_high", "observed", "due", "rests_on")
    _csv("likelihoods.csv", header, ((question, *map(str, row)) for row in READINGS))


def _csv(name: str, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    with (TABLES / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


if __name__ == "__main__":
    main()
