"""The people of a document as speakers: which of them a label means, and where each is named."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from cuibono.extract.name_forms import key_of, misspelled, person_parts
from cuibono.extract.records import Name, Naming, Span


class People:
    """The names of a document while turns are found: labels find their name here, or add it."""

    def __init__(self, names: Sequence[Name]) -> None:
        self._names = {n.id: n for n in names}
        self._order = [n.id for n in names]
        self._next = 1 + max((int(n.id[1:]) for n in names if n.id[1:].isdigit()), default=0)
        self._pending: list[tuple[Span, str, str]] = []
        self._by_key: dict[str, list[str]] = {}
        self._by_part: dict[str, list[str]] = {}
        self._by_edge: dict[str, dict[str, None]] = {}
        self._by_initials: dict[str, dict[str, None]] = {}
        for name in names:
            self._learn(name)
        self._spots = sorted((m, n.id) for n in names for m in n.mentions)
        self._starts = [m.start for m, _ in self._spots]

    def _learn(self, name: Name) -> None:
        for form in (name.name, *name.aliases):
            if name.id not in (keyed := self._by_key.setdefault(key_of(form), [])):
                keyed.append(name.id)
            if name.type != "Person":
                continue
            self._by_initials.setdefault("".join(p[0] for p in form.split()).upper(), {})[name.id] = None
            for part in person_parts(form):
                if name.id not in (parts := self._by_part.setdefault(part, [])):
                    parts.append(name.id)
                for edge in _edges(part):
                    self._by_edge.setdefault(edge, {})[name.id] = None

    def name(self, who: str) -> Name:
        """A name by its id."""
        return self._names[who]

    def all(self) -> tuple[Name, ...]:
        """The names as they are now."""
        return tuple(self._names[i] for i in self._order if i in self._names)

    def people_in(self, span: Span) -> list[tuple[Span, str]]:
        """Mentions of persons in a span, in order."""
        first = bisect_left(self._starts, span.start)
        last = bisect_left(self._starts, span.end)
        return [(m, i) for m, i in self._spots[first:last] if i in self._names and self._names[i].type == "Person"]

    def named_at(self, span: Span) -> bool:
        """Whether a person is named within a span."""
        return bool(self.people_in(span))

    def find(self, written: str) -> str | None:
        """The one whom a label means: by the whole name, a part of it, or with one letter wrong."""
        key = key_of(written)
        whole = [i for i in self._by_key.get(key, []) if i in self._names]
        best = min(whole, key=lambda i: self._names[i].type != "Person", default=None)
        parts = person_parts(written)
        if not parts or (best is not None and self._names[best].type == "Person"):
            return best
        shared = [i for i in self._by_part.get(parts[0], []) if all(i in self._by_part.get(p, []) for p in parts)]
        if shared:
            return max(shared, key=lambda i: len(self._names[i].mentions))
        return best or self._nearly(parts) or self._initials(written)

    def _nearly(self, parts: list[str]) -> str | None:
        """A name with one letter wrong; a single part must have four letters, and only one person may fit."""
        if len(parts) == 1 and len(parts[0]) < 4:
            return None
        fits: set[str] = set()
        for who in dict.fromkeys(i for part in parts for edge in _edges(part) for i in self._by_edge.get(edge, ())):
            for form in self._names[who].aliases if who in self._names else ():
                known = person_parts(form)
                if len(parts) == 1:
                    near = any(misspelled(parts, [k]) for k in known if len(k) > 3)
                else:
                    near = len(known) == len(parts) and misspelled(known, parts)
                if near:
                    fits.add(who)
        return fits.pop() if len(fits) == 1 else None

    def _initials(self, written: str) -> str | None:
        if not (2 <= len(written) <= 3 and written.isalpha() and written.isupper()):
            return None
        fits = self._by_initials.get(written, {})
        return next(iter(fits)) if len(fits) == 1 else None

    def kind(self, written: str) -> str:
        """What is known of a label's words: "person", "other" for what is none, or ""."""
        who = self.find(written)
        if who is None:
            return ""
        return "person" if self._names[who].type == "Person" else "other"

    def add(self, written: str) -> str:
        """A person whom only a label names."""
        who = f"n{self._next}"
        self._next += 1
        shown = written.title() if written.isupper() and " " in written else written
        naming: Naming = "named" if " " in written or "-" in written else "partial"
        self._names[who] = Name(who, shown, "Person", (), tuple(dict.fromkeys((written, shown))), naming)
        self._order.append(who)
        self._learn(self._names[who])
        return who

    def label(self, who: str, span: Span, written: str) -> None:
        """Remember that a label names its speaker; ``settle`` then counts it among the mentions."""
        self._pending.append((span, who, written))

    def settle(self) -> None:
        """Count the labels among the mentions of their speakers, who are persons, and take them from others."""
        if not self._pending:
            return
        labels = sorted(self._pending)
        self._pending = []
        starts = [span.start for span, _, _ in labels]
        kept = [(m, w) for m, w in self._spots if not _on_label(m, labels, starts)]
        spots: dict[str, list[Span]] = {}
        for mention, who in [*kept, *((span, who) for span, who, _ in labels)]:
            spots.setdefault(who, []).append(mention)
        forms: dict[str, dict[str, None]] = {}
        for _, who, written in labels:
            forms.setdefault(who, {})[written] = None
        for who in self._order:
            self._settle(who, spots.get(who, []), forms.get(who, {}))
        self._spots = sorted((m, w) for w, found in spots.items() for m in found)
        self._starts = [m.start for m, _ in self._spots]

    def _settle(self, who: str, mentions: list[Span], forms: dict[str, None]) -> None:
        name = self._names.get(who)
        if name is None:
            return
        if not mentions and name.mentions:
            del self._names[who]  # it stood in labels of somebody else only
            return
        told = replace(name, mentions=tuple(sorted(mentions)))
        if forms:
            told = replace(told, type="Person", aliases=tuple(dict.fromkeys((*name.aliases, *forms))))
            self._learn(told)
        self._names[who] = told


def _edges(part: str) -> tuple[str, str]:
    """The ends of a word, one of which a single wrong letter leaves as it is."""
    return part[:3] + "-", "-" + part[-3:]


def _on_label(mention: Span, labels: list[tuple[Span, str, str]], starts: list[int]) -> bool:
    at = bisect_left(starts, mention.end) - 1
    return at >= 0 and labels[at][0].overlap(mention) > 0
