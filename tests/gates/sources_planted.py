"""Invented claims whose true sources are known, and the many places that print them: relays, copies, chains, owners.

Every claim begins with a few who know it for themselves; all other places come from one of these in one of the ways in
which news travels. Some ways hide where it came from, as they do outside: then nobody can tell, and the gate says how
often that misleads.
"""

from dataclasses import dataclass, field
from typing import Any

import numpy as np

Row = dict[str, Any]

_SYLLABLES = np.array(["ba", "de", "fi", "go", "lu", "ma", "ne", "pi", "ro", "sa", "te", "vi", "wo", "za", "ke", "ly"])
_SIGNS = np.array([chr(0x4E00 + 7 * i) for i in range(1500)])
_TITLES = ("Minister", "Professor", "Judge")
WAYS = (
    "relay",
    "copy",
    "according",
    "through",
    "sister",
    "again",
    "guest",
    "late copy",
    "other spelling",
    "hidden owner",
)
#: Ways that leave no trace which a count could follow; each is a small part of what happens.
HIDDEN = ("late copy", "other spelling", "hidden owner")
_OFTEN = (0.24, 0.24, 0.12, 0.08, 0.08, 0.08, 0.07, 0.03, 0.03, 0.03)


@dataclass
class World:
    """One claim after the other, each about a land of its own: rows, owners, and how many sources each truly has."""

    rng: np.random.Generator
    rows: list[Row] = field(default_factory=list)
    owners: list[Row] = field(default_factory=list)
    truth: dict[str, int] = field(default_factory=dict)
    ways: dict[str, list[str]] = field(default_factory=dict)
    _made: int = 0

    def name(self, *parts: str) -> str:
        """A new name that nobody has."""
        self._made += 1
        word = "".join(self.rng.choice(_SYLLABLES, 3)).capitalize()
        return " ".join((*parts, f"{word}{_letters(self._made)}"))

    def paragraph(self, chinese: bool) -> str:
        """Some dozens of words that nobody else writes."""
        if chinese:
            return "".join(self.rng.choice(_SIGNS, int(self.rng.integers(50, 120)))) + "。"
        count = int(self.rng.integers(35, 60))
        syllables = _SYLLABLES[self.rng.integers(0, _SYLLABLES.size, (count, 3))]
        words = ["".join(s[:n]) for s, n in zip(syllables, self.rng.integers(1, 4, count), strict=True)]
        return " ".join(words).capitalize() + "."

    def edited(self, text: str, part: float) -> str:
        """A text with part of its words or signs put otherwise, and a line of the house before it."""
        spaced = " " in text
        pieces = text.split() if spaced else list(text)
        for at in self.rng.choice(len(pieces), max(1, int(part * len(pieces))), replace=False):
            pieces[at] = "".join(self.rng.choice(_SYLLABLES, 2)) if spaced else str(self.rng.choice(_SIGNS))
        return (" " if spaced else "").join(pieces)


def _letters(number: int) -> str:
    return "".join(chr(ord("a") + int(d)) for d in str(number))


def world(seed: int, claims: int) -> World:
    """Claims with their rows: each stated by one to five who know it, and printed in up to a dozen places more."""
    made = World(np.random.default_rng(seed))
    for number in range(claims):
        _claim(made, f"Land {_letters(number)}")
    return made


def _claim(made: World, land: str) -> None:
    rng, chinese = made.rng, bool(made.rng.random() < 0.25)
    known = int(rng.integers(1, 6))
    made.truth[land], made.ways[land] = known, []
    origins = [_origin(made, land, chinese) for _ in range(known)]
    for _ in range(int(rng.integers(0, 10))):
        way = str(rng.choice(WAYS, p=_OFTEN))
        made.ways[land].append(way)
        _SPREAD[way](made, land, origins[int(rng.integers(known))], chinese)


def _state(made: World, land: str, speaker: str, outlet: str, *, own: bool, text: str, **more: Any) -> Row:
    number = len(made.rows)
    row = {
        "record": f"r{number}", "_source": f"source-{number}", "_row": 1, "what": "claim", "kind": "share",
        "says": f"{land} makes 64 percent of all lamps", "subject_name": land, "low": 64.0, "high": 64.0,
        "unit": "percent", "asserted_by": speaker, "outlet": outlet, "own_voice": own, "speaker_kind": "named",
        "paragraph": text, "published": f"2021-{made.rng.integers(2, 12):02d}-{made.rng.integers(1, 28):02d}",
        "reading": "spacy@1", "standing": "read",
    } | more  # fmt: skip
    made.rows.append(row)
    return row


def _origin(made: World, land: str, chinese: bool) -> Row:
    """Somebody who knows: an outlet that saw for itself, or a person who is asked by one, with or without a name.

    Of some it does not show: of two officials without names who are two, and of a witness who has a guest, too.
    """
    outlet, text = made.name("The", "Daily"), made.paragraph(chinese)
    when = f"2021-01-{made.rng.integers(1, 28):02d}"
    chance = made.rng.random()
    if chance < 0.05:
        return _state(made, land, "officials", outlet, own=False, text=text, published=when, speaker_kind="nominal")
    if chance < 0.08:
        made.truth[land] += 1
        _state(made, land, outlet, outlet, own=True, text=made.paragraph(chinese), published=when)
    elif chance < 0.4:
        return _state(made, land, outlet, outlet, own=True, text=text, published=when)
    speaker = made.name(str(made.rng.choice(_TITLES)), "Ada")
    return _state(made, land, speaker, outlet, own=False, text=text, published=when)


def _relay(made: World, land: str, origin: Row, chinese: bool) -> None:
    """Another outlet quotes the same speaker, in a text of its own."""
    _state(made, land, origin["asserted_by"], made.name("The", "Post"), own=False, text=made.paragraph(chinese))


def _copy(made: World, land: str, origin: Row, chinese: bool, part: float = 0.04) -> None:
    """Another outlet prints the text as its own, with a word put otherwise here and there."""
    outlet = made.name("The", "Mirror")
    _state(made, land, outlet, outlet, own=True, text=made.edited(origin["paragraph"], part))


def _late_copy(made: World, land: str, origin: Row, chinese: bool) -> None:
    """A copy of which every third word was changed: no comparison of letters finds it."""
    _copy(made, land, origin, chinese, 0.33)


def _according(made: World, land: str, origin: Row, chinese: bool) -> None:
    """An outlet says so, and says in another text that it has it from the first outlet."""
    outlet = made.name("The", "Echo")
    _state(made, land, outlet, outlet, own=True, text=made.paragraph(chinese))
    _state(made, land, origin["asserted_by"], outlet, own=False, text=made.paragraph(chinese), via=origin["outlet"])


def _through(made: World, land: str, origin: Row, chinese: bool) -> None:
    """A chain: the speaker, through the first outlet, through a second, in a third."""
    via = f"{made.name('The', 'Wire')}; {origin['outlet']}"
    _state(
        made, land, origin["asserted_by"], made.name("The", "Herald"), own=False, text=made.paragraph(chinese), via=via
    )


def _sister(made: World, land: str, origin: Row, chinese: bool, *, known: bool = True) -> None:
    """A sister of an outlet says the same in words of its own; only for what an outlet says itself."""
    if not origin["own_voice"]:
        return _relay(made, land, origin, chinese)
    sister, owner = made.name("The", "Evening"), f"Holding of {origin['outlet']}"
    _state(made, land, sister, sister, own=True, text=made.paragraph(chinese))
    if known:
        made.owners += [{"party_name": name, "owner_name": owner} for name in (origin["outlet"], sister)]
    return None


def _hidden_owner(made: World, land: str, origin: Row, chinese: bool) -> None:
    _sister(made, land, origin, chinese, known=False)


def _again(made: World, land: str, origin: Row, chinese: bool) -> None:
    """The same says it in the same outlet again."""
    _state(
        made, land, origin["asserted_by"], origin["outlet"], own=origin["own_voice"], text=made.paragraph(chinese)
    )  # fmt: skip


def _guest(made: World, land: str, origin: Row, chinese: bool) -> None:
    """The speaker is a guest elsewhere, where the narrator says so too."""
    outlet = made.name("Radio")
    _state(made, land, origin["asserted_by"], outlet, own=False, text=made.paragraph(chinese))
    _state(made, land, outlet, outlet, own=True, text=made.paragraph(chinese))


def _other_spelling(made: World, land: str, origin: Row, chinese: bool) -> None:
    """The speaker under a spelling that nobody has judged to be the same."""
    name = f"Dr. {origin['asserted_by'].rsplit(' ', 1)[-1]}son"
    _state(made, land, name, made.name("The", "Star"), own=False, text=made.paragraph(chinese))


_SPREAD = {
    "relay": _relay, "copy": _copy, "according": _according, "through": _through, "sister": _sister, "again": _again,
    "guest": _guest, "late copy": _late_copy, "other spelling": _other_spelling, "hidden owner": _hidden_owner,
}  # fmt: skip
