"""``cuibono --help`` must be instant: nothing heavy is imported for it."""

import subprocess
import sys

import pytest

HEAVY = ["duckdb", "numpy", "spacy", "trafilatura", "rich", "lxml", "jinja2", "yaml", "pypdf", "docx", "sqlite3"]
PROGRAM = """
import sys
sys.argv = ["cuibono", *{arguments!r}]
from cuibono.cli import main
try:
    main()
except SystemExit as end:
    assert not end.code, end.code
sys.stderr.write(" ".join(sorted(m for m in {heavy!r} if m in sys.modules)))
"""


def imported(*arguments: str) -> str:
    """Which heavy modules a command loads."""
    script = PROGRAM.format(arguments=list(arguments), heavy=HEAVY)
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=True)
    assert "Usage" in done.stdout or "cuibono, version" in done.stdout
    return done.stderr


@pytest.mark.parametrize("arguments", [("--help",), ("-h",), ("--version",)])
def test_help_imports_nothing_heavy(arguments: tuple[str, ...]) -> None:
    assert imported(*arguments) == ""


@pytest.mark.parametrize("verb", ["new", "add", "status", "search", "findings", "cite", "export", "forget", "doctor"])
def test_the_help_of_a_verb_imports_nothing_heavy(verb: str) -> None:
    assert imported(verb, "--help") == ""


def test_the_public_names_load_on_first_use() -> None:
    script = (
        "import sys, cuibono; assert cuibono.__version__; print([m for m in ('duckdb', 'numpy') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout == "[]\n"
