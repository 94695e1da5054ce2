"""A leader inside a group's own name: "X's faction" is led by X."""

import re
from collections.abc import Iterator, Sequence

from cuibono.extract.lexicon import words
from cuibono.extract.name_forms import key_of
from cuibono.extract.records import Name
from cuibono.extract.ties_draft import Draft
from cuibono.extract.ties_items import Item, Row

_SPLIT = re.compile(r"^(.+?)(?:['’]s)?\s+([\w-]+)$")


class Owners:
    """Looks up whose name a group goes by."""

    def __init__(self, names: Sequence[Name]) -> None:
        self._people: dict[str, set[str]] = {}
        self._groups: dict[str, str] = {}
        self._texts: dict[str, Name] = {n.id: n for n in names}
        for name in names:
            if name.type == "Person":
                for form in {*name.aliases, name.name}:
                    self._people.setdefault(key_of(form), set()).add(name.id)

    def leader(self, name: Name) -> str | None:
        """The one person whose faction, clique or gang it is by name."""
        for form in (name.name, *name.aliases):
            found = _SPLIT.match(form)
            if found and found[2].lower() in words("ties_places", "led"):
                owners = self._people.get(key_of(found[1]), set())
                if len(owners) == 1:
                    return next(iter(owners))
        return None

    def told(self, row: Row) -> Iterator[Draft]:
        """The leader of each group that a sentence names by him."""
        for item in row.items:
            if item.sort != "N" or item.kind not in "GO" or item.by_reference or item.name is None:
                continue
            leader = self.leader(self._texts[item.name])
            if leader is not None and leader != item.name:
                inside = Item(item.at, item.first, item.last, "N", item.text, leader, "P")
                yield Draft("owns_controls", inside, item, "inner.leader", item.last - 1, "leader")
