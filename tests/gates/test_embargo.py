"""200 random chains: what the lens says is lost is the least that any plan loses, by a linear programme (HiGHS).

Half of them have neither stock nor anybody who steps in: there the minimum bound of the stages is all that is left.
"""

from typing import Any

import numpy as np

from cuibono.measures.embargo import Chain, Spare, course, least_left
from cuibono.testing.desk import ask, findings
from tests.gates.floors import below
from tests.measures.test_embargo import linear_programme, random_chain

CHAINS, DAYS, TOLD = 200, 40, 40
Row = dict[str, Any]


def _bare(chain: Chain) -> Chain:
    return Chain(chain.after, chain.left, (0.0,) * len(chain.left))


def told(chain: Chain, number: int) -> dict[str, list[Row]]:
    """The tables in which a source would tell a chain."""
    market = {"market": f"good {number:03d}"}
    keys = market | {"basis": "production", "year": 2021}
    shares = [
        keys | {"stage": f"step {s}", "supplier_name": name, "share_low": share, "share_high": share}
        for s, left in enumerate(chain.left)
        for name, share in (("Norland", 1 - left), ("Sudland", left))
    ]
    stages = [
        market | {"stage": f"step {s}", "after": "; ".join(f"step {i}" for i in inputs) or None}
        for s, inputs in enumerate(chain.after)
    ]
    stocks = [market | {"stage": f"step {s}", "days_low": d, "days_high": d} for s, d in enumerate(chain.stock) if d]
    return {"supply_shares": shares, "stages": stages, "stocks": stocks, "substitutes": _steps(chain.spare, market)}


def _steps(spare: tuple[Spare, ...], market: Row) -> list[Row]:
    return [
        market
        | {"stage": f"step {s.stage}", "supplier_name": f"Land {n}", "spare_low": s.amount, "spare_high": s.amount}
        | {"start_day": s.start, "ramp_days": s.ramp}
        for n, s in enumerate(spare)
    ]


def _lens(chain: Chain, number: int) -> dict[str, float]:
    """What the lens measures of a chain, by the name of the measure."""
    found = findings(ask("dependence.embargo", told(chain, number), supplier="Norland", days=DAYS))
    return {f.measure.name: f.measure.value for f in found if f.measure}


def measure() -> dict[str, float]:
    """Shares of chains on which the measure, the minimum bound and the lens say what is so."""
    chains = [random_chain(1_000 + n) for n in range(CHAINS)]
    least = [abs(course(c, DAYS).lost - linear_programme(c, DAYS)) < 1e-6 for c in chains]
    bound = [np.allclose(course(_bare(c), DAYS).output, least_left(_bare(c))) for c in chains]
    lens = [_as_told(c, n) for n, c in enumerate(chains[:TOLD])]
    return {
        "least loss": sum(least) / CHAINS,
        "minimum bound": sum(bound) / CHAINS,
        "lens": sum(lens) / TOLD,
    }


def _as_told(chain: Chain, number: int) -> bool:
    said = _lens(chain, number)
    narrowest = abs(said["share left at the narrowest stage"] - least_left(chain)) < 1e-9
    if not any(chain.stock) and not chain.spare:
        return narrowest and "lost output" not in said
    return narrowest and abs(said["lost output"] - linear_programme(chain, DAYS)) < 1e-6


def test_nothing_less_can_be_lost_than_the_lens_says() -> None:
    assert below("dependence.embargo", measure()) == []
