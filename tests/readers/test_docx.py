import io
import zipfile

import docx as library
import pytest

from cuibono.errors import UnreadableSource, UnsafeInput
from cuibono.readers import docx, registry
from cuibono.readers.contract import Limits
from tests.readers.inputs import given
from tests.readers.samples.docx import make

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def packed(parts: dict[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def document(body: str, **more: str) -> bytes:
    return packed({"word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>", **more})


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def read(data: bytes, tmp_path, **limits):
    path = tmp_path / "bytes"
    path.write_bytes(data)
    return docx.read(given(path, tmp_path / "staging", name="a.docx", limits=Limits(**limits)))


def passages(reading) -> list[tuple[str, str]]:
    return [(p.place, p.text) for p in reading.pieces]


def test_paragraphs_and_rows_come_in_the_order_of_the_document(tmp_path):
    reading = read(make(tmp_path).read_bytes(), tmp_path)
    assert passages(reading) == [
        ("paragraph 1", "The harbour pays twice"),
        ("paragraph 2", "The harbour office paid the same firm two times in March."),
        ("table 1, row 1", "bill | amount"),
        ("table 1, row 2", "1 | 100"),
        ("paragraph 3", "港口付了两次。"),
    ]
    assert next(iter(reading.pieces)).data == {"style": "Heading1"}


def test_a_document_says_who_made_it_and_when(tmp_path):
    reading = read(make(tmp_path).read_bytes(), tmp_path)
    assert (reading.title, reading.author, reading.published) == ("The harbour pays twice", "Ada Muster", "2021-03-04")


def test_without_properties_the_title_is_what_has_the_style_of_one(tmp_path):
    body = f'<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr>{run("The harbour")}</w:p><w:p>{run("Words")}</w:p>'
    reading = read(document(body), tmp_path)
    assert (reading.title, reading.author, reading.published) == ("The harbour", None, None)


def test_what_python_docx_writes_is_read_the_same(tmp_path):
    made = library.Document()
    for text in ("One\ttab", "Two\nlines", "", "<&>"):
        made.add_paragraph(text)
    out = io.BytesIO()
    made.save(out)
    assert [t for _, t in passages(read(out.getvalue(), tmp_path))] == ["One\ttab", "Two\nlines", "<&>"]


def test_inserted_text_is_in_and_deleted_moved_and_doubled_text_is_not(tmp_path):
    body = (
        f"<w:p>{run('a')}<w:ins>{run('b')}</w:ins><w:del><w:r><w:delText>c</w:delText></w:r></w:del>"
        f"<w:moveFrom>{run('d')}</w:moveFrom><w:r><w:instrText>PAGE</w:instrText></w:r>"
        f'<mc:AlternateContent xmlns:mc="m"><mc:Choice>{run("e")}</mc:Choice><mc:Fallback>{run("e")}</mc:Fallback>'
        f"</mc:AlternateContent></w:p>"
    )
    assert passages(read(document(body), tmp_path)) == [("paragraph 1", "abe")]


def test_a_table_inside_a_table_belongs_to_its_cell(tmp_path):
    inner = f"<w:tbl><w:tr><w:tc><w:p>{run('x')}</w:p></w:tc><w:tc><w:p>{run('y')}</w:p></w:tc></w:tr></w:tbl>"
    cells = f"<w:tc><w:p>{run('a')}</w:p>{inner}<w:p/></w:tc><w:tc><w:p>{run('b')}</w:p></w:tc>"
    body = f"<w:tbl><w:tr>{cells}</w:tr></w:tbl><w:p>{run('end')}</w:p>"
    assert passages(read(document(body), tmp_path)) == [("table 1, row 1", "a x y | b"), ("paragraph 1", "end")]


def test_footnotes_and_comments_follow_with_who_made_them(tmp_path):
    notes = f'<w:footnotes {W}><w:footnote w:type="separator"><w:p>{run("-")}</w:p></w:footnote>'
    notes += f"<w:footnote><w:p>{run('See the bill.')}</w:p></w:footnote></w:footnotes>"
    comment = f'<w:comments {W}><w:comment w:author="Ben Probe" w:date="2021-03-05T00:00:00Z"><w:p>{run("True?")}'
    parts = {"word/footnotes.xml": notes, "word/comments.xml": f"{comment}</w:p></w:comment></w:comments>"}
    reading = read(document(f"<w:p>{run('Words')}</w:p>", **parts), tmp_path)
    assert passages(reading)[1:] == [("footnote 1", "See the bill."), ("comment 1", "True?")]
    assert list(reading.pieces)[2].data == {"author": "Ben Probe", "date": "2021-03-05T00:00:00Z"}


def test_a_paragraph_of_a_hundred_thousand_characters_has_parts(tmp_path):
    found = passages(read(document(f"<w:p>{run('The office paid. ' * 6000)}</w:p>"), tmp_path))
    assert found[0][0] == "paragraph 1, part 1"
    assert max(len(text) for _, text in found) <= 3000


ENTITIES = '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/hostname">]>'
HOSTILE = {
    "entities": f"{ENTITIES}<w:document {W}><w:body><w:p>{run('&b;&f;')}</w:p></w:body></w:document>",
    "depth": "<a>" * 100_000,
    "no end": f"<w:document {W}><w:body><w:p>{run('words')}",
    "no xml": "words",
    "an encoding that is none": "<?xml version='1.0' encoding='UTF-0'?><a/>",
    "an encoding of many bytes": "<?xml version='1.0' encoding='gb18030'?><a/>",
    "nothing": "",
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_xml_that_no_word_processor_writes_is_refused(kind, tmp_path):
    with pytest.raises(UnreadableSource, match=r"in word/document\.xml"):
        read(packed({"word/document.xml": HOSTILE[kind]}), tmp_path)


def test_bombs_are_refused_before_they_are_unpacked(tmp_path):
    bomb = document("<w:p/>", **{"word/media/image1.png": "x" * (40 << 20)})
    with pytest.raises(UnsafeInput, match="which no Word document needs"):
        read(bomb, tmp_path)
    with pytest.raises(UnsafeInput, match="which no Word document needs"):
        read(document("<w:p/>"), tmp_path, members=1)
    with pytest.raises(UnsafeInput, match="more than 100 characters"):
        read(document(f"<w:p>{run('words ' * 50)}</w:p>"), tmp_path, text=100)


@pytest.mark.parametrize("cut", [10, 200, 400])
def test_a_document_cut_short_is_refused(cut, tmp_path):
    with pytest.raises(UnreadableSource, match=r"a\.docx: "):
        read(make(tmp_path).read_bytes()[:-cut], tmp_path)


def test_damage_inside_is_refused(tmp_path):
    data = bytearray(document("<w:p>" + run("words of some length to pack") + "</w:p>"))
    at = data.index(b"word/document.xml") + 40
    data[at : at + 20] = bytes(20)
    with pytest.raises(UnreadableSource, match="damaged"):
        read(bytes(data), tmp_path)


def test_a_document_is_known_by_its_parts(tmp_path):
    path = make(tmp_path)
    for number, name in enumerate(["a.zip", "noname", "a.xlsx"]):
        assert registry.choose(given(path, tmp_path / str(number), name=name)).name == "docx"
