"""What stress costs: a case of 50 sources with 200 findings and 200 claims, left out one at a time.

``python bench/stress.py`` builds the case in a temporary folder, runs ``cuibono stress`` on it and prints seconds and
peak memory beside the bar; ``--plain`` leaves the claims out. Everything in the case is invented.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.figures import Figure, checked, machine, table
from cuibono.case import Case, open_case

_BAR = 120.0
_TABLES, _TOLD, _SPEAKERS, _MARKETS = 40, 10, 4, 25
_HEAD = "market,stage,basis,year,supplier,share,asserted_by"
_CLAIMS = "subject,property,value,unit,when,asserted_by"


def shares(seed: int = 1) -> dict[str, list[str]]:
    """Shares of many markets as several offices state them, each office's rows spread over several files."""
    random, files = Random(seed), {f"shares-{n:02}.csv": [_HEAD] for n in range(_TABLES)}
    for market in range(_MARKETS):
        first = random.randint(45, 80)
        for speaker in range(_SPEAKERS):
            told = first + (random.randint(4, 9) if random.random() < 0.3 else 0)
            rest = 100 - told
            parts = [told, rest // 2, rest - rest // 2]
            for supplier, part in enumerate(parts):
                file = f"shares-{random.randrange(speaker, _TABLES, _SPEAKERS):02}.csv"
                row = f"good {market},,production,2021,Land {market}-{supplier},{part} %,Office {speaker}"
                files[file].append(row)
    return files


def claims(count: int = 200, seed: int = 2) -> dict[str, list[str]]:
    """Claims about these markets by ministers, some borne out and some not, in several files."""
    random, files = Random(seed), {f"told-{n:02}.csv": [_CLAIMS] for n in range(_TOLD)}
    for number in range(count):
        market = random.randrange(_MARKETS)
        file = f"told-{random.randrange(_TOLD):02}.csv"
        value, speaker = random.randint(20, 90), random.randrange(20)
        files[file].append(
            f"Land {market}-{number % 3},share of good {market} production,{value},percent,2021,Minister {speaker}"
        )
    return files


def build(folder: Path, *, plain: bool) -> Case:
    """The case with its findings kept and its docket run."""
    case = open_case(folder / "case", title="Stress bench")
    for kind, files in (("supply_shares", shares()), ("claims", {} if plain else claims())):
        paths = list(_written(folder, files))
        if paths:
            case.add(paths, as_table=kind)
    case.look("dependence.concentration", threshold=0.2)
    case.look("claims.contradictions")
    case.docket(run=True)
    return case


def _written(folder: Path, files: dict[str, list[str]]) -> Iterator[Path]:
    for name, lines in files.items():
        (folder / name).write_text("\n".join(lines) + "\n", "utf-8")
        yield folder / name


def main() -> int:
    """Build, run in a process of its own, and print what it cost."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--plain", action="store_true", help="findings only, no claims")
    parser.add_argument("--by", default="source", help="what is left out: source, outlet, speaker or all")
    told = parser.parse_args()
    program = Path(sys.executable).with_name("cuibono")
    with tempfile.TemporaryDirectory() as folder:
        case = build(Path(folder), plain=told.plain)
        findings, sources = len(case.findings()), len(case.sources())
        tested = sum(r.tested is not None for r in case.docket(run=False))
        done = checked([program, "-C", Path(folder) / "case", "stress", "--by", told.by, "--json"])
        found = json.loads(done.out)
    bar = _BAR if told.by == "source" else None
    figures = [
        Figure("case", "findings", findings, "", 200, ">="),
        Figure("case", "tested claims", tested, ""),
        Figure("case", "sources", sources, "", None if told.plain else 50, ">="),
        Figure("stress", "units left out", found["units"], ""),
        Figure("stress", "units that reach anything", found["computed_again"], ""),
        Figure("stress", "what falls", sum(s["effect"] == "falls" for s in found["stressed"]), ""),
        Figure("stress", "what weakens", sum(s["effect"] == "weakens" for s in found["stressed"]), ""),
        Figure("stress", "seconds", done.wall, "s", bar, note=f"{done.cpu:.0f} s of the processor"),
        Figure("stress", "largest memory", done.peak, "MB"),
    ]
    print(", ".join(f"{k} {v}" for k, v in machine().items()))
    print(table(figures))
    return int(any(f.met is False for f in figures))


if __name__ == "__main__":
    sys.exit(main())
