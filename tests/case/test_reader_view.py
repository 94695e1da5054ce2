"""A text cut where its records begin and end, windows of long texts, one record with what stands at its place."""

import pytest

from cuibono.case import Case, open_case, reader_view
from cuibono.case.reader_view import flowing, pieces, record_view, text_page
from cuibono.errors import UnknownName
from cuibono.model.record import Record


def test_a_text_is_cut_where_records_begin_and_end() -> None:
    claim, name = Record("c", "claim", 10, 19, "Vell owns"), Record("n", "mention", 10, 14, "Vell")
    cut = list(pieces("so Vell owns it", 7, [claim, name]))
    assert [(p.text, [r.id for r in p.records], p.begin) for p in cut] == [
        ("so ", [], ()),
        ("Vell", ["n", "c"], ("n", "c")),
        (" owns", ["c"], ()),
        (" it", [], ()),
    ]
    assert [p.first for p in cut] == [False, True, False, False]


def test_a_record_that_began_earlier_is_cut_to_the_text() -> None:
    (whole,) = pieces("owns it", 10, [Record("c", "claim", 2, 40, "")])
    assert (whole.text, [r.id for r in whole.records]) == ("owns it", ["c"])


@pytest.mark.parametrize(
    ("text", "flows"),
    [
        ("one line", "one line"),
        ("A short line\nof a poem", "A short line\nof a poem"),
        (f"Title\n{'w' * 60}\n{'x' * 58}\nend", f"Title\n{'w' * 60} {'x' * 58} end"),
        (f"{'w' * 60}\n\nnew", f"{'w' * 60}\n\nnew"),
        ("", ""),
    ],
)
def test_lines_that_were_only_full_flow_on(text: str, flows: str) -> None:
    assert flowing(text) == flows


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Case:
    folder = tmp_path_factory.mktemp("reader")
    (folder / "a.txt").write_text(
        "Anna Vell owns Tarn Shipping.\n\nVell denied it in March 2020.\n\nThe end.\n", "utf-8"
    )
    case = open_case(folder / "case")
    case.add(folder / "a.txt", outlet="Channel Meridian")
    return case


def test_a_page_holds_paragraphs_with_their_records(case: Case) -> None:
    page = text_page(case.layout, "a.txt")
    assert page is not None
    assert (len(page.paragraphs), page.pages, page.read) == (3, 1, True)
    first = page.paragraphs[0]
    assert "".join(p.text for p in first.pieces) == first.passage.text
    assert page.counts["mention"] >= 3
    assert {page.name(r.data.get("name")) for p in first.pieces for r in p.records if r.kind == "mention"} >= {
        "Anna Vell",
        "Tarn Shipping",
    }


def test_long_texts_come_in_windows(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader_view, "WINDOW", 30)
    first, last = text_page(case.layout, "a.txt"), text_page(case.layout, "a.txt", at=3)
    assert first is not None
    assert last is not None
    assert [p.passage.seq for p in first.paragraphs] == [1]
    assert (last.number, [p.passage.seq for p in last.paragraphs][-1]) == (last.pages, 3)
    beyond = text_page(case.layout, "a.txt", number=99)
    assert beyond is not None
    assert beyond.number == beyond.pages


def test_a_record_is_shown_with_what_stands_at_its_place(case: Case) -> None:
    mention = next(r for r in case.records("a.txt", kind="mention") if r.quote == "Anna Vell")
    seen = record_view(case.layout, "a.txt", mention.id)
    assert seen.name(str(mention.data["name"])) == "Anna Vell"
    assert len(seen.mentions) >= 2
    with pytest.raises(UnknownName, match="not there any more"):
        record_view(case.layout, "a.txt", "nothing")


def test_a_source_without_text_has_no_page(case: Case, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("rows")
    (folder / "rows.csv").write_text("a,b\n1,2\n", "utf-8")
    other = open_case(folder / "case")
    other.add(folder / "rows.csv")
    assert text_page(other.layout, "rows.csv") is None
