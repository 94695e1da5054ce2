"""How what a holder could infer is put into words, of populations only."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from cuibono.lenses.exposure._traces import Truth
from cuibono.model.bearing import Bearing
from cuibono.model.counting import plural
from cuibono.model.figure import Bar, Figure
from cuibono.model.finding import Evidence, Finding, Measure, Notice
from cuibono.model.tables import Inventory

_USABLE = "COALESCE(polarity, '+') = '+' AND COALESCE(status, 'stated') IN ('stated', 'alleged')"
_SMALLEST = 10
#: What an item lets its holder infer, from the published literature on each; sensitive ones are "could", of nobody.
_COULD = {
    "location": "home, work, household (by shared nights), visits to clinics, places of worship and meetings",
    "contacts": "household, colleagues, and people who never used the app",
    "purchases": "income, health, pregnancy",
    "call log": "household, colleagues, hours of sleep",
    "installed apps": "age, faith, health, debts",
    "wireless networks": "home, work, who lives together",
    "household register": "household, origin, right of residence",
    "camera": "presence, company, habits",
    "payments": "income, home, habits",
}
_CAVEAT = "It says what the holder could infer, not what it does, and nothing of any person."
_PLACES = "Coordinates are used on a grid of 500 m; what is asked of fewer than ten accounts is not told."


def collected(inventory: Inventory, holder: str) -> list[dict[str, Any]]:
    """What is collected, by holder and item."""
    return inventory.sql(
        f"""
        SELECT MIN(holder_name) AS holder, COALESCE(holder_id, LOWER(holder_name)) AS key, LOWER(TRIM(item)) AS item,
               MIN(grain) AS grain, MIN(basis) AS basis, MIN(shared_with) AS shared_with
        FROM {{this}} WHERE {_USABLE} AND ($holder = '' OR LOWER(holder_name) = LOWER($holder))
        GROUP BY COALESCE(holder_id, LOWER(holder_name)), LOWER(TRIM(item)) ORDER BY key, item
        """,
        holder=holder,
    )


def _evidence(inventory: Inventory, holder: str, item: str = "") -> Evidence:
    """The rows on what is collected: traces of accounts are never cited."""
    condition, given = _USABLE, {}
    if holder:
        condition, given = f"{condition} AND LOWER(holder_name) = LOWER($holder)", {"holder": holder}
    if item:
        condition, given = f"{condition} AND LOWER(TRIM(item)) = $item", given | {"item": item}
    return inventory.where(condition, **given)


def inferences(inventory: Inventory, items: Sequence[Mapping[str, Any]]) -> Iterator[Finding]:
    """For each item of which it is known, what it lets a holder infer."""
    for row in items:
        could = next((w for k, w in _COULD.items() if k in row["item"]), None)
        if could is None:
            continue
        yield Finding(
            says=f"{row['holder']} collects {row['item']}"
            + (f" ({row['grain']})" if row["grain"] else "")
            + f": from this a holder could infer {could}",
            about=(str(row["holder"]), str(row["item"])),
            caveats=(
                _CAVEAT,
                *((f"It is joined or shared with {row['shared_with']}.",) if row["shared_with"] else ()),
                *(() if row["basis"] else ("On which ground it is collected is not said.",)),
            ),
            evidence=_evidence(inventory, str(row["holder"]), str(row["item"])),
            bears=(
                Bearing(
                    "behaviour of an app",
                    "supported",
                    (str(row["holder"]),),
                    ("collect", "collects", "hold", "holds", "keep", "keeps", "data", *str(row["item"]).split()),
                ),
            ),
        )


def _name(holder: str) -> str:
    return holder or "all holders together"


def unicity(
    inventory: Inventory,
    holder: str,
    curves: Mapping[int, Sequence[tuple[float, float]]],
    known: Sequence[int],
    accounts: int,
    points: int,
) -> Finding:
    """How few points single somebody out."""
    fine = min(curves)
    share, crowd = curves[fine][-1]
    bars = [
        Bar(f"{k} points, {grid:,} m", curve[n][0])
        for grid, curve in curves.items()
        for n, k in enumerate(known)
        if np.isfinite(curve[n][0])
    ]
    return Finding(
        says=f"In the traces of {_name(holder)}, {known[-1]} places and hours of an account single out {share:.0%} of "
        f"{accounts:,} accounts at {fine:,} m".replace("%", " %"),
        about=(_name(holder), "unicity", f"{fine:,} m"),
        measure=Measure(
            "unicity",
            share,
            meaning=f"Share of accounts that {known[-1]} of their own points, drawn at random, tell from all others; "
            f"the median crowd is {crowd:,.0f}. An average: chosen points single out more.",
        ),
        caveats=(_CAVEAT, _PLACES, f"It is a property of these {points:,} points, not of all traces."),
        evidence=_evidence(inventory, holder),
        figure=Figure(f"Accounts singled out by points of {_name(holder)}", "share", tuple(bars)),
    )


def linkage(
    inventory: Inventory, holder: str, home: tuple[float, float], both: tuple[float, float], accounts: int
) -> Finding:
    """What joining a second holder adds."""
    return Finding(
        says=f"Who knows the home of {accounts:,} accounts singles out {home[0]:.1%}; joined with who knows where they "
        f"work, {both[0]:.1%} (median crowd {home[1]:,.0f}, then {both[1]:,.0f})".replace("%", " %"),
        about=(_name(holder), "gain from joining"),
        measure=Measure(
            "gain from joining",
            max(0.0, both[0] - home[0]),
            meaning="Share of accounts alone in their cells of home and work, less the share alone in that of home: "
            "what one holder gains from joining another.",
        ),
        caveats=(_CAVEAT, _PLACES, "Home and work are inferred from the traces, not known."),
        evidence=_evidence(inventory, holder),
        figure=Figure("Accounts alone in their cells", "share", (Bar("home", home[0]), Bar("home and work", both[0]))),
    )


def inferred(inventory: Inventory, holder: str, rows: Mapping[str, Any], residents: int) -> Finding:
    """How often an invented system infers rightly, and for whom it fails."""
    told = "; ".join(
        f"{what} of {right:.0%} ("
        + ", ".join(f"{w} {r.mean():.0%}" for w, r in groups.items() if r.size >= _SMALLEST)
        + ")"
        for what, (right, _, groups) in rows.items()
    ).replace("%", " %")
    worst = max(off for _, off, _ in rows.values())
    return Finding(
        says=f"In an invented city of {residents:,} residents the system rightly infers the {told} who have one",
        about=(_name(holder), "inference"),
        measure=Measure(
            "calibration error",
            worst,
            meaning="The largest difference between stated confidence and what was right, in tenths of the confidence; "
            "it was fitted on half of the residents and measured on the other.",
        ),
        caveats=(
            "The city is invented: its numbers are no city's.",
            _CAVEAT,
            "Work is looked for on weekdays from 9 to 18 o'clock: for those who work by night it is never right.",
        ),
        evidence=_evidence(inventory, holder),
    )


def treated(inventory: Inventory, holder: str, truth: Truth) -> Iterator[Finding]:
    """How the class goes with income, and treatment with the class."""
    shares = []
    for number, name in enumerate(truth.classes):
        of = truth.classed == number
        if of.sum() >= _SMALLEST:
            shares.append((name, float(truth.treated[of].mean()), float((truth.income[of] == 0).mean()), int(of.sum())))
    if len(shares) < 2:
        return
    shares.sort(key=lambda s: (-s[1], s[0]))
    most, least = shares[0], shares[-1]
    yield Finding(
        says=(
            f"In the invented city {most[1]:.0%} of those classed \u201c{most[0]}\u201d are checked, {least[1]:.0%} of "
            f"those classed \u201c{least[0]}\u201d; {most[2]:.0%} and {least[2]:.0%} of them have a low income"
        ).replace("%", " %"),
        about=(_name(holder), "treatment by class"),
        measure=Measure(
            "difference of shares checked",
            most[1] - least[1],
            meaning="Share checked in the class that is checked most, less that in the class checked least.",
        ),
        caveats=("The city is invented: its numbers are no city's.", "Whether like cases were treated alike is what "
                 "exposure.treatment tests."),
        evidence=_evidence(inventory, holder),
        figure=Figure(
            "Checked, by class", "share", tuple(Bar(n, s, note=plural(c, "resident")) for n, s, _, c in shares)
        ),
    )  # fmt: skip


def nothing(holder: str) -> Notice:
    """Nothing is known of what is collected."""
    return Notice(
        f"What {holder or 'any holder'} collects is not known",
        "the case has no inventory of it",
        "one row per item that a holder collects: cuibono add FILE --as inventory",
    )


def no_traces() -> Notice:
    """There are no traces to measure."""
    return Notice(
        "How alone people stand in what is collected is not identified",
        "the case has no traces, and traces of real people other than oneself are not taken",
        "an invented city: cuibono simulate city",
    )


def too_few(accounts: int) -> Notice:
    """Too few accounts for a population."""
    return Notice(
        f"Nothing is told of {plural(accounts, 'account')}",
        f"numbers of fewer than {_SMALLEST} accounts could point at people",
        "traces of a population of which nobody is named",
    )


def no_truth(residents: int, accounts: int) -> Notice:
    """The residents are not those of the traces."""
    return Notice(
        "How often the holder is right is not identified",
        f"the truth is known of {residents:,} of {accounts:,} accounts",
        "residents and traces of the same invented city: cuibono simulate city",
    )


def one_s_own() -> Notice:
    """One's own export alone."""
    return Notice(
        "These are one person's own traces",
        "how alone they stand can only be said among others, and others' traces are not taken",
        "an invented city shows what such traces give away: cuibono simulate city",
    )
