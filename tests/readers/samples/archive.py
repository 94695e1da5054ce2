"""A small ZIP of two texts in a folder."""

import zipfile
from pathlib import Path


def make(folder: Path) -> Path:
    """Write the sample into a folder."""
    path = folder / "papers.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in {"letters/first.txt": "The harbour office paid.\n", "letters/二.txt": "合同已签。\n"}.items():
            archive.writestr(zipfile.ZipInfo(name, (2024, 3, 1, 12, 0, 0)), text)
    return path
