"""How quick the desk is on a large case: every page, the first load in a browser, memory, and twenty readers at once.

``python bench/desk.py`` builds an invented case of 200,000 entities, 1M statements, 20,000 documents and 20,000 claims
(some ten minutes; ``--case FOLDER`` takes one that was built before), serves it as ``cuibono serve`` does, and prints
each figure beside its bar. Pages are asked one after the other, each for other entities, sources and claims in turn;
their times are those of the loopback, answer included.
"""

import argparse
import asyncio
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[1]))

import httpx2

from bench import desk_data
from bench.figures import Figure, machine, table
from cuibono.case import Case, open_case

_ADDRESS = re.compile(r"http://127\.0\.0\.1:(\d+)/\?token=(\S+)")
_ASKED, _READERS, _THINK, _MINUTE = 20, 20, 3.0, 60.0
_NEAR = "/network?entity=p-0"
_MEDIAN, _P95, _LOAD, _MEMORY, _INTERACTIVE, _DRAWN = 150.0, 400.0, 1000.0, 1500.0, 2000.0, 1000.0


@dataclass(frozen=True, slots=True)
class Served:
    """The desk in a process of its own."""

    pid: int
    port: int
    token: str

    @property
    def base(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.port}"

    def peak(self) -> float:
        """The largest memory of the process, in MB."""
        return _peak(self.pid)

    def watched(self, over: threading.Event, most: list[float]) -> None:
        """Note the largest memory of a process that the desk has begun beside itself, until all is over."""
        while not over.wait(0.5):
            for task in Path(f"/proc/{self.pid}/task").glob("*/children"):
                with suppress(OSError):
                    most[0] = max(most[0], *(_peak(int(child)) for child in task.read_text("ascii").split()), 0.0)


def _peak(pid: int) -> float:
    said = Path(f"/proc/{pid}/status").read_text("ascii")
    found = re.search(r"VmHWM:\s+(\d+) kB", said)
    return int(found.group(1)) / 1024 if found else 0.0


@contextmanager
def served(case: Case) -> Iterator[Served]:
    """``cuibono serve`` on a case, until the block ends."""
    command = [
        str(Path(sys.executable).with_name("cuibono")),
        "-C",
        str(case.layout.root),
        "serve",
        "--port",
        "0",
        "--no-browser",
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            said = process.stdout.readline()
            found = _ADDRESS.search(said)
            if not found:
                raise RuntimeError(f"The desk said {said!r} instead of its address.")
            yield Served(process.pid, int(found.group(1)), found.group(2))
        finally:
            process.terminate()


def pages(case: Case, seed: int = 4) -> dict[str, list[str]]:
    """The addresses that are asked, by the kind of page: as many of each as are timed."""
    random = Random(seed)
    rows = case.query("SELECT id FROM source ORDER BY id LIMIT 2000").rows
    sources = [str(r[0])[:16] for r in random.sample(rows, min(_ASKED, len(rows)))]
    people = [f"/entity/p-{random.randrange(80_000)}" for _ in range(_ASKED)]
    claims = [f"/docket/{r.id}" for r in case.docket(run=False)[: _ASKED * 50 : 50]]
    words = [desk_data.person(random.randrange(5_000)).rsplit(" ", 1)[0] for _ in range(_ASKED)]
    found = [f.id for f in case.findings()[:_ASKED]]
    same = {name: [path] * _ASKED for name, path in _SAME.items()}
    return same | {
        "docket, filtered": [f"/?outcome={o}&page={n}" for n in range(1, 11) for o in ("supported", "contradicted")],
        "claim": claims,
        "search": [f"/search?q={w.replace(' ', '+')}" for w in words],
        "reader": [f"/source/{s}" for s in sources],
        "entity": people,
        "network": [f"/network?entity={p.rsplit('/', 1)[1]}" for p in people],
        "path": [f"/network/path?a=p-{random.randrange(2000)}&b=p-{random.randrange(2000)}" for _ in range(_ASKED)],
        "timeline": [f"/timeline?entity={p.rsplit('/', 1)[1]}" for p in people],
        "finding": [f"/finding/{f}" for f in found],
    }


_SAME = {
    "docket": "/", "overview": "/overview", "sources": "/sources", "claims": "/claims", "findings": "/findings",
    "lenses": "/lenses", "lens": "/lenses/dependence.concentration", "match": "/match", "report": "/report",
    "timeline, whole": "/timeline",
}  # fmt: skip


def warmed(desk: Served) -> None:
    """Wait until what a desk puts together once after a change of the evidence is there: its docket and its ties."""
    with httpx2.Client(base_url=desk.base, follow_redirects=True, timeout=300) as browser:
        browser.get(f"/?token={desk.token}")
        for path, there in (("/", "Who claims what"), (_NEAR, 'data-island="network"')):
            for _ in range(300):
                if there in browser.get(path).text:
                    break
                time.sleep(1)


def timed(desk: Served, asked: dict[str, list[str]]) -> dict[str, list[float]]:
    """Milliseconds of every request by the kind of page; the first of a kind fills what is kept."""
    found: dict[str, list[float]] = {}
    with httpx2.Client(base_url=desk.base, follow_redirects=True, timeout=300) as browser:
        browser.get(f"/?token={desk.token}")
        for kind, paths in asked.items():
            for path in paths:
                start = time.perf_counter()
                answer = browser.get(path)
                took = 1000 * (time.perf_counter() - start)
                if answer.status_code != 200:
                    raise RuntimeError(f"{path} answered {answer.status_code}")
                found.setdefault(kind, []).append(took)
    return found


async def _crowd(desk: Served, asked: Sequence[str]) -> tuple[list[float], int]:
    took: list[float] = []
    errors = 0
    end = time.monotonic() + _MINUTE

    async def reader(number: int) -> None:
        nonlocal errors
        random = Random(number)
        async with httpx2.AsyncClient(base_url=desk.base, follow_redirects=True, timeout=60) as browser:
            await browser.get(f"/?token={desk.token}")
            await asyncio.sleep(random.random() * _THINK)
            while time.monotonic() < end:
                start = time.perf_counter()
                answer = await browser.get(random.choice(asked))
                took.append(1000 * (time.perf_counter() - start))
                errors += answer.status_code != 200
                await asyncio.sleep(_THINK)

    await asyncio.gather(*(reader(n) for n in range(_READERS)))
    return took, errors


def in_browser(desk: Served) -> tuple[float, float]:
    """Milliseconds until the docket answers to a hand, and until a neighbourhood is drawn, in headless Chromium."""
    from playwright.sync_api import sync_playwright

    from tests.conftest import FLAGS, chromium_path

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=list(FLAGS))
        page = browser.new_page()
        page.goto(f"{desk.base}/?token={desk.token}")
        times = []
        for path, ready in (("/", "html[data-ready]"), (_NEAR, "[data-island=network][data-ready]")):
            page.goto("about:blank")
            start = time.perf_counter()
            page.goto(desk.base + path, wait_until="commit")
            page.wait_for_selector(ready, state="attached")
            times.append(1000 * (time.perf_counter() - start))
        browser.close()
    return times[0], times[1]


def _quantile(values: Sequence[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def figures(desk: Served, case: Case) -> Iterator[Figure]:
    """Every figure with its bar."""
    asked = pages(case)
    over, apart = threading.Event(), [0.0]
    threading.Thread(target=desk.watched, args=(over, apart), daemon=True).start()
    warmed(desk)
    interactive, drawn = in_browser(desk)  # while nothing else goes on: the page of pairs begins work of a minute
    found = timed(desk, asked)
    for kind, times in found.items():
        note = f"first {times[0]:.0f} ms"
        yield Figure("page", f"{kind}, median", _quantile(times[1:] or times, 0.5), "ms", _MEDIAN, note=note)
        yield Figure("page", f"{kind}, p95", _quantile(times[1:] or times, 0.95), "ms", _P95)
    yield Figure("browser", "first load to interactive", interactive, "ms", _INTERACTIVE)
    yield Figure("browser", "a neighbourhood drawn", drawn, "ms", _DRAWN)
    crowd, errors = asyncio.run(_crowd(desk, [p for paths in asked.values() for p in paths]))
    yield Figure("20 readers", "p95", _quantile(crowd, 0.95), "ms", _LOAD, note=f"{len(crowd):,} requests")
    yield Figure("20 readers", "errors", float(errors), "", 0.0)
    over.set()
    yield Figure("memory", "largest", desk.peak(), "MB", _MEMORY)
    yield Figure(
        "memory", "largest of work beside it", apart[0], "MB", note="while the docket is made and pairs are proposed"
    )


def main() -> None:
    """Build or open the case, serve it, measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--case", type=Path, help="a case that was built before")
    parser.add_argument("--keep", type=Path, help="build the case in this folder and keep it")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        case = open_case(given.case, make=False) if given.case else desk_data.build(given.keep or Path(folder))
        with served(case) as desk:
            told = list(figures(desk, case))
    print(", ".join(f"{k} {v}" for k, v in machine().items()))
    print(table(told))


if __name__ == "__main__":
    main()
