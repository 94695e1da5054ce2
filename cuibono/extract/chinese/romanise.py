"""Chinese names in Latin letters: pinyin without tones in both orders, and Wade-Giles beside it."""

from functools import cache
from importlib.util import find_spec

from cuibono.extract.lexicon import lines
from cuibono.extract.records import EntityType
from cuibono.model.romanisation.wade_giles import in_full


def variants(name: str, kind: EntityType) -> tuple[str, ...]:
    """Latin spellings of a simplified name: 韩国瑜 is Han Guoyu, Guoyu Han, Han Kuo-yu and Kuo-yu Han.

    Only persons with a Chinese surname and places have them. The given name is spelled with pypinyin where that is
    installed, else with the readings that surnames have; a sign without a reading gives no spelling at all.
    """
    if kind == "Location":
        spoken = _spoken(name) if 2 <= len(name) <= 4 else ()
        return tuple(dict.fromkeys(_plain("".join(way)).capitalize() for way in (spoken,) if way))
    parts = _parts(name) if kind == "Person" else None
    if parts is None:
        return ()
    surname, given = parts
    found: dict[str, None] = {}
    for family, first in _ways(_joined(surname), _joined(given)):
        found |= dict.fromkeys((f"{family} {first}", f"{first} {family}"))
    old_family, old_first = "-".join(map(in_full, surname)), "-".join(map(in_full, given))
    for strip in (True, False):
        family, first = _old(old_family, strip), _old(old_first, strip)
        found |= dict.fromkeys((f"{family} {first}", f"{first} {family}"))
    return tuple(found)


def _parts(name: str) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """The syllables of surname and given name."""
    if "·" in name or not 2 <= len(name) <= 4:
        return None
    readings = surname_readings()
    size = 2 if name[:2] in readings and len(name) > 2 else 1
    surname = readings.get(name[:size])
    given = _spoken(name[size:])
    return (surname, given) if surname and given else None


def _ways(family: str, first: str) -> list[tuple[str, str]]:
    """ü is written u, yu or ü."""
    ways = [(_plain(family), _plain(first))]
    if "ü" in family + first:
        ways += [(family.replace("ü", "yu"), first.replace("ü", "yu")), (family, first)]
    return ways


def _plain(text: str) -> str:
    return text.replace("ü", "u").replace("Ü", "U")


def _joined(syllables: tuple[str, ...]) -> str:
    """Syllables as one word, with an apostrophe where it would be read wrongly: Xi'an."""
    return "".join(s if not n or s[0] not in "aoe" else f"'{s}" for n, s in enumerate(syllables)).capitalize()


def _old(text: str, strip: bool) -> str:
    text = _plain(text).replace("’", "") if strip else text
    return text[:1].upper() + text[1:]


@cache
def surname_readings() -> dict[str, tuple[str, ...]]:
    """Surnames with their syllables."""
    found: dict[str, tuple[str, ...]] = {}
    for part in ("surnames", "doubles"):
        for entry in (e for line in lines("chinese_names", part) for e in line.split()):
            signs = entry.rstrip("abcdefghijklmnopqrstuvwxyzü")
            found[signs] = _syllables(entry[len(signs) :], len(signs))
    return found


def _syllables(text: str, count: int) -> tuple[str, ...]:
    """A double surname's pinyin cut before the second syllable's first consonant."""
    if count == 1:
        return (text,)
    for at in range(len(text) - 1, 0, -1):
        if text[at] not in "aeiouü" and text[at:] not in ("n", "ng", "g") and _begins(text, at):
            return text[:at], text[at:]
    at = text.find("y", 1)
    return (text[:at], text[at:]) if at > 0 else (text,)


def _begins(text: str, at: int) -> bool:
    """Whether a syllable begins here: a consonant before a vowel, and not the second half of zh, ch or sh."""
    return text[at + 1 : at + 2] in set("aeiouüh") and text[at - 1 : at + 1] not in ("zh", "ch", "sh")


def _spoken(signs: str) -> tuple[str, ...]:
    if find_spec("pypinyin") is not None:
        from pypinyin import Style, lazy_pinyin

        read = lazy_pinyin(signs, style=Style.NORMAL, v_to_u=True, errors="ignore")
        return tuple(read) if len(read) == len(signs) else ()
    readings = surname_readings()
    found = [readings[s][0] for s in signs if s in readings]
    return tuple(found) if len(found) == len(signs) else ()
