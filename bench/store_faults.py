"""Part g of ``bench/store.py``: what is left of a case when things go wrong."""

import hashlib
import os
import random
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from bench.figures import Figure, checked, spent
from bench.store_data import mixed, shares_csv
from cuibono.case import Case, open_case
from cuibono.errors import CaseReadOnly
from cuibono.store.session import open_session
from cuibono.store.staging import unswept

KILLS, NOBODY = 200, 65534


@dataclass(slots=True)
class Kills:
    """What many killed runs left behind."""

    runs: int = 0
    after_end: int = 0
    some_in: int = 0
    faults: list[str] = field(default_factory=list)


def faults(program: Path, room: Path, *, kills: int = KILLS) -> Iterator[Figure]:
    """g: killed at random moments, disk full, read-only folder, two writers, a reader beside a writer."""
    mixed(room / "mixed")
    seen = killed(program, room, room / "mixed", kills=kills)
    note = f"{seen.runs - seen.after_end} while it ran, {seen.some_in} with something committed before"
    yield Figure("g", f"add killed at {seen.runs} random moments: faults", len(seen.faults), "", 0, note=note)
    for what, trial in TRIALS.items():
        trouble = trial(program, room)
        for line in trouble or ():
            print(f"{what}: {line}", file=sys.stderr)
        yield Figure("g", f"{what}: faults", None if trouble is None else len(trouble), "", 0)


def expected(folder: Path) -> dict[str, set[str]]:
    """The hashes that each file of a folder brings into a case: its own, and those of its members."""
    return {p.name: _hashes(p) for p in sorted(folder.iterdir())}


def _hashes(path: Path) -> set[str]:
    found = {hashlib.sha256(path.read_bytes()).hexdigest()}
    if path.suffix == ".zip":
        with zipfile.ZipFile(path) as archive:
            found |= {hashlib.sha256(archive.read(name)).hexdigest() for name in archive.namelist()}
    return found


def killed(program: Path, room: Path, folder: Path, *, kills: int, seed: int = 5) -> Kills:
    """Kill ``add`` again and again, each time in a fresh case, and look at what is left."""
    rng = random.Random(seed)
    wanted = expected(folder)
    reference = open_case(room / "reference").layout.root
    first = _started(program, reference, folder)
    start = time.perf_counter()
    first.wait()
    length = time.perf_counter() - start
    truth, read = _content(reference), _records(reference)
    seen = Kills()
    for number in range(kills):
        case = open_case(room / f"killed-{number}").layout.root
        process = _started(program, case, folder)
        time.sleep(length * rng.random())
        process.kill()
        seen.runs += 1
        seen.after_end += process.wait() == 0
        trouble, some = _after(case, folder, wanted, truth, read)
        seen.some_in += some
        seen.faults += [f"kill {number}: {t}" for t in trouble]
        for line in trouble:
            print(f"kill {number}: {line}", file=sys.stderr)
        if not trouble:
            subprocess.run(["rm", "-rf", case], check=True)
    return seen


def _started(program: Path, case: Path, folder: Path) -> "subprocess.Popen[bytes]":
    """Start ``add`` and wait until it has begun to write: what comes before that cannot harm anything."""
    quiet = subprocess.DEVNULL
    process = subprocess.Popen([program, "-C", case, "add", folder], stdout=quiet, stderr=quiet)
    while process.poll() is None and not any((case / "staging").iterdir()):
        time.sleep(0.005)
    return process


def _after(
    case: Path, folder: Path, wanted: dict[str, set[str]], truth: dict[str, int], read: dict[str, tuple[int, int]]
) -> tuple[list[str], bool]:
    """What is wrong with a case whose writer was killed, and whether anything had been committed."""
    try:
        there = _content(case)
        found = _wrong(case)
        halves = [n for n, hashes in wanted.items() if 0 < len(hashes & set(there)) < len(hashes)]
        found += [f"{n} is half in" for n in halves]
        found += [
            f"{sha[:12]} has {n} passages and rows, not {truth[sha]}" for sha, n in there.items() if truth[sha] != n
        ]
        found += [
            f"{sha[:12]} is half read: {n}, not {read[sha]}" for sha, n in _records(case).items() if n != read[sha]
        ]
        refused = open_case(case).add(folder).refused
        found += [f"adding again fails: {name}: {error}" for name, error in refused]
        after = _content(case)
        found += [] if after == truth else [f"adding again gives {len(after)} sources, not {len(truth)}"]
        found += [] if _records(case) == read else ["adding again does not read every text"]
        return found + _wrong(case), bool(there)
    except Exception as error:
        return [f"{type(error).__name__}: {error}"], False


def _wrong(case: Path) -> list[str]:
    """What verify says, and what lies about although nobody works."""
    opened = open_case(case, make=False)
    seen = opened.verify()
    left = ["a dead writer's stage is not swept"] if unswept(opened.layout) else []
    return [f"verify: {f}" for f in seen.faults] + [f"verify notes: {n}" for n in seen.notes] + left


def _content(case: Path) -> dict[str, int]:
    """Every source of a case with how many passages and rows it has."""
    with open_session(open_case(case, make=False).layout) as session:
        return dict(
            session.engine.tuples(
                "SELECT id, (SELECT count(*) FROM ev.passage AS p WHERE p.source = s.id) + coalesce("
                "(SELECT sum(rows)::BIGINT FROM ev.bulk AS b WHERE b.source = s.id AND b.gen_out IS NULL), 0) "
                "FROM ev.source AS s"
            )
        )


def _records(case: Path) -> dict[str, tuple[int, int]]:
    """Every source that was read, with how many records and pieces of evidence that gave."""
    with open_session(open_case(case, make=False).layout) as session:
        rows = session.engine.tuples(
            "SELECT r.source, (SELECT count(*) FROM ev.record AS c WHERE c.source = r.source), "
            "(SELECT count(*) FROM ev.evidence AS e WHERE e.source = r.source AND e.reading = r.id) "
            "FROM ev.reading AS r WHERE r.kind = 'records'"
        )
    return {str(source): (int(records), int(said)) for source, records, said in rows}


def disk_full(program: Path, room: Path) -> list[str] | None:
    """A table too large for its disk: an error that says so, what was there stays, and it goes on with more room."""
    disk, file = room / "disk", shares_csv(room / "large.csv", 400_000)
    disk.mkdir()
    if subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", disk], capture_output=True, check=False
    ).returncode:
        return None
    try:
        return list(_disk_full(program, disk, file, room))
    finally:
        subprocess.run(["umount", disk], check=True)


def _disk_full(program: Path, disk: Path, file: Path, room: Path) -> Iterator[str]:
    note, case = room / "note.txt", disk / "case"
    note.write_text("Northland makes filaments.", "utf-8")
    checked([program, "new", case])
    checked([program, "-C", case, "add", note])
    before = _content(case)
    done = spent([program, "-C", case, "add", file, "--as", "supply_shares"])
    if done.code != 1 or "room" not in done.out or "Traceback" in done.out:
        yield f"exit {done.code}: {done.out[-300:]}"
    if _content(case) != before:
        yield "the case is not as it was"
    yield from _wrong(case)
    subprocess.run(["mount", "-o", "remount,size=1g", disk], check=True)
    again = spent([program, "-C", case, "add", file, "--as", "supply_shares"])
    if again.code or len(_content(case)) != 2:
        yield f"with more room: exit {again.code}: {again.out[-300:]}"
    yield from _wrong(case)


def read_only(program: Path, room: Path) -> list[str] | None:
    """Another user's folder: everything can be read, nothing is written, and adding says why not."""
    if os.geteuid() != 0:
        return None
    case, note = room / "read-only", room / "other.txt"
    note.write_text("Southland makes glass.", "utf-8")
    shares_csv(room / "few.csv", 1000)
    checked([program, "new", case])
    checked([program, "-C", case, "add", room / "few.csv", "--as", "supply_shares"])
    before = _content(case)
    told = _as_nobody(case, note)
    return [*told, *([] if _content(case) == before else ["the case has changed"]), *_wrong(case)]


def _as_nobody(case: Path, note: Path) -> list[str]:
    """Use the case as another user, in a child of this process; returns what went wrong."""
    warm = open_case(case.with_name("warm"))  # everything is imported while it still can be
    warm.add(note.with_name("few.csv"), as_table="supply_shares")
    _use(warm, note)
    for folder in case.parents:
        if folder != Path("/tmp") and str(folder).startswith("/tmp/"):
            folder.chmod(0o755)
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)
        os.write(write, "\n".join(_use(open_case(case, make=False), note)).encode()[:60_000])
        os._exit(0)
    os.close(write)
    with os.fdopen(read) as told:
        lines = told.read().splitlines()
    status = os.waitpid(child, 0)[1]
    return (
        lines[1:] if lines[:1] == ["refused"] and status == 0 else [f"adding was not refused: {lines}, status {status}"]
    )


def _use(case: object, note: Path) -> list[str]:
    """Read everything, then try to add: "refused" first when that was refused, then what failed."""
    assert isinstance(case, Case)
    found: list[str] = []
    try:
        found += [] if case.status().sources else ["no source"]
        found += [] if case.look("dependence.concentration", threshold=0.0)[0].evidence.first(3) else ["no passages"]
        found += [] if case.search("market") else ["nothing found"]
        found += [] if case.query("SELECT count(*) FROM supply_shares").rows else ["no rows"]
        found += [] if case.verify().ok else ["verify fails"]
    except Exception as error:
        found.append(f"{type(error).__name__}: {error}")
    try:
        case.add(note)
    except CaseReadOnly:
        found.insert(0, "refused")
    except Exception as error:
        found.append(f"{type(error).__name__}: {error}")
    return found


def two_writers(program: Path, room: Path, *, texts_: int = 300) -> list[str]:
    """Two programs add at the same time, with many files in common: both end well, everything is in once."""
    case, other = room / "two-writers", room / "mixed-too"
    mixed(other, texts_=texts_, seed=6)
    open_case(case)
    quiet = subprocess.DEVNULL
    both = [
        subprocess.Popen([program, "-C", case, "add", *folders], stdout=quiet, stderr=subprocess.PIPE, text=True)
        for folders in ([room / "mixed"], [other, room / "mixed"])
    ]
    ends = [(p.communicate()[1], p.returncode) for p in both]
    found = [f"exit {code}: {said[-300:]}" for said, code in ends if code]
    wanted = set().union(*expected(room / "mixed").values(), *expected(other).values())
    there = _content(case)
    found += [] if set(there) == wanted else [f"{len(there)} sources, not {len(wanted)}"]
    return found + _wrong(case)


def reader_beside_writer(program: Path, room: Path) -> list[str]:
    """Someone reads again and again while another program adds: never an error, never less than before."""
    folder = room / "beside"
    case = open_case(folder)
    process = _started(program, folder, room / "mixed")
    found, counts = [], [0]
    while process.poll() is None:
        try:
            counts.append(case.status().sources)
            case.search("kalo*")
        except Exception as error:
            found.append(f"{type(error).__name__}: {error}")
    found += [] if counts == sorted(counts) else [f"the count went back: {counts}"]
    found += [] if len(counts) > 2 else ["the reader never got its turn"]
    return found + ([f"the writer ended with {process.returncode}"] if process.returncode else []) + _wrong(folder)


TRIALS = {
    "disk full": disk_full,
    "read-only folder, another user": read_only,
    "two writers": two_writers,
    "a reader beside a writer": reader_beside_writer,
}
