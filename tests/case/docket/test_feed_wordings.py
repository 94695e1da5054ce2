"""What test accounts see, told in words: none of it, next to none, as much as others."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from cuibono.case.docket.feed_wordings import in_feed_words, none_of_it
from cuibono.store.session import Session
from tests.case.asked import asked, case_of, put

SHOWN = {  # of 40 that each account was shown
    "hill": {"mayor": 10, "chess": 4, "storms": 1, "pets": 25},
    "shore": {"mayor": 2, "chess": 4, "storms": 0, "pets": 34},
}


def _impressions() -> str:
    rows, at = ["account,video,t,position,platform,arm,topic,source_label"], 0
    for arm, topics in SHOWN.items():
        for n in range(12):
            mine = [t for t, many in topics.items() for _ in range(many)]
            for position, topic in enumerate(mine, start=1):
                at += 1
                rows.append(f"{arm}-{n},v{at},{1_700_000_000 + at},{position},Vexl,{arm},{topic},organic")
    return "\n".join(rows) + "\n"


def _accounts() -> str:
    rows = ["account,kind,arm"]
    return "\n".join([*rows, *(f"{arm}-{n},test account,{arm}" for arm in SHOWN for n in range(12))]) + "\n"


@pytest.fixture(scope="module")
def vexl() -> Iterator[Session]:
    with case_of({"impressions.csv": _impressions(), "feed_accounts.csv": _accounts()}) as session:
        yield session


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("The hill accounts got no chess at all", "contradicted"),
        ("The shore accounts were never shown a video about chess", "contradicted"),
        ("Accounts set to the shore hardly ever saw the mayor", "supported"),
        ("Accounts set to the hill hardly ever saw the mayor", "contradicted"),
        ("Only hill accounts were shown videos of the mayor", "contradicted"),
        ("Vexl shows chess videos to hill accounts only", "contradicted"),
        ("One clip in four that the hill accounts saw was about the mayor", "supported"),
        ("Less than ten percent of the posts for the shore accounts were about the mayor", "supported"),
        ("Chess videos were just as common in the hill feeds as in the shore feeds", "supported"),
        ("We saw no difference between the hill accounts and the shore accounts when it came to chess", "supported"),
        ("We saw no difference between the hill accounts and the shore accounts when it came to the mayor",
         "contradicted"),
        ("Vexl treats viewers on the hill and viewers on the shore alike when it comes to the mayor", "contradicted"),
        ("A hill account saw the mayor five times as often as an account on the shore", "supported"),
        # snares
        ("The shore accounts were never shown a video about storms", "supported"),
        ("The hill accounts got no chess advertisements at all", "not identified"),
        ("On Kippo the hill accounts got no chess at all", "not identified"),
        ("The island accounts got no chess at all", "not identified"),
        ("The hill accounts hardly ever saw the deputy mayor", "not identified"),
        ("The hill accounts asked for no chess at all", "not identified"),
        ("Only old hill accounts were shown videos of the mayor", "not identified"),
        ("The hill accounts should see no chess at all", "not identified"),
        ("The hill accounts did not see no chess at all", "not identified"),
        ("The hill accounts saw no chess in 2019", "not identified"),
    ],
)  # fmt: skip
def test_what_accounts_see_is_told_in_many_ways(vexl: Session, words: str, outcome: str) -> None:
    time = "2019" if "2019" in words else None
    part = {"One clip": 25.0, "Less than": 10.0}.get(" ".join(words.split()[:2]))
    claim = replace(asked("behaviour of a feed", "", ""), words=words, says=words, time=time)
    if part:
        low = None if part == 10 else part
        claim = replace(claim, kind="share", low=low, high=part, unit="percent", qualifier="" if low else "less than")
    found = put(vexl, claim).outcome
    assert found == outcome or (outcome == "not identified" and found == "no data")


@pytest.mark.parametrize(
    ("before", "words", "outcome"),
    [
        ("We counted the mayor's clips.", "For the shore accounts it was one clip in twenty", "supported"),
        ("We counted the mayor's clips.", "For the hill accounts it was one clip in twenty", "not identified"),
        ("We counted clips of pets.", "For the shore accounts it was one clip in twenty", "not identified"),
        ("We counted clips.", "For the shore accounts it was one clip in twenty", "not identified"),
        ("We counted the mayor's clips.", "For the shore accounts one clip in twenty had music", "not identified"),
    ],
)
def test_the_topic_may_stand_in_the_sentence_before(vexl: Session, before: str, words: str, outcome: str) -> None:
    claim = replace(asked("behaviour of a feed", "", ""), words=words, says=words, around=f"{before} {words}.")
    found = put(vexl, claim).outcome
    assert found == outcome or (outcome == "not identified" and found == "no data")


def test_other_kinds_and_comparisons_stay_as_they_are() -> None:
    said = "The accounts saw no chess"
    assert none_of_it(asked("count", "", said)) is None
    assert none_of_it(asked("behaviour of a feed", "", "The accounts saw no more chess than others")) is None
    assert in_feed_words(asked("treatment", "", "It treats both alike")).words == "It treats both alike"
