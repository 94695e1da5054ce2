"""A small app that asks for a place and for contacts."""

import base64
from pathlib import Path

from cuibono.testing.fuzz_apk import SMALL_APK


def make(folder: Path) -> Path:
    """Write the sample."""
    path = folder / "com.fig.notes.apk"
    path.write_bytes(base64.b64decode(SMALL_APK))
    return path
