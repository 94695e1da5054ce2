"""Which firms answer to the same owner: the bloc whose votes are certainly the majority, as rows for other lenses."""

from collections.abc import Iterator
from typing import Any

import numpy as np

from cuibono.lenses.control import _holdings
from cuibono.lenses.control._holdings import Register
from cuibono.measures.blocs import Blocs, blocs
from cuibono.measures.stakes import Ints, Stakes
from cuibono.model.tables import Holdings


def same_owner(holdings: Holdings, **settings: Any) -> Iterator[dict[str, Any]]:
    """One row for each firm whose majority certainly lies with a bloc that has a head: the firm and the head.

    Heads that are unknown, and circles without one, make no row. Each row rests on all holdings within its bloc.
    """
    register = _holdings.read(holdings, as_of=settings["as_of"], unknown=settings["unknown"])
    if not len(register.row):
        return
    known = _without_unknown(register)
    found = blocs(known)
    heads = found.heads[found.of]
    firms = np.flatnonzero(found.controlled & (heads >= 0) & (heads != np.arange(known.n)))
    names = register.named(sorted({*firms.tolist(), *heads[firms].tolist()}))
    inside = _inside(register, found)
    speakers = _speakers(register)
    for firm in firms.tolist():
        party, owner = names[firm], names[int(heads[firm])]
        rows = inside[int(found.of[firm])]
        first = _cited(register, firm, rows)
        yield {
            "party_id": party[0],
            "party_name": party[1],
            "owner_id": owner[0],
            "owner_name": owner[1],
            "_source": register.sources[register.source[first]],
            "_row": int(register.row[first]),
            "standing": "recorded" if not register.votes.read[_stakes(register, rows)].any() else "read",
            "rests": sorted({register.sources[s] for s in register.source[rows].tolist()}),
            "said": sorted({speakers[r] for r in rows.tolist() if speakers[r]}),
        }


def _without_unknown(register: Register) -> Stakes:
    """Votes without those of unknown owners, who are heads of nothing."""
    return register.votes.stakes.kept(~register.unknown[register.votes.stakes.holder])


def _inside(register: Register, found: Blocs) -> dict[int, Ints]:
    """For each bloc the rows of the holdings between its members."""
    stakes, (stake, row) = register.votes.stakes, register.votes.rows
    bloc = np.where(found.of[stakes.holder] == found.of[stakes.held], found.of[stakes.held], -1)[stake]
    order = np.argsort(bloc, kind="stable")
    order = order[bloc[order] >= 0]
    edges = np.flatnonzero(np.diff(bloc[order])) + 1
    return {int(bloc[part[0]]): row[part] for part in np.split(order, edges) if len(part)}


def _stakes(register: Register, rows: Ints) -> Ints:
    """The stakes that some rows make."""
    wanted = np.zeros(len(register.row), bool)
    wanted[rows] = True
    return register.votes.rows[0][wanted[register.votes.rows[1]]]


def _cited(register: Register, firm: int, rows: Ints) -> int:
    """The first row that says who holds of a firm."""
    mine = rows[register.held[rows] == firm]
    return int(min(mine.tolist(), key=lambda r: (register.source[r], register.row[r])))


def _speakers(register: Register) -> list[str]:
    """Who says each row."""
    found = register.holdings.sql(
        "SELECT source AS source, row AS row, COALESCE(MIN(speaker), '') AS speaker FROM control_rows "
        "GROUP BY source, row"
    )
    by = {(r["source"], int(r["row"])): r["speaker"] for r in found}
    return [by[register.sources[s], int(n)] for s, n in zip(register.source, register.row, strict=True)]
