"""Invented entities: western and Chinese persons, firms, offices, made up by a seeded generator."""

import random
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from cuibono.model.romanisation.han import read_family, tables
from cuibono.model.romanisation.wade_giles import wade_giles

Props = dict[str, list[str]]


def pool(text: str) -> list[str]:
    """Words to draw from."""
    return text.split()


GIVEN = pool(
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
CHARS = (
    "伟芳娜敏静丽强磊军洋勇艳杰涛明超兰霞平刚桂英华玉萍红文志国建荣永春梅林海波宁云飞雪松柏秀珍立新民东辉光生德福祥瑞庆嘉"
    "晓琳雨欣怡佳慧颖倩悦婷浩宇轩博思远俊毅凯航鹏翔龙峰山川江河清源泉学儒道义信仁礼智安康乐天成业兴盛广达长城金银铁钢石玉"
)
_TRADITIONAL = (
    "偉麗強軍榮華國東輝蘭靜豔傑濤剛寧雲飛龍鵬軒遠凱長銀鐵鋼廣達業興慶祥學禮義"
    "張劉陳楊黃趙吳孫馬羅鄭謝許韓馮鄧葉蘇魏呂盧鐘譚陸"
)
HEADS = pool(
    """
    Bal Bor Bren Cal Car Dal Dor Eld Fal Far Gal Gor Hal Har Hel Jor Kal Kel Kor Lan Lor Mal Mar Nor Ost Pel Ral
    Ros Sal Sel Tal Tor Ul Val Ver Vol Wal Wen Yor Zel
    """
)
_MIDS = pool("a e i o u an en in ar er or el al il am em ad ed os is")
_TAILS = pool(
    """
    berg bro dal den dorf feld gard gren haus holm ik kamp ko land ler lin man mark mont nau ner nik qvist rin ros
    sen ski son stad stein strom ta ten tov van vik wald well wick
    """
)
SECTORS = pool(
    """
    Silicon Steel Shipping Energy Foods Textiles Chemicals Logistics Mining Optics Cement Robotics Paper Motors
    Telecom Media Capital Insurance Timber Glass
    """
)
HAN_SECTORS = pool(
    """
    硅业 钢铁 航运 能源 食品 纺织 化工 物流 矿业 光学 水泥 机器人 纸业 汽车 电信 传媒 资本 保险 木业 玻璃
    """
)
LEGAL = {
    "Ltd": ["Limited", "Ltd.", "Co., Ltd.", ""],
    "Inc": ["Inc.", "Incorporated", "Inc", ""],
    "GmbH": ["GmbH", "mbH", ""],
    "AG": ["AG", ""],
    "LLC": ["LLC", "L.L.C.", ""],
}
_OFFICES = pool("Bureau Ministry Agency Council Office Institute Commission Department")
_COUNTRIES = pool("al bl cl dl el fl gl hl")


@dataclass(slots=True)
class Entity:
    """One entity, with what only its maker knows."""

    schema: str
    props: Props
    hidden: dict[str, Any] = field(default_factory=dict)


def skewed(chance: random.Random, many: int) -> int:
    """A number below ``many``, small ones far more often: names are not spread evenly."""
    return min(int(many * chance.random() ** 2.2), many - 1)


def _day(chance: random.Random, first: int, last: int) -> date:
    return date(first, 1, 1) + timedelta(days=chance.randrange((last - first) * 365))


def facts(chance: random.Random, prop: str, first: int, last: int, *, told: float) -> Props:
    """A day and a country, as far as somebody tells them."""
    props: Props = {}
    if chance.random() < told:
        props[prop] = [_day(chance, first, last).isoformat()]
    if chance.random() < 0.8:
        props["country"] = [_COUNTRIES[skewed(chance, len(_COUNTRIES))]]
    return props


def western(chance: random.Random) -> Entity:
    """A person with a given name and a family name."""
    number = skewed(chance, len(HEADS) * len(_MIDS) * len(_TAILS))
    head, rest = number % len(HEADS), number // len(HEADS)
    family = HEADS[head] + _MIDS[rest % len(_MIDS)] + _TAILS[rest // len(_MIDS)]
    given = GIVEN[skewed(chance, len(GIVEN))]
    props = {"name": [f"{given} {family}"], **facts(chance, "birthDate", 1930, 2000, told=0.75)}
    if chance.random() < 0.15:
        props["passportNumber"] = [f"P{chance.randrange(10**8):08d}"]
    return Entity("Person", props, {"given": given, "family": family})


def chinese(chance: random.Random) -> Entity:
    """A person with a Chinese name, written in Pinyin."""
    surnames = list(tables().surnames)[:200]
    family = surnames[skewed(chance, len(surnames))]
    given = "".join(chance.choice(CHARS) for _ in range(chance.choices((1, 2), (25, 75))[0]))
    hidden = {"han": family + given, "family": family, "given": given}
    props = {"name": [pinyin(hidden)], **facts(chance, "birthDate", 1930, 2000, told=0.75)}
    return Entity("Person", props, hidden)


def _syllables(hidden: dict[str, Any]) -> tuple[str, list[str]]:
    head = read_family(hidden["family"])[0]
    return head, [tables().readings[c] for c in hidden["given"]]


def pinyin(hidden: dict[str, Any]) -> str:
    """A Chinese name in Pinyin."""
    head, rest = _syllables(hidden)
    joined = "".join(s if not n or s[0] not in "aoe" else f"'{s}" for n, s in enumerate(rest))
    return f"{head.capitalize()} {joined.capitalize()}"


def old_spelling(hidden: dict[str, Any], *, bare: bool) -> str:
    """A Chinese name in Wade-Giles, ``bare`` without its apostrophes."""
    head, rest = _syllables(hidden)
    text = f"{wade_giles(head).capitalize()} {'-'.join(wade_giles(s) for s in rest).capitalize()}"
    return text.replace("'", "") if bare else text


def traditional(text: str) -> str:
    """A text with some of its characters in their traditional form."""
    pairs = {s: t for t, s in ((t, tables().simplified.get(ord(t), t)) for t in _TRADITIONAL)}
    return "".join(pairs.get(c, c) for c in text)


def root(chance: random.Random) -> str:
    """One word that sounds like a family name."""
    return chance.choice(HEADS) + chance.choice(_MIDS) + chance.choice(_TAILS)


def firm(chance: random.Random) -> Entity:
    """A firm with one or two names, what it does, and a legal form."""
    first = root(chance).capitalize()
    words = [first] if chance.random() < 0.6 else [first, root(chance).capitalize()]
    words += [SECTORS[skewed(chance, len(SECTORS))]] + ([chance.choice(SECTORS)] if chance.random() < 0.3 else [])
    legal = chance.choice(list(LEGAL))
    props = {
        "name": [f"{' '.join(words)} {LEGAL[legal][0]}"],
        **facts(chance, "incorporationDate", 1950, 2020, told=0.6),
    }
    if chance.random() < 0.35:
        props["registrationNumber"] = [f"R{chance.randrange(10**9):09d}"]
    return Entity("Company", props, {"words": words, "legal": legal})


def han_firm(chance: random.Random) -> Entity:
    """A firm with a name in characters."""
    brand = "".join(chance.choice(CHARS) for _ in range(chance.choice((2, 2, 3))))
    sector = skewed(chance, len(SECTORS))
    props = {
        "name": [f"{brand}{HAN_SECTORS[sector]}有限公司"],
        **facts(chance, "incorporationDate", 1950, 2020, told=0.6),
    }
    if chance.random() < 0.35:
        props["uscCode"] = [f"91{chance.randrange(10**16):016d}"]
    return Entity("Company", props, {"brand": brand, "sector": sector})


def office(chance: random.Random) -> Entity:
    """An office with a number or without."""
    words = [root(chance), chance.choice(SECTORS), chance.choice(_OFFICES)]
    if chance.random() < 0.3:
        words = ["No.", str(chance.randrange(1, 9)), *words]
    return Entity("PublicBody", {"name": [" ".join(words)], "country": [chance.choice(_COUNTRIES)]}, {"words": words})
