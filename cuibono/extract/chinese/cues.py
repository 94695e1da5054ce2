"""Words by which Chinese news tells that somebody says something, where they really do."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from cuibono.extract.chinese.sentences import Sentence
from cuibono.extract.chinese.words import Word
from cuibono.extract.lexicon import words

_NOUN_AFTER = frozenset(
    [
        "的",
        "对",
        "面对",
        "受到",
        "遭到",
        "引发",
        "任何",
        "有关",
        "相关",
        "该",
        "一份",
        "这一",
        "此",
        "做出",
        "作出",
        "发出",
        "份",
        "项",
        "这种",
        "提出",
        "接受",
        "无视",
        "种",
        "因",
        "据",
    ]
)
_WITH_OBJECT = frozenset(["否认", "承认", "驳斥", "证实"])
_NAMED = 3  # words of a name, with what stands before it
#: What somebody thinks that will be, or is so: 甲曾预计…, …，甲估计。
_GUESSES = frozenset(["预计", "预期", "估计", "推测", "猜测", "相信", "判断", "介绍", "补充", "解释", "评论"])
_ONCE = frozenset(["曾", "曾经", "也曾"])
_FEW = 5  # words of who says so and the verb
_SINGLE = frozenset("说 称 道 指 写 问 答")


class Cue(NamedTuple):
    """A cue: the numbers of its first word and of the word after it."""

    first: int
    last: int
    text: str

    @property
    def denies(self) -> bool:
        """Whether what follows is denied."""
        return self.text in words("chinese_speech", "deny")


@cache
def _says() -> frozenset[str]:
    return frozenset().union(*(words("chinese_speech", part) for part in ("say", "deny", "admit", "told")))


def cues(line: Sequence[Word], sentence: Sentence) -> list[Cue]:
    """The cues of a sentence that stand outside quote marks, in order."""
    found: list[Cue] = []
    at = sentence.first
    while at < sentence.last:
        quote = sentence.quote_at(at)
        if quote is not None:
            at = quote.close + 1
            continue
        last = _joined(line, at, sentence.last)
        if line[at].text in _says() and _speaks(line, sentence, at, last):
            found.append(Cue(at, last, line[at].text))
            at = last
        else:
            at += 1
    return found


def _joined(line: Sequence[Word], at: int, stop: int) -> int:
    """The word after a cue that several words make: 警告|说, 写|道."""
    last = at + 1
    while last < stop and line[last].text in ("说", "称", "道", "指出", "表示", "强调", "指") and last - at < 3:
        last += 1
    return last


def _clause_start(line: Sequence[Word], sentence: Sentence, at: int) -> int:
    return sentence.clause_at(at).first


def _alone_at_end(sentence: Sentence, at: int, after: str) -> bool:
    """Whether a clause that ends a sentence says no more than who says what stands before it."""
    clause = sentence.clause_at(at)
    return sentence.first < clause.first < at < clause.first + _FEW and after in ("。", "", "；", "！")


def _speaks(line: Sequence[Word], sentence: Sentence, at: int, last: int) -> bool:
    text = line[at].text
    after = line[last].text if last < sentence.last else ""
    before = line[at - 1].text if at > sentence.first else ""
    if (
        before in ("愿", "肯", "想", "能", "敢", "便", "愿意")
        and at - 2 >= sentence.first
        and line[at - 2].text in ("不", "没")
    ):
        return False
    if (
        after in ("的", "为", "作", "过")
        or (after == "了" and text not in _WITH_OBJECT)
        or before in words("chinese_speech", "no")
    ):
        return False
    if before in ("没有", "拒绝", "不愿", "未") or (
        at - 2 >= sentence.first and line[at - 2].text in ("没有", "拒绝", "未", "不愿")
    ):
        return False
    if before in _NOUN_AFTER and text not in _SINGLE and last == at + 1:
        return False
    if text in words("chinese_speech", "shy") and last == at + 1 and _at_the_end(sentence, at, after, before):
        return True
    if text in words("chinese_speech", "shy") and last == at + 1:
        if at > 0 and (quote := sentence.quote_at(_clause_start(line, sentence, at))) and quote.close < at:
            return after in ("。", "，", "：")  # “……，”她补充道。
        if text in _GUESSES and (before in _ONCE or _alone_at_end(sentence, at, after)):
            return True
        return (after in ("，", "：", "“", ":", ",") and before not in ("，", "")) or (
            text == "发现" and before == "，"
        )
    return True


def _at_the_end(sentence: Sentence, at: int, after: str, before: str) -> bool:
    """Whether who speaks and a guess are all of a last clause (……，某某估计。), or 曾 stands before it (某某曾预计)."""
    first = sentence.clause_at(at).first
    alone = after == "。" and sentence.first < first < at and at - first <= _NAMED
    return alone or (before in ("曾", "曾经") and after not in ("，", "。", "：", "“"))
