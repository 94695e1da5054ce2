"""A small invented case behind the desk, made once; tests that change it get a copy of their own."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from cuibono.case import Case, open_case
from cuibono.web.app import application
from cuibono.web.dockets import docket

TOKEN = "the-token-of-this-start"
PORT = 8137
ORIGIN = f"http://127.0.0.1:{PORT}"
HOSTILE = "<script>alert('x')</script><img src=x onerror=alert(1)>"

ARTICLE = """Lamp glass runs through one town

Norland made 78 percent of the world's lamp glass in 2021, Anna Vell said on Monday. Vell is the chair of
Halden Metering. Halden Metering owns 51 percent of Tarn Shipping, according to Rolf Aaker, who worked for both
firms until 2019.

Aaker denied that Tarn Shipping belongs to the State Fund of Norland. "It is the most reckless firm on the coast,"
he said. Qiao Wenbin (乔文斌) joined the board of Tarn Shipping in March 2020.
"""
CLAIMS = """speaker,about,property,value,unit,when,outlet
Anna Vell,Norland,share of lamp glass production,78,percent,2021,Channel Meridian
Lamp Weekly,Norland,share of lamp glass production,40,percent,2021,Lamp Weekly
"""
SHARES = """supplier,good,share,period,basis
Norland,lamp glass,78.4,2021,production
Sudmark,lamp glass,10.1,2021,production
Ostvik,lamp glass,11.5,2021,production
"""
HOLDINGS = """owner,company,share,from
Halden Metering,Tarn Shipping,49,2018-01-01
State Fund of Norland,Tarn Shipping,51,2018-01-01
Anna Vell,Halden Metering,80,2015-06-01
"""


def made(folder: Path) -> Case:
    """The case, anew."""
    material = folder / "material"
    material.mkdir(parents=True)
    (material / "lamp_glass.txt").write_text(ARTICLE, "utf-8")
    (material / "hostile.txt").write_text(f"{HOSTILE} said Vell.\n\nNobody {HOSTILE} heard it.\n", "utf-8")
    (material / "secret.txt").write_text("A protected witness, Livia Menn, named Rolf Aaker.\n", "utf-8")
    case = open_case(folder / "case", title="Lamp glass " + HOSTILE)
    case.add(material / "lamp_glass.txt", outlet="Channel Meridian", published="2022-03-01", author="Ina Holm")
    case.add(material / "hostile.txt", outlet=HOSTILE)
    case.add(material / "secret.txt", protect=True)
    for table, text in (("claims", CLAIMS), ("supply_shares", SHARES), ("holdings", HOLDINGS)):
        (material / f"{table}.csv").write_text(text, "utf-8")
        outlet = "Coast Desk" if table == "claims" else "Bureau of Trade Statistics"
        case.add(material / f"{table}.csv", as_table=table, outlet=outlet)
    case.look("dependence.concentration")
    case.docket(run=True)
    return case


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Case:
    """The case that is only read."""
    return made(tmp_path_factory.mktemp("desk"))


@pytest.fixture
def own(built: Case, tmp_path: Path) -> Case:
    """A copy of the case, to be changed."""
    return open_case(shutil.copytree(built.layout.root, tmp_path / "case"), make=False)


def _client(case: Case) -> TestClient:
    made = application(case, token=TOKEN, port=PORT)
    docket(made.state.desk, patience=120)  # on a busy machine pages would say that it is being put together
    client = TestClient(made, base_url=ORIGIN, headers={"origin": ORIGIN})
    assert client.get(f"/?token={TOKEN}").status_code == 200
    return client


@pytest.fixture(scope="session")
def client(built: Case) -> Iterator[TestClient]:
    """A browser that has been given the address; it only reads."""
    with _client(built) as client:
        yield client


@pytest.fixture
def hand(own: Case) -> Iterator[TestClient]:
    """A browser whose forms may change the case (``own``)."""
    with _client(own) as client:
        yield client
