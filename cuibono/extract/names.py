"""Which mentions in one document are written for the same one."""

import re
from collections import Counter
from collections.abc import Callable
from itertools import pairwise

from cuibono.extract.analysis import Analysis
from cuibono.extract.document import Document
from cuibono.extract.mention_kinds import is_person_name
from cuibono.extract.name_forms import (
    acronym_of,
    head_form,
    initials,
    key_of,
    letters_of,
    misspelled,
    person_parts,
    same_words,
    short_forms,
)
from cuibono.extract.name_kin import told_as_kin
from cuibono.extract.records import EntityType, Mention, Name, Naming, Span

_PSEUDONYM = re.compile(
    r"^[\s,\"'”’]{0,3}\(?\s*(?:a\s+)?(?:pseudonym|alias|assumed name|not (?:his|her|their) real name|name changed)",
    re.IGNORECASE,
)
_SHUT = re.compile(r"[\"”’']?\s*[),;:/]")
_LINK = re.compile(
    r"^(?:\s*\(\s*(?:the\s)?|,?\s+(?:or|also known as|aka|a\.k\.a\.|also called)\s+[\"“'‘]?(?:the\s)?)$", re.IGNORECASE
)

_COMPARED = 60  # clusters that share a word, so many of them are compared


class _Cluster:
    """Mentions that are taken for one, the forms they are written in, and where it first stands."""

    def __init__(self, type_: EntityType, mentions: list[Mention]) -> None:
        self.type, self.mentions = type_, mentions
        self.forms = Counter(m.quote for m in mentions)
        self.keys = {key_of(form) for form in self.forms}

    @property
    def start(self) -> int:
        return self.mentions[0].span.start

    def take(self, other: "_Cluster") -> None:
        """Take over the mentions of another."""
        self.mentions = sorted([*self.mentions, *other.mentions], key=lambda m: m.span)
        self.forms.update(other.forms)
        self.keys |= other.keys


def group(document: Document, analysis: Analysis, mentions: tuple[Mention, ...]) -> tuple[Name, ...]:
    """The names of a document, each with all its mentions.

    Two people who share a family name are never put together by it alone: a bare family name goes to the person
    who was named last before it, and stays apart where nobody was. A misspelling is one letter off, and rare.
    """
    clusters = _by_form(mentions)
    clusters = _defined(document.text, clusters)
    clusters = _people(document.text, clusters) + _others([c for c in clusters if c.type != "Person"])
    ordered = sorted(clusters, key=lambda c: c.start)
    return tuple(_named(document.text, f"n{at}", cluster) for at, cluster in enumerate(ordered, 1))


def _by_form(mentions: tuple[Mention, ...]) -> list[_Cluster]:
    """One cluster a written form; its type is what most of its mentions have, a pattern's word counting twice."""
    forms: dict[str, list[Mention]] = {}
    for mention in mentions:
        forms.setdefault(key_of(mention.quote), []).append(mention)
    return [_Cluster(_vote(found), found) for found in forms.values()]


def _vote(mentions: list[Mention]) -> EntityType:
    votes: Counter[EntityType] = Counter()
    for mention in mentions:
        votes[mention.type] += 2 if mention.by == "pattern" else 1
    return votes.most_common(1)[0][0]


def _defined(text: str, clusters: list[_Cluster]) -> list[_Cluster]:
    """Put together what the text itself equates: "Long Name (LN)", "X (Y)" of two people, "X, also known as Y"."""
    placed = sorted(((m, c) for c in clusters for m in c.mentions), key=lambda p: p[0].span)
    home = {id(c): c for c in clusters}
    for (first, one), (second, two) in pairwise(placed):
        a, b = _home(home, one), _home(home, two)
        between = text[first.span.end : second.span.start]
        if a is b or not _LINK.match(between):
            continue
        if "(" in between and not _SHUT.match(text, second.span.end):
            continue  # "Bo Lifen (Qian's niece)" are two people
        if _equated(first, second):
            a.take(b)
            home[id(two)] = home[id(b)] = a
    kept = {id(_home(home, c)): _home(home, c) for c in clusters}
    return list(kept.values())


def _home(home: dict[int, _Cluster], cluster: _Cluster) -> _Cluster:
    while home[id(cluster)] is not cluster:
        cluster = home[id(cluster)]
    return cluster


def _equated(first: Mention, second: Mention) -> bool:
    if acronym_of(first.quote, second.quote) or acronym_of(second.quote, first.quote):
        return True
    if first.type == "Organization" and letters_of(second.quote, first.quote):
        return True
    if first.type == second.type == "Person":
        a, b = set(first.quote.split()), set(second.quote.split())
        return bool(a & b) or is_person_name(second.quote) != is_person_name(first.quote)
    return False


def _people(text: str, clusters: list[_Cluster]) -> list[_Cluster]:
    full = [c for c in clusters if c.type == "Person" and any(" " in f for f in c.forms)]
    bare = [c for c in clusters if c.type == "Person" and c not in full]
    full = _joined(full, _same_person, _parts_and_whole)
    kin = {id(c) for c in full if told_as_kin(text, (m.span for m in c.mentions))}
    return full + _bare_names(full, bare, kin)


def _others(clusters: list[_Cluster]) -> list[_Cluster]:
    return _shortened(_joined(clusters, _same_body, _words_and_letters))


def _shortened(clusters: list[_Cluster]) -> list[_Cluster]:
    """Put a short form with the one body whose whole name it opens: "Marrow" with "Marrow Holdings Ltd."."""
    whole: dict[str, list[_Cluster]] = {}
    for cluster in clusters:
        for short in (
            {k for f in cluster.forms for k in (*short_forms(f), *head_form(f))}
            if cluster.type == "Organization"
            else ()
        ):
            homes = whole.setdefault(short, [])
            if cluster not in homes:
                homes.append(cluster)
    kept = []
    for cluster in sorted(clusters, key=lambda c: max(map(len, c.forms))):
        homes = [h for k in cluster.keys for h in whole.get(k, ()) if h is not cluster and h.start < cluster.start]
        if len(homes) == 1 and cluster.type in ("Organization", "Product"):
            homes[0].take(cluster)
        else:
            kept.append(cluster)
    return kept


def _joined(
    clusters: list[_Cluster], same: Callable[[_Cluster, _Cluster], bool], blocks: Callable[[str], set[str]]
) -> list[_Cluster]:
    """Put together what is the same by a rule, the frequent and long forms first.

    Only clusters that share a block are compared: a text with thousands of names stays quick.
    """
    kept: list[_Cluster] = []
    homes: dict[str, list[_Cluster]] = {}
    for cluster in sorted(clusters, key=lambda c: (-len(c.mentions), -max(map(len, c.forms)))):
        mine = {b for f in cluster.forms for b in blocks(f)}
        near = {id(k): k for b in sorted(mine) for k in homes.get(b, [])[:_COMPARED]}
        home = next((k for k in near.values() if same(k, cluster)), None)
        if home is None:
            kept.append(cluster)
            home = cluster
        else:
            home.take(cluster)
        for block in mine:
            if home not in homes.setdefault(block, []):
                homes[block].append(home)
    return kept


def _parts_and_whole(form: str) -> set[str]:
    parts = person_parts(form)
    return {*parts, "".join(sorted(parts))}


def _words_and_letters(form: str) -> set[str]:
    return {*key_of(form).split(), initials(form)}


def _same_person(one: _Cluster, two: _Cluster) -> bool:
    for a in one.forms:
        for b in two.forms:
            if " " in a and " " in b and _same_full_name(a, b, min(len(one.mentions), len(two.mentions))):
                return True
    return False


def _same_full_name(a: str, b: str, rarer: int) -> bool:
    first, second = person_parts(a), person_parts(b)
    if sorted(first) == sorted(second) or "".join(first) == "".join(second):
        return True
    if len(first) != len(second) and (set(first) < set(second) or set(second) < set(first)):
        return min(len(first), len(second)) > 1
    return rarer <= 2 and len(first) == len(second) and misspelled(first, second)


def _same_body(one: _Cluster, two: _Cluster) -> bool:
    if one.type != two.type and "Location" in (one.type, two.type):
        return False
    return any(acronym_of(a, b) or acronym_of(b, a) or same_words(a, b) for a in one.forms for b in two.forms)


def _bare_names(full: list[_Cluster], bare: list[_Cluster], kin: set[int]) -> list[_Cluster]:
    """Give each bare name to the person of that name who was written out last before it, and not as another's kin."""
    owners: dict[str, list[_Cluster]] = {}
    for cluster in full:
        for part in {p for f in cluster.forms for p in person_parts(f)}:
            if cluster not in owners.setdefault(part, []):
                owners[part].append(cluster)
    alone: list[_Cluster] = []
    written = {id(c): [m.span.start for m in c.mentions] for c in full}
    for cluster in bare:
        candidates = owners.get(key_of(cluster.mentions[0].quote), [])
        candidates = [c for c in candidates if id(c) not in kin] or candidates
        if not candidates:
            alone.append(cluster)
        elif len(candidates) == 1:
            candidates[0].take(cluster)
        else:
            alone += _dealt(cluster, candidates, written)
    return alone


def _dealt(cluster: _Cluster, candidates: list[_Cluster], written: dict[int, list[int]]) -> list[_Cluster]:
    """Mention by mention, among several people who share the name; nobody before it: it stays apart."""
    left: list[Mention] = []
    for mention in cluster.mentions:
        before = [(max((s for s in written[id(c)] if s < mention.span.start), default=-1), c) for c in candidates]
        at, nearest = max(before, key=lambda p: p[0])
        if at < 0:
            left.append(mention)
        else:
            nearest.take(_Cluster("Person", [mention]))
    return [_Cluster("Person", left)] if left else []


def _named(text: str, number: str, cluster: _Cluster) -> Name:
    forms = Counter(m.quote for m in cluster.mentions)  # in the order of the text, so that ties fall the same way
    best = (
        max(forms, key=lambda f: (" " in f and not f.isupper(), forms[f], len(f)))
        if cluster.type == "Person"
        else (max(forms, key=lambda f: (len(f) > 5, forms[f], len(f))))
    )
    spans: tuple[Span, ...] = tuple(m.span for m in cluster.mentions)
    return Name(number, best, cluster.type, spans, tuple(sorted(forms)), _naming(text, cluster))


def _naming(text: str, cluster: _Cluster) -> Naming:
    if any(_PSEUDONYM.match(text[m.span.end : m.span.end + 40]) for m in cluster.mentions):
        return "pseudonymous"
    if cluster.type == "Person" and not any(" " in f or "-" in f or len(f) > 12 for f in cluster.forms):
        return "partial"
    return "named"
