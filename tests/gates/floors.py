"""Floors under what a lens finds of a planted truth; they only ever rise.

``python -m tests.gates.floors`` measures every gate and raises its floors to what was measured. It refuses to
lower one: a lens that finds less than before is to be mended, not excused.
"""

import json
import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from math import floor
from pathlib import Path

FILE = Path(__file__).with_name("floors.json")
GATES = {
    "actors.circles": "tests.gates.test_circles",
    "actors.paths": "tests.gates.test_paths",
    "control.state": "tests.gates.test_state",
    "campaigns.copies": "tests.gates.test_copies",
    "campaigns.cosharing": "tests.gates.test_cosharing",
    "campaigns.first_pages": "tests.gates.test_first_pages",
    "campaigns.search": "tests.gates.test_search",
    "control.owners": "tests.gates.test_owners",
    "claims.contradictions": "tests.gates.test_contradictions",
    "claims.corroboration": "tests.gates.test_corroboration",
    "dependence.concentration": "tests.gates.test_concentration",
    "docket": "tests.gates.test_docket",
    "docket.demo": "tests.gates.test_docket_demo",
    "docket.heldout": "tests.gates.test_docket_heldout",
    "docket.heldout_others": "tests.gates.test_docket_heldout_others",
    "docket.programmes": "tests.gates.test_programmes",
    "dependence.embargo": "tests.gates.test_embargo",
    "exposure.app": "tests.gates.test_app",
    "exposure.holder": "tests.gates.test_holder",
    "exposure.treatment": "tests.gates.test_treatment",
    "feeds.departure": "tests.gates.test_departure",
    "feeds.exposure": "tests.gates.test_exposure",
    "feeds.policies": "tests.gates.test_feed_policies",
    "feeds.power": "tests.gates.test_power",
    "extract.reading": "tests.gates.test_reading",
    "extract.reading.chinese": "tests.gates.test_reading_chinese",
    "signals.absence": "tests.gates.test_absence",
    "signals.attention": "tests.gates.test_attention",
    "signals.coincidence": "tests.gates.test_coincidence",
    "signals.readings": "tests.gates.test_readings",
    "stress": "tests.gates.test_stress",
    "match": "tests.gates.test_match",
    "match.pairs": "tests.gates.test_match_pairs",
    "match.wide": "tests.gates.test_match_wide",
}

Measured = Mapping[str, float]


def floors() -> dict[str, dict[str, float]]:
    """The floors of all gates, by lens and measure."""
    read: dict[str, dict[str, float]] = json.loads(FILE.read_text("utf-8"))
    return read


def below(lens: str, measured: Measured, *, of: str = "") -> list[str]:
    """What fell below its floor, in words; empty when nothing did. ``of`` is how the names of those looked at begin."""
    wanted = {name: least for name, least in floors()[lens].items() if name.startswith(of)}
    return [
        f"{lens}: {name} is {measured[name]:.4f}, its floor is {least:.4f}"
        for name, least in wanted.items()
        if measured[name] < least
    ]


def raised(old: Measured, measured: Measured, slack: float = 0.0) -> dict[str, float]:
    """New floors, cut to four digits and lower by the slack of a gate; raises ValueError when one would sink."""
    sunk = [name for name, least in old.items() if measured.get(name, 0.0) < least]
    if sunk:
        raise ValueError(f"these fell below their floors, which stay where they are: {', '.join(sunk)}")
    least = {name: max(old.get(name, 0.0), value - slack) for name, value in measured.items()}
    return {name: floor(value * 10_000) / 10_000 for name, value in sorted(least.items())}


def main() -> int:
    """Measure every gate and write the floors that rose."""
    found = floors() if FILE.exists() else {}
    for lens, module in GATES.items():
        gate = import_module(module)
        measure: Callable[[], Measured] = gate.measure
        try:
            found[lens] = raised(found.get(lens, {}), measure(), getattr(gate, "SLACK", 0.0))
        except ValueError as error:
            print(f"{lens}: {error}", file=sys.stderr)
            return 1
        print(lens, found[lens])
    FILE.write_text(json.dumps(found, indent=2) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
