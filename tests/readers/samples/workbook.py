"""A workbook of two sheets with shares, and one with a remark."""

from pathlib import Path

from tests.readers.workbooks import xlsx


def make(folder: Path) -> Path:
    """Write the sample into a folder."""
    path = folder / "shares.xlsx"
    sheets = {
        "2020": [["country", "share"], ["Ruritania", 45.5], ["Graustark", 30]],
        "2021": [["country", "share"], ["Ruritania", 46]],
        "Notes": [["Estimates of the lamp bureau."]],
    }
    path.write_bytes(xlsx(sheets))
    return path
