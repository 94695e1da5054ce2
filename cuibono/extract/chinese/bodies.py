"""Names of bodies and places among Chinese words: what stands before an ending such as 集团 or 省."""

from collections.abc import Sequence
from functools import cache

from cuibono.extract.chinese.dictionary import dictionary
from cuibono.extract.chinese.words import Word
from cuibono.extract.lexicon import words

_LONGEST = 16
#: Signs that stand between words and in no name of a body, and the kinds of words that do.
STOPS = frozenset(
    "的了在是与和及或对向由被把将从到给为以于并而但曾任前原现该其本此这那某各每有等之家个名位称说指至让使他她它我们又还也都就则又再中上下内外后去来进入有做用看收买卖开办建设查问找见出想要会能可没不未很最更些所还住离跟同据按靠因如若时年月日号已只均仅约近超逾达占含非无多少几数整半另别"
)
MATERIAL = frozenset(
    [
        "place",
        "ns",
        "nz",
        "nt",
        "n",
        "nr",
        "j",
        "b",
        "vn",
        "a",
        "s",
        "f",
        "nrt",
        "person",
        "body",
        "ng",
        "g",
        "i",
        "an",
        "x",
        "zg",
        "lat",
        "?",
        "z",
        "nrfg",
    ]
)
_DISTINCT_ONLY = frozenset(["组织", "党", "联盟", "工会", "中心", "医院", "基金", "新闻", "广播"])


@cache
def _ends(part: str) -> frozenset[str]:
    return words("chinese_bodies", part)


@cache
def place_ends() -> frozenset[str]:
    """Endings that make a place of what stands before."""
    return words("chinese_places", "ends")


def is_place(word: Word) -> bool:
    """Whether a word is a known place."""
    if word.kind == "place":
        return True
    return word.kind == "ns" and len(word.text) > 1 and word.text not in words("chinese_places", "never")


def is_whole_body(word: Word) -> bool:
    """Whether a word of the dictionary is the name of a body: 香港大学."""
    if len(word.text) < 4 or word.kind not in ("nt", "ns", "nz", "n") or word.text in _ends("generic"):
        return False
    if word.kind == "nt":
        return True
    if not any(word.text.endswith(e) for e in _ends("strong") if len(e) > 1):
        return False
    return any(word.text[:k] in words("chinese_places", "places") for k in (2, 3, 4)) and word.text not in _ends(
        "generic"
    )


def body_before(line: Sequence[Word], at: int) -> int | None:
    """Where the name of a body begins that ends with the word at ``at``; None when it is none."""
    word = line[at]
    weak = word.text in _ends("weak")
    strong = not weak and (
        word.text in _ends("strong") or any(word.text.endswith(e) for e in ("大学", "银行", "日报", "委员会"))
    )
    if not (weak or strong) or _holds(line, at):
        return None
    first = _material(line, at)
    first = _without_country(line, first, at, word)
    if at + 1 < len(line) and line[at + 1].start == word.end and line[at + 1].text in _ends("strong"):
        return None  # the longer name ends there
    core = line[first:at]
    if word.text in _DISTINCT_ONLY and not _distinct([w for w in core if w.kind != "n"]):
        return None
    if not core or line[at].start - core[0].start > _LONGEST:
        return None
    if first and line[first - 1].kind == "mark" and line[first - 1].text == "“" and not weak:
        return first if _distinct(core) else None
    name = "".join(w.text for w in core) + word.text
    if name in _ends("generic"):
        return None
    if word.text in _ends("of_a_place") and all(is_place(w) for w in core):
        return None
    if weak:
        if word.text in _ends("verbal") and all(is_place(w) for w in core):
            return None
        length = word.start - core[0].start
        return first if _distinct(core) and 1 < length <= 8 and not _common(core) else None
    if _distinct(core):
        return first
    if len(word.text) >= 4 and word.kind == "nt":
        return first
    counted = first > 0 and line[first - 1].kind in ("m", "q", "r", "mq")
    long_enough = len(core) >= 2 and all(w.kind in ("n", "nz", "j", "vn", "b", "f", "s", "ns", "m") for w in core)
    return (
        first
        if long_enough and word.text not in _DISTINCT_ONLY and not counted and len(name) >= 6 and len(word.text) > 1
        else None
    )


def _holds(line: Sequence[Word], at: int) -> bool:
    """Whether 控股 is what a firm does to another, and not the end of a name."""
    before = line[at - 1] if at else None
    ends = _ends("weak") | _ends("strong") | {"全资"}
    ended = before is not None and (before.kind == "body" or before.text in ends)
    return line[at].text == "控股" and ended


def _material(line: Sequence[Word], at: int) -> int:
    """The first word, going left from the ending, that may still belong to the name."""
    first = at
    while first > 0 and line[at].start - line[first - 1].start <= _LONGEST:
        word = line[first - 1]
        if word.end != line[first].start or word.text in STOPS or word.text in _ends("heads"):
            break
        if word.kind == "m" and word.text[0] == "第":
            first -= 1
            continue
        if word.kind not in MATERIAL and (
            len(word.text) > 1 or word.kind not in ("v", "d", "vg", "ag", "tg", "q", "u")
        ):
            break
        if word.kind == "person" and first != at:
            break
        first -= 1
    while first < at and line[first].kind in ("a", "f", "b", "vn", "i") and at - first > 1 and not _rare(line[first]):
        first += 1
    return first


def _rare(word: Word) -> bool:
    """Whether a word is a sign that seldom stands alone: it begins a name rather than describing one."""
    return len(word.text) == 1 and dictionary().single(word.text) > 8.5


def _without_country(line: Sequence[Word], first: int, at: int, end: Word) -> int:
    """A country before a name that can stand alone is a place of its own, but part of a ministry's name."""
    if at - first < 2 or line[first].kind != "place" or end.text in ("部", "大使馆", "政府", "国会", "议会"):
        return first
    rest = line[first + 1 : at]
    return first + 1 if _distinct(rest) and not is_place(rest[0]) else first


def _distinct(core: Sequence[Word]) -> bool:
    """Whether something in it is a name: a place, or signs that are no word of the language."""
    book = dictionary()
    for word in core:
        if is_place(word) or word.kind in ("nz", "nt", "person", "body", "lat", "nrt"):
            return True
        if len(word.text) == 1 and (
            word.kind in ("?", "nr", "ns", "zg", "g", "ng", "j") or book.single(word.text) > 8.5
        ):
            return True
        if word.kind == "nr" or (
            word.kind in ("n", "v", "?") and len(word.text) < 4 and book.costs.get(word.text, 18.0) > 13.5
        ):
            return True
    return False


def _common(core: Sequence[Word]) -> bool:
    """Whether a weak ending follows a plain word: 用户数据, 全国教育."""
    last = core[-1]
    return (len(last.text) > 1 and last.kind in ("n", "vn", "v", "a", "d", "b")) or (
        len(core) == 1 and len(last.text) == 1
    )


def place_before(line: Sequence[Word], at: int) -> int | None:
    """Where the name of a place begins that ends with the word at ``at`` (省, 市, 区), or with an office of one."""
    return stem_before(line, at) if line[at].text in place_ends() else None


def stem_before(line: Sequence[Word], at: int) -> int | None:
    """Where the name before a place's ending (or before an office: 市委书记) begins; None when none fits."""
    first = at
    while first > 0 and at - first < 3 and _stem(line[first - 1]) and line[first - 1].end == line[first].start:
        first -= 1
    size = line[at].start - line[first].start
    return first if 1 < size + (first < at and line[first].kind == "place") <= 5 else None


def _stem(word: Word) -> bool:
    if (
        word.text in STOPS
        or word.text[-1] == "任"
        or word.text in place_ends()
        or word.kind in ("mark", "num", "lat", "m", "q", "mq", "r", "d", "p", "c", "title", "say")
    ):
        return False
    return len(word.text) == 1 or is_place(word) or word.kind in ("nr", "nz", "person")
