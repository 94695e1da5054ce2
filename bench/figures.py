"""Figures of a benchmark: each with its bar, printed as a Markdown table with the facts of the machine."""

import argparse
import json
import os
import platform
import statistics
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal


@dataclass(frozen=True, slots=True)
class Figure:
    """One number, its unit and its bar; ``bar`` None means that it is only told. ``value`` None: it was not run."""

    part: str
    what: str
    value: float | None
    unit: str
    bar: float | None = None
    better: Literal["<=", ">="] = "<="
    note: str = ""

    @property
    def met(self) -> bool | None:
        """Whether the bar is met; None when there is no bar or no number."""
        if self.bar is None or self.value is None:
            return None
        return self.value <= self.bar if self.better == "<=" else self.value >= self.bar


@dataclass(frozen=True, slots=True)
class Spent:
    """What a process cost: seconds by the clock and of the processor, and its largest memory in MB."""

    wall: float
    cpu: float
    peak: float
    code: int
    out: str


def spent(command: Sequence[str | Path], *, cwd: Path | None = None) -> Spent:
    """Run a command to its end and say what it cost."""
    start = time.perf_counter()
    pipe = subprocess.PIPE
    with subprocess.Popen(
        list(map(str, command)), cwd=cwd, stdout=pipe, stderr=subprocess.STDOUT, text=True
    ) as process:
        out = process.stdout.read() if process.stdout else ""
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - start
    return Spent(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, process.returncode, out)


def checked(command: Sequence[str | Path], *, cwd: Path | None = None) -> Spent:
    """The same for a command that must succeed."""
    done = spent(command, cwd=cwd)
    if done.code:
        raise SystemExit(f"{' '.join(map(str, command))} failed with {done.code}:\n{done.out}")
    return done


def median_ms(work: Callable[[], Any], *, times: int = 20) -> float:
    """The median of many runs in milliseconds, after one that warms up."""
    work()
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken) * 1000


def table(figures: Sequence[Figure]) -> str:
    """The figures as a Markdown table."""
    rows = ["| part | figure | value | bar | met |", "|---|---|--:|--:|---|"]
    for f in figures:
        value = "not run" if f.value is None else f"{_number(f.value)} {f.unit}".strip()
        bar = "" if f.bar is None else f"{f.better} {_number(f.bar)} {f.unit}".strip()
        met = {True: "yes", False: "**no**", None: ""}[f.met]
        rows.append(f"| {f.part} | {f.what}{f' ({f.note})' if f.note else ''} | {value} | {bar} | {met} |")
    return "\n".join(rows)


def machine() -> dict[str, str]:
    """What the figures were measured on."""
    from importlib.metadata import version

    cpu = next((x.split(":")[1].strip() for x in _lines("/proc/cpuinfo") if x.startswith("model name")), "unknown")
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / (1 << 30)
    return {
        "processor": f"{os.cpu_count()} x {cpu}",
        "memory": f"{memory:.0f} GB",
        "system": f"{platform.system()} {platform.release()}",
        "python": platform.python_version(),
        "duckdb": version("duckdb"),
        "load": f"{os.getloadavg()[0]:.1f}",
    }


def as_json(figures: Sequence[Figure], facts: dict[str, str]) -> str:
    """Everything as JSON, for a machine to compare."""
    listed = [asdict(f) | {"met": f.met} for f in figures]
    return json.dumps({"machine": facts, "figures": listed}, indent=2)


def _number(value: float) -> str:
    if value == int(value):
        return f"{int(value):,}"
    return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.3g}"


def _lines(path: str) -> list[str]:
    try:
        return Path(path).read_text("utf-8").splitlines()
    except OSError:
        return []


def run_parts(doc: str | None, parts: Mapping[str, Callable[[], Iterator[Figure]]]) -> None:
    """Run the parts that the command line asks for, or all, and print their figures."""
    parser = argparse.ArgumentParser(description=doc, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", choices=sorted(parts), action="append")
    parser.add_argument("--json", type=Path)
    given = parser.parse_args()
    figures = [f for name in given.only or parts for f in parts[name]()]
    print(table(figures))
    if given.json:
        given.json.write_text(as_json(figures, machine()), "utf-8")
