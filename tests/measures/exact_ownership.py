"""The same questions answered with exact fractions and plain closures: slow, small, and surely right."""

from fractions import Fraction

import numpy as np

from cuibono.measures.blocs import HALF
from cuibono.measures.stakes import WHOLE, Stakes, merged


def random_stakes(seed: int, *, n: int = 0) -> Stakes:
    """Stakes among at most 12 parties, with circles, whole holdings and gaps."""
    rng = np.random.default_rng(seed)
    n = n or int(rng.integers(2, 13))
    rows = []
    for held in range(n):
        holders = rng.choice(n, size=int(rng.integers(0, min(n, 5) + 1)), replace=False)
        if rng.random() < 0.8:
            holders = holders[holders != held]
        if not len(holders):
            continue
        whole = 1.0 if rng.random() < 0.5 else float(rng.random())
        parts = np.floor(rng.dirichlet(np.full(len(holders), rng.choice([0.2, 1.0, 5.0]))) * whole * 20) / 20
        if whole == 1.0 and rng.random() < 0.7:
            parts[0] += 1 - parts.sum()
        rows += [(int(h), held, round(float(p) * WHOLE)) for h, p in zip(holders, parts, strict=True) if p > 0]
    columns = np.array(rows, np.int64).reshape(-1, 3).T
    return merged(n, columns[0], columns[1], columns[2], columns[2])


def integrated(stakes: Stakes) -> list[list[Fraction] | None]:
    """For each firm what of it reaches each party, by Gauss' elimination on fractions; None in a pure circle.

    Pure circles keep what enters them: their members hold nothing of each other here.
    """
    n = stakes.n
    w = [[Fraction(0)] * n for _ in range(n)]
    for holder, held, part in zip(stakes.holder.tolist(), stakes.held.tolist(), stakes.low.tolist(), strict=True):
        w[holder][held] += Fraction(part, WHOLE)
    pure = _pure(w)
    for i in range(n):
        for j in range(n):
            if i in pure and j in pure[i]:
                w[i][j] = Fraction(0)
    inverse = _inverse([[Fraction(i == j) - w[i][j] for j in range(n)] for i in range(n)])
    return [None if firm in pure else [inverse[i][firm] for i in range(n)] for firm in range(n)]


def control_of(stakes: Stakes) -> dict[int, int]:
    """The head of each controlled firm, -1 for a circle: each seed's closure, then the largest that holds it."""
    n = stakes.n
    closures = {i: _closure(stakes, i) for i in range(n)}
    controllers = {f: {i for i in range(n) if i != f and f in closures[i]} for f in range(n)}
    circular = {f for f in range(n) if _own_majority(stakes, f, closures[f])}
    heads = {}
    for firm in range(n):
        free = {c for c in controllers[firm] if not controllers[c] and c not in circular}
        if free:
            assert len(free) == 1
            heads[firm] = free.pop()
        elif controllers[firm] or firm in circular:
            heads[firm] = -1
    return heads


def _closure(stakes: Stakes, seed: int) -> set[int]:
    reached, grown = {seed}, True
    while grown:
        grown = False
        for firm in range(stakes.n):
            if firm not in reached and _sum(stakes, reached, firm) > HALF:
                reached.add(firm)
                grown = True
    return reached


def _own_majority(stakes: Stakes, firm: int, closure: set[int]) -> bool:
    return _sum(stakes, closure, firm) > HALF


def _sum(stakes: Stakes, holders: set[int], firm: int) -> int:
    rows = zip(stakes.holder.tolist(), stakes.held.tolist(), stakes.low.tolist(), strict=True)
    return sum(p for h, f, p in rows if f == firm and h in holders)


def _pure(w: list[list[Fraction]]) -> dict[int, set[int]]:
    """The members of strong components whose every member is wholly held from inside."""
    n = len(w)
    up = {i: {i} for i in range(n)}
    grown = True
    while grown:
        grown = False
        for i in range(n):
            more = {h for j in up[i] for h in range(n) if w[h][j]} - up[i]
            if more:
                up[i] |= more
                grown = True
    found = {}
    for i in range(n):
        component = {j for j in up[i] if i in up[j]}
        if all(sum(w[h][j] for h in component) >= 1 for j in component):
            found[i] = component
    return found


def _inverse(matrix: list[list[Fraction]]) -> list[list[Fraction]]:
    n = len(matrix)
    rows = [row[:] + [Fraction(i == j) for j in range(n)] for i, row in enumerate(matrix)]
    for column in range(n):
        pivot = next(r for r in range(column, n) if rows[r][column])
        rows[column], rows[pivot] = rows[pivot], rows[column]
        rows[column] = [x / rows[column][column] for x in rows[column]]
        for r in range(n):
            if r != column and rows[r][column]:
                factor = rows[r][column]
                rows[r] = [x - factor * y for x, y in zip(rows[r], rows[column], strict=True)]
    return [row[n:] for row in rows]
