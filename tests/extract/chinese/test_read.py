"""Chinese text through all stages: every span is its quote, whatever the text."""

import random
import subprocess
import sys

import pytest

from cuibono.extract.chinese import dictionary, is_chinese, read
from cuibono.extract.document import Document
from cuibono.extract.records import Found

PASSAGE = "鼎岳集团董事长宋立衡说：“没有人强迫我们。”他的女婿裴远舟2013年11月22日否认持有公司三成股份。"
ODD = (
    "", "\n" * 500, "“" * 2000, "《" * 2000, "他说，" * 1500, "一" * 3000, "1" * 3000, "阿·" * 1500, "（化名）" * 700,
    PASSAGE.replace("。", "").replace("，", "") * 20,
    "\ud800王小明说\udfff，“好”。" * 50, "\u202e王小明说：\u200f“好”。" * 50,
)  # fmt: skip


def held(text: str, found: Found) -> bool:
    """Whether every record stands where it says."""
    return (
        all(m.span.of(text) == m.quote for m in found.mentions)
        and all(c.span.of(text) == c.quote != "" for c in found.claims)
        and all(t.evidence.of(text) == t.quote for t in found.ties)
        and all(e.date_span.of(text) == e.date_quote for e in found.events)
        and all(a.span.of(text) == a.quote for a in found.amounts)
    )


def test_a_passage_gives_every_kind() -> None:
    found = read(Document(PASSAGE))
    assert held(PASSAGE, found)
    assert found.names
    assert found.claims
    assert found.ties
    assert found.events
    assert found.amounts


@pytest.mark.parametrize("number", range(len(ODD)))
def test_odd_text_is_read_and_quoted_rightly(number: int) -> None:
    assert held(ODD[number], read(Document(ODD[number])))


def test_noise_is_read_and_quoted_rightly() -> None:
    chance = random.Random(1)
    signs = "的说称，。“”《》年月日1一王李主席公司表示在、：（）化名据报道\n "
    text = "".join(chance.choice(signs) for _ in range(5000))
    assert held(text, read(Document(text)))


def test_less_is_found_without_the_dictionary_but_nothing_breaks(monkeypatch: pytest.MonkeyPatch) -> None:
    dictionary.dictionary.cache_clear()
    monkeypatch.setattr(dictionary, "_jieba", lambda: None)
    found = read(Document(PASSAGE))
    dictionary.dictionary.cache_clear()
    assert held(PASSAGE, found)
    assert "宋立衡" in {n.name for n in found.names}
    assert any(c.quote == "没有人强迫我们。" for c in found.claims)


def test_jieba_itself_is_never_imported() -> None:
    script = "import sys; from cuibono.extract.chinese import read; from cuibono.extract.document import Document; " \
             "read(Document('宋立衡说，公司没有问题。')); assert 'jieba' not in sys.modules"  # fmt: skip
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=120, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_chinese_is_told_from_english_japanese_and_korean() -> None:
    assert is_chinese("鼎岳集團否認這項指控。")
    assert not is_chinese("Han Guoyu (韓國瑜) spoke in the town hall.")
    assert not is_chinese("彼は東京の会社について話しました。")
    assert not is_chinese("서울 시장은 말했다.")
