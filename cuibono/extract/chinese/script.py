"""Which text is Chinese, and its simplified view of the same length, in which words are looked up."""

import re

from cuibono.extract.records import Span
from cuibono.model.romanisation import han
from cuibono.model.romanisation.han import RANGES

HAN = RANGES + "〇○"
_HAN = re.compile(f"[{HAN}]")
_KANA_OR_HANGUL = re.compile(r"[\u3040-\u30ff\uac00-\ud7af]")
_LETTER = re.compile(r"[^\W\d_]")
_PARAGRAPH = re.compile(r"\n\s*\n")
_ENOUGH = 0.4
#: Marks that Chinese text writes in several ways, as one.
_MARKS = str.maketrans({"「": "“", "」": "”", "『": "‘", "』": "’", "﹁": "“", "﹂": "”", "﹃": "‘", "﹄": "’",
                        "•": "·", "‧": "·", "・": "·", "．": "·", "︰": "：", "﹕": "：", "○": "〇",
                        "％": "%", "＂": "“"})  # fmt: skip
#: Marks of another keyboard beside Chinese signs, "44%,排名第一"; in a number, an address or a Latin name they stay.
_HALF = re.compile(rf"(?<=[{HAN}”》）])[,:;?!](?!//)|[,;](?=[{HAN}“《（])")
_WIDE = {",": "，", ":": "：", ";": "；", "?": "？", "!": "！"}
_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")


def is_chinese(text: str) -> bool:
    """Whether a text is mostly Chinese: Han characters outweigh other letters, and it is not Japanese or Korean."""
    han = len(_HAN.findall(text))
    if han < 2:
        return False
    others = len(_KANA_OR_HANGUL.findall(text))
    letters = len(_LETTER.findall(text))
    return others * 10 < han and han >= letters * _ENOUGH


def paragraphs(text: str) -> tuple[Span, ...]:
    """The paragraphs of a text that are Chinese."""
    found: list[Span] = []
    at = 0
    for stop in [*_PARAGRAPH.finditer(text), None]:
        end = stop.start() if stop else len(text)
        if end > at and is_chinese(text[at:end]):
            found.append(Span(at, end))
        at = stop.end() if stop else end
    return tuple(found)


def simplified(text: str) -> str:
    """The text with simplified characters and one kind of marks; every character stays in its place."""
    return _HALF.sub(_wide, han.simplified(text).translate(_MARKS).translate(_DIGITS))


def _wide(found: re.Match[str]) -> str:
    return _WIDE.get(found[0], found[0])
