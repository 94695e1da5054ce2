"""What a word costs: our own lists, and the dictionary of jieba where it is installed.

Only its list of words is read, from its file; the package is never imported, since it logs, writes a cache into the
temporary folder and takes a second to start.
"""

import math
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from cuibono.extract.lexicon import words

_LONGEST = 9
_OURS = 9.0
_SIDE = 5.0
_RARE = 18.0
_SINGLE_WITHOUT = 10.0


@dataclass(frozen=True)
class Dictionary:
    """Words with their cost (the negative log of how often they occur) and kind."""

    costs: dict[str, float]
    kinds: dict[str, str]
    longest: dict[str, int]
    full: bool

    def single(self, sign: str) -> float:
        """What a character costs that stands alone."""
        return self.costs.get(sign, _RARE if self.full else _SINGLE_WITHOUT)


#: Our lists: file, list, the kind their words get; earlier lists win.
_LISTS = (
    ("chinese_bodies", "known", "body"),
    ("chinese_bodies", "groups", "group"),
    ("chinese_bodies", "events", "event"),
    ("chinese_bodies", "products", "product"),
    ("chinese_places", "places", "place"),
    ("chinese_places", "sides", "place"),
    ("chinese_titles", "titles", "title"),
    ("chinese_titles", "kin", "kin"),
    ("chinese_speech", "hearsay", "hearsay"),
    ("chinese_speech", "say", "say"),
    ("chinese_speech", "quoting", "say"),
    ("chinese_speech", "deny", "say"),
    ("chinese_speech", "admit", "say"),
    ("chinese_speech", "sources", "source"),
    ("chinese_bodies", "generic", "n"),
    ("chinese_bodies", "strong", "n"),
    ("chinese_bodies", "weak", "n"),
    ("chinese_bodies", "product_heads", "n"),
    ("chinese_common", "function", "u"),
    ("chinese_common", "verbs", "v"),
    ("chinese_common", "nouns", "n"),
    ("chinese_common", "adverbs", "d"),
)


@cache
def dictionary() -> Dictionary:
    """All words that are known here; a second without and some seconds of one's life with the big list, once."""
    costs: dict[str, float] = {}
    kinds: dict[str, str] = {}
    file = _jieba()
    if file is not None:
        _add_jieba(file, costs, kinds)
    for name, part, kind in reversed(_LISTS):
        for word in (w[:2] if part == "sides" else w for w in words(name, part)):
            kinds[word] = kind
            cost = _SIDE if part == "sides" else _OURS if len(word) > 1 else 8.0
            costs[word] = min(costs.get(word, math.inf), cost)
    for word in _glued(costs):
        del costs[word]
    longest: dict[str, int] = {}
    for word in costs:
        head = word[:2]
        if len(word) > longest.get(head, 0):
            longest[head] = min(len(word), _LONGEST)
    return Dictionary(costs, kinds, longest, file is not None)


def _glued(costs: dict[str, float]) -> list[str]:
    """Entries that are two words to us: a body and an office in it (大学教授), a particle and a cue (又称)."""
    bodies = words("chinese_bodies", "strong")
    titles = words("chinese_titles", "titles")
    found = [a + b for a in "并还又也则均都亦曾再就仍却" for b in ("说", "称", "指") if a + b in costs]
    found += [a + b for a in "时后中上前" for b in "说称" if a + b in costs]
    for word in costs:
        if len(word) >= 3 and word not in titles:
            found += [word for k in (1, 2, 3) if len(word) - k > 1 and word[:k] in bodies and word[k:] in titles][:1]
    return found


def installed() -> bool:
    """Whether jieba's word list is here."""
    return _jieba() is not None


def _jieba() -> Path | None:
    try:
        found = find_spec("jieba")
    except (ImportError, ValueError):
        return None
    if found is None or not found.origin:
        return None
    file = Path(found.origin).with_name("dict.txt")
    return file if file.is_file() else None


def _add_jieba(file: Path, costs: dict[str, float], kinds: dict[str, str]) -> None:
    total = 0
    rows: list[tuple[str, int, str]] = []
    for line in file.read_text("utf-8").splitlines():
        parts = line.split(" ")
        if len(parts) == 3 and len(parts[0]) <= _LONGEST:
            rows.append((parts[0], int(parts[1]), parts[2]))
            total += int(parts[1])
    log_total = math.log(total or 1)
    for word, count, kind in rows:
        costs[word] = log_total - math.log(count or 1)
        kinds[word] = kind
