"""The bars of the case: loading, looking up, searching, and what faults leave behind.

    python bench/store.py                 everything, about half an hour on two cores
    python bench/store.py --only a,e      only these parts
    python bench/store.py --json out.json the figures for a machine, too

Parts: a help, b tables, c statements (with a peer in its own environment, see store_peer.py), d one entity,
e search, f passages of a finding, g faults. All material is generated from fixed seeds in a temporary folder.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from bench.figures import Figure, as_json, checked, machine, table
from bench.store_faults import KILLS, faults
from bench.store_search import search
from bench.store_tables import first_passages, load_statements, load_tables, one_entity

Part = Callable[[Path, Path], Iterator[Figure]]


def help_(program: Path, room: Path) -> Iterator[Figure]:
    """a: what ``cuibono --help`` costs."""
    runs = [checked([program, "--help"], cwd=room) for _ in range(6)][1:]
    yield Figure("a", "cuibono --help, user + sys", min(r.cpu for r in runs), "s", 0.3, note="best of 5")


PARTS: dict[str, Part] = {
    "a": help_,
    "b": load_tables,
    "c": load_statements,
    "d": one_entity,
    "e": search,
    "f": first_passages,
    "g": faults,
}


def main() -> int:
    """Run the parts asked for; the exit code is 1 when a bar is not met."""
    options = _options()
    figures: list[Figure] = []
    with tempfile.TemporaryDirectory(prefix="cuibono-bench-", dir=options.room) as room:
        for letter in options.only:
            part = PARTS[letter]
            arguments = {"kills": options.kills} if letter == "g" else {}
            for figure in part(options.program, Path(room), **arguments):
                figures.append(figure)
                print(f"{figure.part}: {figure.what}: {figure.value} {figure.unit}", file=sys.stderr, flush=True)
    facts = machine()
    print(table(figures))
    print("\n" + "; ".join(f"{k}: {v}" for k, v in facts.items()))
    if options.json:
        options.json.write_text(as_json(figures, facts), "utf-8")
    return int(any(f.met is False for f in figures))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default=",".join(PARTS), help="parts, with commas: a,b,c,d,e,f,g")
    parser.add_argument("--json", type=Path, help="write the figures to this file, too")
    parser.add_argument("--kills", type=int, default=KILLS, help=f"how often add is killed in part g ({KILLS})")
    parser.add_argument("--room", type=Path, help="where the temporary folder is made")
    default = Path(sys.executable).with_name("cuibono")
    parser.add_argument("--program", type=Path, default=default, help="which cuibono (default: beside this Python)")
    options = parser.parse_args()
    options.only = [p.strip() for p in options.only.split(",") if p.strip()]
    if unknown := [p for p in options.only if p not in PARTS]:
        parser.error(f"no such part: {', '.join(unknown)}")
    return options


if __name__ == "__main__":
    sys.exit(main())
