"""Lenses of a plug-in that never was: they say what the rows of a table of shares say of crowds, apps and holders."""

from collections.abc import Iterator

from cuibono.lenses.contract import lens
from cuibono.model.bearing import Bearing
from cuibono.model.entity_ref import EntityRef
from cuibono.model.finding import Finding, Measure, Notice
from cuibono.model.tables import SupplyShares

NOBODY = EntityRef("")


@lens(answers=["coordination", "behaviour of an app", "treatment"])
def crowds(rows: SupplyShares) -> Iterator[Finding | Notice]:
    """Who acts together, by the rows whose market is "crowd".

    A row says of whom (supplier), in which year, whether it was so (share 1) or not (share 0); 0.5 is a notice.

    It does not say who ordered it.
    """
    for row in rows.sql("SELECT * FROM {this} WHERE market = 'crowd' ORDER BY _source, _row"):
        who, time = row["supplier_name"], str(row["year"]) if row["year"] else None
        if row["share_low"] == 0.5:
            yield Notice(f"Whether {who} acted with others is not identified", "too few posts", about=(who,))
            continue
        so, words = row["share_low"] == 1, ("posted", "identical", "messages")
        yield Finding(
            says=f"{who} {'acted' if so else 'did not act'} with others.",
            about=(who, str(time)),
            measure=Measure("together", row["share_low"], meaning="1 when it did"),
            caveats=("Invented.",),
            evidence=rows.where("_row = $row AND _source = $source", row=row["_row"], source=row["_source"]),
            bears=(
                Bearing("coordination", "supported" if so else "contradicted", (who,), words, time=time),
                Bearing("count", "supported", (who,), ("accounts",), low=10, high=12, unit="account", time=time),
            ),
        )  # fmt: skip


@lens(answers=["control", "count"])
def holders(
    rows: SupplyShares, *, subject: EntityRef = NOBODY, market: str = "", year: int = 0
) -> Iterator[Finding | Notice]:
    """Who controls whom, by the rows of the market "control", and how many accounts somebody has.

    It says nothing but for the one that is asked for.

    It does not say since when.

    Settings:
        subject: of whom
        market: only this market
        year: only this year
    """
    told = "SELECT * FROM {this} WHERE market = 'control' AND lower(supplier_name) = lower($subject)"
    asked = f"{subject}, {year}, {market or 'no market'}"
    for row in rows.sql(told, subject=subject):
        yield Finding(
            says=f"{row['supplier_name']} controls {row['stage']} (asked of {asked}).",
            about=(row["supplier_name"], row["stage"]),
            measure=Measure("links", 2, meaning="steps of the chain"),
            caveats=("Invented.",),
            evidence=rows.where("_row = $row AND _source = $source", row=row["_row"], source=row["_source"]),
            bears=(
                Bearing("control", "supported", (row["supplier_name"], row["stage"]), time=str(row["year"])),
                Bearing("count", "supported", (row["supplier_name"],), ("firms",), low=10, high=10, unit="firm",
                        time=str(row["year"])),
            ),
        )  # fmt: skip
