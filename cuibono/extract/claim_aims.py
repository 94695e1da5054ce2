"""What somebody did something for: "did it to please her father", "gave it away out of love", "on his orders".

An aim is a cause, and no table shows one.
"""

from collections.abc import Iterator

from cuibono.extract.analysis import Analysis, Token

_IT = frozenset({"it", "this", "that"})
#: Out of which somebody does something, and on whose word.
_FEELINGS = frozenset({
    "love", "spite", "fear", "greed", "envy", "revenge", "vanity", "loyalty", "pity", "habit", "jealousy", "hatred",
    "gratitude", "anger", "ambition", "desperation", "necessity", "malice", "conviction", "boredom", "shame", "guilt",
})  # fmt: skip
_GAINS = frozenset({"money", "cash", "profit", "gain", "fun", "power", "fame", "vote", "votes", "attention", "show"})
_ORDERS = frozenset({"order", "orders", "behest", "instruction", "instructions", "request", "insistence", "urging"})


def is_meant(analysis: Analysis, verb: Token | None) -> bool:
    """Whether a clause says what for, out of what feeling or on whose orders somebody did something."""
    if verb is None:
        return False
    return _did_it_to(analysis, verb) or any(
        (c.text.lower() == "out" and any(e.lemma.lower() in _FEELINGS for e in _ends(analysis, c)))
        or (c.dep == "prep" and c.lemma in ("on", "at", "under") and any(map(_is_order, _ends(analysis, c))))
        for c in analysis.children(verb)
    )


def _did_it_to(analysis: Analysis, verb: Token) -> bool:
    """ "Did it to spite the mayor": what was done stands before."""
    below = analysis.children(verb)
    before = any(c.text.lower() == "so" or (c.dep == "dobj" and c.text.lower() in _IT) for c in below)
    if verb.lemma != "do" or not before:
        return False
    if any(c.text.lower() == "for" and any(e.lemma.lower() in _GAINS for e in _ends(analysis, c)) for c in below):
        return True
    aims = (c for c in below if c.dep in ("advcl", "xcomp") and c.tag == "VB" and c.i > verb.i)
    return any(t.tag == "TO" for c in aims for t in analysis.children(c))


def _is_order(noun: Token) -> bool:
    return noun.lemma.lower() in _ORDERS and not noun.tag.startswith("NNP")


def _ends(analysis: Analysis, joint: Token) -> Iterator[Token]:
    """The nouns behind a preposition, a second one looked through: "out of love"."""
    for child in analysis.children(joint):
        if child.dep == "pobj":
            yield child
        elif child.dep == "prep":
            yield from _ends(analysis, child)
