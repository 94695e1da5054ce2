"""What the lenses of exposure promise, on invented worlds whose truth is known.

python bench/exposure.py                     everything
python bench/exposure.py --only treatment    one part
python bench/exposure.py --json out.json     the figures for a machine, too
"""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from bench.figures import Figure, run_parts


def treatment() -> Iterator[Figure]:
    """2,000 fair and 2,000 unequal worlds of 4,000 decisions in twelve strata (tests/gates/test_treatment.py)."""
    from tests.gates.test_treatment import bare_alarms, measure

    worlds = 2_000
    found = measure(worlds)
    yield Figure("treatment", "false alarms in fair worlds", 1 - found["fair worlds without an alarm"], "", 0.06)
    yield Figure("treatment", "power at odds ratio 0.7", found["power"], "", 0.9, ">=")
    yield Figure("treatment", "alarms of a chi-square without strata in fair worlds", bare_alarms(worlds), "")


def holder() -> Iterator[Figure]:
    """An invented city of 25,000 people and 2.3 million points (cuibono/simulate/city.py)."""
    import time

    import numpy as np

    from cuibono.measures.unicity import index, unicity
    from cuibono.simulate.city import city
    from tests.gates.test_holder import by_sets, surely

    made = city(25_000)
    right, home, work = surely(made)
    yield Figure("holder", "points", float(made.account.size), "")
    yield Figure("holder", "homes inferred rightly", right, "")
    yield Figure("holder", "calibration error of home", home, "", 0.05)
    yield Figure("holder", "calibration error of work", work, "", 0.05)
    points = np.unique(made.cell * 1_000_003 + made.time // 3600, return_inverse=True)[1].ravel()
    start = time.perf_counter()
    quick, _ = unicity(index(made.account, points), 4, np.random.default_rng(1))
    yield Figure("holder", "unicity at four points, index included", time.perf_counter() - start, "s", 6.0)
    asked = list(range(0, 25_000, 25))
    quick = float(np.mean([unicity(index(made.account, points), 2, np.random.default_rng(n))[0] for n in range(3)]))
    slow = by_sets(made, asked, points, 2, 2)
    yield Figure("holder", "difference to comparing sets (1,000 accounts, two points)", abs(quick - slow), "", 0.01)


def apps() -> Iterator[Figure]:
    """Apps made with smali and aapt, with plants and decoys (tests/gates/test_app.py)."""
    import tempfile

    from tests.gates.test_app import score

    with tempfile.TemporaryDirectory() as folder:
        found = score(Path(folder), 10)
    yield Figure("app", "plants found in the right method and grade", found["recall"], "", 0.8, ">=")
    yield Figure("app", "decoys taken for one", 1 - found["decoys left in peace"], "", 0.1)


PARTS: dict[str, Callable[[], Iterator[Figure]]] = {"treatment": treatment, "app": apps, "holder": holder}


if __name__ == "__main__":
    run_parts(__doc__, PARTS)
