"""How many independent sources state a claim: the one place where the docket and the lenses count them."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from cuibono.extract.claim_words import folded, voice
from cuibono.extract.lexicon import words
from cuibono.measures.independence import Independence, independent
from cuibono.measures.near_copies import near_copies
from cuibono.measures.voices import Groups, Saying
from cuibono.model.docket import Asked
from cuibono.model.stated import Owners, Stated

#: Kinds of speakers who have no name to be told apart by.
NAMELESS = ("anonymous", "nominal", "pseudonymous")
#: From so much of all their grams in common two paragraphs are taken for copies, or when the one holds the other ...
LEAST, HELD = 0.5, 0.8
#: ... if they have at least so many Latin letters: one plain sentence is put alike by many who do not copy.
COPIED_FROM = 100
#: Between the names of several who speak together; a name begins with a capital or a letter that has none.
_AND = re.compile(r",? (?:and|und|et|y) |, | & |、")
_NAMED = re.compile(r"(?![\d_])\w(?<![a-zß-öø-ÿ])")
_ONE = re.compile(r"^the | of ", re.IGNORECASE)
_LONGEST = 4


@lru_cache(maxsize=65_536)
def is_nameless(name: str) -> bool:
    """Whether the words for a speaker name nobody: "an official", "sources", "知情人士"."""
    return not voice(name) or voice(name) in words("claim_sources", "unnamed")


def owners_of(rows: Iterable[Mapping[str, str]]) -> Owners:
    """The owners that rows of ``same_owner`` name for each outlet or firm."""
    found: dict[str, dict[str, None]] = {}
    names: dict[str, str] = {}
    for row in rows:
        found.setdefault(voice(row["party_name"]), {})[voice(row["owner_name"])] = None
        names.setdefault(voice(row["owner_name"]), row["owner_name"])
    return Owners({party: tuple(sorted(those)) for party, those in found.items()}, names)


def counted(claims: Sequence[Asked], *, least: float = LEAST) -> tuple[Sequence[Asked], Independence]:
    """Those of the claims that are relied on, and how many independent sources they come down to.

    What a machine only proposes counts where there is nothing else. Beside others it can but lower the lower end:
    where it shows whom somebody rests on.
    """
    relied = [c for c in claims if c.standing != "proposed"]
    found = independence(relied or claims, least=least)
    if not relied or len(relied) == len(claims):
        return claims, found
    told = independence(claims, least=least)
    ends = {root_of(told, i) for i, c in enumerate(claims) if c.standing != "proposed"}
    return relied, replace(found, low=min(found.low, len(ends)))


def root_of(found: Independence, i: int) -> int:
    """The number of the saying that a saying comes down to in the end."""
    seen: set[int] = set()
    while (link := found.links[i]) is not None and i not in seen:
        seen.add(i)
        i = link.other
    return i


def independence(claims: Sequence[Asked], *, least: float = LEAST) -> Independence:
    """How many independent sources state what these claims, which all say the same, state."""
    owners = next((c.stated.owners.of for c in claims if c.stated), {})
    sayings = [saying(c) for c in claims]
    texts = _texts(claims, [s.place for s in sayings], least)
    told = [s if t < 0 else replace(s, text=t) for s, t in zip(sayings, texts, strict=True)]
    return independent(told, owners)


def saying(claim: Asked) -> Saying:
    """A claim as one saying: who says so, where, and through which outlets."""
    stated = claim.stated or Stated(row=True)
    nameless = claim.speaker_kind in NAMELESS or is_nameless(claim.speaker)
    members = () if nameless else speakers(claim.speaker)
    who = folded(_bare(claim.speaker)) if len(members) > 1 else "".join(members)
    via = tuple(v for v in map(voice, claim.via) if v)
    if stated.row:
        place = f"through {via[0]}" if via else f"by {who}" if who else f"row {claim.key[0]} {claim.key[1]}"
        carriers = via or ((who,) if who else ())
        return Saying(who, place, carriers, stated.speaker_id, when=stated.published, members=members)
    outlet, author = voice(stated.outlet), voice(stated.author)
    publisher = outlet or author
    return Saying(
        who,
        claim.key[0],
        (publisher, *via) if publisher else via,
        stated.speaker_id,
        author if stated.own and outlet and author not in words("claim_sources", "staff") else "",
        partial=claim.speaker_kind == "partial",
        when=stated.published,
        known=bool(publisher),
        members=members,
    )


@lru_cache(maxsize=65_536)
def speakers(name: str) -> tuple[str, ...]:
    """Those who speak under one name, as names are compared: "Renault, Nissan and Fiat (releases)" are three.

    What is behind a comma is a title or a date where it is no list of names; "Ministry of Trade and Industry" is one.
    """
    parts = [p.strip() for p in _AND.split(_bare(name)) if p.strip()]
    listed = len(parts) > 2 or (len(parts) == 2 and "," not in _bare(name))
    if listed and not _ONE.search(_bare(name)) and all(_NAMED.match(p) and len(p.split()) <= _LONGEST for p in parts):
        return tuple(sorted({folded(p) for p in parts}))
    return (voice(name),) if voice(name) else ()


def _bare(name: str) -> str:
    return unicodedata.normalize("NFKC", name).partition("(")[0].strip()


def _texts(claims: Sequence[Asked], places: Sequence[str], least: float) -> list[int]:
    """For each claim the number of the group of copies in which it stands; -1 where there is no second place."""
    none = [-1] * len(claims)
    if len(set(places)) < 2:
        return none
    paragraphs = [c.stated.paragraph if c.stated else "" for c in claims]
    long = {p: text for p, text in zip(places, paragraphs, strict=True) if len(text) * 3 >= COPIED_FROM}
    near = (
        near_copies(paragraphs, least=least, contained=max(least, HELD), shortest=COPIED_FROM).tolist()
        if len(long) > 1
        else none
    )
    groups = Groups()
    for i, claim in enumerate(claims):
        keys = [f"near {near[i]}"] if near[i] >= 0 else []
        keys += [f"same {claim.stated.digest}"] if claim.stated and claim.stated.digest else []
        for key in keys:
            groups.join(f"claim {i}", key)
    heads = [groups.of(f"claim {i}") for i in range(len(claims))]
    where: dict[str, set[str]] = {}
    for head, place in zip(heads, places, strict=True):
        where.setdefault(head, set()).add(place)
    numbers = {head: n for n, head in enumerate(sorted(h for h, found in where.items() if len(found) > 1))}
    return [numbers.get(head, -1) for head in heads]
