from typing import Any

from cuibono.testing.desk import ask, findings, notices

LENS = "feeds.exposure"
Rows = list[dict[str, Any]]


def _shown(arm: str, accounts: int, hits: int, of: int = 20, **more: Any) -> Rows:
    return [
        {"account": f"{arm}-{n}", "arm": arm, "video": f"v{k}", "topic": "quince" if k < hits + n % 2 else "pets"}
        | more
        for n in range(accounts)
        for k in range(of)
    ]


def _test(rows: Rows) -> Rows:
    return [{"account": a, "kind": "test"} for a in sorted({r["account"] for r in rows})]


def test_a_gap_between_arms_is_found_and_says_how_small_p_could_be() -> None:
    found = findings(ask(LENS, {"impressions": [*_shown("young", 6, 12), *_shown("old", 6, 4)]}))
    says = {f.about[0]: f for f in found}
    quince = says["quince"]
    assert "\u201cold\u201d were shown \u201cquince\u201d less often than those of \u201cyoung\u201d" in quince.says
    assert quince.measure is not None
    assert quince.measure.value == -40.0
    assert "smallest that so many accounts can reach is 0.0022" in quince.measure.meaning
    assert quince.evidence.count() == 240


def test_four_accounts_cannot_reach_a_small_p_value() -> None:
    rows = [*_shown("young", 2, 20), *_shown("old", 2, 0)]
    items = ask(LENS, {"impressions": rows, "feed_accounts": _test(rows)})
    assert findings(items) == []
    assert all("can reach is 0.33" in n.why for n in notices(items))


def test_one_account_is_no_arm() -> None:
    rows = [*_shown("young", 1, 12), *_shown("old", 6, 4)]
    items = ask(LENS, {"impressions": rows, "feed_accounts": _test(rows)})
    assert findings(items) == []
    assert "one account" in notices(items)[0].why


def test_arms_of_few_people_are_not_compared() -> None:
    items = ask(LENS, {"impressions": [*_shown("young", 4, 12), *_shown("old", 6, 4)]})
    assert findings(items) == []
    assert "people" in notices(items)[0].why


def test_ads_are_no_recommendations() -> None:
    rows = [*_shown("young", 6, 12, source_label="ad"), *_shown("old", 6, 4)]
    assert findings(ask(LENS, {"impressions": rows})) == []


def test_only_claims_of_the_direction_that_was_seen_are_borne_out() -> None:
    (found,) = [f for f in findings(ask(LENS, {"impressions": [*_shown("young", 6, 12), *_shown("old", 6, 4)]}))
                if f.about[0] == "quince"]  # fmt: skip
    more = {b.about[1]: b.outcome for b in found.bears if "more" in b.words}
    assert more == {"young": "supported", "old": "contradicted"}
