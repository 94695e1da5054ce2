"""A million invented shares, with the heavy tails that real ones have, straight into Parquet."""

from pathlib import Path

import numpy as np

from cuibono.engine import DuckEngine

DAY = 86_400


def write(path: Path, count: int, *, viral: float = 0.0, seed: int = 2) -> Path:
    """``count`` shares by sixty thousand accounts in a month; ``viral`` is the part of them that shares one thing."""
    rng = np.random.default_rng(seed)
    objects = max(count // 7, 10)
    fame = np.minimum(rng.pareto(1.1, objects) + 1, 4_000)
    zeal = np.minimum(rng.pareto(1.2, 60_000) + 1, 2_000)
    thing = rng.choice(objects, count, p=fame / fame.sum())
    born = rng.integers(0, 30 * DAY, objects)
    when = born[thing] + rng.exponential(DAY / 2, count).astype(np.int64)
    who = rng.choice(zeal.size, count, p=zeal / zeal.sum())
    loud = int(viral * count)
    thing[:loud] = objects
    when[:loud] = rng.exponential(2 * DAY, loud).astype(np.int64)
    sql = """
        SELECT 'url' AS object_type, 'https://site' || (o % 97) || '.example/story/' || o AS object,
               'x:' || (1000000 + a) AS account, NULL::VARCHAR AS account_name,
               'x:17' || (row_number() OVER ()) AS post, 1700000000 + t AS t, 1::BIGINT AS t_precision,
               'src' AS _source, row_number() OVER () AS _row, 'X' AS asserted_by, 'stated' AS status,
               '+' AS polarity, 'recorded' AS standing, 'table' AS reading
        FROM made
    """
    with DuckEngine() as engine:
        engine.offer("made", {"o": thing.astype(np.int64), "a": who.astype(np.int64), "t": when})
        engine.run(f"COPY ({sql}) TO '{path}' (FORMAT parquet, ROW_GROUP_SIZE 20000)")
    return path


def texts(count: int, seed: int = 3) -> list[str]:
    """Posts in three scripts, in words some of which are common and most rare, one in ten a copy with a change."""
    from cuibono.simulate.campaign_words import varied

    rng = np.random.default_rng(seed)
    words = [
        _words(rng, first, last, size) for first, last, size in ((97, 122, 6), (0x4E00, 0x55FF, 2), (0x430, 0x44F, 7))
    ]
    common = 1 / np.arange(1, len(words[0]) + 1)
    drawn = rng.choice(len(words[0]), (count, 16), p=common / common.sum())
    again = np.flatnonzero(rng.random(count) < 0.1)
    made = [("" if n % 3 == 1 else " ").join(words[n % 3][i] for i in row) for n, row in enumerate(drawn)]
    for number in again[again > 0]:
        made[number] = varied(rng, made[int(rng.integers(number))])
    return made


def _words(rng: np.random.Generator, first: int, last: int, size: int) -> list[str]:
    """Twenty thousand words of letters from one to another."""
    return ["".join(map(chr, rng.integers(first, last + 1, max(1, int(rng.poisson(size)))))) for _ in range(20_000)]
