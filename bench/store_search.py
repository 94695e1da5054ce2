"""Part e of ``bench/store.py``: search in a hundred thousand passages, Latin and Chinese."""

import time
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

from bench.figures import Figure, checked, median_ms
from bench.store_data import texts

FILES, PASSAGES = 1000, 100


def search(program: Path, room: Path) -> Iterator[Figure]:
    """e: one word, and two words at once, each time another, warm."""
    from cuibono.case import open_case

    words = texts(room / "texts", FILES, PASSAGES)
    folder = room / "texts-case"
    checked([program, "new", folder])
    added = checked([program, "-C", folder, "add", room / "texts"])
    case = open_case(folder, make=False)
    start = time.perf_counter()
    case.search(words[0])
    indexed = time.perf_counter() - start
    for script, some in (("Latin", words[:20]), ("Chinese", words[20:])):
        one, two = cycle(some), cycle(zip(some, some[1:] + some[:1], strict=True))
        assert sum(bool(case.search(w)) for w in some) == 20, f"a {script} word is not found"
        value = median_ms(lambda it=one: case.search(next(it)))
        yield Figure("e", f"search in {FILES * PASSAGES:,} passages, {script}", value, "ms", 100, note="median of 20")
        value = median_ms(lambda it=two: case.search(" ".join(next(it))))
        yield Figure("e", f"two words at once, {script}", value, "ms", note="median of 20")
    yield Figure("e", "adding these passages", added.wall, "s", note=f"{FILES:,} files, once")
    yield Figure("e", "the first search, which makes the index", indexed, "s", note="once")
