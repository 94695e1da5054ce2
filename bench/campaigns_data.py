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
    """Posts in three scripts, one in ten a copy of an earlier one with a change."""
    from cuibono.simulate.campaign_words import sentence, varied

    rng = np.random.default_rng(seed)
    made: list[str] = []
    for number in range(count):
        lang = ("en", "zh", "ar")[number % 3]
        again = made and rng.random() < 0.1
        made.append(varied(rng, made[int(rng.integers(len(made)))]) if again else sentence(rng, lang))
    return made
