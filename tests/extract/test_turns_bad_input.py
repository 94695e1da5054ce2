"""Turns of what is no transcript, or a damaged one: no crash, and time that grows with the length only."""

import time
from itertools import pairwise

import pytest

from cuibono.extract import plain_analysis, turns
from cuibono.extract.document import Document
from cuibono.extract.records import Name, Span, Turn
from cuibono.extract.repair import repaired

_BASE = 8_000
_PIECES = {
    "no stop": "word ",
    "blanks": " ",
    "lines": "\n",
    "one label": "Ada: x\n",
    "two labels": "Host Ada Lind: hi\nGuest: yo\n",
    "marks": ">> hi\n\n",
    "quotes": '"I said" ',
    "lone marks": '"',
    "brackets": "[",
    "clips": "(clip starts) x (clip ends) y\n",
    "half clips": "Host: a\n(clip) x ",
    "half pairs": "\ud800 a",
    "right to left": "\u202e\u200bאב ",
    "introductions": "This is Ada Lind, a former manager. I was there. ",
    "numbered": "Speaker 7: I am here.\nSpeaker 8: So am I.\n",
    "glued": "Yes. Host: What? Guest: No.",
    "dashes": "- so\n- no\n",
    "cues": "so and\n\nthen we\n\n",
    "ticks": "``''",
    "lone s": "a s ",
    "stamps": "[00:01:02] ",
}


def _turns(text: str) -> tuple[Turn, ...]:
    places = tuple(Span(at, at + 8) for at in range(len(text)) if text.startswith("Ada Lind", at))
    names = (Name("n1", "Ada Lind", "Person", places, ("Ada Lind",)),) if places else ()
    document = Document(text)
    return turns.segment(document, plain_analysis.analyse(document, repaired(text)), names)[0]


@pytest.mark.parametrize("piece", _PIECES.values(), ids=_PIECES.keys())
def test_any_text_is_gone_through_in_order(piece: str) -> None:
    text = piece * (_BASE // len(piece))
    spans = [t.span for t in _turns(text)]
    assert all(0 <= s.start < s.end <= len(text) for s in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))


@pytest.mark.parametrize("piece", _PIECES.values(), ids=_PIECES.keys())
def test_time_grows_with_the_length(piece: str) -> None:
    def seconds(length: int) -> float:
        text = piece * (length // len(piece))
        document = Document(text)
        analysis = plain_analysis.analyse(document, repaired(text))
        start = time.process_time()
        turns.segment(document, analysis, ())
        return time.process_time() - start

    seconds(_BASE)
    # The best of three: another job on the machine, or a collection of garbage, slows any one of them.
    short, long = (min(seconds(length) for _ in range(3)) for length in (_BASE, 8 * _BASE))
    assert long < 8 * 4 * short + 0.3


def test_subtitles_have_turns_over_their_cues() -> None:
    text = (
        ">> hello everybody and\n\nwelcome back I'm Ada Lind\n\nand today we talk about\n\nthe grid\n\n>> thank you "
        "I'm\n\nglad to be here\n\n>> so who built\n\nthe grid and what\n\ndoes it do\n\n"
        ">> I built it in\n\nthe year 2013"
    )
    found = _turns(text)
    assert len(found) == 4
    assert found[0].span.of(text).endswith("the grid")
    assert found[3].span.of(text) == "I built it in\n\nthe year 2013"
