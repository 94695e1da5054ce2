"""What papers say of bodies that they call by half a name or not at all, of the very day, and of accounts by name.

Each sentence is a text of its own, under the head of a paper with its day, and is put to the same few tables.
"""

import pytest

from tests.case.asked import in_texts

HEAD = "*The Ostrel Herald, 14 October 2025*\n\n"
LINKS = [(account, n, f"2025-03-{1 + n % 27:02}T10:00:0{k}Z") for n in range(24) for k, account in enumerate(
    ("elmwatcher", "quaytruth", "riverpost", "saltyview", "northlantern"))]  # fmt: skip
LINKS += [
    (f"plainreader{n % 9}", 100 + n, f"2025-03-{1 + n % 27:02}T{8 + n % 12:02}:{n % 60:02}:30Z") for n in range(90)
]
TABLES = {
    "relations": """from_name,to_name,type,role,since,until
Ada Lind,Harbour Bank,director,chief executive,2019-03,
Rufus Hallow,Harbour Bank,director,member of the board,2015-09,2021-04
Rufus Hallow,Brandt Estates,director,member of the board,2021-09,
Jonas Vane,Ruth Vane,family,brother,,
Hugo Fell,Idalia Brandt,family,son-in-law,,
Idalia Brandt,Republic of Ostrel,director,president,2020-12,
Greta Moll,Quillon Works,director,chief executive,2020-05,
Norro Mills,Coast Youth,funds,donor,2022-01,
""",
    "holdings": """owner,company,share_of,share_pct,since,until
Brandt Group,Corvin Media,capital,46,2016-04,
Vale Pension Fund,Corvin Media,capital,54,2016-04,
Leo Marsh,Quillon Works,capital,88,2004-09,
Brandt Group,Radio Tarn,capital,100,2022-05,
Harbour Bank,Elm Batteries,capital,55,2021-03,
Brandt Group,Elm Batteries,capital,30,2021-03,
""",
    "supply_shares": """market,stage,basis,year,supplier,share_pct
mortgages,,lending,2024,Harbour Bank,41
mortgages,,lending,2024,Guild Savings,38
mortgages,,lending,2024,Tidal Trust,21
container traffic,handling,containers,2024,Port Elm,58
container traffic,handling,containers,2024,Port Vale,42
tin,refining,production,2024,Ostrel,46.5
tin,refining,production,2024,Ulvaria,33.5
tin,refining,production,2024,Pelkany,20
""",
    "figures": """indicator,subject,value,unit,period
revenue,Corvin Media,412000000,crowns,2023
revenue,Corvin Media,388000000,crowns,2024
water used,Quillon Works,14.2,million cubic metres,2023
water used,Quillon Works,13.1,million cubic metres,2024
public flats allocated,Ostrel Housing Office,2150,flats,2023
public flats allocated,Ostrel Housing Office,1900,flats,2024
average waiting time of ships,Ostrel Port Authority,31,hours,2023
average waiting time of ships,Ostrel Port Authority,38,hours,2024
unemployment rate,Ostrel,4.9,percent,2023
unemployment rate,Ostrel,4.4,percent,2024
containers handled,Port Elm,221000,containers,2025-01
containers handled,Port Elm,204000,containers,2025-02
""",
    "dated_events": """actor,date,kind,what,place
Ostrel Housing Office,2023-04-01,reform,The Ostrel Housing Office introduces its points system,Ostrel
Quillon Works,2025-04-08,opening,Quillon Works opens its third fab,Saltmouth
City Council of Ostrel,2025-09-24,vote,The city council rejects the rent cap,Ostrel
Corvin Media,2023-09-22,dismissal,Corvin Media dismisses Hugo Tennick,Ostrel
Ashvale Refining,2023-08-07,accident,Explosion in the drying hall of Ashvale Refining,Ashvale
Payling,2025-05-06,leak,Data leak at Payling,
Brandt Group,2016-04-11,acquisition,Brandt Group takes over Corvin Media,Ostrel
""",
    "decisions": "group,outcome,stratum,rule,authority,when\n"
    + "".join(
        f"{group},{outcome},{stratum},hardship flat,Ostrel Housing Office,2024\n" * n
        for group, stratum, granted in (
            ("locally born applicants", "no children", 20), ("foreign-born applicants", "no children", 10),
            ("locally born applicants", "one child", 60), ("foreign-born applicants", "one child", 30),
            ("locally born applicants", "two or more children", 90),
            ("foreign-born applicants", "two or more children", 90),
        )
        for outcome, n in (("granted", granted), ("refused", 100 - granted))
    ),
    "app_facts": """app_id,app_name,version,kind,name,value,grade,place,own,developer_name
org.payling,Payling,1.0,permission,CAMERA,camera,declared,AndroidManifest.xml,own,Payling Labs
org.payling,Payling,1.0,host,ads.trellis.example,advertising tracker,observed,entry 3,library,Payling Labs
""",
    "shares": "object_type,url,account,post,timestamp\n"
    + "".join(f"url,https://e.example/{n},{a},p{k},{t}\n" for k, (a, n, t) in enumerate(LINKS)),
}  # fmt: skip
TOLD = {
    # names that are cut short
    "Mr Hallow joined the Brandt Estates board in September 2021": "supported",
    "Mr Hallow left Harbour Bank in April 2021": "supported",
    "Mr Hallow left Harbour Bank in April 2017": "not supported",
    "The Housing Office allocated 1,900 public flats in 2024, 250 fewer than in the year before": "supported",
    "Brandt Group owns most of the capital of Corvin": "contradicted",
    "Guild's share of mortgages was 38 percent in 2024": "supported",
    # what is pointed at
    "Radio Tarn is no riddle. The station has belonged entirely to Brandt Group since 2022": "supported",
    "Coast Youth has rich friends. Norro Mills has been a donor of the league since January 2022": "supported",
    "Few know Elm Batteries. In truth, Harbour Bank is the largest shareholder there, with 55 percent": "supported",
    "Few know Elm Batteries. In truth, Brandt Group is the largest shareholder there, with 30 percent": "not supported",
    "Hugo Fell, a lawyer, is the president's son-in-law": "supported",
    # figures of nobody, and what they were before
    "Unemployment was 4.4 percent in 2024, half a point lower than in 2023": "supported",
    "Ships waited 38 hours on average in 2024, seven more than the year before": "supported",
    "Corvin Media took in 388 million crowns in 2024, which was 24 million less than a year earlier": "supported",
    "Water use at Quillon climbed again in 2024": "contradicted",
    "Port Elm handled fewer boxes in February 2025 than in January": "supported",
    # places, and the whole of a market
    "Guild Savings wrote more mortgages than any other lender in 2024": "contradicted",
    "Port Vale was the largest container port in 2024": "contradicted",
    "Ostrel made 46.5 percent of the tin refined in the three producing states in 2024": "supported",
    "Ostrel made 46.5 percent of the tin refined in the five producing states in 2024": "not supported",
    "Ostrel refined 46.5 percent of the tin in 2024, a figure that the ministry is fond of repeating": "supported",
    # events of the very day, and of another one
    "The points system of the Housing Office came into force on 1 April 2023": "supported",
    "The points system of the Housing Office was scrapped on 1 April 2023": "not supported",
    "The third fab of Quillon Works came on stream in April 2025": "supported",
    "The fourth fab of Quillon Works came on stream in April 2025": "not supported",
    "The city council threw out the rent cap on 24 September 2025": "supported",
    "The city council passed the rent cap on 24 September 2025": "not supported",
    "Hugo Tennick was shown the door by Corvin in September 2023": "supported",
    "The explosion at Ashvale Refining took place in August 2022": "contradicted",
    "April 2016. Brandt Group takes over Corvin Media": "supported",
    # posts that were, and kin that are
    "Rufus Hallow was never a director of Harbour Bank": "not supported",
    "Rufus Hallow was never a member of the board of Harbour Bank": "contradicted",
    "Rufus Hallow sits on the board of Harbour Bank": "contradicted",
    "Greta Moll, who has been running Quillon Works since May 2020, declined to comment": "supported",
    "Jonas Vane is Ruth Vane's cousin": "contradicted",
    "Leo Marsh owns the whole of Quillon Works": "not supported",
    # groups, accounts and apps
    "Foreign-born applicants with one child were half as likely to be given a hardship flat in 2024 as locals in the "
    "same position": "supported",
    "Of the locally born applicants without children, one in five was given a hardship flat in 2024": "supported",
    "One-child families were treated the same irrespective of birthplace": "contradicted",
    "Among families with two or more children, nine out of ten got a hardship flat in 2024, wherever they were born":
        "supported",
    "Elmwatcher and quaytruth kept posting identical links within seconds of one another this March": "supported",
    "elmwatcher and riverpost act together with three other pages as if one hand held them all": "supported",
    "elmwatcher and riverpost act together with seven other pages as if one hand held them all": "not supported",
    "Payling does not even ask for permission to use the camera": "contradicted",
    "Payling has no contact with any advertising server": "contradicted",
}  # fmt: skip


@pytest.fixture(scope="module")
def found() -> dict[str, set[str]]:
    return in_texts(TABLES, [HEAD + words for words in TOLD])


@pytest.mark.parametrize(("words", "outcome"), TOLD.items())
def test_plain_sentences_are_decided_and_no_others(found: dict[str, set[str]], words: str, outcome: str) -> None:
    outcomes = found[HEAD + words]
    if outcome == "not supported":
        assert "supported" not in outcomes, outcomes
    else:
        assert outcome in outcomes, outcomes
        assert not outcomes & ({"supported", "contradicted"} - {outcome}), outcomes
