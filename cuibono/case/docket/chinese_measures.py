"""Of which good a bare 产量 is in a Chinese text: of the one of which the text tells, where only that is recorded.

"澄麦粮食的面粉产量…。公司产量上升" is of 面粉产量. Where the text tells of another good's 产量, too, it stays open.
"""

import re
from dataclasses import replace

from cuibono.case.docket.rows import Evidence, keys_of
from cuibono.extract.chinese.script import simplified
from cuibono.extract.claim_words import has_han
from cuibono.extract.claim_words_chinese import plain_words
from cuibono.model.docket import Asked

_MEASURES = ("出口量", "进口量", "交付量", "排放量", "发电量", "出货量", "种植面积", "产量", "销量", "产能", "库存")
_HAN = r"[\u4e00-\u9fff]"
#: What stands before a measure that names no good.
_BARE = r"(?:公司|企业|集团|工厂|厂家|[的年其，]|总|全年)"


def with_good(claim: Asked, evidence: Evidence) -> Asked:
    """A claim of a bare measure with the good that is meant; any other as it is."""
    if claim.kind not in ("amount", "trend", "count") or not has_han(claim.words) or claim.subject is None:
        return claim
    name = re.escape(claim.subject.name)
    rows = [r for k in sorted(keys_of(claim.subject)) for r in evidence.figures.get(k, ())]
    for measure in _MEASURES:
        bare = plain_words(measure, ())
        of = {w for r in rows if (w := simplified(r.indicator)).endswith(measure)}
        (whole,) = of if len(of) == 1 else ("",)
        said = re.search(rf"(?:^|{name}|,)\s*{bare}(?![a-z\u4e00-\u9fff])", claim.words)
        if said and whole and whole != measure and _is_told_alone(whole, measure, simplified(claim.around), name):
            return replace(claim, words=claim.words.replace(bare, plain_words(whole, ()), 1))
    return claim


def _is_told_alone(whole: str, measure: str, around: str, name: str) -> bool:
    """Whether a text tells of the measure of one good, and of no other."""
    before = re.findall(rf"({_HAN}{{1,6}}){measure}", around)
    bare = re.compile(rf"(?:{_BARE}|{name})$")
    good = whole.removesuffix(measure)
    return whole in around and all(b.endswith(good) or bare.search(b) for b in before)
