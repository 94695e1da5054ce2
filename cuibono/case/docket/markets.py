"""Markets that a table names by what is done: "container handling in Port Elm" is where containers are handled.

Claims have the verb ("handled 30 percent of Port Elm's containers") where the table has its noun.
"""

import re
from functools import lru_cache

from cuibono.case.docket.words import stems, tokens


@lru_cache(maxsize=8_192)
def done_in(market: str) -> frozenset[str]:
    """The verbs of a market that is named by what is done in it; empty where it is named by a good.

    >>> sorted(done_in("container handling"))
    ['handl', 'handle', 'handled', 'handles', 'handls']
    """
    return frozenset(v for w in tokens(market) for v in _verbs(w))


def _verbs(word: str) -> tuple[str, ...]:
    """The forms of a verb by that which ends in -ing; a word too short for one has none (ring, king)."""
    root = word[:-3]
    return (root, f"{root}s", f"{root}e", f"{root}es", f"{root}ed") if word.endswith("ing") and len(root) > 3 else ()


def is_itself(stage: str, market: str) -> bool:
    """Whether a stage is the good of a market under its own noun: "tile" of "ceramic tiles (Norland)".

    >>> is_itself("tile", "ceramic tiles (Norland)"), is_itself("glaze", "ceramic tiles")
    (True, False)
    """
    good = tokens(re.sub(r"\(.*?\)", "", market))
    return bool(good) and bool(stage) and stems(stage) == stems(good[-1])


def of_market(market: str, said: frozenset[str]) -> bool:
    """Whether all that names a market stands in a claim, what is done in it as a verb or as a noun."""
    return all(s in said or any(v in said for v in _verbs(s)) for s in stems(market))
