"""Whether a Chinese sentence says what is, what is rumoured, what would be on a condition, or what will be."""

import re
from functools import cache

from cuibono.extract.lexicon import words
from cuibono.extract.records import Status

_OPENS = 16  # characters in which a sentence shows that it is of the future
_FORETELLS = ("预计", "预测", "预言", "预期", "料", "展望")
#: 将 also stands before what is done something to (将栖港码头卖给): before these it tells what will be.
_SHALL = re.compile(
    "(?:将|(?<![工协学商议委员社大开年机])会)(?:会|在|于|达|超|突破|增|升|降|减|跌|占|生产|制造|出口|进口|成为|继续|提高|扩大|缩|实现|持有|拥有|控制|担任|出任|接任|"
    "成立|下|上|为|有|再|仍|把|推出|投产|建成|关闭|裁|削|恢复|保持|维持|至)"
)


def status(content: str, cue: str = "") -> Status:
    """The status of what is said, in simplified characters; ``cue`` is the word that tells that somebody says it."""
    if cue in words("chinese_speech", "rumour"):
        return "hypothetical"  # nobody stands for it
    if cue in words("chinese_speech", "hearsay") or any(
        h in content[:12] for h in words("chinese_speech", "hearsay_inside")
    ):
        return "alleged"
    if _on_condition().match(content):
        return "hypothetical"
    foretold = cue in _FORETELLS or any(w in content[:_OPENS] for w in words("chinese_kinds", "will"))
    return "forecast" if foretold or _SHALL.search(content) else "stated"


@cache
def _on_condition() -> re.Pattern[str]:
    return re.compile("(?:但|而|不过|他说|她说)?[，,]?(?:" + "|".join(words("chinese_kinds", "condition")) + ")")
