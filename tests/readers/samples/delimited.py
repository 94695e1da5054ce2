"""A small table of shares, with a title above its header."""

from pathlib import Path


def make(folder: Path) -> Path:
    """Write the sample into a folder."""
    path = folder / "shares.csv"
    path.write_text(
        "Shares in the lamp trade\nyear;country;share (%)\n2020;Ruritania;45,5\n2020;Graustark;30\n", "utf-8"
    )
    return path
