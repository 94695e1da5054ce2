"""Parts b, c, d and f of ``bench/store.py``: tables, statements, one entity, the passages of a finding."""

import math
import statistics
import time
from collections.abc import Iterator
from pathlib import Path

from bench.figures import Figure, checked, median_ms
from bench.store_data import PERSON_MAPPING, STATEMENTS_PER_PERSON, persons_csv, shares_csv
from bench.store_peer import peer_rate

MILLION, PERSONS, SAMPLE = 1_000_000, 200_000, 4_000
ROUNDS = 3


def load_tables(program: Path, room: Path) -> Iterator[Figure]:
    """b: a CSV of a million rows and eight columns as a lens table whose every row can be cited."""
    small = [_add_shares(program, room, 1, n)[0] for n in range(ROUNDS)]
    medium = [_add_shares(program, room, MILLION // 10, n)[0] for n in range(ROUNDS)]
    large, peaks = zip(*(_add_shares(program, room, MILLION, n) for n in range(ROUNDS)), strict=True)
    wall = statistics.median(large)
    growth = _growth(min(small), min(medium), min(large))
    yield Figure("b", "1M rows x 8 columns added as a table", wall, "s", 15, note=f"median of {ROUNDS}, whole command")
    yield Figure("b", "its peak memory", max(peaks) / 1024, "GB", 1)
    yield Figure(
        "b", "growth exponent from 100k to 1M rows", growth, "", 1.15, note="best of 3, less the time of one row"
    )


def _growth(one: float, tenth: float, whole: float) -> float | None:
    """The exponent from a tenth of the rows to all of them; None when noise swallows the smaller times."""
    return math.log10((whole - one) / (tenth - one)) if whole > tenth > one else None


def _add_shares(program: Path, room: Path, rows: int, number: int) -> tuple[float, float]:
    file = room / f"shares-{rows}.csv"
    if not file.exists():
        shares_csv(file, rows)
    case = room / f"table-{rows}-{number}"
    checked([program, "new", case])
    done = checked([program, "-C", case, "add", file, "--as", "supply_shares"])
    return done.wall, done.peak


def load_statements(program: Path, room: Path) -> Iterator[Figure]:
    """c: 1.2 million statements from one CSV through a mapping, and FollowTheMoney's own way on a sample."""
    mapping = room / "persons.yaml"
    mapping.write_text(PERSON_MAPPING, "utf-8")
    persons_csv(room / "persons.csv", PERSONS)
    sample = persons_csv(room / "persons-sample.csv", SAMPLE)
    walls, theirs = [], []
    for number in range(ROUNDS):  # taken in turns, so that both meet the same machine
        case = room / f"statements-{number}"
        checked([program, "new", case])
        walls.append(checked([program, "-C", case, "add", room / "persons.csv", "--mapping", mapping]).wall)
        theirs.append(peer_rate(sample, room))
    total = PERSONS * STATEMENTS_PER_PERSON
    ours = total / min(walls)
    yield Figure(
        "c", f"{total:,} statements through a mapping", statistics.median(walls), "s", 60, note="whole command"
    )
    rates = [t for t in theirs if t is not None]
    yield Figure("c", "statements a second, cuibono", ours, "/s", note=f"best of {ROUNDS}")
    if rates:
        best = max(rates)
        yield Figure("c", "statements a second, StatementEntity + SQLStore", best, "/s", note=f"best of {ROUNDS}")
        yield Figure("c", "times the rate of FollowTheMoney's own way", ours / best, "x", 25, ">=")
    else:
        yield Figure(
            "c", "times the rate of FollowTheMoney's own way", None, "x", 25, ">=", note="the peer is not installed"
        )


def one_entity(program: Path, room: Path) -> Iterator[Figure]:
    """d: all statements of one entity with their evidence, out of 1.2 million."""
    from cuibono.case import open_case
    from cuibono.store.session import open_session

    case = open_case(_statement_case(program, room), make=False)
    with open_session(case.layout) as session:
        ids = [i for (i,) in session.engine.tuples("SELECT DISTINCT entity_id FROM ev.statement ORDER BY 1 LIMIT 5000")]
        ids = ids[:: len(ids) // 25]
        turn = iter(ids * 10)
        inside = median_ms(lambda: session.said_of(next(turn)))
        found = session.said_of(ids[0])
        assert len(found) >= STATEMENTS_PER_PERSON, found

    def opened() -> None:
        with open_session(case.layout) as fresh:
            fresh.said_of(next(turn))

    yield Figure("d", "one entity of 1.2M statements, with evidence", inside, "ms", 50, note="median of 20")
    yield Figure("d", "the same with opening the case", median_ms(opened), "ms", note="median of 20")


def _statement_case(program: Path, room: Path) -> Path:
    case = room / "statements-0"
    if not case.exists():
        (room / "persons.yaml").write_text(PERSON_MAPPING, "utf-8")
        checked([program, "new", case])
        file = persons_csv(room / "persons.csv", PERSONS)
        checked([program, "-C", case, "add", file, "--mapping", room / "persons.yaml"])
    return case


def first_passages(program: Path, room: Path) -> Iterator[Figure]:
    """f: the first 20 passages of a finding that rests on a table of a million rows."""
    from cuibono.case import open_case

    folder = room / f"table-{MILLION}-0"
    if not folder.exists():
        _add_shares(program, room, MILLION, 0)
    case = open_case(folder, make=False)
    start = time.perf_counter()
    found = case.look("dependence.concentration", threshold=0.0)
    looked = time.perf_counter() - start
    finding = found[len(found) // 2]
    assert len(finding.evidence.first(20)) == 20
    yield Figure(
        "f", "first 20 passages of a finding at 1M rows", median_ms(lambda: finding.evidence.first(20)), "ms", 100
    )
    yield Figure("f", f"the look itself, {len(found):,} findings", looked, "s", note="once")
