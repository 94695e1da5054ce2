"""Invented posts and searches on which each lens of the family finds something."""

from random import Random
from typing import Any

from cuibono.testing.lenses import Example

_START = 1_700_000_000


def _share(account: str, thing: str, t: float, **more: Any) -> dict[str, Any]:
    name = account.partition(":")[2].title()
    row = {"object_type": "url", "object": thing, "account": account, "account_name": name, "t": int(t)}
    return row | {"t_precision": 1, "post": f"{account}/{int(t)}/{thing}"} | more


def _ordinary(rng: Random, count: int, **more: Any) -> list[dict[str, Any]]:
    """What anybody shares: a few things often, most of them rarely, at all hours."""
    rows = []
    for _ in range(count):
        thing = int(rng.paretovariate(1.0))
        rows.append(
            _share(
                f"x:reader{rng.randrange(40)}",
                f"https://www.news{thing % 7}.example/{thing}",
                _START + 900 * (thing % 97) + rng.expovariate(1 / 3600),
                **more,
            )
        )
    return rows


def _together(rng: Random, accounts: tuple[str, ...], things: int, **more: Any) -> list[dict[str, Any]]:
    """The same things within seconds, again and again."""
    rows = []
    for number in range(things):
        start = _START + rng.randrange(80_000)
        named = more | ({"object": f"{more['object']}{number}"} if "object" in more else {})
        rows += [_share(a, f"https://push.example/{number}", start + rng.randrange(20), **named) for a in accounts]
    return rows


def _shares() -> list[dict[str, Any]]:
    rng = Random(5)
    rows = _ordinary(rng, 900) + _ordinary(rng, 300, object_type=None) + _ordinary(rng, 300, object_type="hashtag_seq")
    rows += _together(rng, ("x:elm", "x:oak", "x:ash", "x:fir"), 6)
    rows += _together(rng, ("x:elm", "x:oak"), 5, object_type="hashtag_seq", object="#quince #jam ")
    rows += _together(rng, ("tg:plum", "tg:pear"), 5, object_type=None, object="song ", t_precision=None)
    rows += _together(rng, ("tg:plum", "tg:fig"), 4, object_type="post", object="tg:1/", account_name=None)
    rows += [r | {"t": r["t"] - r["t"] % 60, "object_type": "audio", "post": f"{r['post']}a"} for r in rows[:50]]
    return rows


def _posts() -> list[dict[str, Any]]:
    rng = Random(6)
    words = [
        "quince",
        "jam",
        "market",
        "bridge",
        "winter",
        "river",
        "school",
        "festival",
        "stone",
        "orchard",
        "harbour",
    ]
    rows = [
        _post(f"x:reader{rng.randrange(40)}", " ".join(rng.choices(words, k=14)), _START + rng.randrange(90_000))
        for _ in range(300)
    ]
    texts = ("渡轮今天回来了，所有人都可以免费上船去看海岛的春天",
             "The ferry is back and everybody may go aboard now",
             "Паром вернулся, сегодня все могут подняться на борт бесплатно")  # fmt: skip
    for number, text in enumerate(texts):
        rows += [_post(a, f"{text} #{a[2:]}", _START + 9_000 * number + 7 * n) for n, a in
                 enumerate(("x:elm", "x:oak", "tg:fir"))]  # fmt: skip
    return [*rows, _post("x:ash", None, _START), _post("x:ash", "good morning", _START, account_name=None)]


def _post(account: str, text: str | None, t: int, **more: Any) -> dict[str, Any]:
    row = {"account": account, "account_name": account.partition(":")[2].title(), "text": text, "t": t}
    return row | {"post": f"{account}/{t}"} | more


def _interest() -> list[dict[str, Any]]:
    rng = Random(7)
    rows = []
    for number in range(22):
        for period, at_home in (("2024-01", 90.0), ("2024-04", 90.0 if number else 8.0)):
            for draw in ("a", "b"):
                level = {f"Region {r}": 60 * rng.random() for r in range(15)} | {"Region 0": at_home}
                rows += [{"name": f"Name {number}", "region": r, "value": v, "period": period, "draw": draw} for
                         r, v in level.items()]  # fmt: skip
    return [*rows, {"name": "Name 0", "region": "Nowhere", "value": None}]


def _results() -> list[dict[str, Any]]:
    rng = Random(8)
    rows = []
    for query in range(6):
        for day in ("2024-03-01", "2024-03-02", None):
            for rank in range(1, 13):
                mine = rank <= 2 + query % 2
                site = f"farm{rank}.example" if mine else f"Site{rng.randrange(40)}.example"
                row = {"query": f"query {query}", "day": day, "rank": rank, "domain": site}
                rows.append(row | {"linked_by": "UA-1" if mine else "network" if rank % 2 else None})
    return rows


CAMPAIGNS = {
    "campaigns.search": Example(
        {"search_interest": _interest()}, {"name": "Name 0", "home": "Region 0", "since": "2024-03-01"}
    ),
    "campaigns.first_pages": Example(
        {
            "search_results": _results(),
            "shares": [
                {
                    "object_type": "site_id",
                    "object": "pub-3",
                    "account": f"site:farm{n}.example",
                    "post": str(n),
                    "t": 0,
                }
                for n in (1, 2)
            ],
        }
    ),
    "campaigns.copies": Example(
        {
            "posts": _posts(),
            "accounts": [{"account": "x:elm", "account_name": "Elm Daily", "site": "elm.example"}],
            "same_owner": [{"party_name": "Oak", "owner_name": "Grove Holding"}],
        }
    ),
    "campaigns.cosharing": Example(
        {
            "shares": _shares(),
            "accounts": [
                {"account": "x:elm", "account_name": "Elm Daily", "handle": "elmdaily", "affiliation": "Elm House"},
                {"account": "x:oak", "account_name": "Oak Post", "affiliation": "Elm House", "site": "oak.example"},
                {"account": "x:ash", "handle": "ash"},
            ],
            "same_owner": [
                {"party_name": "Fir", "owner_name": "Grove Holding"},
                {"party_name": "ash", "owner_name": "Grove Holding"},
                {"party_name": "Elm Daily", "owner_name": "Grove Holding"},
                {"party_name": "Elm Daily", "owner_name": "Hedge Trust"},
            ],
        },
    ),
}
