"""Who introduces whom in a transcript: the host herself, and the guests."""

import re
from dataclasses import dataclass
from functools import cache

from cuibono.extract.lexicon import words
from cuibono.extract.records import Span
from cuibono.extract.turns_people import People

_REACH = 400  # characters of a sentence that are looked at
_P = r"\x00(\d+)\x00"
_TITLES = r"(?:(?:mr|mrs|ms|miss|dr|prof|professor|general|senator|colonel|ambassador|judge|author|former)\.?\s+){0,3}"
_I_AM = re.compile(rf"(?:\bi['’]m|\bi am|\bmy name is|\bmy name['’]s|\bcall me)\s+(?:your host,?\s+)?{_TITLES}{_P}")
_THIS_IS = re.compile(
    rf"\b(?:this is|i['’]m)\s+{_TITLES}{_P},?\s+(?:reporting|and you|and this is|signing)\b"
    rf"|\b(?:hi|hello|hey|yes|good morning|good evening)\b[^\x00]{{0,20}}(?:\x00\d+\x00)?,? this is {_P},? "
    rf"(?:calling|from|in|at|here)\b"
    rf"|\b(?:hi|hello|hey|welcome|good (?:day|morning|afternoon|evening|night))\b[^\x00]{{0,40}}\bthis is {_TITLES}{_P}"
    rf"(?:\W*$|,? and (?:i|we|today|tonight|this)\b)"
)
_HOSTED = re.compile(
    rf"(?:\b(?:hosted by|your host,?|with your host,?|presented by|narrated by|interviewed by|interview by"
    rf"|moderated by|a (?:film|documentary|report|program|programme) by|with me,?)|^by"
    rf"|\b(?:speaking|speaker|voice|narrator|at the microphone|written and (?:read|spoken) by):?)\s+{_TITLES}{_P}"
)
_WELCOME_WITH = re.compile(rf"\bwelcome (?:back )?to [^.!?\n]{{2,60}}\bwith {_TITLES}{_P}")
#: The first line of a programme: its title, and whose it is.
_HEADED = re.compile(
    rf"^(?!.*\b(?:conversation|interview|talk|chat|evening|lunch|meeting|discussion|q&a)\b)[^.!?\x00]{{2,60}}[,:|–—-]? "
    rf"with {_TITLES}{_P}\W*$"
)

_THAT = re.compile(r"(?: me| us)? that\b")


@cache
def _strong() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:this is|here is|here['’]s|meet|that was|introducing)\s+{_TITLES}{_P}"
        rf"|\b(?:his|her|their|whose) (?:real )?name (?:is|was)\s+{_TITLES}{_P}"
        rf"|\b(?:call|calling) (?:him|her|them|this man|this woman)\s+{_TITLES}{_P}"
        rf"|\b(?:joining|joined|with|joins) (?:me|us)\b[^\x00]{{0,120}}{_P}"
        rf"|\b(?:our|my|the|first|second|next|today['’]s|tonight['’]s) guests?\b[^\x00]{{0,100}}{_P}"
        rf"|\b(?:we|i|our team|our reporter) (?:have |also |recently |then )?(?:spoke|spoken|talked|sat down|met"
        rf"|interviewed|reached|asked|visited|called|turned|caught up|showed|put|played|presented|sent)\b"
        rf"(?:(?!\b(?:who|whose|about|for|that|which)\b)[^\x00]){{0,60}}{_P}"
        rf"|\b(?:listen|hear|turn|go|over|welcome|talk|back)\b(?: to| from| back| now| what| in| with)*\s+{_TITLES}{_P}"
        rf"|{_P}[^\x00]{{0,160}}\b(?:joins|joined|is with|is here with|is joining|spoke to"
        rf"|spoke with|talked to|is my guest|is our guest) (?:me|us|with us|with me)\b"
        rf"|{_P}[^\x00]{{0,160}}\b(?:answers|answered|took|takes|replie[ds] to|responds? to) "
        rf"(?:some of )?(?:our|your|(?:the )?readers['\u2019]?) questions\b"
        rf"|\b(?:our|your) questions (?:went|were put) to\b[^\x00.!?]{{0,60}}{_P}"
        rf"|{_P} (?:is|was) (?:our|my) (?:first |second |next |last )?guest\b"
    )


@cache
def _weak() -> re.Pattern[str]:
    verbs = "|".join(re.escape(v) for v in sorted(words("turns", "speaks"), key=len, reverse=True))
    return re.compile(
        rf"{_P}(?:(?:,| of | from | at | in |\s?\()[^\x00.!?]{{0,150}}?)?,?\s+"
        rf"(?:also |still |now |then |even |later |once |has |had )?"
        rf"(?:(?!tell|told)(?:{verbs})|(?:told|tells) (?:me|us|our|viewers)|has an answer|put it"
        rf"|(?:do|does|did)(?: not|n['’]t) (?:think|believe|agree|know|remember|see|hesitate))\b"
        rf"|\b(?:says|said|recalls|explains|adds|added|remembers|as) {_TITLES}{_P}"
    )


@cache
def _standing() -> re.Pattern[str]:
    nouns = "|".join(re.escape(v) for v in sorted(words("turns", "standing"), key=len, reverse=True))
    return re.compile(
        rf"{_P},?\s+(?:who\s+)?(?:is|was|had been|worked as|served as|has been|an?|the|then|now)\b[^\x00.!?]{{0,120}}"
        rf"\b(?:{nouns})s?\b"
        rf"|{_P}[^\x00.!?]{{0,40}}\b(?:spent|worked|served|taught|teaches|works|grew up|escaped|fled)\b"
        rf"|\b(?:{nouns})\s+{_TITLES}{_P}"
        rf"|(?<!this )\b(?:is|was) {_TITLES}{_P}\W*$"
    )


_SUBJECT = re.compile(rf"^\W*(?:but |and |for |today |now )?{_TITLES}{_P}\s+[a-z]")


@dataclass(frozen=True, slots=True)
class Masked:
    """A sentence in lower case whose persons are numbers, so that rules see their places and not their names."""

    text: str
    people: tuple[str, ...]

    def who(self, match: re.Match[str]) -> str:
        """The person in a match."""
        return self.people[int(next(g for g in match.groups() if g is not None))]


def masked(view: str, span: Span, people: People) -> Masked:
    """A sentence with the persons in it masked; of a very long one its beginning."""
    span = Span(span.start, min(span.end, span.start + _REACH))
    parts: list[str] = []
    found: list[str] = []
    at = span.start
    for mention, who in people.people_in(span):
        if mention.start < at or mention.end > span.end:
            continue
        parts += [view[at : mention.start], f"\x00{len(found)}\x00"]
        found.append(who)
        at = mention.end
    parts.append(view[at : span.end])
    return Masked(" ".join("".join(parts).lower().split(" ")).replace("\n", " "), tuple(found))


def introduces_self(sentence: Masked) -> str | None:
    """The one who says "I am" or "this is" with a name, as hosts and callers do."""
    if not sentence.people:
        return None
    match = _I_AM.search(sentence.text) or _THIS_IS.search(sentence.text)
    return sentence.who(match) if match else None


def names_host(sentence: Masked) -> str | None:
    """The one whom a heading or an opening names as the voice of the programme."""
    if not sentence.people:
        return None
    match = _HOSTED.search(sentence.text) or _WELCOME_WITH.search(sentence.text)
    return sentence.who(match) if match else None


def heads(sentence: Masked) -> str | None:
    """Whose programme it is, as its first line has it: "The Straight Line, with Ada Lind"."""
    match = _HEADED.search(sentence.text) if sentence.people else None
    return sentence.who(match) if match else None


def introduced(sentence: Masked) -> list[tuple[str, float]]:
    """Those whom a sentence brings in as speakers, each with how strongly.

    3: says that they speak, 2: hands over, 1: describes, below: has them as its subject.
    """
    found: dict[str, float] = {}
    if not sentence.people:
        return []
    itself = introduces_self(sentence) is not None
    for weight, pattern in ((3.0, _strong()), (2.0, _weak()), (1.0, _standing()), (0.8, _SUBJECT)):
        for match in pattern.finditer(sentence.text):
            told = _handed(sentence.text, match) if weight == 2.0 else weight
            who = sentence.who(match)
            if itself and match[0].startswith("this is"):
                continue  # "I am X, and this is Y": Y is the programme
            found[who] = max(found.get(who, 0.0), told)
    if found and max(found.values()) >= 3.0 and len(sentence.people) > 1:
        together = re.search(r"\b(?:guests|joining|with) (?:are|us are|me are)\b|\bguests\b", sentence.text)
        if together:
            found.update(dict.fromkeys(sentence.people, 3.0))
    return list(found.items())


def _handed(text: str, match: re.Match[str]) -> float:
    """How strongly a verb of saying hands over: less with a clause of what is said, less in the past tense."""
    past = (
        re.search(r"(?:ed|said|told|knew|thought|saw it|put it|did(?: not|n['’]t) \w+)(?: \w+)?$", match[0]) is not None
    )
    return 2.0 - 0.1 * past - 0.5 * (_THAT.match(text, match.end()) is not None)


_VOCATIVE = re.compile(
    rf"\b(?:thank you|thanks|welcome|hi|hello|hey|so|well|yes|no|now|and|okay|ok|morning|evening|sorry|but|professor"
    rf"|dr\.?|mr\.?|ms\.?|mrs\.?),?\s+(?:so much,?\s+|very much,?\s+|again,?\s+)?{_TITLES}{_P}(?=\s*(?:[,.?!]|$))"
    rf"|^\W*{_TITLES}{_P},|,\s+{_TITLES}{_P}\s*[.?!,]*$|\bthank you,? {_TITLES}{_P}|\b(?:hi|hello) {_P}"
    rf"|{_P},? (?:welcome|thank you|thanks)\b"
)


def addressed(sentence: Masked) -> list[str]:
    """Those whom a sentence speaks to by name."""
    if not sentence.people:
        return []
    return [sentence.who(m) for m in _VOCATIVE.finditer(sentence.text)]
