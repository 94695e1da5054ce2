from pathlib import Path

import pytest
from hypothesis import given as examples
from hypothesis import strategies as st
from reportlab.lib import pdfencrypt
from reportlab.pdfgen.canvas import Canvas

from cuibono.errors import MissingExtra, UnreadableSource, UnsafeInput
from cuibono.readers import ocr, page_text, pdf
from cuibono.readers.contract import Limits
from tests.readers.inputs import given
from tests.readers.scans import CHINESE, ENGLISH, scanned_pdf


def written(path: Path, pages: list[str], **settings) -> Path:
    canvas = Canvas(str(path), pageCompression=0, **settings)
    for page in pages:
        for number, line in enumerate(page.split("\n")):
            canvas.drawString(72, 760 - 14 * number, line)
        canvas.showPage()
    canvas.save()
    return path


def read(path: Path, tmp_path: Path, **limits):
    return pdf.READER.read(given(path, tmp_path / "staging", limits=Limits(**limits)))


def places(reading) -> list[tuple[str, str]]:
    return [(p.place, p.text) for p in reading.pieces]


def test_every_page_is_a_passage_with_its_number(tmp_path):
    reading = read(written(tmp_path / "a.pdf", ["The office paid.", "The firm denies it."]), tmp_path)
    assert places(reading) == [("page 1", "The office paid."), ("page 2", "The firm denies it.")]
    assert [dict(p.data) for p in reading.pieces] == [{"page": 1}, {"page": 2}]
    assert reading.media_type == "application/pdf"


def test_title_author_and_date_come_from_the_metadata(tmp_path):
    canvas = Canvas(str(tmp_path / "a.pdf"), invariant=1)
    canvas.setTitle("港口 report")
    canvas.setAuthor("Ada Vale")
    canvas.drawString(72, 700, "Words")
    canvas.save()
    reading = read(tmp_path / "a.pdf", tmp_path)
    assert (reading.title, reading.author, reading.published) == ("港口 report", "Ada Vale", "2000-01-01")
    assert reading.notes == ("its date, 2000-01-01, is what the file says of itself",)


def test_names_that_programs_put_in_are_no_title_and_no_author(tmp_path):
    reading = read(written(tmp_path / "a.pdf", ["Words"]), tmp_path)
    assert (reading.title, reading.author) == (None, None)


def test_a_hyphen_at_the_end_of_a_line_stays_as_printed(tmp_path):
    reading = read(written(tmp_path / "a.pdf", ["The harbour author-\nities paid."]), tmp_path)
    assert places(reading) == [("page 1", "The harbour author-\nities paid.")]


def test_a_long_page_is_cut_into_parts_at_sentences(tmp_path):
    page = "\n".join(f"Sentence number {i} says that the office paid the firm." for i in range(100))
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(595, 2000))
    for number, line in enumerate(page.split("\n")):
        canvas.drawString(72, 1900 - 14 * number, line)
    canvas.save()
    first, second = read(tmp_path / "a.pdf", tmp_path).pieces
    assert (first.place, second.place) == ("page 1, part 1", "page 1, part 2")
    assert first.text.endswith("the firm.")
    assert second.text.startswith("Sentence number")
    assert len(first.text) <= page_text.LONGEST


def test_blank_pages_are_passed_over(tmp_path):
    reading = read(written(tmp_path / "a.pdf", ["Words", "", "More"]), tmp_path)
    assert [place for place, _ in places(reading)] == ["page 1", "page 3"]


def test_a_file_of_blank_pages_says_so(tmp_path):
    assert "none of its pages holds any text" in read(written(tmp_path / "a.pdf", [""]), tmp_path).notes


def test_a_password_is_asked_for_clearly(tmp_path):
    path = written(tmp_path / "closed.pdf", ["x"], encrypt=pdfencrypt.StandardEncryption("secret", "owner"))
    with pytest.raises(UnreadableSource, match=r"closed\.pdf is encrypted(.|\n)*owner's consent"):
        read(path, tmp_path)


@pytest.mark.parametrize("strength", [40, 128])
def test_a_file_that_is_only_restricted_from_printing_is_read(tmp_path, strength):
    lock = pdfencrypt.StandardEncryption("", "owner", canPrint=0, strength=strength)
    reading = read(written(tmp_path / "a.pdf", ["Not for print."], encrypt=lock), tmp_path)
    assert places(reading) == [("page 1", "Not for print.")]


def test_a_file_that_is_no_pdf_is_refused_by_name(tmp_path):
    (tmp_path / "x.pdf").write_bytes(b"%PDF-1.4\nnothing of the kind\n%%EOF")
    with pytest.raises(UnreadableSource, match=r"x\.pdf is damaged and cannot be read as a PDF\."):
        read(tmp_path / "x.pdf", tmp_path)


def test_a_file_cut_near_its_start_is_refused_and_the_error_says_why(tmp_path):
    whole = written(tmp_path / "a.pdf", ["one", "two"]).read_bytes()
    (tmp_path / "cut.pdf").write_bytes(whole[:200])
    with pytest.raises(UnreadableSource, match=r"cut\.pdf is damaged .* probably cut short"):
        read(tmp_path / "cut.pdf", tmp_path)


def test_a_file_cut_near_its_end_gives_its_whole_pages_and_a_note(tmp_path):
    whole = written(tmp_path / "a.pdf", ["one", "two", "three"]).read_bytes()
    (tmp_path / "cut.pdf").write_bytes(whole[:-300])
    reading = read(tmp_path / "cut.pdf", tmp_path)
    assert places(reading) == [("page 1", "one"), ("page 2", "two"), ("page 3", "three")]
    assert reading.notes[0].startswith("the file was cut short: 3 pages were found")


def test_too_many_pages_are_refused(tmp_path):
    with pytest.raises(UnsafeInput, match=r"a\.pdf has 3 pages; the limit is 2"):
        read(written(tmp_path / "a.pdf", ["1", "2", "3"]), tmp_path, pages=2)


def test_too_much_text_is_refused(tmp_path):
    path = written(tmp_path / "a.pdf", ["A long line of words"])
    with pytest.raises(UnsafeInput, match="more text than the limit"):
        read(path, tmp_path, text=10)


def test_a_page_that_takes_too_long_is_named_and_the_file_refused(tmp_path):
    with pytest.raises(UnreadableSource, match=r"page 1: it took longer than 0\.5 seconds"):
        read(hanging(tmp_path / "slow.pdf"), tmp_path, seconds=0.5)


def hanging(path: Path) -> Path:
    """Twelve forms, each drawing the next one a hundred times: 10^24 things to draw on one page."""
    parts = [b"%PDF-1.4\n"]
    last = 16
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Resources<</XObject<</F 5 0 R>>>>>>",
        4: b"<</Length 5>>stream\n/F Do\nendstream",
    }
    for number in range(5, last):
        content = b"/F Do " * 100
        objects[number] = b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F %d 0 R>>>>" % (
            number + 1
        ) + b"/Length %d>>stream\n%s\nendstream" % (len(content), content)
    objects[last] = b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 9>>stream\n0 0 1 1 re\nendstream"
    for number, body in objects.items():
        parts.append(b"%d 0 obj%s endobj\n" % (number, body))
    parts.append(b"trailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF")
    path.write_bytes(b"".join(parts))
    return path


@pytest.mark.ocr
def test_scanned_pages_are_read_by_ocr_and_say_so(tmp_path):
    reading = read(scanned_pdf(tmp_path / "scan.pdf", [ENGLISH, CHINESE], words=["A typed page"]), tmp_path)
    texts = [p.text.split("\n") for p in reading.pieces]
    assert texts == [["A typed page"], [*ENGLISH], [*CHINESE]]
    assert "ocr" not in reading.pieces[0].data
    assert all(p.data["ocr"] > 0.9 for p in reading.pieces[1:])
    assert reading.notes[0].startswith("2 pages were read by OCR, mean confidence: page 2 ")
    assert reading.published is None
    assert reading.captured is not None


@pytest.mark.ocr
def test_a_scan_with_a_stamp_on_it_is_still_a_scan(tmp_path):
    path = scanned_pdf(tmp_path / "scan.pdf", [ENGLISH])
    stamped = stamp(path, tmp_path / "stamped.pdf", "No. 000123")
    (piece,) = read(stamped, tmp_path).pieces
    assert "harbour office paid" in piece.text
    assert piece.data["ocr"] > 0.8


def stamp(path: Path, to: Path, words: str) -> Path:
    """Draw a line of real text onto every page."""
    from pypdf import PdfReader, PdfWriter

    layer = written(to.with_suffix(".layer"), [words], pagesize=(900, 800))
    writer = PdfWriter(clone_from=path)
    for page in writer.pages:
        page.merge_page(PdfReader(layer).pages[0])
    writer.write(to)
    return to


def test_a_picture_page_among_others_is_noted_when_there_is_no_ocr(tmp_path, monkeypatch):
    monkeypatch.setattr(ocr, "available", lambda: None)
    reading = read(scanned_pdf(tmp_path / "scan.pdf", [ENGLISH], words=["typed", "typed too"]), tmp_path)
    assert [place for place, _ in places(reading)] == ["page 1", "page 2"]
    assert reading.notes[0] == "page 3 is a picture without text: install cuibono[ocr] to read it"


def test_nothing_but_pictures_asks_for_ocr(tmp_path, monkeypatch):
    monkeypatch.setattr(ocr, "available", lambda: None)
    with pytest.raises(MissingExtra, match=r"scan\.pdf holds pictures of pages without text(.|\n)*cuibono\[ocr\]"):
        read(scanned_pdf(tmp_path / "scan.pdf", [ENGLISH]), tmp_path)


def test_switched_off_ocr_is_noted_and_no_error(tmp_path):
    path = scanned_pdf(tmp_path / "scan.pdf", [ENGLISH, CHINESE])
    with ocr.disabled():
        reading = read(path, tmp_path)
    assert list(reading.pieces) == []
    assert reading.notes[0] == "pages 1-2 are pictures without text: OCR is switched off"


def test_text_nobody_can_see_is_taken_and_said(tmp_path):
    canvas = Canvas(str(tmp_path / "a.pdf"))
    text = canvas.beginText(72, 700)
    text.setTextRenderMode(3)
    text.textLine("An older program read this from the picture.")
    canvas.drawText(text)
    canvas.save()
    reading = read(tmp_path / "a.pdf", tmp_path)
    assert places(reading) == [("page 1", "An older program read this from the picture.")]
    assert reading.pieces[0].data == {"page": 1, "layer": "invisible"}
    assert "text that cannot be seen" in reading.notes[0]


def test_form_fields_and_comments_are_passages(tmp_path):
    canvas = Canvas(str(tmp_path / "a.pdf"))
    canvas.drawString(72, 700, "Declaration")
    canvas.acroForm.textfield(name="owner", value="Ada Vale", x=72, y=600)
    canvas.textAnnotation("Ask about the owner", Rect=[10, 10, 30, 30])
    canvas.save()
    assert places(read(tmp_path / "a.pdf", tmp_path))[1:] == [
        ("page 1, form field 1", "owner: Ada Vale"),
        ("page 1, comment 2", "Ask about the owner"),
    ]


def test_attached_files_become_members(tmp_path):
    from pypdf import PdfWriter

    writer = PdfWriter(clone_from=written(tmp_path / "a.pdf", ["See the attachment."]))
    writer.add_attachment("../list.csv", b"firm,share\nVale,40\n")
    writer.write(tmp_path / "b.pdf")
    (member,) = read(tmp_path / "b.pdf", tmp_path).members
    assert member.name == "list.csv"
    assert member.path.read_bytes() == b"firm,share\nVale,40\n"
    assert member.path.parent == tmp_path / "staging"


def test_garbled_text_is_told_from_text():
    assert page_text.garbage("\ue001\ue002\ue003 a") == 0.75
    assert page_text.garbage("Plain words, 港口") == 0.0
    assert page_text.garbage("") == 0.0


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("D:20240312101500+08'00'", "2024-03-12"),
        ("D:202403", "2024-03"),
        ("D:2024", "2024"),
        ("20240230", "2024-02"),
        ("D:19700101000000", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_pdf_dates_become_days(stamp, day):
    assert page_text.edtf_of(stamp) == day


@examples(st.text(alphabet="ab .。\n", max_size=300), st.integers(5, 60))
def test_cutting_loses_nothing_but_white_space(text, longest):
    parts = list(page_text.cut(text, longest))
    assert "".join("".join(parts).split()) == "".join(text.split())
    assert all(0 < len(p) <= longest for p in parts) or not text.strip()


@examples(st.text(max_size=200))
def test_clean_text_can_be_stored(text):
    clean = page_text.clean(text)
    assert "\x00" not in clean
    assert clean.encode("utf-8").decode("utf-8") == clean


def test_pdfs_are_recognised_by_content(tmp_path):
    path = written(tmp_path / "report.bin", ["x"])
    assert pdf.READER.recognises(given(path, tmp_path / "s")) == 0.95
    (tmp_path / "letter.txt").write_bytes(b"Dear %PDF")
    assert pdf.READER.recognises(given(tmp_path / "letter.txt", tmp_path / "s")) == 0.0
