"""What pages remember: made once, made anew after a change, shown as it was while that takes long."""

import threading

import pytest

from cuibono.case import Case
from cuibono.errors import CuibonoError
from cuibono.web.desk import Desk, NotYet


def test_what_is_remembered_is_made_once_until_the_case_changes(own: Case) -> None:
    desk, made = Desk(own), []
    for _ in range(3):
        assert desk.remembered("x", lambda: made.append(1) or len(made)) == 1
    own.judge(own.findings()[0].id, "confirmed", by="Ina Holm")
    assert desk.remembered("x", lambda: made.append(1) or len(made)) == 2


def test_many_who_ask_at_once_make_it_once(built: Case) -> None:
    desk, made, answers = Desk(built), [], []
    gate = threading.Barrier(4)

    def ask() -> None:
        gate.wait()
        answers.append(desk.remembered("x", lambda: made.append(1) or len(made)))

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    assert answers == [1, 1, 1, 1]


def test_what_is_dear_is_shown_as_it_was_while_it_is_made_anew(own: Case) -> None:
    desk, may = Desk(own), threading.Event()
    assert desk.soon("x", lambda: "before") == "before"
    own.judge(own.findings()[0].id, "confirmed", by="Ina Holm")

    def slowly() -> str:
        may.wait(20)
        return "after"

    assert desk.soon("x", slowly, patience=0.01) == "before"
    assert desk.behind
    may.set()
    assert desk.soon("x", slowly, patience=20) == "after"
    assert not desk.behind


def test_what_was_never_made_is_not_there_yet(built: Case) -> None:
    desk, may = Desk(built), threading.Event()
    with pytest.raises(NotYet):
        desk.soon("x", lambda: may.wait(20), patience=0.01)
    may.set()
    assert desk.soon("x", lambda: True, patience=20) is True


def test_an_error_in_the_making_is_told_to_who_asks(built: Case) -> None:
    def fails() -> str:
        raise CuibonoError("It is damaged.")

    desk = Desk(built)
    with pytest.raises(CuibonoError, match="damaged"):
        desk.soon("x", fails, patience=20)
    assert desk.soon("x", lambda: "well", patience=20) == "well"


def test_a_line_is_said_once(built: Case) -> None:
    desk = Desk(built)
    desk.say("Done.", undo=3)
    assert [(s.text, s.undo) for s in desk.said()] == [("Done.", 3)]
    assert desk.said() == []
