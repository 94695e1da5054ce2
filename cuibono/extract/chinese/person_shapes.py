"""How likely a run of characters is somebody's name: surname, given name, and the words on both sides."""

import math
from collections import Counter
from collections.abc import Iterator
from functools import cache

from cuibono.extract.chinese.dictionary import dictionary
from cuibono.extract.lexicon import words

Edge = tuple[int, float]  # where the name ends, and what it costs

_FOREIGN = frozenset(
    "阿埃艾爱安奥巴贝本比彼宾波伯博布查达戴丹道德登迪蒂顿多厄恩尔法范菲费芬弗福戈格古哈海汉赫亨胡霍基吉加贾杰金卡凯坎康科克肯库奎拉莱兰朗劳勒雷里利莉林琳琉隆卢鲁罗洛"
    "玛麦曼毛梅蒙米莫穆娜纳内尼涅诺欧帕潘佩皮普奇契恰强乔切琼热茹瑞萨塞桑沙莎山舍圣史舒斯丝苏索塔泰坦汤特滕提图托瓦万威韦维温沃乌武西希锡夏香肖谢辛休雅亚扬耶叶伊易因英尤约"
    "泽詹珍芝朱卓兹佐列夫什娃妮森逊伦黛蕾丽曹努赛绍马龙乃甘亨柯巧罕杜丁芭默顿代杨茨布根贡迈黑文门"
)
_LEFT_SIGNS = frozenset("与和及跟由向被据将是对给的让使称把同任名叫")
_RIGHT_SIGNS = frozenset(
    "的在曾将已于是与和及等之则也任担因被从近日突又还却就对向去有自先早本来到仍为率带现名表说称指认否承告透强批警证宣出身当"
)
_NEVER_GIVEN = frozenset(
    "的了在是说称指与和及或对由被把将到给于而但也都就还又再很更最不没未曾已可能这那他她它我你们个位名家月日上下内外等则却之后前时其并市省县区州有约至者所无非该等某各总副姓氏"
)
_TAKES_OFFICE = frozenset("曾时现出担就离接兼历前升调转连")
_COMMON = 6.0
_TITLED = 4.0  # what a title before a name is worth
_BEHIND_ZHI = tuple("在曾则却也还对向于自任持，。、：")
_TITLE_LENGTH = 7


@cache
def surnames() -> dict[str, float]:
    """Surnames with what they cost: the commoner the cheaper."""
    found = {entry[0]: 1.6 + math.log(rank + 10) for rank, entry in enumerate(_entries("surnames")) if _single(entry)}
    return found | dict.fromkeys((entry[:2] for entry in words("chinese_names", "doubles")), 6.0)


def _single(entry: str) -> bool:
    return entry[1].isascii() or not entry[1].isalpha() or entry[1] in "ü"


@cache
def _entries(name: str) -> tuple[str, ...]:
    from cuibono.extract.lexicon import lines

    return tuple(entry for line in lines("chinese_names", name) for entry in line.split())


@cache
def _given() -> frozenset[str]:
    return frozenset("".join(words("chinese_names", "given")))


@cache
def _titles() -> frozenset[str]:
    return words("chinese_titles", "titles") | words("chinese_titles", "kin") | {"时任", "现任", "前任", "兄弟", "姐妹"}


@cache
def _other() -> frozenset[str]:
    """Words that end the name of a body: what stands before them is no person."""
    return frozenset(w for part in ("strong", "weak") for w in words("chinese_bodies", part) if len(w) > 1)


@cache
def _cues() -> frozenset[str]:
    return words("chinese_speech", "say") | words("chinese_speech", "deny") | words("chinese_speech", "admit")


def repeated(text: str) -> frozenset[str]:
    """Strings of a surname's character and two more that stand in the text again, with other words behind."""
    after: dict[str, set[str]] = {}
    count: Counter[str] = Counter()
    family = surnames()
    for i, sign in enumerate(text):
        if sign in family and i + 3 <= len(text):
            shape = text[i : i + 3]
            count[shape] += 1
            after.setdefault(shape, set()).add(text[i + 3 : i + 4])
    return frozenset(s for s, n in count.items() if n > 1 and len(after[s]) > 1 and _plausible(s[1:]))


def _plausible(given: str) -> bool:
    return all("\u4e00" <= c <= "\u9fff" and c not in _NEVER_GIVEN for c in given)


def names_from(text: str, start: int, end: int, again: frozenset[str]) -> Iterator[Edge]:
    """The names that can begin at a place of a run of Chinese: where each ends, and its cost."""
    family = surnames()
    for size in (2, 1):
        surname = text[start : start + size]
        if len(surname) < size or surname not in family:
            continue
        if surname == "任" and text[start - 1 : start] in _TAKES_OFFICE:
            continue
        left = _left(text, start)
        for length in (2, 1):
            stop = start + size + length
            given = text[start + size : stop]
            ends = _ends_in_zhi(text, stop, given, left)
            if (
                stop > end
                or not (ends or _plausible(given))
                or given in _other()
                or _plain_word(given)
                or given[0] in "任经在"
            ):
                continue
            cost = family[surname] + sum(5.0 if c in _given() else 8.0 for c in given)
            cost += 4.0 if length == 2 or size == 2 else 11.0
            cost -= left + _right(text, stop, end) + (6.0 if ends else 0.0)
            yield stop, cost - (3.0 if text[start:stop] in again else 0.0)


def _ends_in_zhi(text: str, stop: int, given: str, left: float) -> bool:
    """Whether 之 ends a name: behind a title, and before what somebody does (总经理陆衡之在, 陆衡之表示)."""
    if len(given) != 2 or given[1] != "之" or left < _TITLED or not _plausible(given[0]):
        return False
    return text[stop : stop + 1] in _BEHIND_ZHI or any(text[stop : stop + n] in _cues() for n in (2, 1))


def _plain_word(given: str) -> bool:
    """Whether it is a word of time, number or grammar, which nobody is called: 今年, 一些."""
    return len(given) == 2 and dictionary().kinds.get(given) in ("t", "u", "d", "p", "c", "r", "m", "mq", "say")


def sure(text: str, start: int, stop: int) -> bool:
    """Whether the words on both sides bear out a short name."""
    left, right = _left(text, start), _right(text, stop, stop)
    if left >= 4.0 or right >= 2.5:
        return True
    common = surnames().get(text[start], 9.0) < _COMMON and text[start + 1] in _given()
    return common and left >= 1.5 and right >= 1.8


def _left(text: str, start: int) -> float:
    if start == 0 or not _han(text[start - 1]):
        return -1.0 if text[start - 1 : start] == "“" else 2.0
    if text[start - 2 : start - 1] in "之其" and text[start - 1] in words("chinese_titles", "kin_short"):
        return 4.0
    for size in range(min(_TITLE_LENGTH, start), 1, -1):
        if text[start - size : start] in _titles():
            return 4.0
    if text[start - 1] == "之":
        return 0.5
    return 1.5 if text[start - 1] in _LEFT_SIGNS else 0.0


def _right(text: str, stop: int, end: int) -> float:
    if stop >= len(text) or not _han(text[stop]):
        return -1.0 if text[stop : stop + 1] == "”" else 1.8
    if text[stop - 1 : stop + 1] in _other():
        return -6.0
    for size in (4, 3, 2, 1):
        if text[stop : stop + size] in _cues():
            return 4.0
    if text[stop] in "省市县区镇乡村州":
        return -5.0
    for size in (4, 3, 2):
        if text[stop : stop + size] in _titles():
            return 2.5
        if text[stop : stop + size] in _other():
            return -5.0
    return 2.0 if text[stop] in _RIGHT_SIGNS else 0.0


def _han(sign: str) -> bool:
    return "\u4e00" <= sign <= "\u9fff"


def foreign_from(text: str, start: int, end: int) -> Iterator[Edge]:
    """Foreign names by sound that can begin at a place: with a dot between their parts, or between sure words."""
    cost, at, dotted = 0.0, start, False
    while at < end and at - start < 24:
        sign = text[at]
        if sign == "·":
            if at == start or text[at - 1] == "·":
                return
            dotted = True
        elif sign in _FOREIGN:
            cost += 3.5
        elif dotted or "·" in text[at + 1 : min(end, at + 4)]:
            cost += 9.0
        else:
            return
        at += 1
        if dotted and text[at - 1] != "·":
            yield at, cost
        elif not dotted and at - start >= 2 and (bonus := _between(text, start, at, end)):
            yield at, cost + 8.0 - bonus
        if cost > 60:
            return


def _between(text: str, start: int, stop: int, end: int) -> float:
    """How surely the words on both sides set off a foreign name; 0 when nothing does."""
    left, right = _left(text, start), _right(text, stop, end)
    return left + right if left >= 4.0 or right >= 4.0 else 0.0
