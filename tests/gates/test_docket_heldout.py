"""Gate: the docket of a planted case that was written by others than its rules, over all kinds of claims."""

from pathlib import Path

import pytest

from cuibono.model.claim_kind import CLAIM_KINDS
from tests.gates.docket_heldout_score import Score, lines, score, wanted
from tests.gates.floors import below

SLACK = 0.01


@pytest.fixture(scope="module")
def scored(tmp_path_factory: pytest.TempPathFactory) -> Score:
    return score(tmp_path_factory.mktemp("heldout") / "case")


def test_it_asks_about_every_kind_and_every_outcome() -> None:
    planted = wanted()
    assert len(planted) >= 300
    assert {kind for w in planted for kind in w.kinds} == set(CLAIM_KINDS)
    alone = {w.outcomes[0] for w in planted if len(w.outcomes) == 1}
    assert alone == {"supported", "contradicted", "not identified", "no data", "not testable"}


def test_the_docket_is_as_good_as_it_was(scored: Score) -> None:
    print(*lines(scored), sep="\n")  # shown with pytest -s
    assert below("docket.heldout", scored.measures()) == []


def measure() -> dict[str, float]:
    """What the gate measures now."""
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        return score(Path(folder) / "case").measures()
