"""A Word document with a heading, paragraphs and a table, written by python-docx."""

import zipfile
from datetime import datetime
from pathlib import Path

import docx


def make(folder: Path) -> Path:
    """Write the sample into a folder; its bytes are the same every time."""
    document = docx.Document()
    about = document.core_properties
    about.title, about.author = "The harbour pays twice", "Ada Muster"
    about.created = about.modified = datetime(2021, 3, 4, 10)
    document.add_heading("The harbour pays twice", 1)
    document.add_paragraph("The harbour office paid the same firm two times in March.")
    table = document.add_table(2, 2)
    for row, cells in enumerate((("bill", "amount"), ("1", "100"))):
        for column, text in enumerate(cells):
            table.cell(row, column).text = text
    document.add_paragraph("港口付了两次。")
    raw, path = folder / "raw.docx", folder / "harbour.docx"
    document.save(raw)
    _small(raw, path)
    return path


def _small(raw: Path, path: Path) -> None:
    """The same parts without the ones that only say how it looks, with fixed times."""
    with zipfile.ZipFile(raw) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if not name.startswith(("word/theme", "word/styles", "docProps/thumb", "customXml")):
                new.writestr(zipfile.ZipInfo(name, (2021, 3, 4, 10, 0, 0)), old.read(name))
    raw.unlink()
