"""Pinyin syllables as Wade-Giles writes them: zhang is chang, qiang is ch'iang, xi is hsi.

News leaves out its apostrophes and umlauts, so that chang may be zhang or chang: ``loose`` is that common form.
"""

from functools import cache

from cuibono.model.romanisation.han import tables

_INITIALS = {
    "zh": "ch",
    "ch": "ch'",
    "sh": "sh",
    "b": "p",
    "p": "p'",
    "d": "t",
    "t": "t'",
    "g": "k",
    "k": "k'",
    "j": "ch",
    "q": "ch'",
    "x": "hs",
    "r": "j",
    "z": "ts",
    "c": "ts'",
    "s": "s",
    "m": "m",
    "f": "f",
    "n": "n",
    "l": "l",
    "h": "h",
    "y": "y",
    "w": "w",
}
_WHOLE = {
    "zhi": "chih",
    "chi": "ch'ih",
    "shi": "shih",
    "ri": "jih",
    "zi": "tzu",
    "ci": "tz'u",
    "si": "szu",
    "er": "erh",
    "e": "o",
    "yi": "i",
    "ye": "yeh",
    "you": "yu",
    "yan": "yen",
    "yong": "yung",
    "yue": "yueh",
    "ju": "chu",
    "qu": "ch'u",
    "ge": "ko",
    "ke": "k'o",
    "he": "ho",
    "le": "le",
    "gui": "kuei",
    "kui": "k'uei",
    "guo": "kuo",
    "kuo": "k'uo",
    "huo": "huo",
    "shuo": "shuo",
    "lue": "lueh",
    "nue": "nueh",
}
_FINALS = {"ong": "ung", "ian": "ien", "ie": "ieh", "iong": "iung", "ue": "ueh", "uo": "o"}
#: Other spellings of Wade-Giles that are met, and the usual ones.
_VARIANTS = {
    "yi": "i",
    "ssu": "szu",
    "sze": "szu",
    "tze": "tzu",
    "ke": "ko",
    "erh": "erh",
    "lo": "lo",
    "kwei": "kuei",
    "yueh": "yueh",
    "yuen": "yuan",
    "hsiu": "hsiu",
    "teh": "te",
    "keh": "ko",
    "shiu": "hsiu",
    "tsz": "tzu",
}


@cache
def wade_giles(syllable: str) -> str:
    """A Pinyin syllable in Wade-Giles, with its apostrophe and without umlaut.

    >>> wade_giles("qiang")
    "ch'iang"
    """
    if syllable in _WHOLE:
        return _WHOLE[syllable]
    initial = next((i for i in (syllable[:2], syllable[:1]) if i in _INITIALS), "")
    rest = syllable[len(initial) :]
    return _INITIALS.get(initial, "") + _FINALS.get(rest, rest)


@cache
def pinyin_syllables() -> frozenset[str]:
    """Every syllable that some character is read as."""
    return frozenset(tables().readings.values())


@cache
def strict() -> dict[str, str]:
    """Wade-Giles with its apostrophes back to Pinyin, where only one syllable is written so (chu is ju and zhu)."""
    found: dict[str, str] = {}
    for syllable in pinyin_syllables():
        form = wade_giles(syllable)
        found[form] = "" if form in found else syllable
    return {form: syllable for form, syllable in found.items() if syllable}


@cache
def loose_forms() -> frozenset[str]:
    """Every Wade-Giles syllable, apostrophes left out."""
    return frozenset(wade_giles(s).replace("'", "") for s in pinyin_syllables())


@cache
def loose(syllable: str) -> tuple[str, ...]:
    """What a written syllable sounds like when nobody knows which system it is in: one or two common forms.

    >>> loose("zhang"), loose("hsi"), loose("ju")
    (('chang',), ('hsi',), ('chu', 'ju'))
    """
    found = []
    if syllable in pinyin_syllables():
        found.append(wade_giles(syllable).replace("'", ""))
    other = _VARIANTS.get(syllable, syllable)
    if other in loose_forms():
        found.append(other)
    return tuple(dict.fromkeys(found))
