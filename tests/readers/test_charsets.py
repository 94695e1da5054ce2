import pytest

from cuibono.readers import charsets

NAMES = {
    "gb18030": [
        "王伟",
        "李娜",
        "张敏",
        "刘洋",
        "上海",
        "北京",
        "重庆",
        "矿产",
        "出口额",
        "稀土",
        "港口",
        "合同",
        "甲方",
        "乙方",
        "供应商",
        "市场份额",
    ],
    "big5": [
        "王偉",
        "李娜",
        "張敏",
        "劉洋",
        "上海",
        "臺北",
        "重慶",
        "礦產",
        "出口額",
        "稀土",
        "港口",
        "合約",
        "甲方",
        "乙方",
        "供應商",
        "市場份額",
    ],
    "shift_jis": ["東京都", "大阪府", "ハンブルク", "契約書", "さくら商事", "輸出額", "みなと", "株式会社"],
    "euc_kr": ["서울특별시", "대한민국", "주식회사", "수출액", "항구", "계약서", "한국"],
}


@pytest.mark.parametrize("codec", NAMES)
def test_five_of_six_single_words_are_told(codec):
    told = [w for w in NAMES[codec] if charsets.decoded(w.encode(codec), charsets.likeliest(w.encode(codec))) == w]
    assert len(told) >= 5 / 6 * len(NAMES[codec]), set(NAMES[codec]) - set(told)


@pytest.mark.parametrize("codec", NAMES)
def test_three_words_are_told_always(codec):
    words = NAMES[codec]
    for at in range(len(words) - 2):
        sample = ", ".join(words[at : at + 3]).encode(codec)
        assert charsets.decoded(sample, charsets.likeliest(sample)) == sample.decode(codec)


def test_the_right_encoding_is_the_likelier_one():
    sample = "港口付了两次款项".encode("gb18030")
    scores = {c: charsets.likelihood(sample, c) for c in ("gb18030", "big5", "shift_jis", "cp1252", "utf-8")}
    assert max(scores, key=lambda c: scores[c]) == "gb18030"


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        ("Die Zahlungen an die Gesellschaft für Häfen wurden im März zweimal gebucht.", "cp1252"),
        ("Rząd zapłacił spółce dwa razy w marcu, jak pokazują rachunki z portu.", "cp1250"),
        ("Liman idaresi mart ayında şirkete iki kez ödeme yaptı, dediği gibi.", "cp1254"),
    ],
)
def test_code_pages_that_differ_in_few_letters_are_told_by_the_language(text, codec):
    assert charsets.likeliest(text.encode(codec)) == codec


def test_a_cut_character_counts_only_in_what_may_be_the_whole_text():
    assert charsets.decoded("aä".encode()[:-1], "utf-8") == "a\ufffd"
    assert charsets.decoded(("a" * 2000 + "ä").encode()[:-1], "utf-8") == "a" * 2000
