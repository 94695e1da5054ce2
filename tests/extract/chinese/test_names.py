"""Persons, bodies and places in Chinese text, and what is none."""

from importlib.util import find_spec

import pytest

from cuibono.extract.chinese import read
from cuibono.extract.chinese.bracketed import equate
from cuibono.extract.chinese.romanise import variants
from cuibono.extract.document import Document
from cuibono.extract.records import Name, Span

pytestmark = pytest.mark.skipif(find_spec("jieba") is None, reason="needs jieba, from the extra [nlp]")


def named(text: str) -> dict[str, str]:
    return {n.name: n.type for n in read(Document(text)).names if not n.unnamed}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("澜江市委书记邬克俭昨天去世。", {"澜江": "Location", "邬克俭": "Person"}),
        ("澜江市青槐区的居民很多。", {"澜江市": "Location", "青槐区": "Location"}),
        ("云樨科技的总部在杭州。", {"云樨科技": "Organization", "杭州": "Location"}),
        ("她只看过用户数据和短视频平台。", {}),
        ("一家国有银行和一家空壳公司。", {}),
        ("总统伊万·科列夫接受采访。", {"伊万·科列夫": "Person"}),
        ("这款名为“萤火”的应用“清风”很流行。", {"清风": "Product"}),
        ("他被视为“石桥系”的人。", {"石桥系": "Group"}),
        ("云樨码头和陌溪重工都很大。", {"云樨码头": "Organization", "陌溪重工": "Organization"}),
        ("云樨晚报说，云樨的居民很多。", {"云樨晚报": "Organization", "云樨": "Location"}),
        ("歐陽澤民在臺北說。", {"歐陽澤民": "Person", "臺北": "Location"}),
    ],
)
def test_names_and_their_types(text: str, wanted: dict[str, str]) -> None:
    assert {k: v for k, v in named(text).items() if k in wanted or not wanted} == wanted


def test_short_forms_join_their_names() -> None:
    found = read(Document("瀚岳集团总裁宋立衡昨天辞职。瀚岳没有回应，宋总裁也没有。"))
    assert {n.name: n.aliases for n in found.names if not n.unnamed} == {"瀚岳集团": ("瀚岳",), "宋立衡": ("宋",)}


def test_a_pseudonym_stays_one_and_has_no_spellings() -> None:
    (name,) = [n for n in read(Document("“我很怕。”秦岚（化名）说。")).names if n.name == "秦岚"]
    assert (name.naming, name.variants) == ("pseudonymous", ())


@pytest.mark.skipif(find_spec("pypinyin") is None, reason="needs pypinyin, from the extra [nlp]")
def test_names_are_spelled_in_pinyin_and_wade_giles() -> None:
    assert variants("沈国瑜", "Person")[:4] == ("Shen Guoyu", "Guoyu Shen", "Shen Kuo-yu", "Kuo-yu Shen")
    assert "Ou-yang Tse-min" in variants("欧阳泽民", "Person")
    assert variants("单小红", "Person")[0] == "Shan Xiaohong"
    assert variants("伊万·科列夫", "Person") == ()


def test_brackets_equate_a_latin_and_a_chinese_name() -> None:
    text = "Shen Guoyu (沈國瑜) spoke. Later 沈國瑜 left (北京)."
    (name,) = equate(text, [Name("n1", "Shen Guoyu", "Person", (Span(0, 10),))])
    assert name.aliases == ("沈國瑜",)
    assert [s.of(text) for s in name.mentions] == ["Shen Guoyu", "沈國瑜", "沈國瑜"]
