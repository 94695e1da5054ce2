"""Steps of a session at hand are made once, as long as nothing that they read is made anew."""

from cuibono.store.steps_at_hand import Steps


def test_the_same_step_is_there_until_another_takes_its_name() -> None:
    steps = Steps(["holdings"])
    assert not steps.has("mine", "SELECT * FROM holdings WHERE owner_name = $who", {"who": "Hu Wen"})
    assert steps.has("mine", "SELECT * FROM holdings WHERE owner_name = $who", {"who": "Hu Wen"})
    assert not steps.has("mine", "SELECT * FROM holdings WHERE owner_name = $who", {"who": "Li Na"})
    assert not steps.has("mine", "SELECT * FROM holdings WHERE owner_name = $who", {"who": "Hu Wen"})


def test_a_step_on_a_step_is_made_anew_when_that_is() -> None:
    steps = Steps(["holdings"])
    steps.has("mine", "SELECT 1 AS n FROM holdings", None)
    assert not steps.has("next", "SELECT n AS n FROM mine", None)
    assert steps.has("next", "SELECT n AS n FROM mine", None)
    steps.has("mine", "SELECT 2 AS n FROM holdings", None)
    assert not steps.has("next", "SELECT n AS n FROM mine", None)


def test_what_reads_itself_or_something_unknown_is_always_made_and_a_failed_one_is_none() -> None:
    steps = Steps(["holdings"])
    for sql in ("SELECT * FROM offered", "SELECT * FROM mine"):
        assert not steps.has("mine", sql, None)
        assert not steps.has("mine", sql, None)
    steps.has("other", "SELECT 1 AS n FROM holdings", None)
    steps.forget("other")
    assert not steps.has("other", "SELECT 1 AS n FROM holdings", None)
