"""Chinese numbers as they stand in a text: digits and characters, with scales, shares, pairs and ranges."""

import re

from cuibono.model.numerals import chinese, western

_DIGITS = r"\d{1,3}(?:,\d{3}){1,6}(?:\.\d{1,9})?|\d{1,16}(?:\.\d{1,9})?"
_HAN = "[零〇一二两三四五六七八九十百千万亿]"
_SCALE = "万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千|百|十"
_PAIR = "|".join(f"{a}{b}" for a, b in zip("一二两三四五六七八", "二三三四五六七八九", strict=True))
_TWO_STEPS = re.compile(r"(\d+)万(\d)千")
_ONE = (
    rf"\d+万\d千|(?P<pair{{0}}>{_PAIR})(?P<ps{{0}}>[十百千万亿]*)(?=[个名位家天年次艘座人万亿条件岁])"
    rf"|(?P<few{{0}}>[二三四五六七八九]?十)几|(?:{_DIGITS})(?P<s{{0}}>{_SCALE})?|(?:几|数|上|成)(?P<h{{0}}>[十百千万亿]+)"
    rf"|{_HAN}{{1,16}}(?:点{_HAN}{{1,9}})?(?P<t{{0}}>万亿|亿|万)?(?!{_HAN})"
)
_FIRST, _SECOND = _ONE.replace("{0}", "1"), _ONE.replace("{0}", "2")
NUMBER = re.compile(
    rf"(?<![\d.第_])(?P<a>{_FIRST})(?:%?(?:至|到|-|—|–|~|～)(?P<b>{_SECOND}))?"
    r"(?P<odd>余|多|来(?=[个名位岁人万亿]))?(?P<after>万亿|亿|万)?"
)
_SMALL = rf"(?:{_HAN}{{1,9}}|\d{{1,9}}(?:\.\d{{1,6}})?)"
SHARE = re.compile(
    rf"百分之(?P<p>{_HAN}{{1,6}}点{_HAN}{{1,6}}|{_SMALL})(?:(?:至|到)(?:百分之)?(?P<p2>{_SMALL}))?"
    rf"|(?<![零〇一二两三四五六七八九十百千万亿\d])(?P<below>{_SMALL})分之(?P<above>{_SMALL})"
    r"|(?P<tenth>[一二两三四五六七八九]|(?<![\d.])\d(?:\.\d)?)成(?P<half>半|[一二三四五六七八九](?!成))?"
    r"(?![立为员长就本年果功熟都人分交])"
    r"|(?P<halved>一半|半数|(?P<over>(?:过|逾|超)半(?!年|[个天日]))数?)"
)
SCALES = {"十": 1e1, "百": 1e2, "千": 1e3, "万": 1e4, "十万": 1e5, "百万": 1e6, "千万": 1e7, "亿": 1e8, "十亿": 1e9,
           "百亿": 1e10, "千亿": 1e11, "万亿": 1e12}  # fmt: skip


def share(match: re.Match[str]) -> tuple[float | None, float | None]:
    """A part of a whole in percent, and its upper end where there are two."""
    if match["halved"]:
        return 50.0, None
    if match["p"]:
        return plain(match["p"]), plain(match["p2"]) if match["p2"] else None
    if match["below"]:
        below, above = plain(match["below"]), plain(match["above"])
        return (100 * above / below if below and above is not None else None), None
    tens = plain(match["tenth"])
    more = 5.0 if match["half"] == "半" else plain(match["half"]) or 0.0 if match["half"] else 0.0
    return (None if tens is None else tens * 10 + more), None


def value(match: re.Match[str], side: str) -> float | None:
    """The first ("1") or the second number of a match."""
    whole: str = match["a" if side == "1" else "b"]
    if odd := _TWO_STEPS.fullmatch(whole):  # 1万5千
        return (western(odd[1]) or 0.0) * 1e4 + (western(odd[2]) or 0.0) * 1e3
    if pair := match[f"pair{side}"]:
        return (chinese(pair[0]) or 0.0) * scaled(match[f"ps{side}"])
    if few := match[f"few{side}"]:
        return chinese(few)
    if scale := match[f"s{side}"]:
        number = western(whole.removesuffix(scale))
        return None if number is None else number * SCALES[scale]
    if round_ := match[f"h{side}"]:
        return chinese(round_ if round_[0] in "十" else "一" + round_)
    return plain(whole)


def scaled(scale: str) -> float:
    """What 十, 百 and the like behind a pair of digits multiply by."""
    return chinese(scale if scale[:1] == "十" else "一" + scale) or 1.0 if scale else 1.0


def lent(match: re.Match[str], low: float, high: float) -> float:
    """五到七万: the scale stands with the second number only."""
    scale = match["s2"] or match["t2"]
    if scale and not (match["s1"] or match["t1"]) and low * SCALES[scale] <= high:
        return low * SCALES[scale]
    return low


def plain(text: str) -> float | None:
    """A number in digits or in characters."""
    if text[:1].isdigit() and text[:1].isascii():
        return western(text)
    if "点" in text:
        whole, rest = text.split("点", 1)
        scale = next((s for s in ("万亿", "亿", "万") if rest.endswith(s)), "")
        front, back = chinese(whole), chinese("零" + rest.removesuffix(scale)) if rest else None
        digits = len(rest.removesuffix(scale))
        if front is None or back is None or digits == 0:
            return None
        scaled: float = (front + back / 10**digits) * SCALES.get(scale, 1.0)
        return scaled
    return chinese(text)
