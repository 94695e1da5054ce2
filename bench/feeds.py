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
    """So many feeds that only learn, and as many with a pull of 0.3: 20 accounts x 200 (tests/gates/feed_worlds.py).

    Half of them show what others watched together with a weight of 0.05, half with one of 0.3.
    """
    from tests.gates.feed_worlds import COMPANY, OWN, of

    seeds = range(worlds // 2)
    found = {"own": of([(s, OWN) for s in seeds]), "company": of([(worlds + s, COMPANY) for s in seeds])}
    for name, weight in (("own", OWN.together), ("company", COMPANY.together)):
        what = f"departure, co-watch {weight:g}"
        yield Figure(what, "false positives", 1 - found[name]["quiet worlds without an alarm"], "", 0.06)
        yield Figure(what, "power at beta 0.3", found[name]["power"], "", 0.9, ">=")
        yield Figure(what, "coverage of the 95 % interval", found[name]["coverage"], "", 0.92, ">=")


def markets(worlds: int) -> Iterator[Figure]:
    """What training on one invented market gains in another: share watched of the first 20 videos, tuned less cold."""
    from cuibono.simulate.feed_markets import Markets, gain

    for alike in (0.8, 0.4, 0.0, -0.8):
        found = [gain(seed, Markets(alike=alike)).gain for seed in range(worlds)]
        yield Figure("markets", f"gain, correlation {alike:g}", 100 * sum(found) / worlds, "points")


def main() -> None:
    """Run it and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--worlds", type=int, default=500)
    parser.add_argument("--json", type=Path)
    given = parser.parse_args()
    figures = [*markets(max(1, given.worlds // 10)), *departure(given.worlds)]
    print(table(figures))
    if given.json:
        given.json.write_text(as_json(figures, machine()), "utf-8")


if __name__ == "__main__":
    main()
