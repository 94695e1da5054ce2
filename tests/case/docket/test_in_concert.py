"""Accounts that act together: how many, within how many seconds, how often, and wherever a claim names them."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from cuibono.case.docket.in_concert import window_of
from cuibono.store.session import Session
from tests.case.asked import asked, case_of, put
from tests.case.links_in_step import links_in_step

GROUP = ("ink_stone", "Ferry24", "Blue Lantern", "old_reed")


@pytest.fixture(scope="module")
def accounts() -> Iterator[Session]:
    with case_of({"shares.csv": links_in_step(GROUP)}) as session:
        yield session


@pytest.mark.parametrize(
    ("subject", "words", "outcome"),
    [
        ("The accounts", "The accounts ink_stone and old_reed posted the same links within seconds", "supported"),
        ("", "Four accounts, among them ink_stone and Ferry24, share links in concert", "supported"),
        ("", "Five accounts, among them ink_stone and Ferry24, share links in concert", "not identified"),
        ("Ferry24", "Ferry24 and Blue Lantern shared identical links only seconds apart", "supported"),
        ("Ferry24", "Ferry24 and Red Lantern shared identical links only seconds apart", "not identified"),
        ("", "ink_stone and Ferry24 posted 40 identical links within twenty seconds of each other", "supported"),
        ("", "ink_stone and Ferry24 posted 30 identical links within twenty seconds of each other", "not identified"),
        ("", "ink_stone and Ferry24 posted more than thirty identical links within the same minute", "supported"),
        ("", "ink_stone and Ferry24 posted identical links within a minute some forty times", "supported"),
        ("", "ink_stone and Ferry24 posted identical links within a minute some sixty times", "not identified"),
        ("", "ink_stone and old_reed posted the same links within two seconds of each other", "no data"),
        ("", "ink_stone and Ferry24 have never shared a link within the same minute", "contradicted"),
        ("", "ink_stone and Ferry24 never shared a link within two seconds", "no data"),
        ("ink_stone", "coordination  old_reed", "supported"),
        ("ink_stone", "coordination  new_reed", "not identified"),
    ],
)
def test_what_is_said_of_accounts_is_measured(accounts: Session, subject: str, words: str, outcome: str) -> None:
    assert put(accounts, replace(asked("coordination", subject, ""), words=words, says=words)).outcome == outcome


@pytest.mark.parametrize(("time", "outcome"), [("2021-06", "supported"), ("2021-09", "no data")])
def test_a_month_is_looked_at_alone(accounts: Session, time: str, outcome: str) -> None:
    words = "ink_stone and old_reed posted the same links within seconds"
    assert put(accounts, replace(asked("coordination", "", "", time), words=words, says=words)).outcome == outcome


def test_seconds_that_are_said() -> None:
    assert window_of("within two minutes of each other") == 120
    assert window_of("within seconds of each other") is None
