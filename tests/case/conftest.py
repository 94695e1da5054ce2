"""A small invented case: two articles, two tables of shares that disagree, a table of claims."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from cuibono.case import Case, open_case
from tests.case import by_hand

ARTICLE = """<html><head><title>Arland rules wafers</title><meta name="author" content="Quentin Quill">
<meta property="og:site_name" content="The Borland Gazette"><meta name="date" content="2021-03-05"></head>
<body><article><h1>Arland rules wafers</h1>
<p>Factories in Arland made nearly all solar wafers of the world last year, the ministry of industry told the Gazette
in a long interview about the state of the market and its prospects.</p>
<p>A trade body said that the share was 92 percent in 2021, and that no other country came close to it, whatever
the plans that had been announced in the years before.</p></article></body></html>"""

SHARES = """market,stage,basis,year,country,share_pct
solar,wafer,production,2021,Arland,92
solar,wafer,production,2021,Borland,5
solar,wafer,production,2021,Corland,3
solar,module,production,2021,Arland,60
solar,module,production,2021,Borland,40
"""

OTHER = """market,stage,basis,year,country,share,asserted_by
solar,wafer,production,2021,Arland,at least 97 %,Ministry of Arland
"""

CLAIMS = """subject,property,value,when,asserted_by,via,quote
Gloria Works,founded,1990,,Gloria Works,The Borland Gazette,Gloria was founded in 1990
Arland,share of wafers,92 %,2021,a trade body,The Borland Gazette,the share was 92 percent
Arland,share of wafers,80 %,2021,Minister Vex,Radio Corland,eighty percent
"""


def material(home: Path) -> Path:
    """The files of the case, written into a folder that is made."""
    (home / "filings").mkdir(parents=True)
    (home / "filings" / "gazette.html").write_text(ARTICLE, "utf-8")
    (home / "filings" / "note.txt").write_text("A note on 协鑫 wafers.\n\nSecond paragraph of it.", "utf-8")
    (home / "shares.csv").write_text(SHARES, "utf-8")
    (home / "ministry.csv").write_text(OTHER, "utf-8")
    (home / "claims.csv").write_text(CLAIMS, "utf-8")
    return home


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The files of the case, not yet read."""
    return material(tmp_path / "material")


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return open_case(tmp_path / "wafers", title="Wafers")


@pytest.fixture(scope="session")
def full_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a case with everything read in, made once: to be copied, not to be opened."""
    home = tmp_path_factory.mktemp("full")
    folder, case = material(home / "material"), open_case(home / "wafers", title="Wafers")
    case.add(folder / "filings")
    case.add(folder / "shares.csv", as_table="supply_shares", outlet="A yearbook")
    case.add(folder / "ministry.csv", as_table="supply_shares")
    case.add(folder / "claims.csv", as_table="claims")
    return home / "wafers"


@pytest.fixture
def full(full_once: Path, tmp_path: Path) -> Case:
    """The case with everything read in, a copy for each test."""
    return open_case(shutil.copytree(full_once, tmp_path / "wafers"), make=False)


@pytest.fixture
def hand(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Make an extractor for tests the default one; called again, another version or another way of reading."""
    from cuibono.extract import registry

    def use(name: str = "hand", version: str = "1", way: object = by_hand.read) -> None:
        chosen = by_hand.extractor(name, version, way)
        poorer = by_hand.extractor("names", "1", by_hand.only_names)
        known = {chosen.name: chosen, poorer.name: poorer}
        monkeypatch.setattr(registry, "default", lambda: chosen)
        monkeypatch.setattr(registry, "named", lambda wanted: known[wanted])

    use()
    return use


@pytest.fixture
def read_case(case: Case, tmp_path: Path, hand: Callable[..., None]) -> Case:
    """A case with one article, read."""
    (tmp_path / "glass.txt").write_text(by_hand.TEXT, "utf-8")
    case.add(tmp_path / "glass.txt", outlet="The Borland Gazette")
    return case
