"""Long partisan programmes, invented: whether their claims are listed, and whose word each of them is.

``programmes/labelled.txt`` (6,000 words: host, narrator, guests, clips, officials who are quoted) was written before
anything was measured on it, and rules were mended by what was missed. ``unlabelled.txt`` is a film in which nobody is
labelled; of it no rule was mended that only it needed. Their gold lists what a careful reader finds.
"""

import re
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from cuibono.case import open_case
from tests.extract.conftest import pipeline_of_model
from tests.gates import claims_gold
from tests.gates.claims_gold import Judged, Listed
from tests.gates.floors import below

HERE = Path(__file__).with_name("programmes")
SLACK = 0.02
_OUTLET = "Invented Broadcaster"
_LABEL = re.compile(r"^([A-Z][\w.]+(?: [A-Z][\w.]*)?|News clip): ", re.MULTILINE)
#: Whom the labels stand for; the host is the voice of the narration.
_CAST = {"Mr. Hou": "Hou Anping", "Dr. Abarca": "Zeno Abarca", "Narration": "Delia Marsh"}


@cache
def listed(name: str) -> tuple[Listed, ...]:
    """The claims of a programme as the docket has them."""
    pipeline_of_model()
    with TemporaryDirectory() as folder:
        case = open_case(Path(folder) / name)
        case.add(HERE / f"{name}.txt", outlet=_OUTLET, published="2023-06-01")
        spans = {r.id: (r.start, r.end) for r in case.records(kind="claim")}
        return tuple(Listed(*spans[c.id], c, _OUTLET) for row in case.docket(run=False) for c in row.claims)


@cache
def text_of(name: str) -> str:
    """The text of a programme."""
    return (HERE / f"{name}.txt").read_text("utf-8")


@cache
def judged(name: str) -> tuple[Judged, ...]:
    """The claims of the gold beside those of the docket."""
    return tuple(claims_gold.judge(text_of(name), claims_gold.gold(HERE / f"{name}.gold"), listed(name)))


def rightly_spoken() -> list[tuple[Listed, bool]]:
    """Every claim listed of the labelled programme, and whether it is the word of whom it is given to."""
    text = text_of("labelled")
    labels = [(m.start(), _CAST.get(m[1], m[1])) for m in _LABEL.finditer(text)]
    places = [(claims_gold.place(text, w.words), w) for w in claims_gold.gold(HERE / "labelled.gold")]

    def right(claim: Listed) -> bool:
        voice = next(who for start, who in reversed(labels) if start <= claim.start)
        if claim.asked.speaker in (voice, voice.split()[-1]) or (
            voice == "Delia Marsh" and claim.asked.speaker == _OUTLET
        ):
            return True
        return any(claim.start <= at < claim.end and claims_gold.says(want, claim) for at, want in places)

    return [(claim, right(claim)) for claim in listed("labelled")]


def measure() -> dict[str, float]:
    """What is listed of both programmes, and how much of it rightly."""
    figures = {}
    for name in ("labelled", "unlabelled"):
        found = judged(name)
        figures |= {
            f"{name}: listed": sum(j.listed is not None for j in found) / len(found),
            f"{name}: speakers": sum(j.speaker for j in found) / len(found),
            f"{name}: kinds": sum(j.kind for j in found) / len(found),
            f"{name}: subjects": sum(j.subject for j in found) / len(found),
        }
    spoken = rightly_spoken()
    return figures | {"labelled: speakers of all": sum(right for _, right in spoken) / len(spoken)}


def test_claims_of_programmes_stay_above_their_floors() -> None:
    assert below("docket.programmes", measure()) == []


def test_the_programme_is_long_and_its_gold_is_wide() -> None:
    assert len(text_of("labelled").split()) >= 6_000
    assert len(judged("labelled")) >= 100
    assert len(judged("unlabelled")) >= 60


def test_many_claims_over_many_subjects_have_the_right_speaker() -> None:
    right = [claim for claim, is_right in rightly_spoken() if is_right]
    assert len(right) >= 100
    assert len({c.asked.subject.name for c in right if c.asked.subject}) >= 60
    assert len({c.asked.kind for c in right}) >= 14
