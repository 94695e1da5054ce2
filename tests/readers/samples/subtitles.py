"""Three cues of WebVTT, one with a speaker."""

from pathlib import Path

TEXT = """WEBVTT

NOTE recorded in March

1
00:01:03.000 --> 00:01:05.500 line:0
<v Ada Muster>The office paid <i>twice</i>.

2
00:01:05.500 --> 00:01:08.000
Who signed the bills?

3
00:01:08.250 --> 00:01:10.000
港口付了两次。
"""


def make(folder: Path) -> Path:
    """Write the sample into a folder."""
    path = folder / "interview.vtt"
    path.write_text(TEXT, "utf-8")
    return path
