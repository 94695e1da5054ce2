"""Invented apps, holders and decisions on which each lens of the family finds something."""

from typing import Any

from cuibono.testing.lenses import Example


def _decided(stratum: str | None, group: str, fined: int, warned: int, **more: Any) -> list[dict[str, Any]]:
    row = {"rule": "Parking", "stratum": stratum, "group_name": group} | more
    return [row | {"outcome": "fined"}] * fined + [row | {"outcome": "warned"}] * warned


EXPOSURE = {
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
