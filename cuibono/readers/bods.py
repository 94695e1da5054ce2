"""Beneficial Ownership Data Standard, versions 0.2 to 0.4, as JSON or JSON lines: people, firms and holdings.

Only direct interests become holdings: an indirect one is the sum of a chain whose parts are often in the file too, and
counting both would count twice. Addresses are left out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Any

from cuibono.errors import BadTable
from cuibono.readers import encoding
from cuibono.readers.contract import Input, Reader, Reading
from cuibono.readers.json_stream import Decoder, JsonText, cell, decoded_lines, items, too_deep
from cuibono.readers.limits import check_size
from cuibono.readers.row_writer import RowWriter

_COLUMNS = ("entity_id", "schema", "prop", "value", "lang")
_SIGNS = re.compile(r'"(?:statementType|recordType)"\s*:\s*"(?:entity|person|ownershipOrControl|relationship)')
_TYPES = {
    "entityStatement": "entity",
    "personStatement": "person",
    "ownershipOrControlStatement": "relationship",
    "entity": "entity",
    "person": "person",
    "relationship": "relationship",
}
#: What kinds of interests are shares of, by their name without case and punctuation.
_SHARES_OF = {
    "shareholding": "capital",
    "votingrights": "votes",
    "rightstosurplusassetsondissolution": "profit",
    "rightstoprofitorincome": "profit",
    "appointmentofboard": "board",
}
_OFFICES = {"boardmember", "boardchair", "seniormanagingofficial"}
_SCHEMATA = {"state": "PublicBody", "statebody": "PublicBody", "registeredentity": "Company"}
#: How an owner is called whom a statement does not name; each is an entity of its own.
NOBODY = "unknown"

Statement = tuple[str, str, str, str]


@dataclass(slots=True)
class _Seen:
    """What a first look finds: statements that others replace, the newest of each record, who publishes them.

    What is left out is counted.
    """

    replaced: set[str] = field(default_factory=set)
    newest: dict[str, tuple[str, int]] = field(default_factory=dict)
    publishers: set[str] = field(default_factory=set)
    old: int = 0
    indirect: int = 0
    other: set[str] = field(default_factory=set)


def recognises(item: Input) -> float:
    """By the types of statements in the beginning of the file."""
    if not encoding.is_text(item.head):
        return 0.0
    text = encoding.decode(item.head).text.lstrip()
    return 0.96 if text[:1] in ("[", "{") and _SIGNS.search(text) else 0.0


def read(item: Input) -> Reading:
    """Read statements on people, entities and their ties; ``_row`` is the number of the statement.

    Statements that others replace, and records that were closed or updated since, count in their newest form only. The
    publisher is the outlet where all of them have one.
    Raises UnreadableSource for what is no JSON, BadTable when nothing in it is such a statement.
    """
    check_size(item)
    seen = _Seen()
    try:
        for number, value in _values(item, notes=None):
            _look(seen, number, value)
        told: list[str] = []
        with RowWriter(item) as writer:
            for number, value in _values(item, notes=told):
                if _superseded(seen, number, value):
                    seen.old += 1
                    continue
                for statement in _statements(value, seen):
                    writer.put((number, *statement, None))
            if not writer.rows:
                raise BadTable(f"{item.name} has no statement of ownership.", try_="get a fresh copy of the file")
            entities = writer.close(_COLUMNS, before=("_row",))
            told += writer.notes()
    except RecursionError as error:
        raise too_deep(item.name) from error
    return Reading(
        "application/json+bods",
        entities=entities,
        outlet=encoding.clean(next(iter(seen.publishers))) or None if len(seen.publishers) == 1 else None,
        notes=tuple(map(encoding.clean, (*told, *_notes(seen)))),
    )


def _values(item: Input, *, notes: list[str] | None) -> Iterator[tuple[int, dict[str, Any]]]:
    """The statements with their numbers, from an array, a single object or lines."""
    beginning = encoding.decode(item.head).text.lstrip()
    stream = encoding.stream(item.path)
    if beginning.startswith("["):
        text = JsonText(item, stream)
        found: Iterator[Any] = items(text)
        odd = text.decoder.odd
    else:
        decoder = Decoder(item.name)
        found = _lines_or_one(item, decoder, stream)
        odd = decoder.odd
    for number, value in enumerate(found, start=1):
        if isinstance(value, dict):
            yield number, value
    if beginning.startswith("[") and text.peek():
        raise text.broken("more follows after the end")
    if notes is not None:
        notes += [*stream.notes, *odd.notes()]


def _lines_or_one(item: Input, decoder: Decoder, stream: Any) -> Iterator[Any]:
    first = encoding.decode(item.head).text.lstrip().partition("\n")[0].strip()
    if first.endswith("}"):
        yield from (value for _, value, _ in decoded_lines(item, decoder, stream))
    else:  # one statement over many lines
        text = JsonText(item, stream)
        yield text.value()


def _kind(value: dict[str, Any]) -> str:
    said = value.get("statementType") or value.get("recordType")
    return _TYPES.get(str(said), "")


def _details(value: dict[str, Any]) -> dict[str, Any]:
    details = value.get("recordDetails")
    return details if isinstance(details, dict) else value


def _id(value: dict[str, Any]) -> str:
    """What others refer to a statement by: the record since 0.4, the statement before."""
    return _text(value.get("recordId") or value.get("statementID") or value.get("statementId"))


def _text(value: Any) -> str:
    return "" if value is None else (cell(value) or "").strip()


def _list(value: Any) -> list[dict[str, Any]]:
    return [v for v in value if isinstance(v, dict)] if isinstance(value, list) else []


def _look(seen: _Seen, number: int, value: dict[str, Any]) -> None:
    replaces = value.get("replacesStatements")
    seen.replaced |= {_text(r) for r in replaces} if isinstance(replaces, list) else set()
    seen.publishers.add(_publisher(value.get("publicationDetails")))
    if value.get("recordId"):
        key, day = _id(value), _text(value.get("statementDate"))
        if key not in seen.newest or (day, number) >= seen.newest[key]:
            seen.newest[key] = (day, number)


def _publisher(details: Any) -> str:
    publisher = details.get("publisher") if isinstance(details, dict) else None
    return _text(publisher.get("name")) if isinstance(publisher, dict) else ""


def _superseded(seen: _Seen, number: int, value: dict[str, Any]) -> bool:
    if value.get("recordId"):
        return seen.newest[_id(value)][1] != number
    return _text(value.get("statementID")) in seen.replaced


def _statements(value: dict[str, Any], seen: _Seen) -> Iterator[Statement]:
    kind = _kind(value)
    if kind and not _id(value):
        seen.other.add("statements without an id")
    elif kind == "relationship":
        yield from _relationship(value, seen)
    elif kind:
        yield from _party(_id(value), kind, _details(value))
    else:
        seen.other.add("statements of other types")


def _party(key: str, kind: str, details: dict[str, Any]) -> Iterator[Statement]:
    schema = "Person" if kind == "person" else _SCHEMATA.get(_plain(_type(details)), "LegalEntity")
    names = _names(details)
    for name in names or [NOBODY]:
        yield key, schema, "name", name
    jurisdiction = details.get("jurisdiction") or details.get("incorporatedInJurisdiction")
    if isinstance(jurisdiction, dict) and (code := _text(jurisdiction.get("code") or jurisdiction.get("name"))):
        yield key, schema, "jurisdiction", code
    for place in _list(details.get("nationalities")):
        if schema == "Person" and (code := _text(place.get("code") or place.get("name"))):
            yield key, schema, "nationality", code
    for prop, ours in (("foundingDate", "incorporationDate"), ("dissolutionDate", "dissolutionDate")):
        if schema != "Person" and (day := _text(details.get(prop))):
            yield key, schema, ours, day
    if schema == "Person" and (day := _text(details.get("birthDate"))):
        yield key, schema, "birthDate", day
    for one in _list(details.get("identifiers")):
        if schema != "Person" and (number := _text(one.get("id"))):
            yield key, schema, "registrationNumber", number


def _type(details: dict[str, Any]) -> str:
    found = details.get("entityType")
    return _text(found.get("type") if isinstance(found, dict) else found)


def _names(details: dict[str, Any]) -> list[str]:
    said = [_text(n.get("fullName")) for n in _list(details.get("names"))]
    return list(dict.fromkeys(n for n in (_text(details.get("name")), *said) if n))


def _relationship(value: dict[str, Any], seen: _Seen) -> Iterator[Statement]:
    """One tie for each interest; a statement of an owner who is not named makes an owner of its own."""
    details, key = _details(value), _id(value)
    subject = _party_of(details.get("subject"))
    owner = _party_of(details.get("interestedParty"))
    if not subject:
        seen.other.add("ties whose firm is not named")
        return
    if not owner:
        owner = f"{key}#unknown"
        yield owner, "LegalEntity", "name", NOBODY
    closed = _text(value.get("recordStatus")) == "closed"
    end = _text(value.get("statementDate")) if closed else ""
    for at, interest in enumerate(_list(details.get("interests")) or [{}]):
        yield from _interest(f"{key}#{at}", owner, subject, interest, end, seen)


def _party_of(value: Any) -> str:
    """The id of a party: a text since 0.4, a reference before; empty when it is not given, with a reason."""
    if isinstance(value, str):
        return value.strip()
    if not isinstance(value, dict):
        return ""
    keys = ("describedByEntityStatement", "describedByPersonStatement")
    return next((_text(value[k]) for k in keys if value.get(k)), "")


def _interest(
    key: str, owner: str, subject: str, interest: dict[str, Any], end: str, seen: _Seen
) -> Iterator[Statement]:  # fmt: skip
    kind = _text(interest.get("type"))
    plain = _plain(kind)
    indirect = _text(interest.get("directOrIndirect") or interest.get("interestLevel")) == "indirect"
    share = _share(interest.get("share"))
    if indirect:
        seen.indirect += 1
        schema, ends, role = "UnknownLink", ("subject", "object"), f"indirect {kind or 'interest'} {share}".strip()
    elif plain in _OFFICES:
        schema, ends, role = "Directorship", ("director", "organization"), kind
    elif plain in _SHARES_OF or share or not plain:
        schema, ends, role = "Ownership", ("owner", "asset"), kind
    else:
        schema, ends, role = "Control", ("controller", "controlled"), kind
    yield key, schema, ends[0], owner
    yield key, schema, ends[1], subject
    told = {"role": role, "startDate": _text(interest.get("startDate")), "summary": _text(interest.get("details"))}
    told["endDate"] = _text(interest.get("endDate")) or end
    if schema == "Ownership":
        told |= {"percentage": share, "ownershipType": _SHARES_OF.get(plain, kind)}
    if schema == "Control":
        told |= {"controlType": kind}
    yield from ((key, schema, prop, said) for prop, said in told.items() if said)


def _share(share: Any) -> str:
    """A share as people write it: "60 %", "25-50 %", "at least 75 %"; empty when none is given."""
    if not isinstance(share, dict):
        return ""
    exact = _text(share.get("exact"))
    low = _text(share.get("minimum")) or _inside(share.get("exclusiveMinimum"), 1)
    high = _text(share.get("maximum")) or _inside(share.get("exclusiveMaximum"), -1)
    if exact or (low and low == high):
        return f"{exact or low} %"
    if low and high:
        return f"{low}-{high} %"
    return f"at least {low} %" if low else f"at most {high} %" if high else ""


def _inside(end: Any, step: int) -> str:
    """An end that does not belong to the band: a ten-millionth of a percent inside of it, so that 50 is no majority."""
    try:
        moved = Decimal(_text(end)) + step * Decimal("0.0000001")
    except InvalidOperation:
        return ""
    return f"{moved:f}" if moved.is_finite() else ""


def _plain(kind: str) -> str:
    return re.sub(r"[^a-z]", "", kind.lower())


def _notes(seen: _Seen) -> Iterator[str]:
    if seen.old:
        yield f"{seen.old:,} statements that others replace were left out"
    if seen.indirect:
        yield f"{seen.indirect:,} indirect interests are kept as links, not as holdings: their parts would count twice"
    if seen.other:
        yield f"left out: {', '.join(sorted(seen.other))}"


READER = Reader(
    name="bods",
    version="1",
    says="Beneficial ownership statements (BODS 0.2 to 0.4): owners, firms, holdings, offices",
    suffixes=(".bods", ".json", ".jsonl"),
    recognises=recognises,
    read=read,
)
