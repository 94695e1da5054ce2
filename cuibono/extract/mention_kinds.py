"""What kind of thing a name says it is, by its words; and where a name begins and ends."""

import re
from functools import lru_cache

from cuibono.extract.lexicon import words
from cuibono.extract.records import EntityType, Span

_FINAL = (
    "(?:a(?:i|n|ng|o)?|e(?:i|n|ng|r)?|i(?:a|an|ang|ao|e|n|ng|ong|u)?|o(?:ng|u)?"
    "|u(?:a|ai|an|ang|e|i|n|o)?|ü(?:e|n|an)?|v(?:e)?)"
)
_SYLLABLE = f"(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?{_FINAL})"
_PINYIN = re.compile(rf"{_SYLLABLE}{{1,3}}", re.IGNORECASE)
#: Wade-Giles and Cantonese given names are written with a hyphen: "Kuo-yu", "Ying-jeou".
_HYPHENED = re.compile(r"[A-Z][a-z']{0,6}-[A-Za-z][a-z']{0,6}")
_EDGE = " \t\n\r\"'“”‘’`.,;:!?()[]{}<>*_#|~«»-–—…"
_POSSESSIVE = re.compile(r"(?:['’]s|['’]|\ss)$")
_ARTICLE = re.compile(r"(?:the|a|an|its|his|her|their|our|this|that)\s+", re.IGNORECASE)
_WORD = re.compile(r"[^\W_][\w.&'’-]*")
_INITIAL = re.compile(r"(?:[A-Z]\.[ ]?){1,2}[A-Z][a-z]|[A-Z][a-z]+ [A-Z]\. [A-Z][a-z]")
_CAMEL = re.compile(r"(?!Mc|Mac|De|La|Le|Di|O['’])[A-Z][a-z]+[A-Z]\w*$")
#: "19th Party Congress", "Third Plenum of the 18th Central Committee".
_MEETING = re.compile(
    r"(?:\d{1,2}(?:st|nd|rd|th)|(?:Twenty-)?(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth)|Tenth|Eleventh"
    r"|Twelfth|\w+teenth|Twentieth)\s(?:[\w']+\s){0,3}(?:Congress|Plenum|Summit|Olympics|Games)\b"
)
#: "Annex B", "Q3 2023", "I m": parts of a paper, of a year, of a sentence.
_REFERENCE = re.compile(
    r"(?:(?:Annex|Appendix|Section|Chapter|Exhibit|Article|Episode|Figure|Table|Volume|Page|Step|Day)\s+\w{1,4}$|Q[1-4]\b|I\s|\d+$)"
)
_LETTERS = re.compile(r"[^\W\d_]")
#: "Oslo-listed Brattland Shipping", "Norway's Fjellheim Motors": where it belongs is no part of the name.
_FROM = re.compile(
    r"[A-Z][\w.]*-(?:listed|based|born|backed|owned|run|led|trained|educated|registered|controlled|linked|funded|made)\s+"
)
_PLACE_OF = re.compile(r"([A-Z][\w. ]{1,30}?)['’]s\s+(?=[A-Z][\w'’-]+\s)")
#: What a model took along behind a name: a word of the sentence, a sum.
_BEHIND = re.compile(
    r"(?:\s+(?:to|of|in|on|at|and|or|for|by|with|from|is|was|are|were|the|a|an|that|as))+$"
    r"|\s+[$€£¥]?\d[\d.,]*\s+(?:thousand|million|billion|trillion|percent|yuan|dollars|euros)\b.*$"
)

#: A year before a name of more than two letters: "By 2030 Norland will ...", which models take for one name.
_YEAR = re.compile(r"(?:(?:[Bb]y|[Ii]n|[Ss]ince|[Ff]rom|[Uu]ntil) )?(?:1[89]|20)\d\d[,]? (?=[A-Z][a-z])")


def trimmed(view: str, span: Span, kind: EntityType | None = None) -> Span:
    """The span without marks, articles, titles and a possessive around the name."""
    start, end = span
    while True:
        before = (start, end)
        while start < end and view[start] in _EDGE:
            start += 1
        while end > start and view[end - 1] in _EDGE and not _abbreviated(view[start:end]):
            end -= 1
        text = view[start:end]
        if match := _ARTICLE.match(text) or _FROM.match(text) or (kind != "Event" and _YEAR.match(text)) or None:
            start += match.end()
        elif match := _BEHIND.search(text):
            end -= len(match[0])
        elif kind != "Location" and (match := _PLACE_OF.match(text)) and _is_place(match[1]):
            start += match.end()
        elif (match := _POSSESSIVE.search(text)) and kind != "Product":
            end -= len(match[0])
        elif kind == "Person" or kind is None:
            start += _title(text)
        elif first := _opening(text):
            start += first
        if (start, end) == before:
            return Span(start, end)


#: Bodies that are called by where they are, with a small letter.
_BODIES = frozenset({"police", "government", "council", "court", "garrison", "parliament", "prosecutors"})


def _is_place(text: str) -> bool:
    return text in words("names", "country") or text in words("names", "city")


def _abbreviated(text: str) -> bool:
    return re.search(r"\b(?:Inc|Ltd|Co|Corp|Jr|Sr|[A-Z]\.[A-Z])\.$", text) is not None


def _title(text: str) -> int:
    """How many characters a title at the front takes; a name must be left over."""
    match = re.match(r"[^\W\d_][\w-]*\.?\s+", text)
    if not match or len(text) == match.end():
        return 0
    word = match[0].strip().rstrip(".")
    name = word[:1].upper() + word[1:]
    if name == "He" and _family_follows(text, match.end()):
        return 0
    if word.islower() or name in words("names", "title") or name in words("names", "opening"):
        return match.end()
    noun = word.lower() in words("name_signs", "person_noun") or word in words("names", "adverb")
    if noun and " " in text[match.end() :] and not is_given_name(word):
        return match.end()
    return match.end() if name in words("names", "nationality") else 0


def _family_follows(text: str, at: int) -> bool:
    """Whether "He" is a family name: a given name in Chinese syllables follows, written large."""
    return (
        text[at : at + 1].isupper() and _PINYIN.fullmatch(re.sub(r"['’]s?$", "", text[at:]).split(" ")[0]) is not None
    )


def _opening(text: str) -> int:
    match = re.match(r"[^\W\d_]+\s+", text)
    if not match:
        return 0
    word, behind = match[0].strip(), text[match.end() :]
    called = word.lower() in words("name_signs", "person_noun") or word in words("names", "adverb")
    called = called and not is_given_name(word)
    if called and " " in behind and (is_given_name(behind.split()[0]) or is_person_name(behind)):
        return match.end()  # "Historian Fritz Lindrum", whom a model took for a body
    return match.end() if word in words("names", "opening") else 0


@lru_cache(maxsize=65_536)
def kind_of(text: str, guess: EntityType | None) -> EntityType | None:
    """The kind that the words of a name show, else the guess; None when it is no name at all."""
    if not _LETTERS.search(text) or len(text) > 120 or "\n" in text or "http" in text or "@" in text:
        return None
    if told := _known(text):
        return told
    if _REFERENCE.match(text):
        return None
    if _MEETING.match(text):
        return "Event"
    parts = _WORD.findall(text)
    if not parts or _common(text, parts):
        return None
    return _by_head(parts, text) or (
        ("Person" if is_person_name(text) else guess) if guess != "Event" else _event(parts)
    )


def _known(text: str) -> EntityType | None:
    bare = re.sub(r"^(?:the|The)\s", "", text)
    if bare in words("names", "country") or bare in words("names", "city"):
        return "Location"
    if bare in words("names", "known_organisation"):
        return "Organization"
    return "Product" if bare in words("names", "known_product") else None


def _common(text: str, parts: list[str]) -> bool:
    """Words that are written large and name nobody."""
    drop = words("names", "not_a_name") | words("names", "nationality")
    if all(p in drop or p.rstrip("s") in drop or p.islower() or (p.isupper() and p.title() in drop) for p in parts):
        return True
    if len(parts) == 1 and (text.islower() or len(text) < 2 or text in words("names", "title")):
        return True
    return not any(p[:1].isupper() or p[:1].isdigit() for p in parts) and not any(ord(c) > 0x2E80 for c in text)


def _by_head(parts: list[str], text: str) -> EntityType | None:
    """By the head word: the last one, or the last before "of", "for" or a comma."""
    if len(parts) < 2:
        return None
    head = _head(parts)
    strong = words("names", "organisation") - words("names", "weak_organisation")
    if parts[-1] in words("names", "group_capital") and not is_person_name(text):
        return "Group"
    if head in strong or parts[-1] in strong:
        return "Organization"
    if parts[-1] in _BODIES:
        return "Organization"  # "the Elm police", whom a model took for a person
    if parts[-1] in words("names", "event_head"):
        return "Event"
    if head in words("names", "place") or parts[-1] in words("names", "place"):
        return "Location"
    if parts[-1] in words("trades", "family_too") and is_given_name(parts[0]):
        return None  # "Ada Mills" is as likely a person
    firm = words("names", "weak_organisation") | words("trades", "firm")
    return "Organization" if head in firm and not is_person_name(text) else None


def _head(parts: list[str]) -> str:
    for at, part in enumerate(parts):
        if at and part in ("of", "for", "on", "at"):
            return parts[at - 1]
    return parts[-1]


def _event(parts: list[str]) -> EntityType | None:
    return "Event" if len(parts) > 1 else None


@lru_cache(maxsize=65_536)
def sure_kind(text: str) -> EntityType | None:
    """The kind that a name's own words settle, whatever stands beside it."""
    if _MEETING.match(text):
        return "Event"
    return _known(text) or _by_head(_WORD.findall(text), text)


@lru_cache(maxsize=65_536)
def shape(text: str) -> tuple[tuple[EntityType, float], ...]:
    """How much the way a name is written speaks for each kind."""
    parts = text.split()
    found: list[tuple[EntityType, float]] = []
    if is_person_name(text):
        found.append(("Person", 3.0))
    elif 1 < len(parts) < 5 and is_given_name(parts[0]) and parts[-1][0].isupper():
        found.append(("Person", 2.5))
    elif 1 < len(parts) < 4 and _INITIAL.match(text):
        found.append(("Person", 2.0))
    elif len(parts) == 1 and is_given_name(text):
        found.append(("Person", 1.0))
    elif len(parts) == 1 and text.isupper() and 1 < len(text) < 8:
        found += [("Organization", 1.5), ("Person", -2.0)]
    elif len(parts) == 1 and _CAMEL.match(text):
        found += [("Organization", 1.5), ("Person", -2.0), ("Location", -1.0)]
    if parts and (re.search(r"\d[a-z]?$", parts[-1]) or parts[-1] in ("Pro", "Plus", "Max", "Ultra", "Mini")):
        found += [("Product", 1.5), ("Person", -2.0)]
    return tuple(found)


def is_known(text: str) -> bool:
    """Whether a name is known by itself: a country, a city, a firm, a paper, an app."""
    return _known(text) is not None


def may_be_person(word: str) -> bool:
    """Whether a single word is a given name or a Chinese family name."""
    return is_given_name(word) or word in words("names", "surname")


def is_given_name(word: str) -> bool:
    """Whether a word is a given name of some country that uses our letters."""
    return any(
        word in words(file, name)
        for file, name in (("given", "given_name"), ("names", "more_given_name"), ("given_more", "given_name"))
    )


@lru_cache(maxsize=65_536)
def is_person_name(text: str) -> bool:
    """Whether it is written as a Chinese name in its own order: family name, then one or two syllables or more."""
    parts = text.split()
    if not 2 <= len(parts) <= 3 or parts[0] not in words("names", "surname"):
        return False
    return all(_given(p) for p in parts[1:]) and text not in words("names", "city")


def is_syllables(word: str) -> bool:
    """Whether a word is made of one to three syllables of romanised Chinese."""
    return _PINYIN.fullmatch(word) is not None


def _given(word: str) -> bool:
    if (
        (word in words("names", "not_a_name") and word != "Yuan")
        or word in words("names", "country")
        or word in words("names", "city")
    ):
        return False
    return bool(word[:1].isupper() and (_PINYIN.fullmatch(word) or _HYPHENED.fullmatch(word)))
