"""What the lenses of feeds promise, on invented feeds whose policy is known.

python bench/feeds.py                     everything
python bench/feeds.py --worlds 100        fewer worlds
python bench/feeds.py --json out.json     the figures for a machine, too
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from bench.figures import Figure, as_json, machine, table


def departure(worlds: int) -> Iterator[Figure]:
    """So many feeds that only learn, and as many with a pull of 0.3: 20 accounts x 200 (tests/gates/feed_worlds.py)."""
    from tests.gates.feed_worlds import measure

    found = measure(worlds)
    yield Figure("departure", "false positives", 1 - found["quiet worlds without an alarm"], "", 0.06)
    yield Figure("departure", "power at beta 0.3", found["power"], "", 0.9, ">=")
    yield Figure("departure", "coverage of the 95 % interval", found["coverage"], "", 0.92, ">=")


def main() -> None:
    """Run it and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--worlds", type=int, default=500)
    parser.add_argument("--json", type=Path)
    given = parser.parse_args()
    figures = list(departure(given.worlds))
    print(table(figures))
    if given.json:
        given.json.write_text(as_json(figures, machine()), "utf-8")


if __name__ == "__main__":
    main()
