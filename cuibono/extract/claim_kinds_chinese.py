"""What kind of claim a Chinese sentence is, by the words in it: there is no grammar to look at.

Where words point both ways the first list that fits wins; the lists stand in the order of how much their words say.
"""

import re
from functools import cache

from cuibono.extract.chinese.script import simplified
from cuibono.extract.claim_view import ClaimView
from cuibono.extract.claim_words import has_han
from cuibono.extract.lexicon import pairs, words
from cuibono.model.claim_kind import ClaimKind

#: Kinds whose words say it alone, in the order in which they are looked for.
_ALONE: tuple[tuple[str, ClaimKind], ...] = (
    ("cause", "cause"),
    ("wholly", "ownership"),
    ("control", "control"),
    ("owning", "ownership"),
    ("rank", "rank"),
    ("up", "trend"),
    ("down", "trend"),
    ("changed", "trend"),
    ("role", "role"),
    ("tie", "tie"),
    ("opinion", "opinion"),
)

#: A judgement in the superlative or against what was: 最有远见的, 比从前可爱多了; 最大 and 最早 can be measured.
_PRAISED = re.compile(
    r"最(?:为|具)?(?![大多高低小早长短新后终近初少快慢晚重轻年先终])[\u4e00-\u9fff]{1,6}(?:的|$|之)"
    r"|比(?:从前|以前|过去|当年|任何)[^，]{0,8}?[\u4e00-\u9fff](?:多了|得多)$"
)

#: How many members there are is no tie.
_HEADS = re.compile(
    r"(?:会员|成员|用户)(?:总人数|人数|总数|数量|数|(?=[^，。]{0,6}?[\d一二三四五六七八九十百千万]+[多余]?(?:人|名|位)))"
)
#: How many of a thing somebody has.
_COUNTS = re.compile(r"(?:拥有|握有)(?![^\d]*[股权])[^\d，]{0,12}\d")
_BOUGHT = re.compile(r"(?<![拟将])(?:收购|并购|买下|夺得|夺冠|捧得|赢得)")
#: Kinship that is what a claim says, and not by the way: 某的夫人是…, …是某之子.
_KIN = re.compile(
    rf"(?:{'|'.join(w for w, _ in pairs('chinese_kinds', 'kin'))})(?:正是|就是|是|为|名叫|叫)[\u4e00-\u9fff]{{1,16}}$"
    rf"|[是为系][\u4e00-\u9fff]{{1,16}}(?:{'|'.join(w for w, _ in pairs('chinese_kinds', 'kin'))})$"
)


def is_chinese(view: ClaimView) -> bool:
    """Whether a claim is written in Chinese."""
    return has_han(view.claim.quote)


#: 以32%的份额位居第二: a place, and by which part.
_WITH_PART = re.compile(r"以\d[\d.]*%[^，]{0,8}?(?:位居|位列|排名|名列|稳居|跃居|高居|排在|居|列|排)")


def of_chinese(view: ClaimView) -> ClaimKind | None:
    """The kind that the words of a Chinese claim give it; None where only the records in it tell."""
    said = _nameless(view)
    if machine := _of_machines(said):
        return machine
    if view.events and _BOUGHT.search(said) and all(len(e.date) > 4 for e in view.events):
        return "event date"  # what was bought or won on a day
    if _WITH_PART.search(said):
        return "rank"
    if view.unit("percent"):
        return _percent(said)
    if view.events and _has("happened", said) and not _has("cause", said):
        return "event date"
    if view.claim.status == "hypothetical" and view.unit("CNY", "USD", "EUR"):
        return "amount"
    if not view.amounts and _measured_against().search(said):
        return "rank"
    if not view.amounts and (_has("ought", said) or _PRAISED.search(said)):
        return "opinion"
    if _KIN.search(said):
        return "tie"
    said = _HEADS.sub("人数", said) if view.amounts else said
    if view.amounts and _COUNTS.search(said) and not _has("of_firm", said):
        return None  # 拥有基站11.2万个 owns nothing of a firm
    found = next((kind for name, kind in _ALONE if _has(name, said)), None)
    return found if found != "opinion" or not view.amounts else None


@cache
def _measured_against() -> re.Pattern[str]:
    """What is measured of one, set against another: 产量超过诺兰, 收入比诺兰高; 上年 and 预期 are nobody."""
    nobody = "上年|去年|前一年|上一年|同期|往年|预期|预计|平均|全国|目标|历史|以往|此前|计划"
    return re.compile(
        rf"(?:{'|'.join(words('chinese_kinds', 'measured'))}).{{0,8}}?"
        rf"(?:(?:[高多大]于|超[过出越]|[低少小]于|不[及如]|领先于?|落后于)了?(?!{nobody})[\u4e00-\u9fff]{{1,12}}$"
        rf"|[比较](?!{nobody})[\u4e00-\u9fff]{{1,12}}[多高大少低小](?:一?些)?$)"
    )


def _nameless(view: ClaimView) -> str:
    """The words of a claim without the names in it: 股份 in the name of a firm holds nothing."""
    said = view.quote
    start = view.claim.span.start
    for name in {view.claim.quote[s.start - start : s.end - start] for s, _ in view.names}:
        said = said.replace(name, "某") if name else said
    return _condition().sub("", simplified(said))


@cache
def _condition() -> re.Pattern[str]:
    """The clause on which another would be so: what is claimed stands behind it."""
    return re.compile(rf"^(?:{'|'.join(words('chinese_kinds', 'condition'))})[^，]*，(?=.)")


def _of_machines(said: str) -> ClaimKind | None:
    """What apps, feeds and crowds do, and how people are treated."""
    if _has("crowd", said) and _has("together", said):
        return "coordination"
    if _has("app", said) and _has("app_does", said):
        return "behaviour of an app"
    if _has("feed", said) and _has("feed_does", said):
        return "behaviour of a feed"
    if _has("unequal", said) or (_has("treated", said) and re.search("比.{1,12}更|更.{1,6}于", said)):
        return "treatment"
    return None


def _percent(said: str) -> ClaimKind:
    """What a percentage is: of a firm, a change, or of a whole."""
    if _has("of_firm", said):
        return "ownership"
    if any(_has(name, said) for name in ("up", "down", "changed")):
        return "trend"
    return "share" if _has("of_whole", said) else "amount"


def _has(name: str, said: str) -> bool:
    return _form(name).search(said) is not None


@cache
def _form(name: str) -> re.Pattern[str]:
    return re.compile("|".join(sorted(words("chinese_kinds", name), key=len, reverse=True)))
