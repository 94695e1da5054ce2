"""What judges, in an article's own voice and in quotes; and what only states, however it is worded."""

from collections.abc import Callable

import pytest

from cuibono.extract.records import Found

JUDGE = [
    "The council of Elm should sell the mill.",
    "Parliament ought to pass the Harbour Bill before winter.",
    "Acme is a sweatshop on wheels.",
    "Ada Lind knows perfectly well that the mill is lost.",
    "Ada Lind was the better manager.",
    # a word that judges, or one that weighs what nobody measures
    "Kelmark is simply the more serious country.",
    "Norvik is by far the most arrogant firm I have met.",
    "The whole procedure is needlessly complicated.",
    "The bank's excuse sounds hollow.",
    "Norvik remains a deeply dishonest company.",
    "It was a tough quarter for everyone.",
    "Their products are simply better.",
    "The company is too greedy to fix its pipes.",
    # figures of speech
    "The government's housing plan is a fig leaf.",
    "The health bill is a house of cards.",
    "The mayor's strategy is a levee against reality.",
    "The commission's report is a whitewash.",
    "The scheme amounts to daylight robbery.",
    "The prime minister's tax pledge is little more than a slogan.",
    "The bank's answer is too little, too late.",
    "Norvik has lost its way.",
    # pride, praise and blame
    "We are proud of our workers.",
    "We handled it better than most.",
    "The board handled the crisis badly.",
    "The results reflect the failure of the board.",
    "The proposal deserves a fairer hearing.",
]
STATE = [
    "The new plant is a joint venture of Norvik and Kelma.",
    "The plant is more productive than the old one.",
    "The lake is very deep.",
    "The house was as large as a church.",
    "Lamps are more expensive in Oslo.",
    "The tax is a levy on sugar.",
    "The programme is a series of lectures.",
    "The report is available on the website.",
    "She is very tired.",
    "He looked tired and sad.",
    "The old harbour was quiet.",
    "The tower is a landmark of the old town.",
    "The decision became public in the end.",
    "The sales of the firm grew better than before.",
    "The tree lost its leaves in the storm.",
]


@pytest.mark.parametrize("words", JUDGE)
def test_an_article_that_judges_has_an_opinion(read: Callable[..., Found], words: str) -> None:
    (claim,) = read(words).claims
    assert (claim.kind, claim.quote) == ("opinion", words.rstrip("."))


@pytest.mark.parametrize("words", JUDGE)
def test_so_has_who_is_quoted(read: Callable[..., Found], words: str) -> None:
    (claim,) = read(f"“{words.rstrip('.')},” said Luo Weiqing.").claims
    assert claim.kind == "opinion"


@pytest.mark.parametrize("words", STATE)
def test_what_only_states_is_none(read: Callable[..., Found], words: str) -> None:
    assert "opinion" not in [c.kind for c in read(words).claims]
