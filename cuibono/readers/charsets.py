"""Which of several encodings a piece of text is in, weighed by how likely its characters would be.

Every candidate decodes the same bytes; the one under which the characters are the most probable wins
(a naive Bayes comparison: the sum of log10 probabilities, since the bytes are the same for all). A few
common Chinese characters therefore outweigh any rare ones that another encoding would make of them.
"""

import codecs
import math
import re
from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache, lru_cache

from cuibono.readers import alphabets
from cuibono.readers.langs import language

_Table = dict[str, float]
_BROKEN = -9.0
_OUTSIDE = -8.0
_ASCII = -1.6


@cache
def _shared() -> _Table:
    """Characters that count the same under every encoding."""
    table = {chr(i): _ASCII for i in range(0x20, 0x7F)}
    table |= dict.fromkeys("\n\r\t", _ASCII)
    table |= {chr(i): -4.0 for i in range(0x20) if chr(i) not in "\n\r\t"}
    table |= dict.fromkeys("“”‘’–—…€", -2.8) | dict.fromkeys("«»°§•·£©®™½²³¿¡ºª\xa0", -4.0)
    table["�"] = _BROKEN
    return table


def _rows(codec: str, leads: range, score: float) -> _Table:
    """The characters of whole rows of a double-byte set."""
    pairs = (bytes((lead, trail)) for lead in leads for trail in range(0x40, 0xFF))
    return {c: score for c in (p.decode(codec, "ignore") for p in pairs) if len(c) == 1 and c > "\x7f"}


def _chinese(common: frozenset[str]) -> _Table:
    return dict.fromkeys(alphabets.CHINESE_MARKS, -2.3) | dict.fromkeys(common, -2.8)


def _full_width() -> _Table:
    return {chr(i): -3.6 for i in range(0xFF01, 0xFF5F)}


def _kana(hiragana: float, katakana: float) -> _Table:
    table = {chr(i): hiragana for i in range(0x3041, 0x3097)}
    return table | {chr(i): katakana for i in range(0x30A1, 0x30FD)}


@cache
def _simplified() -> _Table:
    levels = _rows("gb2312", range(0xD8, 0xF8), -5.5) | _rows("gb2312", range(0xB0, 0xD8), -4.1)
    old = dict.fromkeys(alphabets.traditional(), -4.6)
    common = _chinese(alphabets.simplified())
    return _kana(-5.5, -5.5) | old | levels | _full_width() | common | {"": -6.3}


@cache
def _traditional() -> _Table:
    levels = _rows("big5", range(0xC9, 0xFA), -6.2) | _rows("big5", range(0xA4, 0xC7), -4.3)
    return levels | _full_width() | _chinese(alphabets.traditional()) | {"": -7.0}


@cache
def _japanese() -> _Table:
    kanji = _rows("shift_jis", range(0x98, 0xEB), -6.3) | _rows("shift_jis", range(0x88, 0x98), -4.0)
    half = {chr(i): -4.5 for i in range(0xFF61, 0xFFA0)}
    marks = dict.fromkeys("、。「」・ー　（）", -2.2)
    both = dict.fromkeys(alphabets.simplified() & alphabets.traditional(), -3.0)
    return kanji | both | half | _full_width() | _kana(-1.9, -2.3) | marks | {"": -7.0}


@cache
def _korean() -> _Table:
    syllables = {chr(i): -5.0 for i in range(0xAC00, 0xD7A4)} | _rows("euc_kr", range(0xB0, 0xC9), -3.9)
    hanja = _rows("euc_kr", range(0xCA, 0xFE), -6.3)
    return hanja | syllables | _full_width() | dict.fromkeys(alphabets.HANGUL, -2.3) | {"": -7.0}


def _ranked(letters: str) -> _Table:
    """Letters in order of frequency: the first ten make two thirds of a text."""
    lower = {c: -1.3 if i < 10 else -1.8 if i < 21 else -2.8 for i, c in enumerate(letters)}
    return {c.upper(): s - 0.3 for c, s in lower.items() if len(c.upper()) == 1} | lower


@cache
def _latin(language: str) -> _Table:
    """Letters outside ASCII: rare beside ASCII, and nearly all of them the language's own."""
    others = {chr(i): -4.6 for i in [*range(0xC0, 0x180), 0x218, 0x219, 0x21A, 0x21B] if chr(i).isalpha()}
    own = alphabets.LATIN[language]
    score = -1.3 - math.log10(len(own))
    upper = {c.upper(): score - 0.8 for c in own if len(c.upper()) == 1}
    return others | upper | dict.fromkeys(own, score) | {"": -6.0}


def _plain(letters: str) -> Callable[[], _Table]:
    return cache(lambda: _ranked(letters) | {"": -6.0})


def _languages(*names: str) -> tuple[Callable[[], _Table], ...]:
    return tuple(cache(lambda n=n: _latin(n)) for n in names)


_WESTERN = _languages("fr", "de", "es", "pt", "it", "nordic", "nl")
_CENTRAL = _languages("pl", "cs", "hu", "ro", "hr", "de")
_CYRILLIC, _GREEK = _plain(alphabets.CYRILLIC), _plain(alphabets.GREEK)
_EVERYTHING = (*_WESTERN, *_CENTRAL, *_languages("tr", "baltic"), _CYRILLIC, _GREEK)
_EVERYTHING += (_plain(alphabets.HEBREW), _plain(alphabets.ARABIC), _plain(alphabets.THAI))
_EVERYTHING += (_simplified, _traditional, _japanese, _korean)

#: Codec, how likely it is before anything is seen (log10), and the languages written in it.
_CANDIDATES: tuple[tuple[str, float, tuple[Callable[[], _Table], ...]], ...] = (
    ("utf-8", 3.5, _EVERYTHING),
    ("gb18030", 0.3, (_simplified,)),
    ("big5", 0.2, (_traditional,)),
    ("cp950", 0.1, (_traditional,)),
    ("big5hkscs", 0.0, (_traditional,)),
    ("shift_jis", -0.2, (_japanese,)),
    ("cp932", -0.3, (_japanese,)),
    ("euc_jp", -0.5, (_japanese,)),
    ("euc_kr", -0.4, (_korean,)),
    ("cp949", -0.5, (_korean,)),
    ("cp1252", 0.9, _WESTERN),
    ("cp1250", -0.2, _CENTRAL),
    ("iso8859_2", -0.6, _CENTRAL),
    ("cp1251", 0.0, (_CYRILLIC,)),
    ("koi8_r", -0.5, (_CYRILLIC,)),
    ("cp866", -0.8, (_CYRILLIC,)),
    ("cp1253", -0.5, (_GREEK,)),
    ("cp1254", -0.5, _languages("tr")),
    ("cp1257", -0.8, _languages("baltic")),
    ("cp1255", -0.8, (_plain(alphabets.HEBREW),)),
    ("cp1256", -0.8, (_plain(alphabets.ARABIC),)),
    ("cp874", -0.8, (_plain(alphabets.THAI),)),
    ("utf-16-le", -1.5, _EVERYTHING),
    ("utf-16-be", -1.7, _EVERYTHING),
    ("utf-32-le", -3.0, _EVERYTHING),
    ("utf-32-be", -3.0, _EVERYTHING),
)
_LATIN_PAGES = {
    "cp1252": {"fr", "de", "es", "pt", "it", "sv", "da", "no", "nl", "fi", "is", "ca"},
    "cp1250": {"pl", "cs", "sk", "hu", "ro", "hr", "sl", "bs", "sq"},
    "cp1254": {"tr", "az"},
    "cp1257": {"lt", "lv", "et"},
}
#: Decoding what was never text in a set happily gives these joins; real writing seldom does.
_SANDWICH = re.compile(r"(?<=[A-Za-z])[㐀-鿿가-힣ｦ-ﾟ](?=[a-z])|[㐀-鿿가-힣ｦ-ﾟ](?=[a-z]{3})")
_SIGN_INSIDE = re.compile(r"(?<=[a-z])[³²¹¿¡ºª»«¼½¾£¥±¶](?=[a-z])")
_UPPER_INSIDE = re.compile(r"(?<=[^\W\d_A-Z])(?<=[a-zß-ÿа-яёα-ωšžœąęłśźćńěřůőű])[A-ZÀ-ÞА-ЯЁΑ-ΩŠŽŒ]")
_MIXED = re.compile(r"[A-Za-z](?=[Ͱ-ӿ\u0590-\u06ff\u0e00-\u0e7f])|[Ͱ-ӿ\u0590-\u06ff\u0e00-\u0e7f](?=[A-Za-z])")
_SIDE_BY_SIDE = re.compile(r"(?<=[À-ɏ])[À-ɏ]")


def decoded(sample: bytes, codec: str) -> str:
    """The sample under a codec, what cannot be read as U+FFFD.

    A character cut off at the end counts against the codec only where the sample is so short that it is
    likely to be the whole text.
    """
    return codecs.getincrementaldecoder(codec)("replace").decode(sample, final=len(sample) < 1000)


def _joins(text: str) -> float:
    found = -1.5 * len(_SANDWICH.findall(text)) - 2.0 * len(_UPPER_INSIDE.findall(text))
    found -= 2.0 * len(_SIGN_INSIDE.findall(text))
    return found - 0.7 * len(_SIDE_BY_SIDE.findall(text)) - 2.0 * len(_MIXED.findall(text))


def _sum(counts: Iterable[tuple[str, int]], table: _Table, nul: float) -> float:
    shared, default = _shared(), table.get("", _OUTSIDE)
    total = 0.0
    for char, count in counts:
        score = nul if char == "\x00" else table.get(char)
        if score is None:
            score = shared.get(char, default if char.isprintable() else _OUTSIDE)
        total += score * count
    return total


def likelihood(sample: bytes, codec: str) -> float:
    """How likely the bytes are as text in a codec, in log10; comparable only for the same bytes."""
    prior, languages = next(((p, ls) for name, p, ls in _CANDIDATES if name == codec), (-2.0, _EVERYTHING))
    text = decoded(sample, codec)
    if codec == "utf-8" and "\ufffd" in text:
        prior = -2.0
    counts = Counter(text).most_common()
    nul = -3.0 * (4 if "32" in codec else 2 if "16" in codec else 1)
    return prior + _joins(text) + max(_sum(counts, language(), nul) for language in languages)


def _names(sample: bytes) -> list[str]:
    """The candidates worth trying: wide ones only where NULs, or lines without end, let them be."""
    wide = b"\x00" in sample or sample.count(b"\n") < 1 + len(sample) / 200
    names = [name for name, _, _ in _CANDIDATES if not name.startswith("utf-32") or b"\x00\x00" in sample]
    return [name for name in names if wide or not name.startswith("utf-16")]


@lru_cache(maxsize=64)
def likeliest(sample: bytes) -> str:
    """The codec under which the bytes are the likeliest text (at most 32 kB of them are looked at)."""
    sample = sample[: 32 << 10]
    scores = {name: likelihood(sample[:2048], name) for name in _names(sample)}
    if len(sample) > 2048:
        lead = sorted(scores, key=lambda name: -scores[name])[:8]
        scores = {name: likelihood(sample, name) for name in lead}
    best = max(scores, key=lambda name: scores[name])
    if best in _LATIN_PAGES:
        best = _by_language(sample, scores, best)
    if scores[best] / len(sample) < -3.5:
        other = _second_opinion(sample)
        if other and likelihood(sample, other) > scores[best]:
            return other
    return best


def _by_language(sample: bytes, scores: dict[str, float], best: str) -> str:
    """Between code pages that differ in few letters: the one for the language that the ASCII part is in."""
    skeleton = re.sub(rb"[^A-Za-z \n,.]+", b"", sample).decode("ascii")
    page = next((p for p, codes in _LATIN_PAGES.items() if language(skeleton) in codes), best)
    return page if scores.get(page, -math.inf) > scores[best] - 5 else best


def _second_opinion(sample: bytes) -> str | None:
    """What charset-normalizer makes of it: it knows many more code pages than those above."""
    from charset_normalizer import from_bytes

    best = from_bytes(sample[:8192]).best()
    return best.encoding if best else None
