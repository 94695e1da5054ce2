"""Noun phrases around a tying noun: where one begins and ends, and the names that it is said of."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cuibono.extract import ties_lexicon as lexicon
from cuibono.extract.ties_items import Item, Row
from cuibono.extract.ties_lexicon import NounFrame

#: A name behind a title: "Politburo member X", "the tycoon X", "X's friend Y"; the last one is the head.
_TITLED = re.compile(r"N[sz]?[mjnC]{0,3}R[mjnC]{0,2}(?=N)")
_BEFORE = re.compile(r"[mjnC#]{0,7}$")
_DATES = re.compile(r"(?:,?[pi]?d?[jmn]?#+(?:[pi-]#+|-[jmn])?|\([^()]{0,6}\))+")
_PLAIN = re.compile(r"pd?[mjnC]{1,4}(?=[,&N.)])")
_FURTHER = re.compile(r"p[dmj]{0,2}N(?:,N)?(?=,N)")
_FAR = frozenset({"of", "at", "in", "for", "with", "on"})
#: What takes a compound of a person's name: "Xi ally", "Jiang protégé"; elsewhere a person before it is no argument.
_OF_PEOPLE = frozenset({"friend", "protege", "patron", "opponent", "agent", "aide", "kin"})
_DIRECT = frozenset(
    {"kin", "friend", "patron", "protege", "opponent", "agent", "member", "founder", "owner", "resident"}
)


@dataclass(frozen=True, slots=True)
class Argument:
    """A name that a tying noun is said of, and how it hangs on it."""

    item: Item
    how: str  # poss, compound, or the preposition
    hops: int = 0
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: items ``start`` up to ``end``, the tying noun at ``noun``."""

    start: int
    noun: int
    end: int
    arguments: tuple[Argument, ...]
    definite: bool


def phrases(row: Row) -> Iterator[Phrase]:
    """Every phrase around a tying noun, in order."""
    for item in row.items:
        if (item.sort == "R" and row.letter(item.at + 1) != "R") or _describes(row, item):
            yield _phrase(row, item.at)


def _describes(row: Row, item: Item) -> bool:
    """A plain noun with a place or body behind it: "a think tank in", "a historian at"."""
    if item.sort != "n" or row.letter(item.at + 1) != "p" or not row.head(item).tag:
        return False
    prep = row.items[item.at + 1].text
    if prep == "of":
        found = re.compile(r"d?[mj]{0,2}(?=N)").match(row.letters, item.at + 2)
        return found is not None and row.items[found.end()].kind == "G"
    return prep in ("in", "from", "at", "for", "with", "near", "outside")


def _phrase(row: Row, noun: int) -> Phrase:
    start, before, definite = _left(row, noun)
    end, after = _right(row, noun)
    if not before and not after:
        after = _behind_holder(row, noun)
    return Phrase(start, noun, end, (*before, *after), definite)


def _left(row: Row, noun: int) -> tuple[int, tuple[Argument, ...], bool]:
    letters = row.letters
    at = noun
    while at > 0 and letters[at - 1] == "R" and noun - at < 3:
        at -= 1
    found = _BEFORE.search(letters, max(0, at - 8), at)
    start = found.start() if found else at
    if start and letters[start - 1] == "s" and start > 1 and letters[start - 2] == "N":
        owner = row.items[start - 2]
        return _from(row, start - 2), (Argument(owner, "poss"),), True
    if start and letters[start - 1] in "sx":
        return start - 1, (), True
    if start and letters[start - 1] == "N":
        item = row.items[start - 1]
        before = letters[start - 2] if start > 1 else " "
        if item.kind != "P" or (set(row.items[noun].groups) & _OF_PEOPLE and before not in ",&N"):
            return _from(row, start - 1), (Argument(item, "compound"),), before == "d"
        return start, (), False
    if start and letters[start - 1] == "d":
        return start - 1, (), row.items[start - 1].text in ("the", "this", "that")
    return start, (), False


def _from(row: Row, at: int) -> int:
    """Where the phrase begins that a name opens: articles and modifiers before it belong to it."""
    while at and row.letters[at - 1] in "dmj" and at > 0:
        at -= 1
    return at


def _right(row: Row, noun: int) -> tuple[int, tuple[Argument, ...]]:
    """The names behind prepositions; a second preposition is crossed only through plain nouns."""
    letters, at = row.letters, noun + 1
    groups = groups_of(row, noun)
    wanted = {p for g in groups for f in lexicon.noun_frames()[g] for p in f.preps}
    direct = bool(set(groups) & _DIRECT)
    if row.items[noun].text.endswith((" of", " to", " for", " behind", " with", " within", " under")):
        return _argument(row, at, row.items[noun].text.rsplit(" ", 1)[1], 0)
    for hops in range(3):
        step = _preposition(row, at, wanted if hops == 0 else _FAR)
        if step is None:
            break
        text = row.items[step].text
        inner = step + 1
        end, found = _argument(row, inner, text, hops)
        if found:
            further = _FURTHER.match(letters, end) if found[0].item.kind == "O" else None
            return (further.end() if further else end), found
        if direct and hops == 0 and "role" not in groups:
            break
        plain = re.compile(r"[dmjnCRx#]{1,6}(?:&[dmjnCR]{1,4})?").match(letters, inner)
        if plain is None:
            break
        at = plain.end()
    plain = _PLAIN.match(letters, noun + 1)
    return _skip_dates(row, plain.end() if plain else noun + 1), ()


def _preposition(row: Row, at: int, wanted: set[str] | frozenset[str]) -> int | None:
    """The preposition behind a noun, one bracket or date crossed."""
    if row.letter(at) in "pi" and row.items[at].text in wanted:
        return at
    return None


def _argument(row: Row, at: int, how: str, hops: int) -> tuple[int, tuple[Argument, ...]]:
    found = re.compile(r"[dmjCnRq#\"]{0,6}(?=N)").match(row.letters, at)
    if found is None:
        return at, ()
    first = found.end()
    if "n" in found[0] and row.letters[first - 1] not in "nCRmj":
        return at, ()
    head = _head(row, first)
    end, items = listed(row, head)
    return _skip_dates(row, end), tuple(Argument(i, how, hops, i.at != head) for i in items)


def _head(row: Row, first: int) -> int:
    """The name that a phrase beginning with a name is about: of "Politburo member X" it is X."""
    found = _TITLED.match(row.letters, first)
    return found.end() if found and row.items[found.end()].kind == "P" else first


def listed(row: Row, at: int) -> tuple[int, list[Item]]:
    """A name with those of its kind that "and" or a list joins to it; and where the list ends."""
    items = [row.items[at]]
    end = at + 1
    pending: list[Item] = []
    while True:
        found = re.compile(r"(?:,&?|&)d?(?=N)").match(row.letters, end)
        if found is None or row.items[found.end()].kind != items[0].kind:
            break
        nxt = row.items[found.end()]
        if row.letter(nxt.at + 1) == "s" and nxt.kind == "P":
            break
        pending.append(nxt)
        end = nxt.at + 1
        if "&" in found[0]:
            return end, items + pending
    return items[0].at + 1, items[:1]


def _behind_holder(row: Row, noun: int) -> tuple[Argument, ...]:
    """ "CEO X of Y": the body stands behind the name that the title is glued to."""
    if row.letters[noun + 1 : noun + 3] != "Np" or row.items[noun + 1].kind != "P":
        return ()
    prep = row.items[noun + 2].text
    if prep not in ("of", "at", "from", "with"):
        return ()
    return _argument(row, noun + 3, prep, 0)[1]


def _skip_dates(row: Row, at: int) -> int:
    found = _DATES.match(row.letters, at)
    return found.end() if found else at


_OTHER_BODIES = frozenset({"owner", "branch", "partner", "opponent", "supplier", "customer", "patron", "founder"})


def possessed(row: Row, item: Item) -> bool:
    """Whether what stands there is only whose something is: "the friend of X's lawyer" says nothing of X.

    An engineer at a body's department works for the body, one at its parent company or its rival does not.
    """
    if row.letter(item.at + 1) != "s" or item.kind == "P":
        return row.letter(item.at + 1) == "s"
    behind = row.items[item.at + 2 : item.at + 6]
    noun = next((i for i in behind if i.groups), None)
    return noun is not None and not _OTHER_BODIES.isdisjoint(noun.groups)


def fits(kind: str, wanted: str) -> bool:
    """Whether a kind of name is one of those that a frame takes."""
    return kind in wanted


def groups_of(row: Row, noun: int) -> tuple[str, ...]:
    """The groups of the tying noun at a place; a plain noun merely describes."""
    return row.items[noun].groups or ("described",)


def frames_of(row: Row, noun: int) -> Iterator[NounFrame]:
    """The frames of the tying noun at a place."""
    for group in groups_of(row, noun):
        yield from lexicon.noun_frames()[group]
