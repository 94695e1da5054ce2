"""Heavy work in another process: what comes back, what is told, and that it never outlives the desk."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from cuibono.errors import CuibonoError
from cuibono.web.apart import apart
from tests.web import apart_work


def test_it_is_another_process_that_tells_how_far_it_is() -> None:
    told: list[tuple[str, int, int]] = []

    process, to = apart(apart_work.counted, 6, step=2, tell=lambda *t: told.append(t))

    assert process != os.getpid()
    assert to == 6
    assert told == [("counting", 0, 6), ("counting", 2, 6), ("counting", 4, 6)]


def test_what_it_refuses_is_refused_here_with_what_to_try() -> None:
    with pytest.raises(CuibonoError, match=r"no kiln") as caught:
        apart(apart_work.refused)

    assert caught.value.try_ == "build one"


def test_what_goes_wrong_there_is_said_here() -> None:
    with pytest.raises(RuntimeError, match="ZeroDivisionError: by nothing"):
        apart(apart_work.broken)


def test_a_process_that_is_killed_is_an_error_a_person_can_read() -> None:
    with pytest.raises(CuibonoError, match="ended before it was done"):
        apart(apart_work.gone)


def test_nothing_is_imported_from_the_folder_that_it_is_called_from(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pickle.py").write_text("raise SystemExit('imported')", "utf-8")
    monkeypatch.chdir(tmp_path)

    assert apart(apart_work.counted, 1)[1] == 1


def test_it_ends_with_the_desk() -> None:
    begun = "from cuibono.web.apart import apart; from tests.web import apart_work as w; "
    code = begun + "apart(w.waits, tell=lambda says, *_: print(says, flush=True))"
    root = Path(__file__).parents[2]
    with subprocess.Popen([sys.executable, "-c", code], cwd=root, stdout=subprocess.PIPE, text=True) as desk:
        assert desk.stdout is not None
        other = int(desk.stdout.readline())
        desk.kill()

    for _ in range(100):
        if not Path(f"/proc/{other}").exists() or b"Z" in Path(f"/proc/{other}/stat").read_bytes().split()[2:3]:
            return
        time.sleep(0.1)
    pytest.fail("it goes on without the desk")
