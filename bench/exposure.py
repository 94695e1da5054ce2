"""What the lenses of exposure promise, on invented worlds whose truth is known.

python bench/exposure.py                     everything
python bench/exposure.py --only treatment    one part
python bench/exposure.py --json out.json     the figures for a machine, too
"""

import argparse
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from bench.figures import Figure, as_json, machine, table


def treatment() -> Iterator[Figure]:
    """2,000 fair and 2,000 unequal worlds of 4,000 decisions in twelve strata (tests/gates/test_treatment.py)."""
    from tests.gates.test_treatment import bare_alarms, measure

    worlds = 2_000
    found = measure(worlds)
    yield Figure("treatment", "false alarms in fair worlds", 1 - found["fair worlds without an alarm"], "", 0.06)
    yield Figure("treatment", "power at odds ratio 0.7", found["power"], "", 0.9, ">=")
    yield Figure("treatment", "alarms of a chi-square without strata in fair worlds", bare_alarms(worlds), "")


PARTS: dict[str, Callable[[], Iterator[Figure]]] = {"treatment": treatment}


def main() -> None:
    """Run the parts and print their figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", choices=sorted(PARTS), action="append")
    parser.add_argument("--json", type=Path)
    given = parser.parse_args()
    figures = [f for name in given.only or PARTS for f in PARTS[name]()]
    print(table(figures))
    if given.json:
        given.json.write_text(as_json(figures, machine()), "utf-8")


if __name__ == "__main__":
    main()
