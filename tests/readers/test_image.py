import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from cuibono.errors import MissingExtra, UnreadableSource, UnsafeInput
from cuibono.readers import image, ocr
from cuibono.readers.contract import Limits
from tests.readers.inputs import given
from tests.readers.scans import CHINESE, ENGLISH, drawn, font


def read(path: Path, tmp_path: Path, **limits):
    return image.READER.read(given(path, tmp_path / "staging", limits=Limits(**limits)))


def saved(picture: Image.Image, path: Path, **settings) -> Path:
    picture.save(path, **settings)
    return path


def words(reading) -> str:
    return "\n".join(p.text for p in reading.pieces)


@pytest.fixture
def blind(monkeypatch):
    """An engine is there, but sees nothing: for tests of everything around it."""
    monkeypatch.setattr(ocr, "available", lambda: "rapidocr")
    monkeypatch.setattr(ocr, "recognise", lambda *_, **__: [])


@pytest.mark.ocr
@pytest.mark.parametrize("kind", ["png", "jpg", "webp", "bmp", "tiff"])
def test_a_picture_of_every_kind_is_read(tmp_path, kind):
    reading = read(saved(drawn(ENGLISH), tmp_path / f"notice.{kind}"), tmp_path)
    assert words(reading).split() == " ".join(ENGLISH).split()
    assert reading.pieces[0].place == "picture"
    assert reading.pieces[0].data["ocr"] > 0.9
    assert reading.notes[0].startswith("picture was read by OCR, mean confidence ")


@pytest.mark.ocr
def test_every_page_of_a_tiff_is_read(tmp_path):
    path = saved(drawn(ENGLISH), tmp_path / "fax.tiff", save_all=True, append_images=[drawn(CHINESE)])
    reading = read(path, tmp_path)
    assert [(p.place, p.data["frame"]) for p in reading.pieces] == [("frame 1", 1), ("frame 2", 2)]
    assert reading.pieces[1].text.split("\n") == [*CHINESE]


@pytest.mark.ocr
def test_blocks_of_lines_are_passages_with_their_place(tmp_path):
    picture = drawn(["HARBOUR NOTICE"], size=(900, 700))
    picture.paste(drawn(ENGLISH), (0, 400))
    reading = read(saved(picture, tmp_path / "poster.png"), tmp_path)
    assert [p.place for p in reading.pieces] == ["picture, line block 1", "picture, line block 2"]
    left, top, right, bottom = reading.pieces[1].data["box"]
    assert 0 <= left < right <= 900
    assert 400 < top < bottom < 700


@pytest.mark.ocr
def test_a_picture_lying_on_its_side_is_turned_as_the_camera_says(tmp_path):
    exif = Image.Exif()
    exif[0x0112] = 6  # turn clockwise to see it upright
    path = saved(drawn(ENGLISH).rotate(90, expand=True), tmp_path / "photo.jpg", exif=exif)
    assert words(read(path, tmp_path)).split() == " ".join(ENGLISH).split()


@pytest.mark.ocr
def test_white_letters_on_nothing_are_seen(tmp_path):
    mask = Image.eval(drawn(ENGLISH).convert("L"), lambda v: 255 - v)
    picture = Image.new("RGBA", mask.size, (255, 255, 255, 0))
    picture.putalpha(mask)
    assert words(read(saved(picture, tmp_path / "logo.png"), tmp_path)).split() == " ".join(ENGLISH).split()


def test_a_picture_without_text_is_taken_in_with_a_note(tmp_path, blind):
    reading = read(saved(Image.new("RGB", (80, 80), "blue"), tmp_path / "sky.png"), tmp_path)
    assert list(reading.pieces) == []
    assert reading.notes == ("OCR found no text in the picture",)


def test_the_time_the_camera_wrote_is_when_it_was_captured(tmp_path, blind):
    exif = Image.Exif()
    exif[315] = "Ada Vale"
    exif.get_ifd(0x8769)[36867] = "2024:03:12 10:15:00"
    reading = read(saved(Image.new("L", (40, 40)), tmp_path / "photo.jpg", exif=exif), tmp_path)
    assert (reading.captured, reading.author) == ("2024-03-12T10:15:00", "Ada Vale")


@pytest.mark.parametrize("stamp", ["0000:00:00 00:00:00", "2024:13:01 00:00:00", "yesterday", ""])
def test_times_that_are_none_are_left_out(stamp):
    assert image.edtf_of_exif(stamp) is None


def test_without_ocr_the_error_says_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setattr(ocr, "available", lambda: None)
    with pytest.raises(MissingExtra, match=r"sky\.png is a picture(.|\n)*cuibono\[ocr\]"):
        read(saved(Image.new("L", (40, 40)), tmp_path / "sky.png"), tmp_path)


def test_switched_off_ocr_is_noted_and_no_error(tmp_path):
    with ocr.disabled():
        reading = read(saved(Image.new("L", (40, 40)), tmp_path / "sky.png"), tmp_path)
    assert reading.notes == ("OCR is switched off: the picture was not read",)


def test_a_picture_larger_than_the_limit_is_refused(tmp_path, blind):
    with pytest.raises(UnsafeInput, match=r"big\.png unpacks to a picture that is too large"):
        read(saved(Image.new("L", (500, 500)), tmp_path / "big.png"), tmp_path, pixels=200_000)


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path, blind):
    size = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 0, 0, 0, 0)
    parts = [(b"IHDR", size), (b"IDAT", zlib.compress(bytes(1000))), (b"IEND", b"")]
    data = b"".join(struct.pack(">I", len(b)) + k + b + struct.pack(">I", zlib.crc32(k + b)) for k, b in parts)
    (tmp_path / "bomb.png").write_bytes(b"\x89PNG\r\n\x1a\n" + data)
    with pytest.raises(UnsafeInput, match=r"bomb\.png"):
        read(tmp_path / "bomb.png", tmp_path)


def test_too_many_frames_are_refused(tmp_path, blind):
    frame = Image.new("L", (20, 20))
    path = saved(frame, tmp_path / "fax.tiff", save_all=True, append_images=[frame] * 4)
    with pytest.raises(UnsafeInput, match="5 frames"):
        read(path, tmp_path, pages=4)


def test_of_an_animation_the_first_frame_is_read(tmp_path, blind):
    frames = [Image.new("L", (20, 20), shade) for shade in (0, 90, 200)]
    path = saved(frames[0], tmp_path / "moving.webp", save_all=True, append_images=frames[1:])
    assert read(path, tmp_path).notes[0] == "only the first of its 3 frames was read"


@pytest.mark.parametrize("kind", ["png", "jpg", "webp", "tiff"])
def test_a_picture_cut_short_is_refused_by_name(tmp_path, blind, kind):
    noise = np.random.default_rng(1).integers(0, 255, (200, 200, 3), dtype=np.uint8)
    path = saved(Image.fromarray(noise), tmp_path / f"whole.{kind}")
    cut = tmp_path / f"cut.{kind}"
    cut.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    with pytest.raises(UnreadableSource, match=rf"cut\.{kind}: the picture is damaged or cut short"):
        read(cut, tmp_path)


def test_sixteen_bit_greys_keep_their_contrast():
    deep = np.array([[1000, 2000], [1500, 1000]], dtype=np.float64)
    assert image._stretched(deep).tolist() == [[0, 255], [127, 0]]


def test_pictures_are_recognised_by_content(tmp_path):
    for kind in ("png", "jpg", "webp", "tiff"):
        path = saved(Image.new("L", (9, 9)), tmp_path / f"a.{kind}")
        assert image.READER.recognises(given(path, tmp_path / "s", name="unnamed")) == 0.95
    (tmp_path / "BM.txt").write_bytes(b"BM Dear Sir, I write to you about")
    assert image.READER.recognises(given(tmp_path / "BM.txt", tmp_path / "s")) == 0.0


def test_fonts_for_chinese_are_there():
    assert font(12).getlength("港") > 6
