"""Numbers of companies and countries as the press and the companies put them, from the text to the outcome.

Names and sentences are invented. What looks like a recorded number and is of something else must stay undecided.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from cuibono.case import open_case
from cuibono.case.docket import asking, gathering, routes, testing
from cuibono.store.session import open_session

FIGURES = """indicator,subject,value,unit,period
revenue,Quillon,8.4,billion crowns,2022
revenue,Quillon,7.7,billion crowns,2023
net profit,Quillon,610,million crowns,2022
net profit,Quillon,480,million crowns,2023
employees,Quillon,6200,people,2021
employees,Quillon,5400,people,2023
bicycles sold,Quillon,240000,bicycles,2022
bicycles sold,Quillon,310000,bicycles,2023
burst pipes,Brackwater,1400,pipes,2022
burst pipes,Brackwater,1820,pipes,2023
dividends paid,Brackwater,140,million crowns,2023
escaped mink,Haldane Furs,4300,animals,2023
unemployment rate,Estmark,5.2,percent,2019
unemployment rate,Estmark,7.1,percent,2023
road deaths,Estmark,412,deaths,2022
road deaths,Estmark,355,deaths,2023
asylum applications,Estmark,12600,applications,2023
defence spending as a share of GDP,Estmark,2.1,percent,2023
"""
SHARES = """market,stage,basis,year,supplier,share
bicycles,,sales,2020,Quillon,18 %
bicycles,,sales,2020,Corvane,26 %
bicycles,,sales,2023,Quillon,24 %
bicycles,,sales,2023,Corvane,21 %
copper,mine,production,2023,Estmark,38 %
copper,mine,production,2023,Tarvia,34 %
copper,mine,export,2023,Tarvia,40 %
copper,mine,export,2023,Estmark,26 %
"""
HEAD = """The Ostrel Herald, 14 March 2024

This week we look at the companies Quillon, Corvane, Brackwater and Haldane Furs, and at the countries of Estmark and
Tarvia. Estmark is in the north. Brackwater is in the news. Quillon is well known.

"""
TOLD = {
    # a number beside the first, and both ends of a change
    "Revenue at Quillon was 7.7 billion crowns in 2023, down from 8.4 billion crowns the year before.": "supported",
    "Brackwater reported 1,820 burst pipes last year, compared with 1,400 in 2022.": "supported",
    "Quillon reported a net profit of 610 million crowns for 2023, up from 480 million crowns in the prior year.":
        "contradicted",
    "Quillon's net profit fell to 480 million crowns last year from 610 million crowns in 2022.": "supported",
    "Burst pipes at Brackwater rose from 1,400 in 2022 to 1,820 in 2023.": "supported",
    "Unemployment in Estmark went from 5.2 per cent in 2019 to 7.1 per cent in 2023.": "supported",
    # what somebody has, in other words than the record's
    "Quillon posted revenue of 8.4 billion crowns last year.": "contradicted",
    "Quillon made a net profit of 480 million crowns in 2023.": "supported",
    "Quillon had a workforce of some 5,400 in 2023.": "supported",
    "Quillon's staff numbered 9,000 in 2023.": "contradicted",
    "In 2023, 5,400 people worked for Quillon.": "supported",
    "Quillon, which employed 5,400 people in 2023, makes bicycles.": "supported",
    "Brackwater paid its shareholders dividends of 140 million crowns in 2023.": "supported",
    "Brackwater was responsible for more than 5,000 burst pipes in 2023.": "contradicted",
    "Estmark received 12,600 asylum applications in 2023.": "supported",
    "The number of asylum applications in Estmark was 12,600 in 2023.": "supported",
    "Around 4,300 mink escaped from Haldane Furs' farms last year.": "supported",
    "In 2023, 355 people lost their lives on the roads of Estmark.": "supported",
    "Estmark spent 2.1 per cent of its GDP on defence in 2023.": "supported",
    # parts in words, and who is first
    "Tarvia mined a third of the world's copper in 2023.": "supported",
    "More than half of the world's mined copper came from Estmark in 2023.": "contradicted",
    "Tarvia, not Estmark, was the world's biggest exporter of mined copper in 2023.": "supported",
    "The world's biggest exporter of mined copper in 2023 was Tarvia, not Estmark.": "supported",
    "Estmark's jobless rate rose by nearly two points between 2019 and 2023.": "supported",
    "Last year's revenue at Quillon was 7.7 billion crowns.": "supported",
    "Estmark, not Tarvia, was the world's biggest exporter of mined copper in 2023.": "contradicted",
}  # fmt: skip
OPEN = [
    "Quillon posted revenue of 7.7 billion crowns in the fourth quarter of 2023.",
    "Quillon posted online revenue of 7.7 billion crowns in 2023.",
    "Quillon expected revenue of 7.7 billion crowns in 2023.",
    "Quillon made an operating profit of 480 million crowns in 2023.",
    "Quillon sold 310,000 bicycles in 2023, compared with 240,000 at Corvane.",
    "Quillon sold 310,000 bicycles over the last year.",
    "Quillon hired 5,400 people in 2023.",
    "In 2023, 5,400 people worked for suppliers of Quillon.",
    "Quillon's workforce shrank by 5,400 in 2023.",
    "Estmark rejected 12,600 asylum applications in 2023.",
    "Estmark spent 2.1 per cent of its GDP on research in 2023.",
    "Estmark spent 2.1 per cent of its defence budget on boots in 2023.",
    "Brackwater owed its shareholders 140 million crowns in dividends in 2023.",
    "Youth unemployment in Estmark rose from 5.2 per cent in 2019 to 7.1 per cent in 2023.",
    "The world's largest buyer of mined copper in 2023 was Tarvia.",
    "The biggest surprise of 2023 was Estmark.",
    "Deaths in Estmark fell from 412 in 2022 to 355 in 2023.",
]
#: Sentences that need the one before, which comes after the bar.
BEFORE = {
    "The company employed 5,400 people in 2023.": ("Quillon is a maker of bicycles.", {"supported"}),
    "In the same period, Corvane increased its share of worldwide bicycle sales.": (
        "Quillon's share of worldwide bicycle sales increased by six percentage points between 2020 and 2023.",
        {"contradicted"},
    ),
    "The firm sold 310,000 bicycles in 2023.": ("Quillon competes with Corvane.", set()),
    "The parent company employed 5,400 people in 2023.": ("Quillon is a maker of bicycles.", set()),
}
DECIDED = {"supported", "contradicted"}


@pytest.fixture(scope="module")
def outcomes() -> Iterator[dict[str, set[str]]]:
    """What each sentence came to, each in a text of its own."""
    alone = [(f"{HEAD}{said}", said) for said in [*TOLD, *OPEN]]
    behind = [(f"The Ostrel Herald, 14 March 2024\n\n{first} {said}", said) for said, (first, _) in BEFORE.items()]
    with TemporaryDirectory() as folder:
        case, room = open_case(Path(folder) / "case"), Path(folder)
        for name, table in (("figures", FIGURES), ("supply_shares", SHARES)):
            (room / f"{name}.csv").write_text(table, "utf-8")
            case.add(room / f"{name}.csv", as_table=name, outlet="Yearbook")
        texts = {f"said{n:03}.txt": text for n, (text, _) in enumerate([*alone, *behind])}
        for name, text in texts.items():
            (room / name).write_text(text, "utf-8")
        case.add([room / name for name in texts])
        names = {s.id: s.name for s in case.sources()}
        found: dict[str, set[str]] = {said: set() for _, said in [*alone, *behind]}
        of = {name: said for name, (_, said) in zip(texts, [*alone, *behind], strict=True)}
        with open_session(case.layout, at_hand=True) as session:
            asked, have = asking.claims(session), gathering.have(session)
            bench = testing.bench(session, asked, have)
            for claim in asked:
                said = of.get(names[claim.key[0]], "")
                tested = bench.tested([claim], routes.route(claim, have))
                if tested and (
                    claim.says.rstrip(".") in said or set(claim.says.split()) <= set(re.findall(r"[\w'’.,-]*\w", said))
                ):
                    found[said].add(tested.outcome)
        yield found


@pytest.mark.parametrize(("said", "outcome"), TOLD.items())
def test_what_is_said_in_other_words_is_decided(outcomes: dict[str, set[str]], said: str, outcome: str) -> None:
    assert outcomes[said] & DECIDED == {outcome}


@pytest.mark.parametrize("said", OPEN)
def test_what_is_of_something_else_is_not(outcomes: dict[str, set[str]], said: str) -> None:
    assert not outcomes[said] & DECIDED


@pytest.mark.parametrize("said", BEFORE)
def test_the_sentence_before_says_of_whom_it_is(outcomes: dict[str, set[str]], said: str) -> None:
    assert outcomes[said] & DECIDED == BEFORE[said][1]
