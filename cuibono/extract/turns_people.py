"""The people of a document as speakers: which of them a label means, and where each is named."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from cuibono.extract.name_forms import key_of, misspelled, person_parts
from cuibono.extract.records import Name, Span


class People:
    """The names of a document while turns are found: labels find their name here, or add it."""

    def __init__(self, names: Sequence[Name]) -> None:
        self._names = {n.id: n for n in names}
        self._order = [n.id for n in names]
        self._next = 1 + max((int(n.id[1:]) for n in names if n.id[1:].isdigit()), default=0)
        self._by_key: dict[str, list[str]] = {}
        self._by_part: dict[str, list[str]] = {}
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
            for part in person_parts(form):
                if name.id not in (parts := self._by_part.setdefault(part, [])):
                    parts.append(name.id)

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

    def find(self, written: str) -> str | None:
        """The one whom a label means: by the whole name, a part of it, or with one letter wrong."""
        key = key_of(written)
        whole = [i for i in self._by_key.get(key, []) if i in self._names]
        if whole:
            return min(whole, key=lambda i: self._names[i].type != "Person")
        parts = person_parts(written)
        if not parts:
            return None
        shared = [i for i in self._by_part.get(parts[0], []) if all(i in self._by_part.get(p, []) for p in parts)]
        if shared:
            return max(shared, key=lambda i: len(self._names[i].mentions))
        return self._nearly(parts) or self._initials(written)

    def _nearly(self, parts: list[str]) -> str | None:
        """A name with one letter wrong; a single part must have four letters, and only one person may fit."""
        fits: set[str] = set()
        for who, name in self._names.items():
            if name.type != "Person":
                continue
            for form in name.aliases:
                known = person_parts(form)
                if len(parts) == 1 and len(parts[0]) > 3:
                    near = any(misspelled(parts, [k]) for k in known if len(k) > 3)
                else:
                    near = len(parts) > 1 and len(known) == len(parts) and misspelled(known, parts)
                if near:
                    fits.add(who)
        return fits.pop() if len(fits) == 1 else None

    def _initials(self, written: str) -> str | None:
        if not (2 <= len(written) <= 3 and written.isalpha() and written.isupper()):
            return None
        fits = [
            i
            for i, n in self._names.items()
            if n.type == "Person" and "".join(p[0] for p in n.name.split()).upper() == written
        ]
        return fits[0] if len(fits) == 1 else None

    def kind(self, written: str) -> str:
        """What is known of a label's words: "person", "other" for what is none, or ""."""
        who = self.find(written)
        if who is None:
            return ""
        return "person" if self._names[who].type == "Person" else "other"

    def add(self, written: str, span: Span) -> str:
        """A person whom only a label names."""
        who = f"n{self._next}"
        self._next += 1
        naming = "named" if " " in written or "-" in written else "partial"
        shown = written.title() if written.isupper() and " " in written else written
        aliases = tuple(dict.fromkeys((written, shown)))
        self._names[who] = Name(who, shown, "Person", (span,), aliases, "partial" if naming == "partial" else "named")
        self._order.append(who)
        self._learn(self._names[who])
        self._place(span, who)
        return who

    def label(self, who: str, span: Span, written: str) -> None:
        """Count a label among the mentions of its speaker, who is a person, and take it from others."""
        for mention, other in self._touching(span):
            if other != who:
                self._take(mention, other)
        name = self._names[who]
        kept = [m for m in name.mentions if not m.overlap(span)]
        aliases = tuple(dict.fromkeys((*name.aliases, written)))
        self._names[who] = replace(name, type="Person", mentions=tuple(sorted([*kept, span])), aliases=aliases)
        self._learn(self._names[who])
        self._place(span, who)

    def _touching(self, span: Span) -> list[tuple[Span, str]]:
        first = max(0, bisect_right(self._starts, span.start) - 2)
        found = []
        for mention, who in self._spots[first:]:
            if mention.start >= span.end:
                break
            if mention.overlap(span) and who in self._names:
                found.append((mention, who))
        return found

    def _take(self, mention: Span, other: str) -> None:
        name = self._names[other]
        left = tuple(m for m in name.mentions if m != mention)
        if left:
            self._names[other] = replace(name, mentions=left)
        else:
            del self._names[other]

    def _place(self, span: Span, who: str) -> None:
        at = bisect_left(self._starts, span.start)
        self._starts.insert(at, span.start)
        self._spots.insert(at, (span, who))
