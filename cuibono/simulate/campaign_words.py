"""Invented accounts, sites, links and texts for simulated posts."""

import numpy as np

_FIRST = (
    "amber", "brisk", "calm", "dusky", "early", "fallow", "gentle", "hazel", "idle", "jolly", "keen", "lofty", "mellow",
    "nimble", "olive", "placid", "quiet", "russet",
)  # fmt: skip
_SECOND = (
    "badger", "cormorant", "dormouse", "egret", "finch", "grebe", "heron", "ibex", "jackdaw", "kestrel", "lark",
    "marten", "newt", "otter", "plover",
)  # fmt: skip
_SITES = ("harbourpost", "hillgazette", "quincecourier", "tidewaterdaily", "millstream", "fernvalley", "saltmarsh")
_WORDS = {
    "en": (
        "the", "harbour", "council", "bridge", "market", "river", "winter", "school", "road", "ferry", "orchard",
        "light", "stone", "water", "people", "morning", "village", "summer", "opened", "closed", "built", "moved",
        "planned", "told", "asked", "found", "lost", "near", "far", "old", "new", "festival", "budget",
    ),
    "zh": tuple("河港市桥学校冬夏春山村人水光石路新旧开关说问找到今天明天早晚老师工厂花园音乐节日湖边"),
    "ar": (
        "المدينة", "النهر", "الجسر", "السوق", "المدرسة", "الشتاء", "الصيف", "الطريق", "القرية", "الناس", "الماء",
        "الحجر", "قديم", "جديد", "صباح", "مساء", "قال", "سأل", "وجد",
    ),
}  # fmt: skip


def handles(count: int) -> list[str]:
    """So many different handles."""
    return [
        f"{_FIRST[i % len(_FIRST)]}_{_SECOND[(i // len(_FIRST)) % len(_SECOND)]}" + (f"_{i}" if i >= 270 else "")
        for i in range(count)
    ]


def link(number: int) -> str:
    """The address of an invented story."""
    return f"https://{_SITES[number % len(_SITES)]}.example/story/{number}"


def sentence(rng: np.random.Generator, lang: str = "en", length: int = 14) -> str:
    """A line of words that nobody else is likely to write."""
    words = _WORDS[lang]
    chosen = [words[i] for i in rng.integers(0, len(words), length if lang != "zh" else length * 2)]
    return "".join(chosen) if lang == "zh" else " ".join(chosen)


def varied(rng: np.random.Generator, text: str, lang: str = "en") -> str:
    """A text as copied with small changes: a mark, a name, a tag, a word more or less."""
    ways = (
        text,
        f"{text}!",
        f"@{_FIRST[int(rng.integers(len(_FIRST)))]} {text}",
        f"{text} #{_SITES[int(rng.integers(len(_SITES)))]}",
        f"{text} {_WORDS[lang][int(rng.integers(len(_WORDS[lang])))]}",
        f"{text} https://t.example/{int(rng.integers(1 << 30)):x}",
        text.upper(),
    )
    return ways[int(rng.integers(len(ways)))]
