import pytest

from cuibono.errors import UnreadableSource, UnsafeInput
from cuibono.readers import html, registry
from cuibono.readers.contract import Input, Limits
from tests.readers.inputs import given
from tests.readers.samples.html import BODY, page


def read(data: bytes | str, tmp_path, name="a.html", declared=None, **limits):
    path = tmp_path / "bytes"
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    item = given(path, tmp_path / "staging", name=name, limits=Limits(**limits))
    return html.read(Input(item.path, item.name, item.head, item.staging, item.limits, declared))


def test_the_main_text_is_taken_without_menus(tmp_path):
    reading = read(page(), tmp_path)
    found = [(p.place, p.text) for p in reading.pieces]
    assert found[-3:] == [(f"paragraph {n}", text) for n, text in enumerate(BODY, len(found) - 2)]
    assert not any("Imprint" in words or "track" in words for _, words in found)


def test_a_page_without_menus_keeps_its_lists(tmp_path):
    items = ["The mill had 90 looms in 2019.", "The mill had 70 looms in 2021."]
    listed = "".join(f"<li>{item}</li>" for item in items)
    text = "The owners of the mill told the council in May that they would close it. " * 4
    reading = read(
        f"<html><body><h1>Fact sheet</h1><ul>{listed}</ul><p>{text}</p><p>{text}</p></body></html>", tmp_path
    )
    assert [p.text for p in reading.pieces[:3]] == ["Fact sheet", *items]
    assert reading.notes[-1].startswith("all visible text was taken")


def test_a_page_says_who_wrote_it_where_and_when(tmp_path):
    reading = read(page(), tmp_path)
    about = (reading.title, reading.author, reading.outlet, reading.published, reading.language, reading.url)
    assert about == (
        "The harbour pays twice",
        "Ada Muster",
        "Beispielblatt",
        "2021-03-04",
        "en",
        "https://beispielblatt.example/harbour",
    )


def test_without_a_main_text_all_that_is_visible_is_taken(tmp_path):
    reading = read("<html><title>List</title><body><p>short<footer><p>" + "Hafen " * 40 + "<p>two</footer>", tmp_path)
    assert [p.text for p in reading.pieces] == ["short", ("Hafen " * 40).strip(), "two"]
    assert reading.title == "List"
    assert reading.notes == ("all visible text was taken: no main text stands out",)


@pytest.mark.parametrize("codec", ["gb18030", "big5", "utf-16", "shift_jis"])
def test_pages_in_other_encodings_are_read(codec, tmp_path):
    words = "港口今年三月付了兩次款項給同一家公司。" if codec == "big5" else "日本の経済と中国の港"
    reading = read(f"<html><body><p>{words}</p></body></html>".encode(codec), tmp_path)
    assert [p.text for p in reading.pieces] == [words]


def test_the_charset_that_a_page_declares_is_honoured(tmp_path):
    reading = read("<html><meta charset=windows-1251><body><p>ЦДУ</p>".encode("cp1251"), tmp_path)
    assert [p.text for p in reading.pieces] == ["ЦДУ"]


def test_the_charset_of_the_server_is_honoured(tmp_path):
    reading = read("<html><body><p>ЦДУ</p>".encode("koi8_r"), tmp_path, declared="text/html; charset=koi8-r")
    assert [p.text for p in reading.pieces] == ["ЦДУ"]


def test_a_page_that_declares_the_wrong_charset_is_read_all_the_same(tmp_path):
    reading = read("<html><meta charset=gb2312><body><p>Größe des Hafens 港口</p>".encode(), tmp_path)
    assert [p.text for p in reading.pieces] == ["Größe des Hafens 港口"]
    assert reading.notes[0] == "says that it is in gb18030, which it is not"


def test_a_hundred_thousand_levels_cost_nothing_but_the_main_text(tmp_path):
    reading = read("<html><body>" + "<div>" * 100_000 + "words at the bottom", tmp_path)
    assert [p.text for p in reading.pieces] == ["words at the bottom"]
    assert reading.notes == ("all visible text was taken: its elements are nested 200 deep or more",)


HOSTILE = {
    "many attributes": "<html><body><div " + " ".join(f"a{i}=1" for i in range(100_000)) + ">words</div>",
    "many paragraphs": "<html><body>" + "<p>words" * 60_000,
    "nested data": "<html><script type='application/ld+json'>" + '{"@type":"Person",' * 30_000 + "</script><p>words",
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_page_that_keeps_the_parser_busy_is_read_without_it(kind, tmp_path):
    reading = read(HOSTILE[kind], tmp_path, seconds=0.5)
    assert next(iter(reading.pieces)).text.startswith("words")
    assert reading.notes[-1] == "all visible text was taken: finding its main text took longer than 0.5 seconds"


def test_an_attribute_of_a_megabyte_does_no_harm(tmp_path):
    reading = read("<html><body><p class='" + "x " * 500_000 + "'>words</p>", tmp_path)
    assert [p.text for p in reading.pieces] == ["words"]


def test_broken_bytes_and_nul_never_reach_a_passage(tmp_path):
    reading = read(
        b"<html><head><title>a\x00b&#0;\xff</title></head><body><p>wo\x00rds \xff\xfe here &#xD800;</p>", tmp_path
    )
    everything = "".join([*(p.text for p in reading.pieces), reading.title or ""])
    everything.encode("utf-8")
    assert "\x00" not in everything
    assert "words" in everything


@pytest.mark.parametrize("name", ["a.txt", "noname", "a.csv"])
def test_a_page_is_known_by_its_beginning(name, tmp_path):
    path = tmp_path / "bytes"
    path.write_text("<!-- saved -->\n<!DOCTYPE html>\n<html><p>words")
    assert registry.choose(given(path, tmp_path / "staging", name=name)).name == "html"


@pytest.mark.parametrize(
    "words", ["# A text\n\nthat shows <html> and <p> tags", "<svg xmlns='x'><title>t</title></svg>"]
)
def test_a_text_about_pages_is_no_page(words, tmp_path):
    path = tmp_path / "a.md"
    path.write_text(words)
    assert html.recognises(given(path, tmp_path / "staging")) == 0.0


def test_what_is_empty_or_far_too_large_is_refused(tmp_path, monkeypatch):
    with pytest.raises(UnreadableSource, match="is empty"):
        read(b"", tmp_path)
    monkeypatch.setattr(html, "_REFUSED", 100)
    with pytest.raises(UnsafeInput, match="has more than"):
        read(page(), tmp_path)
