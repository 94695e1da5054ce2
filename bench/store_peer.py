"""FollowTheMoney's own way of storing statements, in a virtual environment of its own, as a yardstick.

nomenklatura pins an older DuckDB than ours, and FollowTheMoney compiles PyICU: that needs g++, pkg-config and
libicu-dev. Without them the comparison is not run, and the table says so.
"""

import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent / "peers" / "ftm"
_TOOLS = {"g++": "g++", "pkg-config": "pkg-config"}


@cache
def peer_python() -> Path | None:
    """The interpreter of the peer's environment, made on first use; None (and why, on stderr) when it cannot be."""
    python = HERE / ".venv" / "bin" / "python"
    if _works(python):
        return python
    lacking = [package for tool, package in _TOOLS.items() if not shutil.which(tool)]
    if not lacking and subprocess.run(["pkg-config", "--exists", "icu-i18n"], check=False).returncode:
        lacking.append("libicu-dev")
    if lacking:
        print(f"The peer needs: apt-get install {' '.join(lacking)}", file=sys.stderr)
        return None
    print("Installing the peer (compiles PyICU, a few minutes) ...", file=sys.stderr)
    subprocess.run([sys.executable, "-m", "venv", HERE / ".venv"], check=True)
    install = [python, "-m", "pip", "install", "--quiet", "-r", HERE / "requirements.txt"]
    if subprocess.run(install, check=False).returncode or not _works(python):
        print("The peer could not be installed; see above.", file=sys.stderr)
        return None
    return python


def peer_rate(file: Path, room: Path) -> float | None:
    """Statements a second that StatementEntity and nomenklatura's SQL store take in; None without the peer."""
    python = peer_python()
    if python is None:
        return None
    database = room / "peer.sqlite"
    database.unlink(missing_ok=True)
    command = [python, HERE / "rate.py", file, database]
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True, check=True)
    count, seconds = done.stdout.split()[-2:]
    return int(count) / float(seconds)


def _works(python: Path) -> bool:
    if not python.exists():
        return False
    probe = [str(python), "-c", "import followthemoney, nomenklatura"]
    return subprocess.run(probe, capture_output=True, check=False).returncode == 0
