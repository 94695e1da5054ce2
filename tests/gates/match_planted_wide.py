"""More kinds of planted pairs: other alphabets, Cantonese, names in two scripts, names cut short, changed legal forms.

Spellings are made by rules of this file alone, not by the tables of the matcher: what transcriptions people use.
"""

import random
from collections.abc import Callable, Iterator

from tests.gates.match_invented import (
    GIVEN,
    LEGAL,
    SECTORS,
    Entity,
    chinese,
    facts,
    pinyin,
    pool,
    root,
    skewed,
)
from tests.gates.match_planted import PLAIN, Kind, Variant, name_of


def spellings(text: str) -> dict[str, list[str]]:
    """Entries of a name and the ways in which it is spelled, parted by bars and lines."""
    entries = (e.split() for e in text.replace("\n", "|").split("|") if e.strip())
    return {name: ways for name, *ways in entries}


_SLAVIC_GIVEN = pool(
    """
    Арсен Богдан Вадим Валерий Виктория Глеб Дарья Денис Евгений Ефим Жанна Захар Зоя Игнат Илья Кирилл Ксения Лидия
    Любовь Макар Марьяна Никита Олеся Остап Прохор Радмила Руслан Савелий Светлана Тарас Тимофей Ульяна Фёдор Харитон
    Эльвира Юлия Яков Ярослава
    """
)
_SLAVIC_STEMS = pool(
    """
    Бор Вол Гор Дуб Жар Зим Клен Крут Куз Лес Мор Никит Ост Пруд Руд Сев Сок Тих Ушак Фил Хол Цвет Черн Шум Щук Юж Яс
    Берез Дрозд Журав Камен Лебед Молч Орех Полян Рощ Снег Стеж Тополь Ясен
    """
)
_SLAVIC_TAILS = pool("ов ев ин енко ский ович чук ской анов ушкин ецкий яков")
_ENGLISH = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        pool("a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh shch - y - e yu ya"),
        strict=True,
    )
)
_GERMAN = _ENGLISH | dict(zip("вжзйхцчшщюя", pool("w sch s i ch z tsch sch schtsch ju ja"), strict=True))
_FRENCH = _ENGLISH | dict(zip("жуцчшщюя", pool("j ou ts tch ch chtch iou ia"), strict=True))
_POLISH = _ENGLISH | dict(zip("вжхцчшщюя", pool("w z ch c cz sz szcz ju ja"), strict=True))

#: Arabic names: in letters, and the spellings in Latin ones that are met.
_ARABIC_GIVEN = spellings(
    """
    محمود Mahmoud Mahmud Mahmood | يوسف Yousef Yusuf Youssef | خالد Khaled Khalid | طارق Tariq Tarek Tarik
    سليم Salim Selim Saleem | نجيب Najib Nagib Nadjib | حسين Hussein Husain Hussain | رشيد Rashid Rachid Rasheed
    فاطمة Fatima Fatimah Fatma | زينب Zainab Zaynab Zeinab | كريم Karim Kareem | جمال Jamal Gamal Djamal
    مصطفى Mustafa Moustafa Mostafa | هشام Hisham Hicham | ليلى Layla Leila Laila | منصور Mansour Mansoor Mansur
    """
)
_ARABIC_ROOTS = spellings(
    """
    قرا Qara Kara | حمد Hamad Hamed | مرق Marq Mark | سعد Saad Sad | نصر Nasr Nasser | بكر Bakr Bakir | زهر Zahr Zaher
    طرب Tarab Tarb | شرف Sharaf Charaf | رمل Raml Rammal | فرج Faraj Farag | غزل Ghazal Gazal | خطب Khatb Khattab
    دلم Dalm Delm | كتب Katb Ketb | سمر Samar Semar | عقل Aql Akl | صبح Sabh Subh
    """
)
_ARABIC_TAILS = spellings("اوي awi aoui awy | اني ani any | ي i y | يدي idi eedi | لي li ly | ودي udi oudi")

#: How Hong Kong spells some characters of family names, then of given names.
_HONG_KONG = spellings(
    """
    陈 Chan | 黄 Wong | 李 Lee | 张 Cheung | 梁 Leung | 吴 Ng | 刘 Lau | 蔡 Choi | 杨 Yeung
    林 Lam | 郑 Cheng | 郭 Kwok | 何 Ho | 许 Hui | 叶 Yip | 曾 Tsang | 谢 Tse | 冯 Fung
    伟 Wai | 明 Ming | 志 Chi | 强 Keung | 国 Kwok | 华 Wah | 玉 Yuk | 英 Ying | 永 Wing
    德 Tak | 文 Man | 俊 Chun | 杰 Kit | 嘉 Ka | 美 Mei | 慧 Wai | 欣 Yan | 龙 Lung
    光 Kwong | 兆 Siu | 锦 Kam | 耀 Yiu | 辉 Fai | 振 Chun | 家 Ka | 豪 Ho | 雄 Hung
    丽 Lai | 雪 Suet | 月 Yuet | 芬 Fan | 珍 Chun | 秀 Sau | 少 Siu | 子 Tsz | 健 Kin
    荣 Wing | 康 Hong | 敬 King
    """
)
_HK_FAMILIES, _HK_GIVEN = list(_HONG_KONG)[:18], list(_HONG_KONG)[18:]
_SHORTER = {
    "Industries": "Ind.",
    "International": "Intl.",
    "Manufacturing": "Mfg.",
    "Brothers": "Bros.",
    "Technology": "Tech",
}


def _cyrillic(chance: random.Random) -> Entity:
    number = skewed(chance, len(_SLAVIC_STEMS) * len(_SLAVIC_TAILS) * len(_SLAVIC_STEMS))
    stem, rest = _SLAVIC_STEMS[number % len(_SLAVIC_STEMS)], number // len(_SLAVIC_STEMS)
    family = stem + _SLAVIC_STEMS[rest % len(_SLAVIC_STEMS)].lower() + chance.choice(_SLAVIC_TAILS)
    given = chance.choice(_SLAVIC_GIVEN)
    props = {"name": [f"{given} {family}"], **facts(chance, "birthDate", 1930, 2000, told=0.75)}
    return Entity("Person", props, {"given": given, "family": family})


def spelled(text: str, letters: dict[str, str]) -> str:
    """A Cyrillic name in Latin letters, each letter as the table says."""
    words = ("".join(letters.get(c, c) for c in w.lower()).replace("-", "").capitalize() for w in text.split())
    return " ".join(words)


def _arabic(chance: random.Random) -> Entity:
    given = chance.choice(list(_ARABIC_GIVEN))
    stem, second, tail = (
        chance.choice(list(_ARABIC_ROOTS)),
        chance.choice(list(_ARABIC_ROOTS)),
        chance.choice(list(_ARABIC_TAILS)),
    )
    hidden = {"given": given, "stem": stem, "second": second, "tail": tail}
    props = {"name": [_arabic_latin(chance, hidden)], **facts(chance, "birthDate", 1930, 2000, told=0.75)}
    return Entity("Person", props, hidden)


def _arabic_latin(chance: random.Random, hidden: dict[str, str]) -> str:
    def one(table: dict[str, list[str]], key: str) -> str:
        return chance.choice(table[hidden[key]])

    family = one(_ARABIC_ROOTS, "stem") + (one(_ARABIC_ROOTS, "second") + one(_ARABIC_TAILS, "tail")).lower()
    article = chance.choice(("al-", "Al ", "El ", "el-"))
    return f"{one(_ARABIC_GIVEN, 'given')} {article}{family}"


def _hong_kong(chance: random.Random) -> Entity:
    han = chance.choice(_HK_FAMILIES) + chance.choice(_HK_GIVEN) + chance.choice(_HK_GIVEN)
    props = {"name": [han], **facts(chance, "birthDate", 1930, 2000, told=0.75)}
    return Entity("Person", props, {"han": han})


def _hk_letters(han: str, between: str) -> str:
    family, one, other = (_HONG_KONG[c][0] for c in han)
    return f"{family} {one}{between}{other.lower() if between == '-' else other}"


def _long_name(chance: random.Random) -> Entity:
    given, second, family = chance.choice(GIVEN), chance.choice(GIVEN), root(chance).capitalize()
    props = {"name": [f"{given} {second} {family}"], **facts(chance, "birthDate", 1930, 2000, told=0.75)}
    return Entity("Person", props, {"given": given, "second": second, "family": family})


def _wordy_firm(chance: random.Random) -> Entity:
    words = [root(chance).capitalize(), chance.choice(SECTORS), chance.choice(list(_SHORTER))]
    legal = chance.choice(list(LEGAL))
    props = {
        "name": [f"{' '.join(words)} {LEGAL[legal][0]}"],
        **facts(chance, "incorporationDate", 1950, 2020, told=0.6),
    }
    return Entity("Company", props, {"words": words, "legal": legal})


def _russian_firm(chance: random.Random) -> Entity:
    stems = (
        chance.choice(_SLAVIC_STEMS)
        + chance.choice(_SLAVIC_STEMS).lower()
        + chance.choice(["маш", "сталь", "хим", "лес", "груз", "снаб"])
    )
    form = chance.choice(("ООО", "АО", "ПАО"))
    props = {"name": [f"{form} «{stems}»"], **facts(chance, "incorporationDate", 1990, 2020, told=0.6)}
    return Entity("Company", props, {"stems": stems, "form": form})


def _of_cyrillic() -> Iterator[Callable[[random.Random, Entity], Variant]]:
    yield lambda c, e: ("English letters", spelled(name_of(e), _ENGLISH))
    yield lambda c, e: ("German letters", spelled(name_of(e), _GERMAN))
    yield lambda c, e: ("French letters", spelled(name_of(e), _FRENCH))
    yield lambda c, e: ("Polish letters", spelled(name_of(e), _POLISH))
    yield lambda c, e: ("order, English letters", spelled(f"{e.hidden['family']} {e.hidden['given']}", _ENGLISH))


def _of_arabic() -> Iterator[Callable[[random.Random, Entity], Variant]]:
    yield lambda c, e: ("another spelling", _arabic_latin(c, e.hidden))
    yield lambda c, e: (
        "Arabic letters", f"{e.hidden['given']} ال{e.hidden['stem']}{e.hidden['second']}{e.hidden['tail']}",
    )  # fmt: skip


def _of_hong_kong() -> Iterator[Callable[[random.Random, Entity], Variant]]:
    yield lambda c, e: ("hyphen", _hk_letters(e.hidden["han"], "-"))
    yield lambda c, e: ("three words", _hk_letters(e.hidden["han"], " "))
    yield lambda c, e: ("with an English name", f"{c.choice(GIVEN)} {_hk_letters(e.hidden['han'], '-')}")


def _of_long_name() -> Iterator[Callable[[random.Random, Entity], Variant]]:
    yield lambda c, e: ("second given name dropped", f"{e.hidden['given']} {e.hidden['family']}")
    yield lambda c, e: ("first given name dropped", f"{e.hidden['second']} {e.hidden['family']}")
    yield lambda c, e: (
        "second given name an initial",
        f"{e.hidden['given']} {e.hidden['second'][0]}. {e.hidden['family']}",
    )
    yield lambda c, e: ("two initials", f"{e.hidden['given'][0]}. {e.hidden['second'][0]}. {e.hidden['family']}")


def _of_wordy_firm() -> Iterator[Callable[[random.Random, Entity], Variant]]:
    def form(c: random.Random, e: Entity) -> str:
        return c.choice([f for f in LEGAL if f != e.hidden["legal"]])

    yield lambda c, e: ("abbreviated", " ".join([*(_SHORTER.get(w, w) for w in e.hidden["words"]), e.hidden["legal"]]))
    yield lambda c, e: ("changed legal form", f"{' '.join(e.hidden['words'])} {form(c, e)}")


def _of_russian_firm() -> Iterator[Callable[[random.Random, Entity], Variant]]:
    def form(e: Entity) -> str:
        return {"ООО": "LLC", "АО": "JSC", "ПАО": "PJSC"}[e.hidden["form"]]

    yield lambda c, e: ("English letters", f"{spelled(e.hidden['stems'], _ENGLISH)} {form(e)}")
    yield lambda c, e: ("German letters", f"{e.hidden['form']} {spelled(e.hidden['stems'], _GERMAN)}")


def _two_scripts() -> Iterator[Callable[[random.Random, Entity], Variant]]:
    yield lambda c, e: ("brackets", f"{pinyin(e.hidden)} ({e.hidden['han']})")
    yield lambda c, e: ("one behind the other", f"{e.hidden['han']} {pinyin(e.hidden)}")
    yield lambda c, e: ("with an English name", f"{c.choice(GIVEN)} {pinyin(e.hidden)}")


def _long_chinese(chance: random.Random) -> Entity:
    """A Chinese person with a given name of two syllables, in characters or letters."""
    made = chinese(chance)
    while len(made.hidden["given"]) < 2 or len(made.hidden["han"]) > 4:
        made = chinese(chance)
    return Entity(
        "Person", made.props | {"name": [chance.choice((made.hidden["han"], pinyin(made.hidden)))]}, made.hidden
    )


WIDE = PLAIN | {
    "cyrillic": Kind(12, _cyrillic, tuple(_of_cyrillic())),
    "arabic": Kind(8, _arabic, tuple(_of_arabic())),
    "hong kong": Kind(6, _hong_kong, tuple(_of_hong_kong())),
    "long name": Kind(10, _long_name, tuple(_of_long_name())),
    "two scripts": Kind(8, _long_chinese, tuple(_two_scripts())),
    "wordy firm": Kind(8, _wordy_firm, tuple(_of_wordy_firm())),
    "russian firm": Kind(6, _russian_firm, tuple(_of_russian_firm())),
}
