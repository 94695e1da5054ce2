"""Invented apps, holders and decisions on which each lens of the family finds something."""

from typing import Any

from cuibono.testing.lenses import Example


def _decided(stratum: str | None, group: str, fined: int, warned: int, **more: Any) -> list[dict[str, Any]]:
    row = {"rule": "Parking", "stratum": stratum, "group_name": group} | more
    return [row | {"outcome": "fined"}] * fined + [row | {"outcome": "warned"}] * warned


def _fact(kind: str, name: str, grade: str, **more: Any) -> dict[str, Any]:
    row = {"app_id": "com.fig.notes", "app_name": "Fig Notes", "kind": kind, "name": name, "grade": grade}
    return row | {"place": "classes.dex", "own": "own"} | more


_FACTS = [
    _fact("permission", "android.permission.READ_CONTACTS", "declared", own=None),
    _fact("permission", "android.permission.INTERNET", "declared", own=None),
    _fact("access", "contacts", "reachable", value="content://com.android.contacts", version="1.2"),
    _fact("sent", "location", "observed", place=None, own=None, developer_name="Fig Soft"),
    _fact("tracker", "UMeng", "capability", own="library"),
    _fact("endpoint", "cdn.oak.test", "capability", own="library"),
    _fact("endpoint", "collect.elm-metrics.test", "observed", value="POST /v1", own=None),
    _fact("secret", "Google API key", "reachable", value="AI (39 characters)"),
    _fact("dynamic code", "code loaded at run time", "capability"),
    _fact("exported part", "activity .Main", "declared", own=None),
]

_TRACES = [
    {
        "account_id": f"resident-{n}",
        "t": 1_704_067_200 + 3_600 * (7 * h + n % 5),
        "east": 500 * (n % 7 + h % 2),
        "north": 0,
    }
    for n in range(24)
    for h in range(40)
]
_RESIDENTS = [
    {
        "account_id": f"resident-{n}",
        "home_east": 500 * (n % 7),
        "home_north": 0,
        "nights": "yes" if n % 5 == 0 else "no",
    }
    | {"income": ("low", "high")[n % 2], "class_name": ("settled", "watched")[n % 2]}
    | {"treated": ("let pass", "checked")[n % 2]}
    for n in range(24)
]

EXPOSURE = {
    "exposure.holder": Example(
        {
            "inventory": [
                {"holder_name": "City grid", "item": "Location", "grain": "hourly", "shared_with": "housing office"},
                {"holder_name": "City grid", "item": "shoe size", "basis": "an order"},
            ],
            "traces": _TRACES,
            "residents": _RESIDENTS,
        }
    ),
    "exposure.app": Example(
        {"app_facts": _FACTS, "same_owner": [{"party_name": "Fig Soft", "owner_name": "Hazel Holding"}]}
    ),
    "exposure.treatment": Example(
        {
            "decisions": [
                *_decided("band 1", "Hillfolk", 60, 40),
                *_decided("band 1", "Valley", 20, 80, status="alleged"),
                *_decided("band 2", "Hillfolk", 40, 60),
                *_decided("band 2", "Valley", 35, 65),
                *_decided("band 3", "Valley", 3, 0),
                *_decided(None, "Valley", 5, 5),
                *_decided("band 1", "Hillfolk", 30, 30, rule="Fishing"),
                *_decided("band 1", "Valley", 31, 29, rule="Fishing"),
                *_decided(None, "Valley", 30, 30, rule=None),
                *_decided("band 1", "Island", 4, 0),
            ]
        }
    ),
}
