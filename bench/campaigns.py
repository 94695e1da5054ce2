"""The bars of the family campaigns: CooRTweet's output, a million shares, towns without and with a campaign.

    python bench/campaigns.py --coortweet FOLDER      its data set and what it gave at 10 and 60 seconds, as Parquet
    python bench/campaigns.py --only shares,towns     some parts: coortweet, shares, towns, copies, join
    python bench/campaigns.py --peer PYTHON           the python of an environment with bench/peers/coordination_...
    python bench/campaigns.py --json out.json         the figures for a machine, too

Everything but CooRTweet's data is made from fixed seeds in a temporary folder. Time and memory are those of a process
of its own, after the rows are in Parquet.
"""

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from bench.campaigns_data import texts, write
from bench.figures import Figure, as_json, checked, machine, table
from cuibono.model.table import TableSpec
from cuibono.simulate.campaigns import Town
from cuibono.testing.desk import MemoryDesk, Rows

SECONDS, MEGABYTES, FALSE_TOWNS = 8.0, 600.0, 2
PARTS = ("coortweet", "shares", "towns", "copies", "join")
WINDOW = 60


def coortweet(folder: Path) -> Iterator[Figure]:
    """Row by row; of two rows in the same second neither is the older, so those are compared without order."""
    from cuibono.engine import DuckEngine
    from cuibono.measures.coortweet_pairs import coortweet_pairs

    with DuckEngine() as engine:
        d = engine.arrays(f"SELECT * FROM read_parquet('{folder}/coortweet_russian.parquet')")
        for window in (10, 60):
            start = time.perf_counter()
            a, b, apart = coortweet_pairs(d["object_id"], d["account_id"], d["content_id"], d["ts"], window, 1)
            took = time.perf_counter() - start
            r = engine.arrays(
                f"SELECT * FROM read_parquet('{folder}/reference_coortweet_russian_w{window}_p1.parquet')"
            )
            mine = _rows(d["object_id"][a], d["content_id"][a], d["content_id"][b], apart, d["account_id"][a],
                         d["account_id"][b])  # fmt: skip
            theirs = _rows(r["object_id"], r["content_id"], r["content_id_y"], r["time_delta"], r["account_id"],
                           r["account_id_y"])  # fmt: skip
            part, differ = f"CooRTweet, {window} s", len(set(mine) ^ set(theirs)) + abs(len(mine) - len(theirs))
            yield Figure(part, f"rows that differ, of {len(theirs):,}", differ, "", 0)
            yield Figure(part, "seconds", took, "s")


def _rows(*columns: object) -> list[tuple[int, ...]]:
    rows = zip(*(c.tolist() for c in columns), strict=True)  # type: ignore[attr-defined]
    return sorted(r if r[3] else (r[0], min(r[1], r[2]), max(r[1], r[2]), 0, min(r[4:]), max(r[4:])) for r in rows)


def shares(room: Path) -> Iterator[Figure]:
    """A million shares, and a million of which half are of one thing."""
    for name, viral in (("a million shares", 0.0), ("half of them of one thing", 0.5)):
        path = write(room / f"{viral}.parquet", 1_000_000, viral=viral)
        done = checked([sys.executable, __file__, "--child", str(path)])
        told = json.loads(done.out.splitlines()[-1])
        note = f"{done.cpu:.1f} s of processor; {told['counted']}"
        yield Figure(name, "seconds, process begun and ended", done.wall, "s", SECONDS, note=note)
        yield Figure(name, "seconds of processor", done.cpu, "s")
        yield Figure(name, "largest memory", done.peak, "MB", MEGABYTES)
        yield Figure(name, "findings (nothing is planted)", told["findings"], "")


def _child(path: str) -> None:
    from cuibono.testing.desk import ask, findings

    desk = _desk(path)
    found = ask("campaigns.cosharing", desk)
    print(json.dumps({"findings": len(findings(found)), "counted": desk.told[0]}))


def _desk(path: str) -> MemoryDesk:
    """A desk whose shares lie in a Parquet file, as those of a case do."""

    class OnDisk(MemoryDesk):
        def _load(self, table: TableSpec, rows: Rows | str) -> None:
            if table.name == "shares":
                self.engine.run(f"CREATE VIEW shares AS SELECT * FROM read_parquet('{path}')")
            else:
                super()._load(table, rows)

    return OnDisk({})


def towns() -> Iterator[Figure]:
    """Twenty towns without a campaign, twenty with two, at three windows."""
    from cuibono.simulate.campaigns import Planted, town

    for window in (10, 60, 300):
        wrong = sum(bool(_told(town(seed), "campaigns.cosharing", window)) for seed in range(20))
        yield Figure(f"towns, {window} s", "towns of 20 without a campaign with a false pair", wrong, "", FALSE_TOWNS)
        yield _score(
            f"towns, {window} s",
            [(made, _told(made, "campaigns.cosharing", window)) for seed in range(20)
             for made in [town(seed, planted=(Planted(), Planted(members=12, times=5, seconds=45)))]],
        )  # fmt: skip


def copies() -> Iterator[Figure]:
    """Texts: twenty towns without and with, and how fast copies are found among many."""
    from cuibono.measures.near_copies import near_copies
    from cuibono.simulate.campaigns import Planted, town

    wrong = sum(bool(_told(town(s, posts=5_000), "campaigns.copies", 300)) for s in range(20))
    yield Figure("copied texts", "towns of 20 without a campaign with a false pair", wrong, "", FALSE_TOWNS)
    plant = (Planted(copies=True, seconds=200), Planted(members=12, copies=True))
    many = [town(s, posts=5_000, planted=plant) for s in range(10)]
    yield _score("copied texts", [(made, _told(made, "campaigns.copies", 300)) for made in many])
    listed = texts(300_000)
    start = time.process_time()
    near_copies(listed)
    yield Figure(
        "copied texts", "posts per second of processor, three scripts", 300_000 / (time.process_time() - start), ""
    )


def _told(made: Town, lens: str, window: int) -> set[str]:
    from cuibono.testing.desk import ask, findings

    rows = {"shares": list(made.shares())} if lens.endswith("sharing") else {"posts": list(made.posts())}
    return {a for f in findings(ask(lens, rows, window=window)) for a in f.about}


def _score(part: str, told: list[tuple[Town, set[str]]]) -> Figure:
    right = sum(len(found & set().union(*made.groups)) for made, found in told)
    every = sum(len(found) for _, found in told) + sum(len(set().union(*made.groups)) for made, _ in told)
    return Figure(part, "F1 of accounts, planted and told", 2 * right / every, "")


def join(room: Path, peer: str | None) -> Iterator[Figure]:
    """The close pairs of 300,000 shares in other ways: SQL with time buckets, SQL with a range, a peer."""
    from cuibono.engine import DuckEngine
    from cuibono.testing.desk import ask

    path = write(room / "join.parquet", 300_000)
    desk = _desk(str(path))
    start = time.perf_counter()
    ask("campaigns.cosharing", desk, least=1)
    yield Figure("300,000 shares", "campaigns.cosharing, tested against chance", time.perf_counter() - start, "s")
    for name, how in (("buckets", _BUCKETS), ("range", _RANGE)):
        with DuckEngine() as engine:
            start = time.perf_counter()
            engine.step("shares", f"SELECT * FROM read_parquet('{path}')")
            found = engine.value(f"SELECT count(*) FROM (SELECT DISTINCT one, other FROM ({how}) AS p) AS q")
            took = time.perf_counter() - start
        yield Figure(
            "300,000 shares", f"pairs only, SQL joined by {name}", took, "s", note=f"{found:,} pairs of accounts"
        )
    if peer:
        posts = room / "posts.csv"
        with DuckEngine() as engine:
            engine.run(
                f"COPY (SELECT post AS message_id, account AS user_id, account AS username, '' AS repost_id, "
                f"'' AS reply_id, 'x' AS message, t AS timestamp, object AS urls FROM read_parquet('{path}')) "
                f"TO '{posts}' (HEADER)"
            )
        rate = Path(__file__).parent / "peers" / "coordination_network_toolkit" / "rate.py"
        done = checked([peer, rate, posts, room / "peer.sqlite", str(WINDOW)])
        pairs, seconds = done.out.split()[-2:]
        yield Figure("300,000 shares", "coordination-network-toolkit, no test", float(seconds), "s",
                     note=f"{int(pairs):,} pairs of accounts, {done.peak:.0f} MB")  # fmt: skip


_PAIR = "SELECT least(a.account, b.account) AS one, greatest(a.account, b.account) AS other FROM"
_BUCKETS = f"""
    {_PAIR} (SELECT *, t // {WINDOW} AS slot FROM shares) AS a
    JOIN (SELECT *, t // {WINDOW} AS slot FROM shares UNION ALL SELECT *, t // {WINDOW} - 1 AS slot FROM shares) AS b
    ON a.object = b.object AND a.slot = b.slot
    WHERE a.account <> b.account AND b.t - a.t BETWEEN 0 AND {WINDOW}
"""
_RANGE = f"""
    {_PAIR} shares AS a JOIN shares AS b ON a.object = b.object AND b.t BETWEEN a.t AND a.t + {WINDOW}
    WHERE a.account <> b.account
"""


def main() -> None:
    """Print the figures asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--coortweet", type=Path)
    parser.add_argument("--only", default=",".join(PARTS))
    parser.add_argument("--peer")
    parser.add_argument("--json", type=Path)
    parser.add_argument("--child")
    told = parser.parse_args()
    if told.child:
        _child(told.child)
        return
    asked = told.only.split(",")
    figures: list[Figure] = []
    with tempfile.TemporaryDirectory() as room:
        if "coortweet" in asked and told.coortweet:
            figures += coortweet(told.coortweet)
        figures += shares(Path(room)) if "shares" in asked else []
        figures += towns() if "towns" in asked else []
        figures += copies() if "copies" in asked else []
        figures += join(Path(room), told.peer) if "join" in asked else []
    print(table(figures))
    if told.json:
        told.json.write_text(as_json(figures, machine()), "utf-8")


if __name__ == "__main__":
    main()
