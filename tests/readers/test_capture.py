import gzip
import json
import zipfile
import zlib

import pytest

from cuibono.errors import UnreadableSource, UnsafeInput
from cuibono.readers import capture, registry
from cuibono.readers.contract import Limits
from tests.readers.inputs import given
from tests.readers.samples.capture import PAGE, SITE, WHEN, answer, record, records


def read(data: bytes, tmp_path, name="a.warc", **limits):
    path = tmp_path / "bytes"
    path.write_bytes(data)
    return capture.read(given(path, tmp_path / "staging", name=name, limits=Limits(**limits)))


def page(number: int, body: bytes = b"", **more: str) -> bytes:
    body = body or f"<p>page {number}</p>".encode()
    return record(answer(body, "text/html", **more), f"{SITE}/{number}")


def bodies(reading) -> list[bytes]:
    return [m.path.read_bytes() for m in reading.members]


@pytest.mark.parametrize("packed", ["not", "each", "whole"])
def test_pages_come_out_with_address_and_time(packed, tmp_path):
    whole = b"".join(records())
    data = {"not": whole, "each": b"".join(map(gzip.compress, records())), "whole": gzip.compress(whole)}[packed]
    reading = read(data, tmp_path)
    (member,) = reading.members
    assert (member.url, member.captured) == (f"{SITE}/harbour", WHEN)
    assert (member.name, member.media_type) == ("00001 beispielblatt.example/harbour.html", "text/html; charset=utf-8")
    assert bodies(reading) == [PAGE.encode()]
    assert reading.notes == ("1 file taken", "left out: 1 redirects and errors, 1 style sheets")


def test_texts_papers_and_pictures_are_taken_and_the_rest_is_counted(tmp_path):
    kinds = ["text/plain", "application/pdf", "image/jpeg", "application/javascript", "font/woff2", "image/svg+xml"]
    parts = [record(answer(b"x" * 3000, kind), f"{SITE}/{n}") for n, kind in enumerate(kinds)]
    parts.append(record(answer(b"x" * 40, "image/png"), f"{SITE}/dot"))
    parts.append(record(answer(b"", "text/html"), f"{SITE}/empty"))
    parts.append(record(b"", f"{SITE}/again", "revisit"))
    reading = read(b"".join(parts), tmp_path)
    assert [m.media_type for m in reading.members] == kinds[:3]
    assert reading.notes[1] == (
        "left out: 1 empty answers, 1 fonts, 1 other files, 1 repetitions of what was captured before, 1 scripts, "
        "1 tiny pictures"
    )


def chunked(body: bytes, size: int = 7) -> bytes:
    parts = [body[i : i + size] for i in range(0, len(body), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(p), p) for p in parts) + b"0\r\n\r\n"


@pytest.mark.parametrize(
    ("how", "more"),
    [
        (chunked, "Transfer-Encoding: chunked\r\n"),
        (gzip.compress, "Content-Encoding: gzip\r\n"),
        (zlib.compress, "Content-Encoding: deflate\r\n"),
        (lambda b: zlib.compress(b)[2:-4], "Content-Encoding: deflate\r\n"),
        (lambda b: chunked(gzip.compress(b)), "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n"),
        (bytes, "Transfer-Encoding: chunked\r\n"),
        (bytes, "Content-Encoding: gzip\r\n"),
    ],
    ids=["chunks", "gzip", "zlib", "deflate", "both", "only claims chunks", "only claims gzip"],
)
def test_the_payload_is_as_it_was_meant(how, more, tmp_path):
    assert bodies(read(page(1, how(PAGE.encode()), more=more), tmp_path)) == [PAGE.encode()]


def test_an_answer_that_cannot_be_unpacked_is_counted(tmp_path):
    reading = read(page(1) + page(2, b"???", more="Content-Encoding: br\r\n"), tmp_path)
    assert reading.notes[1] == "left out: 1 answers in a form that cannot be read here"


@pytest.mark.parametrize("packed", [False, True])
def test_a_capture_cut_short_keeps_its_whole_records(packed, tmp_path):
    parts = [page(1), page(2), page(3)]
    data = b"".join(gzip.compress(p) if packed else p for p in parts)
    reading = read(data[:-20], tmp_path)
    assert bodies(reading) == [b"<p>page 1</p>", b"<p>page 2</p>"]
    assert reading.notes[-1].startswith("cut short after 2 files, kept so far: ")


def test_damage_in_the_middle_ends_the_reading_there(tmp_path):
    reading = read(page(1) + b"nonsense\r\n" + page(2), tmp_path)
    assert bodies(reading) == [b"<p>page 1</p>"]
    assert reading.notes[-1] == "cut short after 1 file, kept so far: a record does not begin as one."


DAMAGED = {
    "no length": b"WARC/1.1\r\nWARC-Type: response\r\n\r\n",
    "minus": b"WARC/1.1\r\nContent-Length: -5\r\n\r\n",
    "too long": page(1)[:-30],
    "headers": b"WARC/1.1\r\n" + b"A: b\r\n" * 1000,
    "a line of megabytes": b"WARC/1.1\r\nA: " + b"x" * (3 << 20),
    "nothing": b"WARC/1.1",
}


@pytest.mark.parametrize("kind", DAMAGED)
def test_a_capture_with_no_whole_record_is_refused(kind, tmp_path):
    with pytest.raises(UnreadableSource, match="a fresh copy"):
        read(DAMAGED[kind], tmp_path)


def test_bombs_are_refused(tmp_path):
    bomb = page(1, gzip.compress(b"\x00" * (30 << 20)), more="Content-Encoding: gzip\r\n")
    with pytest.raises(UnsafeInput, match="200 times its size"):
        read(bomb, tmp_path)
    with pytest.raises(UnsafeInput, match="200 times its size"):
        read(gzip.compress(page(1, b"\x00" * (30 << 20))), tmp_path / "staging")
    with pytest.raises(UnsafeInput, match="more than 1 files"):
        read(page(1) + page(2), tmp_path, members=1)


def wacz(path, *, warc: str = "archive/data.warc.gz"):
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("datapackage.json", "{}")
        archive.writestr(warc, gzip.compress(page(1)))
        archive.writestr("indexes/index.cdx", "words")
        listed = [{"format": "json-pages-1.0"}, {"url": f"{SITE}/1", "title": "The harbour\x00 pays"}]
        archive.writestr("pages/pages.jsonl", "\n".join([*map(json.dumps, listed), "[broken"]))
    return path


def test_a_wacz_is_read_with_the_titles_of_its_pages(tmp_path):
    reading = read(wacz(tmp_path / "a.wacz").read_bytes(), tmp_path)
    assert reading.media_type == "application/wacz"
    assert [(m.url, m.title) for m in reading.members] == [(f"{SITE}/1", "The harbour pays")]
    assert bodies(reading) == [b"<p>page 1</p>"]


MHTML = f"""From: <Saved by Blink>
Snapshot-Content-Location: {SITE}/harbour
Subject: =?utf-8?Q?Harbour?=
Date: Thu, 4 Mar 2021 10:00:00 -0000
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="b"

--b
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable
Content-Location: {SITE}/harbour

<html><p>Gr=C3=B6=C3=9Fe</p></html>
--b
Content-Type: text/css
Content-Location: {SITE}/look.css

p {{}}
--b--
""".encode()


def test_a_page_saved_by_a_browser_is_read(tmp_path):
    reading = read(MHTML, tmp_path)
    assert (reading.title, reading.url, reading.captured) == ("Harbour", f"{SITE}/harbour", WHEN)
    (member,) = reading.members
    assert (member.url, member.captured, member.media_type) == (f"{SITE}/harbour", WHEN, "text/html; charset=utf-8")
    assert bodies(reading) == ["<html><p>Größe</p></html>".encode()]


@pytest.mark.parametrize("kind", ["wacz", "mhtml", "warc"])
def test_captures_are_known_by_what_they_are(kind, tmp_path):
    path = tmp_path / "bytes"
    path.write_bytes({"mhtml": MHTML, "warc": page(1), "wacz": wacz(tmp_path / "w").read_bytes()}[kind])
    for number, name in enumerate(["a.zip", "noname", "a.eml", "a.csv"]):
        assert registry.choose(given(path, tmp_path / str(number), name=name)).name == "capture"


def test_a_data_package_without_captures_is_no_capture(tmp_path):
    path = wacz(tmp_path / "a.zip", warc="data/table.csv")
    assert capture.recognises(given(path, tmp_path / "staging")) == 0.0
