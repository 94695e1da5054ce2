"""Invented entities of which it is known which are the same: the planted truth of the match gate and its bench.

A share of the entities of ``match_invented`` stands there twice, the second time as another source might write it: in
another script or romanisation, in another order, with a slip, with initials, as an acronym, with another legal form;
with facts that are the same, coarser, or missing.
"""

import json
import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cuibono.model.romanisation.han import tables
from tests.gates.match_invented import (
    GIVEN,
    HEADS,
    LEGAL,
    SECTORS,
    Entity,
    Props,
    chinese,
    firm,
    han_firm,
    office,
    old_spelling,
    traditional,
    western,
)


@dataclass(slots=True)
class Planted:
    """Entities as FollowTheMoney would write them, and which pairs of ids are the same, by what was done to them."""

    entities: list[dict[str, Any]] = field(default_factory=list)
    same: dict[frozenset[str], str] = field(default_factory=dict)

    def write(self, path: Path) -> Path:
        """The entities as JSON lines."""
        path.write_text("".join(json.dumps(e, ensure_ascii=False) + "\n" for e in self.entities), "utf-8")
        return path


def planted(size: int, *, seed: int = 7, twice: float = 0.25, kinds: "Mapping[str, Kind] | None" = None) -> Planted:
    """So many entities of some kinds, of which this share of the originals stands there a second time."""
    chance = random.Random(seed)
    made, listed = Planted(), kinds or PLAIN
    names, shares = list(listed), [k.share for k in listed.values()]
    while len(made.entities) < size:
        kind = chance.choices(names, shares)[0]
        original = listed[kind].make(chance)
        _put(made, original)
        if chance.random() < twice and len(made.entities) < size:
            how, props = _again(chance, listed[kind], original)
            _put(made, Entity(original.schema, props, original.hidden))
            made.same[frozenset((made.entities[-2]["id"], made.entities[-1]["id"]))] = f"{kind}: {how}"
    return made


def _put(made: Planted, entity: Entity) -> None:
    made.entities.append({"id": f"e{len(made.entities):06d}", "schema": entity.schema, "properties": entity.props})


def _again(chance: random.Random, kind: "Kind", original: Entity) -> tuple[str, Props]:
    """The same entity as another source has it: what was done, and its properties."""
    how, name = chance.choice(kind.variants)(chance, original)
    return how, {"name": [name], **_told_again(chance, original.props, needed=how in _THIN)}


def _told_again(chance: random.Random, props: Props, *, needed: bool) -> Props:
    """The facts as another source tells them: the same, coarser, with a slip, or not at all."""
    told: Props = {}
    for prop in ("birthDate", "incorporationDate"):
        if prop in props and (needed or chance.random() < 0.8):
            told[prop] = [_dated(chance, props[prop][0])]
    for prop, share in (("country", 0.85), ("registrationNumber", 0.7), ("uscCode", 0.7), ("passportNumber", 0.5)):
        if prop in props and chance.random() < share:
            told[prop] = [props[prop][0].lower() if prop == "registrationNumber" else props[prop][0]]
    return told


def _dated(chance: random.Random, day: str) -> str:
    how = chance.random()
    year, month, at = day.split("-")
    if how < 0.12:
        return year
    if how < 0.18:
        return f"{year}-{month}"
    if how < 0.21 and int(at) <= 12:
        return f"{year}-{at}-{month}"
    return day


#: What says so little by itself that another source must tell a date too, or nobody could know.
_THIN = frozenset({"initial", "acronym", "brand in letters", "short sound", "one word"})


def slip(chance: random.Random, name: str) -> str:
    """A name with one slip of the pen: a letter changed, left out, doubled, or two exchanged."""
    places = [i for i in range(1, len(name) - 1) if name[i].isalpha() and name[i + 1].isalpha()]
    at = chance.choice(places)
    kind = chance.randrange(4)
    if kind == 0:
        return name[:at] + chance.choice("abcdefghiklmnoprstuvw") + name[at + 1 :]
    if kind == 1:
        return name[:at] + name[at + 1 :]
    return name[:at] + name[at] + name[at:] if kind == 2 else name[:at] + name[at + 1] + name[at] + name[at + 2 :]


Variant = tuple[str, str]


def name_of(entity: Entity) -> str:
    """The name of an entity as its own source writes it."""
    return entity.props["name"][0]


def _of_western() -> Iterator[Callable[[random.Random, Entity], Variant]]:
    yield lambda c, e: ("slip", slip(c, name_of(e)))
    yield lambda c, e: ("slip", slip(c, name_of(e)))
    yield lambda c, e: ("order", f"{e.hidden['family']}, {e.hidden['given']}")
    yield lambda c, e: ("order", f"{e.hidden['family'].upper()} {e.hidden['given']}")
    yield lambda c, e: ("middle name", f"{e.hidden['given']} {c.choice(GIVEN)} {e.hidden['family']}")
    yield lambda c, e: ("initial", f"{e.hidden['given'][0]}. {e.hidden['family']}")
    yield lambda c, e: ("title", f"Dr. {name_of(e)}")


def _of_chinese() -> Iterator[Callable[[random.Random, Entity], Variant]]:
    def thin(entity: Entity, how: str) -> str:
        return "short sound" if len(entity.hidden["given"]) == 1 else how

    yield lambda c, e: (thin(e, "characters"), e.hidden["han"])
    yield lambda c, e: (thin(e, "characters"), e.hidden["han"])
    yield lambda c, e: (thin(e, "traditional"), traditional(e.hidden["han"]))
    yield lambda c, e: (thin(e, "wade-giles"), old_spelling(e.hidden, bare=False))
    yield lambda c, e: (thin(e, "wade-giles, bare"), old_spelling(e.hidden, bare=True))
    yield lambda c, e: (thin(e, "pinyin, western order"), " ".join(reversed(name_of(e).split(" "))))
    yield lambda c, e: (thin(e, "pinyin, the same"), name_of(e).upper())


def _of_firm() -> Iterator[Callable[[random.Random, Entity], Variant]]:
    def legal(c: random.Random, e: Entity) -> str:
        return f"{' '.join(e.hidden['words'])} {c.choice(LEGAL[e.hidden['legal']][1:])}".strip()

    yield lambda c, e: ("legal form", legal(c, e))
    yield lambda c, e: ("legal form", legal(c, e).upper())
    yield lambda c, e: ("slip", slip(c, legal(c, e)))
    yield lambda c, e: ("slip", slip(c, name_of(e)))
    yield lambda c, e: (
        "longer",
        f"{e.hidden['words'][0]} ({c.choice(HEADS)}) {' '.join([*e.hidden['words'][1:], 'Group'])}",
    )
    yield (
        lambda c, e: (
            ("acronym", "".join(w[0] for w in e.hidden["words"]).upper() + e.hidden["legal"][0])
            if len(e.hidden["words"]) > 2
            else ("legal form", legal(c, e))
        )
    )


def _of_han_firm() -> Iterator[Callable[[random.Random, Entity], Variant]]:
    def letters(e: Entity) -> str:
        return "".join(tables().readings[c] for c in e.hidden["brand"]).capitalize()

    yield lambda c, e: ("traditional", traditional(name_of(e)).replace("有限公司", "股份有限公司"))
    yield lambda c, e: ("brand in letters", f"{letters(e)} {SECTORS[e.hidden['sector']]} Co., Ltd.")
    yield lambda c, e: ("without form", name_of(e).replace("有限公司", ""))


def _of_office() -> Iterator[Callable[[random.Random, Entity], Variant]]:
    yield lambda c, e: ("order", f"{e.hidden['words'][-1]} of {' '.join(e.hidden['words'][:-1])}")
    yield lambda c, e: ("slip", slip(c, name_of(e)))
    yield lambda c, e: ("article", f"The {name_of(e)}")


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of entity: how often it comes, how it is made, what another source makes of it."""

    share: float
    make: Callable[[random.Random], Entity]
    variants: tuple[Callable[[random.Random, Entity], Variant], ...]


PLAIN = {
    "western": Kind(30, western, tuple(_of_western())),
    "chinese": Kind(30, chinese, tuple(_of_chinese())),
    "firm": Kind(25, firm, tuple(_of_firm())),
    "han_firm": Kind(10, han_firm, tuple(_of_han_firm())),
    "office": Kind(5, office, tuple(_of_office())),
}
