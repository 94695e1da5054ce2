"""What fuzzing starts from: small files that trip readers up, and the words of each format."""

import bz2
import gzip
import importlib.util
import io
import lzma
import tarfile
import zipfile
from collections.abc import Iterable
from pathlib import Path

from cuibono.readers import registry
from cuibono.testing.fuzz import LARGEST, Seed

#: Every reader gets these, whatever it reads.
ANY = (
    Seed("empty", b"", general=True),
    Seed("one.txt", b"\x00", general=True),
    Seed("zeros.bin", bytes(1000), general=True),
    Seed("ones.bin", b"\xff" * 1000, general=True),
    Seed("every.bin", bytes(range(256)) * 4, general=True),
    Seed("deep.json", b"[" * 60_000, general=True),
    Seed("utf16.txt", "合同 contract\r\n".encode("utf-16"), general=True),
    Seed("half.txt", b"abc \xed\xa0\x80 \xf0\x9f", general=True),
)
_TEXT = [
    "# Heading\n\nA paragraph.\n\n- list\n",
    "---\ntitle: x\ndate: 2024-03-01\n---\nBody.\n",
    "合同，已签。\n" * 20,
]
_HTML = (
    b"<!doctype html><html lang=en><head><title>T &amp; U</title><meta charset=gbk>"
    b"<meta property='og:title' content='x'><meta name=author content='Ada Vale'>"
    b"<meta property='article:published_time' content='2024-03-01T10:00:00Z'></head>"
    b"<body><article><h1>Heading</h1><p>The harbour office paid 4,200 crowns to the firm.</p>"
    b"<table><tr><td colspan=9999>cell<td></table><script>var x = '<p>';</script></article></body></html>"
)
_MAIL = (
    b"From: =?utf-8?B?QWRh?= <ada@example.org>\r\nTo: b@example.org\r\nSubject: =?gb2312?Q?=BA=CF=CD=AC?=\r\n"
    b"Date: Fri, 1 Mar 2024 10:00:00 +0100\r\nMIME-Version: 1.0\r\n"
    b"Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nHello\r\n"
    b"--x\r\nContent-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\n"
    b"Content-Disposition: attachment; filename*=utf-8''..%2Fevil.txt\r\n\r\nZXZpbA==\r\n--x--\r\n"
)
_WARC = (
    b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>\r\n"
    b"WARC-Date: 2024-03-01T10:00:00Z\r\nWARC-Target-URI: http://example.org/\r\n"
    b"Content-Type: application/http; msgtype=response\r\nContent-Length: 74\r\n\r\n"
    b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 10\r\n\r\n<p>Hi</p>\n\r\n\r\n"
)
_JSON = b'{"title": "x", "items": [{"a": 1, "b": null, "c": "\\ud800"}, {"a": 1e400, "b": [[], {}]}]}'
_CSV = ['a,b,c\n1,"two, ""2""",3\n', "a;b\n1;2;3;4\n", "a\tb\n合\t同\n", 'a,a,,a\n"open\n1,2\n', "sep=;\nx;y\n1;2\n"]
_PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>"
    b"/Annots[<</Type/Annot/Subtype/Text/Contents(note)/Rect[0 0 9 9]>>]>>endobj\n"
    b"4 0 obj<</Length 44>>stream\nBT /F 9 Tf 9 9 Td (Hello harbour) Tj ET\nendstream endobj\n"
    b"5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"
    b"6 0 obj<</Title(x)/CreationDate(D:20240301)>>endobj\ntrailer<</Root 1 0 R/Info 6 0 R>>\nstartxref\n0\n%%EOF"
)
_NDJSON = b'{"id": "a", "schema": "Company", "properties": {"name": ["Vale Ltd"], "country": ["gb"]}}\n'
_VTT = b"WEBVTT\n\n00:00:01.000 --> 00:00:02.500\n<v Ada>Hello</v>\n"
_SRT = b"1\n00:00:01,000 --> 00:00:02,500\nHello\n\n2\n00:00:03,000 --> 00:00:04,000\nBye\n"


def _zip(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _tar(form: int) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=form) as archive:
        for name in ("a.txt", "folder/" * 20 + "合同.txt"):
            entry = tarfile.TarInfo(name)
            entry.size = 5
            archive.addfile(entry, io.BytesIO(b"words"))
    return out.getvalue()


def _archives() -> list[Seed]:
    tar = _tar(tarfile.PAX_FORMAT)
    return [
        Seed("a.zip", _zip({"a.txt": b"words", "b/合.txt": b"more" * 50, "inner.zip": _zip({"x": b"y"})})),
        Seed("a.tar", tar),
        Seed("gnu.tar", _tar(tarfile.GNU_FORMAT)),
        Seed("a.tgz", gzip.compress(tar, mtime=0)),
        Seed("a.csv.gz", gzip.compress(b"a,b\n1,2\n", mtime=0)),
        Seed("a.csv.bz2", bz2.compress(b"a,b\n1,2\n")),
        Seed("a.csv.xz", lzma.compress(b"a,b\n1,2\n")),
        Seed("bomb.gz", gzip.compress(bytes(8 << 20), mtime=0)),
    ]


def _pictures() -> list[Seed]:
    """A small picture in each format that Pillow writes, where Pillow is installed."""
    if importlib.util.find_spec("PIL") is None:
        return []
    from PIL import Image

    picture = Image.linear_gradient("L").resize((24, 16)).convert("P")
    found = []
    for kind in ("png", "jpeg", "tiff", "webp", "bmp"):
        out = io.BytesIO()
        several = {"save_all": True, "append_images": [picture]} if kind in ("tiff", "webp") else {}
        exif = {"exif": _exif()} if kind in ("jpeg", "png", "webp") else {}
        picture.convert("RGB").save(out, kind, **several, **exif)
        found.append(Seed(f"dot.{kind}", out.getvalue()))
    return found


def _exif() -> bytes:
    from PIL import Image

    exif = Image.Exif()
    exif[315], exif[0x0112] = "Ada Vale", 6
    exif.get_ifd(0x8769)[36867] = "2024:03:12 10:15:00"
    return exif.tobytes()


_TIKTOK = (
    b'{"Activity": {"Video Browsing History": {"VideoList": '
    b'[{"Date": "2024-03-01 10:00:00", "Link": "https://www.tiktokv.com/share/video/7300000000000000001/"}]}}}'
)
_TAKEOUT = (
    b'<html><div class="outer-cell mdl-cell"><a href="https://www.youtube.com/watch?v=abcdefghijk">a</a><br>'
    b"Mar 1, 2024, 10:01:00 AM UTC</div></html>"
)


def _known() -> list[Seed]:
    """One small file or more of every kind that any reader may meet."""
    csv = [Seed(f"{i}.csv", text.encode()) for i, text in enumerate(_CSV)]
    text = [Seed(f"{i}.md", text.encode()) for i, text in enumerate(_TEXT)]
    return [
        *csv,
        *text,
        Seed("page.html", _HTML),
        Seed("user_data.json", _TIKTOK),
        Seed(
            "watch-history.json",
            b'[{"header": "YouTube", "title": "a", "titleUrl": "https://youtube.com/watch?v=abcdefg"}]',
        ),
        Seed("watch-history.html", _TAKEOUT),
        Seed(
            "page.mhtml", _MAIL.replace(b"multipart/mixed", b"multipart/related").replace(b"text/plain", b"text/html")
        ),
        Seed("letter.eml", _MAIL),
        Seed("box.mbox", b"From a@b Fri Mar  1 10:00:00 2024\n" + _MAIL + b"\n\n"),
        Seed("web.warc", _WARC),
        Seed("web.warc.gz", gzip.compress(_WARC, mtime=0)),
        Seed("web.wacz", _zip({"archive/data.warc.gz": gzip.compress(_WARC, mtime=0), "datapackage.json": b"{}"})),
        Seed("data.json", _JSON),
        Seed("data.ndjson", b'{"a": 1}\n{"a": "x", "b": {"c": []}}\n'),
        Seed("tweets.js", b'window.YTD.tweets.part0 = [{"tweet": {"id_str": "1", "created_at": "2024-01-01"}}]'),
        Seed("entities.ftm", _NDJSON * 3),
        Seed("statements.ftm", b"entity_id,schema,prop,value\na,Company,name,Vale Ltd\n"),
        Seed("report.pdf", _PDF),
        *_pictures(),
        Seed("talk.vtt", _VTT),
        Seed("talk.srt", _SRT),
        Seed(
            "feed.xml",
            b"<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'b'>]><rss><channel><item>&a;</item></channel></rss>",
        ),
        *_archives(),
    ]


#: Words of each format; the reader's name is the key. A reader without an entry gets the general ones.
TOKENS: dict[str, tuple[bytes, ...]] = {
    "pdf": (
        *(
            b"endobj",
            b"stream\n",
            b"/Length 99999",
            b"/Kids[1 0 R 1 0 R]",
            b"/Parent 3 0 R",
            b"/Type/Page",
            b"/Count -1",
        ),
        *(b"/Filter/FlateDecode", b"/Filter[/LZWDecode/ASCII85Decode]", b"/Encrypt 6 0 R", b"<</", b">>", b"0 0 R"),
        *(
            b"/MediaBox[0 0 1e9 1e9]",
            b"xref\n0 9\n",
            b"/ObjStm",
            b"BT",
            b"(\xfe\xff\xd8\x00)Tj",
            b"/F 1e9 Tf",
            b"q " * 999,
        ),
    ),
    "image": (
        *(b"IHDR", b"IDAT", b"acTL\x00\xff\xff\xff", b"eXIf", b"iCCP", b"zTXt", b"\xff\xd8", b"\xff\xc0", b"\xff\xda"),
        *(b"Exif\x00\x00", b"II*\x00\x08\x00\x00\x00", b"VP8L", b"ANMF", b"\x00\x01\x00\x00", b"MPF\x00"),
    ),
    "archive": (
        *(b"PK\x01\x02", b"PK\x05\x06", b"PK\x06\x06", b"PK\x06\x07", b"../", b"C:\\", b"ustar\x0000", b"\x75\x70"),
        *(b"././@LongLink", b"30 path=../../x\n", b"99 GNU.sparse.map=0,1\n", b"BZh9", b"\xfd7zXZ\x00", b"__MACOSX/"),
    ),
    "html": (
        *(
            b"<p>",
            b"</p>",
            b"<table>",
            b"<svg>",
            b"<![CDATA[",
            b"<!--",
            b"-->",
            b"<script>",
            b"&#x110000;",
            b"&#55296;",
        ),
        *(b"<meta charset=utf-7>", b"<base href='//'>", b"<time datetime='9999-99-99'>", b"<div>" * 3000, b"<title>"),
        *(b'<script type="application/ld+json">{"@type":["NewsArticle"],"datePublished":[],"author":{}}</script>',),
    ),
    "email": (
        *(
            b"\r\n\r\n",
            b"--x\r\n",
            b"Content-Type: message/rfc822\r\n",
            b"=?utf-8?Q?=ff?=",
            b"charset=utf-7",
            b"=?x?B?",
        ),
        *(b"Content-Transfer-Encoding: uuencode\r\n", b"Date: 99 Foo 0000 99:99\r\n", b"\nFrom ", b"boundary=\r\n"),
    ),
    "json": (
        *(b"{", b"}", b"[", b"]", b'"', b":", b"null", b"NaN", b"-Infinity", b"1e999", b"\\ud800", b"\\u0000"),
        *(b"9" * 5000, b'{"a":' * 500, b"// comment", b'"":1,', b"\xef\xbb\xbf"),
    ),
    "csv": (b",", b";", b"\t", b'"', b'""', b"\r", b"\n", b"|", b"=1+1", b"#N/A", b'"\n"', b"," * 3000, b"sep=|\n"),
    "warc": (
        *(
            b"WARC/1.1\r\n",
            b"Content-Length: -1\r\n",
            b"Content-Length: 99999999\r\n",
            b"WARC-Type: revisit\r\n",
            b"\r\n\r\n",
        ),
        *(b"Transfer-Encoding: chunked\r\n", b"Content-Encoding: gzip\r\n", b"HTTP/1.1 999\r\n", b"WARC-Date: x\r\n"),
    ),
}
_XML = (
    b"<w:p>",
    b"</w:t>",
    b"<!DOCTYPE x [<!ENTITY a '&b;'>]>",
    b"&a;",
    b'r="XFD1048577"',
    b"<v>99999999</v>",
    b"Target='../'",
)
TOKENS |= {
    "mail": TOKENS["email"],
    "capture": (*TOKENS["warc"], *TOKENS["email"], b'{"url":"x","ts":"x"}\n', b"archive/data.warc"),
    "json_items": TOKENS["json"],
    "telegram": (
        *TOKENS["json"],
        b'"type": "private_group"',
        b'"messages": [',
        b'"text": [{}]',
        b'"chats": {"list": [',
    ),
    "zeeschuimer": (*TOKENS["json"], b'"source_platform": "x.com"', b'"data": {', b'"createTime": 1e99', b'"user": []'),
    "x_archive": (*TOKENS["json"], b"window.YTD.tweet.part0 = ", b'"created_at": "x"', b'"entities": []'),
    "delimited": TOKENS["csv"],
    "bods": (
        *TOKENS["json"],
        b'"statementType": "ownershipOrControlStatement"',
        b'"recordType": "relationship"',
        b'"interests": [[]]',
        b'"share": {"exact": {}}',
        b'"replacesStatements": 1',
    ),
    "ftm": (
        *TOKENS["json"],
        b'"schema": "Person"',
        b'"properties": {"name": [{"id": "b"}]}',
        b'"id": ""',
        b"a,,name,\n",
    ),
    "parquet": (b"PAR1", b"PARE", b"\x15\x00", b"\x19\x4c", b"\xff\xff\xff\x7f", b"\x00\x00\x00\x80"),
    "subtitles": (b" --> ", b"99:99:99,999", b"WEBVTT", b"NOTE", b"STYLE", b"<v>", b"<c.x>", b"{\\an8}", b"00:00.000"),
}
TOKENS |= dict.fromkeys(("docx", "sheets", "excel", "xlsx", "workbook"), _XML)


def corpus(samples: Path | None, work: Path, *, only: Iterable[str] = ()) -> dict[str, list[Seed]]:
    """What each reader starts from: its own samples, the known files of its suffixes, and those for all.

    ``samples`` is a folder of modules ``<reader>.py`` with ``make(folder) -> Path``.
    """
    chosen = set(only)
    known = _known()
    found: dict[str, list[Seed]] = {}
    for reader in registry.readers():
        if chosen and reader.name not in chosen:
            continue
        made = _samples(samples, reader.name, work)
        of_kind = [s for s in known if s.name.endswith(reader.suffixes)]
        found[reader.name] = [s for s in (*made, *of_kind, *ANY) if len(s.data) <= 4 * LARGEST]
    return found


def _samples(folder: Path | None, name: str, work: Path) -> list[Seed]:
    file = folder / f"{name}.py" if folder else None
    if file is None or not file.exists():
        return []
    spec = importlib.util.spec_from_file_location(f"sample_{name}", file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    into = work / name
    into.mkdir(parents=True)
    path: Path = module.make(into)
    return [Seed(path.name, path.read_bytes())]
