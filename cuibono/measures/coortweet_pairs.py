"""The pairs of posts that CooRTweet 2 (Righetti and Balluff, 2023) calls coordinated: its rule, without its cost.

Accounts with too few rows are left out; within an object all pairs of rows at most ``window`` seconds apart are made;
pairs of one post, of one account, and those in which a post is itself the object are dropped; then participation is
counted anew on the posts that are left, and a pair stays when either account still takes part enough. There is no test
against chance.
"""

import numpy as np

from cuibono.measures.close_pairs import Ints, by_object_and_time, pieces, reach


def coortweet_pairs(
    objects: Ints, accounts: Ints, posts: Ints, times: Ints, window: int, participation: int
) -> tuple[Ints, Ints, Ints]:
    """Positions of the rows of each pair, the older first, and the seconds between them.

    Objects and posts are numbered together: a number that occurs among both is the same text in both.

    >>> one, other, apart = coortweet_pairs(*map(np.array, ([7, 7, 7], [1, 2, 1], [10, 11, 12], [50, 45, 46])), 5, 1)
    >>> one.tolist(), other.tolist(), apart.tolist()
    ([1, 1], [2, 0], [1, 5])
    """
    kept = np.flatnonzero(_rows_per_account(accounts)[accounts] >= participation)
    rows = kept[by_object_and_time(objects[kept], times[kept])]
    found = [
        (a[fit], b[fit])
        for first, second in pieces(reach(objects[rows], times[rows], window))
        for a, b in [(rows[first], rows[second])]
        for fit in [_fits(objects, accounts, posts, a, b)]
    ]
    older = np.concatenate([a for a, _ in found]) if found else np.zeros(0, np.int64)
    newer = np.concatenate([b for _, b in found]) if found else np.zeros(0, np.int64)
    left = np.isin(posts, np.concatenate([posts[older], posts[newer]]))
    still = _rows_per_account(accounts[left], int(accounts.max()) + 1 if accounts.size else 0) >= participation
    stays = still[accounts[older]] | still[accounts[newer]]
    older, newer = older[stays], newer[stays]
    return older, newer, times[newer] - times[older]


def _rows_per_account(accounts: Ints, count: int = 0) -> Ints:
    return np.bincount(accounts, minlength=count).astype(np.int64)


def _fits(objects: Ints, accounts: Ints, posts: Ints, a: Ints, b: Ints) -> "np.typing.NDArray[np.bool_]":
    of_one = (posts[a] == posts[b]) | (accounts[a] == accounts[b])
    itself = (objects[a] == posts[a]) | (objects[a] == posts[b])
    return np.asarray(~(of_one | itself))
