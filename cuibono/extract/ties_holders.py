"""Whom a tying noun describes: by title, apposition, "is", "as", a list, or the phrase beside it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cuibono.extract.analysis import Analysis, Token
from cuibono.extract.lexicon import words
from cuibono.extract.ties_items import Item, Row
from cuibono.extract.ties_phrases import Phrase, listed

_COPULA = re.compile(r"(N)[)\"]?((?:[auh]|,u,)*)([bv])[ua]*(b?)[uad]*$")
_APPOSED_LEFT = re.compile(r"N[)\"]?(?:,#)?(?:,|\(|-)[\"uqm]*$")
_WHO = re.compile(r"N[)\"]?,?w[au]*b[uad]*$")
_LIST_RIGHT = re.compile(r"(?:,?[vp]|,?jq|:|b|,q)d?(?=N)")


@dataclass(frozen=True, slots=True)
class Holder:
    """A name that the noun describes, and by which frame."""

    item: Item
    how: str
    listed: bool = False
    surface: bool = True
    agreed: bool = False


def holders(row: Row, phrase: Phrase, before: list[tuple[Phrase, list[Holder]]]) -> list[Holder]:
    """All who hold what the phrase says, by the words and by the grammar; where both agree, that is told."""
    by_words = _by_words(row, phrase, before)
    by_grammar = list(_by_grammar(row, phrase))
    grammatical = {h.item.name for h in by_grammar}
    found = [
        Holder(h.item, h.how, h.listed, True, h.item.name in grammatical)
        for h in by_words
    ]  # fmt: skip
    known = {h.item.name for h in found}
    if not found:
        found += [h for h in by_grammar if h.item.name not in known]
    return found


def _by_words(row: Row, phrase: Phrase, before: list[tuple[Phrase, list[Holder]]]) -> list[Holder]:
    for rule in (_glued, _who, _apposed_left, _copula, _as, _married, _apposed_right, _list):
        found = rule(row, phrase)
        if found:
            return found
    return _chained(row, phrase, before)


def _plural(row: Row, phrase: Phrase) -> bool:
    head = row.head(row.items[phrase.noun])
    return head.tag in ("NNS", "NNPS") or (not head.tag and head.text.endswith("s"))


def _people(row: Row, at: int, phrase: Phrase, how: str) -> list[Holder]:
    _, items = listed(row, at) if _plural(row, phrase) else (at + 1, [row.items[at]])
    if row.letter(items[-1].at + 1) == "s" and how == "appos_right":
        return []
    return [Holder(i, how, i.at != at) for i in items]


def _glued(row: Row, phrase: Phrase) -> list[Holder]:
    """ "Shanghai party secretary X", "X's son Y", "the founders P and Q"."""
    for at in (phrase.noun + 1, phrase.end):
        if row.letter(at) == "N" and row.items[at].name not in {a.item.name for a in phrase.arguments}:
            return _people(row, at, phrase, "glued")
    return []


def _who(row: Row, phrase: Phrase) -> list[Holder]:
    """ "X, who was chairman of Y"."""
    found = _WHO.search(row.letters, max(0, phrase.start - 14), phrase.start)
    return [Holder(row.items[found.start()], "who")] if found else []


def _apposed_left(row: Row, phrase: Phrase) -> list[Holder]:
    """ "X, chair of Y", "X (Y's niece)"."""
    found = _APPOSED_LEFT.search(row.letters, max(0, phrase.start - 8), phrase.start)
    if found is None:
        return []
    at = found.start()
    if _plural(row, phrase):
        return [Holder(i, "appos_left", i.at != at) for i in _list_left(row, at)]
    return [Holder(row.items[at], "appos_left")]


def _list_left(row: Row, at: int) -> list[Item]:
    """A name and those joined to it on its left: "X and Y, founders of Z"."""
    items = [row.items[at]]
    found = re.compile(r"(?:N,)*N,?&d?$").search(row.letters, max(0, at - 24), at)
    if found:
        items += [row.items[k] for k in range(found.start(), at) if row.letters[k] == "N"]
    return [i for i in items if i.kind == items[0].kind]


def _copula(row: Row, phrase: Phrase) -> list[Holder]:
    """ "X is the head of Y", "X was appointed head of Y", "X became head of Y"."""
    found = _COPULA.search(row.letters, max(0, phrase.start - 16), phrase.start)
    if found is None:
        return []
    verb = row.items[found.start(3)]
    if verb.sort == "v":
        lemma = row.head(verb).lemma
        if lemma not in words("ties_nouns", "appointing") or not (
            "b" in found[2] or lemma in ("become", "remain", "serve")
        ):
            return []
    return _subjects(row, found.start(1), "copula")


def _subjects(row: Row, at: int, how: str) -> list[Holder]:
    if row.letter(at - 1) in "pi" or row.letter(at - 2) + row.letter(at - 1) in ("pd", "id"):
        return []
    return [Holder(i, how, i.at != at) for i in _list_left(row, at)]


_AS = re.compile(r"N(?:[)\"]?,?w)?([auhb]*)v(?:u|[pi]d?[jmn#]*#+[n]?|[pi]N){0,2}([q])[\"uad]*$")
_SUCCEEDED = re.compile(r"N[auhb]*(v)p?N[q]d?$")
_OBJECT = re.compile(r"v[u]?(?:d?[mjC]*)N[u]?(?:q|$)[ad]*$")
_TO = re.compile(r"N([auhb]*)v[u]?(?:p(?:d?[jmnCN]*))?[ip]d?$")


def _as(row: Row, phrase: Phrase) -> list[Holder]:
    """ "X served as head of Y", "they named X head of Y", "X rose to head of Y"."""
    letters, start = row.letters, phrase.start
    low = max(0, start - 16)
    if start and letters[start - 1] == "q" and start <= 2 and (first := _fronted(row, phrase)):
        return first
    found = _SUCCEEDED.search(letters, low, start)
    if found and row.head(row.items[found.start(1)]).lemma in ("succeed", "replace", "follow"):
        return [Holder(row.items[k], "succeeded") for k in range(found.start(), start) if letters[k] == "N"]
    found = _AS.search(letters, low, start)
    if found:
        return _subjects(row, found.start(), "as")
    found = _OBJECT.search(letters, low, start)
    if found:
        verb = row.items[found.start()]
        at = letters.index("N", found.start())
        if row.head(verb).lemma in words("ties_nouns", "appointing"):
            return [Holder(row.items[at], "named")]
    found = _TO.search(letters, low, start)
    if found:
        verb = row.items[letters.index("v", found.start())]
        if row.head(verb).lemma in words("ties_nouns", "rising"):
            return _subjects(row, found.start(), "to")
    return []


def _apposed_right(row: Row, phrase: Phrase) -> list[Holder]:
    """ "Acme's chairman, X,"; the phrase must be told by "the" or by whose it is."""
    if row.letter(phrase.end) not in ",:-" or not phrase.arguments:
        return []
    title = re.compile(r"(?:[mjnC]{0,3}R)?(?=N)").match(row.letters, phrase.end + 1)
    if title is None:
        return []
    item = row.items[title.end()]
    after = row.letter(item.at + 1)
    if not phrase.definite and (after != "," or row.letter(phrase.start - 1) not in " v,"):
        return []
    if after == "s":
        return []
    return _people(row, item.at, phrase, "appos_right")


def _list(row: Row, phrase: Phrase) -> list[Holder]:
    """ "its founders are P and Q", "members including P", "X's wife is Y"."""
    at = phrase.end
    found = re.compile(r"(,?p|,?jq|:|[uao]*b[u]*|,q|v)d?[mjCnR]{0,3}(?=N)").match(row.letters, at)
    if found is None:
        return []
    link = row.items[found.end(1) - 1]
    if (link.sort == "p" and link.text not in ("including", "like")) or (link.text == "as" and not _such(row, link)):
        return []
    if link.sort == "v" and row.head(link).lemma not in ("include", "number", "comprise"):
        return []
    if link.sort == "b" and not phrase.arguments:
        return []
    how = "inverse" if link.sort == "b" else "including"
    _, items = listed(row, found.end())
    if row.letter(items[-1].at + 1) == "s":
        return []
    return [Holder(i, how, i.at != items[0].at) for i in items]


def _such(row: Row, item: Item) -> bool:
    return item.at > 0 and row.items[item.at - 1].text == "such"


def _fronted(row: Row, phrase: Phrase) -> list[Holder]:
    """ "As head of Y, X ..." at the front of the sentence."""
    found = re.compile(r",(?:[dmjnC]{0,4}R)?(?=N)").match(row.letters, phrase.end)
    if found is None or row.letter(found.end() + 1) == "s":
        return []
    return [Holder(row.items[found.end()], "as")]


_MARRIED = re.compile(r"N[auhb]*v[pi]?d?$")


def _married(row: Row, phrase: Phrase) -> list[Holder]:
    """ "X married a daughter of Y": a tie between X and Y, by marriage."""
    if "kin" not in row.items[phrase.noun].groups:
        return []
    found = _MARRIED.search(row.letters, max(0, phrase.start - 10), phrase.start)
    if found is None:
        return []
    verb = next(i for i in row.items[found.start() :] if i.sort == "v")
    return [Holder(row.items[found.start()], "married")] if row.head(verb).lemma in ("marry", "wed") else []


def _chained(row: Row, phrase: Phrase, before: list[tuple[Phrase, list[Holder]]]) -> list[Holder]:
    """ "X, chair of Y and deputy head of Z": the phrase before it passes on whom it describes."""
    if not before:
        return []
    last, held = before[-1]
    gap = row.letters[last.end : phrase.start]
    if held and re.fullmatch(r",?&?[uq]?[ua]?", gap) and gap and held[0].how != "appos_right":
        return [Holder(h.item, h.how if h.how.endswith("+") else h.how + "+", h.listed) for h in held]
    return []


def _by_grammar(row: Row, phrase: Phrase) -> Iterator[Holder]:
    """By the parser: apposition, attribute, complement of "as", or coordination with one of these."""
    token = row.head(row.items[phrase.noun])
    analysis = row.analysis
    own = {a.item.at for a in phrase.arguments}
    for item, how in _governed(row, analysis, token, 0):
        if item.at not in own:
            yield Holder(item, how, surface=False, agreed=True)


def _governed(row: Row, analysis: Analysis, token: Token, depth: int) -> Iterator[tuple[Item, str]]:
    above = analysis.tokens[token.head]
    if above.i == token.i or depth > 3:
        return
    if token.dep == "appos":
        for item in names_of(row, above):
            yield item, "appos_left"
    elif token.dep == "conj" and not _named(row, above):
        yield from _governed(row, analysis, above, depth + 1)
    elif token.dep in ("attr", "oprd"):
        yield from ((i, "copula") for i in _subject(row, analysis, above, patient=token.dep == "oprd"))
    elif token.dep == "pobj" and above.lemma == "as" and above.head != above.i:
        yield from ((i, "as") for i in _subject(row, analysis, analysis.tokens[above.head], patient=True))


def _named(row: Row, token: Token) -> bool:
    item = row.item_of(token.i)
    return item is not None and item.sort == "N"


def _subject(row: Row, analysis: Analysis, verb: Token, *, patient: bool) -> Iterator[Item]:
    children = analysis.children(verb)
    if patient:
        whom = [c for c in children if c.dep in ("dobj", "nsubjpass")]
        if whom:
            for token in whom:
                yield from names_of(row, token)
            return
    for child in children:
        if child.dep in ("nsubj", "nsubjpass"):
            yield from names_of(row, child)
            return
    if verb.dep in ("conj", "xcomp") and verb.head != verb.i:
        yield from _subject(row, analysis, analysis.tokens[verb.head], patient=False)
    elif verb.dep in ("relcl", "acl") and verb.head != verb.i:
        yield from names_of(row, analysis.tokens[verb.head])


def names_of(row: Row, token: Token, depth: int = 0) -> Iterator[Item]:
    """The names that a noun stands for: its own, those joined to it, and the one set beside a description."""
    item = row.item_of(token.i)
    analysis = row.analysis
    if item is not None and item.sort == "N":
        yield item
    elif token.pos in ("NOUN", "PROPN", "PRON", "DET", "NUM") and depth < 2:
        yield from _described(row, token, depth)
    if depth < 6:
        for child in analysis.children(token):
            if child.dep == "conj":
                yield from names_of(row, child, depth + 1)


def _described(row: Row, token: Token, depth: int) -> Iterator[Item]:
    """The name that a description stands beside: "a company in Y" after a name, "X is a lawyer who ..."."""
    analysis = row.analysis
    for child in analysis.children(token):
        beside = row.item_of(child.i)
        if child.dep == "appos" and beside is not None and beside.sort == "N":
            yield from names_of(row, child, depth + 1)
            return
    if token.text.lower() in ("both", "all", "one", "two"):
        for child in analysis.children(token):
            for inner in analysis.children(child) if child.text.lower() == "of" else ():
                yield from names_of(row, inner, depth + 1)
    if token.head != token.i and token.dep in ("appos", "attr"):
        yield from (item for item, _ in _governed(row, analysis, token, depth))
