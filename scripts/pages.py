#!/usr/bin/env python
"""Run the pages of docs/ that show commands and Python, and compare what they print with what the page says.

A page is run from top to bottom in an empty folder. Three kinds of fenced blocks take part:

    ```console            lines that begin with "$ " are run by bash; what follows is what they print
    ```python             is run; a ```text block right after it is what it prints
    ```csv shares.csv     any block with a file name after its language is written to that file

A line of only "..." in an output stands for any lines. What varies from run to run (seconds, times of the clock,
the folder itself) is made equal before comparing. ``scripts/pages.py`` says which pages differ;
``scripts/pages.py --write`` puts what was printed into the page, except where it holds "...".
"""

import argparse
import contextlib
import difflib
import io
import os
import re
import stat
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PAGES = (
    "docs/start.md", "docs/cases/solar.md", "docs/cases/alliance.md", "docs/cases/campaign.md", "docs/cases/owners.md",
    "docs/cases/embargo.md", "docs/cases/feed.md", "docs/cases/city.md", "docs/cases/paper.md",
)  # fmt: skip
HOME = "~"
_FENCE = re.compile(r"^```(\w+)(?: ([^\n`]+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_FAILED = re.compile(r"^\+(Traceback |Error: )", re.MULTILINE)  # never written: an id has changed, a program failed
_VARIES = [
    (re.compile(r"\b\d+(\.\d+)? s\b"), "N s"),
    (re.compile(r"\b\d{4}-\d\d-\d\d \d\d:\d\d(:\d\d)?"), "TIME"),
]


@dataclass(slots=True)
class Room:
    """Where a page is run: its folder, where it stands in it, and the names that its Python has made."""

    folder: Path
    here: Path
    names: dict[str, Any] = field(default_factory=dict)


def run(text: str, folder: Path) -> str:
    """Run a page in an empty folder; returns the page with what was really printed."""
    room = Room(folder, folder)
    _program(folder)
    out, last, printed = [], 0, ""
    for block in _FENCE.finditer(text):
        language, name, body = block.groups()
        gap = text[last : block.start()]
        out.append(gap)
        expects = language == "text" and printed and not gap.strip()
        fresh = _block(language, name, body, room) if not expects else _kept(body, printed)
        printed = ""
        if language == "python" and not name:
            printed = fresh
            fresh = body
        out.append(f"```{language}{' ' + name if name else ''}\n{fresh}```")
        last = block.end()
    return "".join([*out, text[last:]])


def _block(language: str, name: str | None, body: str, room: Room) -> str:
    if name:
        (room.here / name).parent.mkdir(parents=True, exist_ok=True)
        (room.here / name).write_text(body, "utf-8")
        return body
    if language == "console":
        return _console(body, room)
    if language == "python":
        return _python(body, room)
    return body


def _console(body: str, room: Room) -> str:
    out = []
    for command, expected in _commands(body):
        out.append(f"$ {command}\n")
        out.append(_kept(expected, _shell(command.replace("\n> ", "\n"), room)))
    return "".join(out)


def _commands(body: str) -> list[tuple[str, str]]:
    """Each command with the output that the page shows; "> " goes on with a command on the next line."""
    found: list[tuple[str, str]] = []
    for line in body.splitlines():
        if line.startswith("$ "):
            found.append((line[2:], ""))
        elif line.startswith("> ") and found and not found[-1][1]:
            found[-1] = (f"{found[-1][0]}\n{line}", "")
        elif found:
            found[-1] = (found[-1][0], f"{found[-1][1]}{line}\n")
    return found


def _shell(command: str, room: Room) -> str:
    if command.startswith("cd "):
        room.here = (room.here / command[3:].strip()).resolve()
        return ""
    path = f"{room.folder / '.bin'}:{Path(sys.executable).parent}:{os.environ['PATH']}"
    environment = os.environ | {
        "PATH": path,
        "CUIBONO_QUIET": "1",
        "NO_COLOR": "1",
        "COLUMNS": "100",
        "LC_ALL": "C.UTF-8",
    }
    done = subprocess.run(
        ["bash", "-c", command], cwd=room.here, env=environment, text=True, capture_output=True, check=False
    )
    return _clean(done.stdout + done.stderr, room)


def _python(body: str, room: Room) -> str:
    printed = io.StringIO()
    with contextlib.chdir(room.here), contextlib.redirect_stdout(printed):
        exec(compile(body, "page", "exec"), room.names)  # noqa: S102 - the pages are our own, running them is the point
    return _clean(printed.getvalue(), room)


def _clean(text: str, room: Room) -> str:
    lines = [line.rstrip() for line in text.replace(str(room.folder), HOME).splitlines()]
    return "".join(f"{line}\n" for line in lines)


def _kept(expected: str, real: str) -> str:
    """What the page says where it fits what was printed, else what was printed."""
    return expected if _fits(expected, real) else real


def _fits(expected: str, real: str) -> bool:
    parts = [re.escape(same(part)) for part in re.split(r"(?m)^ *\.\.\.\n", expected)]
    return re.fullmatch("(?:.*\n)*?".join(parts), same(real)) is not None


def same(text: str) -> str:
    """A text in which everything that varies from run to run is equal."""
    for pattern, word in _VARIES:
        text = pattern.sub(word, text)
    return text


def _program(folder: Path) -> None:
    program = folder / ".bin" / "cuibono"
    program.parent.mkdir(exist_ok=True)
    program.write_text(f"#!{sys.executable}\nfrom cuibono.cli import main\nmain()\n", "utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)


def difference(page: Path, folder: Path) -> tuple[str, str]:
    """How a page differs from what it prints (empty when it does not), and the page as it should be."""
    told = page.read_text("utf-8")
    real = run(told, folder)
    lines = difflib.unified_diff(told.splitlines(), real.splitlines(), "the page", "what was printed", lineterm="")
    return "\n".join(lines), real


def main() -> int:
    """Check or write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", nargs="*", default=PAGES, help="pages to run (default: all)")
    parser.add_argument("--write", action="store_true", help="put what was printed into the pages")
    told = parser.parse_args()
    results = [_told(ROOT / name, write=told.write) for name in told.pages]
    return 0 if all(results) else 1


def _told(page: Path, *, write: bool) -> bool:
    """Say how one page differs, or write it; whether it is as it should be now."""
    with tempfile.TemporaryDirectory() as folder:
        differs, real = difference(page, Path(folder))
    print(f"{page.relative_to(ROOT)}: {differs or 'as it says'}")
    if not differs:
        return True
    if not write or _FAILED.search(differs):
        return False
    page.write_text(real, "utf-8")
    return True


if __name__ == "__main__":
    sys.exit(main())
