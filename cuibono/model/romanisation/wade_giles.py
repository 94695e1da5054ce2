"""Pinyin syllables as Wade-Giles writes them: zhang is chang, qiang is ch’iang, xi is hsi.

News leaves out its apostrophes and umlauts, so that chang may be zhang or chang: ``loose`` is that common form.
"""

from functools import cache

from cuibono.model.romanisation.han import tables

_INITIALS = {
    "zh": "ch", "ch": "ch’", "sh": "sh", "b": "p", "p": "p’", "m": "m", "f": "f", "d": "t", "t": "t’", "n": "n",
    "l": "l", "g": "k", "k": "k’", "h": "h", "j": "ch", "q": "ch’", "x": "hs", "r": "j", "z": "ts",
    "c": "ts’", "s": "s", "y": "y", "w": "w",
}  # fmt: skip
_WHOLE = {
    "zi": "tzu", "ci": "tz’u", "si": "ssu", "zhi": "chih", "chi": "ch’ih", "shi": "shih", "ri": "jih", "yi": "i",
    "yu": "yü", "you": "yu", "yan": "yen", "yong": "yung", "ye": "yeh", "yue": "yüeh", "yuan": "yüan", "yun": "yün",
    "er": "erh", "e": "o", "ge": "ko", "ke": "k’o", "he": "ho", "gui": "kuei", "kui": "k’uei", "guo": "kuo",
    "kuo": "k’uo", "huo": "huo", "shuo": "shuo", "nüe": "nüeh", "lüe": "lüeh",
}  # fmt: skip
_FINALS = {"ian": "ien", "ie": "ieh", "ong": "ung", "iong": "iung", "uo": "o", "ue": "üeh", "üe": "üeh"}
_ROUNDED = {"u": "ü", "uan": "üan", "un": "ün", "ue": "üeh"}
#: Other spellings of Wade-Giles that are met, and the usual ones.
_VARIANTS = {
    "yi": "i",
    "szu": "ssu",
    "sze": "ssu",
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
def in_full(syllable: str) -> str:
    """A Pinyin syllable without tone in Wade-Giles, with its apostrophe and its umlaut; what is none stays as it is.

    >>> in_full("guo"), in_full("qing"), in_full("xue")
    ('kuo', 'ch’ing', 'hsüeh')
    """
    if syllable in _WHOLE:
        return _WHOLE[syllable]
    initial = next((i for i in (syllable[:2], syllable[:1]) if i in _INITIALS), "")
    final = syllable[len(initial) :]
    if not initial:
        return syllable
    final = _ROUNDED[final] if initial in "jqx" and final in _ROUNDED else _FINALS.get(final, final)
    return _INITIALS[initial] + final


@cache
def wade_giles(syllable: str) -> str:
    """A Pinyin syllable in Wade-Giles as it can be typed: a plain apostrophe, no umlaut.

    >>> wade_giles("qiang")
    "ch'iang"
    """
    return in_full(syllable).replace("ü", "u").replace("’", "'")


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
