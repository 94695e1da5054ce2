"""Events that are told in other words than a calendar has for them, and neighbours that are other events."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from cuibono.case.docket.verdicts import DECIDED
from cuibono.store.session import Session
from tests.case.asked import asked, case_of, put

EVENTS = """actor,when,kind,what,place
Orrel Board Mills,2025-06-30,closure,Orrel Board Mills closes board machine 2 at Hemdal,Hemdal
Orrel Board Mills,2018-05-24,sale,Varga Holding buys 40 percent of Orrel Board Mills,Hemdal
Orrel Board Mills,2026-03-11,trial,The trial over the Lysa blaze opens at Tolm District Court,Tolm
Pellin Radio,2019-10-07,acquisition,Varga Holding takes over Pellin Radio,Tolm
City of Tolm,2022-05-19,decision,The city council approves the camera grid,Tolm
Sentor,2023-02-01,launch,The first cameras of the grid go live,Tolm
Tramwerk,2024-10-08,contract,Tolm City orders 60 trams from Tramwerk,Tolm
Kanto Labs,2025-11-03,fine,The Data Office fines Kanto Labs 12 million marks,Tolm
Low End,2025-08-27,accident,The dyke at Low End collapses,Low End
Brask Yard,2025-03-14,launch,Brask Yard launches the hospital ship Velmar Grace,Port Sund
Brask Yard,2026-04-13,strike,A strike begins at the Brask Yard,Port Sund
Kanal Ost,2025-04-22,layoffs,Kanal Ost announces the closing of its Tolm newsroom,Tolm
Halde Water,2023-03-22,revocation,Halde Water loses its permits for the upper weirs,Tolm
Sarnet,2024-07-01,sale,The Dala Trust sells 49 percent of Sarnet to Serp Capital,Tolm
Halde Water,2024-02-22,accident,Acid spill at the Lorn works,Lorn
Ulver Mining,2023-10-09,opening,Ulver Mining opens the Beshran mine,Beshran
"""
HOLDINGS = "owner,company,share_of,share_pct,since,until\nIsk Trust,Isk Cement,capital,30,2001-01,\n"


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with case_of({"dated_events.csv": EVENTS, "holdings.csv": HOLDINGS}) as made:
        yield made


def _outcome(session: Session, subject: str, words: str, time: str, around: str = "") -> str:
    found = put(session, replace(asked("event date", subject, words, time), around=around))
    return found.outcome if found.outcome in DECIDED else "not decided"


@pytest.mark.parametrize(
    ("subject", "words", "time"),
    [
        ("Orrel Board Mills", "shut its board machine 2 in Hemdal on 30 June 2025", "2025-06-30"),
        ("Orrel Board Mills", "mothballed board machine 2 at Hemdal for good in June 2025", "2025-06"),
        ("Hemdal", "lost its board machine 2 on 30 June 2025", "2025-06-30"),
        ("The court in Tolm", "opened the trial over the blaze at Lysa on 11 March 2026", "2026-03-11"),
        ("Pellin Radio", "was swallowed by Varga Holding on 7 October 2019", "2019-10-07"),
        ("The councillors of Tolm", "said yes to the camera grid on 19 May 2022", "2022-05-19"),
        ("The camera grid", "was given the green light by the city council on 19 May 2022", "2022-05-19"),
        ("The first cameras", "of the grid were switched on on 1 February 2023", "2023-02-01"),
        ("The dyke", "at Low End gave way on 27 August 2025", "2025-08-27"),
        ("Brask Yard", "floated out the hospital ship Velmar Grace on 14 March 2025", "2025-03-14"),
        ("The workers", "at the Brask Yard downed tools on 13 April 2026", "2026-04-13"),
        ("Halde Water", "was stripped of its permits for the upper weirs in March 2023", "2023-03"),
    ],
)
def test_an_event_is_known_in_other_words(session: Session, subject: str, words: str, time: str) -> None:
    around = "Brask Yard" if "downed" in words else ""
    assert _outcome(session, subject, words, time, around) == "supported"


@pytest.mark.parametrize(
    ("subject", "words", "time", "around"),
    [
        ("The first cameras", "of the grid were turned on in May 2023", "2023-05", ""),
        ("The dyke", "at Low End burst in July 2025", "2025-07", ""),
        ("Varga Holding", "snapped up Pellin Radio in May 2021", "2021-05", ""),
        ("Brask Yard", "floated out the hospital ship Velmar Grace on 14 March 2024", "2024-03-14", ""),
        (
            "The mine",
            "was started up in August 2021",
            "2021-08",
            "Ulver Mining digs deep. The Beshran mine is its own.",
        ),
    ],
)
def test_what_happens_once_did_not_happen_another_time(
    session: Session, subject: str, words: str, time: str, around: str
) -> None:
    assert _outcome(session, subject, words, time, around) == "contradicted"


@pytest.mark.parametrize(
    ("subject", "words", "time"),
    [
        ("Pellin Radio", "snapped up Varga Holding on 7 October 2019", "2019-10-07"),
        ("Orrel Board Mills", "bought 40 percent of Varga Holding on 24 May 2018", "2018-05-24"),
        ("Varga Holding", "bought Orrel Board Mills on 24 May 2018", "2018-05-24"),
        ("Orrel Board Mills", "shut on 30 June 2025", "2025-06-30"),
        ("Orrel Board Mills", "shut its mill at Hemdal on 30 June 2025", "2025-06-30"),
        ("Orrel Board Mills", "nearly shut board machine 2 at Hemdal on 30 June 2025", "2025-06-30"),
        ("Orrel Board Mills", "shut board machine 3 at Hemdal on 30 June 2025", "2025-06-30"),
        ("Orrel Board Mills", "opened board machine 2 at Hemdal on 30 June 2025", "2025-06-30"),
        ("The trial", "over the Lysa blaze ended on 11 March 2026", "2026-03-11"),
        ("The trial", "over the Hemdal blaze opened on 11 March 2026", "2026-03-11"),
        ("The trial", "over the Lysa blaze was to open on 11 March 2026", "2026-03-11"),
        ("The city council", "turned down the camera grid on 19 May 2022", "2022-05-19"),
        ("The city council", "debated the camera grid on 19 May 2022", "2022-05-19"),
        ("The last cameras", "of the grid were switched on on 1 February 2023", "2023-02-01"),
        ("The first cameras", "of another grid went live in May 2023", "2023-05"),
        ("Kanal Ost", "closed its Tolm newsroom on 22 April 2025", "2025-04-22"),
        ("Halde Water", "lost its permits for the lower weirs on 22 March 2023", "2023-03-22"),
        ("Brask Yard", "laid down a hospital ship on 14 March 2024", "2024-03-14"),
        ("Workers", "of the Brask Yard walked out on 13 April 2025", "2025-04-13"),
        ("Orrel Board Mills", "closed a board machine in 2022", "2022"),
        ("Varga Holding", "acquired 40 percent of Orrel Board Mills on 24 May 2020", "2020-05-24"),
        ("Varga Holding", "snapped up Pellin Radio on 20 September 2019", "2019-09-20"),
        ("Tolm City", "booked 60 trams from Tramwerk in October 2022", "2022-10"),
        ("The mine", "was started up in August 2021", "2021-08"),
    ],
)
def test_another_event_decides_nothing(session: Session, subject: str, words: str, time: str) -> None:
    assert _outcome(session, subject, words, time) == "not decided"


@pytest.mark.parametrize(
    ("words", "number", "outcome"),
    [
        ("slapped a fine of 12 million marks on Kanto Labs in November 2025", 12e6, "supported"),
        ("slapped a fine of 15 million marks on Kanto Labs in November 2025", 15e6, "not decided"),
    ],
)
def test_a_number_is_the_one_of_the_event(session: Session, words: str, number: float, outcome: str) -> None:
    claim = asked("amount", "The Data Office", words, "2025-11", n=number, unit="marks")
    found = put(session, claim)
    assert (found.outcome if found.outcome in DECIDED else "not decided") == outcome


@pytest.mark.parametrize(
    ("subject", "words", "outcome"),
    [
        ("Serp Capital", "bought 49 percent of Sarnet on 1 July 2024", "supported"),
        ("The Dala Trust", "parted with 49 percent of Sarnet on 1 July 2024", "supported"),
        ("Serp Capital", "sold 49 percent of Sarnet to the Dala Trust on 1 July 2024", "not decided"),
        ("The Dala Trust", "bought 49 percent of Sarnet on 1 July 2024", "not decided"),
        ("Serp Capital", "bought 49 percent of the Dala Trust on 1 July 2024", "not decided"),
    ],
)
def test_what_one_sells_the_other_buys(session: Session, subject: str, words: str, outcome: str) -> None:
    found = put(session, asked("ownership", subject, words, "2024-07-01", n=49.0, unit="percent"))
    assert (found.outcome if found.outcome in DECIDED else "not decided") == outcome


@pytest.mark.parametrize(
    ("words", "time", "outcome"),
    [
        ("There was an acid spill at the Lorn works on 22 February 2024", "2024-02-22", "supported"),
        ("There was no acid spill at the Lorn works on 22 February 2024", "2024-02-22", "not decided"),
        ("There was an oil spill at the Lorn works on 22 February 2024", "2024-02-22", "not decided"),
    ],
)
def test_what_is_read_as_no_date_may_tell_of_an_event(session: Session, words: str, time: str, outcome: str) -> None:
    found = put(session, replace(asked("other", "Lorn", words, time), words=words))
    assert (found.outcome if found.outcome in DECIDED else "not decided") == outcome
