"""The simulated feed: claims of what it shows to whom are decided, and everything says that it is simulated."""

from cuibono.case import open_case
from cuibono.demo.build import Built


def test_claims_about_the_feed_are_decided_by_what_was_measured_alone(demo: list[Built]) -> None:
    case = open_case(next(b.folder for b in demo if b.name == "feed"), make=False)
    assert case.status().simulated == case.status().sources == 4
    outcome = {r.claim.speaker: r.outcome for r in case.docket() if "harbour law" in r.claim.says}
    assert outcome == {"Town Crier": "supported", "Ada Vale": "supported", "Lena Hartley": "contradicted"}
    others = {r.outcome for r in case.docket() if r.claim.speaker == "Otto Fen"}
    assert others == {"not identified"}
