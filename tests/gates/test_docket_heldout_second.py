"""Gate: the docket of a second planted case, which nobody had read who wrote the rules that it was first tested on.

Untouched, at eb291a9: outcomes .7607, kinds .9141, subjects .9264, speakers .9388, listed .9877; .4468 decided of what
can be; one wrong decision. Since then classes of what it missed were mended, so that it is no longer untouched.
"""

import tempfile
from pathlib import Path

import pytest

from cuibono.model.claim_kind import CLAIM_KINDS
from tests.gates.docket_heldout_score import HOME, Score, lines, score, wanted
from tests.gates.floors import below

SECOND = HOME.with_name("docket_heldout_second")
SLACK = 0.01


@pytest.fixture(scope="module")
def scored(tmp_path_factory: pytest.TempPathFactory) -> Score:
    return score(tmp_path_factory.mktemp("second") / "case", SECOND)


def test_it_asks_about_every_kind_and_every_outcome() -> None:
    planted = wanted(SECOND)
    assert len(planted) >= 160
    assert {kind for w in planted for kind in w.kinds} == set(CLAIM_KINDS)
    alone = {w.outcomes[0] for w in planted if len(w.outcomes) == 1}
    assert alone == {"supported", "contradicted", "not identified", "no data", "not testable"}


def test_the_docket_is_as_good_as_it_was(scored: Score) -> None:
    print(*lines(scored), sep="\n")  # shown with pytest -s
    assert below("docket.heldout_second", scored.measures()) == []


def measure() -> dict[str, float]:
    """What the gate measures now."""
    with tempfile.TemporaryDirectory() as folder:
        return score(Path(folder) / "case", SECOND).measures()
