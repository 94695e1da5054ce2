"""Whom a tying noun describes: by title, apposition, "is", "as", a list, or the phrase beside it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cuibono.extract.lexicon import words
from cuibono.extract.ties_grammar import governed
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
        own = {a.item.name for a in phrase.arguments}
        found = [h for h in rule(row, phrase) if h.item.name not in own]
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
        if row.letter(at) == "v" and row.items[at].text in ("called", "named"):
            at += 1
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
    return sorted(i for i in items if i.kind == items[0].kind)


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
    if found and not _of_another(row, found):
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
    title = re.compile(r"(?:[dmjnC]{0,4}R)?(?=N)").match(row.letters, phrase.end + 1)
    if title is None:
        return []
    item = row.items[title.end()]
    after = row.letter(item.at + 1)
    if not phrase.definite and (after not in ",(" or row.letter(phrase.start - 1) not in " v,k"):
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


def _of_another(row: Row, found: re.Match[str]) -> bool:
    """Whether what somebody says of another follows: "officials describe X as", "which they see as"."""
    verb = row.items[row.letters.index("v", found.start())]
    active = "b" not in found[1]
    return active and row.head(verb).lemma in words("ties_nouns", "appointing") - {"serve", "become", "remain"}


def _fronted(row: Row, phrase: Phrase) -> list[Holder]:
    """ "As head of Y, X ..." at the front of the sentence."""
    found = re.compile(r",(?:[dmjnC]{0,4}R)?(?=N)").match(row.letters, phrase.end)
    if found is None or row.letter(found.end() + 1) == "s":
        return []
    return [Holder(row.items[found.end()], "as")]


_MARRIED = re.compile(r"N[auhb]*([vj])[pi]?d?$")


def _married(row: Row, phrase: Phrase) -> list[Holder]:
    """ "X married a daughter of Y": a tie between X and Y, by marriage."""
    if "kin" not in row.items[phrase.noun].groups:
        return []
    found = _MARRIED.search(row.letters, max(0, phrase.start - 10), phrase.start)
    if found is None:
        return []
    married = row.items[found.start(1)].text in ("married", "marries", "marry", "wed", "marrying")
    return [Holder(row.items[found.start()], "married")] if married else []


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
    own = {a.item.at for a in phrase.arguments}
    alone = not _plural(row, phrase)
    for number, (item, how) in enumerate(governed(row, token)):
        if item.at not in own and not (number and alone and how == "appos_left"):
            yield Holder(item, how, surface=False, agreed=True)
