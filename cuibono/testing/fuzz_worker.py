"""The process in which readers meet damaged files: it may hang, crash or run out of memory."""

import json
import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

from cuibono.readers import registry
from cuibono.readers.child import Answer, serve
from cuibono.testing.fuzz import Seed, mutant
from cuibono.testing.fuzz_judge import judge, open_files
from cuibono.testing.fuzz_seeds import TOKENS

MEMORY = 4 << 30
#: A reader may keep some files open for good (a model, a helper process), but not one more per file it reads.
_HELD = 64


def load(folder: Path) -> dict[str, list[Seed]]:
    """The seeds that ``keep`` wrote into a folder, by reader."""
    return {reader.name: [_load(seed) for seed in sorted(reader.iterdir())] for reader in folder.iterdir()}


def _load(place: Path) -> Seed:
    about = json.loads((place / "about.json").read_text("utf-8"))
    return Seed(about["name"], (place / "data").read_bytes(), general=about["general"])


def keep(corpus: dict[str, list[Seed]], folder: Path) -> None:
    """Write seeds into a folder, so that every worker starts from the same ones."""
    for reader, seeds in corpus.items():
        for number, seed in enumerate(seeds):
            place = folder / reader / f"{number:04d}"
            place.mkdir(parents=True)
            about = {"name": seed.name, "general": seed.general}
            (place / "about.json").write_text(json.dumps(about), "utf-8")
            (place / "data").write_bytes(seed.data)


class Worker:
    """One worker: its seeds, and a place that is watched for files that should not be there."""

    def __init__(self, seeds: dict[str, list[Seed]], place: Path) -> None:
        self.seeds = seeds
        self.readers = {r.name: r for r in registry.readers()}
        self.work, self.here, self.temporary = place / "work", place / "here", place / "tmp"
        for folder in (self.work, self.here, self.temporary):
            folder.mkdir()
        tempfile.tempdir = str(self.temporary)
        os.environ["TMPDIR"] = str(self.temporary)
        os.chdir(self.here)
        self.held = 0

    def try_one(self, reader: str, number: int, run: int) -> Answer:
        """Make the file of that number, let the reader have it, and judge what it did."""
        seed = mutant(self.seeds[reader], TOKENS.get(reader, ()), run=run, reader=reader, number=number)
        staging = self.work / "staging"
        staging.mkdir(parents=True)
        path = self.work / "input"
        path.write_bytes(seed.data)
        start = time.perf_counter()
        outcome = judge(self.readers[reader], path, seed.name, staging, elsewhere=(self.here, self.temporary))
        seconds = time.perf_counter() - start
        for folder in (self.work, self.here, self.temporary):
            shutil.rmtree(folder)
            folder.mkdir()
        os.chdir(self.here)
        return {"kind": outcome.kind, "says": self._leaking() or outcome.says, "seconds": seconds} | (
            {"kind": "fault"} if self._leaking() else {}
        )

    def _leaking(self) -> str:
        held = open_files()
        self.held = self.held or held
        return f"{held - self.held} files were left open" if held - self.held > _HELD else ""


def main(seeds: Path, place: Path) -> None:
    """Answer questions until the input closes."""
    worker = Worker(load(seeds), place)

    def answer(question: Answer) -> Answer:
        if "ready" in question:
            return {}
        return worker.try_one(question["reader"], question["number"], question["run"])

    serve(answer, memory=MEMORY)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
