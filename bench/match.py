"""The bar of matching: 100,000 invented entities, of which every pair that is the same is known.

    python bench/match.py                    a minute on two quiet cores
    python bench/match.py --size 10000       smaller
    python bench/match.py --json out.json    the figures for a machine, too

Everything is made from a fixed seed (tests/gates/match_planted.py, match_planted_wide.py) in a temporary folder:
persons and firms in several scripts, romanisations and orders, names cut short, legal forms and acronyms, slips, dates,
identifiers. The time is that of a process of its own that opens the case, proposes with every reason, and writes the
pairs down.
"""

import argparse
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from bench.figures import Figure, as_json, checked, machine, table

RECALL, EACH, SECONDS, MEGABYTES = 0.95, 20, 60.0, 2048.0


def measure(size: int, room: Path) -> Iterator[Figure]:
    """Build the case, match it in a child, compare with what was planted."""
    from cuibono.case import open_case
    from tests.gates.match_planted import planted
    from tests.gates.match_planted_wide import WIDE

    made = planted(size, kinds=WIDE)
    case = open_case(room / "case")
    case.add(made.write(room / "entities.ftm.json"))
    out = room / "pairs.json"
    done = checked([sys.executable, __file__, "--child", str(case.layout.root), str(out)])
    offered = {frozenset((a, b)): score for a, b, score in json.loads(out.read_text("utf-8"))}
    each = Counter(e for pair in offered for e in pair)
    part = f"{size:,}"
    found = sum(p in offered for p in made.same)
    yield Figure(part, f"recall of {len(made.same):,} planted pairs", found / len(made.same), "", RECALL, ">=")
    yield Figure(part, "proposals of one entity, at most", max(each.values(), default=0), "", EACH)
    yield Figure(
        part, "seconds, case opened and closed", done.wall, "s", SECONDS, note=f"{done.cpu:.0f} s of processor"
    )
    yield Figure(part, "largest memory", done.peak, "MB", MEGABYTES)
    yield Figure(part, "proposals", len(offered), "")
    for least in (0.0, 3.0, 6.0):
        above = [p for p, score in offered.items() if score >= least]
        right = sum(p in made.same for p in above)
        yield Figure(part, f"planted among those of {least:g} bits or more", right / max(1, len(above)), "")
    yield from _by_kind(part, made.same, set(offered))


def _by_kind(part: str, same: dict[frozenset[str], str], offered: set[frozenset[str]]) -> Iterator[Figure]:
    every, found = Counter(same.values()), Counter(how for pair, how in same.items() if pair in offered)
    for how in sorted(every):
        yield Figure(part, f"recall, {how}", found[how] / every[how], "", note=f"{every[how]:,} pairs")


def child(folder: Path, out: Path) -> None:
    """What is measured: open, propose, write."""
    from cuibono.case import open_case

    found = open_case(folder, make=False).match(limit=None)
    out.write_text(json.dumps([(p.left.id, p.right.id, p.score) for p in found]), "utf-8")


def main() -> int:
    """Measure and print; the exit code is 1 when a bar is not met."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=100_000, help="how many entities (100,000)")
    parser.add_argument("--json", type=Path, help="write the figures to this file, too")
    parser.add_argument("--room", type=Path, help="where the temporary folder is made")
    parser.add_argument("--child", type=Path, nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        child(*options.child)
        return 0
    with tempfile.TemporaryDirectory(prefix="cuibono-bench-", dir=options.room) as room:
        figures = list(measure(options.size, Path(room)))
    facts = machine()
    print(table(figures))
    print("\n" + "; ".join(f"{k}: {v}" for k, v in facts.items()))
    if options.json:
        options.json.write_text(as_json(figures, facts), "utf-8")
    return int(any(f.met is False for f in figures))


if __name__ == "__main__":
    sys.exit(main())
