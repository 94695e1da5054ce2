"""Extractors whose finds are known beforehand: patterns of a small invented language, no model."""

import re
from dataclasses import replace

from cuibono.extract.contract import EVERYTHING, Extractor
from cuibono.extract.document import Document
from cuibono.extract.records import Amount, Claim, Event, Found, Mention, Name, Span, Tie

_PEOPLE = re.compile(r"\b(?:Pia Vex|Oren Vex|Ada Brick|Vex)\b")
_FIRMS = re.compile(r"\b(?:Gloria Works|Borland Glass)\b")
_SAID = re.compile(r'(Pia Vex|Oren Vex|Ada Brick) said: "([^"]+)"')
_OWNS = re.compile(r"(Gloria Works|Pia Vex) owns (\d+) % of (Borland Glass|Gloria Works)(, it is rumoured)?")
_KIN = re.compile(r"(Pia Vex) is the daughter of (Oren Vex)")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_TONS = re.compile(r"\b(\d+) tons\b")


def read(document: Document) -> Found:
    """People, firms, what they say and own, kin, years and tons; "Vex" alone is taken for Pia Vex."""
    text = document.text
    mentions = [Mention(Span(*m.span()), m[0], "Person") for m in _PEOPLE.finditer(text)]
    mentions += [Mention(Span(*m.span()), m[0], "Organization") for m in _FIRMS.finditer(text)]
    groups: dict[str, list[Mention]] = {}
    for mention in mentions:
        groups.setdefault("Pia Vex" if mention.quote == "Vex" else mention.quote, []).append(mention)
    ids = {full: f"n{i}" for i, full in enumerate(groups)}
    names = [
        Name(ids[full], full, those[0].type, tuple(m.span for m in those), tuple(dict.fromkeys(m.quote for m in those)))
        for full, those in groups.items()
    ]
    return Found(
        mentions=tuple(mentions),
        names=tuple(names),
        claims=tuple(
            Claim(Span(*m.span(2)), m[2], ids[m[1]], "named", "direct", confidence=0.95) for m in _SAID.finditer(text)
        ),
        ties=(*_ownerships(text, ids), *_kin(text, ids)),
        events=tuple(
            Event(m[0], Span(*m.span()), m[0], Span(*m.span()), f"in {m[0]}", precision="year")
            for m in _YEAR.finditer(text)
        ),
        amounts=tuple(Amount(Span(*m.span()), m[0], float(m[1]), "ton") for m in _TONS.finditer(text)),
    )


def _ownerships(text: str, ids: dict[str, str]) -> list[Tie]:
    """Sure ones are read, rumours are proposed."""
    return [
        Tie(
            "owns_controls", ids[m[1]], ids[m[3]], Span(*m.span()), m[0], "owns", share=(int(m[2]) / 100,) * 2,
            status="alleged" if m[4] else "stated", confidence=0.4 if m[4] else 0.97,
            standing="proposed" if m[4] else "read",
        )
        for m in _OWNS.finditer(text)
    ]  # fmt: skip


def _kin(text: str, ids: dict[str, str]) -> list[Tie]:
    return [
        Tie("family", ids[m[1]], ids[m[2]], Span(*m.span()), m[0], "kin", "daughter", confidence=0.6)
        for m in _KIN.finditer(text)
    ]


def only_names(document: Document) -> Found:
    """A poorer reader: it finds whom a text names, and nothing that is said."""
    found = read(document)
    return Found(mentions=found.mentions, names=found.names)


def shifted(document: Document) -> Found:
    """A later version: it takes a person's last name alone for the first mention, and the quotes with their marks."""
    found = read(document)
    text = document.text
    claims = [
        replace(c, span=Span(c.span.start - 1, c.span.end + 1), quote=text[c.span.start - 1 : c.span.end + 1])
        for c in found.claims
    ]
    return replace(found, claims=tuple(claims))


def extractor(name: str = "hand", version: str = "1", way: object = read) -> Extractor:
    """One of these as an extractor."""
    return Extractor(name, version, "for tests", EVERYTHING, "none", way, lambda: "")  # type: ignore[arg-type]


TEXT = """Pia Vex is the daughter of Oren Vex, a retired clockmaker.

Ada Brick said: "The kiln of Borland Glass has been cold since spring." Gloria Works owns 35 % of Borland Glass.

Pia Vex owns 60 % of Gloria Works, it is rumoured. In 2019 Vex bought 40 tons of sand.
"""
