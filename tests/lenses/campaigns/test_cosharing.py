"""Who shares the same things at the same times: what is told, what is not, and what it rests on."""

from collections.abc import Sequence
from random import Random
from typing import Any

import pytest

from cuibono.errors import BadSetting
from cuibono.model.finding import Finding, Notice
from cuibono.testing.desk import MemoryDesk, ask, findings, notices

START = 1_700_000_000
Row = dict[str, Any]


def share(account: str, thing: str, t: int, **more: Any) -> Row:
    row = {"object_type": "url", "object": thing, "account": account, "account_name": account.title(), "t": t}
    return row | {"t_precision": 1, "post": f"{account} {t} {thing}"} | more


def crowd(count: int = 400, **more: Any) -> list[Row]:
    """Readers who share what they like when they like."""
    rng = Random(2)
    return [
        share(f"reader{rng.randrange(60)}", f"https://news.example/{rng.randrange(80)}", START + rng.randrange(90_000))
        | more
        for _ in range(count)
    ]


def push(accounts: Sequence[str], times: int, apart: int = 10, **more: Any) -> list[Row]:
    """Accounts that share one story after the other, each some seconds after the one before."""
    return [
        share(account, f"https://push.example/{n}", START + 7_001 * n + apart * i, **more)
        for n in range(times)
        for i, account in enumerate(accounts)
    ]


def only(found: Sequence[Finding | Notice]) -> Finding:
    (finding,) = findings(found)
    return finding


def test_a_group_is_found_with_the_posts_behind_it() -> None:
    found = only(ask("campaigns.cosharing", {"shares": [*crowd(), *push(["elm", "oak", "ash"], 6)]}))
    assert found.about == ("ash", "elm", "oak")
    assert found.says.startswith(
        "3 accounts (Ash, Elm, Oak) shared 6 links in step, within 60 s of each other, more synchronous than chance: "
        "3 pairs, the strongest Ash and Elm with 6 links where chance gives 0.0"
    )
    assert {p.data["account"] for p in found.evidence.first(50)} == {"elm", "oak", "ash"}
    assert found.evidence.count() == 18


@pytest.mark.parametrize("settings", [{"traces": ["audio"]}, {"since": "2031-01-01"}])
def test_a_question_that_leaves_no_share_is_answered(settings: dict[str, Any]) -> None:
    (notice,) = ask("campaigns.cosharing", {"shares": crowd()}, **settings)
    assert notice.says in ("No share of audio can be used.", "No share can be used.")
    assert notice.why == "the case has shares of url, at whatever time"


def test_what_is_not_told_by_the_other_rule_was_not_tested() -> None:
    rows = [*push(["elm", "oak"], 6), *push(["ash", "fir"], 6)]
    found = ask("campaigns.cosharing", {"shares": rows}, rule="CooRTweet", show="pairs", most=1)
    assert not any("chance" in n.says for n in notices(found))


def test_nothing_is_said_of_intent_or_authenticity() -> None:
    found = only(ask("campaigns.cosharing", {"shares": [*crowd(), *push(["elm", "oak", "ash"], 6)]}))
    words = " ".join((found.says, *found.caveats, *(w for b in found.bears for w in b.words))).lower()
    assert not {"bot", "bots", "inauthentic", "fake", "paid", "troll", "trolls"} & set(words.split())
    assert found.caveats[0].startswith("More synchronous than chance is not the same as directed by one hand")


def test_each_pair_can_be_told_with_its_own_posts() -> None:
    rows = [*crowd(), *push(["elm", "oak", "ash"], 6)]
    pairs = findings(ask("campaigns.cosharing", {"shares": rows}, show="pairs"))
    assert sorted(f.about for f in pairs) == [("ash", "elm"), ("ash", "oak"), ("elm", "oak")]
    assert {f.evidence.count() for f in pairs} == {12}
    (first, *_) = ask("campaigns.cosharing", {"shares": rows}, show="pairs", most=1)
    assert isinstance(first, Finding)


def test_the_window_is_inclusive() -> None:
    rows = [*crowd(), *push(["elm", "oak"], 6, apart=30)]
    assert findings(ask("campaigns.cosharing", {"shares": rows}, window=30))
    assert not findings(ask("campaigns.cosharing", {"shares": rows}, window=29))


def test_a_post_with_five_links_is_one_act() -> None:
    packed = [
        share(account, f"https://push.example/{n}", START, post=f"{account} all")
        for account in ("elm", "oak")
        for n in range(8)
    ]
    found = ask("campaigns.cosharing", {"shares": [*crowd(), *packed]})
    assert not findings(found)
    assert notices(found)[0].says.startswith("No two accounts shared 2 things or more within 60 s")


def test_a_post_told_twice_counts_once() -> None:
    rows = push(["elm", "oak"], 2)
    desk = MemoryDesk({"shares": [*crowd(), *rows, *rows, *rows]})
    assert not [f for f in findings(ask("campaigns.cosharing", desk, least=3)) if "elm" in f.about]


def test_what_everybody_shares_costs_little_and_decides_nothing() -> None:
    rng = Random(4)
    viral = [share(f"reader{n % 60}", "https://viral.example/", START + rng.randrange(3_000)) for n in range(3_000)]
    rows = [*crowd(), *viral, *push(["elm", "oak", "ash"], 6)]
    assert only(ask("campaigns.cosharing", {"shares": rows}, budget=2_000)).about == ("ash", "elm", "oak")


def test_too_many_pairs_are_counted_and_not_made() -> None:
    rows = [*crowd(), *push([f"page{n}" for n in range(40)], 10, apart=1)]
    (notice,) = ask("campaigns.cosharing", {"shares": rows}, budget=1_000)
    assert isinstance(notice, Notice)
    assert notice.says.startswith("Counted: 800 shares of 100 accounts, 7,")
    assert notice.says.endswith("would have to be made: more than the budget of 1,000.")
    assert "fewer days" in notice.what_would_help


def test_a_window_finer_than_the_times_is_refused() -> None:
    rows = [r | {"t": r["t"] - r["t"] % 60, "t_precision": 60} for r in (*crowd(), *push(["elm", "oak"], 6))]
    (notice,) = ask("campaigns.cosharing", {"shares": rows}, window=30)
    assert isinstance(notice, Notice)
    assert notice.says.startswith("The times at which the links were shared are known to 60 s only: a window of 30 s")
    found = only(ask("campaigns.cosharing", {"shares": rows}, window=60))
    assert "Times are known to 60 s only." in found.caveats


def test_times_on_whole_minutes_are_known_to_the_minute_whatever_is_told() -> None:
    rows = [r | {"t": r["t"] - r["t"] % 60} for r in (*crowd(), *push(["elm", "oak"], 6))]
    assert isinstance(ask("campaigns.cosharing", {"shares": rows}, window=30)[0], Notice)


def test_ordinary_explanations_are_said_beside() -> None:
    tables: dict[str, list[Row]] = {
        "shares": [*crowd(), *push(["elm", "oak", "ash"], 6)],
        "accounts": [
            {"account": "elm", "account_name": "Elm Daily", "handle": "elmdaily", "affiliation": "Grove Press"},
            {"account": "oak", "account_name": "Oak Post", "affiliation": "Grove Press"},
        ],
        "same_owner": [
            {"party_name": "Elm Daily", "owner_name": "Grove Holding"},
            {"party_name": "Ash", "owner_name": "Grove Holding"},
        ],
    }
    found = only(ask("campaigns.cosharing", tables))
    said = " ".join(found.caveats)
    assert "2 of the 3 accounts answer to the same owner, Grove Holding (Ash, Elm Daily): one explanation." in said
    assert "2 of the 3 accounts openly belong to Grove Press (Elm Daily, Oak Post): one explanation." in said
    assert "Most of the shared links lead to one site, push.example" in said


def test_posts_on_the_full_minute_look_like_a_scheduler() -> None:
    scheduled = [r | {"t": r["t"] - r["t"] % 60} for r in push(["elm", "oak"], 6, apart=0)]
    found = only(ask("campaigns.cosharing", {"shares": [*crowd(), *scheduled]}))
    assert "Most of these posts came on the full minute, as schedulers post." in found.caveats


def test_domains_are_context_and_never_objects() -> None:
    rows = [r | {"object_type": "domain"} for r in (*crowd(), *push(["elm", "oak"], 6))]
    (notice,) = ask("campaigns.cosharing", {"shares": rows})
    assert "shares of domain" in notice.why
    assert findings(ask("campaigns.cosharing", {"shares": rows}, traces=["domain"]))


def test_kinds_of_things_are_tested_apart_and_told_together() -> None:
    tags = {"object_type": "hashtag_seq"}
    rows = [*crowd(), *crowd(200, **tags), *push(["elm", "oak"], 6), *push(["oak", "ash"], 6, apart=9, **tags)]
    found = only(ask("campaigns.cosharing", {"shares": rows}))
    assert found.about == ("ash", "elm", "oak")
    assert "shared 6 hashtag rows and 6 links in step" in found.says


def test_days_can_be_chosen() -> None:
    rows = [*crowd(), *push(["elm", "oak"], 6)]
    assert findings(ask("campaigns.cosharing", {"shares": rows}, since="2024-01-01")) == []
    assert findings(ask("campaigns.cosharing", {"shares": rows}, since="2023-11-14", until="2023-11-17"))
    with pytest.raises(BadSetting, match="'soon' is no day"):
        ask("campaigns.cosharing", {"shares": rows}, since="soon")


def test_claims_that_they_act_together_are_borne_out_by_name_and_handle() -> None:
    rows = [*crowd(), *push(["elm", "oak"], 6)]
    profiles = [{"account": "elm", "account_name": "Elm Daily", "handle": "elmdaily"}]
    found = only(ask("campaigns.cosharing", {"shares": rows, "accounts": profiles}))
    (bearing,) = found.bears
    assert (bearing.kind, bearing.outcome) == ("coordination", "supported")
    assert bearing.about == ("Elm Daily", "elmdaily", "elm", "Oak", "oak")


@pytest.mark.parametrize("setting", [{"window": -1}, {"least": 0}, {"false": 0.0}, {"false": 1.0}])
def test_settings_that_make_no_sense_are_refused(setting: dict[str, Any]) -> None:
    with pytest.raises(BadSetting):
        ask("campaigns.cosharing", {"shares": crowd(2)}, **setting)


def test_what_was_counted_is_told_while_people_wait() -> None:
    desk = MemoryDesk({"shares": [*crowd(), *push(["elm", "oak"], 6)]})
    ask("campaigns.cosharing", desk)
    assert desk.told[0].startswith("Counted: 412 shares of 62 accounts,")


def test_coortweets_rule_tells_what_is_above_the_median_and_tests_nothing() -> None:
    rows = [*crowd(2_000), *push(["elm", "oak", "ash"], 6)]
    told = findings(ask("campaigns.cosharing", {"shares": rows}, rule="CooRTweet", show="pairs", most=500))
    tested = findings(ask("campaigns.cosharing", {"shares": rows}, show="pairs"))
    assert {f.about for f in tested} < {f.about for f in told}
    assert all("not tested against chance" in f.says and not f.bears for f in told)
    (first,) = [f for f in told if f.about == ("ash", "elm")]
    assert first.measure is not None
    assert (first.measure.name, first.measure.value, first.measure.p) == ("co-shares", 6.0, None)
    assert first.evidence.count() == 12


def test_coortweets_rule_drops_posts_that_are_themselves_what_is_shared() -> None:
    rows = [
        share("elm", "p1", START, post="p1", object_type="post"),
        share("oak", "p1", START + 5, post="p2", object_type="post"),
        share("ash", "p1", START + 6, post="p3", object_type="post"),
        share("oak", "p4", START + 50, post="p5", object_type="post"),
        share("ash", "p4", START + 51, post="p6", object_type="post"),
    ]
    found = ask("campaigns.cosharing", {"shares": rows}, rule="CooRTweet", least=1, show="pairs")
    assert findings(found) == []  # one pair is left, and none is above the median of one
