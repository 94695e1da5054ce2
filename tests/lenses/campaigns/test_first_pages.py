"""First pages that linked sites hold together: shares, intervals, and ids that tie nobody."""

from random import Random
from typing import Any

import pytest

from cuibono.errors import BadSetting
from cuibono.model.finding import Finding, Notice
from cuibono.testing.desk import ask, findings, notices

Row = dict[str, Any]


def pages(queries: int = 8, days: int = 3, farm: int = 3) -> list[Row]:
    """Twelve results for each query and day; the first ``farm`` are sites that carry one id."""
    rng = Random(4)
    rows = []
    for query in range(queries):
        for day in range(1, days + 1):
            for rank in range(1, 13):
                mine = rank <= farm
                rows.append(
                    {
                        "query": f"query {query}",
                        "day": f"2024-03-0{day}",
                        "rank": rank,
                        "domain": f"farm{rank}.example" if mine else f"site{rng.randrange(40)}.example",
                        "linked_by": "UA-1" if mine else None,
                    }
                )
    return rows


def only(rows: list[Row], **more: Any) -> Finding:
    (found,) = findings(ask("campaigns.first_pages", {"search_results": rows} | more.pop("tables", {}), **more))
    return found


def test_the_share_that_linked_sites_hold() -> None:
    found = only(pages())
    assert found.says == (
        "3 sites that share UA-1 (farm1.example, farm2.example, farm3.example) hold 30 % of the first 10 places over "
        "24 pages of 8 queries, 24 pages at the very top"
    )
    assert found.measure is not None
    assert (found.measure.value, found.measure.low, found.measure.high) == (0.3, 0.3, 0.3)
    assert found.evidence.count() == 72
    assert found.bears[0].unit == "percent"


def test_the_interval_is_that_of_queries() -> None:
    rows = [r for r in pages() if r["query"] < "query 4"] + [
        r | {"domain": "other.example", "linked_by": None} if r["rank"] == 1 else r
        for r in pages()
        if r["query"] >= "query 4"
    ]
    found = only(rows)
    assert found.measure is not None
    assert found.measure.value == pytest.approx(0.25)
    assert found.measure.low == pytest.approx(0.2125, abs=0.013)
    assert found.measure.high == pytest.approx(0.2875, abs=0.013)


def test_a_single_query_says_nothing_of_others() -> None:
    found = only(pages(queries=1))
    assert found.measure is not None
    assert (found.measure.low, found.measure.high) == (0.0, 1.0)
    assert "One query only: nothing follows for others." in found.caveats


def test_ids_may_stand_in_the_table_of_shares() -> None:
    rows = [r | {"linked_by": None} for r in pages()]
    links = [
        {"object_type": "site_id", "object": "pub-7", "account": a, "post": a, "t": 0}
        for a in ("site:farm1.example", "farm2.example")
    ]
    found = only(rows, tables={"shares": links})
    assert found.about == ("pub-7", "farm1.example", "farm2.example")


def test_an_id_that_everybody_carries_ties_nobody() -> None:
    rows = [r | {"linked_by": r["linked_by"] or "network-1"} for r in pages()]
    answers = ask("campaigns.first_pages", {"search_results": rows})
    assert len(findings(answers)) == 1
    (notice,) = notices(answers)
    assert notice.says.startswith("1 id left aside, carried by more than 20 sites: network-1 (")


def test_several_ids_of_the_same_sites_are_one_group() -> None:
    rows = pages() + [r | {"linked_by": "pub-9"} for r in pages() if r["linked_by"]]
    assert only(rows).about[0] == "UA-1, pub-9"


def test_without_links_there_is_no_answer() -> None:
    (notice,) = ask("campaigns.first_pages", {"search_results": [r | {"linked_by": None} for r in pages()]})
    assert isinstance(notice, Notice)
    assert notice.says == "No two sites that share an id stand among the first 10 results."


@pytest.mark.parametrize("setting", [{"first": 0}, {"popular": 1}])
def test_settings_that_make_no_sense_are_refused(setting: Row) -> None:
    with pytest.raises(BadSetting):
        ask("campaigns.first_pages", {"search_results": pages(1, 1)}, **setting)
