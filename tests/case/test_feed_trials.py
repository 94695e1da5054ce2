"""A feed is tried: why a video was shown adds up, and the audit stands beside what was planted."""

import pytest

from cuibono.case.feed_trials import audit, trial, words
from cuibono.simulate.feed_policies import Policy

STRONG = Policy("steer", target=2, beta=1.0)


def test_the_terms_of_a_video_are_its_score() -> None:
    made = trial(STRONG, accounts=8, shown=60)
    row = made.shown(3, 10, 11)[0]
    assert sum(made.why(3, 10).values()) == pytest.approx(row["score"])
    assert made.why(3, 10)["policy"] == (1.0 if row["topic"] == "harbour law" else 0.0)
    assert set(made.usual(3)) == {"engagement", "taste", "together", "prior", "policy"}


def test_a_strong_pull_is_found_beside_what_was_planted() -> None:
    found = {e.topic: e for e in audit(STRONG, accounts=12, shown=100)}
    law = found["harbour law"]
    assert law.found
    assert law.planted == 1.0
    assert law.pull is not None
    assert 0.5 < law.pull < 1.5
    assert sum(e.shown for e in found.values()) == pytest.approx(1.0)
    assert {e.planted for t, e in found.items() if t != "harbour law"} == {0.0}


@pytest.mark.parametrize(
    ("policy", "said"),
    [
        (Policy(), "nothing"),
        (Policy("steer", target=2, beta=0.5, cell=0), "for the young only"),
        (Policy("fade", target=2), "40 %"),
        (Policy("insert", target=2, every=8), "every 8th place"),
        (Policy("tolerance", target=2, beta=0.4), "own stance"),
    ],
)
def test_each_policy_is_said_in_words(policy: Policy, said: str) -> None:
    assert said in words(policy)
