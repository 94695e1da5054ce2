"""Every reading of a text, once."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cuibono.store.unescaped import packed, views


def readings(text: str) -> list[str]:
    return [read for _, read in views(text)]


@pytest.mark.parametrize(
    ("text", "how", "read"),
    [
        ("a<b>b</b>", "dropping tags", "ab"),
        ("&auml;&#228;&#xe4;", "reading entities", "äää"),
        ("\\u00e4\\x41\\n\\/", "reading backslash escapes", "äA /"),
        ("\\ud83d\\ude00", "reading backslash escapes", "😀"),
        ("%C3%A4", "reading percent signs", "ä"),
        ("=?utf-8?B?w6Q=?=", "reading mail words", "ä"),
        ("=C3=A4b=\nc", "reading quoted-printable", "äbc"),
        ("xn--mrz-qla", "reading domain names", "märz"),
        ("a\u200bb", "dropping characters that are not seen", "ab"),
        ("%253Cb%253E", "undoing several escapes", ""),
    ],
)
def test_what_each_decoder_reads(text: str, how: str, read: str) -> None:
    found = dict(views(text))

    assert how in found
    assert read in found[how]


def test_a_plain_text_has_one_reading() -> None:
    assert readings("Nothing to undo here.") == ["Nothing to undo here."]


def test_escapes_within_escapes() -> None:
    assert any("<&ä>" in read for read in readings("%26lt%3B%26amp%3B\\u00e4%26gt%3B"))


def test_bytes_in_base64_and_hex_come_out() -> None:
    text = f'x="{base64.b64encode(b"hello, you there").decode()}" {b"goodbye".hex()}'

    assert b"hello, you there" in list(packed(text))
    assert b"goodbye" in list(packed(text))


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    found = readings(text)

    assert found[0] == text
    assert len(found) == len(set(found))


@given(st.binary(min_size=12))
def test_anything_in_base64_comes_out(raw: bytes) -> None:
    assert raw in list(packed(f"before {base64.b64encode(raw).decode()} after"))
