"""A small picture of two lines of text."""

from pathlib import Path

from PIL import Image, ImageDraw, ImageFont


def make(folder: Path) -> Path:
    """Write the sample into a folder."""
    path = folder / "notice.png"
    picture = Image.new("L", (640, 160), 255)
    pen = ImageDraw.Draw(picture)
    for number, line in enumerate(("The harbour office paid 4,200 crowns", "to the firm of Ada Vale.")):
        pen.text((24, 24 + 56 * number), line, font=ImageFont.load_default(32), fill=0)
    picture.save(path)
    return path
