#!/usr/bin/env python
"""Write the tables of the demo case ``feed``: a simulated feed that steers its young viewers, the same each time.

``python scripts/demo_feed.py`` writes ``cuibono/demo/feed/tables``. Everybody in it is invented.
"""

from pathlib import Path

from cuibono.simulate.feed_policies import Policy
from cuibono.simulate.feeds import TOPICS, World, feed, write

FOLDER = Path(__file__).parent.parent / "cuibono" / "demo" / "feed" / "tables"


def main() -> None:
    """Write all tables."""
    policy = Policy("steer", target=TOPICS.index("harbour law"), beta=1.2, cell=0)
    for path in write(feed(20240311, policy, World(accounts=16, shown=60, windows=3, videos=60)), FOLDER):
        path.replace(path.with_name(path.name.removeprefix("simulated_")))


if __name__ == "__main__":
    main()
