"""Which person a trade or a pronoun means: "the notary" whom the text has named, "she" who was taken for a place."""

from dataclasses import replace

from cuibono.extract.analysis import Analysis, Token
from cuibono.extract.claims_bodies import Over
from cuibono.extract.claims_cues import has
from cuibono.extract.records import Name

#: Before a place: who has none of these before the name anywhere may be a person.
_WHERE = frozenset({"in", "at", "from", "near", "into", "across", "the"})
_NO_TRADE = ("body", "press", "paper", "dumb", "seat", "message", "view")
_BACK = 3_000  # tokens in which a trade was named


def as_person(analysis: Analysis, name: Name) -> Name:
    """Who has spoken and is "she" is a person, though the name was taken for a place: nothing lies in it."""
    plain = name.naming == "named" and name.name.replace(" ", "").isalpha()
    if name.type not in ("Location", "Product") or not plain:
        return name
    first = (analysis.token_at(s.start) for s in name.mentions)
    placed = any(t is not None and t.i and analysis.tokens[t.i - 1].text.lower() in _WHERE for t in first)
    return name if placed else replace(name, type="Person")


def named_by_trade(analysis: Analysis, token: Token, over: Over, apposed: Over) -> tuple[Name, ...]:
    """Whom the text has named as "the notary Hu Wen" or "Hu Wen, a notary", for "the notary": one, or it is open."""
    below = analysis.children(token)
    the = len(below) == 1 and below[0].text.lower() == "the"
    if not the or token.tag != "NN" or any(has(kind, token.lemma) for kind in _NO_TRADE):
        return ()
    found: dict[str, Name] = {}
    for here in analysis.tokens[max(0, token.i - _BACK) : token.i]:
        if here.lemma == token.lemma and here.tag in ("NN", "NNP"):
            above = analysis.tokens[here.head]
            name = apposed(here) or (over(above) if here.dep == "appos" else None)
            if name is not None and name.type == "Person":
                found[name.id] = name
    return tuple(found.values())
