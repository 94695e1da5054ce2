"""What Chinese news states in its own voice: the sentences that nobody else is said to say.

Every sentence that states anything is taken here; those that turn out to be of no kind are left out once their kind is
told (``claim_kinds``). Questions, and sentences in which somebody speaks, are left out.
"""

import re
from collections.abc import Iterator, Sequence

from cuibono.extract.chinese.claims_status import status
from cuibono.extract.chinese.sentences import Sentence
from cuibono.extract.chinese.words import Word
from cuibono.extract.records import Claim, Span

_SURE = 0.49  # as surely as the plain sentences of an English article
_FEW, _MANY = 6, 160  # characters of a sentence
ASKS = ("难道", "是否", "吗", "为何", "为什么", "谁", "几", "多少", "怎么", "如何", "？", "?")
EDGES = "。！；;，, \u3000\n"


#: What an entry of a list begins with.
_BULLET = re.compile(
    r"(?:[-\u2013\u2014\u2022·●▪■◆*#>]+|\d{1,2}[.、．)）](?!\d)|（[一二三四五六七八九十\d]{1,3}）"
    r"|[一二三四五六七八九十]{1,3}、)[ \u3000]*"
)
#: The place and the paper from which news is told: 本报栖川讯, 澄江通讯社3月6日电（记者 陶然）.
_DATELINE = re.compile(
    r"(?:【?(?:本报|本台|本刊|本网|[\u4e00-\u9fff]{2,8}(?:社|报|网|台))[\u4e00-\u9fff]{0,8}(?:\d{1,2}月\d{1,2}日)?[\u4e00-\u9fff]{0,4}"
    r"[电讯]】?|[\u4e00-\u9fff]{2,8}\d{1,2}月\d{1,2}日[电讯])(?:（[^）\n]{1,24}）|\([^)\n]{1,24}\))?[ \u3000：:]*"
)


def own(text: str, view: str, line: Sequence[Word], told: Sequence[Sentence], said: Sequence[Claim]) -> Iterator[Claim]:
    """The claims of the text itself, beside those that it reports."""
    taken = sorted(c.span for c in said)
    for sentence in told:
        first, last = sentence.first, sentence.last
        while first < last and line[first].text in EDGES:
            first += 1
        while last > first and line[last - 1].text in EDGES:
            last -= 1
        while first < last and (lead := _BULLET.match(view, line[first].start)):
            first = next((k for k in range(first, last) if line[k].start >= lead.end()), last)
        if first < last and (lead := _DATELINE.match(view, line[first].start)):
            first = next((k for k in range(first, last) if line[k].start >= lead.end()), last)
        if first == last:
            continue
        span = Span(line[first].start, line[last - 1].end)
        fits = _FEW <= span.end - span.start <= _MANY and not sentence.quotes
        if fits and not _asks(line[first : sentence.last]) and not any(span.overlap(t) for t in taken):
            state = status(span.of(view))
            yield Claim(span, span.of(text), None, "nominal", "turn", status=state, confidence=_SURE)


def _asks(said: Sequence[Word]) -> bool:
    return any(w.text in ASKS for w in said)
