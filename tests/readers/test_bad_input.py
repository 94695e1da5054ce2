"""Bad input of every kind, handed to the registry as a case hands it over: read or refused in good order."""

import json

import pytest

from cuibono.errors import UnreadableSource
from cuibono.readers import registry
from cuibono.testing.fuzz_judge import judge
from tests.readers.inputs import given

WORDS = "港口付了两次款项，办公室没有回答。\n"
TABLE = "year,country,share\n" + "2020,港口,45\n" * 5
PAGE = "<html><body><p>{}</p></body></html>"
CELL = "x" * 100_000

#: What to read: the name, the bytes, and the reader that takes it (None: no reader knows it).
BAD = {
    "GB18030 text": ("a.txt", WORDS.encode("gb18030"), "text"),
    "Big5 text": ("a.txt", "港口今年三月付了兩次款項。\n".encode("big5"), "text"),
    "UTF-16 text": ("a.txt", WORDS.encode("utf-16"), "text"),
    "UTF-16 text without a mark": ("a.txt", WORDS.encode("utf-16-le"), "text"),
    "UTF-16 text with half a character": ("a.txt", WORDS.encode("utf-16") + b"\x00\xd8\x41\x00", "text"),
    "text in two encodings": ("a.txt", WORDS.encode() * 9 + WORDS.encode("gb18030"), "text"),
    "text that says the wrong encoding": ("a.html", b"<meta charset=utf-8>" + WORDS.encode("gb18030"), "html"),
    "overlong and cut off UTF-8": (
        "a.txt",
        WORDS.encode() * 9 + b"\xc0\x80 \xed\xa0\x80 \xf4\x90\x80\x80 \xe6\xb8",
        "text",
    ),
    "text with NUL bytes": ("a.txt", b"The office\x00 paid\x00 twice.\n" * 5, "text"),
    "a table with NUL bytes": ("a.csv", TABLE.replace("45", "4\x005").encode(), "delimited"),
    "a table in GB18030": ("a.csv", TABLE.encode("gb18030"), "delimited"),
    "a table with a huge cell": ("a.csv", (TABLE + f"2021,{CELL},1\n").encode(), "delimited"),
    "a quote that never ends": ("a.csv", (TABLE + '2021,"' + CELL).encode(), "delimited"),
    "a page with a huge cell": ("a.html", PAGE.format(f"<table><tr><td>{CELL}<td>1</table>").encode(), "html"),
    "JSON with a huge string": ("a.json", json.dumps([{"a": CELL}] * 2).encode(), "json_items"),
    "a line of 20 MB": ("a.txt", b"word " * (4 << 20), "text"),
    "a line of 20 MB without a gap": ("a.md", b"x" * (20 << 20), "text"),
    "a header line of a megabyte": (
        "a.eml",
        b"From: a@b.example\nDate: x\nSubject: " + b"x" * (1 << 20) + b"\n\nw",
        "mail",
    ),
    "a cue of a megabyte": ("a.vtt", b"WEBVTT\n\n00:01.000 --> 00:02.000\n" + b"word " * (1 << 18), "subtitles"),
    "a page nested 100,000 deep": ("a.html", PAGE.format("<div>" * 100_000 + "words").encode(), "html"),
    "a page of open comments": ("a.html", PAGE.format("<!--" * 100_000).encode(), "html"),
    "a page of open scripts": ("a.html", PAGE.format("<script>" * 100_000).encode(), "html"),
    "a page with an attribute of a megabyte": (
        "a.html",
        PAGE.format("<a b='" + "x" * (1 << 20) + "'>w").encode(),
        "html",
    ),
    "a page with a broken end": ("a.html", PAGE.encode()[:-9] + b"\xff\xfe\x00<", "html"),
    "bytes that are nothing": ("a.bin", bytes(range(256)) * 64, None),
    "NUL bytes alone": ("a.txt", bytes(100_000), None),
}


@pytest.mark.parametrize("what", BAD)
def test_bad_input_is_read_or_refused_in_good_order(what, tmp_path):
    name, data, expected = BAD[what]
    path = tmp_path / "bytes"
    path.write_bytes(data)
    item = given(path, tmp_path / "staging", name=name)
    scores = {r.name: r.recognises(item) for r in registry.readers()}
    best = max(scores, key=lambda n: scores[n])
    assert (best if scores[best] > 0 else None) == expected
    for reader in registry.readers():
        if reader.name in (expected, "text"):
            staging = tmp_path / reader.name
            staging.mkdir()
            found = judge(reader, path, name, staging)
            assert found.kind != "fault", f"{reader.name}: {found.says}"


def test_a_name_that_stands_for_something_else_is_told(tmp_path):
    path = tmp_path / "bytes"
    path.write_bytes(bytes(1000))
    with pytest.raises(UnreadableSource, match=r"a\.txt: what is in it is not what \.txt stands for"):
        registry.read(given(path, tmp_path / "staging", name="a.txt"))
