"""What the parser knows of a noun: the names that it stands for, and those that a description describes."""

from collections.abc import Iterator

from cuibono.extract.analysis import Token
from cuibono.extract.ties_items import Item, Row

_DEEP = 6  # steps from noun to noun; no description is longer, and a heap of words is not climbed for ever
_NOUNS = ("NOUN", "PROPN", "PRON", "DET", "NUM")


def names_of(row: Row, token: Token, depth: int = 0) -> Iterator[Item]:
    """The names that a noun stands for: its own, those joined to it, and the one set beside a description."""
    item = row.item_of(token.i)
    if depth > _DEEP:
        return
    if item is not None and item.sort == "N":
        yield item
    elif token.pos in _NOUNS:
        yield from _described(row, token, depth)
    for child in row.children(token):
        if child.dep == "conj":
            yield from names_of(row, child, depth + 1)


def governed(row: Row, token: Token, depth: int = 0) -> Iterator[tuple[Item, str]]:
    """Whom a noun describes, and how: in apposition, with "is", or behind "as"; joined nouns go with the first."""
    above = row.analysis.tokens[token.head]
    if above.i == token.i or depth > _DEEP:
        return
    if token.dep == "appos":
        yield from ((i, "appos_left") for i in names_of(row, above, depth + 1))
    elif token.dep == "conj" and not _is_name(row, above):
        yield from governed(row, above, depth + 1)
    elif token.dep in ("attr", "oprd"):
        yield from ((i, "copula") for i in _subject(row, above, depth + 1, patient=token.dep == "oprd"))
    elif token.dep in ("dobj", "pobj") and (verb := _marrying(row, above)) is not None:
        yield from ((i, "married") for i in _subject(row, verb, depth + 1, patient=False))
    elif token.dep == "pobj" and above.head != above.i:
        yield from _behind(row, above, depth + 1)


def _behind(row: Row, prep: Token, depth: int) -> Iterator[tuple[Item, str]]:
    """ "as": of whoever serves so, or whose "career as" it is; "of": of "one of the founders"."""
    above = row.analysis.tokens[prep.head]
    if prep.lemma == "of" and above.text.lower() in ("one", "some", "two", "three", "both", "part", "member"):
        yield from governed(row, above, depth)
    elif prep.lemma == "as" and above.pos in ("NOUN", "PROPN"):
        owners = [c for c in row.children(above) if c.dep == "poss"]
        verb = row.analysis.tokens[above.head]
        if owners:
            yield from ((i, "as") for c in owners for i in names_of(row, c, depth))
        elif above.dep in ("dobj", "pobj") and verb.pos == "VERB":
            yield from ((i, "as") for i in _subject(row, verb, depth, patient=False))
    elif prep.lemma == "as":
        yield from ((i, "as") for i in _subject(row, above, depth, patient=True))


def _marrying(row: Row, above: Token) -> Token | None:
    """The verb of "married a daughter of Y", "is married to a niece of Y"."""
    verb = row.analysis.tokens[above.head] if above.pos == "ADP" else above
    return verb if verb.lemma in ("marry", "wed") else None


def _is_name(row: Row, token: Token) -> bool:
    item = row.item_of(token.i)
    return item is not None and item.sort == "N"


def _subject(row: Row, verb: Token, depth: int, *, patient: bool) -> Iterator[Item]:
    """Who is it that the verb says something of; with ``patient`` whom it is done to, where somebody is."""
    children = row.children(verb)
    above = row.analysis.tokens[verb.head]
    found: list[Item] = []
    for token in [c for c in children if c.dep in ("dobj", "nsubjpass")] if patient else []:
        found += _or_antecedent(row, token, verb, depth)
    if not found:
        for token in [c for c in children if c.dep in ("nsubj", "nsubjpass")][:1]:
            found += _or_antecedent(row, token, verb, depth)
        if not found and not any(c.dep in ("nsubj", "nsubjpass") for c in children) and depth <= _DEEP:
            if verb.dep in ("conj", "xcomp", "advcl") and verb.head != verb.i:
                found += _subject(row, above, depth + 1, patient=False)
            elif verb.dep in ("relcl", "acl") and verb.head != verb.i:
                found += names_of(row, above, depth + 1)
    yield from found


def _or_antecedent(row: Row, token: Token, verb: Token, depth: int) -> Iterator[Item]:
    """The names of a noun; of "who" and "whom" those of what the clause hangs on."""
    if token.text.lower() in ("who", "whom", "that", "which"):
        if verb.dep in ("relcl", "acl", "ccomp") and verb.head != verb.i:
            yield from names_of(row, row.analysis.tokens[verb.head], depth + 1)
    else:
        yield from names_of(row, token, depth + 1)


def _described(row: Row, token: Token, depth: int) -> Iterator[Item]:
    """The name that a description stands beside: "a company in Y" after a name, "X is a lawyer who ..."."""
    children = row.children(token)
    for child in children:
        if child.dep == "appos" and _is_name(row, child):
            yield from names_of(row, child, depth + 1)
            return
    for child in children:
        yield from _inside(row, token, child, depth)
    if token.head != token.i and token.dep in ("appos", "attr"):
        yield from (item for item, _ in governed(row, token, depth + 1))


def _inside(row: Row, token: Token, child: Token, depth: int) -> Iterator[Item]:
    """ "both of them", "a man called X"."""
    counted = token.text.lower() in ("both", "all", "one", "two") and child.text.lower() == "of"
    called = child.dep in ("acl", "relcl") and child.lemma in ("call", "name") and child.tag == "VBN"
    for inner in row.children(child) if counted or called else ():
        if counted or inner.dep in ("oprd", "attr", "dobj"):
            yield from names_of(row, inner, depth + 1)
