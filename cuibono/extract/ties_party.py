"""A party's committee or cell inside a company: whose it is and where it sits."""

from collections.abc import Iterator

from cuibono.extract.lexicon import words
from cuibono.extract.ties_draft import Draft
from cuibono.extract.ties_items import Item, Row
from cuibono.extract.ties_slots import behind, subject

_INSIDE = ("inside", "within", "at", "in", "of")


def told(row: Row) -> Iterator[Draft]:
    """ "the CCP committee at Acme", "the CCP set up a party cell inside Acme"."""
    for item in row.items:
        if item.text not in words("ties_places", "unit") or item.sort not in "Rn":
            continue
        party = _party(row, item)
        head = row.head(item)
        heads = [head, row.analysis.tokens[head.head]] if head.dep == "dobj" else [head]
        where = [i for h in heads for prep in _INSIDE for i in behind(row, h, prep) if i.kind == "O"]
        for body in where[:2]:
            if party is not None and party.name != body.name:
                yield Draft("party_unit", party, body, "party.unit", item.last - 1, f"party {item.text}")


def _party(row: Row, item: Item) -> Item | None:
    """The party by name: before the noun, or who set up "a party cell"."""
    before = row.items[item.at - 1] if item.at else None
    if before is not None and before.sort == "s":
        before = row.items[item.at - 2]
    if before is None:
        return None
    if before.sort == "N":
        return before if _is_party(row, before) else None
    head = row.head(item)
    if before.text != "party" or head.dep != "dobj":
        return None
    founders = subject(row, row.analysis.tokens[head.head])
    return next((i for i in founders if _is_party(row, i)), None)


def _is_party(row: Row, item: Item) -> bool:
    tokens = row.analysis.tokens[item.first : item.last]
    return any(t.text.lower() in words("ties_places", "party") for t in tokens)
