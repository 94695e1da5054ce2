"""The simulated feed: claims of what it shows to whom are decided, and everything says that it is simulated."""

import pytest

from cuibono.case import open_case
from cuibono.demo.build import build


def test_claims_about_the_feed_are_decided_by_what_was_measured_alone(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cuibono.demo.build.NAMES", ("feed",))
    case = open_case(build(tmp_path_factory.mktemp("demo") / "feed")[0].folder, make=False)
    assert case.status().simulated == case.status().sources == 4
    outcome = {r.claim.speaker: r.outcome for r in case.docket() if "harbour law" in r.claim.says}
    assert outcome == {"Town Crier": "supported", "Ada Vale": "supported", "Lena Hartley": "contradicted"}
    others = {r.outcome for r in case.docket() if r.claim.speaker == "Otto Fen"}
    assert others == {"not identified"}
