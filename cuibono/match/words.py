"""The words of a name: folded to one spelling, titles and legal forms taken off, acronyms made."""

import re
import tomllib
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

from cuibono.model.romanisation.han import HAN, simplified
from cuibono.model.romanisation.scripts import is_other_script, latin

_WORD = re.compile(r"[^\W_]+(?:['’‘ʻ`ʼ\-‐‑][^\W_]+)*['’]?", re.UNICODE)
_PARENTHESES = re.compile(r"[(（]([^)）]*)[)）]")
_HYPHEN = re.compile(r"[-‐‑]")
_MARKED = re.compile(r"['’‘ʻ`ʼ\-‐‑]")
_APART = re.compile(r"\s*[(（\[/／|][\s(（]*|\s*[)）\]]\s*|\s+")
#: What may follow a place in front of a body's name.
_DISTRICTS = ("自治区", "特别行政区", "省", "市", "县", "区")
#: So many characters a Chinese body's name must keep when its place is taken off.
_SHORTEST_HAN = 2
_ROMAN = frozenset({"ii", "iii", "iv", "vi", "vii", "viii", "ix", "xi", "xii"})
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


def pieces(text: str) -> list[str]:
    """A name that is written in two scripts, or with its acronym behind it, as several names.

    >>> pieces("Wei Jinlong (魏金龍)"), pieces("Korrelia National Optics (KNO)"), pieces("Ada Elm")
    (['Wei Jinlong', '魏金龍'], ['Korrelia National Optics', 'KNO'], ['Ada Elm'])
    """
    if text.isascii():
        if "(" not in text:
            return [text]
        head, bracket, tail = text.rstrip(") ").partition("(")
        return [head.strip(), tail.strip()] if bracket and head.strip() and is_acronym(tail) else [text]
    runs: list[tuple[str, list[str]]] = []
    for part in (p for p in _APART.split(text) if p):
        script = _script(part)
        if runs and script in (runs[-1][0], ""):
            runs[-1][1].append(part)
        else:
            runs.append((script, [part]))
    if len({script for script, _ in runs}) < 2:
        return [text]
    return [" ".join(parts) for _, parts in runs]


def _script(part: str) -> str:
    """The kind of script of a part without spaces; empty for marks and numbers."""
    if HAN.search(part):
        return "han"
    if is_other_script(part):
        return "other"
    return "latin" if any(c.isalpha() for c in part) else ""


def raw_words(text: str) -> list[str]:
    """The words of a name, folded; hyphens and apostrophes inside them are kept."""
    return list(_raw_words(text))


def words(text: str) -> list[str]:
    """The words of a name, folded, hyphens opened and apostrophes closed; possessives lose their s.

    >>> words("Teng Hsiao-p'ing"), words("O’Neil & Sons")
    (['teng', 'hsiao', 'ping'], ['oneil', 'sons'])
    """
    return list(_words(text))


@lru_cache(maxsize=8_192)
def _raw_words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(folded(latin(text) if is_other_script(text) else text)))


@lru_cache(maxsize=8_192)
def _words(text: str) -> tuple[str, ...]:
    found: list[str] = []
    for word in _raw_words(text):
        if word.isalnum():  # as nearly all are
            found.append(word)
            continue
        for part in _HYPHEN.split(word):
            bare = _MARKED.sub("", part[:-2] if part.endswith(("'s", "’s")) else part)
            if bare:
                found.append(bare)
    return tuple(found)


def without_titles(found: list[str]) -> list[str]:
    """The words of a person's name without titles; a name of titles only is left as it is."""
    return [w for w in found if w.strip("'’") not in _list("titles")] or found


def generation(found: list[str]) -> tuple[list[str], str]:
    """The words of a person's name without "Jr" and the like at its end, and that word in one spelling.

    >>> generation(["johan", "korvald", "junior"])
    (['johan', 'korvald'], 'jr')
    """
    if len(found) > 2 and found[-1] in _list("generations"):
        return found[:-1], {"junior": "jr", "senior": "sr"}.get(found[-1], found[-1])
    return found, ""


@lru_cache(maxsize=65_536)
def core_of(text: str) -> tuple[tuple[str, ...], str]:
    """The words of a body's name without its legal form, and that form in one spelling ("" for none).

    >>> core_of("Northland Silicon Co., Ltd."), core_of("OOO Northland Silicon")
    ((('northland', 'silicon'), 'co ltd'), (('northland', 'silicon'), 'llc'))
    """
    found = words(text)
    legal = ""
    while found:
        size = next((n for n in range(min(5, len(found) - 1), 0, -1) if " ".join(found[-n:]) in _legal_forms()), 0)
        if not size:
            break
        legal = legal or _legal_forms()[" ".join(found[-size:])]
        found = found[:-size]
    size = next((n for n in range(min(4, len(found) - 1), 0, -1) if " ".join(found[:n]) in _legal_fronts()), 0)
    if size:
        legal = legal or _legal_forms()[" ".join(found[:size])]
        found = found[size:]
    return tuple(_short().get(w, w) for w in found), legal


def telling(found: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a body's name without "of", "the" and the like; all of them when there are no others."""
    return tuple(w for w in found if w not in _list("small")) or found


def without_group(found: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a body's name without "Group" and "Holding"; all of them when there are no others."""
    return tuple(w for w in found if w not in _list("group")) or found


def numbers(found: tuple[str, ...]) -> str:
    """The words that number a body: digits, Roman numerals, a single letter at the end.

    >>> numbers(("korrelia", "fund", "ii")), numbers(("fund", "b")), numbers(("j", "korrelia"))
    ('ii', 'b', '')
    """
    last = len(found) - 1
    return " ".join(
        sorted(w for at, w in enumerate(found) if not w.isalpha() or w in _ROMAN or (len(w) == 1 and at == last > 0))
    )


def directions(found: tuple[str, ...]) -> str:
    """The words of which two bodies cannot have different ones: north and south, upper and lower.

    >>> directions(("northern", "court")), directions(("court",))
    ('north', '')
    """
    return " ".join(sorted(_opposites()[w] for w in found if w in _opposites()))


@lru_cache(maxsize=65_536)
def core_of_han(text: str) -> tuple[str, str, str]:
    """The characters of a body's name, simplified, without legal form and place; that form, and that place.

    >>> core_of_han("深圳市宏芯微电子有限公司"), core_of_han("宏芯微电子（深圳）有限公司")
    (('宏芯微电子', '有限公司', '深圳'), ('宏芯微电子', '有限公司', '深圳'))
    """
    folded_text = simplified(re.sub(r"\s", "", folded(text)))
    plain, legal = _PARENTHESES.sub("", folded_text), ""
    for form in _list_in_order("legal_han"):
        if plain.endswith(form) and len(plain) > len(form) + 1:
            plain, legal = plain[: -len(form)], form
            break
    place = next((p for p in _PARENTHESES.findall(folded_text) if p in _list("places_han")), "")
    while (at := _place_size(plain)) and len(plain) - at[1] >= _SHORTEST_HAN:
        place, plain = place or plain[: at[0]], plain[at[1] :]
        place = place if place != "中国" else ""
    return plain, legal, place


def _place_size(plain: str) -> tuple[int, int] | None:
    """How many characters at the beginning are a place, without and with what kind of place it is."""
    size = next((n for n in (4, 3, 2) if plain[:n] in _list("places_han")), 0)
    if not size:
        return None
    kind = next((k for k in _DISTRICTS if plain.startswith(k, size)), "")
    return size, size + len(kind)


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


def is_legal_form(text: str) -> bool:
    """Whether a text is a legal form and nothing else."""
    return " ".join(words(text)) in _legal_forms()


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
def _legal_fronts() -> frozenset[str]:
    return frozenset(f.strip() for f in _lists()["legal_front"].replace("\n", "|").split("|") if f.strip())


@cache
def _short() -> dict[str, str]:
    pairs = [(p.split()[0], p.split()[1]) for p in _lists()["short"].replace("\n", "|").split("|") if p.strip()]
    return dict(pairs)


@cache
def _opposites() -> dict[str, str]:
    lines = [line.split() for line in _lists()["opposites"].replace("\n", "|").split("|") if line.strip()]
    return {word: line[0] for line in lines for word in line}


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(_lists()[name].split())


@cache
def _list_in_order(name: str) -> tuple[str, ...]:
    return tuple(_lists()[name].split())


@cache
def _lists() -> dict[str, str]:
    return tomllib.loads(files("cuibono.match").joinpath("lexicon.toml").read_text("utf-8"))
