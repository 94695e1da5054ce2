"""Whom a name means: one that several bear decides nothing, however it is spelled."""

from dataclasses import replace

import pytest

from cuibono.case.docket.names import bearers, doubtful, fuller, is_meant, named, shorts, spellings
from cuibono.case.docket.rows import Evidence
from cuibono.model.docket import Party
from tests.case.asked import asked


def _register(**names: str) -> Evidence:
    called: dict[str, set[str]] = {}
    for id_, name in names.items():
        for spelling in spellings(name):
            called.setdefault(spelling, set()).add(id_)
    return Evidence(called={k: frozenset(v) for k, v in called.items()})


HU = Party("name:hu wen", "Hu Wen")


@pytest.mark.parametrize("other", ["Hu Wen", "Wen Hu", "胡文", "Hu-Wen", "HU WEN"])
def test_two_bearers_leave_open_who_is_meant(other: str) -> None:
    assert doubtful(HU, _register(p1="Hu Wen", p2=other)) == "2 are recorded that are called Hu Wen"


@pytest.mark.parametrize("other", ["Hu Tao", "Hu Wenli", "Ada Brenner", "李娜"])
def test_others_do_not_make_a_name_doubtful(other: str) -> None:
    assert doubtful(HU, _register(p1="Hu Wen", p2=other)) == ""


def test_an_id_that_the_case_knows_says_who_is_meant() -> None:
    register = _register(p1="Hu Wen", p2="Wen Hu")
    known = Party("p1", "Hu Wen")
    assert doubtful(known, register) == ""
    assert is_meant(known, Party("p1", "Hu Wen"), register)
    assert not is_meant(known, Party("p2", "Hu Wen"), register)
    assert not is_meant(known, Party("name:hu wen", "Hu Wen"), register)


def test_a_row_with_an_id_of_its_own_is_a_bearer_and_one_with_a_name_alone_is_not() -> None:
    register = _register(p1="Hu Wen")
    assert len(bearers(HU, register, [Party("gb:7", "Hu Wen")])) == 2
    assert len(bearers(HU, register, [Party("name:hu wen", "Hu Wen")])) == 1
    assert is_meant(HU, Party("name:hu wen", "The Hu Wen"), register)


def test_part_of_a_name_means_nobody() -> None:
    assert not is_meant(Party(None, "Hu", whole=False), Party("p1", "Hu"), _register(p1="Hu"))


def test_a_shared_name_is_no_whole_name_for_others_to_look_up() -> None:
    claim = asked("role", "Hu Wen", "chairman of", None, "Acme Bank")
    found = named(claim, _register(p1="Hu Wen", p2="胡文"))
    assert found.subject is not None
    assert not found.subject.whole
    assert found.object == claim.object
    assert named(claim, _register(p1="Hu Wen")) == claim


def test_one_word_is_a_whole_name_where_a_table_has_it_and_nothing_longer() -> None:
    part = Party(None, "Halden", whole=False)
    claim = replace(asked("share", "Halden", "made 64 percent of lamps", "2021"), subject=part)
    alone = Evidence(shares={"halden": []})
    assert fuller(claim, alone).subject == Party(None, "Halden")
    assert fuller(claim, Evidence()).subject == part
    assert fuller(claim, replace(alone, shorts=shorts(["Halden Works"], []))).subject == part
    assert fuller(claim, replace(alone, shorts=shorts(["Ada Halden"], ["Ada Halden"]))).subject == part
    assert fuller(claim, replace(alone, shorts=shorts(["Works Halden"], []))).subject == Party(None, "Halden")
    assert fuller(replace(claim, kind="tie"), alone).subject == part
