"""Two thousand damaged files for all readers together; ``bench/fuzz.py`` gives them as many as one likes."""

from pathlib import Path

from cuibono.testing import fuzz_run
from cuibono.testing.fuzz_seeds import corpus

INPUTS = 2_000
SEED = 1


def test_no_reader_crashes_hangs_or_returns_what_cannot_be_kept(tmp_path):
    seeds = corpus(Path(__file__).parent / "samples", tmp_path)
    results = list(fuzz_run.run(seeds, inputs=INPUTS, seed=SEED, seconds=30.0))
    faults = [f"--seed {SEED} --repro {r.reader}:{r.number}\n{r.says}" for r in results if r.kind == "fault"]
    assert not faults, "\n".join(faults[:5])
    assert len(results) == INPUTS
    assert {r.reader for r in results if r.kind == "read"} == set(seeds)
