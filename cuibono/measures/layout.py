"""Where to draw each node of a network: a seeded layout by forces, its parts packed beside each other.

Fruchterman and Reingold 1991 in its grid variant: ties pull their ends together, whoever is near pushes off; who is
near is asked of a k-d tree, so that thousands of nodes take seconds. Groups get places of their own first and ties
between groups pull less: without that a large network is a ball. Parts that nothing joins are laid out one by one and
packed apart, and whoever is tied to nobody stands in rows beneath: among the others they would squeeze the picture.
"""

from collections.abc import Callable
from math import ceil, sqrt
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from cuibono.measures.stakes import Floats, Ints

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix  # half a second to load, which only those wait for who draw

Points = NDArray[np.float64]
#: Rounds of a small and of a large part, and from which size on a part is large.
_ROUNDS, _FEW, _LARGE = 120, 70, 1_000
#: Nodes push off up to so many lengths of a tie; below so many nodes everybody pushes everybody.
_REACH, _ALL = 1.3, 400
#: What a tie between two groups pulls, of what one within a group does: in a large network, and in a small one.
_ACROSS, _NEARBY = 0.25, 0.55
#: To how many others a node is tied before its ties pull less.
_TIES = 2.5
#: Names are wider than the ties of so few are long.
_HANDFUL = 4
#: In a network of so many, every name is written beside its node.
_NAMED = 60
#: Space around a part, in lengths of a tie.
_GAP = 1.6
Told = Callable[[int, int], None]


def layout(
    n: int, one: Ints, other: Ints, groups: Ints | None = None, *, seed: int = 1, tell: Told | None = None
) -> Points:  # fmt: skip
    """A place (x, y) for each of ``n``; a tie is about one long. The same seed gives the same picture.

    ``groups`` keeps those of a group together; ``tell`` is told how many nodes have their place, and of how many.
    """
    places = np.zeros((n, 2))
    apart = one != other
    one, other = one[apart], other[apart]
    of = np.zeros(n, np.int64) if groups is None else np.asarray(groups, np.int64)
    parts = _parts(n, one, other)
    rng = np.random.default_rng(seed)
    boxes: list[Ints] = []
    done = 0
    for members in parts:
        if len(members) == 1:
            break  # the parts are ordered by size: only single ones are left
        within = _numbered(n, members)
        here = (within[one] >= 0) & (within[other] >= 0)
        places[members] = _part(within[one[here]], within[other[here]], of[members], rng)
        boxes.append(members)
        done += len(members)
        if tell:
            tell(done, n)
    _pack(places, boxes)
    _rows(places, boxes, [int(m[0]) for m in parts if len(m) == 1])
    return places


def _parts(n: int, one: Ints, other: Ints) -> list[Ints]:
    """Who is joined by ties, the largest part first; of two as large, the one of the lower number."""
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components

    if not n:
        return []
    matrix = coo_matrix((np.ones(len(one)), (one, other)), shape=(n, n))
    _, of = connected_components(matrix, directed=False)
    order = np.argsort(of, kind="stable")
    cuts = np.flatnonzero(np.diff(of[order])) + 1
    return sorted(np.split(order, cuts), key=lambda members: (-len(members), int(members[0])))


def _numbered(n: int, members: Ints) -> Ints:
    within = np.full(n, -1, np.int64)
    within[members] = np.arange(len(members))
    return within


def _part(one: Ints, other: Ints, groups: Ints, rng: np.random.Generator) -> Points:
    """The places of one joined part, around its middle."""
    n = len(groups)
    if n == 2:
        return np.array([[0.0, -0.5], [0.0, 0.5]])
    pairs = np.unique(np.stack((np.minimum(one, other), np.maximum(one, other)), axis=1), axis=0)
    one, other = pairs[:, 0], pairs[:, 1]
    _, group = np.unique(groups, return_inverse=True)
    count = int(group.max()) + 1
    dense = min(1.0, _TIES * n / (2 * len(one)))  # where all have many ties, each pulls less: nobody is squeezed
    strength = np.where(group[one] == group[other], dense, dense * (_ACROSS if n > _ALL else _NEARBY))
    start = rng.normal(0, 0.3 * sqrt(n), (n, 2))
    if 1 < count < n:
        sizes = np.bincount(group)
        start = (
            _centres(group[one], group[other], sizes, rng)[group]
            + rng.normal(0, 0.3, (n, 2)) * np.sqrt(sizes[group])[:, None]
        )
    places = _forced(start, one, other, strength, _ROUNDS if n < _LARGE else _FEW)
    return _turned(places)


def _turned(places: Points) -> Points:
    """A part around its middle, widest from left to right; a handful stands upright, so that names have room beside."""
    centred = places - places.mean(axis=0)
    _, axes = np.linalg.eigh(centred.T @ centred)
    lying = centred @ (axes if len(places) <= _HANDFUL else axes[:, ::-1])
    return np.asarray(lying - (lying.max(axis=0) + lying.min(axis=0)) / 2)


def _centres(one: Ints, other: Ints, sizes: Ints, rng: np.random.Generator) -> Points:
    """Where the middle of each group goes: the groups laid out as nodes, as far apart as they are large."""
    count = len(sizes)
    across = one != other
    keys, weight = np.unique(
        np.minimum(one, other)[across] * count + np.maximum(one, other)[across], return_counts=True
    )
    places = rng.normal(0, 0.3 * sqrt(count), (count, 2))
    if len(keys):
        places = _forced(places, keys // count, keys % count, np.minimum(1.0, 0.3 + weight / weight.max()), _ROUNDS)
    return np.asarray(places * (1.5 if sizes.sum() > _ALL else 0.9) * sqrt(float(sizes.mean())))


def _forced(places: Points, one: Ints, other: Ints, strength: Floats, rounds: int) -> Points:
    """Rounds of pulling and pushing, each with shorter steps than the last."""
    from scipy.spatial import cKDTree

    n, near = len(places), None
    matrix = _pulls(n, one, other)
    heat = 0.12 * sqrt(n) + 0.5
    for turn in range(rounds):
        if n > _ALL and turn % 4 == 0:  # who is near changes slowly
            near = cKDTree(places).query_pairs(_REACH, output_type="ndarray")
        gap = places[one] - places[other]
        far = np.sqrt((gap**2).sum(axis=1))[:, None]
        step = -(matrix @ (gap * far * strength[:, None]))
        step += _pushed(places, near) if near is not None else _pushed_by_all(places)
        step -= 0.02 * min(1.0, 10 / sqrt(n)) * places  # towards the middle, so that nothing drifts off
        length = np.sqrt((step**2).sum(axis=1))[:, None]
        places = places + step * np.minimum(length, heat * (1 - turn / rounds) ** 1.5 + 0.01) / np.maximum(length, 1e-9)
    return places


def _pulls(n: int, one: Ints, other: Ints) -> "csr_matrix":
    """The matrix that adds what each tie does to its two ends."""
    from scipy.sparse import coo_matrix

    ties = np.arange(len(one))
    signs = np.concatenate((np.ones(len(one)), -np.ones(len(one))))
    return coo_matrix((signs, (np.concatenate((one, other)), np.concatenate((ties, ties)))), (n, len(one))).tocsr()


def _pushed(places: Points, near: Ints) -> Points:
    """How those who are near push each other off."""
    gap = places[near[:, 0]] - places[near[:, 1]]
    far = np.maximum((gap**2).sum(axis=1), 1e-4)
    force = gap * (np.maximum(0.0, 1.0 / far - 1.0 / _REACH**2))[:, None]
    n = len(places)
    return np.stack(
        [
            np.bincount(near[:, 0], force[:, axis], minlength=n) - np.bincount(near[:, 1], force[:, axis], minlength=n)
            for axis in (0, 1)
        ],
        axis=1,
    )


def _pushed_by_all(places: Points) -> Points:
    """How everybody pushes everybody off."""
    x, y = places.T
    right, up = x[:, None] - x, y[:, None] - y
    far = np.maximum(right * right + up * up, 1e-4)
    return np.stack(((right / far).sum(axis=1), (up / far).sum(axis=1)), axis=1)


def _pack(places: Points, parts: list[Ints]) -> None:
    """Put parts beside each other in rows, the largest first, about as wide as high in all."""
    if not parts:
        return
    beside = _GAP if len(places) > _NAMED else _GAP + 0.8
    around = np.array([beside, _GAP])
    sizes = [np.ptp(places[m], axis=0) + around for m in parts]
    wide = max(float(sizes[0][0]), 1.5 * sqrt(sum(float(w * h) for w, h in sizes)))
    x = y = high = 0.0
    for members, (width, height) in zip(parts, sizes, strict=True):
        if x and x + width > wide:
            x, y, high = 0.0, y - high, 0.0
        low = places[members].min(axis=0)
        top = places[members].max(axis=0)
        places[members] += np.array([x + beside / 2 - low[0], y - _GAP / 2 - top[1]])
        x, high = x + float(width), max(high, float(height))


def _rows(places: Points, parts: list[Ints], single: list[int]) -> None:
    """Whoever is tied to nobody, in rows beneath the rest."""
    if not single:
        return
    drawn = np.concatenate(parts) if parts else np.zeros(0, np.int64)
    wide = float(np.ptp(places[drawn, 0])) if len(drawn) else 0.0
    columns = max(ceil(sqrt(len(single))), int(wide))
    left = float(places[drawn, 0].min()) if len(drawn) else 0.0
    top = float(places[drawn, 1].min()) - _GAP if len(drawn) else 0.0
    for number, node in enumerate(single):
        places[node] = (left + number % columns, top - number // columns)
