"""What was shown, counted by account; ads, live streams and followed accounts stand apart from recommendations."""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from cuibono.model.finding import Evidence
from cuibono.model.tables import FeedAccounts, Impressions

Label = Literal["topic", "stance", "author", "author_country", "lang"]
Arms = Literal["arm", "locale", "age_band", "gender", "device", "seed_behaviour"]
USABLE = (
    "COALESCE(status, 'stated') IN ('stated', 'alleged') AND COALESCE(polarity, '+') = '+' "
    "AND COALESCE(LOWER(source_label), 'organic') IN ('organic', 'recommended')"
)
#: Numbers of fewer people who gave their data could point at one of them; test accounts are nobody.
PEOPLE = 5


@dataclass(frozen=True, slots=True)
class Shown:
    """How often each account was shown each label: ``hits`` has a row for each account; ``arm`` is "" for none.

    ``test`` says which accounts are nobody's: test accounts and simulated viewers.
    """

    accounts: tuple[str, ...]
    arm: tuple[str, ...]
    test: np.ndarray
    labels: tuple[str, ...]
    hits: np.ndarray
    items: np.ndarray


def shown(impressions: Impressions, accounts: FeedAccounts | None, by: Label, arms: Arms, platform: str) -> Shown:
    """Count what each account was shown, once for each impression."""
    impressions.step(
        "feed_counts",
        f"""
        SELECT account AS account, COALESCE(TRIM({by}), '') AS label, MIN(arm) AS arm, CAST(COUNT(*) AS BIGINT) AS n
        FROM {{this}}
        WHERE {USABLE} AND account IS NOT NULL AND video IS NOT NULL
          AND ($platform = '' OR LOWER(platform) = LOWER($platform))
        GROUP BY account, COALESCE(TRIM({by}), '')
        """,
        platform=platform,
    )
    rows = impressions.sql("SELECT account, label, arm, n FROM feed_counts ORDER BY account, label")
    told = _told(accounts, arms)
    names = tuple(dict.fromkeys(r["account"] for r in rows))
    labels = tuple(sorted({r["label"] for r in rows} - {""}))
    places, columns = {a: i for i, a in enumerate(names)}, {v: i for i, v in enumerate(labels)}
    hits, items = np.zeros((len(names), len(labels))), np.zeros(len(names))
    arm = dict.fromkeys(names, "")
    for row in rows:
        items[places[row["account"]]] += row["n"]
        if row["label"]:
            hits[places[row["account"]], columns[row["label"]]] += row["n"]
        if arms == "arm" and row["arm"]:
            arm[row["account"]] = row["arm"]
    for name in names:
        arm[name] = told.get(name, ("", ""))[0] or arm[name]
    test = np.array([told.get(n, ("", ""))[1] in ("test", "simulated") for n in names], dtype=bool)
    return Shown(names, tuple(arm[n] for n in names), test, labels, hits, items)


def _told(accounts: FeedAccounts | None, arms: Arms) -> dict[str, tuple[str, str]]:
    if accounts is None:
        return {}
    rows = accounts.sql(
        f"SELECT account, COALESCE(MIN(TRIM({arms})), '') AS arm, COALESCE(MIN(LOWER(kind)), '') AS kind FROM {{this}} "
        "WHERE account IS NOT NULL AND COALESCE(status, 'stated') IN ('stated', 'alleged') GROUP BY account"
    )
    return {r["account"]: (r["arm"], r["kind"]) for r in rows}


def evidence(impressions: Impressions, accounts: list[str], platform: str) -> Evidence:
    """Every impression of these accounts that was counted: what was not of the label is part of the share too."""
    condition = f"{USABLE} AND LIST_CONTAINS($accounts, account) AND video IS NOT NULL"
    if platform:
        return impressions.where(f"{condition} AND LOWER(platform) = LOWER($platform)", accounts=accounts,
                                 platform=platform)  # fmt: skip
    return impressions.where(condition, accounts=accounts)


def few_people(shown_: Shown, of: np.ndarray) -> bool:
    """Whether these accounts include people, and fewer than five accounts in all."""
    return bool(of.sum() < PEOPLE and not shown_.test[of].all())
