"""Kept findings as a list, runs with their queries and notices, and the counts of an overview."""

from pathlib import Path

import pytest

from cuibono.case import Case, finding_lists, lens_runs, overview
from cuibono.case.finding_lists import FindingsAsked
from cuibono.errors import UnknownName

SHARES = """market,stage,basis,year,country,share_pct,asserted_by
solar,wafer,production,2021,Arland,92,A yearbook
solar,wafer,production,2021,Borland,8,A yearbook
solar,module,production,2021,Arland,70,A yearbook
solar,module,production,2021,Borland,30,A yearbook
solar,cell,production,2021,Arland,40,A yearbook
"""


@pytest.fixture
def asked(case: Case, tmp_path: Path) -> Case:
    """A case to which one lens was put."""
    (tmp_path / "shares.csv").write_text(SHARES, "utf-8")
    (tmp_path / "note.md").write_text("Arland makes wafers.\n", "utf-8")
    case.add(tmp_path / "shares.csv", as_table="supply_shares", outlet="A yearbook", published="2021-05")
    case.add(tmp_path / "note.md", published="2021-03-02", read=False)
    case.look("dependence.concentration")
    return case


def test_findings_are_filtered_ordered_and_cut(asked: Case) -> None:
    every = finding_lists.listed(asked.layout)
    assert (every.total, every.all, every.lenses) == (2, 2, {"dependence.concentration": 2})
    assert every.verdicts == {"not judged": 2}
    last = every.findings[1]
    asked.judge(last.id, "confirmed", by="Rita Ames")
    assert [f.id for f in finding_lists.listed(asked.layout).findings] == [last.id, every.findings[0].id]
    asked.judge(last.id, "dismissed", by="Rita Ames")
    assert [f.id for f in finding_lists.listed(asked.layout).findings] == [every.findings[0].id, last.id]
    wanted = finding_lists.listed(asked.layout, FindingsAsked(verdict="dismissed", lens="dependence"))
    assert [f.id for f in wanted.findings] == [last.id]
    assert finding_lists.listed(asked.layout, FindingsAsked(words="MODULE")).total == 1
    assert finding_lists.listed(asked.layout, FindingsAsked(lens="dep")).total == 0
    cut = finding_lists.listed(asked.layout, first=1, skip=1)
    assert (len(cut.findings), cut.total) == (1, 2)


def test_a_finding_is_read_alone_by_the_beginning_of_its_id(asked: Case) -> None:
    kept = asked.findings()[0]
    found = finding_lists.one(asked.layout, kept.id[:6])
    assert (found.id, found.says, found.count, found.figure) == (kept.id, kept.says, kept.count, kept.figure)
    with pytest.raises(UnknownName, match="nothing-like-it"):
        finding_lists.one(asked.layout, "nothing-like-it")


def test_a_run_tells_its_queries_and_what_it_could_not_answer(asked: Case) -> None:
    whole = finding_lists.whole(asked.layout, asked.findings()[0].id)
    run = whole.run
    assert [p.place for p in whole.passages] == ["row 1", "row 2"]
    assert finding_lists.passages(asked.layout, whole.finding, skip=1) == whole.passages[1:]
    assert whole.history == ()
    assert (run.lens, run.found, run.stale) == ("dependence.concentration", 2, False)
    assert any("supply_shares" in q for q in run.queries)
    assert [n.says.startswith("Whether solar cell") for n in run.notices] == [True]
    assert lens_runs.of_number(asked.layout, run.id) == run
    assert lens_runs.of_number(asked.layout, 99) is None
    last = lens_runs.last(asked.layout, "concentration", {})
    assert last is not None
    assert last.id == run.id
    assert lens_runs.last(asked.layout, "concentration", {"year": 2021}) is None


def test_an_overview_counts_sources_and_what_waits(asked: Case) -> None:
    found = overview.overview(asked.layout)
    assert (found.sources, found.rows, found.texts) == (2, 5, 1)
    assert overview.answers(asked.layout) == overview.Answers(findings=2, unjudged=2, notices=1)
    assert found.kinds == (("tables", 1), ("texts", 1))
    assert (found.outlets, found.no_outlet) == ((("A yearbook", 1),), 1)
    assert found.dates == overview.Dates("month", (("2021-03", 1), ("2021-04", 0), ("2021-05", 1)), 0)


def test_dates_are_counted_by_year_where_one_names_no_month() -> None:
    found = overview.dates([("2019", 2), ("2021-06-01", 1), (None, 3), ("spring", 1)])
    assert found == overview.Dates("year", (("2019", 2), ("2020", 0), ("2021", 1)), 4)
    assert overview.dates([]) == overview.Dates()
    assert overview.dates([("0900", 5), ("2020", 1)]).undated == 5
