"""Invented feeds on which each lens of the family finds something."""

from typing import Any

from cuibono.simulate.feed_policies import Policy
from cuibono.simulate.feeds import World, feed
from cuibono.testing.lenses import Example

_MADE = feed(5, Policy("steer", target=2, beta=1.5), World(accounts=10, shown=50, windows=2, videos=60))


def _watched(account: str, arm: str, topics: str, **more: Any) -> list[dict[str, Any]]:
    names = {"h": "harbour law", "p": "pets", "-": None}
    return [{"account": account, "arm": arm, "video": f"v{n}", "topic": names[t]} | more for n, t in enumerate(topics)]


_ARMS = [
    row
    for n in range(5)
    for arm, topics in (("young", "hhhhhpp-pp" + "h" * n), ("old", "hppppppp-p" + "p" * n))
    for row in _watched(f"{arm}-{n}", arm, topics)
]

FEEDS = {
    "feeds.departure": Example(
        {
            "impressions": [*_MADE.impressions(), {"account": "viewer-001", "video": "elsewhere"}],
            "catalogue": list(_MADE.catalogue()),
        }
    ),
    "feeds.exposure": Example(
        {
            "impressions": [
                *_ARMS,
                *_watched("lonely", "middle", "hp"),
                *_watched("ad", "old", "hh", source_label="ad"),
            ],
            "feed_accounts": [{"account": r["account"], "kind": "test"} for r in _ARMS[::10]],
        }
    ),
    "feeds.power": Example({"impressions": _ARMS}),
}
