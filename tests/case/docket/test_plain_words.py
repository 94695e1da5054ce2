"""What a paper says of firms, offices and figures in plain words, each sentence in a text of its own.

The tables are few and the sentences many, so that each way of saying it is put to the same record. What differs in one
word from what is borne out (another time, another kin, another group) must not be.
"""

import pytest

from tests.case.asked import in_texts

HEAD = """The Ostrel Herald, 14 March 2025

This week we look at the companies Quillon, Norro, Tarn Wheels, Tarn Steel, Elm Line, Harbour Bank and Brandt Holding,
at the Coast Party and at the town of Ulmen. Quillon is well known. Norro is in the news. Ulmen lies in the north.

"""
TABLES = {
    "relations": """from_name,to_name,type,role,since,until
Ada Lind,Harbour Bank,director,chief executive,2019-03,
Peter Holm,Harbour Bank,director,chief executive,2012-05,2019-02
Otto Brandt,Ministry of Transport,director,minister,2021-06,
Jonas Vane,Ruth Vane,family,son,,
Mira Lind,Ada Lind,family,sister,,
Quillon,Coast Party,funds,donor,2020-01,
Hugo Fell,Quillon,employment,adviser,2024-02,
Ida Krone,The Ostrel Herald,employment,editor-in-chief,2018-01,
""",
    "holdings": """owner,company,share_of,share_pct,since,until
Leo Marsh,Quillon,capital,51,2004-09,
Harbour Bank,Quillon,capital,34,2018-02,
Brandt Holding,Elm Line,capital,26,2001-01,
Vale Group,Elm Line,capital,74,2001-01,
""",
    "supply_shares": """market,stage,basis,year,supplier,share_pct
bicycles,manufacture,sales,2022,Quillon,30
bicycles,manufacture,sales,2022,Tarn Wheels,25
bicycles,manufacture,sales,2022,Norro,45
bicycles,manufacture,sales,2023,Quillon,36
bicycles,manufacture,sales,2023,Tarn Wheels,22
bicycles,manufacture,sales,2023,Norro,42
bicycles,manufacture,sales,2024,Quillon,44
bicycles,manufacture,sales,2024,Tarn Wheels,18
bicycles,manufacture,sales,2024,Norro,38
""",
    "figures": """indicator,subject,value,unit,period
employees,Quillon,7100,people,2022
employees,Quillon,6800,people,2023
employees,Quillon,6240,people,2024
population,Ulmen,406000,people,2023
population,Ulmen,412300,people,2024
road deaths,Ulmen,61,people,2023
road deaths,Ulmen,44,people,2024
""",
    "dated_events": """actor,date,kind,what,place
Tarn Steel,2022-10-30,closure,Tarn Steel closes its mill in Ostrel,Ostrel
""",
    "decisions": "group,outcome,stratum,rule,authority,when\n"
    + "".join(
        f"{group},{outcome},{stratum},housing permit,Housing Office,2024\n" * n
        for group, stratum, granted in (
            ("residents", "low income", 90), ("newcomers", "low income", 40),
            ("residents", "high income", 95), ("newcomers", "high income", 93),
        )
        for outcome, n in (("granted", granted), ("refused", 100 - granted))
    ),
}  # fmt: skip
TOLD = {
    # posts, and who came after whom
    "Ada Lind took over at the top of Harbour Bank in March 2019": "supported",
    "Ada Lind has been at the helm of Harbour Bank since March 2019": "supported",
    "Ada Lind has been at the helm of Harbour Bank since March 2014": "contradicted",
    "Ada Lind succeeded Peter Holm at the head of Harbour Bank": "supported",
    "Before Ada Lind, Peter Holm was in charge of Harbour Bank": "supported",
    "Peter Holm was Ada Lind's predecessor at Harbour Bank": "supported",
    "Peter Holm was Ada Lind's successor at Harbour Bank": "contradicted",
    "Otto Brandt runs the Ministry of Transport": "supported",
    "Ida Krone is the editor of The Ostrel Herald": "supported",
    "Hugo Fell advises Quillon": "supported",
    # money and kin
    "Quillon gives money to the Coast Party": "supported",
    "Quillon is one of the donors of the Coast Party": "supported",
    "The Coast Party is funded by Quillon": "supported",
    "Jonas Vane is Ruth Vane's husband": "contradicted",
    "Jonas Vane is the brother of Ruth Vane": "contradicted",
    "Mira Lind is a daughter of Ada Lind": "contradicted",
    # parts of firms
    "Leo Marsh owns 51 percent of Quillon": "supported",
    "Leo Marsh has 51 percent of Quillon": "supported",
    "Leo Marsh has 51 percent of Quillon, so he controls the firm": "supported",
    "Leo Marsh has a minority stake in Quillon": "contradicted",
    "Brandt Holding has a minority stake in Elm Line": "supported",
    "A third of Quillon is in the hands of Harbour Bank": "supported",
    "The largest shareholder of Elm Line is Vale Group": "supported",
    "The largest shareholder of Elm Line is Brandt Holding": "contradicted",
    "Elm Line is mostly owned by Vale Group": "supported",
    # places
    "Quillon led the bicycle market in 2024": "supported",
    "Norro led the bicycle market in 2024": "contradicted",
    "Quillon sold more bicycles than anyone else in 2024": "supported",
    "Quillon sold the most bicycles in 2024": "supported",
    "Quillon was number one in bicycles in 2024": "supported",
    "Norro lost first place in bicycle sales to Quillon in 2024": "supported",
    "Quillon pushed Norro off the top in bicycle sales in 2024": "supported",
    # changes
    "Quillon's workforce has shrunk from 7,100 to 6,240 in two years": "supported",
    "Quillon employs 560 fewer people than a year ago": "supported",
    "Road deaths in Ulmen are down by more than a quarter": "supported",
    "560 fewer people worked for Quillon in 2024 than in 2023": "supported",
    "More people lived in Ulmen in 2024 than in 2023": "supported",
    "Fewer people lived in Ulmen in 2024 than in 2023": "contradicted",
    "Tarn Wheels has been losing market share in bicycles since 2022": "supported",
    # what happened in a town that a paper is called after
    "Tarn Steel closed its mill in Ostrel on 30 October 2022": "supported",
    # rates of one group
    "Only 40 percent of newcomers with a low income were granted a housing permit": "supported",
    "Only 90 percent of newcomers with a low income were granted a housing permit": "contradicted",
    "40 percent of newcomers with a low income were granted a housing permit": "supported",
}
OPEN = [
    "Quillon employs 900 fewer people than a year ago",  # another year may be meant
    "Road deaths in Ulmen are down by more than a half",
    "Mira Lind is a half-sister of Ada Lind",
    "Leo Marsh has 51 percent of the votes at Quillon",
    "Quillon sold more bicycles than anyone else in Ulmen in 2024",
    "Hugo Fell advises the Coast Party",
]
DECIDED = {"supported", "contradicted"}


@pytest.fixture(scope="module")
def outcomes() -> dict[str, set[str]]:
    found = in_texts(TABLES, [HEAD + words for words in (*TOLD, *OPEN)])
    return {said.removeprefix(HEAD): told for said, told in found.items()}


@pytest.mark.parametrize(("words", "outcome"), TOLD.items())
def test_what_is_said_plainly_is_decided(outcomes: dict[str, set[str]], words: str, outcome: str) -> None:
    assert outcomes[words] & DECIDED == {outcome}


@pytest.mark.parametrize("words", OPEN)
def test_what_may_be_meant_otherwise_is_not(outcomes: dict[str, set[str]], words: str) -> None:
    assert not outcomes[words] & DECIDED
