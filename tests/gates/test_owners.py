"""Invented groups of firms whose owners are known from exact fractions: circles, gaps, whole holdings.

Measured is whether the lens names whose votes decide in each firm, and gives each owner's share to 1e-12. The bench
asks 2,000 such groups; here are fewer.
"""

from typing import Any

from cuibono.measures.stakes import WHOLE, Stakes
from cuibono.model.finding import Finding
from cuibono.testing.desk import ask, findings
from tests.gates.floors import below
from tests.measures.exact_ownership import control_of, integrated, random_stakes

WORLDS = 60
_CLOSE = 1e-12


def rows(stakes: Stakes) -> list[dict[str, Any]]:
    """The stakes as a register would list them."""
    triples = zip(stakes.holder.tolist(), stakes.held.tolist(), stakes.low.tolist(), strict=True)
    return [
        {
            "owner_name": f"party {h:02d}",
            "asset_name": f"party {f:02d}",
            "share_low": p / WHOLE,
            "share_high": p / WHOLE,
        }
        for h, f, p in triples
    ]


def asked(stakes: Stakes) -> dict[int, dict[str, Finding]]:
    """What the lens finds of each firm, by measure."""
    found: dict[int, dict[str, Finding]] = {}
    for f in findings(ask("control.owners", {"holdings": rows(stakes)}, most=20)):
        assert f.measure is not None
        found.setdefault(int(f.about[0].split()[1]), {})[f.measure.name] = f
    return found


def compared(worlds: range) -> tuple[int, int, int, int]:
    """Decisions asked and right, values asked and right."""
    counts = [0, 0, 0, 0]
    for seed in worlds:
        stakes = random_stakes(seed)
        if not len(stakes.held):
            continue
        heads, exact, found = control_of(stakes), integrated(stakes), asked(stakes)
        for firm in set(stakes.held.tolist()):
            counts[0] += 1
            counts[1] += _decision(found.get(firm, {})) == heads.get(firm)
            for right in _values(found.get(firm, {}), exact, firm):
                counts[2] += 1
                counts[3] += right
    return counts[0], counts[1], counts[2], counts[3]


def _decision(found: dict[str, Finding]) -> int | None:
    """The head that the lens names: a number, -1 for a circle, None when nobody certainly has a majority."""
    if "votes of the largest bloc" not in found:
        return None
    says = found["votes of the largest bloc"].says
    if "a circle" in says:
        return -1
    return int(says.split("lie with party ")[1][:2]) if "certainly lie with" in says else None


def _values(found: dict[str, Finding], exact: Any, firm: int) -> list[bool]:
    """Whether each share that is given is right; firms in circles count without what they hold of themselves."""
    if exact[firm] is None:
        return ["firms in the circle" in found]
    bears = found["largest integrated share"].bears if "largest integrated share" in found else ()
    numbers = [(int(b.about[1].split()[1]), b.low) for b in bears]
    return [low is not None and abs(low / 100 - float(exact[firm][i] / exact[i][i])) <= _CLOSE for i, low in numbers]


def measure() -> dict[str, float]:
    """How many decisions and values agree with exact fractions."""
    decisions, right, values, close = compared(range(WORLDS))
    return {"decisions": right / decisions, "values": close / values}


def test_owners_and_majorities_agree_with_exact_fractions() -> None:
    assert below("control.owners", measure()) == []
