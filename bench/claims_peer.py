"""datasketch, in a virtual environment of its own, as a yardstick for near-copies."""

import json
import subprocess
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent / "peers" / "datasketch"


@cache
def peer_python() -> Path | None:
    """The interpreter of the peer's environment, made on first use; None (and why, on stderr) when it cannot be."""
    python = HERE / ".venv" / "bin" / "python"
    if not python.exists():
        print("Installing datasketch ...", file=sys.stderr)
        subprocess.run([sys.executable, "-m", "venv", HERE / ".venv"], check=True)
        install = [python, "-m", "pip", "install", "--quiet", "-r", HERE / "requirements.txt"]
        subprocess.run(install, check=False)
    works = subprocess.run([python, "-c", "import datasketch"], capture_output=True, check=False).returncode == 0
    if not works:
        print("datasketch could not be installed; see above.", file=sys.stderr)
    return python if works else None


def peer_copies(texts: Sequence[str], file: Path) -> tuple[float, set[tuple[int, int]]] | None:
    """Seconds of processor that the peer takes for the texts, and the pairs that it offers; None without it."""
    python = peer_python()
    if python is None:
        return None
    file.write_text(json.dumps(list(texts)), "utf-8")
    done = subprocess.run([python, HERE / "rate.py", file], capture_output=True, text=True, check=True)
    seconds, pairs = done.stdout.splitlines()[-2:]
    return float(seconds), {(a, b) for a, b in json.loads(pairs)}
