import sys

import pytest

from cuibono.readers.child import Child

SERVING = """
import os, time
from cuibono.readers.child import serve
def answer(q):
    if q["do"] == "sleep":
        time.sleep(60)
    if q["do"] == "die":
        os._exit(7)
    if q["do"] == "print":
        os.write(1, b"from a C library")
        print("from Python")
    if q["do"] == "hoard":
        try:
            return {"got": len(bytearray(2 << 30))}
        except MemoryError:
            return {"got": None}
    return {"pid": os.getpid()}
serve(answer, memory=1 << 30)
"""


@pytest.fixture
def child(tmp_path, monkeypatch):
    (tmp_path / "serving.py").write_text(SERVING)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with Child("serving") as child:
        yield child


def test_one_process_answers_many_questions(child):
    first, second = (child.ask({"do": "x"}, seconds=30) for _ in range(2))
    assert first == second
    assert child.alive


def test_what_libraries_print_does_not_disturb_the_answers(child):
    assert child.ask({"do": "print"}, seconds=30) == child.ask({"do": "x"}, seconds=30)


def test_a_late_answer_is_a_timeout_and_the_process_is_gone(child):
    child.ask({"do": "x"}, seconds=30)
    with pytest.raises(TimeoutError, match=r"no answer within 0\.2 seconds"):
        child.ask({"do": "sleep"}, seconds=0.2)
    assert not child.alive


def test_a_process_that_dies_is_told_from_a_late_one(child):
    with pytest.raises(EOFError) as caught:
        child.ask({"do": "die"}, seconds=30)
    assert caught.value.args == (7,)
    with pytest.raises(EOFError):
        child.ask({"do": "x"}, seconds=30)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux bounds the address space")
def test_memory_is_bounded(child):
    assert child.ask({"do": "hoard"}, seconds=30) == {"got": None}


def test_modules_that_lie_among_the_evidence_are_not_imported(tmp_path, monkeypatch):
    (tmp_path / "library").mkdir()
    (tmp_path / "library" / "serving.py").write_text(SERVING)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "library"))
    (tmp_path / "evidence").mkdir()
    (tmp_path / "evidence" / "json.py").write_text("import pathlib; pathlib.Path('ran').touch()")
    monkeypatch.chdir(tmp_path / "evidence")
    with Child("serving") as child:
        assert child.ask({"do": "x"}, seconds=30)["pid"] > 0
    assert not (tmp_path / "evidence" / "ran").exists()
