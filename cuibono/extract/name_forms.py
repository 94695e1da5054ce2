"""How two written forms of a name compare: order, spelling, short and long form."""

import re
import unicodedata
from functools import lru_cache

from cuibono.extract.lexicon import words
from cuibono.extract.mention_kinds import is_syllables

_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "at", "de", "&"})
_TITLES = re.compile(
    r"^(?:the|mr|mrs|ms|miss|dr|sir|professor|prof|president|judge|general|gen|secretary|minister)\.?\s+"
)
_LEGAL = re.compile(r"[ ,]+(?:inc|ltd|limited|llc|corp|corporation|co|company|group|plc|ag|gmbh|holdings?)\.?$")


@lru_cache(maxsize=65_536)
def key_of(text: str) -> str:
    """A name without case, accents, article and possessive: equal keys are one written form."""
    plain = unicodedata.normalize("NFKD", text).replace("’", "'").casefold()
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    plain = re.sub(r"[^\w'-]+", " ", re.sub(r"(?:'s|')$", "", plain.strip())).strip()
    return re.sub(r"^the ", "", plain)


def person_parts(text: str) -> list[str]:
    """The parts of a person's name, a middle initial left out."""
    parts = re.sub(_TITLES, "", key_of(text)).replace("-", "").split()
    return [p for p in parts if len(p) > 1] or parts


def misspelled(first: list[str], second: list[str]) -> bool:
    """Whether two names of as many parts differ in one letter of one part that has at least three.

    Two names that are both good names are two people: brothers are called Yun and Yuan, Haopeng and Haofeng. Of long
    Chinese given names a lost or added g at a syllable's end is a slip, since nobody hears it.
    """
    different = [(at, a, b) for at, (a, b) in enumerate(zip(first, second, strict=True)) if a != b]
    if len(different) != 1:
        return False
    at, a, b = different[0]
    if min(len(a), len(b)) < 3 or not _one_edit(a, b):
        return False
    if at == 0 and not _chinese_family(first, second):
        return min(len(a), len(b)) > 4 and not (_given(a) and _given(b))
    if at == 0:
        return not (_family(a) and _family(b))
    if not (_family(first[0]) or _family(second[0])) or not (is_syllables(a) and is_syllables(b)):
        return min(len(a), len(b)) > 4 or at == 0
    return min(len(a), len(b)) > 4 and (_nasal(a) == _nasal(b) or sorted(a) == sorted(b))


def _chinese_family(first: list[str], second: list[str]) -> bool:
    return all(is_syllables("".join(p[1:])) for p in (first, second)) and (_family(first[0]) or _family(second[0]))


def _family(part: str) -> bool:
    return part.capitalize() in words("names", "surname")


def _given(part: str) -> bool:
    return part.capitalize() in words("given", "given_name")


def _nasal(part: str) -> str:
    """A given name with every syllable-final ng as n."""
    return re.sub(r"ng(?![aeiou])|ng$", "n", part)


def _one_edit(a: str, b: str) -> bool:
    if abs(len(a) - len(b)) > 1:
        return False
    if len(a) > len(b):
        a, b = b, a
    at = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), len(a))
    if len(a) == len(b):
        swapped = a[at : at + 2][::-1] == b[at : at + 2] and a[at + 2 :] == b[at + 2 :]
        return a[at + 1 :] == b[at + 1 :] or swapped
    return a[at:] == b[at + 1 :]


@lru_cache(maxsize=65_536)
def acronym_of(short: str, long: str) -> bool:
    """Whether a short form is made of the first letters of a long one, small words counted or not."""
    letters = short.replace(".", "").replace("&", "")
    if not (2 <= len(letters) <= 8 and letters.isupper() and " " in long):
        return False
    words = re.findall(r"[^\W\d_]+", re.sub(r"['’]s\b", "", long))
    return letters in (initials(long), "".join(w[0] for w in words).upper())


@lru_cache(maxsize=65_536)
def initials(text: str) -> str:
    """The letters that an acronym of a name would have; of an acronym, itself."""
    bare = text.replace(".", "").replace("&", "")
    if bare.isupper() and " " not in bare:
        return bare
    found = re.findall(r"[^\W\d_]+", re.sub(r"['’]s\b", "", text))
    return "".join(w[0] for w in found if w.lower() not in _SMALL).upper()


@lru_cache(maxsize=65_536)
def same_words(a: str, b: str) -> bool:
    """Whether two names of bodies say the same but for a legal form, an article or the order around "of"."""
    first, second = (re.sub(_LEGAL, "", key_of(x)) for x in (a, b))
    if first == second:
        return len(first) > 2
    one, two = ([w for w in x.split() if w not in _SMALL] for x in (first, second))
    if len(one) == len(two) > 2:
        return sum(x != y for x, y in zip(one, two, strict=True)) == 0 or sorted(one) == sorted(two)
    return False


@lru_cache(maxsize=65_536)
def short_forms(text: str) -> frozenset[str]:
    """The keys of the short forms that a body's whole name allows: what stands before its descriptive words.

    A place or a people in front may be left out: "Marrow" for "Arland Marrow Holdings". A name that is known by
    itself is short for another only where nothing but the legal form is left out.
    """
    parts = [p.strip(",") for p in text.split()]
    if len(parts) < 2 or any(p.islower() for p in parts):
        return frozenset()
    found = set()
    for first in range(min(2, len(parts) - 1)):
        if first and not _leads(parts[0]):
            break
        for last in range(first + 1, len(parts)):
            short, rest = " ".join(parts[first:last]), parts[last:]
            if _stands_for(short, parts[first:last], rest):
                found.add(key_of(short))
    return frozenset(found)


def _leads(word: str) -> bool:
    return any(word in words("names", name) for name in ("city", "country", "nationality"))


def _stands_for(short: str, parts: list[str], rest: list[str]) -> bool:
    if len(short) < 3 or any(
        short in words("names", n) for n in ("city", "country", "nationality", "not_a_name", "title")
    ):
        return False
    if parts[-1] in words("names", "organisation") and len(parts) < 2:
        return False
    if short in words("names", "known_organisation") or short in words("names", "known_product"):
        return all(w.rstrip(".").lower() in words("names", "legal_word") for w in rest)
    return not any(w.endswith(("'s", "’s")) for w in parts)


@lru_cache(maxsize=65_536)
def head_form(text: str) -> frozenset[str]:
    """The key of a body's head word: "the Commission" after "Tern Trade Commission"; not of a name that is known."""
    parts = re.split(r" (?:of|for|on|at) ", text)[0].split()
    head = parts[-1] if parts else ""
    known = any(head in words("names", n) for n in ("known_organisation", "city", "country", "legal_form"))
    return (
        frozenset()
        if len(parts) < 2 or known or head not in words("names", "organisation")
        else frozenset({key_of(head)})
    )


@lru_cache(maxsize=65_536)
def letters_of(short: str, long: str) -> bool:
    """Whether the letters in brackets come from a long name, some words left out: "TEC", Tern Electric Group Corp."""
    if not (2 < len(short) < 9 and short.isupper() and short.isalpha()) or not long or long[0] != short[0]:
        return False
    letters = iter(initials(long))
    return all(c in letters for c in short)
