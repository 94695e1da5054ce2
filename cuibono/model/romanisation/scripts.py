"""Names in other alphabets in Latin letters: Cyrillic, Greek, Arabic, Hebrew, Korean.

A transcription as registers write it, one for each name; how else people spell it is left to the comparison of
consonants (``consonants``). Arabic and Hebrew leave most vowels out; where two consonants meet an a is put.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files

_OTHER = re.compile("[\u0370-\u03ff\u1f00-\u1fff\u0400-\u052f\u0590-\u05ff\u0600-\u06ff\uac00-\ud7a3]")
_VOWELLESS = re.compile("[\u0590-\u05ff\u0600-\u06ff]")
_GREEK = re.compile("[\u0370-\u03ff\u1f00-\u1fff]")
_FIRST_PAIR = re.compile(r"\b(?:μπ|ντ|γκ)")
_HANGUL = re.compile("[\uac00-\ud7a3]+")
_SIGNS = re.compile("[\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0640ъьЪЬ]")
_VOWELLESS_WORD = re.compile("[\u0590-\u05ff\u0600-\u06ff]+")
_VOWELS = "aeiouy"
_FIRST_HANGUL, _MIDDLES, _LASTS = 0xAC00, 21, 28


def is_other_script(text: str) -> bool:
    """Whether a text has letters of an alphabet that this module knows."""
    return not text.isascii() and _OTHER.search(text) is not None


def is_vowelless(text: str) -> bool:
    """Whether a text is in a script that leaves vowels out."""
    return not text.isascii() and _VOWELLESS.search(text) is not None


@lru_cache(maxsize=65_536)
def latin(text: str) -> str:
    """A text with the letters of other alphabets in Latin ones.

    >>> latin("Щукарёв"), latin("محمود القراوي"), latin("Γιώργος")
    ('shchukaryov', 'mahamud al qarawy', 'giorgos')
    """
    plain = unicodedata.normalize("NFC", _SIGNS.sub("", text)).lower()
    plain = _VOWELLESS_WORD.sub(lambda m: _vowelled(m[0]), plain)
    plain = _HANGUL.sub(lambda m: "".join(map(_syllable, m[0])), plain)
    return (_greek(plain) if _GREEK.search(plain) else plain).translate(_letters())


def korean(name: str) -> list[str]:
    """The ways in which a Korean name in its own letters is written in Latin ones; empty for other names.

    >>> korean("강도혁")
    ['gang dohyeok', 'kang dohyeok']
    """
    bare = "".join(name.split())
    if not _HANGUL.fullmatch(bare) or not 2 <= len(bare) <= 4:
        return []
    family, given = _syllable(bare[0]), "".join(map(_syllable, bare[1:]))
    return [f"{spelled} {given}" for spelled in _korean_families().get(family, (family,))]


@cache
def common_families() -> frozenset[str]:
    """Korean and Vietnamese family names that so many bear that alone they name nobody."""
    return frozenset(_raw()["common_families"].split())


def _greek(text: str) -> str:
    """Without accents and breathings, and two letters that are one sound as that; at the beginning ντ is d."""
    plain = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    plain = _FIRST_PAIR.sub(lambda m: {"μπ": "b", "ντ": "d", "γκ": "g"}[m[0]], plain)
    for pair, sound in _pairs().items():
        plain = plain.replace(pair, sound)
    return plain


def _vowelled(word: str) -> str:
    """A word of a script without vowels, with an a between consonants; an Arabic article stands apart."""
    article = "al " if word.startswith("ال") and len(word) > 4 else ""
    rest = word[2:] if article else word
    made = ""
    for at, letter in enumerate(rest):
        sound = _waw(rest, at) if letter == "و" else _letters().get(ord(letter), "")
        between = made and sound and made[-1] not in _VOWELS and sound[0] not in _VOWELS
        made += ("a" if between else "") + sound
    return article + made


def _waw(word: str, at: int) -> str:
    return "w" if at == 0 or word[at - 1] in "اأآى" or word[at + 1 : at + 2] in tuple("اأآىيية") else "u"


def _syllable(sign: str) -> str:
    first, rest = divmod(ord(sign) - _FIRST_HANGUL, _MIDDLES * _LASTS)
    middle, last = divmod(rest, _LASTS)
    parts = _raw()["hangul_first"].split()[first], _raw()["hangul_middle"].split()[middle]
    return "".join(p for p in (*parts, _raw()["hangul_last"].split()[last]) if p != "-")


@cache
def _letters() -> dict[int, str]:
    return {
        ord(letter): sound
        for alphabet in ("cyrillic", "greek", "arabic", "hebrew")
        for letter, sound in _entries(_raw()[alphabet])
    }


@cache
def _pairs() -> dict[str, str]:
    return dict(_entries(_raw()["greek_pairs"]))


def _entries(text: str) -> Iterator[tuple[str, str]]:
    parts = text.split()
    return zip(parts[::2], parts[1::2], strict=True)


@cache
def _korean_families() -> dict[str, tuple[str, ...]]:
    lines = _raw()["korean_families"].replace("\n", "|").split("|")
    return {spelled[0]: tuple(spelled) for line in lines if (spelled := line.split())}


@cache
def _raw() -> dict[str, str]:
    return tomllib.loads(files("cuibono.model.romanisation").joinpath("scripts.toml").read_text("utf-8"))
