"""Who posts the same text at the same times: in any script, with small changes, and what it rests on."""

from random import Random
from typing import Any

import pytest

from cuibono.errors import BadSetting
from cuibono.model.finding import Finding
from cuibono.testing.desk import MemoryDesk, ask, findings, notices

START = 1_700_000_000
Row = dict[str, Any]
FERRY = "The ferry to the islands is back and everybody may go aboard for nothing today"
TEXTS = (
    FERRY,
    "渡轮今天回来了，所有人都可以免费上船去看海岛的春天",
    "Паром на острова вернулся, сегодня все могут подняться на борт бесплатно",
    "عادت العبارة إلى الجزر ويمكن للجميع الصعود على متنها مجانا هذا اليوم",
)


def post(account: str, text: str | None, t: int, **more: Any) -> Row:
    row = {"account": account, "account_name": account.title(), "t": t, "t_precision": 1, "text": text, "kind": "post"}
    return row | {"post": f"{account}/{t}"} | more


def crowd(count: int = 300) -> list[Row]:
    """What everybody writes, each in words of their own."""
    rng = Random(3)
    words = (
        "quince", "jam", "market", "bridge", "winter", "river", "school", "festival", "stone", "village", "orchard",
        "road",
    )  # fmt: skip
    return [
        post(
            f"reader{rng.randrange(40)}", " ".join(rng.choice(words) for _ in range(14)), START + rng.randrange(90_000)
        )
        for _ in range(count)
    ]


def push(accounts: list[str], texts: tuple[str, ...] = TEXTS, apart: int = 20) -> list[Row]:
    """Accounts that post one text after the other, each with a change of its own."""
    ways = ("{}", "{}!!!", "@friend {}", "{} https://t.example/{n}", "{} #islands", "RT @x: {}")
    return [
        post(account, ways[i % len(ways)].format(text, n=i), START + 9_001 * n + apart * i)
        for n, text in enumerate(texts)
        for i, account in enumerate(accounts)
    ]


def test_copies_in_four_scripts_are_found_with_the_posts_behind_them() -> None:
    (found,) = findings(ask("campaigns.copies", {"posts": [*crowd(), *push(["elm", "oak", "ash"])]}))
    assert found.about == ("ash", "elm", "oak")
    assert found.says.startswith("3 accounts (Ash, Elm, Oak) shared 4 nearly identical texts in step, within 5 minutes")
    assert found.evidence.count() == 12
    assert found.bears[0].kind == "coordination"


def test_the_passage_that_the_copies_share_is_shown() -> None:
    texts = (FERRY, FERRY.replace("ferry", "tram"))
    (found,) = findings(ask("campaigns.copies", {"posts": [*crowd(), *push(["elm", "oak", "ash"], texts)]}, alike=0.95))
    assert f'the text shared most: "{FERRY}"' in found.says


def test_the_same_words_at_other_times_are_no_copies_in_step() -> None:
    rows = [*crowd(), *push(["elm", "oak", "ash"], apart=400)]
    assert not findings(ask("campaigns.copies", {"posts": rows}))
    assert findings(ask("campaigns.copies", {"posts": rows}, window=400))


def test_plain_reposts_are_left_out_unless_asked_for() -> None:
    rows = [*crowd(), *(r | {"kind": "repost"} for r in push(["elm", "oak", "ash"]))]
    assert not findings(ask("campaigns.copies", {"posts": rows}))
    assert findings(ask("campaigns.copies", {"posts": rows}, reposts=True))


def test_short_texts_are_not_compared() -> None:
    rows = [*crowd(), *push(["elm", "oak", "ash"], ("good morning", "你好", "спасибо", "good night"))]
    assert not findings(ask("campaigns.copies", {"posts": rows}))


def test_only_short_texts_are_a_notice() -> None:
    (notice,) = notices(ask("campaigns.copies", {"posts": [post("elm", "good morning", START)]}))
    assert notice.says == "No post has a text that is long enough to tell copies by."


def test_a_headline_that_many_pass_on_is_no_campaign() -> None:
    rng = Random(8)
    headline = [post(f"reader{n % 40}", FERRY, START + rng.randrange(4_000)) for n in range(200)]
    second = [post(f"reader{n % 40}", TEXTS[2], START + 20_000 + rng.randrange(4_000)) for n in range(200)]
    assert not findings(ask("campaigns.copies", {"posts": [*crowd(), *headline, *second]}))


def test_a_post_that_stands_in_two_exports_counts_once() -> None:
    rows = push(["elm", "oak"], TEXTS[:1])
    again = [r | {"_source": "again.csv"} for r in rows]
    assert not findings(ask("campaigns.copies", {"posts": [*crowd(), *rows, *again]}, least=2))


def test_pairs_and_progress() -> None:
    desk = MemoryDesk({"posts": [*crowd(), *push(["elm", "oak", "ash"])]})
    pairs = findings(ask("campaigns.copies", desk, show="pairs"))
    assert sorted(f.about for f in pairs) == [("ash", "elm"), ("ash", "oak"), ("elm", "oak")]
    assert all(isinstance(f, Finding) and f.evidence.count() == 8 for f in pairs)
    assert desk.told[0].startswith("Counted: 312 shares of 43 accounts, 12 close pairs within 5 minutes.")


@pytest.mark.parametrize("setting", [{"alike": 0.2}, {"alike": 1.1}, {"window": -1}, {"least": 0}])
def test_settings_that_make_no_sense_are_refused(setting: dict[str, Any]) -> None:
    with pytest.raises(BadSetting):
        ask("campaigns.copies", {"posts": crowd(2)}, **setting)
