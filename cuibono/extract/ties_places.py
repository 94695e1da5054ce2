"""Where something is: "the X in Y", "X, Y", "Y's X", "Y-based X", "X of Y"; and bodies inside bodies."""

import re
from collections.abc import Iterator
from itertools import pairwise

from cuibono.extract.lexicon import words
from cuibono.extract.records import TieType
from cuibono.extract.ties_draft import Draft
from cuibono.extract.ties_items import Item, Row
from cuibono.extract.ties_phrases import listed

_IN = re.compile(r"N,?(?=[pi]d?[mj]{0,2}N)")
_CHAIN = re.compile(r"N(?:,N)+")
_OF = re.compile(r"N(?:,#,?|,)?(?=pd?N)")
_LOCAL = re.compile(r"N(?=[mj]{0,2}[nR][n]?N)")
_GROUP = re.compile(r"N,?(?:p|jq)(?=N)")
_OWNER = re.compile(r"N(?=s[mj]{0,2}N)")


def told(row: Row) -> Iterator[Draft]:
    """Seats, residences and parts that two names beside each other tell."""
    yield from _inside(row)
    yield from _after_comma(row)
    yield from _owners(row)
    yield from _parts(row)
    yield from _based(row)
    yield from _of_body(row)
    yield from _local(row)
    yield from _group_of(row)


def _inside(row: Row) -> Iterator[Draft]:
    """ "Acme Hospital in Shanghai", "Kang Road in Shanghai"; people are not where a sentence names a place."""
    for found in _IN.finditer(row.letters):
        one = row.items[found.start()]
        prep = row.items[found.end()].text
        if prep not in ("in", "near", "at", "on", "outside") or one.by_reference:
            continue
        two = next(i for i in row.items[found.end() :] if i.sort == "N")
        if prep == "on" and row.analysis.tokens[two.last - 1].text not in words("ties_places", "way"):
            continue
        if one.kind in "OL" and two.kind == "L" and one.name != two.name:
            verb = _verb_before(row, one)
            yield _place(row, one, two, "place.in", verb_before=float(verb))


def _verb_before(row: Row, item: Item) -> bool:
    """Whether a verb just before may own the "in": "visited X in Y" where the meeting was, "met X in Y"."""
    return row.letter(item.at - 1) == "v" or row.letter(item.at - 2) == "v"


def _after_comma(row: Row) -> Iterator[Draft]:
    """ "Acme University, Shanghai"; "San Jorge, California"; never out of a list of places."""
    for found in _CHAIN.finditer(row.letters):
        if row.letter(found.end()) in "&abvu" or row.letters[found.end() : found.end() + 2] == ",&":
            continue
        names = [row.items[k] for k in range(found.start(), found.end(), 2)]
        if len(names) > 3 or any(i.by_reference for i in names):
            continue
        for one, two in pairwise(names):
            if one.kind in "OL" and two.kind == "L" and one.name != two.name and not _country(row, one):
                yield _place(row, one, two, "place.comma", listed=float(len(names) > 2))


def _country(row: Row, item: Item) -> bool:
    tokens = row.analysis.tokens
    return row.analysis.text[tokens[item.first].start : tokens[item.last - 1].end] in words("names", "country")


def _owners(row: Row) -> Iterator[Draft]:
    """ "Shanghai's Acme University", "Northland's Ministry of Justice"."""
    for found in _OWNER.finditer(row.letters):
        one = row.items[found.start()]
        two = next(i for i in row.items[found.end() + 1 :] if i.sort == "N")
        if one.by_reference or two.by_reference:
            continue
        if one.kind == "L" and two.kind in "OL":
            yield _place(row, two, one, "place.owner")
        elif one.kind == "O" and two.kind == "P":
            yield Draft("role", two, one, "owner.person", two.first)
        elif one.kind in "POG" and two.kind in "OR" and not (one.kind == "O" and _is_part(row, two)):
            yield _tie(row, "owns_controls", one, two, "owner.poss")


def _is_part(row: Row, item: Item) -> bool:
    """Whether the name is that of a part: "School of Law", "Research Department"."""
    tokens = row.analysis.tokens
    ends = (tokens[item.first].text.lower(), tokens[item.last - 1].text.lower())
    return any(w in words("ties_places", "part") for w in ends)


def _parts(row: Row) -> Iterator[Draft]:
    """ "the School of Law at Acme University"; "the Research Institute of Acme Corporation"."""
    for found in _IN.finditer(row.letters):
        one, prep = row.items[found.start()], row.items[found.end()].text
        two = next(i for i in row.items[found.end() :] if i.sort == "N")
        if one.kind != "O" or two.kind != "O" or one.by_reference or one.name == two.name:
            continue
        head = row.analysis.tokens[one.first : one.last]
        inner = any(t.text.lower() in words("ties_places", "part") for t in head)
        gathering = row.analysis.tokens[two.last - 1].text in words("ties_places", "gathering")
        if prep in ("of", "at", "within", "under") and inner and not gathering:
            yield _tie(row, "part_of", one, two, "part.prep")
    for found in re.finditer(r"N(?=s?N)", row.letters):
        one = row.items[found.start()]
        two = row.items[found.end() + (row.letter(found.end()) == "s")]
        if one.kind == two.kind == "O" and one.name != two.name and not two.by_reference and _is_part(row, two):
            yield _tie(row, "part_of", two, one, "part.poss")


def _of_body(row: Row) -> Iterator[Draft]:
    """ "X of Acme", "X with the Acme Institute": introduced by the body; "Acme Bank of Eastport" by its place."""
    for found in _OF.finditer(row.letters):
        one, prep = row.items[found.start()], row.items[found.end()].text
        two = next(i for i in row.items[found.end() :] if i.sort == "N")
        if (
            one.by_reference
            or two.by_reference
            or row.letter(two.at + 1) == "s"
            or prep not in ("of", "from", "with", "at")
        ):
            continue
        if prep not in ("of", "from", "with", "at") or (prep in ("at", "with") and _moved(row, one)):
            continue
        if one.kind == "P" and two.kind == "G" and prep == "of":
            yield Draft("member_of", one, two, f"of.{prep}", one.last - 1)
        elif one.kind == "P" and two.kind == "O" and row.letter(one.at - 1) not in "p":
            yield Draft("role", one, two, f"of.{prep}", one.last - 1)
        elif (
            one.kind in "PO"
            and two.kind == "L"
            and prep == ("of" if one.kind == "O" else "from")
            and not _moved(row, one)
        ):
            yield _place(row, one, two, f"place.{prep}")


def _local(row: Row) -> Iterator[Draft]:
    """ "the Shenzhen chipmaker Acme"."""
    for found in _LOCAL.finditer(row.letters) if row.analysis.parsed else ():
        one = row.items[found.start()]
        two = next(i for i in row.items[found.end() :] if i.sort == "N")
        noun = row.items[two.at - 1]
        if one.kind == "L" and two.kind == "O" and noun.sort == "n" and not one.by_reference and not two.by_reference:
            yield _place(row, two, one, "place.local")


def _group_of(row: Row) -> Iterator[Draft]:
    """ "the Jiangnan faction, including X and Y"."""
    for found in _GROUP.finditer(row.letters):
        one, link = row.items[found.start()], row.items[found.end() - 1]
        if one.kind != "G" or (link.text != "including" and row.items[link.at - 1].text != "such"):
            continue
        _, members = listed(row, found.end())
        for member in members:
            if member.kind == "P":
                yield Draft("member_of", member, one, "group.including", link.first)


def _moved(row: Row, item: Item) -> bool:
    """Whether a verb before it may own the "from": "expelled X from Y", "elected to X from Y"."""
    return any(row.letter(k) == "v" for k in range(max(0, item.at - 3), item.at))


def _based(row: Row) -> Iterator[Draft]:
    """ "Shanghai-based Acme", "Acme-owned Skylark", "Northland-backed Acme"."""
    for item in row.items:
        at = item.at + 1
        if item.sort != "N" or at >= len(row.items) or not row.items[at].text.startswith("-"):
            continue
        at += row.items[at].text == "-"
        end = at + 1
        while row.letter(end) in "mjnRC":
            end += 1
        if at < len(row.items) and row.letter(end) == "N":
            yield from _hyphened(row, item, row.items[at].text.lstrip("-"), row.items[end])


def _hyphened(row: Row, one: Item, word: str, two: Item) -> Iterator[Draft]:
    if word in ("based", "headquartered", "born", "listed", "registered"):
        if one.kind == "L" and two.kind in "POG":
            yield _place(row, two, one, "place.based")
    elif one.kind in "POGL" and two.kind in "OGR":
        kinds: tuple[TieType, ...] = ("owns_controls", "patron_of", "founded")
        for kind in kinds:
            if word in words("ties_places", kind):
                yield Draft(kind, one, two, "hyphen." + word, two.first)


def _place(row: Row, subject: Item, object_: Item, rule: str, **features: float) -> Draft:
    return Draft("located_in", subject, object_, rule, subject.first, None, tuple(features.items()))


def _tie(row: Row, kind: str, subject: Item, object_: Item, rule: str) -> Draft:
    return Draft("part_of" if kind == "part_of" else "owns_controls", subject, object_, rule, subject.first)
