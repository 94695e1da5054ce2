"""The words of a Chinese claim as records are looked up with them: parted, and in English where they tell what is so.

"2023年诺兰生产了全球54%的灯玻璃" becomes "in 2023, 诺兰 produced world 54 percent 灯玻璃". There is no grammar to look
at: times and numbers are found by their shape, the two whom a claim names by their names, what changed, who comes first
and who is whose by a few forms, and the words of a list (``sentence``) stand for English ones. Whatever is in none of
them stays as it is, and says then more than any record.
"""

import re
from collections.abc import Sequence
from functools import cache

from cuibono.extract.chinese import amounts
from cuibono.extract.chinese.amounts_units import counter
from cuibono.extract.chinese.dates import written_dates
from cuibono.extract.chinese.script import simplified
from cuibono.extract.claim_adverbs_chinese import without_adverbs
from cuibono.extract.claim_changes_chinese import changes, since
from cuibono.extract.claim_forms_chinese import formed
from cuibono.extract.claim_heads_chinese import stand_in
from cuibono.extract.claim_terms_chinese import at_an_end
from cuibono.extract.claim_words import MONTHS, has_han
from cuibono.extract.lexicon import pairs, words

_DATE = r"(?P<y{0}>(?:1[5-9]|20)\d\d)年(?:(?P<m{0}>1[0-2]|[1-9])月)?(?:(?P<d{0}>[12]\d|3[01]|[1-9])[日号])?"
_SPAN = re.compile(
    rf"(?:从|自|在)?{_DATE.format('a')}(?:[至到-]|以来至|直至){_DATE.format('b')}(?:期间|之间|间)?[，,]?"
)
_SINCE = re.compile(
    rf"(?:自从|自|从){_DATE.format('a')}(?:起|开始|以来|以后)?[，,]?|{_DATE.format('a2')}(?:以来|起)[，,]?"
)
_UNTIL = re.compile(rf"(?:直到|直至){_DATE.format('a')}(?:为止)?[，,]?")
_BY = re.compile(rf"到{_DATE.format('a')}[，,]?")
_IN = re.compile(rf"(?:早在|截至|在|于)?{_DATE.format('a')}(?:度|间|里|期间|全年)?[，,]?")
_FORMS = ((_SPAN, "from"), (_SINCE, "since"), (_UNTIL, "until"), (_BY, "by"), (_IN, "in"))
#: What somebody has at the end of a year is what is recorded of the year.
_AT_THE_END = re.compile(r"(?<=\d年)(?:年底|年末|底|末|12月31日)")
_STOCKS = (
    "员工",
    "雇员",
    "职工",
    "人口",
    "用户",
    "产能",
    "保有量",
    "床位",
    "数量",
    "资产",
    "里程",
    "存款",
    "余额",
    "负债",
    "市值",
    "门店",
    "网点",
    "会员",
    "面积",
    "库存",
    "学生",
    "存栏",
)
#: How the thing that is counted is told to be a number of them: 公交车数量, 床位数, 医生人数.
_NUMBER_OF = re.compile(
    r"(?<=[\u4e00-\u9fff])(?:总数量|数量|总人数|人数|总数|(?<![指系倍多少半分小次天级岁])数)"
    r"(?=\s*(?:[为是有达约近逾超不突共仅在于截，：:]|目前|$|\d|[增减上下升降高低多少比较翻]|由|从))"
)
#: What goes on: 控制着.
_GOING_ON = re.compile(r"(?<=控制|掌控|持有|拥有|握有|掌握|占据|担任|经营|生产)着")
#: The number in 5G counts nothing.
_GENERATION = re.compile(r"(?<![\d.])([1-9])G(?=[\u4e00-\u9fff])")
#: Somebody himself: 某某本人持有.
_HIMSELF = re.compile(
    r"(?<=\x01)\s*(?:本人|个人|自己)(?=\s*(?:[只仅也仍还共现已]|目前|一共)?(?:持|拥|握|担任|出任|是|为|在))"
)
_NUMERALS = "零一二三四五六七八九"
#: What is only named to be spoken of: 卫生支出方面，….
_TOPIC = re.compile(r"^((?![^，]*\d)[\u4e00-\u9fff]{2,10}?)(?:方面|领域)[，,：:]")
#: To whom it turns, who is named by it: 航运这边，澜海航运….
_TURN = re.compile(r"^([\u4e00-\u9fff]{2,4})[这那][边头][，,：:]")
_ON_A_MARKET = re.compile(r"^在([\u4e00-\u9fff]{2,8}?)(?:市场|领域|行业)(?:上|中|里|内)?[，,]")
#: What somebody has of a thing, at the end of a year: 共有护士21万人.
_HAS = re.compile(r"(?:共|现|拥|设|建)有|[\x01年，末底]\s*有")
_STAFF = ("员工", "雇员", "职工", "从业", "人口", "居民")
_LAST_YEARS_END = re.compile(r"(?:截至|到|在)?去年年?[底末][，,]?")
#: What only helps grammar between two other words.
_SMALL = frozenset("的了在于共为有是则，,。、：“”")
_UNITS = {"percent": "percent", "person": "people"}


def plain_words(said: str, names: Sequence[str]) -> str:
    """A Chinese claim as words that can be compared; ``names`` are whom it is of, and whom else it names."""
    text = simplified(said)
    turn = _TURN.match(text)
    text = text[turn.end() :] if turn and any(turn[1] in simplified(n) for n in names[:1]) else text
    kept = sorted({n for n in names if n and has_han(n)}, key=len, reverse=True)
    for number, name in enumerate(kept):
        text = text.replace(simplified(name), f" \x00{number}\x01 ")
    if names and names[0] and (word := stand_in(text)) and "\x00" not in text[: text.find(word)]:
        text = text.replace(word, f" \x00{kept.index(names[0])}\x01 " if names[0] in kept else f" {names[0]} ", 1)
    text = _GENERATION.sub(lambda m: f"{_NUMERALS[int(m[1])]}G", _lead_in().sub("", text))
    text = _ON_A_MARKET.sub(r"\1 ", text)
    text = _TOPIC.sub(lambda m: "" if m[1] in text[m.end() :] else m[1], text)
    if "截至" in text or any(w in text for w in _STOCKS) or _HAS.search(text):
        text = _AT_THE_END.sub("", text)
    text = _HIMSELF.sub("", text)
    text = _LAST_YEARS_END.sub("去年", text)
    text = formed(changes(_as_measured(without_adverbs(_counted(_numbered(_GOING_ON.sub("", text)))))))
    for pattern, lead in _FORMS:
        text = pattern.sub(lambda m, lead=lead: f" {lead} {_dates(m)}, ", text)  # type: ignore[misc]
    text = at_an_end(text)
    for word, english in pairs("chinese_kinds", "sentence"):
        text = text.replace(word, f" {english} " if english != "-" else " ")
    for number, name in enumerate(kept):
        text = text.replace(f"\x00{number}\x01", name)
    return " ".join(_bare(w) for w in text.split() if _bare(w)).strip(" ,")


@cache
def _lead_in() -> re.Pattern[str]:
    leads = words("chinese_kinds", "lead_in") | words("chinese_kinds", "linking")
    return re.compile(rf"^(?:(?:{'|'.join(sorted(leads, key=len, reverse=True))})[，,：:]?)+")


def _numbered(text: str) -> str:
    """The text with what is counted in one form; 员工人数 has a word of its own."""
    return _NUMBER_OF.sub(lambda m: m[0] if text[: m.start()].endswith(_STAFF) else "", text)


def _as_measured(text: str) -> str:
    """What somebody does so much of, as what is measured: 发电41亿千瓦时 is of 发电量."""
    for verb, measured in pairs("chinese_kinds", "as_measured"):
        text = re.sub(rf"{verb}了?(?=\s*(?:[a-z]+ ){{0,2}}\d)", measured, text)
    return text


def as_of(said: str, time: str | None) -> str | None:
    """The time of a claim of what somebody has: "截至2023年底" is of that year, not of all that came before.

    What is told against a year and names none of its own ("比2022年增加") has changed since then.
    """
    if time is not None and len(time) == 4 and since(simplified(said)) == time:
        return f"{time}/.."
    if time is None or not time.startswith("../") or "截至" not in said:
        return time
    time = time.removeprefix("../")
    return time.removesuffix("-12-31") if any(w in said for w in _STOCKS) else time


def _bare(word: str) -> str:
    """A word without the small ones at its ends; one small word says nothing."""
    if not has_han(word):
        return word.strip("，。、：“”")
    while word and word[0] in _SMALL:
        word = word[1:]
    while word and word[-1] in _SMALL:
        word = word[:-1]
    return word


def _dates(found: re.Match[str]) -> str:
    groups = found.groupdict()
    parts = [_date(groups, key) for key in ("a", "a2", "b") if groups.get(f"y{key}")]
    return " to ".join(parts)


def _date(groups: dict[str, str], key: str) -> str:
    month, day = groups[f"m{key}"], groups[f"d{key}"]
    return " ".join(p for p in (MONTHS[int(month) - 1] if month else "", day or "", groups[f"y{key}"]) if p)


def _counted(text: str) -> str:
    """The text with its numbers written out, what qualifies them before them: 近四成 is nearly 40 percent."""
    dated = [w.span for w in written_dates(text)]
    for a in sorted(amounts.find(text, text, dated, ()), key=lambda a: -a.span.start):
        ends = f"{a.value:.12g}" if a.value_max is None else f"{a.value:.12g} to {a.value_max:.12g}"
        measure, noun = counter(a.unit, text[a.span.start :])
        unit = "percentage points" if "百分点" in a.quote else measure or _UNITS.get(a.unit, a.unit)
        behind = text[a.span.end :].removeprefix(noun)
        whom = next((w for w in _STOCKS if w in a.quote), "")  # 4800名员工 counts 员工
        text = f"{text[: a.span.start]} {a.qualifier} {ends} {unit} {f'{whom} ' if whom else noun}{behind}"
    return text
