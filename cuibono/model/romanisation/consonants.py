"""What is left of a name when everything is taken away in which spellings differ: its consonants, by kind.

Krutoverov, Krutowerow and Крутоверов are krtfrf; Mahmoud and Mahmud are mhmd; Müßener and Muessener are msnr.
Two names that share their consonants are not the same, but may be spellings of one.
"""

import re
from functools import lru_cache

# What several letters stand for. Registers drop the hooks of š and ż: all of their kind are s.
_SEVERAL = re.compile(
    r"s(?:ch)?tsch|shch|szcz|tsch|tch|tsh|sch|dzh|sh|chr|ch|cz|sz|zh|tz|ts|dz|ph|[td]h(?=.)|th$|c[kq]|[kg]h"
    r"|ou(?=[aeiy])|c(?=[eiy])|(?<=[aeiouy])h$"
)
_STAND_FOR = {
    "chr": "kr", "ph": "f", "th": "t", "dh": "d", "ck": "k", "cq": "k", "kh": "h", "gh": "h", "ou": "f", "h": "",
}  # fmt: skip
# What one letter stands for; Cyrillic writes a foreign h as g or kh.
_ONE = str.maketrans({"x": "ks", "c": "k", "q": "k", "z": "s", "w": "f", "v": "f", "g": "h"})
_VOWELS = str.maketrans("", "", "aeiouyj")
_OTHERS = re.compile(r"[^a-z0-9]")
_DOUBLE = re.compile(r"(.)\1+")
_FIRST = tuple("aeiouyj")
_C = re.compile(r"(?<![st])ch|c(?![hz])")
#: Articles and the like that some write together, some apart, and some not at all.
SMALL = frozenset({"al", "el", "ul", "ad", "as", "ar", "bin", "ibn", "ben", "abu"})


@lru_cache(maxsize=131_072)
def consonants(word: str, *, continental: bool = False) -> str:
    """The consonants of one word in Latin letters, lower case; a vowel at its beginning counts as one.

    ``continental`` reads c as German, Polish and Czech do where they write Slavic names: ch as h, c as ts.

    >>> consonants("krutoverov"), consonants("krutowerow"), consonants("evgeny"), consonants("yevgenii")
    ('krtfrf', 'krtfrf', 'afhn', 'afhn')
    """
    text = word
    if continental and "c" in text:
        text = _C.sub(lambda m: "g" if m[0] == "ch" else "s", text)
    text = _SEVERAL.sub(lambda m: _STAND_FOR.get(m[0], "s"), text).translate(_ONE)
    first = "a" if text[:1] in _FIRST else text[:1]
    text = first + text[1:].translate(_VOWELS)
    if not text.isalnum() or not text.isascii():
        text = _OTHERS.sub("", text)
    return _DOUBLE.sub(r"\1", text.replace("ts", "s").replace("ds", "s"))
