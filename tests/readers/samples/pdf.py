"""A small PDF of two pages."""

from pathlib import Path

from reportlab.pdfgen.canvas import Canvas


def make(folder: Path) -> Path:
    """Write the sample into a folder."""
    path = folder / "report.pdf"
    canvas = Canvas(str(path), pageCompression=0, invariant=1)
    canvas.setTitle("Report on the harbour")
    canvas.setAuthor("Ada Vale")
    canvas.drawString(72, 720, "The harbour office paid 4,200 crowns.")
    canvas.showPage()
    canvas.drawString(72, 720, "The firm denies that it was paid.")
    canvas.showPage()
    canvas.save()
    return path
