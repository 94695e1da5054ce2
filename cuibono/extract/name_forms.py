"""How two written forms of a name compare: order, spelling, short and long form."""

import re
import unicodedata
from functools import lru_cache

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
    """Whether two names of as many parts differ in one letter of one part that has at least three."""
    different = [(a, b) for a, b in zip(first, second, strict=True) if a != b]
    if len(different) != 1:
        return False
    a, b = different[0]
    return min(len(a), len(b)) > 2 and _one_edit(a, b)


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
