"""Invented entities of which it is known which are the same: the planted truth of the match gate and its bench.

Everybody here is made up by a seeded generator: western and Chinese persons, firms, offices. A share of them stands
there twice, the second time as another source might write it: in another script or romanisation, in another order,
with a slip, with initials, as an acronym, with another legal form; with facts that are the same, coarser, or missing.
"""

import json
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from cuibono.model.romanisation.han import read_family, tables
from cuibono.model.romanisation.wade_giles import wade_giles

Props = dict[str, list[str]]


def _pool(text: str) -> list[str]:
    """Words to draw from."""
    return text.split()


_GIVEN = _pool(
    """
    Ada Albin Alma Anders Anika Anton Arno Asta Bela Berta Bodil Bruno Carl Carla Celia Clara Conrad Dagmar Daniel
    Dario David Delia Dora Edda Edgar Edith Elena Elias Elin Elsa Emil Emma Erik Ernst Esther Eva Felix Fiona
    Flora Frank Frida Gerda Gilda Greta Gustav Hanna Hannes Harald Hedda Helena Henrik Hilda Hugo Ida Igor Ines
    Inga Irene Iris Isak Ivan Jakob Jan Jana Jens Johan John Jonas Jorge Josef Judit Julia Julian Kai Karin Karl
    Kasper Katja Klara Klaus Knut Konrad Lara Lars Laura Lea Lena Leo Leon Lina Linus Lotta Louis Lucas Ludwig
    Luisa Magda Magnus Malin Manuel Marco Margit Maria Marie Marta Martin Max Michael Mikael Mila Milan Mona Nadia
    Nils Nina Nora Olaf Olga Oscar Otto Pablo Paul Paula Pedro Peter Petra Philip Rafael Ralf Rebecca Robert Robin
    Roman Rosa Rudolf Ruth Samuel Sandra Sara Silvia Simon Sofia Stefan Susanna Sven Tamara Theo Thomas Tilda
    Tobias Tom Ulrich Ursula Valentin Vera Victor Viola Walter Wanda Werner William
    """
)
_CHARS = (
    "伟芳娜敏静丽强磊军洋勇艳杰涛明超兰霞平刚桂英华玉萍红文志国建荣永春梅林海波宁云飞雪松柏秀珍立新民东辉光生德福祥瑞庆嘉"
    "晓琳雨欣怡佳慧颖倩悦婷浩宇轩博思远俊毅凯航鹏翔龙峰山川江河清源泉学儒道义信仁礼智安康乐天成业兴盛广达长城金银铁钢石玉"
)
_TRADITIONAL = (
    "偉麗強軍榮華國東輝蘭靜豔傑濤剛寧雲飛龍鵬軒遠凱長銀鐵鋼廣達業興慶祥學禮義"
    "張劉陳楊黃趙吳孫馬羅鄭謝許韓馮鄧葉蘇魏呂盧鐘譚陸"
)
_HEADS = _pool(
    """
    Bal Bor Bren Cal Car Dal Dor Eld Fal Far Gal Gor Hal Har Hel Jor Kal Kel Kor Lan Lor Mal Mar Nor Ost Pel Ral
    Ros Sal Sel Tal Tor Ul Val Ver Vol Wal Wen Yor Zel
    """
)
_MIDS = _pool("a e i o u an en in ar er or el al il am em ad ed os is")
_TAILS = _pool(
    """
    berg bro dal den dorf feld gard gren haus holm ik kamp ko land ler lin man mark mont nau ner nik qvist rin ros
    sen ski son stad stein strom ta ten tov van vik wald well wick
    """
)
_SECTORS = _pool(
    """
    Silicon Steel Shipping Energy Foods Textiles Chemicals Logistics Mining Optics Cement Robotics Paper Motors
    Telecom Media Capital Insurance Timber Glass
    """
)
_HAN_SECTORS = _pool(
    """
    硅业 钢铁 航运 能源 食品 纺织 化工 物流 矿业 光学 水泥 机器人 纸业 汽车 电信 传媒 资本 保险 木业 玻璃
    """
)
_LEGAL = {
    "Ltd": ["Limited", "Ltd.", "Co., Ltd.", ""],
    "Inc": ["Inc.", "Incorporated", "Inc", ""],
    "GmbH": ["GmbH", "mbH", ""],
    "AG": ["AG", ""],
    "LLC": ["LLC", "L.L.C.", ""],
}
_OFFICES = _pool("Bureau Ministry Agency Council Office Institute Commission Department")
_COUNTRIES = _pool("al bl cl dl el fl gl hl")


@dataclass(slots=True)
class Planted:
    """Entities as FollowTheMoney would write them, and which pairs of ids are the same, by what was done to them."""

    entities: list[dict[str, Any]] = field(default_factory=list)
    same: dict[frozenset[str], str] = field(default_factory=dict)

    def write(self, path: Path) -> Path:
        """The entities as JSON lines."""
        path.write_text("".join(json.dumps(e, ensure_ascii=False) + "\n" for e in self.entities), "utf-8")
        return path


def planted(size: int, *, seed: int = 7, twice: float = 0.25) -> Planted:
    """So many entities, of which this share of the originals stands there a second time."""
    chance = random.Random(seed)
    made = Planted()
    while len(made.entities) < size:
        kind = chance.choices(("western", "chinese", "firm", "han_firm", "office"), (30, 30, 25, 10, 5))[0]
        original = _MAKERS[kind](chance)
        _put(made, original)
        if chance.random() < twice and len(made.entities) < size:
            how, props = _again(chance, kind, original)
            _put(made, _Entity(original.schema, props, original.hidden))
            made.same[frozenset((made.entities[-2]["id"], made.entities[-1]["id"]))] = f"{kind}: {how}"
    return made


@dataclass(slots=True)
class _Entity:
    schema: str
    props: Props
    hidden: dict[str, Any] = field(default_factory=dict)


def _put(made: Planted, entity: _Entity) -> None:
    made.entities.append({"id": f"e{len(made.entities):06d}", "schema": entity.schema, "properties": entity.props})


def _skewed(chance: random.Random, many: int) -> int:
    """A number below ``many``, small ones far more often: names are not spread evenly."""
    return min(int(many * chance.random() ** 2.2), many - 1)


def _day(chance: random.Random, first: int, last: int) -> date:
    return date(first, 1, 1) + timedelta(days=chance.randrange((last - first) * 365))


def _facts(chance: random.Random, prop: str, first: int, last: int, *, told: float) -> Props:
    props: Props = {}
    if chance.random() < told:
        props[prop] = [_day(chance, first, last).isoformat()]
    if chance.random() < 0.8:
        props["country"] = [_COUNTRIES[_skewed(chance, len(_COUNTRIES))]]
    return props


def _western(chance: random.Random) -> _Entity:
    number = _skewed(chance, len(_HEADS) * len(_MIDS) * len(_TAILS))
    head, rest = number % len(_HEADS), number // len(_HEADS)
    family = _HEADS[head] + _MIDS[rest % len(_MIDS)] + _TAILS[rest // len(_MIDS)]
    given = _GIVEN[_skewed(chance, len(_GIVEN))]
    props = {"name": [f"{given} {family}"], **_facts(chance, "birthDate", 1930, 2000, told=0.75)}
    if chance.random() < 0.15:
        props["passportNumber"] = [f"P{chance.randrange(10**8):08d}"]
    return _Entity("Person", props, {"given": given, "family": family})


def _chinese(chance: random.Random) -> _Entity:
    surnames = list(tables().surnames)[:200]
    family = surnames[_skewed(chance, len(surnames))]
    given = "".join(chance.choice(_CHARS) for _ in range(chance.choices((1, 2), (25, 75))[0]))
    hidden = {"han": family + given, "family": family, "given": given}
    props = {"name": [_pinyin(hidden)], **_facts(chance, "birthDate", 1930, 2000, told=0.75)}
    return _Entity("Person", props, hidden)


def _syllables(hidden: dict[str, Any]) -> tuple[str, list[str]]:
    head = read_family(hidden["family"])[0]
    return head, [tables().readings[c] for c in hidden["given"]]


def _pinyin(hidden: dict[str, Any]) -> str:
    head, rest = _syllables(hidden)
    joined = "".join(s if not n or s[0] not in "aoe" else f"'{s}" for n, s in enumerate(rest))
    return f"{head.capitalize()} {joined.capitalize()}"


def _old_spelling(hidden: dict[str, Any], *, bare: bool) -> str:
    head, rest = _syllables(hidden)
    text = f"{wade_giles(head).capitalize()} {'-'.join(wade_giles(s) for s in rest).capitalize()}"
    return text.replace("'", "") if bare else text


def _traditional(text: str) -> str:
    pairs = {s: t for t, s in ((t, tables().simplified.get(ord(t), t)) for t in _TRADITIONAL)}
    return "".join(pairs.get(c, c) for c in text)


def _root(chance: random.Random) -> str:
    return chance.choice(_HEADS) + chance.choice(_MIDS) + chance.choice(_TAILS)


def _firm(chance: random.Random) -> _Entity:
    root = _root(chance).capitalize()
    words = [root] if chance.random() < 0.6 else [root, _root(chance).capitalize()]
    words += [_SECTORS[_skewed(chance, len(_SECTORS))]] + ([chance.choice(_SECTORS)] if chance.random() < 0.3 else [])
    legal = chance.choice(list(_LEGAL))
    props = {
        "name": [f"{' '.join(words)} {_LEGAL[legal][0]}"],
        **_facts(chance, "incorporationDate", 1950, 2020, told=0.6),
    }
    if chance.random() < 0.35:
        props["registrationNumber"] = [f"R{chance.randrange(10**9):09d}"]
    return _Entity("Company", props, {"words": words, "legal": legal})


def _han_firm(chance: random.Random) -> _Entity:
    brand = "".join(chance.choice(_CHARS) for _ in range(chance.choice((2, 2, 3))))
    sector = _skewed(chance, len(_SECTORS))
    props = {
        "name": [f"{brand}{_HAN_SECTORS[sector]}有限公司"],
        **_facts(chance, "incorporationDate", 1950, 2020, told=0.6),
    }
    if chance.random() < 0.35:
        props["uscCode"] = [f"91{chance.randrange(10**16):016d}"]
    return _Entity("Company", props, {"brand": brand, "sector": sector})


def _office(chance: random.Random) -> _Entity:
    words = [_root(chance), chance.choice(_SECTORS), chance.choice(_OFFICES)]
    if chance.random() < 0.3:
        words = ["No.", str(chance.randrange(1, 9)), *words]
    return _Entity("PublicBody", {"name": [" ".join(words)], "country": [chance.choice(_COUNTRIES)]}, {"words": words})


_MAKERS: dict[str, Callable[[random.Random], _Entity]] = {
    "western": _western, "chinese": _chinese, "firm": _firm, "han_firm": _han_firm, "office": _office,
}  # fmt: skip


def _again(chance: random.Random, kind: str, original: _Entity) -> tuple[str, Props]:
    """The same entity as another source has it: what was done, and its properties."""
    how, name = chance.choice(list(_VARIANTS[kind]))(chance, original)
    return how, {"name": [name], **_told_again(chance, original.props, needed=how in _THIN)}


def _told_again(chance: random.Random, props: Props, *, needed: bool) -> Props:
    """The facts as another source tells them: the same, coarser, with a slip, or not at all."""
    told: Props = {}
    for prop in ("birthDate", "incorporationDate"):
        if prop in props and (needed or chance.random() < 0.8):
            told[prop] = [_dated(chance, props[prop][0])]
    for prop, share in (("country", 0.85), ("registrationNumber", 0.7), ("uscCode", 0.7), ("passportNumber", 0.5)):
        if prop in props and chance.random() < share:
            told[prop] = [props[prop][0].lower() if prop == "registrationNumber" else props[prop][0]]
    return told


def _dated(chance: random.Random, day: str) -> str:
    how = chance.random()
    year, month, at = day.split("-")
    if how < 0.12:
        return year
    if how < 0.18:
        return f"{year}-{month}"
    if how < 0.21 and int(at) <= 12:
        return f"{year}-{at}-{month}"
    return day


#: What says so little by itself that another source must tell a date too, or nobody could know.
_THIN = frozenset({"initial", "acronym", "brand in letters", "short sound"})


def slip(chance: random.Random, name: str) -> str:
    """A name with one slip of the pen: a letter changed, left out, doubled, or two exchanged."""
    places = [i for i in range(1, len(name) - 1) if name[i].isalpha() and name[i + 1].isalpha()]
    at = chance.choice(places)
    kind = chance.randrange(4)
    if kind == 0:
        return name[:at] + chance.choice("abcdefghiklmnoprstuvw") + name[at + 1 :]
    if kind == 1:
        return name[:at] + name[at + 1 :]
    return name[:at] + name[at] + name[at:] if kind == 2 else name[:at] + name[at + 1] + name[at] + name[at + 2 :]


Variant = tuple[str, str]


def _name(entity: _Entity) -> str:
    return entity.props["name"][0]


def _of_western() -> Iterator[Callable[[random.Random, _Entity], Variant]]:
    yield lambda c, e: ("slip", slip(c, _name(e)))
    yield lambda c, e: ("slip", slip(c, _name(e)))
    yield lambda c, e: ("order", f"{e.hidden['family']}, {e.hidden['given']}")
    yield lambda c, e: ("order", f"{e.hidden['family'].upper()} {e.hidden['given']}")
    yield lambda c, e: ("middle name", f"{e.hidden['given']} {c.choice(_GIVEN)} {e.hidden['family']}")
    yield lambda c, e: ("initial", f"{e.hidden['given'][0]}. {e.hidden['family']}")
    yield lambda c, e: ("title", f"Dr. {_name(e)}")


def _of_chinese() -> Iterator[Callable[[random.Random, _Entity], Variant]]:
    def thin(entity: _Entity, how: str) -> str:
        return "short sound" if len(entity.hidden["given"]) == 1 else how

    yield lambda c, e: (thin(e, "characters"), e.hidden["han"])
    yield lambda c, e: (thin(e, "characters"), e.hidden["han"])
    yield lambda c, e: (thin(e, "traditional"), _traditional(e.hidden["han"]))
    yield lambda c, e: (thin(e, "wade-giles"), _old_spelling(e.hidden, bare=False))
    yield lambda c, e: (thin(e, "wade-giles, bare"), _old_spelling(e.hidden, bare=True))
    yield lambda c, e: (thin(e, "pinyin, western order"), " ".join(reversed(_name(e).split(" "))))
    yield lambda c, e: (thin(e, "pinyin, the same"), _name(e).upper())


def _of_firm() -> Iterator[Callable[[random.Random, _Entity], Variant]]:
    def legal(c: random.Random, e: _Entity) -> str:
        return f"{' '.join(e.hidden['words'])} {c.choice(_LEGAL[e.hidden['legal']][1:])}".strip()

    yield lambda c, e: ("legal form", legal(c, e))
    yield lambda c, e: ("legal form", legal(c, e).upper())
    yield lambda c, e: ("slip", slip(c, legal(c, e)))
    yield lambda c, e: ("slip", slip(c, _name(e)))
    yield lambda c, e: (
        "longer",
        f"{e.hidden['words'][0]} ({c.choice(_HEADS)}) {' '.join([*e.hidden['words'][1:], 'Group'])}",
    )
    yield (
        lambda c, e: (
            ("acronym", "".join(w[0] for w in e.hidden["words"]).upper() + e.hidden["legal"][0])
            if len(e.hidden["words"]) > 2
            else ("legal form", legal(c, e))
        )
    )


def _of_han_firm() -> Iterator[Callable[[random.Random, _Entity], Variant]]:
    def letters(e: _Entity) -> str:
        return "".join(tables().readings[c] for c in e.hidden["brand"]).capitalize()

    yield lambda c, e: ("traditional", _traditional(_name(e)).replace("有限公司", "股份有限公司"))
    yield lambda c, e: ("brand in letters", f"{letters(e)} {_SECTORS[e.hidden['sector']]} Co., Ltd.")
    yield lambda c, e: ("without form", _name(e).replace("有限公司", ""))


def _of_office() -> Iterator[Callable[[random.Random, _Entity], Variant]]:
    yield lambda c, e: ("order", f"{e.hidden['words'][-1]} of {' '.join(e.hidden['words'][:-1])}")
    yield lambda c, e: ("slip", slip(c, _name(e)))
    yield lambda c, e: ("article", f"The {_name(e)}")


_VARIANTS = {
    "western": tuple(_of_western()), "chinese": tuple(_of_chinese()), "firm": tuple(_of_firm()),
    "han_firm": tuple(_of_han_firm()), "office": tuple(_of_office()),
}  # fmt: skip
