"""What is done at a stage, in all the forms of its verb: sand "dredging" is where sand is dredged, and by a dredger.

Tables name a stage by a noun ("spinning", "enrichment", "installation"), claims say what was done at it and by whom.
That a word is a form of a stage says nothing of anybody who has no row there.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from cuibono.case.docket.words import tokens

_SHORTEST = 3  # letters of a verb: "ring" and "king" are none that end in -ing
#: What the noun of a stage ends in, and what its verb has there.
_NOUNS = (("ing", ("", "e")), ("ment", ("",)), ("ation", ("", "e", "ate")), ("ction", ("ct",)), ("ery", ("", "e")))
_NO_VERBS = frozenset({"equipment", "cement", "pigment", "garment", "instrument", "element", "segment", "station"})
#: Nouns of stages that are their verbs.
_THEMSELVES = frozenset({"transport", "catch", "print", "harvest", "export", "import", "repair", "haul", "supply"})
_PAST = {
    "build": ("built",), "catch": ("caught",), "spin": ("spun",), "weave": ("wove", "woven"),
    "grow": ("grew", "grown"), "draw": ("drew", "drawn"), "bind": ("bound",), "breed": ("bred",), "feed": ("fed",),
    "grind": ("ground",), "wind": ("wound",), "cut": ("cut",), "broadcast": ("broadcast",), "cast": ("cast",),
    "forge": ("forged",), "sew": ("sewn",), "lay": ("laid",), "sell": ("sold",), "keep": ("kept",),
}  # fmt: skip
#: Verbs that stand at the end of a stage in one word: shipbuilding, typesetting.
_TAILS = re.compile(r"^[a-z]{3,}-?(?P<verb>build|breed|farm|keep|print)ing$")


#: Who does it where his name is of another word: ports handle containers, and papers have a circulation.
_OTHERS = {
    "handling": "port ports terminal terminals harbour harbours", "throughput": "port ports terminal terminals",
    "lending": "lender lenders bank banks", "circulation": "newspaper newspapers paper papers daily dailies",
    "viewing": "broadcaster broadcasters channel channels station stations group groups",
    "audience": "broadcaster broadcasters channel channels station stations group groups",
    "listening": "station stations broadcaster broadcasters", "payment": "app apps service services",
    "payments": "app apps service services", "readership": "newspaper newspapers paper papers",
}  # fmt: skip


@lru_cache(maxsize=8_192)
def others(words: str) -> frozenset[str]:
    """Who is at a stage, or in a market, by what he is called: "port" of the handling of containers."""
    return frozenset(w for word in tokens(words) for w in _OTHERS.get(word, "").split())


@lru_cache(maxsize=8_192)
def deeds(stage: str) -> frozenset[str]:
    """What was done at a stage, as verbs: "dredge", "dredged"; empty where its name is no deed.

    >>> sorted(deeds("dredging") & {"dredge", "dredged", "dredger"}), sorted(deeds("blade"))
    (['dredge', 'dredged'], [])
    """
    return frozenset(f for w in tokens(stage) for v in _verbs(w) for f in _forms(v)) - {""}


@lru_cache(maxsize=8_192)
def doers(stage: str) -> frozenset[str]:
    """Who is at a stage, by what he does: "dredger", "spinners".

    >>> sorted(doers("spinning") & {"spinner", "spinners", "spun"})
    ['spinner', 'spinners']
    """
    return frozenset(
        f"{v[:-1] if v.endswith('e') else v}{end}" for w in tokens(stage) for v in _verbs(w) for end in _ends(v)
    )


def done_at(stage: str) -> frozenset[str]:
    """What is done at a stage and who does it."""
    return deeds(stage) | doers(stage)


def _ends(verb: str) -> tuple[str, ...]:
    last = verb[-1]
    doubled = (f"{last}er", f"{last}ers") if _doubles(verb) else ()
    return ("er", "ers", "or", "ors", *doubled)


def _verbs(word: str) -> Iterator[str]:
    """The verbs of which a noun may be made; some of them nobody says, which does no harm."""
    if word in _NO_VERBS:
        return
    if word in _THEMSELVES:
        yield word
    if tail := _TAILS.match(word):
        yield tail["verb"]
    for ending, instead in _NOUNS:
        root = word[: -len(ending)]
        if word.endswith(ending) and len(root) >= _SHORTEST:
            yield from (root + i for i in instead)
            if ending == "ing" and len(root) > _SHORTEST and root[-1] == root[-2] and root[-1] not in "ls":
                yield root[:-1]
            return


def _forms(verb: str) -> Iterator[str]:
    yield from (verb, f"{verb}s", *_PAST.get(verb, ()))
    if verb.endswith(("s", "x", "z", "ch", "sh")):
        yield f"{verb}es"
    stem = verb[:-1] if verb.endswith("e") else verb
    yield from (f"{stem}ed", f"{stem}ing")
    if _doubles(verb):
        yield from (f"{verb}{verb[-1]}ed", f"{verb}{verb[-1]}ing")


def _doubles(verb: str) -> bool:
    """Whether a verb doubles its last letter: spin, spinning."""
    return re.search(r"(?:^|[^aeiou])[aeiou][bdgklmnprt]$", verb) is not None
