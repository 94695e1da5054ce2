"""A short Markdown text with a header."""

from pathlib import Path

TEXT = """---
title: The harbour pays twice
author: Ada Muster
date: 2021-03-04
outlet: Beispielblatt
---
# The harbour pays twice

The harbour office paid the same firm two times in March.

The firm says that both bills were due. 港口付了两次。
"""


def make(folder: Path) -> Path:
    """Write the sample into a folder."""
    path = folder / "harbour.md"
    path.write_text(TEXT, "utf-8")
    return path
