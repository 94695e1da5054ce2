"""Pages drawn as pictures, so that only OCR can read them."""

import io
import os
from collections.abc import Sequence
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

CJK = Path("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc")
ENGLISH = ("The harbour office paid 4,200 crowns", "to the firm of Ada Vale in March.")
CHINESE = ("港务局向谷氏公司支付了四千元", "合同于三月签订")


def font(size: int) -> ImageFont.FreeTypeFont:
    """A font that has Chinese letters; without it the test is skipped, and fails under CI."""
    if not CJK.exists():
        says = f"{CJK} is missing. Try: apt-get install fonts-noto-cjk"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(says)
    return ImageFont.truetype(str(CJK), size, index=2)


def drawn(lines: Sequence[str], *, size: tuple[int, int] = (900, 260), paper: str = "white") -> Image.Image:
    """A picture of some lines of text."""
    picture = Image.new("RGB", size, paper)
    pen = ImageDraw.Draw(picture)
    for number, line in enumerate(lines):
        pen.text((40, 40 + 70 * number), line, font=font(36), fill="black")
    return picture


def png(picture: Image.Image) -> bytes:
    """The bytes of a PNG."""
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


def scanned_pdf(path: Path, pages: Sequence[Sequence[str]], *, words: Sequence[str] = ()) -> Path:
    """A PDF of pictures of pages; ``words`` are pages of real text that come first."""
    canvas = Canvas(str(path), pagesize=(450, 130), pageCompression=0)
    for word in words:
        canvas.drawString(20, 60, word)
        canvas.showPage()
    for lines in pages:
        canvas.drawImage(ImageReader(drawn(lines)), 0, 0, width=450, height=130)
        canvas.showPage()
    canvas.save()
    return path
