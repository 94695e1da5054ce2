"""Chinese text goes to the stages that read Chinese, whichever extractor is asked."""

from cuibono.extract import run
from cuibono.extract.document import Document


def test_chinese_text_is_read_as_chinese_without_any_model() -> None:
    text = "罗卫青表示：“我们从未出售这家银行。”他说，北国银行成立于2013年5月。"
    found = run.read(Document(text), "rules").found
    names = {n.id: n.name for n in found.names}
    assert ("罗卫青", "我们从未出售这家银行") in [(names[c.speaker or ""], c.quote.strip("。")) for c in found.claims]
    assert [e.date for e in found.events] == ["2013-05"]


def test_english_text_with_a_chinese_name_in_it_is_read_as_english() -> None:
    text = '"We never sold the bank (北国银行)," said Luo Weiqing.'
    found = run.read(Document(text), "rules").found
    names = {n.id: n.name for n in found.names}
    assert [names[c.speaker or ""] for c in found.claims] == ["Luo Weiqing"]


def test_a_chinese_name_in_brackets_is_the_name_before_it() -> None:
    text = "Luo Weiqing (羅衛青) came to Oslo. 羅衛青 left again."
    (luo,) = (n for n in run.read(Document(text), "rules").found.names if n.type == "Person")
    assert set(luo.aliases) == {"Luo Weiqing", "羅衛青"}
    assert len(luo.mentions) == 3
