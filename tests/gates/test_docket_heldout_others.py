"""Gate: the docket of further planted cases, each written by somebody who had not read the rules.

Untouched, each when it came: the second (166 claims) outcomes .761 with one wrong decision, .447 decided of what can
be; the third (172) .623, none wrong, .333; the fourth (190) .633, none wrong, .405; the fifth (207, literary) .401,
none wrong, .094; the sixth (207, plain) .412, none wrong, .180; the seventh (224, plain) .603, none wrong, .391; the
eighth (203, plain), scored once all mends were made, .751, none wrong, .633. Six more came at once, all plain, by six
hands: ninth (185) .595, .446; tenth (194) .603, .420; eleventh (186) .613, .416; twelfth (185) .681, .537; thirteenth
(194) .557, .345; fourteenth (184) .571, .449 - none wrong (the last three when some mends of that time were made, none
by them). All but the eleventh were read then, and classes of what was missed mended; the eleventh, sealed until that
was done, was .704, none wrong, .522 decided of what can be. Two more by other hands again, asked to word every claim
afresh: fifteenth (189) .429, .240; sixteenth (189) .381, .224, none wrong. Two of the same kind that nobody who mends
has read stood at .407 and .532 when these had been read. On a text that nobody has seen expect what those showed.
"""

import tempfile
from pathlib import Path

import pytest

from cuibono.model.claim_kind import CLAIM_KINDS
from tests.gates.docket_heldout_score import HOME, Score, lines, score, wanted
from tests.gates.floors import below

SLACK = 0.01
SETS = (
    "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
    "thirteenth", "fourteenth", "fifteenth", "sixteenth",
)  # fmt: skip


def folder(name: str) -> Path:
    return HOME.with_name(f"docket_heldout_{name}")


@pytest.mark.parametrize("name", SETS)
def test_each_asks_about_every_kind_and_every_outcome(name: str) -> None:
    planted = wanted(folder(name))
    assert len(planted) >= 160
    assert {kind for w in planted for kind in w.kinds} == set(CLAIM_KINDS)
    asked = {outcome for w in planted for outcome in w.outcomes}
    assert asked == {"supported", "contradicted", "not identified", "no data", "not testable"}


@pytest.mark.parametrize("name", SETS)
def test_the_docket_is_as_good_as_it_was_and_decides_nothing_wrongly(name: str, tmp_path: Path) -> None:
    found = score(tmp_path / "case", folder(name))
    print(*lines(found), sep="\n")  # shown with pytest -s
    assert not found.wrong
    assert not found.strays
    assert below("docket.heldout_others", _measures({name: found}), of=f"{name}: ") == []


def measure() -> dict[str, float]:
    """What the gate measures now."""
    with tempfile.TemporaryDirectory() as room:
        return _measures({name: score(Path(room) / name, folder(name)) for name in SETS})


def _measures(scored: dict[str, Score]) -> dict[str, float]:
    return {f"{name}: {told}": value for name, found in scored.items() for told, value in found.measures().items()}
