"""Of which recorded market a Chinese share or rank is: 纸产量 is of 造纸, and 米企 are those of 大米.

No space parts a good from its stage, and a text that spoke of 大米加工产量 goes on with 市场份额 and 第二大米企.
A claim gets the words of the recorded market, and what it leaves unsaid of it where the text around names just one.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from cuibono.case.docket.rows import Evidence, Share, keys_of
from cuibono.extract.chinese.script import simplified
from cuibono.extract.claim_words import has_han
from cuibono.extract.claim_words_chinese import plain_words
from cuibono.model import quantities
from cuibono.model.claim_kind import ClaimKind
from cuibono.model.docket import Asked

_KINDS: tuple[ClaimKind, ...] = ("share", "amount", "rank", "trend")
#: What is done to a good where a market is called by that: 造纸, 炼钢, 采煤.
_DOING = re.compile(r"^[造制炼采种养酿织纺榨捕](?=[\u4e00-\u9fff]{1,4}$)")
#: Whose or where a market is, which adds nothing to it: 造纸企业中, 纸业.
_WHO = r"(?:企业|公司|厂商|厂家|行业|产业|市场|业|领域)?(?:之中|当中|中|里|内)?"
_RANKED = re.compile(r"\b(?:second-|third-)?largest\b")
_PART = re.compile(r"\s*\b(?:[a-z]+ ){0,2}\d[\d.]* percent(?: share(?: of)?)?\b")
#: Of what a whole is that a body of such a place records, and what says no more than that it is of all of them there.
_SCOPES = {
    "国": ("全国", "国内", "我国"), "省": ("全省", "省内", "我省", "本省", "该省"),
    "市": ("全市", "市内", "我市", "本市", "该市"),
    "县": ("全县", "县内", "我县", "本县"), "州": ("全州", "州内", "本州"), "区": ("全区", "区内", "本区"),
}  # fmt: skip
_LOCAL = ("当地", "本地")
_TRADE = ("全行业", "同行业", "行业内", "业内", "同行")
_COUNTRY = ("全国", "国家", "中国", "中央")
#: A year of which a text tells; the day of its issue is none.
_YEAR = re.compile(r"((?:19|20)\d\d)年(?!\d{1,2}月\d{1,2}[日号])")
_SHORTEST = 2  # signs of a good that says by itself of what a text speaks


class _Market(NamedTuple):
    """A market as records have it: what is supplied, at which stage, and in what that is counted."""

    good: str
    stage: str
    basis: str

    @property
    def called(self) -> str:
        """The pattern of its good, also without what is done to it: 造纸 is of 纸."""
        bare = _DOING.sub("", self.good)
        return "|".join(re.escape(n) for n in dict.fromkeys((self.good, bare)))


def in_market_words(claim: Asked, evidence: Evidence) -> Asked:
    """A Chinese claim of a share or a rank in the words of the one market that it can be of; any other as it is."""
    if claim.kind not in _KINDS or not has_han(claim.words) or claim.subject is None:
        return claim
    rows = [r for k in sorted(keys_of(claim.subject)) for r in evidence.shares.get(k, ()) if has_han(r.market)]
    if not rows or not re.search(r"\b(?:share|largest)\b", claim.words):
        return claim
    markets = {_Market(simplified(r.market), simplified(r.stage), simplified(r.basis)) for r in rows}
    words = _each(claim.words, claim.subject.name, lambda w: _within(w, rows))
    named = {m for m in markets if _each(words, claim.subject.name, lambda w, m=m: _put(w, m)) != words}  # type: ignore[misc]
    around = simplified(claim.around)
    told = named or {m for m in markets if _spoken_of(m, around)}
    if len(told) != 1 or (not named and (_others(around, told, evidence) or _says_of(words, claim.subject.name))):
        return replace(claim, words=words)
    (market,) = told
    words = _each(words, claim.subject.name, lambda w: _put(w, market))
    return replace(claim, words=_filled(words, market, around, named=bool(named)))


def in_year_around(claim: Asked, evidence: Evidence) -> Asked | None:
    """A Chinese share or rank without a year as one of the only year that the text around and the records name."""
    if claim.kind not in ("share", "rank") or claim.time or not has_han(claim.words) or claim.subject is None:
        return None
    years = {r.year for k in keys_of(claim.subject) for r in evidence.shares.get(k, ())}
    around = set(_YEAR.findall(simplified(claim.around)))
    if len(years) != 1 or {str(y) for y in years} != around:
        return None
    (year,) = around
    return replace(claim, time=year, words=f"in {year}, {claim.words}")


def its_part(claim: Asked) -> tuple[Asked, Asked] | None:
    """The share and the rank of a Chinese claim that gives both: 以32%位居第二; None for any other."""
    told = claim.kind in ("rank", "share", "amount") and has_han(claim.words) and _RANKED.search(claim.words)
    found = _PART.findall(claim.words) if told else []
    said = quantities.parse(found[0].partition(" share")[0].strip()) if len(found) == 1 else None
    if said is None:
        return None
    rank = _PART.sub(" ", claim.words)
    part = re.sub(rf"\s*{_RANKED.pattern}(?: supplier)?", " ", claim.words)
    part = part if "share" in part else f"{part} share"
    return (
        replace(
            claim,
            kind="share",
            words=" ".join(part.split()),
            low=said.low,
            high=said.high,
            unit="percent",
            qualifier=said.qualifier,
        ),
        replace(claim, kind="rank", words=" ".join(rank.split()), low=None, high=None, unit="", qualifier=""),
    )


def _each(words: str, name: str, change: Callable[[str], str]) -> str:
    """Words with each Chinese one changed that is no part of a name."""
    parts = words.split(name) if name else [words]
    told = [" ".join(change(w) if has_han(w) else w for w in part.split()) for part in parts]
    return " ".join(f" {name} ".join(told).split())


def _within(word: str, rows: Sequence[Share]) -> str:
    """A word without the place that the records are of: 全省 of those of a body of the province."""
    by = [simplified(r.by) for r in rows]
    places = [p for p, said in _SCOPES.items() for w in said if w in word and all(_is_of(b, p) for b in by)]
    for place in dict.fromkeys(places):
        word = re.sub("|".join(_SCOPES[place]), "", word)
    local = all(any(_is_of(b, p) for p in _SCOPES if p != "国") for b in by)
    return re.sub("|".join((*_TRADE, *(_LOCAL if local else ()))), "", word)


def _is_of(by: str, place: str) -> bool:
    """Whether a body is one of a country, a province or a town: 青岑市统计局."""
    return (
        by.startswith(_COUNTRY) if place == "国" else re.match(rf"[\u4e00-\u9fff]{{1,4}}{place}(?!场)", by) is not None
    )


def _put(word: str, market: _Market) -> str:
    """A word as the market and the stage that it names; any other as it is."""
    stage = re.escape(market.stage)
    found = re.fullmatch(rf"的?(?:{market.called})(?:的?(?P<stage>{stage}))?{_WHO}", word) if stage else None
    found = found or re.fullmatch(rf"的?(?:{market.called}){_WHO}", word)
    tail = re.fullmatch(rf"{re.escape(market.good[-1:])}", word)  # 米企 are those of 大米
    if not found and not tail:
        return word
    return f"{market.good} {market.stage}" if found and found.groupdict().get("stage") else market.good


def _spoken_of(market: _Market, around: str) -> bool:
    """Whether a text speaks of a market: by its name, or by its good with the stage or what is counted behind it."""
    behind = "|".join(re.escape(w) for w in (market.stage, market.basis, "市场", "行业") if w)
    whole = len(market.good) >= _SHORTEST and market.good in around
    return whole or re.search(rf"(?:{market.called})(?:{behind})", around) is not None


def _others(around: str, told: set[_Market], evidence: Evidence) -> bool:
    """Whether a text speaks of another recorded market, too."""
    mine = {m.good for m in told}
    return any(
        good not in mine and has_han(good) and good in around for good in (simplified(g) for g, _ in evidence.goods)
    )


def _says_of(words: str, name: str) -> bool:
    """Whether a claim says of what it is, in words that are not those of a market."""
    return has_han(words.replace(name, " "))


def _filled(words: str, market: _Market, around: str, *, named: bool) -> str:
    """A claim with the stage and the basis that it leaves unsaid, where the text around tells them of just that."""
    words = words if named else f"{words} of {market.good}"
    whole = rf"(?:{market.called})"
    if market.stage and market.stage not in words and re.search(whole + re.escape(market.stage), around):
        words = f"{words} {market.stage}"
    basis = plain_words(market.basis, ()) if has_han(market.basis) else ""
    counted = (
        re.search(rf"{whole}(?:{re.escape(market.stage)})?的?{re.escape(market.basis)}", around) if basis else None
    )
    return f"{words} {basis}" if counted and basis not in words else words
