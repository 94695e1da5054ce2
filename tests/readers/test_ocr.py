import socket
import subprocess
import sys
from importlib.util import find_spec

import numpy as np
import pytest

from cuibono.errors import MissingExtra, UnsafeInput
from cuibono.readers import ocr
from tests.readers.scans import CHINESE, ENGLISH, drawn, png

TSV = "\n".join(
    "\t".join(row)
    for row in [
        ["level", "page", "block", "par", "line", "word", "left", "top", "width", "height", "conf", "text"],
        ["5", "1", "1", "1", "1", "1", "10", "20", "40", "18", "96", "The"],
        ["5", "1", "1", "1", "1", "2", "60", "22", "70", "18", "90", "harbour"],
        ["5", "1", "1", "1", "2", "1", "10", "50", "30", "18", "80", "港务"],
        ["5", "1", "1", "1", "2", "2", "45", "50", "15", "18", "70", "局"],
        ["4", "1", "1", "1", "2", "0", "10", "50", "30", "18", "-1", ""],
    ]
)


@pytest.fixture
def tesseract(monkeypatch):
    monkeypatch.setattr(ocr, "_models", lambda: None)
    if ocr.available() is None:
        pytest.skip("tesseract is not installed")


@pytest.mark.ocr
def test_english_is_read_with_high_confidence():
    seen = ocr.look(np.asarray(drawn(ENGLISH)))
    assert seen.text == "\n".join(ENGLISH)
    assert seen.confidence > 0.9


@pytest.mark.ocr
def test_chinese_is_read_with_high_confidence():
    seen = ocr.look(png(drawn(CHINESE)))
    assert seen.text == "\n".join(CHINESE)
    assert seen.confidence > 0.9


@pytest.mark.ocr
def test_two_columns_are_not_mixed():
    picture = drawn([], size=(1500, 360))
    left = drawn(["alpha one of the left", "beta two of the left", "gamma three on the left"], size=(640, 300))
    right = drawn(["delta on the right side", "omega on the right side", "sigma on the right side"], size=(700, 300))
    picture.paste(left, (0, 20))
    picture.paste(right, (800, 20))
    words = ocr.look(np.asarray(picture)).text.split()
    assert words.index("gamma") < words.index("delta")


@pytest.mark.ocr
def test_an_empty_page_holds_no_lines():
    assert ocr.recognise(np.full((200, 300), 255, dtype=np.uint8)) == []


@pytest.mark.ocr
def test_a_line_knows_its_place():
    (line,) = ocr.recognise(np.asarray(drawn(ENGLISH[:1])))
    left, top, right, bottom = line.box
    assert (20 < left < 60, 30 < top < 70, right < 880, bottom < 110) == (True, True, True, True)


@pytest.mark.ocr
def test_nothing_is_said_on_the_terminal_and_nothing_is_fetched(capfd, monkeypatch):
    if find_spec("rapidocr") is None:
        pytest.skip("rapidocr is not installed")
    monkeypatch.setattr(socket.socket, "connect", lambda *_: pytest.fail("OCR opened a connection"))
    ocr._engine.cache_clear()
    assert ocr.recognise(np.asarray(drawn(ENGLISH)))
    assert capfd.readouterr() == ("", "")


@pytest.mark.ocr
def test_too_many_pixels_are_refused_before_they_are_unpacked():
    with pytest.raises(UnsafeInput, match="900 x 260 pixels; the limit is 1,000"):
        ocr.recognise(png(drawn(ENGLISH)), pixels=1000)
    with pytest.raises(UnsafeInput, match="limit is 1,000"):
        ocr.recognise(np.zeros((100, 100), dtype=np.uint8), pixels=1000)


@pytest.mark.ocr
def test_a_strip_too_thin_for_letters_is_empty():
    assert ocr.recognise(np.zeros((2, 5000), dtype=np.uint8)) == []


def test_tesseract_stands_in_for_rapidocr(tesseract):
    assert ocr.available() == "tesseract"
    assert ocr.look(np.asarray(drawn(ENGLISH))).text == "\n".join(ENGLISH)


def test_tesseract_takes_grey_pictures_too(tesseract):
    assert ocr.look(np.asarray(drawn(ENGLISH).convert("L"))).text == "\n".join(ENGLISH)


def test_lines_of_tesseract_are_put_together():
    first, second = ocr._lines_of_tsv(TSV)
    assert first == ocr.Line("The harbour", 0.93, (10.0, 20.0, 130.0, 40.0))
    assert second == ocr.Line("港务局", 0.75, (10.0, 50.0, 60.0, 68.0))


def test_without_an_engine_the_error_says_what_to_install(monkeypatch):
    monkeypatch.setattr(ocr, "_models", lambda: None)
    monkeypatch.setattr(ocr.shutil, "which", lambda _: None)
    assert ocr.available() is None
    with pytest.raises(MissingExtra, match=r"install cuibono\[ocr\]"):
        ocr.recognise(np.zeros((50, 50), dtype=np.uint8))


def test_switched_off_is_not_missing(monkeypatch):
    monkeypatch.setattr(ocr, "_models", lambda: {"det": ""})
    with ocr.disabled():
        assert (ocr.available(), ocr.is_off()) == (None, True)
    assert (ocr.available(), ocr.is_off()) == ("rapidocr", False)


def test_models_come_from_the_wheel_only():
    if find_spec("rapidocr") is None:
        pytest.skip("rapidocr is not installed")
    models = ocr._models()
    assert models is not None
    assert sorted(models) == ["cls", "det", "rec"]
    assert all("rapidocr/models" in path for path in models.values())


def test_faint_lines_are_counted_not_quoted(monkeypatch):
    lines = [ocr.Line("clear", 0.9, (0, 0, 100, 20)), ocr.Line("smudge", 0.3, (0, 30, 100, 50))]
    monkeypatch.setattr(ocr, "recognise", lambda *_, **__: lines)
    seen = ocr.look(np.zeros((60, 120), dtype=np.uint8))
    assert (seen.text, seen.faint, seen.confidence) == ("clear", 1, 0.9)


def test_the_mean_confidence_weighs_long_lines_more():
    lines = [ocr.Line("a" * 9, 1.0, (0, 0, 1, 1)), ocr.Line("b", 0.5, (0, 0, 1, 1))]
    assert ocr.confidence(lines) == 0.95
    assert ocr.confidence([]) == 0.0


def test_no_extra_is_imported_before_it_is_used():
    modules = "cuibono.readers.ocr, cuibono.readers.pdf, cuibono.readers.image"
    heavy = "{'rapidocr', 'onnxruntime', 'cv2', 'PIL', 'pypdfium2'}"
    done = subprocess.run([sys.executable, "-c", f"import sys, {modules}; assert not {heavy} & set(sys.modules)"])
    assert done.returncode == 0
