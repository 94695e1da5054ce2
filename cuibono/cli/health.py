"""``doctor``: is everything here that cuibono works with, and is the case at hand in order?

Nothing heavy is imported at the top: a doctor must be able to speak when the patient cannot.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from cuibono.engine import DuckEngine
    from cuibono.store.layout import Layout

State = Literal["ok", "note", "wrong"]

_REINSTALL = "install cuibono anew from its lock file: make clean install"
_EXTENSIONS = {"core_functions", "icu", "json", "parquet"}
_GIGA = 1 << 30
_LITTLE_DISK, _LITTLE_MEMORY = 2 * _GIGA, 2 * _GIGA
_CHINESE = "协鑫科技在新疆生产颗粒硅。"  # "GCL Technology makes granular silicon in Xinjiang."
_ENGLISH = '"We never sold the bank," said Luo Weiqing of Acme Bank.'


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at: ``ok``, a ``note`` (works, but), or ``wrong``; and what to do about it."""

    name: str
    state: State
    says: str
    try_: str = ""


def examine(layout: "Layout | None", here: Path) -> list[Check]:
    """Look at the program, the machine and the case (None when there is none); never raises, changes nothing."""
    checks = [_tried(name, look) for name, look in _PROGRAM.items()]
    known = layout is not None and layout.settings.is_file()
    place = layout.root if layout and known else here
    checks += [_tried("disk", lambda: _disk(place)), _tried("memory", _memory), _tried("temporary files", _temporary)]
    checks.append(Check("network", "ok", "not needed: nothing that cuibono does leaves this machine"))
    if layout is None:
        return [*checks, Check("case", "note", "there is no case here", "cuibono -C FOLDER doctor")]
    if not known:
        return [*checks, Check("case", "wrong", f"{layout.root} is not a case", f"cuibono new {layout.root}")]
    return [*checks, _tried("write access", lambda: _writable(layout)), *_case(layout)]


def healthy(checks: list[Check]) -> bool:
    """Whether nothing is wrong; notes do not count."""
    return all(c.state != "wrong" for c in checks)


def _tried(name: str, look: Callable[[], Check]) -> Check:
    from cuibono.errors import CuibonoError

    try:
        return look()
    except CuibonoError as error:
        return Check(name, "wrong", error.what, error.try_)
    except Exception as error:  # whatever breaks here is the very thing to report
        return Check(name, "wrong", f"{type(error).__name__}: {error}", _REINSTALL)


def _python() -> Check:
    version = ".".join(map(str, sys.version_info[:3]))
    return Check("Python", "ok", f"{version} in {sys.prefix}")


def _engine() -> Check:
    from cuibono.engine import DuckEngine

    with DuckEngine() as engine:
        version = engine.value("SELECT version()")
        there = {n for (n,) in engine.tuples("SELECT extension_name FROM duckdb_extensions() WHERE loaded")}
    lacking = sorted(_EXTENSIONS - there)
    if lacking:
        return Check("DuckDB", "wrong", f"{version} comes without {', '.join(lacking)}", _REINSTALL)
    return Check("DuckDB", "ok", f"{version} with {', '.join(sorted(_EXTENSIONS))}")


def _search() -> Check:
    import sqlite3
    from contextlib import closing

    from cuibono.store.search import match_query, tokens

    with closing(sqlite3.connect(":memory:")) as index:
        try:
            index.execute("CREATE VIRTUAL TABLE words USING fts5 (text)")
        except sqlite3.OperationalError:
            says = f"this Python's SQLite ({sqlite3.sqlite_version}) has no FTS5"
            return Check("search", "wrong", says, "use another Python, for example Debian's python3")
        index.execute("INSERT INTO words VALUES (?)", (tokens(_CHINESE),))
        found = index.execute("SELECT count(*) FROM words WHERE words MATCH ?", (match_query("颗粒"),)).fetchone()[0]
    if not found:
        return Check("search", "wrong", "Chinese words are not found in a Chinese sentence", _REINSTALL)
    return Check("search", "ok", f"SQLite {sqlite3.sqlite_version} with FTS5; finds Chinese words")


def _languages() -> Check:
    from cuibono.readers.langs import language

    heard = {
        language("The committee published its annual report on the mining of quartz."),
        language(_CHINESE * 2),
    }
    if heard != {"en", "zh"}:
        return Check("languages", "wrong", f"the language model hears {heard} in English and Chinese", _REINSTALL)
    return Check("languages", "ok", "the language model loads from disk; tells English from Chinese")


def _readers() -> Check:
    from cuibono.readers import registry

    names = [r.name for r in registry.readers()]
    return Check(
        "readers", "ok" if names else "wrong", f"{len(names)}: {', '.join(names)}", "" if names else _REINSTALL
    )


def _lenses() -> Check:
    from cuibono.lenses import registry

    names = registry.lens_names()
    for name in names:
        registry.get(name)
    return Check("lenses", "ok" if names else "wrong", f"{len(names)}: {', '.join(names)}", "" if names else _REINSTALL)


def _ocr() -> Check:
    from cuibono.readers import ocr

    engine = ocr.available()
    if engine is None:
        return Check("OCR", "note", "none: pictures and scanned pages stay unread", ocr.INSTALL)
    names = {"eng": "English", "chi_sim": "Chinese"}
    known = [names.get(code, code) for code in ocr.languages()]
    return Check("OCR", "ok", f"{engine}; reads {' and '.join(known)}")


def _reading() -> Check:
    from cuibono.extract import models, run
    from cuibono.extract.document import Document

    model = models.find()
    with_model = run.read(Document(_ENGLISH)) if model else None
    found = run.read(Document(_ENGLISH), "rules").found
    if not found.claims or not (with_model is None or with_model.found.claims):
        return Check("reading", "wrong", "who speaks is not found in a plain sentence", _REINSTALL)
    if model is None:
        return Check("reading", "note", "by word lists only: much of who says what stays unread", models.INSTALL)
    return Check("reading", "ok", f"{model.package} {model.version} is what it says it is, and reads")


def _disk(place: Path) -> Check:
    from shutil import disk_usage

    free = disk_usage(place).free
    if free < _LITTLE_DISK:
        return Check("disk", "note", f"{_gb(free)} free at {place}: large tables may not fit", "free some space")
    return Check("disk", "ok", f"{_gb(free)} free at {place}")


def _memory() -> Check:
    there = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    says = f"{_gb(there)}, {os.cpu_count()} processors"
    if there < _LITTLE_MEMORY:
        return Check("memory", "note", f"{says}: tables of millions of rows will spill to disk", "close other programs")
    return Check("memory", "ok", says)


def _temporary() -> Check:
    with tempfile.NamedTemporaryFile(prefix="cuibono-") as probe:
        probe.write(b"x")
        probe.flush()
        return Check("temporary files", "ok", f"can be written to {Path(probe.name).parent}")


def _writable(layout: "Layout") -> Check:
    if not layout.writable():
        says = f"{layout.root} is read-only: looking works, but findings are not kept"
        return Check("write access", "note", says, "copy the folder to a place of your own, or ask for write access")
    return Check("write access", "ok", f"{layout.root} can be written to")


def _case(layout: "Layout") -> list[Check]:
    """Open the case, then compare what it lists with what lies on disk: sizes only, so that it takes no time."""
    from cuibono.store import database
    from cuibono.store.layout import FORMAT

    def opened() -> Check:
        with database.reader(layout) as engine:
            return Check("case", "ok", f"opens; format {FORMAT}, generation {database.generation(engine)}")

    def listed() -> Check:
        with database.reader(layout) as engine:
            return _files(engine, layout)

    first = _tried("case", opened)
    return [first, _tried("sources", listed)] if first.state == "ok" else [first]


def _files(engine: "DuckEngine", layout: "Layout") -> Check:
    listed = engine.tuples("SELECT id, size FROM ev.source")
    off = [sha for sha, size in listed if _size(layout.source_file(sha)) != size]
    if off:
        says = f"{len(off):,} of {len(listed):,} sources are missing or have another size"
        return Check("sources", "wrong", says, "cuibono verify says which")
    return Check("sources", "ok", f"{len(listed):,}, each of the size it came with; cuibono verify hashes them again")


def _size(path: Path) -> int | None:
    try:
        return path.stat().st_size
    except OSError:
        return None


def _gb(size: int) -> str:
    return f"{size / _GIGA:,.1f} GB"


_PROGRAM: dict[str, Callable[[], Check]] = {
    "Python": _python,
    "DuckDB": _engine,
    "search": _search,
    "languages": _languages,
    "readers": _readers,
    "lenses": _lenses,
    "OCR": _ocr,
    "reading": _reading,
}
