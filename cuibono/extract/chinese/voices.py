"""Who speaks in a Chinese clause: a name, a body through its spokesman, a pronoun, or a source without a name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from cuibono.extract.chinese.script import simplified
from cuibono.extract.chinese.words import Word
from cuibono.extract.lexicon import words
from cuibono.extract.records import Name, Naming, Span, SpeakerKind

_OF_A_POST = frozenset({"title", "place", "body", "n", "ns", "nz", "nr", "b", "a", "j", "vn", "l", "?", "m", "q"})
_CONTEXT = 12  # words of a description at most


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks: the id of a name (None when nothing names it), its kind, and how surely."""

    name: str | None
    kind: SpeakerKind
    confidence: float = 0.9


@dataclass
class Voices:
    """Finds speakers; it remembers who spoke last and who was named last."""

    text: str
    line: Sequence[Word]
    at: Mapping[int, Name]  # the name that begins at an offset
    ends: Mapping[int, int]  # where it ends
    unnamed: dict[str, Name] = field(default_factory=dict)
    last: Voice | None = None
    last_person: Voice | None = None
    last_body: Voice | None = None
    last_press: Voice | None = None
    seen_bodies: list[Name] = field(default_factory=list)
    begun: int = 0  # where the sentence begins

    def of(self, name: Name) -> Voice:
        """A name as a speaker."""
        if name.type != "Person":
            return Voice(name.id, "organisation")
        return Voice(name.id, name.naming)

    def remember(self, voice: Voice) -> None:
        """Who spoke last."""
        self.last = voice
        if voice.kind == "organisation":
            self.last_body = voice
        elif voice.name is not None:
            self.last_person = voice

    def saw(self, first: int, last: int, spoken: bool = False) -> None:
        """Names of a sentence that pronouns of the next may stand for."""
        named = [n for w in self.line[first:last] if (n := self.at.get(w.start))]
        person = next((n for n in named if n.type == "Person"), None)
        bodies = [n for n in named if n.type == "Organization"]
        self.seen_bodies = [*self.seen_bodies[-20:], *bodies]
        ends = tuple(words("chinese_speech", "press"))
        body = next((n for n in bodies if not n.name.endswith(ends)), None)
        if (press := next((n for n in bodies if n.name.endswith(ends)), None)) is not None:
            self.last_press = self.of(press)
        if person is not None and not spoken:
            self.last_person = self.of(person)
        if body is not None:
            self.last_body = self.of(body)

    def subject(self, first: int, last: int) -> Voice | None:
        """Who speaks in the words from ``first`` up to a cue at ``last``; None when nobody is told."""
        here = [at for at in range(first, last) if self._speaks(at)]
        if any(at for at in here if self.line[at].text not in words("chinese_speech", "documents")):
            here.sort(key=lambda at: self.line[at].text in words("chinese_speech", "documents"))
        for at in here:
            if self._inside(at, first, last):
                continue
            if (found := self._voice(at, first, last)) is not None:
                return self._behind_post(at, first, last) or found
        return None

    def source(self, at: int) -> Voice:
        """A source without a name by its own word: 坊间."""
        return self._described(at, at)

    def _behind_post(self, at: int, first: int, last: int) -> Voice | None:
        """Who is named right before a cue behind the post of a body (某某合作社社长田芷若认为), for the body."""
        name = self.at.get(self.line[at].start)
        if name is None or name.type == "Person":
            return None
        person = next((k for k in range(last - 1, at, -1) if self._person(k)), None)
        if person is None or self._next(person) < last or self._inside(person, first, last):
            return None
        between = self.line[self._next(at) : person]
        return self.of(self.at[self.line[person].start]) if all(w.kind in _OF_A_POST for w in between) else None

    def outlet(self, first: int, last: int) -> Voice | None:
        """The last name or source of a stretch, as behind 据 and 引述."""
        here = [at for at in reversed(range(first, last)) if self._speaks(at)]
        here.sort(key=lambda at: self.line[at].start not in self.at or self.at[self.line[at].start].type == "Location")
        return next((found for at in here if (found := self._voice(at, first, last)) is not None), None)

    def told(self, first: int, last: int) -> str | None:
        """The body that words are told to (对某某说), which passes them on."""
        for at in range(first + 1, last):
            name = self.at.get(self.line[at].start)
            if name and name.type == "Organization" and self.line[at - 1].text in ("对", "向", "告诉"):
                return name.id
        return None

    def _speaks(self, at: int) -> bool:
        word = self.line[at]
        if word.start in self.at:
            return True
        text = word.text
        if text in words("chinese_speech", "pronouns") or text in words("chinese_speech", "bodies_back"):
            return True
        return (
            word.kind in ("source", "title", "kin")
            or self._source(word)
            or text in words("chinese_speech", "documents")
        )

    def _source(self, word: Word) -> bool:
        text = word.text
        if text in words("chinese_speech", "sources"):
            return True
        return len(text) > 2 and text.endswith(
            (
                "财政局",
                "统计局",
                "公安局",
                "管理局",
                "委员会",
                "办公室",
                "研究所",
                "研究院",
                "协会",
                "商会",
                "工会",
                "人士",
                "官员",
                "学者",
                "专家",
                "分析师",
                "律师",
                "研究员",
                "记者",
                "一人",
            )
        )

    def _inside(self, at: int, first: int, last: int) -> bool:
        """Whether it only modifies what follows, or stands behind a preposition."""
        after = self._next(at)
        following = self.line[after].text if after < last else ""
        if following in ("的", "之") or (following == "、" and self.line[at].kind in ("title", "source")):
            return True
        if after < last and self._apposed(at, after):
            return True
        name = self.at.get(self.line[at].start)
        if name is not None and name.type == "Location" and after < last and not self._clause_goes_on(after):
            return True
        return self._governed(at, first)

    def _clause_goes_on(self, after: int) -> bool:
        word = self.line[after]
        return (
            word.text in words("chinese_speech", "preps")
            or word.text in words("chinese_speech", "and")
            or word.kind in ("d", "p", "t")
        )

    def _next(self, at: int) -> int:
        """The next word that is not a remark in brackets."""
        after = at + 1
        stop = self.ends.get(self.line[at].start, 0)
        while after < len(self.line) and self.line[after].start < stop:
            after += 1
        if after < len(self.line) and self.line[after].text in ("（", "("):
            for k in range(after, min(len(self.line), after + 12)):
                if self.line[k].text in ("）", ")"):
                    return k + 1
        return after

    def _apposed(self, at: int, after: int) -> bool:
        """Whether the word belongs to a description of the one after it: 公司|总监|某某, 某部|发言人."""
        here, there = self.line[at], self.line[after]
        if there.start != max(here.end, self.ends.get(here.start, 0)):
            return False
        if there.text in words("chinese_speech", "voices") and not self._person(self._next(after)):
            return False  # a body speaks through it
        if there.text in ("母公司", "子公司", "旗下", "公司", "创始人", "总部", "员工") and self._next(after) < len(
            self.line
        ):
            return self._speaks(self._next(after))
        if here.start in self.at and self.at[here.start].type == "Person":
            return there.kind == "kin" or there.text in ("兄弟", "夫妇", "家族")
        if there.start in self.at or there.kind in ("title", "source", "kin") or self._source(there):
            return True
        far = after + 1  # 云岭省|一名|官员
        return there.text in words("chinese_speech", "counts") and far < len(self.line) and self._speaks(far)

    def _person(self, at: int) -> bool:
        name = self.at.get(self.line[at].start) if at < len(self.line) else None
        return name is not None and name.type == "Person"

    def _governed(self, at: int, first: int) -> bool:
        """Whether a preposition stands before it, with nothing but its own description in between."""
        k = at - 1
        while k >= first and at - k <= _CONTEXT:
            word = self.line[k]
            if word.text in words("chinese_speech", "no_speaker_behind"):
                return True
            described = (
                word.kind in ("title", "place", "body", "n", "ns", "nz", "b", "a", "m", "q", "r", "num")
                or word.start in self.at
            )
            if not described and word.text not in words("chinese_speech", "counts") and word.text not in "《》、和":
                return False
            k -= 1
        return False

    def _voice(self, at: int, first: int, last: int) -> Voice | None:
        word = self.line[at]
        name = self.at.get(word.start)
        if name is not None:
            return self.of(name)
        if word.text in words("chinese_speech", "voices") and at > first and self.line[at - 1].start in self.at:
            return self.of(self.at[self.line[at - 1].start])
        if word.text in words("chinese_speech", "pronouns"):
            person = self._named_before(first) if word.text in ("他", "她") else None
            found = person or (
                self.last_person if word.text not in ("它", "其") else self.last_body or self.last_person
            )
            return Voice(found.name, found.kind, 0.7) if found else None
        if word.text in words("chinese_speech", "bodies_back") and word.kind != "source":
            found = self._body_back(word.text)
            return Voice(found.name, found.kind, 0.7) if found else None
        return self._described(at, first)

    def _named_before(self, first: int) -> Voice | None:
        """The only person whom the clauses before name in this sentence: 某某不同意，他说."""
        there = {n.id: n for w in self.line[self.begun : first] if (n := self.at.get(w.start)) and n.type == "Person"}
        return self.of(next(iter(there.values()))) if len(there) == 1 else None

    def _body_back(self, text: str) -> Voice | None:
        """Which body 该报, 报告, 公司 or 研究所 means."""
        spoke = self.last if self.last and self.last.kind == "organisation" else None
        if text in ("文章", "书中", "书", "声明", "通报"):
            return self.last or self.last_body
        if text in words("chinese_speech", "of_the_press"):
            return self.last_press or spoke or self.last_body
        if "报告" in text:
            return spoke or self.last_body or self.last_press
        ends = text.removeprefix("该")
        alike = [b for b in self.seen_bodies if simplified(b.name).endswith(ends)]
        return self.of(alike[-1]) if alike else self.last_body or spoke

    def _described(self, at: int, first: int) -> Voice:
        """A source without a name, by the words that describe it."""
        k = at
        while k > first and at - k < _CONTEXT:
            word = self.line[k - 1]
            fits = (
                word.kind in ("n", "ns", "nz", "b", "a", "j", "vn", "place", "body", "title", "?", "an")
                and word.end == self.line[k].start
            )
            if not fits or word.text in words("chinese_speech", "counts") | words("chinese_speech", "preps"):
                break
            k -= 1
        span = Span(self.line[k].start, self.line[at].end)
        shown = span.of(self.text)
        if shown not in self.unnamed:
            naming: Naming = "nominal" if self.line[at].text in words("chinese_speech", "documents") else "anonymous"
            self.unnamed[shown] = Name(f"zs{len(self.unnamed) + 1}", shown, "Person", (span,), (), naming)
        return Voice(
            self.unnamed[shown].id, "anonymous" if self.unnamed[shown].naming == "anonymous" else "nominal", 0.8
        )
