"""The last look at an export finds planted secrets in every wrapping, and nothing where there is none."""

import base64
import bz2
import gzip
import html
import io
import json
import lzma
import quopri
import zipfile
from collections.abc import Callable
from email.header import Header
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cuibono.engine import DuckEngine
from cuibono.errors import ProtectedLeak
from cuibono.store.fingerprints import fold, tokens
from cuibono.store.leaks import Secrets, refuse, search

NAME = "Ilse Märzenbach"
MEMO = "The harbour office kept two ledgers since spring and only the grey one was ever shown to auditors."
SHA = "9f2b4c6d8e0a1b3c5d7f9e1a2b4c6d8e0a1b3c5d7f9e1a2b4c6d8e0a1b3c5d7f"
URL = "https://www.dropbox.example/s/4f7q/grey%20ledger.pdf"
CHINESE = "港口办公室从春天起就有两本账册只有灰色的那本给审计员看过其他的都锁在柜子里"
SECRETS = Secrets.of([NAME, SHA, SHA[:12], URL, "沈若岚", "Al"], [MEMO, CHINESE], ["The harbour opened in 1920."])


def _zip(**members: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return held.getvalue()


def _zip_comment() -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("a.txt", "nothing")
        archive.comment = f"from {NAME}".encode()
    return held.getvalue()


def _gzip_name() -> bytes:
    held = io.BytesIO()
    with gzip.GzipFile("ilse-märzenbach.txt".encode("latin-1").decode("latin-1"), "wb", fileobj=held) as file:
        file.write(b"nothing")
    return held.getvalue()


WRAPPED: dict[str, bytes] = {
    "as it is": f"says {NAME}.".encode(),
    "Turkish capitals and small letters": "ILSE MÄRZENBACH ve ılse märzenbach".encode(),
    "upper case": f"says {NAME.upper()}.".encode(),
    "surname first": "Märzenbach, Ilse".encode(),
    "accents dropped": b"Ilse Marzenbach",
    "accents taken apart": "Ilse Ma\u0308rzenbach".encode(),
    "full width": "Ｉｌｓｅ　Ｍäｒｚｅｎｂａｃｈ".encode(),
    "zero width": "Il\u200bse Mär\u200dzen\ufeffbach".encode(),
    "soft hyphens": "Ilse Mär\u00adzen\u00adbach".encode(),
    "line break": "Ilse\r\n   Märzenbach".encode(),
    "no-break space": "Ilse\u00a0Märzenbach".encode(),
    "hyphen at the line end": "Ilse Mär-\nzenbach".encode(),
    "as a handle": "@ilsemärzenbach_01".encode(),
    "in a file name": "scan_ilse-märzenbach_3.jpg".encode(),
    "spaced out": "I l s e  M ä r z e n b a c h".encode(),
    "decimal entities": "".join(f"&#{ord(c)};" for c in NAME).encode(),
    "hex entities": "".join(f"&#x{ord(c):x};" for c in NAME).encode(),
    "named entity": b"Ilse M&auml;rzenbach",
    "entities of entities": html.escape(html.escape("Ilse M&auml;rzenbach")).encode(),
    "split by tags": "<p>Il<b>se</b> Mär<i class='x'>zen</i>bach</p>".encode(),
    "in an attribute": f'<p title="{NAME}">x</p>'.encode(),
    "in an HTML comment": f"<!-- {NAME} --><p>x</p>".encode(),
    "in CDATA": f"<a><![CDATA[Ilse Mär]]><![CDATA[zenbach]]>{'' * 3}</a>".encode(),
    "JSON escapes": json.dumps({"a": NAME}).encode(),
    "JSON, every letter": ("".join(f"\\u{ord(c):04x}" for c in NAME)).encode(),
    "JSON in JSON": json.dumps(json.dumps({"a": NAME})).encode(),
    "hex escapes": "".join(f"\\x{ord(c):02x}" for c in NAME).encode(),
    "Markdown escapes": "Ilse\\_Mär\\-zenbach".encode(),
    "percent signs": quote(f"x={NAME}", safe="").encode(),
    "percent signs twice": quote(quote(NAME, safe=""), safe="").encode(),
    "quoted-printable": quopri.encodestring(f"says {NAME}".encode()),
    "quoted-printable, soft break": b"Ilse M=C3=A4rzen=\nbach",
    "mail header, base64": Header(NAME, "utf-8").encode().encode(),
    "mail header, Q": b"=?iso-8859-1?Q?Ilse_M=E4rzenbach?=",
    "base64": b'{"x": "' + base64.b64encode(f"says {NAME} today".encode()) + b'"}',
    "base64 of UTF-16": base64.b64encode(NAME.encode("utf-16-le")),
    "data URI": b'<img src="data:text/plain;base64,' + base64.b64encode(NAME.encode()) + b'">',
    "data URI with percent signs": f'<img src="data:text/plain,{quote(NAME)}">'.encode(),
    "base64 in lines": base64.encodebytes(f"{'x ' * 60}{NAME}{' y' * 60}".encode()),
    "hex": NAME.encode().hex().encode(),
    "punycode": b"http://" + "ilsemärzenbach".encode("idna") + b".example/",
    "UTF-16 with mark": f"says {NAME}".encode("utf-16"),
    "UTF-16 without mark": f"says {NAME}".encode("utf-16-le"),
    "Latin-1": f"says {NAME}".encode("latin-1"),
    "zip": _zip(**{"a.txt": f"says {NAME}".encode()}),
    "zip in a zip": _zip(**{"b.zip": _zip(**{"a.txt": f"says {NAME}".encode()})}),
    "name of a member": _zip(**{"ilse märzenbach.txt": b"nothing"}),
    "comment of a zip": _zip_comment(),
    "gzip": gzip.compress(NAME.encode()),
    "name in a gzip": _gzip_name(),
    "bzip2": bz2.compress(NAME.encode()),
    "xz": lzma.compress(NAME.encode()),
    "gzip in base64 in JSON": json.dumps({"x": base64.b64encode(gzip.compress(NAME.encode())).decode()}).encode(),
    "hash": f"sha256 {SHA}".encode(),
    "hash in capitals, in a longer word": f"blob_{SHA.upper()}_x".encode(),
    "start of the hash": f"source {SHA[:12]}".encode(),
    "address without scheme": b"see dropbox.example/s/4f7q/grey%20ledger.pdf?dl=1",
    "Chinese name inside a sentence": "据沈若岚说，账册锁在柜子里。".encode(),
    "short name as it is written": b"Then Al said no.",
    "eight words": b"kept two ledgers since spring and only the",
    "eight words over tags and lines": b"<td>kept two</td>\n<td>LEDGERS, since</td> spring &#97;nd only the",
    "sixteen signs": "他说：港口办公室从春天起，就有两本 账册只有".encode(),
}


@pytest.mark.parametrize("wrapping", WRAPPED)
def test_finds_a_secret_in_every_wrapping(tmp_path: Path, wrapping: str) -> None:
    path = tmp_path / "report.html"
    path.write_bytes(WRAPPED[wrapping])

    found = search(path, SECRETS)

    assert found, wrapping
    assert all("märzenbach" not in line.casefold() and "marzenbach" not in line.casefold() for line in found)


def _parquet(path: Path, sql: str, options: str = "") -> None:
    with DuckEngine() as engine:
        engine.run(f"COPY ({sql}) TO '{path}' (FORMAT parquet{options})")


@pytest.mark.parametrize(
    ("sql", "options"),
    [
        (f"SELECT '{NAME}' AS who", ""),
        (f"SELECT [{{'deep': ['{NAME}']}}] AS who", ""),
        (f'SELECT 1 AS "{NAME}"', ""),
        ("SELECT 1 AS x", f", KV_METADATA {{note: 'by {NAME}'}}"),
        (f"SELECT encode('{NAME}') AS raw", ""),
    ],
    ids=["value", "nested value", "column name", "footer", "bytes"],
)
def test_finds_a_secret_in_parquet(tmp_path: Path, sql: str, options: str) -> None:
    path = tmp_path / "rows[1].parquet"
    _parquet(path, sql, options)

    assert search(path, SECRETS)


def test_finds_a_secret_in_parquet_inside_a_zip(tmp_path: Path) -> None:
    _parquet(tmp_path / "rows.parquet", f"SELECT i, CASE WHEN i = 4711 THEN '{NAME}' END AS who FROM range(9000) t(i)")
    path = tmp_path / "tables.zip"
    path.write_bytes(_zip(**{"rows.parquet": (tmp_path / "rows.parquet").read_bytes()}))

    (found,) = search(path, SECRETS)

    assert found == "an identifier (I… M…) in rows.parquet in tables.zip, line 4,712"


def test_finds_a_secret_in_the_name_of_the_file_and_in_a_folder(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "ilse-märzenbach.md").write_text("nothing")

    assert search(folder, SECRETS) == ["an identifier (I… M…) in the name of the file"]


def test_finds_a_secret_across_two_stretches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cuibono.store.opened.CHUNK", 64)
    monkeypatch.setattr("cuibono.store.opened.OVERLAP", 40)
    path = tmp_path / "report.md"
    path.write_text("x" * 58 + f" {NAME} " + "y" * 200)

    assert search(path, SECRETS)


def test_says_the_line_and_what_was_undone(tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_text("<p>one</p>\n<p>two</p>\n<p>Ilse M&auml;rzen<b>bach</b></p>\n<p>four</p>")

    assert search(path, SECRETS) == ["an identifier (I… M…) in report.html, line 3, after undoing several escapes"]


@pytest.mark.parametrize(
    "harmless",
    [
        "The harbour opened in 1920. Else Marzen and Ilse Bach walked.",
        "et al., ALSO, al-Andalus, coral",
        "kept two ledgers since spring and",
        "9f2b4c6d8e0 or 9f2b4c6d8e0b",
        "两本账册只有灰色的那本给审计员",
        "沈若",
        "",
    ],
)
def test_finds_nothing_where_nothing_is(tmp_path: Path, harmless: str) -> None:
    path = tmp_path / "report.html"
    path.write_text(harmless)

    assert search(path, SECRETS) == []


def test_what_is_public_too_is_no_secret(tmp_path: Path) -> None:
    public = [f"Minister {NAME} resigned.", "She kept two ledgers since spring and only the police knew."]
    secrets = Secrets.of([NAME, "Otto Grauwerk"], [MEMO], public)
    path = tmp_path / "report.html"

    path.write_text(f"{NAME} kept two ledgers since spring and only the")
    assert search(path, secrets) == []
    path.write_text("Otto Grauwerk said that the grey one was ever shown to auditors")
    assert search(path, secrets) == [
        "an identifier (O… G…) in report.html",
        "a phrase of 8 words in report.html",
    ]


def test_a_name_that_is_public_in_one_order_is_public_in_both(tmp_path: Path) -> None:
    secrets = Secrets.of(["Grau Modules (invented)", "Otto Vass"], [], ["Grau Modules (invented)", "Vass, Otto"])
    path = tmp_path / "claims.csv"
    path.write_text('"name:grau modules (invented)","Grau Modules (invented)","Otto Vass"')

    assert search(path, secrets) == []


def test_two_public_texts_do_not_make_a_secret_public(tmp_path: Path) -> None:
    secrets = Secrets.of(["Ilse Grau"], [], ["This was said by Ilse", "Grau is a colour"])
    path = tmp_path / "report.html"
    path.write_text("by Ilse Grau")

    assert search(path, secrets) == ["an identifier (I… G…) in report.html"]


def test_a_name_that_is_part_of_a_public_word_stays_secret_as_words(tmp_path: Path) -> None:
    secrets = Secrets.of(["Lena Wolters"], [], ["the string helenawolterson occurs"])
    path = tmp_path / "report.html"

    path.write_text("helenawolterson")
    assert search(path, secrets) == []
    path.write_text("Lena Wolters")
    assert search(path, secrets) == ["an identifier (L… W…) in report.html"]


@pytest.mark.parametrize("telling_nothing", ["", " ", "a", "-", "2021", "…", "12"])
def test_identifiers_that_say_nothing_are_left_out(telling_nothing: str) -> None:
    assert not Secrets.of([telling_nothing], ["0 0 0 0 0 0 0 0 0 0 0 0"], [])


@pytest.mark.parametrize("own", ["Vass, Otto says IBM.", "<b>Otto</b> &#86;ass, of I<i>BM</i>"])
def test_our_own_words_are_public_however_often_they_are_asked_for(own: str) -> None:
    for _ in range(2):
        left = Secrets.of(["Otto Vass", "Ilse Grau", "IBM"], [], ["nothing of it"], [own])
        assert not left.within("Otto Vass of IBM")
        assert left.within("Ilse Grau")
    assert Secrets.of(["Otto Vass"], [], [], ["Ilse Grau said so."]).within("Otto Vass")


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"%PDF-1.7 ...", "it is a PDF"),
        (b"PK\x03\x04 broken", "the archive is damaged"),
        (gzip.compress(b"nothing at all" * 99, mtime=0)[:-12], "it cannot be unpacked"),
        (b"PAR1 broken PAR1", "the Parquet file cannot be read"),
        (bytes(range(256)) * 3, "it holds bytes of an unknown kind"),
        (base64.b64encode(gzip.compress(bytes(range(256)) * 2)), "it holds bytes of an unknown kind"),
        (b"UEsDB" + b"A" * 30_000, "too long to be searched"),
    ],
)
def test_what_cannot_be_looked_into_counts_as_a_leak(tmp_path: Path, content: bytes, why: str) -> None:
    path = tmp_path / "report.html"
    path.write_bytes(content)

    assert any(why in line for line in search(path, SECRETS))


def test_an_encrypted_member_counts_as_a_leak(tmp_path: Path) -> None:
    raw = bytearray(_zip(**{"a.txt": b"nothing"}))
    raw[6] |= 1
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    path = tmp_path / "out.zip"
    path.write_bytes(bytes(raw))

    assert [line for line in search(path, SECRETS) if "a.txt in out.zip: it cannot be unpacked" in line]


def test_unpacking_stops_at_the_budget(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from cuibono.store import opened

    path = tmp_path / "out.zip"
    path.write_bytes(_zip(**{"a.txt": b"0" * 5_000_000}))

    pieces = list(opened.Opener(tmp_path, budget=1_000_000).open(path, "out.zip"))

    assert pieces[-1] == opened.Sealed("a.txt in out.zip", "it is too large to be searched")


def test_archives_nested_too_deep_count_as_a_leak(tmp_path: Path) -> None:
    raw = b"nothing"
    for _ in range(12):
        raw = gzip.compress(raw)
    path = tmp_path / "out.gz"
    path.write_bytes(raw)

    assert any("nested more than 8 deep" in line for line in search(path, SECRETS))


def test_refuse_raises_and_names_no_secret(tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_text(f"says {NAME}")

    with pytest.raises(ProtectedLeak) as caught:
        refuse(path, SECRETS)

    assert "report.html, line" not in str(caught.value)
    assert "an identifier (I… M…) in report.html" in str(caught.value)
    assert "zenbach" not in str(caught.value)
    refuse(path, Secrets())


def test_nothing_is_left_beside_the_file(tmp_path: Path) -> None:
    path = tmp_path / "out.zip"
    path.write_bytes(_zip(**{"b.zip": _zip(**{"a.txt": NAME.encode()})}))
    search(path, SECRETS)

    assert [p.name for p in tmp_path.iterdir()] == ["out.zip"]


def test_the_secrets_do_not_hold_what_they_protect() -> None:
    assert "rzenbach" not in repr(SECRETS)
    assert "rzenbach" not in str(vars(SECRETS))


_WRAPS: list[Callable[[str], str]] = [
    str.upper,
    html.escape,
    lambda t: "".join(f"&#{ord(c)};" for c in t),
    lambda t: json.dumps(t),
    lambda t: quote(t, safe=""),
    lambda t: "\u200b".join(t),
    lambda t: "<i></i>".join(t),
    lambda t: t.replace(" ", "\n\t"),
]
_word = st.text(st.characters(codec="utf-8", categories=("Ll", "Lu")), min_size=4, max_size=9)


@given(
    words=st.lists(_word, min_size=2, max_size=4),
    wraps=st.lists(st.sampled_from(_WRAPS), max_size=2),
    before=st.text(max_size=30),
    after=st.text(max_size=30),
)
def test_any_name_is_found_in_any_two_wrappings(
    words: list[str], wraps: list[Callable[[str], str]], before: str, after: str
) -> None:
    name = text = " ".join(words)
    if len("".join(tokens(fold(name)))) < 10:
        return
    for wrap in wraps:
        text = wrap(text)
    secrets = Secrets.of([name], [], [])

    from cuibono.store.unescaped import views

    assert any(secrets.within(read) for _, read in views(f"{before} {text} {after}"))


@given(st.text(max_size=300))
def test_a_text_never_holds_more_than_the_secrets(text: str) -> None:
    hit = SECRETS.within(text)

    assert set(hit.runs) <= set(SECRETS.runs)
    assert hit.shorts <= SECRETS.shorts
    assert not SECRETS.minus([SECRETS])
