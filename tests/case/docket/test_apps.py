"""Claims of what apps ask for, can and do, and of accounts that act as one, put to small tables of others."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from cuibono.case.docket.around_apps import is_plainly_of_app
from cuibono.case.docket.retold import retold
from cuibono.case.docket.rows import Evidence
from cuibono.model.docket import Party
from cuibono.store.session import Session
from tests.case.asked import asked, case_of, put
from tests.case.links_in_step import links_in_step

FACTS = """app_id,app_name,version,kind,name,value,grade,place,own,developer_name
ex.fleet,Fleetway,2.1,permission,android.permission.ACCESS_FINE_LOCATION,precise location,declared,manifest,own,Fleet
ex.fleet,Fleetway,2.1,permission,android.permission.READ_CONTACTS,contacts,declared,manifest,own,Fleet
ex.fleet,Fleetway,2.1,call,ContactsContract.Contacts.query,reads contacts,capability,classes.dex,own,Fleet
ex.fleet,Fleetway,2.1,library,Birch Ads SDK,advertising library,capability,classes.dex,library,Fleet
ex.fleet,Fleetway,2.1,host,count.birch.example,advertising server,observed,entry 4,library,Fleet
ex.mole,Molehill,1.0,permission,android.permission.CAMERA,camera,declared,manifest,own,Mole
ex.mole,Molehill,1.0,host,api.mole.example,timetable,observed,entry 2,own,Mole
"""


@pytest.fixture(scope="module")
def apps() -> Iterator[Session]:
    with case_of({"app_facts.csv": FACTS}) as session:
        yield session


@pytest.mark.parametrize(
    ("app", "words", "outcome"),
    [
        ("Fleetway", "The bus app Fleetway asks for permission to read the contacts on the phone", "supported"),
        ("Fleetway", "Fleetway requests access to the phone's precise location", "supported"),
        ("Fleetway", "Fleetway asks for your location", "supported"),
        ("Fleetway", "Its code can read the contacts in the phone", "supported"),
        ("Fleetway", "Fleetway was seen to connect to the advertising server count.birch.example", "supported"),
        ("Fleetway", "Fleetway sends data to an advertising firm", "supported"),
        ("Fleetway", "Fleetway contacts an advertising server", "supported"),
        ("Fleetway", "Fleetway contains an advertising library", "supported"),
        ("Fleetway", "Fleetway includes a library called Birch Ads SDK", "supported"),
        ("Fleetway", "Fleetway does not contain any advertising library", "contradicted"),
        ("Fleetway", "Fleetway contains a library called Moss SDK", "not identified"),
        ("Fleetway", "Fleetway has never connected to an advertising server", "contradicted"),
        ("Fleetway", "Fleetway does not contact any advertising server", "contradicted"),
        ("Molehill", "Molehill never asks for permission to use the camera", "contradicted"),
        ("Fleetway", "Fleetway sends the contacts to an advertising server", "not identified"),
        ("Fleetway", "Fleetway sends your photos to an advertising server", "not identified"),
        ("Fleetway", "Fleetway reads the contacts on the phone", "not identified"),
        ("Fleetway", "Fleetway connects to a server in Norland", "not identified"),
        ("Fleetway", "Fleetway asks for the camera", "not identified"),
        ("Fleetway", "Fleetway does not only ask for your location", "not identified"),
        ("Fleetway", "Fleetway never asks for permission to use the camera", "not identified"),
        ("Molehill", "Molehill connects to an advertising server", "not identified"),
        ("Molehill", "Molehill has never connected to an advertising server", "not identified"),
        ("Molehill", "Its code can read the contacts in the phone", "not identified"),
    ],
)
def test_apps_ask_can_and_do(apps: Session, app: str, words: str, outcome: str) -> None:
    claim = replace(asked("behaviour of an app", app, ""), words=words, says=words)
    assert put(apps, claim).outcome == outcome


@pytest.fixture(scope="module")
def accounts() -> Iterator[Session]:
    with case_of(
        {"shares.csv": links_in_step(("Old Mill", "Red Barn", "Grey Pond"), start=1_625_000_000, apart=50_000)}
    ) as session:
        yield session


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("On the network Murk the accounts Old Mill and Red Barn shared the same links within seconds", "supported"),
        ("Old Mill and Red Barn shared the same links within seconds of each other dozens of times", "supported"),
        ("Old Mill and Grey Pond have never shared the same links at the same moment", "contradicted"),
        (
            "On the network Wavy the accounts Old Mill and Red Barn shared the same links within seconds",
            "not identified",
        ),
        ("Old Mill and Blue Lake shared the same links within seconds of each other", "not identified"),
        ("Old Mill and Red Barn never met", "not identified"),
        ("Old Mill and Red Barn repeat each other's links within seconds", "supported"),
        ("Old Mill and Red Barn post the very same links at the same moment", "supported"),
        ("There is no coordination whatsoever between Old Mill and Red Barn", "contradicted"),
        ("There is no coordination between Old Mill and Blue Lake", "not identified"),
        ("There is no coordination of prices between Old Mill and Red Barn", "not identified"),
        ("Old Mill and Red Barn work together for Norland", "not identified"),
        ("Old Mill and Red Barn shared the same links within seconds on orders from Norland", "not identified"),
    ],
)
def test_accounts_act_as_one_on_their_network(accounts: Session, words: str, outcome: str) -> None:
    network = next((Party(None, n) for n in ("Murk", "Wavy") if n in words), None)
    claim = replace(asked("coordination", "Old Mill", ""), words=words, says=words, object=network)
    assert put(accounts, claim).outcome == outcome


def test_two_months_of_a_year_are_its_time() -> None:
    claim = replace(asked("coordination", "Old Mill", ""), words="Old Mill posted in step in June and July 2021")
    assert retold(claim).time == "2021-06/2021-07"


SENT = """app_id,app_name,version,kind,name,value,grade,place,own,developer_name
ex.tread,Treadmark,3.4.1,host,ads.fir.example,advertising server,observed,entry 2,library,Tread
ex.tread,Treadmark,3.4.1,sent,step count,sent to ads.fir.example,observed,entry 3,library,Tread
ex.tread,Treadmark,3.4.1,permission,android.permission.READ_CONTACTS,contacts,declared,manifest,own,Tread
ex.tread,Treadmark,3.4.1,permission,android.permission.ACCESS_BACKGROUND_LOCATION,,declared,manifest,own,Tread
ex.tread,Treadmark,3.4.1,data_sent,phone number,sent to ads.fir.example,observed,entry 3,library,Tread
"""


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("The running app Treadmark sends the step count of its users to the advertising host ads.fir.example",
         "supported"),
        ("Treadmark got in touch with the advertising host ads.fir.example", "supported"),
        ("In our recording, version 3.4.1 of Treadmark sent data to the server ads.fir.example", "supported"),
        ("In our recording, version 3.5 of Treadmark sent data to the server ads.fir.example", "not identified"),
        ("Treadmark sends the heart rate of its users to the host ads.fir.example", "not identified"),
        ("Treadmark sends the step count of its users to the host api.tread.example", "not identified"),
        ("Treadmark sends the contacts and the step count to the host ads.fir.example", "not identified"),
        ("Treadmark hands the contacts to the host ads.fir.example", "not identified"),
        ("Treadmark transmits your phone number to an advertising company", "supported"),
        ("Treadmark passes no phone number to any advertising company", "contradicted"),
        ("Treadmark transmits your phone number to the police", "not identified"),
        ("Treadmark transmits your contacts to an advertising company", "not identified"),
        ("Treadmark wants the location in the background", "supported"),
        ("Treadmark wants the contacts in the background", "not identified"),
        ("Treadmark never uses the contacts permission and does not even declare it", "contradicted"),
        ("Treadmark never uses the camera permission and does not even declare it", "not identified"),
    ],
)  # fmt: skip
def test_what_is_sent_where_by_which_version(words: str, outcome: str) -> None:
    with case_of({"app_facts.csv": SENT}) as session:
        claim = replace(asked("behaviour of an app", "Treadmark", ""), words=words, says=words)
        assert put(session, claim).outcome == outcome


def test_what_is_said_of_the_host_is_told_with_what_was_sent_to_it() -> None:
    words = "Treadmark transmits your phone number to an advertising company"
    with case_of({"app_facts.csv": SENT}) as session:
        claim = replace(asked("behaviour of an app", "Treadmark", ""), words=words, says=words)
        rows = {row for _, row in put(session, claim).keys}
    assert rows >= {1, 5}  # the host, and what was sent


PLAIN = """app_id,app_name,version,kind,name,value,grade,place,own,developer_name
ex.lug,Lugworth,1.1,permission,ACCESS_COARSE_LOCATION,approximate location,declared,manifest,own,Lug
ex.lug,Lugworth,1.1,call,getPrimaryClip,reads the clipboard,reachable,Main.onResume,own,Lug
ex.lug,Lugworth,1.1,call,getInstalledApplications,list of apps,reachable,Main.onResume,own,Lug
ex.lug,Lugworth,1.1,host,ads.sorrel.example,advertising tracker,observed,entry 4,library,Lug
ex.lug,Lugworth,1.1,sent,age and gender,sent to ads.sorrel.example,observed,entry 5,library,Lug
"""


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("Lugworth is able to read what is on your clipboard", "supported"),
        ("Lugworth can check which other apps are installed on the phone", "supported"),
        ("Lugworth asks for the approximate location", "supported"),
        ("Lugworth does not request the rough location of anybody", "contradicted"),
        ("Lugworth never passes anything on to advertisers", "contradicted"),
        ("Lugworth passes nothing on to advertisers", "contradicted"),
        ("Lugworth passes the age and gender of its users to an advertising tracker", "supported"),
        ("Lugworth asks for the precise location", "not identified"),
        ("Lugworth does not request the location of anybody under 18", "not identified"),
        ("Lugworth never passes anything on to the police", "not identified"),
        ("Lugworth passes the contacts of its users to an advertising tracker", "not identified"),
        ("Lugworth can read the text messages on the phone", "not identified"),
    ],
)
def test_apps_in_plain_words(words: str, outcome: str) -> None:
    with case_of({"app_facts.csv": PLAIN}) as session:
        claim = replace(asked("behaviour of an app", "Lugworth", ""), words=words, says=words)
        assert put(session, claim).outcome == outcome


@pytest.mark.parametrize(
    ("before", "plain"),
    [
        ('"Lugworth never loses anything," Ada Moss said.', True),
        ('"Lugworth is a rival of Pebblet," Ada Moss said.', False),
        ("Lugworth is an app for anglers.", False),
        ("Ada Moss likes Lugworth.", False),
        ("Lugworth is old. Ada Moss wrote another one.", False),
    ],
)
def test_the_app_is_that_of_the_sentence_before(before: str, plain: bool) -> None:
    words = "The app does not ask for your location"
    claim = replace(
        asked("behaviour of an app", "the app", ""), words=words, around=f"Moss and sons\n{before} {words}."
    )
    assert is_plainly_of_app(claim, Evidence(apps=frozenset({"lugworth"}))) is plain
