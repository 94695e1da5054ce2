"""What the lenses of signals promise, on invented worlds whose truth is known.

python bench/signals.py                       everything
python bench/signals.py --only coincidence    one part
python bench/signals.py --json out.json       the figures for a machine, too
"""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from bench.figures import Figure, run_parts


def coincidence() -> Iterator[Figure]:
    """2,000 worlds without a tie in five rhythms, and 2,000 with one (tests/gates/test_coincidence.py)."""
    from tests.gates.test_coincidence import alarms, power

    together, lag = alarms(2_000)
    yield Figure("coincidence", "false alarms", together, "", 0.06)
    yield Figure("coincidence", "false lags, the maximum corrected for", lag, "", 0.06)
    yield Figure("coincidence", "power, half of the events follow", power(2_000), "")


def attention() -> Iterator[Figure]:
    """1,000 series of each kind without a change and with a drop by 30 percent (tests/gates/test_attention.py)."""
    from tests.gates.attention_worlds import DROP, KINDS
    from tests.gates.test_attention import share

    powers = {"poisson": 0.9, "over-dispersed": 0.7, "autoregressive": 0.6, "seasonal": None}
    for kind in KINDS:
        alarms = share(kind, 1_000, drop=0.0, draws=999)
        yield Figure("attention", f"{kind}: false alarms at a nominal 5 % (3 to 7 % asked for)", alarms, "", 0.07)
        yield Figure("attention", f"{kind}: power", share(kind, 1_000, drop=DROP, draws=999), "", powers[kind], ">=")


def absence() -> Iterator[Figure]:
    """1,000 names watched for two quiet years each (tests/gates/test_absence.py)."""
    import numpy as np

    from tests.gates.test_absence import ASKED, watched

    rng = np.random.default_rng(5)
    found = [watched(rng) for _ in range(1_000)]
    yield Figure("absence", "false alarms per name and year", sum(f[0] for f in found) / 2_000, "", 1 / ASKED)
    yield Figure(
        "absence", "the longest silence so far: false alarms per name and year", sum(f[1] for f in found) / 2_000, ""
    )


PARTS: dict[str, Callable[[], Iterator[Figure]]] = {
    "attention": attention,
    "absence": absence,
    "coincidence": coincidence,
}


if __name__ == "__main__":
    run_parts(__doc__, PARTS)
