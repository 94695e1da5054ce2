"""An invented city with a grid system that collects, classes and treats its residents; the truth is known.

Residents have homes, households, work by day or by night, incomes. The system sees them at some hours, infers where
they live, classes them by the district of the home it inferred, and checks them by class. So what it gets wrong,
and whom that hits, can be measured. There are no real people in it, and no map.
"""

import csv
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cuibono.measures.routine_places import homes

SIDE, CELL = 40, 500
_MONDAY = 1_704_067_200  # 2024-01-01 00:00 UTC, a Monday
_HOUR, _DAY = 3_600, 86_400
#: How often each class is checked when it passes; the rule of the invented system.
_CHECKED = {"settled": 0.05, "watched": 0.35}


@dataclass(frozen=True, slots=True)
class City:
    """Residents and where the system saw them; all arrays by resident or by point."""

    home: NDArray[np.int64]
    work: NDArray[np.int64]
    nights: NDArray[np.bool_]
    household: NDArray[np.int64]
    income: NDArray[np.int64]
    classed: NDArray[np.bool_]
    checked: NDArray[np.bool_]
    account: NDArray[np.int64]
    time: NDArray[np.int64]
    cell: NDArray[np.int64]


def city(people: int = 2_000, *, days: int = 28, seen_a_day: float = 3.3, seed: int = 1) -> City:
    """Make a city: ``people`` residents, each seen so many times a day on average."""
    rng = np.random.default_rng(seed)
    household = np.sort(rng.integers(0, max(1, people // 2), people))
    door = rng.normal(SIDE / 2, SIDE / 6, (int(household.max()) + 1, 2)).clip(0, SIDE - 1).astype(np.int64)
    home = _cell(door[household])
    nights = rng.random(people) < 0.08
    works = rng.random(people) < 0.75
    place = rng.normal(SIDE / 2, SIDE / 10, (people, 2)).clip(0, SIDE - 1).astype(np.int64)
    work = np.where(works, _cell(place), -1)
    distance = np.abs(door[household] - SIDE / 2).max(axis=1)
    income = np.clip(np.digitize(rng.normal(distance, SIDE / 8), [SIDE / 10, SIDE / 4]), 0, 2)
    account, time, cell = _seen(rng, home, work, nights, days, seen_a_day)
    inferred = homes(account, cell, time, people).cell
    watched = (inferred >= 0) & (inferred % SIDE < SIDE * 0.4)  # the district in the west
    checked = rng.random(people) < np.where(watched, _CHECKED["watched"], _CHECKED["settled"])
    return City(home, work, nights & works, household, income, watched, checked, account, time, cell)


def _cell(place: NDArray[np.int64]) -> NDArray[np.int64]:
    found: NDArray[np.int64] = place[:, 1] * SIDE + place[:, 0]
    return found


def _seen(
    rng: np.random.Generator,
    home: NDArray[np.int64],
    work: NDArray[np.int64],
    nights: NDArray[np.bool_],
    days: int,
    rate: float,
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """When and where each resident was seen: at home, at work, or about."""
    count = rng.poisson(rate * days * rng.gamma(4, 0.25, home.size))
    account = np.repeat(np.arange(home.size), count)
    time = _MONDAY + rng.integers(0, days * 24, account.size) * _HOUR + rng.integers(0, _HOUR, account.size)
    hour, weekday = time % _DAY // _HOUR, (time // _DAY + 3) % 7 < 5
    shift = np.where(nights[account], (hour >= 21) | (hour < 6), (hour >= 9) & (hour < 18))
    at_work = shift & weekday & (work[account] >= 0) & (rng.random(account.size) < 0.9)
    about = (rng.random(account.size) < np.where((hour >= 8) & (hour < 23), 0.3, 0.06)) & ~at_work
    step = rng.normal(0, 4, (account.size, 2)).round().astype(np.int64)
    wandered = _cell(np.clip(np.stack([home[account] % SIDE, home[account] // SIDE], axis=1) + step, 0, SIDE - 1))
    cell = np.where(at_work, work[account], np.where(about, wandered, home[account]))
    return account, time, cell


def write(made: City, folder: Path) -> list[Path]:
    """The city as tables: traces, residents, inventory and decisions, to be added with ``--simulated``."""
    folder.mkdir(parents=True, exist_ok=True)
    traces = zip(
        (f"resident-{a}" for a in made.account.tolist()), made.time.tolist(), _east(made.cell).tolist(),
        _north(made.cell).tolist(), strict=True,
    )  # fmt: skip
    paths = [
        _csv(
            folder / "traces.csv",
            ("account", "t", "east", "north", "holder"),
            ((*r, "City grid (invented)") for r in traces),
        )
    ]
    bands = ("high", "middle", "low")
    rows = [
        (
            f"resident-{n}", int(_east(made.home[n])), int(_north(made.home[n])),
            *((int(_east(made.work[n])), int(_north(made.work[n]))) if made.work[n] >= 0 else ("", "")),
            "yes" if made.nights[n] else "no", int(made.household[n]), bands[made.income[n]],
            "watched" if made.classed[n] else "settled", "checked" if made.checked[n] else "let pass",
        )
        for n in range(made.home.size)
    ]  # fmt: skip
    paths.append(
        _csv(
            folder / "residents.csv",
            (
                "account",
                "home_east",
                "home_north",
                "work_east",
                "work_north",
                "nights",
                "household",
                "income",
                "class",
                "treated",
            ),
            rows,
        )
    )
    collects = [
        ("City grid (invented)", "location", "500 m, some hours of each day", "an order", "two years", "housing office")
    ]
    paths.append(_csv(folder / "inventory.csv", ("holder", "item", "grain", "basis", "kept", "shared_with"), collects))
    decided = ((r[8], r[9], r[7], "spot checks", "City grid (invented)") for r in rows)
    paths.append(_csv(folder / "decisions.csv", ("group", "outcome", "stratum", "rule", "authority"), decided))
    return paths


def _east(cell: Any) -> Any:
    """Metres east of the corner, of one cell or of many."""
    return cell % SIDE * CELL


def _north(cell: Any) -> Any:
    """Metres north of the corner."""
    return cell // SIDE * CELL


def _csv(path: Path, header: tuple[str, ...], rows: object) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        writer.writerows(rows)  # type: ignore[arg-type]
    return path
