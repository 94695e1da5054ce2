"""Mentions that mean the same in one Chinese document, with their Latin spellings beside them."""

from collections.abc import Sequence

from cuibono.extract.chinese.mentions import Known, Place
from cuibono.extract.chinese.romanise import variants
from cuibono.extract.lexicon import words
from cuibono.extract.records import EntityType, Name, Naming


def group(text: str, places: Sequence[Place], known: Known) -> tuple[Name, ...]:
    """One name for all mentions of the same; a short form joins the only longer name that it can mean."""
    fullest = _fullest(places, known)
    found: dict[tuple[str, EntityType], list[Place]] = {}
    for place in places:
        key = fullest.get((place.text, place.type), place.text)
        found.setdefault((key, place.type), []).append(place)
    return tuple(_name(text, f"zh{n}", members) for n, (_, members) in enumerate(found.items(), 1))


def _fullest(places: Sequence[Place], known: Known) -> dict[tuple[str, EntityType], str]:
    """For each short form the name that it is short for."""
    by_type: dict[EntityType, list[str]] = {}
    for place in places:
        by_type.setdefault(place.type, [])
        if place.text not in by_type[place.type]:
            by_type[place.type].append(place.text)
    found: dict[tuple[str, EntityType], str] = {}
    for place in places:
        if place.full and place.full in by_type[place.type]:
            found[place.text, place.type] = place.full
        elif place.naming == "partial":
            longer = [n for n in by_type["Person"] if n.startswith(place.text) and len(n) > len(place.text)]
            if len(longer) == 1:
                found[place.text, place.type] = longer[0]
        elif place.type == "Organization":
            longer = [n for n in by_type[place.type] if len(n) > len(place.text) >= 3 and _ends_so(n, place.text)]
            if len(longer) == 1:
                found[place.text, place.type] = longer[0]
    return found


def _ends_so(name: str, short: str) -> bool:
    """国家网信办 and 网信办: the longer only adds whose it is."""
    rest = name.removesuffix(short)
    return name.endswith(short) and (rest in ("国家", "国务院", "中央") or rest in words("chinese_places", "places"))


def _name(text: str, name_id: str, members: Sequence[Place]) -> Name:
    spellings = list(dict.fromkeys(m.span.of(text) for m in members))
    best = max(spellings, key=len)
    kind = members[0].type
    naming: Naming = members[0].naming
    if any(m.naming == "pseudonymous" for m in members):
        naming = "pseudonymous"
    elif any(m.naming == "named" for m in members):
        naming = "named"
    simple = max((m.text for m in members), key=len)
    return Name(
        name_id, best, kind, tuple(m.span for m in members), tuple(s for s in spellings if s != best), naming,
        variants(simple, kind) if naming != "pseudonymous" else (),
    )  # fmt: skip
