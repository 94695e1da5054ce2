"""Where claims open in a Chinese sentence: the cues with who speaks and where the content begins."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from cuibono.extract.chinese.cues import Cue
from cuibono.extract.chinese.sentences import Sentence
from cuibono.extract.chinese.voices import Voice, Voices
from cuibono.extract.chinese.words import Word
from cuibono.extract.lexicon import words

_CARRIED = 5  # clauses from the start of a sentence whose subject a later cue may share


@dataclass(frozen=True, slots=True)
class Frame:
    """A cue with the words of its content."""

    cue: Cue
    voice: Voice | None
    first: int
    via: tuple[str, ...] = ()
    back: bool = False


class Frames:
    """Finds the frames of sentence after sentence; who spoke last is kept in ``voices``."""

    def __init__(self, line: Sequence[Word], voices: Voices) -> None:
        self.line, self.voices = line, voices

    def has_subject(self, sentence: Sentence, cue: Cue) -> bool:
        """Whether somebody stands before a cue who can be its subject."""
        clause = sentence.clause_at(cue.first)
        return self.voices.subject(clause.first, cue.first) is not None

    def find(self, sentence: Sentence, found: Sequence[Cue], via: tuple[str, ...], start: int) -> Iterator[Frame]:
        """The cues that open a claim of this sentence; those inside the content of another do not."""
        before: Frame | None = None
        for number, cue in enumerate(found):
            clause = sentence.clause_at(cue.first)
            if before is None and self._passes_on(sentence, cue, found[number + 1 :]):
                outlet = self.voices.subject(max(clause.first, start), cue.first)
                via = (outlet.name,) if outlet and outlet.name else via
                continue
            first = max(clause.first, start)
            quote = sentence.quote_at(first)
            back = quote is not None and quote.close < cue.first
            if quote is not None and back:
                first = quote.close + 1
            voice = self._turned_to(sentence, clause.first, first, cue) or self.voices.subject(first, cue.first)
            bare = self.bare(first, cue.first)
            if before is not None and not (bare or self._named_again(sentence, first, cue, voice)):
                continue
            if before is not None and before.first > cue.first:
                continue
            if voice is None:
                voice = self._carried(sentence, clause.first, cue, before, bare)
            if voice is None:
                continue
            relay = self.voices.told(first, cue.first)
            self.voices.remember(voice)
            content, listener = self._content(sentence, cue)
            more = tuple(dict.fromkeys((*via, *(n for n in (relay, listener) if n and n != voice.name))))
            before = Frame(cue, voice, content, more, back)
            yield before

    def _turned_to(self, sentence: Sentence, clause: int, first: int, cue: Cue) -> Voice | None:
        """Who is named before in a sentence that goes on with 他 or 她: 某某不同意，她称…."""
        if not any(w.text in ("他", "她") for w in self.line[first : cue.first]) or sentence.first >= clause:
            return None
        before = [c for c in sentence.clauses if c.first < clause]
        named = (self.voices.subject(c.first, c.last) for c in reversed(before))
        return next((v for v in named if v is not None and v.name is not None and v.kind == "named"), None)

    def _passes_on(self, sentence: Sentence, cue: Cue, later: Sequence[Cue]) -> bool:
        """Whether a report only passes on what somebody says in the clause behind: 某社报道，某某说：."""
        if cue.text not in ("报道", "报导", "日报道", "日报导") or not later:
            return False
        here, there = sentence.clause_at(cue.first), sentence.clause_at(later[0].first)
        return here.last + 1 == there.first and self.voices.subject(there.first, later[0].first) is not None

    def bare(self, first: int, last: int) -> bool:
        """Whether nothing but particles stands before the cue: 并|强调."""
        fill = words("chinese_speech", "and") | words("chinese_speech", "preps") | {"对此", "、"}
        return all(w.text in fill or w.kind in ("d", "c", "t", "num") for w in self.line[first:last])

    def _named_again(self, sentence: Sentence, first: int, cue: Cue, voice: Voice | None) -> bool:
        """Whether another speaker takes over inside the sentence."""
        if voice is None or voice.kind == "anonymous":
            return voice is not None and cue.last < sentence.last and self.line[cue.last].text in "，：“"
        after = self.line[cue.last].text if cue.last < sentence.last else ""
        return after in ("，", "：", "“") or cue.first - first <= 3

    def _carried(self, sentence: Sentence, first: int, cue: Cue, before: Frame | None, bare: bool) -> Voice | None:
        """Who goes on speaking where a cue has no subject of its own."""
        if before is not None:
            return before.voice
        for clause in sentence.clauses[:_CARRIED]:
            if clause.first >= first:
                break
            found = self.voices.subject(clause.first, clause.last)
            if found is not None:
                return found
        if bare and self.voices.last is not None:
            return replace(self.voices.last, confidence=0.6)
        return None

    def _content(self, sentence: Sentence, cue: Cue) -> tuple[int, str | None]:
        """Where the content begins; behind 告诉 the listener comes first."""
        if cue.last < sentence.last and self.line[cue.last].text.startswith("得"):  # 说得更多：“……”
            near = range(cue.last, min(sentence.last, cue.last + 6))
            return next((at + 1 for at in near if self.line[at].text == "："), cue.last), None
        if cue.text not in words("chinese_speech", "told") or cue.last > cue.first + 1:
            return cue.last, None
        for at in range(cue.last, min(sentence.last, cue.last + 10)):
            if self.line[at].text in ("，", "：", "“"):
                name = self.voices.at.get(self.line[cue.last].start)
                return at, name.id if name and name.type == "Organization" else None
        return cue.last, None

    def stop(self, sentence: Sentence, frame: Frame, later: Sequence[Frame]) -> int:
        """The word after the content: where the next claim of the sentence begins."""
        following = next((f for f in later if f.cue.first >= frame.first), None)
        if following is None:
            return sentence.last
        clause = sentence.clause_at(following.cue.first)
        if following.back:
            return clause.first
        return clause.first if clause.first > frame.cue.first else following.cue.first
