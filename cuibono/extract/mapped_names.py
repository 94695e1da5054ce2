"""Which schema of FollowTheMoney a name becomes: by its type, and by the words it is made of."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from cuibono.extract.ids import mint
from cuibono.extract.lexicon import words
from cuibono.model.record import Record

_SCHEMATA = {
    "Person": "Person",
    "Organization": "Organization",
    "Location": "Address",
    "Product": "Asset",
    "Event": "Event",
    "Group": "Group",
}
_WORD = re.compile(r"[^\W_]+(?:[-.][^\W_]+)*")
#: Speakers and sources that are quoted as printed and are nobody's match.
UNLINKABLE = ("anonymous", "nominal", "pseudonymous")


def with_entity(name: Record) -> Record:
    """A name record with the schema it becomes and the id of the entity: another schema is another entity."""
    schema = _schema(name.data)
    return replace(name, data={**name.data, "schema": schema, "entity": mint("entity", name.id, schema)})


def _schema(data: Mapping[str, Any]) -> str:
    kind = _SCHEMATA.get(str(data.get("type")), "LegalEntity")
    if kind != "Organization":
        return kind
    name = str(data.get("name", "")).lower()
    if _ends(name, words("map", "company_last")):
        return "Company"
    if _holds(name, words("map", "party_word")):
        return "Organization"
    return "PublicBody" if _holds(name, words("map", "public_word")) else "Organization"


def says(text: str | None, file_list: str) -> bool:
    """Whether words of a list of ``lexicon/map.toml`` stand in a text."""
    return bool(text) and _holds(str(text).lower(), words("map", file_list))


def _ends(name: str, listed: frozenset[str]) -> bool:
    last = name.split()[-1] if name.split() else ""
    return last in listed or any(name.endswith(w) for w in listed if not w.isascii())


def _holds(name: str, listed: frozenset[str]) -> bool:
    tokens = _WORD.findall(name)
    spaced = f" {' '.join(tokens)} "
    return any(f" {w} " in spaced if w.isascii() else w in name for w in listed)
