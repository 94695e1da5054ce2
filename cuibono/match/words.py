"""The words of a name: folded to one spelling, titles and legal forms taken off, acronyms made."""

import re
import tomllib
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

from cuibono.model.romanisation.han import simplified

_WORD = re.compile(r"[^\W_]+(?:['’‘ʻ`ʼ\-‐‑][^\W_]+)*['’]?", re.UNICODE)
_PARENTHESES = re.compile(r"[(（][^)）]*[)）]")
_MARKED = re.compile(r"['’‘ʻ`ʼ\-‐‑]")
_OTHER = str.maketrans({"ß": "ss", "ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th", "ð": "d"})


@lru_cache(maxsize=65_536)
def folded(text: str) -> str:
    """A text without case, accents and full-width forms.

    >>> folded("Ｊosé ÅSTRÖM")
    'jose astrom'
    """
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text).casefold().translate(_OTHER)
    return "".join(c for c in plain if not unicodedata.combining(c))


def raw_words(text: str) -> list[str]:
    """The words of a name, folded; hyphens and apostrophes inside them are kept."""
    return _WORD.findall(folded(text))


def words(text: str) -> list[str]:
    """The words of a name, folded, hyphens opened and apostrophes closed; possessives lose their s.

    >>> words("Teng Hsiao-p'ing"), words("O’Neil & Sons")
    (['teng', 'hsiao', 'ping'], ['oneil', 'sons'])
    """
    found = []
    for word in raw_words(text):
        for part in re.split(r"[-‐‑]", word):
            bare = _MARKED.sub("", part[:-2] if part.endswith(("'s", "’s")) else part)
            if bare:
                found.append(bare)
    return found


def without_titles(found: list[str]) -> list[str]:
    """The words of a person's name without titles; a name of titles only is left as it is."""
    return [w for w in found if w not in _list("titles")] or found


@lru_cache(maxsize=65_536)
def core_of(text: str) -> tuple[tuple[str, ...], str]:
    """The words of a body's name without its legal form, and that form in one spelling ("" for none).

    >>> core_of("Northland Silicon Co., Ltd."), core_of("Northland Silicon Limited")
    ((('northland', 'silicon'), 'co ltd'), (('northland', 'silicon'), 'co ltd'))
    """
    found = words(text)
    legal = ""
    while found:
        size = next((n for n in range(min(5, len(found) - 1), 0, -1) if " ".join(found[-n:]) in _legal_forms()), 0)
        if not size:
            break
        legal = legal or _legal_forms()[" ".join(found[-size:])]
        found = found[:-size]
    return tuple(found), legal


def telling(found: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a body's name without "of", "the" and the like; all of them when there are no others."""
    return tuple(w for w in found if w not in _list("small")) or found


@lru_cache(maxsize=65_536)
def core_of_han(text: str) -> tuple[str, str]:
    """The characters of a body's name, simplified, without its legal form, and that form."""
    plain = simplified(re.sub(r"\s", "", _PARENTHESES.sub("", folded(text))))
    for form in _list_in_order("legal_han"):
        if plain.endswith(form) and len(plain) > len(form) + 1:
            return plain[: -len(form)], form
    return plain, ""


def acronyms(text: str, core: tuple[str, ...]) -> tuple[str, ...]:
    """The acronyms that a name can have, or the name itself if it is one: CNSC for China North Silicon Company."""
    bare = re.sub(r"[.&\s]", "", unicodedata.normalize("NFKC", text))
    if 2 <= len(bare) <= 8 and bare.isascii() and bare.isalpha() and bare.isupper():
        return (bare.lower(),)
    every = words(text)
    made = []
    for some in (core, every):
        for left_out in (_list("small"), frozenset[str]()):
            letters = "".join(w[0] for w in some if w not in left_out)
            if len(some) >= 2 and 3 <= len(letters) <= 8 and letters.isascii():
                made.append(letters)
    return tuple(dict.fromkeys(made))


def is_acronym(text: str) -> bool:
    """Whether a name is written as an acronym."""
    bare = re.sub(r"[.&\s]", "", text)
    return 2 <= len(bare) <= 8 and bare.isascii() and bare.isalpha() and bare.isupper()


@cache
def small_words() -> frozenset[str]:
    """Words that say nothing when two names share them."""
    return _list("small") | _list("group")


@cache
def not_pinyin() -> frozenset[str]:
    """Words of other languages that fall into Pinyin syllables by chance."""
    return _list("not_pinyin")


@cache
def _legal_forms() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in _lists()["legal"].strip().split("\n"):
        forms = [f.strip() for f in line.split("|")]
        found |= dict.fromkeys(forms, forms[0])
    return found


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(_lists()[name].split())


@cache
def _list_in_order(name: str) -> tuple[str, ...]:
    return tuple(_lists()[name].split())


@cache
def _lists() -> dict[str, str]:
    return tomllib.loads(files("cuibono.match").joinpath("lexicon.toml").read_text("utf-8"))
