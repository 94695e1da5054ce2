import re

import pytest
from hypothesis import given as examples
from hypothesis import strategies as st

from cuibono.readers import encoding

WORDS = [
    ("中国", "gb18030"),
    ("张伟", "gb18030"),
    ("稀土出口额,2019", "gb18030"),
    ("貿易", "gb18030"),
    ("臺灣", "big5"),
    ("張偉", "big5"),
    ("香港的經濟報告", "big5"),
    ("日本の経済", "shift_jis"),
    ("日本の経済", "euc_jp"),
    ("대한민국", "euc_kr"),
    ("Größe", "cp1252"),
    ("café", "cp1252"),
    ("señor", "cp1252"),
    ("Łódź źdźbło", "cp1250"),
    ("Москва", "cp1251"),
    ("Привет мир", "koi8_r"),
    ("Ελλάδα", "cp1253"),
    ("中国的经济", "utf-16-le"),
    ("中国的经济", "utf-16-be"),
    ("hello world", "utf-16-le"),
    ("hello world", "utf-32-be"),
    ("模式", "utf-8"),
    ("naïve Größe", "utf-8"),
]


@pytest.mark.parametrize(("text", "codec"), WORDS)
def test_a_few_words_without_a_mark_come_out_right(text, codec):
    assert encoding.decode(text.encode(codec)).text == text


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_decides_and_is_taken_off(codec):
    assert encoding.decode("Größe 钢\n".encode(codec)).text == "Größe 钢\n"


def test_a_mark_of_gb18030_decides():
    assert encoding.decode(b"\x84\x31\x95\x33" + "钢".encode("gb18030")).text == "钢"


def test_plain_ascii_is_utf8_and_needs_no_note():
    assert encoding.decode(b"plain words\n") == ("plain words\n", "utf-8", ())


def test_japanese_with_escapes_is_read():
    assert encoding.decode("日本の経済".encode("iso2022_jp")).text == "日本の経済"


def test_names_are_those_that_people_use():
    assert encoding.decode("Größe".encode("cp1252")).encoding == "windows-1252"
    assert encoding.decode("臺灣".encode("cp950")).encoding == "big5"


def test_bytes_that_cannot_be_read_are_replaced_and_counted_with_their_place():
    got = encoding.decode("Der Hafen zahlt für zwei Löhne. ".encode() * 3 + b"\xff\xfeend")
    assert got.text.endswith("\ufffd\ufffdend")
    assert got.notes == ("2 bytes could not be read as utf-8 and show as U+FFFD; from byte 102, 103",)


def test_the_places_of_bad_bytes_are_right_across_chunks(monkeypatch):
    monkeypatch.setattr(encoding, "CHUNK", 7)
    data = "äöü".encode() * 10 + b"\xff" + "ß".encode() * 10 + b"\xc3"
    got = encoding.decode(data, "utf-8")
    assert got.text == "äöü" * 10 + "\ufffd" + "ß" * 10 + "\ufffd"
    assert got.notes == ("2 bytes could not be read as utf-8 and show as U+FFFD; from byte 60, 81",)


def test_nul_characters_are_dropped_and_counted():
    got = encoding.decode(b"one\x00 two\x00\n")
    assert got.text == "one two\n"
    assert got.notes == ("2 NUL characters dropped",)


def test_line_ends_become_one_kind_also_across_chunks(monkeypatch):
    monkeypatch.setattr(encoding, "CHUNK", 2)
    assert encoding.decode(b"a\r\nb\rc\n\r\nd\r").text == "a\nb\nc\n\nd\n"


def test_lone_surrogates_never_come_out():
    data = b"\xff\xfe" + b"a\x00" + b"\x00\xd8" + b"b\x00"
    assert encoding.decode(data).text == "a\ufffdb"
    assert encoding.clean("a\ud800b\x00\r\n") == "a\ufffdb\n"


def test_a_mix_of_utf8_and_gb18030_keeps_the_larger_part():
    good, bad = "港口付了两次款项。\n" * 8, "第二行。\n"
    got = encoding.decode(good.encode() + bad.encode("gb18030"))
    assert got.encoding == "utf-8"
    assert got.text.startswith(good)
    assert re.search(r"bytes could not be read as utf-8", got.notes[0])


def test_a_character_cut_off_at_the_end_of_a_sample_does_no_harm():
    data = ("港口付了两次款项。" * 500).encode("gb18030")
    assert {encoding.detect(data[:n]) for n in (4001, 4002, 4003)} == {"gb18030"}


def test_bytes_outside_ascii_far_into_a_file_decide(tmp_path):
    path = tmp_path / "late.txt"
    path.write_bytes(b"plain words, nothing else.\n" * 20_000 + "港口付了两次款项。\n".encode("gb18030") * 3)
    assert encoding.detect(encoding.sample_of(path)) == "gb18030"
    assert encoding.decode(path.read_bytes()).text.endswith("港口付了两次款项。\n")


def test_a_file_is_written_anew_as_utf8(tmp_path):
    path, out = tmp_path / "in.txt", tmp_path / "out.txt"
    path.write_bytes("Größe;Zahl\r\nHafen;1\x00\r\n".encode("cp1252"))
    assert encoding.transcode(path, out) == ("windows-1252", ("read as windows-1252", "1 NUL character dropped"))
    assert out.read_bytes() == "Größe;Zahl\nHafen;1\n".encode()


def test_declared_charsets_are_taken_as_what_is_meant_by_them():
    assert encoding.known("GB2312") == "gb18030"
    assert encoding.known("iso-8859-1") == "cp1252"
    assert encoding.known("no-such-thing") is None
    assert encoding.known("base64") is None
    assert encoding.known(None) is None


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"PK\x03\x04abc", bytes(range(32)) * 20, b"\x00" * 500])
def test_what_is_no_text_is_not_taken_for_it(data):
    assert not encoding.is_text(data)


@pytest.mark.parametrize("codec", ["utf-8", "gb18030", "utf-16", "utf-16-le", "utf-32-le"])
def test_text_is_taken_for_text(codec):
    assert encoding.is_text("港口付了两次款项。\nThe office paid.\n".encode(codec))


@examples(st.binary(max_size=400))
def test_any_bytes_become_text_that_can_be_kept(data):
    text, name, notes = encoding.decode(data)
    text.encode("utf-8")
    assert "\x00" not in text
    assert "\r" not in text
    assert name
    assert all(isinstance(n, str) for n in notes)


@examples(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00\r\ufeff"), max_size=200))
def test_text_in_a_known_codec_comes_back_as_it_was(text):
    for codec in ("utf-8", "gb18030", "utf-16-be"):
        assert encoding.decode(text.encode(codec), codec).text == text


@examples(st.binary(max_size=300), st.integers(1, 9))
def test_the_size_of_the_chunks_changes_nothing(data, size):
    whole = encoding.Stream([data], "gb18030")
    small = encoding.Stream([data[i : i + size] for i in range(0, len(data), size)], "gb18030")
    assert ("".join(whole), whole.notes) == ("".join(small), small.notes)
