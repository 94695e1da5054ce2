"""``add``: in or out, never half; the same bytes twice change nothing."""

import zipfile
from pathlib import Path

import pytest

from cuibono.case import Case, open_case
from cuibono.errors import BadTable, NotAllowed, UnknownName, UnreadableSource
from cuibono.store.session import open_session
from tests.readers.samples import telegram


def test_a_folder_becomes_passages(case: Case, folder: Path) -> None:
    added = case.add(folder / "filings")
    assert [s.name for s in added.sources] == ["filings/gazette.html", "filings/note.txt"]
    html = case.source("filings/gazette.html")
    assert (html.author, html.outlet, html.published, html.language) == (
        "Quentin Quill",
        "The Borland Gazette",
        "2021-03-05",
        "en",
    )
    assert [p.text for p in case.passages("filings/note.txt")] == ["A note on 协鑫 wafers.", "Second paragraph of it."]
    assert case.layout.source_file(html.id).read_bytes() == (folder / "filings" / "gazette.html").read_bytes()


def test_the_same_bytes_twice_change_nothing(case: Case, folder: Path) -> None:
    case.add(folder / "filings")
    before = case.status()
    again = case.add(folder / "filings")
    assert (len(again.sources), len(again.known)) == (0, 2)
    assert case.status() == before


def test_what_people_tell_wins(case: Case, folder: Path) -> None:
    case.add(folder / "filings" / "gazette.html", author="Someone Else", origin="from a friend")
    source = case.source("gazette.html")
    assert (source.author, source.origin, source.outlet) == ("Someone Else", "from a friend", "The Borland Gazette")


def test_a_table_is_loaded_as_told(case: Case, folder: Path) -> None:
    added = case.add(folder / "shares.csv", as_table="supply_shares", outlet="A yearbook")
    assert added.rows == 5
    rows = case.query(
        "select supplier_id, supplier_name, share_low, asserted_by, _row from supply_shares order by _row"
    )
    assert rows.rows[0] == ("name:arland", "Arland", 0.92, "A yearbook", 1)
    (mapping,) = case.layout.mappings.iterdir()
    assert "share_pct" in mapping.read_text()


def test_without_a_table_it_is_plain_rows_with_a_proposal(case: Case, folder: Path) -> None:
    added = case.add(folder / "shares.csv")
    assert any("fits supply_shares" in n for n in added.notes)
    assert case.status().plain_rows == 5
    later = case.add("shares.csv", as_table="supply_shares")  # by its name in the case, as the note says
    assert (later.rows, case.status().tables) == (5, {"supply_shares": 5})


def test_a_mapping_is_kept_and_can_make_statements(case: Case, folder: Path, tmp_path: Path) -> None:
    rules = tmp_path / "claims.yaml"
    rules.write_text(
        "entities:\n  firm:\n    schema: Company\n    keys: [subject]\n    properties:\n      name: {column: subject}\n"
    )
    case.add(folder / "claims.csv", mapping=rules)
    status = case.status()
    assert (status.statements, status.entities) == (2, 2)
    with open_session(case.layout) as session:
        (arland,) = session.engine.rows("SELECT id FROM entity WHERE name = 'Arland'")
        said = session.said_of(arland["id"])
    assert [(r["prop"], r["value"], r["seq"]) for r in said] == [("name", "Arland", 2), ("name", "Arland", 3)]


def test_a_bad_table_leaves_nothing_behind(case: Case, folder: Path) -> None:
    bad = folder / "bad.csv"
    bad.write_text("market,country,share_pct\nsolar,Arland,92\nsolar,Borland,much\n")
    with pytest.raises(BadTable, match=r"bad\.csv.*row 2.*much"):
        case.add(bad, as_table="supply_shares")
    assert case.status().sources == 0
    assert [p for p in case.layout.root.rglob("*") if p.suffix == ".parquet"] == []
    assert case.status().refused[0][0] == "bad.csv"


def test_text_is_no_table(case: Case, folder: Path) -> None:
    with pytest.raises(BadTable, match="not a table"):
        case.add(folder / "filings" / "note.txt", as_table="supply_shares")
    with pytest.raises(UnknownName, match="supply_shares"):
        case.add(folder / "shares.csv", as_table="supply_share")


def test_a_source_that_is_here_is_not_listed_as_unread(case: Case, folder: Path) -> None:
    case.add(folder / "filings" / "note.txt")
    with pytest.raises(BadTable, match="not a table"):
        case.add(folder / "filings" / "note.txt", as_table="supply_shares")
    assert case.status().refused == ()


def test_what_another_writer_brought_in_meanwhile_is_known_and_protected(case: Case, folder: Path) -> None:
    def overtake(what: str, done: int, of: int) -> None:
        if what == "keeping":
            open_case(case.layout.root).add(folder / "filings")

    added = case.add(folder / "filings", protect=True, tell=overtake)
    assert (len(added.sources), len(added.known), added.passages) == (0, 2, 0)
    assert case.status().protected == 2


def test_what_cannot_be_read_does_not_stop_the_rest(case: Case, folder: Path) -> None:
    (folder / "filings" / "broken.pdf").write_bytes(b"%PDF-1.4 and then nothing")
    added = case.add(folder / "filings")
    assert len(added.sources) == 2
    assert [n for n, _ in added.refused] == ["filings/broken.pdf"]
    assert case.status().refused[0][0] == "filings/broken.pdf"


def test_members_of_an_archive_are_sources(case: Case, folder: Path) -> None:
    with zipfile.ZipFile(folder / "box.zip", "w") as box:
        box.writestr("inner/one.txt", "One thing.")
        box.writestr("bad.pdf", b"%PDF-1.4 broken")
    added = case.add(folder / "box.zip")
    names = {s.name: s for s in case.sources()}
    assert set(names) == {"box.zip", "box.zip/inner/one.txt"}
    assert names["box.zip/inner/one.txt"].parent == names["box.zip"].id
    assert [n for n, _ in added.refused] == ["box.zip/bad.pdf"]
    assert case.verify().ok


def test_links_out_of_a_folder_are_refused(case: Case, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "outside.txt").write_text("outside")
    (folder / "filings" / "link.txt").symlink_to(tmp_path / "outside.txt")
    added = case.add(folder / "filings")
    assert [n for n, _ in added.refused] == ["filings/link.txt"]
    assert len(added.sources) == 2


def test_a_missing_file_is_said(case: Case) -> None:
    with pytest.raises(UnreadableSource, match="no such file"):
        case.add("nowhere/*.html")


def test_protecting_a_known_source_counts(case: Case, folder: Path) -> None:
    case.add(folder / "filings")
    added = case.add(folder / "filings", protect=True)
    assert case.status().protected == 2
    assert "protected from now on" in added.notes[0]


def test_what_is_told_of_a_known_source_counts(case: Case, folder: Path) -> None:
    case.add(folder / "shares.csv")
    added = case.add(folder / "shares.csv", as_table="supply_shares", outlet="A yearbook")
    assert (case.source("shares.csv").outlet, added.rows) == ("A yearbook", 5)
    assert "shares.csv: outlet is A yearbook from now on" in added.notes
    assert case.add(folder / "shares.csv", outlet="A yearbook").notes == []
    assert case.verify().ok


def test_stopping_keeps_what_was_read_whole(case: Case, folder: Path) -> None:
    def tell(what: str, done: int, of: int) -> None:
        if what.endswith("note.txt"):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        case.add(folder / "filings", tell=tell)
    assert [s.name for s in case.sources()] == ["filings/gazette.html"]
    assert len(case.add(folder / "filings").sources) == 1
    assert case.verify().ok


def test_a_reader_that_breaks_costs_only_its_file(case: Case, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from cuibono.readers import registry

    read = registry.read

    def broken(item: registry.Input) -> object:
        if item.name.endswith(".html"):
            raise ZeroDivisionError("a fault of a plug-in")
        return read(item)

    monkeypatch.setattr(registry, "read", broken)
    added = case.add(folder / "filings")
    assert [s.name for s in added.sources] == ["filings/note.txt"]
    ((name, error),) = added.refused
    assert (name, "a fault of a plug-in" in error.what) == ("filings/gazette.html", True)
    assert case.verify().ok


def test_protecting_a_known_archive_protects_its_members(case: Case, folder: Path) -> None:
    with zipfile.ZipFile(folder / "box.zip", "w") as box:
        box.writestr("one.txt", "One thing that only the box holds.")
    case.add(folder / "box.zip")
    case.add(folder / "box.zip", protect=True)
    assert [s.protected for s in case.sources()] == [True, True]


def test_residents_are_taken_of_an_invented_city_only(case: Case, tmp_path: Path) -> None:
    file = tmp_path / "residents.csv"
    file.write_text("account_id,home_east,home_north\nresident-1,500,1000\n", "utf-8")
    with pytest.raises(NotAllowed, match="invented people"):
        case.add(file, as_table="residents")
    assert case.status().sources == 0
    assert case.add(file, as_table="residents", simulated=True).rows == 1


def test_simulated_material_is_told_so_with_all_that_is_in_it(case: Case, folder: Path, tmp_path: Path) -> None:
    packed = tmp_path / "town.zip"
    with zipfile.ZipFile(packed, "w") as out:
        out.writestr("street.txt", "Nobody lives here.")
    case.add(packed, simulated=True)
    assert {s.name: s.simulated for s in case.sources()} == {"town.zip": True, "town.zip/street.txt": True}
    assert case.status().simulated == 2


def test_marking_a_known_source_as_simulated_counts(case: Case, folder: Path) -> None:
    case.add(folder / "filings" / "note.txt")
    added = case.add(folder / "filings" / "note.txt", simulated=True)
    assert added.notes == ["note.txt: marked as simulated from now on"]
    assert case.add(folder / "filings" / "note.txt", simulated=True).notes == []
    assert case.source("note.txt").simulated


def test_an_export_of_posts_fills_its_tables_by_itself(case: Case, tmp_path: Path) -> None:
    case.add(telegram.make(tmp_path))
    assert case.status().tables == {"accounts": 1, "posts": 2, "shares": 4}
    (passage, *_) = case.passages("result.json", skip=1)
    assert passage.place == "message 2 of Harbour Post"
    assert "text: The ferry is back" in passage.text
    with open_session(case.layout) as session:
        session.need("shares")
        (share,) = session.rows("SELECT t, t_precision, asserted_by FROM shares WHERE object_type = 'hashtag_seq'")
    assert share == {"t": 1704110430, "t_precision": 1, "asserted_by": "Harbour Post"}
    assert case.add(tmp_path / "result.json", as_table="posts").rows == 0
    with pytest.raises(BadTable, match="is not a table"):
        case.add(tmp_path / "result.json", as_table="holdings")
