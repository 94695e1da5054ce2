"""Words and names as claims are compared: folded, without what only helps grammar."""

import re
import unicodedata
from functools import cache, lru_cache

from cuibono.extract.lexicon import words
from cuibono.model.romanisation.han import simplified

#: Verbs whose own "over" it is: "handed over 36 trams" are 36.
OWN_OVER = r"\b(?:hand|turn|sign)(?:s|ed|ing)?\s+over\b"

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_HAN = re.compile(r"[\u4e00-\u9fff]")
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*|%")
_ARTICLE = re.compile(r"^(?:the)\s+", re.IGNORECASE)
_BASES = ("capacity", "export", "import", "shipment", "sales", "production")


def has_han(text: str) -> bool:
    """Whether a Chinese character stands in a text."""
    return _HAN.search(text) is not None


def _plain(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).casefold()
    return simplified(plain) if has_han(plain) else plain


@lru_cache(maxsize=65_536)
def folded(name: str) -> str:
    """A name as it is compared: case, width, article and spaces aside, Chinese in simplified characters."""
    plain = _plain(name)
    return _ARTICLE.sub("", " ".join(plain.split()).strip(" .,'\"“”"))


@lru_cache(maxsize=65_536)
def voice(name: str) -> str:
    """A speaker or an outlet as it is compared: "Radio Corland (broadcast)" and "Radio Corland, 2021" are one."""
    return folded(re.split(r"[(,]", name, maxsplit=1)[0])


_POSSESSIVE = re.compile(r"['’]s?$")


@lru_cache(maxsize=65_536)
def tokens(text: str) -> tuple[str, ...]:
    """The words of a text in lower case, possessives cut off, Chinese in simplified characters."""
    found = _WORD.findall(_plain(text))
    return tuple(_POSSESSIVE.sub("", w) for w in found)


@cache
def listed(name: str) -> frozenset[str]:
    """A list of the lexicon ``docket``."""
    return words("docket", name)


@lru_cache(maxsize=65_536)
def stems(text: str) -> frozenset[str]:
    """Words without the s of a plural; parts of a compound too."""
    return frozenset(stem(p) for w in tokens(text) for p in (w, *w.split("-")))


_IRREGULAR = {
    "knives": "knife", "lives": "life", "wives": "wife", "leaves": "leaf", "halves": "half", "shelves": "shelf",
    "wolves": "wolf", "loaves": "loaf", "calves": "calf", "scarves": "scarf", "potatoes": "potato",
    "tomatoes": "tomato", "cargoes": "cargo", "heroes": "hero", "torpedoes": "torpedo", "embargoes": "embargo",
    "series": "series", "buses": "bus", "gases": "gas", "species": "species", "calories": "calorie", "movies": "movie",
    "children": "child", "men": "man", "women": "woman", "feet": "foot", "teeth": "tooth", "geese": "goose",
    "mice": "mouse", "indices": "index", "analyses": "analysis", "crises": "crisis",
}  # fmt: skip


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """A word without the ending of a plural: turbine(s), batter(y, ies), potato(es), switch(es), kni(fe, ves)."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    if len(word) > 5 and word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


@lru_cache(maxsize=65_536)
def bases(text: str) -> frozenset[str]:
    """What a share is of: capacity, production, export ... "Production capacity" is capacity."""
    said = set(tokens(text))
    found = [b for b in _BASES if said & listed(b)]
    return frozenset(found) - ({"production"} if "capacity" in found else set())
