"""Names that their own words give away: organisations and places by head word, Chinese names by syllable."""

import re
from collections.abc import Iterator
from functools import cache

from cuibono.extract.lexicon import words
from cuibono.extract.mention_kinds import is_given_name, is_person_name, is_syllables, trimmed
from cuibono.extract.records import Span

_CAP = r"(?:(?:[A-Z]\.){2,}|St\.|Mt\.|[A-Z][\w'’&-]*\w|[A-Z]\.?)"
_RUN = re.compile(rf"(?<![\w’'-]){_CAP}(?:[ ](?:(?:of|for|on|and|&|de|the|in)[ ](?:the[ ])?)?{_CAP})*")
#: Looked for at every word, since the word before a name may be written large too.
_PERSON = re.compile(
    r"(?<![\w-])(?=([A-Z][a-z]{1,7})[ ]([A-Z][a-zü'’]*(?:-[A-Za-z][a-z']*)?)(?:[ ]([A-Z][a-z]{1,5}))?(?![\w-]))[A-Z]"
)
_WESTERN = re.compile(
    r"(?<![\w’'-])([A-Z][a-zé]+)(?:[ ][A-Z]\.)?[ ](?:(?:van|von|de|der|al)[ ])?"
    r"([A-Z][^\W\d_A-Z]+(?:[’'-][A-Z][^\W\d_]+|[A-Z][^\W\d_]+)?)(?![\w-])"
)
_GROUP = re.compile(rf"(?<![\w-])((?:{_CAP}[ ]){{0,2}}{_CAP})(?:['’]s|['’])?[ ](?:\w+[ ])?(%s)(?![\w-])")
_ACRONYM = re.compile(r"(?<=\w) \(\s*(?:the\s)?([A-Z][A-Z&]{1,7})\s*\)")
_SO_CALLED = re.compile(r"\bso-called\s+[\"“‘']?((?:[a-z]+[ -]){1,3}(%s))\b")
_POSSESSIVE = re.compile(r"['’]s?$")
_ORDINAL = re.compile(r"(?<![\w-])\d{1,2}(?:st|nd|rd|th) \Z")
_CONNECT = frozenset({"of", "for", "on", "and", "&", "de", "the", "in"})
_LEVEL = "(?:(?:city|municipal|provincial|state|regional|federal|local)[ ])?"
_LOCAL = re.compile(
    rf"(?<![\w-])(?:The[ ])?({_CAP}(?:[ ]{_CAP}){{0,2}})[ ]{_LEVEL}"
    r"(government|police|parliament|embassy|consulate)(?![\w-])"
)


def organisations(view: str) -> Iterator[Span]:
    """Runs of capitalised words with the head word of an organisation, "of" and a place after it included."""
    for match in _RUN.finditer(view):
        yield from _organisation(view, Span(*match.span()))
    for match in _LOCAL.finditer(view):
        if any(match[1] in words("names", known) for known in ("country", "city", "nationality")):
            yield Span(match.start(1), match.end(2))
    for match in _ACRONYM.finditer(view):
        yield Span(*match.span(1))


def _organisation(view: str, run: Span) -> Iterator[Span]:
    parts = [(m.start(), m.end(), m[0]) for m in re.finditer(r"\S+", run.of(view))]
    heads = words("names", "organisation")
    weak = words("names", "weak_organisation")
    at = 0
    while at < len(parts):
        last = _last_head(parts, at, heads, weak)
        if last is None:
            return
        first = _first_word(parts, at, last)
        end = _onward(parts, last)
        if end > last or last > first:
            start = _numbered(view, run.start + parts[first][0])
            span = Span(start, run.start + parts[end][1])
            yield trimmed(view, _campus(view, span), "Organization")
        at = end + 1


def _last_head(parts: list[tuple[int, int, str]], at: int, heads: frozenset[str], weak: frozenset[str]) -> int | None:
    """The head that closes the first name from here on: the last head of words that follow each other."""
    for i in range(at, len(parts)):
        word = parts[i][2].rstrip(".,")
        if _POSSESSIVE.sub("", word) in heads and word not in heads and i > at:
            return i  # "Tern University's School of Law" is two
        if word not in heads or (word in weak and i == at):
            continue
        while i + 1 < len(parts) and parts[i + 1][2].rstrip(".") in heads:
            i += 1
        return i
    return None


def _numbered(view: str, start: int) -> int:
    """Back over the number of a congress or a bureau: "18th National Congress"."""
    match = _ORDINAL.search(view, max(0, start - 6), start)
    return match.start() if match else start


def _first_word(parts: list[tuple[int, int, str]], at: int, last: int) -> int:
    """Back from the head to where the name begins: over capitalised words, and over an "and" between two fields.

    "The Political and Legal Commission" is one body; "Huawei and Peking University" are two.
    """
    first = last
    while first > at and parts[first - 1][2] not in _CONNECT:
        first -= 1
    if first - 2 >= at and parts[first - 1][2] in ("and", "&") and first < last + 1 and _fields(parts, at, first - 2):
        first -= 2
        while first > at and parts[first - 1][2] not in _CONNECT:
            first -= 1
    return first


def _fields(parts: list[tuple[int, int, str]], at: int, last: int) -> bool:
    """Whether the words before an "and" are fields that a body is for, and no name of their own."""
    first = last
    while first > at and parts[first - 1][2] not in _CONNECT:
        first -= 1
    found = [p[2] for p in parts[first : last + 1]]
    while found and found[0] in ("The", "the"):
        found = found[1:]
    if not found or found[-1].isupper() or found[-1].endswith(("'s", "’s")) or is_person_name(" ".join(found)):
        return False
    if found[-1] in words("names", "organisation") and found[-1] not in words("names", "field"):
        return False
    return found[-1] in words("names", "field")


def _onward(parts: list[tuple[int, int, str]], last: int) -> int:
    """Over "of the X of Y" after a head, and over "and" between the words of what it is for."""
    end, i, linked = last, last + 1, False
    while i < len(parts):
        word = parts[i][2]
        if (
            word == "of" or (word in ("for", "on") and (linked or parts[last][2] in words("names", "office")))
        ) and not (_day(parts, i + 1)):
            linked, i = True, i + 1
        elif word in ("and", "&") and linked and i > last + 1:
            if _another(parts, i + 1):
                break
            i += 1
        elif word == "the" and linked:
            i += 1
        elif linked and word not in _CONNECT:
            end, i = i, i + 1
        else:
            break
    return end


def _another(parts: list[tuple[int, int, str]], at: int) -> bool:
    """Whether a body of its own follows "and": "... and the Bank of Norway", "... and Norway's ministry"."""
    return at < len(parts) and (parts[at][2] == "the" or parts[at][2].endswith(("'s", "’s")))


def _day(parts: list[tuple[int, int, str]], at: int) -> bool:
    """Whether a weekday or a month follows: "the ministry on Monday"."""
    return at < len(parts) and parts[at][2].rstrip(".,") in words("names", "not_a_name")


def _campus(view: str, span: Span) -> Span:
    """A university with its city behind a comma."""
    if "University of " not in span.of(view):
        return span
    match = re.match(r", ([A-Z]\w+(?: [A-Z]\w+)?)", view[span.end : span.end + 40])
    return Span(span.start, span.end + match.end()) if match and match[1] in words("names", "city") else span


def known(view: str) -> Iterator[Span]:
    """Countries, cities, firms, papers and apps that the lexicon knows."""
    names = _known_names()
    for match in _RUN.finditer(view):
        parts = [(m.start(), m.end()) for m in re.finditer(r"\S+", match[0])]
        yield from _known_in(view, match.start(), parts, match[0], names)


@cache
def _known_names() -> frozenset[str]:
    lists = ("country", "city", "known_organisation", "known_product")
    return frozenset().union(*(words("names", name) for name in lists))


def _known_in(view: str, start: int, parts: list[tuple[int, int]], run: str, names: frozenset[str]) -> Iterator[Span]:
    at = 0
    while at < len(parts):
        for size in (4, 3, 2, 1):
            if at + size > len(parts):
                continue
            bare = _POSSESSIVE.sub("", run[parts[at][0] : parts[at + size - 1][1]])
            here = start + parts[at][0]
            if bare in names and not (bare in words("names", "everyday") and _opens(view, here)):
                yield Span(_numbered(view, here) if bare == "Congress" else here, here + len(bare))
                at += size - 1
                break
        at += 1


def _opens(view: str, start: int) -> bool:
    before = view[max(0, start - 3) : start].rstrip(" \"“‘'")
    return not before or before[-1] in ".!?:\n"


def places(view: str) -> Iterator[Span]:
    """Runs that end in a word such as Road or Province."""
    for match in _RUN.finditer(view):
        parts = [(m.start(), m.end(), m[0]) for m in re.finditer(r"\S+", match[0])]
        yield from _places_in(match.start(), parts)


def _places_in(start: int, parts: list[tuple[int, int, str]]) -> Iterator[Span]:
    heads, stops = words("names", "place"), words("names", "opening") | _CONNECT
    for i, (_, end, word) in enumerate(parts):
        if i and word in heads and parts[i - 1][2] not in _CONNECT:
            first = i
            while first and parts[first - 1][2] not in stops:
                first -= 1
            if first < i:
                yield Span(start + parts[first][0], start + end)


def people(view: str) -> Iterator[Span]:
    """Chinese names in their own order; the model often takes the family name for a people."""
    unsure = words("names", "english_surname")
    for match in _PERSON.finditer(view):
        end = match.end(3) if match[3] and is_person_name(f"{match[1]} {match[2]} {match[3]}") else match.end(2)
        name = view[match.start() : end]
        name = re.sub(r"['’]s?$", "", name)
        if is_person_name(name) and (match[1] not in unsure or _long_given(match[2])):
            yield Span(match.start(), match.start() + len(name))
    for match in _WESTERN.finditer(view):
        if is_given_name(match[1]) and not _no_surname(match[2]):
            yield trimmed(view, Span(*match.span()), "Person")


def _long_given(word: str) -> bool:
    """Whether a given name is so plainly Chinese that an English word before it is a family name: "He Wenlong"."""
    bare = _POSSESSIVE.sub("", word)
    return len(bare) > 4 and bare[0].isupper() and is_syllables(bare)


def _no_surname(word: str) -> bool:
    bare = _POSSESSIVE.sub("", word)
    lists = (
        "organisation",
        "place",
        "nationality",
        "not_a_name",
        "title",
        "group_capital",
        "event_head",
        "country",
        "city",
    )
    return any(bare in words("names", name) for name in lists) or bare.isupper()


def groups(view: str) -> Iterator[Span]:
    """Factions, families and circles that go by a name."""
    label = "|".join(sorted(words("names", "group_label"), key=len, reverse=True))
    for match in re.finditer(rf"(?<![\w-])(?:{label})(?![\w-])", view, re.IGNORECASE):
        yield Span(*match.span())
    heads = "|".join(sorted(words("names", "group") | words("names", "group_capital")))
    for match in re.finditer(_GROUP.pattern % heads, view):
        span = trimmed(view, Span(match.start(), match.end()), "Organization")
        parts = span.of(view).split()
        if parts[0] in words("names", "nationality") or len(parts) < 2 or not parts[0][0].isupper():
            continue
        if is_person_name(span.of(view)) or parts[0] in words("names", "opening") or parts[-1] == parts[0]:
            continue  # Qin Gang is a man
        if parts[-1] == "family" and re.search(r"['’]s?\s", span.of(view)):
            continue  # "Gao's family" are his people, "the Gao family" is a house
        yield span


def products(view: str) -> Iterator[Span]:
    """What a text calls by a name of its own: "the so-called ... system"."""
    heads = "|".join(sorted(words("names", "product_head")))
    for match in re.finditer(_SO_CALLED.pattern % heads, view):
        yield Span(*match.span(1))
