"""Goods and the stages at which they are made: whether a claim speaks of just the good that a share is of.

A share of a market at a stage (blades of ferry turbines) is of neither the whole market nor of all that is made at
such a stage elsewhere; what is made at a final stage is the good itself.
"""

import re
from functools import cache, lru_cache

from cuibono.case.docket.markets import done_in, is_itself, of_market
from cuibono.case.docket.rows import Evidence, Share
from cuibono.case.docket.stage_forms import done_at
from cuibono.case.docket.words import listed, stem, stems, tokens
from cuibono.extract.lexicon import lines

_SHORTEST_HEAD = 4  # letters of a good by which a market may begin: ships, of shipbuilding


def is_whole(row: Share) -> bool:
    """Whether what is made at a stage is the good itself: bicycles at assembly, tiles at "tile" of "ceramic tiles".

    Where other stages of it are recorded, too, nobody can tell which is meant.
    """
    steps = stems(row.stage) - stems(row.market)
    return not row.stage or {stages().get(s, s) for s in steps} <= _finals() or bool(done_in(row.market))


_DOING = re.compile(r"(?:ing|tion|ture|ment|ery)$")
_SERVED = frozenset({"service", "services", "retail", "wholesale", "trade", "sale", "sales", "supply", "assembly"})


@lru_cache(maxsize=8_192)
def is_done(stage: str) -> bool:
    """Whether a stage is something that is done with the good of its market, and no part of it.

    >>> is_done("milling"), is_done("mobile services"), is_done("blade")
    (True, True, False)
    """
    last = stage.split()[-1].lower() if stage.split() else ""
    return not last or bool(_DOING.search(last)) or last in _SERVED or last in stages()


@cache
def _finals() -> frozenset[str]:
    """The stages at whose end a good is there."""
    return frozenset(stages().get(s, s) for w in listed("final_stages") for s in (w, stem(w)))


def is_named(row: Share, said: frozenset[str]) -> bool:
    """Whether a claim speaks of the good of a row."""
    return bool((row.market and of_market(row.market, said)) or (row.stage and at_stage(row.stage, said)))


def wider(row: Share, said: frozenset[str], evidence: Evidence) -> bool:
    """Whether a claim names the stage of a row and not its whole good: magnets are more than drone magnets.

    In a case of one market that a single word names (solar) what is made at a stage (polysilicon) says it all.
    """
    good, step = of_market(row.market, said), {stages().get(s) for s in stems(row.stage)} - {None}
    only = _is_only(row.market, evidence.goods)
    alone = only and not step and (len(tokens(row.market)) == 1 or is_itself(row.stage, row.market))
    return not (good or alone or _is_kind(row.stage, row.market, evidence.goods))


@lru_cache(maxsize=8_192)
def _is_only(market: str, goods: frozenset[tuple[str, str]]) -> bool:
    return {other for other, _ in goods} == {market.strip().lower()}


@lru_cache(maxsize=8_192)
def _is_kind(stage: str, market: str, goods: frozenset[tuple[str, str]]) -> bool:
    """Whether a stage is a kind of the good of its market, under a name that no other market has a stage of.

    "container ships" of shipbuilding and "sintered magnets" of rare earth magnets say all by themselves; motors of
    drones are not all motors.
    """
    steps, head = _steps(stage), stem(stage.split()[-1].lower()) if stage.split() else ""
    if len(steps - stages().keys()) < 2 or len(head) < _SHORTEST_HEAD:
        return False
    if any(other != market.strip().lower() and steps <= _steps(at) for other, at in goods):
        return False
    return any(stem(w).startswith(head) for w in tokens(market))


@lru_cache(maxsize=65_536)
def _steps(stage: str) -> frozenset[str]:
    """The words of a stage under their first names."""
    return frozenset(stages().get(s, s) for s in stems(stage))


@lru_cache(maxsize=65_536)
def spoken(words: str) -> frozenset[str]:
    """The words of a claim, and the stages that its verbs and nouns name: who mined something is at the mine."""
    said = stems(words)
    return said | {stages()[w] for w in (*said, *tokens(words)) if w in stages()}


def at_stage(stage: str, said: frozenset[str]) -> bool:
    """Whether all the words of a stage stand in a claim, under any of their names, or are said to be done."""
    return all(s in said or not said.isdisjoint(done_at(s)) for s in _steps(stage))


@cache
def stages() -> dict[str, str]:
    """The words of stages, and the first of those that say the same."""
    return {s: line.split()[0] for line in lines("docket", "stages") for w in line.split() for s in (w, stem(w))}


@cache
def agents() -> frozenset[str]:
    """Who is at a stage: miners, refiners; a smelter is none."""
    return frozenset(w for w in stages() if w.endswith(("er", "ers")) and not w.startswith("smelter"))


@lru_cache(maxsize=8_192)
def stage_words(stage: str) -> str:
    """All the words for a stage, and that something was made there."""
    firsts = {stages().get(s) for s in stems(stage)}
    return " ".join((stage, *(w for w, first in stages().items() if first in firsts), *sorted(done_at(stage))))
