"""Give damaged files to every reader and count what they do: ``python bench/fuzz.py --inputs 100000 --seed 1``.

Ends with 1 if any reader crashed, hung, died, or returned what it must not. ``--repro READER:N`` runs one
file again in this process, with the whole traceback, and keeps it as a file.
"""

import argparse
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from cuibono.testing import fuzz_run
from cuibono.testing.fuzz import Seed, mutant
from cuibono.testing.fuzz_seeds import TOKENS, corpus
from cuibono.testing.fuzz_worker import Worker

SAMPLES = Path(__file__).parent.parent / "tests" / "readers" / "samples"
EVERY = 5.0


@dataclass
class Tally:
    """What one reader did so far."""

    kinds: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    seconds: float = 0.0
    slowest: float = 0.0
    faults: list[fuzz_run.Result] = field(default_factory=list)

    def take(self, result: fuzz_run.Result) -> None:
        self.kinds[result.kind] += 1
        self.seconds += result.seconds
        self.slowest = max(self.slowest, result.seconds)
        if result.kind == "fault":
            self.faults.append(result)


def main() -> int:
    wanted = _arguments()
    with tempfile.TemporaryDirectory() as work:
        seeds = corpus(SAMPLES, Path(work), only=wanted.readers.split(",") if wanted.readers else ())
    if wanted.repro:
        return repro(seeds, wanted.repro, wanted.seed)
    return fuzz(seeds, wanted)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--inputs", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--readers", default="", help="names with commas between; all by default")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--repro", default="", metavar="READER:N")
    return parser.parse_args()


def fuzz(seeds: dict[str, list[Seed]], wanted: argparse.Namespace) -> int:
    tallies: dict[str, Tally] = defaultdict(Tally)
    start = time.monotonic()
    try:
        watch(
            fuzz_run.run(seeds, inputs=wanted.inputs, seed=wanted.seed, workers=wanted.workers), tallies, wanted.inputs
        )
    except KeyboardInterrupt:
        print("stopped: this is what was found so far")
    report(tallies, time.monotonic() - start, wanted.seed)
    return 1 if any(t.faults for t in tallies.values()) else 0


def watch(results: Iterator[fuzz_run.Result], tallies: dict[str, Tally], total: int) -> None:
    start = told = time.monotonic()
    for count, result in enumerate(results, 1):
        tallies[result.reader].take(result)
        if result.kind == "fault":
            print(f"FAULT {result.reader}:{result.number}  {result.says.strip().splitlines()[-1][:150]}", flush=True)
        if time.monotonic() - told > EVERY:
            told = time.monotonic()
            tell(count, total, told - start, tallies)


def tell(count: int, total: int, seconds: float, tallies: dict[str, Tally]) -> None:
    rate = count / seconds
    faults = sum(len(t.faults) for t in tallies.values())
    left = (total - count) / rate / 60
    print(f"{count:,} of {total:,}  {rate:.0f} a second  {left:.1f} minutes left  {faults} faults", flush=True)


def report(tallies: dict[str, Tally], seconds: float, seed: int) -> None:
    print(f"\n{'reader':<12}{'inputs':>9}{'read':>9}{'refused':>9}{'faults':>8}{'ms each':>9}{'slowest s':>11}")
    for name, tally in sorted(tallies.items()):
        count = sum(tally.kinds.values())
        each = 1000 * tally.seconds / count
        kinds = "".join(f"{tally.kinds[k]:>9,}" for k in ("read", "refused"))
        print(f"{name:<12}{count:>9,}{kinds}{tally.kinds['fault']:>8,}{each:>9.1f}{tally.slowest:>11.2f}")
    count = sum(sum(t.kinds.values()) for t in tallies.values())
    print(f"{count:,} inputs in {seconds:.0f} s, {count / seconds:.0f} a second, seed {seed}\n")
    for name, tally in sorted(tallies.items()):
        for fault in tally.faults[:10]:
            print(f"--- python bench/fuzz.py --seed {seed} --repro {name}:{fault.number}\n{fault.says.strip()}\n")


def repro(seeds: dict[str, list[Seed]], which: str, run: int) -> int:
    reader, number = which.rsplit(":", 1)
    made = mutant(seeds[reader], TOKENS.get(reader, ()), run=run, reader=reader, number=int(number))
    kept = Path(tempfile.gettempdir()) / f"fuzz-{reader}-{number}"
    kept.write_bytes(made.data)
    print(f"{made.name!r}, {len(made.data):,} bytes, kept as {kept}")
    with tempfile.TemporaryDirectory() as place:
        got = Worker(seeds, Path(place)).try_one(reader, int(number), run)
        print(f"{got['kind']} in {got['seconds']:.2f} s\n{got['says']}")
        sys.stdout.flush()
    return 1 if got["kind"] == "fault" else 0


if __name__ == "__main__":
    sys.exit(main())
