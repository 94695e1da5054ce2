"""Pinyin syllables as Wade-Giles writes them, by initial and final."""

from functools import cache

_INITIALS = {
    "zh": "ch", "ch": "ch’", "sh": "sh", "b": "p", "p": "p’", "m": "m", "f": "f", "d": "t", "t": "t’", "n": "n",
    "l": "l", "g": "k", "k": "k’", "h": "h", "j": "ch", "q": "ch’", "x": "hs", "r": "j", "z": "ts",
    "c": "ts’", "s": "s",
}  # fmt: skip
_WHOLE = {
    "zi": "tzu", "ci": "tz’u", "si": "ssu", "zhi": "chih", "chi": "ch’ih", "shi": "shih", "ri": "jih", "yi": "i",
    "yu": "yü", "you": "yu", "yan": "yen", "yong": "yung", "ye": "yeh", "yue": "yüeh", "yuan": "yüan", "yun": "yün",
    "er": "erh", "e": "o", "ge": "ko", "ke": "k’o", "he": "ho", "gui": "kuei", "kui": "k’uei", "guo": "kuo",
    "kuo": "k’uo", "huo": "huo", "shuo": "shuo", "nüe": "nüeh", "lüe": "lüeh",
}  # fmt: skip
_FINALS = {"ian": "ien", "ie": "ieh", "ong": "ung", "iong": "iung", "uo": "o", "ue": "üeh", "üe": "üeh"}
_ROUNDED = {"u": "ü", "uan": "üan", "un": "ün", "ue": "üeh"}


@cache
def wade_giles(syllable: str) -> str:
    """A pinyin syllable without tone in Wade-Giles; what is none comes back as it is.

    >>> wade_giles("guo"), wade_giles("qing"), wade_giles("xue")
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
