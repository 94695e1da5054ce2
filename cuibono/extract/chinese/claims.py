"""Who says what in Chinese news: quoted or told, through whom, with sources that have no name."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from cuibono.extract.chinese import claims_labelled
from cuibono.extract.chinese.claims_frames import Frame, Frames
from cuibono.extract.chinese.claims_status import status
from cuibono.extract.chinese.cues import Cue, cues
from cuibono.extract.chinese.sentences import Quote, Sentence
from cuibono.extract.chinese.voices import Voice, Voices
from cuibono.extract.chinese.words import Word
from cuibono.extract.lexicon import words
from cuibono.extract.records import Claim, Mode, Name, Span

_MARKS = "，：,:了 \u3000\n"
_ENDS = "。！？；;，,：: \n\u3000"
_SHORTEST = 2
#: Where rumours are told, and that they are.
_TALK = frozenset({"坊间", "外界", "业内", "市场", "市场上", "民间", "网上", "圈内", "市井"})
_GOES_ROUND = frozenset({"流传", "盛传", "传言", "传闻", "风传", "疯传"})
_SEEN = ("看来", "眼中", "眼里", "心目中")
_ALONE = 8  # a quotation without any cue is a claim when it has so many signs


def attribute(
    text: str, view: str, line: Sequence[Word], names: Sequence[Name], told: Sequence[Sentence]
) -> tuple[tuple[Claim, ...], tuple[Name, ...]]:
    """The claims in order, and the sources without a name that speak them."""
    spans = [(span, name) for name in names for span in name.mentions]
    voices = Voices(text, line, {s.start: n for s, n in spans}, {s.start: s.end for s, _ in spans})
    reader = _Reader(text, view, line, voices)
    found: list[Claim] = []
    waiting: list[Claim] = []  # a quotation that opens a paragraph: who says it comes behind
    spoken = claims_labelled.stretches(view, names)
    for sentence in told:
        label = claims_labelled.at(spoken, line[sentence.last - 1].start)
        if label is not None:
            found += waiting + reader.labelled(sentence, label)
            waiting = []
            continue
        made = list(reader.sentence(sentence))
        if waiting and made and made[0].cue and made[0].speaker:
            voice = made[0]
            waiting = [replace(c, speaker=voice.speaker, speaker_kind=voice.speaker_kind) for c in waiting]
        found += waiting
        alone = len(made) == 1 and made[0].cue is None and _opens(view, line[sentence.first].start)
        waiting = made if alone else []
        found += [] if alone else made
    found += waiting
    return tuple(sorted(found, key=lambda c: c.span)), tuple(voices.unnamed.values())


def _once_more(voice: Voice | None) -> Voice:
    return replace(voice, confidence=0.5) if voice is not None else Voice(None, "nominal", 0.3)


def _opens(view: str, start: int) -> bool:
    """Whether a paragraph begins here."""
    return not view[:start].strip() if start < 80 else "\n" in view[max(0, start - 3) : start]


class _Reader:
    """Reads sentence after sentence; who spoke last is kept in ``voices``."""

    def __init__(self, text: str, view: str, line: Sequence[Word], voices: Voices) -> None:
        self.text, self.view, self.line, self.voices = text, view, line, voices
        self.frames = Frames(line, voices)

    def sentence(self, sentence: Sentence) -> Iterator[Claim]:
        """The claims of one sentence."""
        self.voices.begun = sentence.first
        found = cues(self.line, sentence)
        taken: set[int] = set()
        said: list[Claim] = []
        start, via, claims = self._according(sentence, found)
        said += claims
        frames = list(self.frames.find(sentence, [c for c in found if c.first >= start], via, start))
        for at, frame in enumerate(frames):
            stop = self.frames.stop(sentence, frame, frames[at + 1 :])
            said += self._claims(sentence, frame, stop, taken)
        if not said and len(frames) == 1:
            said += self._told_behind(sentence, start, frames[0])
        if not said:
            said += self._hearsay(sentence) or self._alone(sentence, taken)
        self.voices.saw(sentence.first, sentence.last, bool(said))
        yield from said

    # 某某：

    def labelled(self, sentence: Sentence, label: claims_labelled.Stretch) -> list[Claim]:
        """The claims of a sentence behind a label: of those whom it names itself, or of whom the label names."""
        if label.who is None:
            return []
        voice = self.voices.of(label.who)
        self.voices.remember(voice)
        sentence = claims_labelled.behind(self.line, sentence, label.start)
        if sentence.first == sentence.last:
            return []
        said = list(self.sentence(sentence))
        if all(c.speaker in (None, voice.name) and c.cue is None for c in said):
            said = list(claims_labelled.whole(self.text, self.view, self.line, sentence, label.who))
        self.voices.remember(voice)
        return said

    # 据某某报道，

    def _according(self, sentence: Sentence, found: Sequence[Cue]) -> tuple[int, tuple[str, ...], list[Claim]]:
        """Where the sentence goes on behind "according to", who passes it on, and the claim if that is all."""
        first = sentence.first
        while first < sentence.last and self.line[first].text in words("chinese_speech", "and") | {"，"}:
            first += 1
        clause = sentence.clause_at(first)
        if first < sentence.last and (seen := self._seen_by(sentence, first, found)):
            return seen[0], (), seen[1]
        quoted = next(
            (a for a in range(clause.first, clause.last) if self.line[a].text in words("chinese_speech", "quoting")),
            None,
        )
        if quoted is not None:
            return self._relayed(sentence, quoted, found)
        if (
            first >= sentence.last
            or self.line[first].text not in words("chinese_speech", "by")
            or clause.mark not in ("，", "：")
        ):
            return sentence.first, (), []
        if clause.last <= first + 1 or self.line[clause.last - 1].text not in words("chinese_speech", "reports"):
            return sentence.first, (), []
        voice = self.voices.outlet(first + 1, clause.last)
        behind = [c for c in found if c.first > clause.last]
        if behind and self.frames.has_subject(sentence, behind[0]):
            if voice is not None and voice.kind == "organisation":
                self.voices.last_body = voice
            return clause.last + 1, (voice.name,) if voice and voice.name else (), []
        voice = voice or Voice(None, "anonymous", 0.7)
        self.voices.remember(voice)
        cue = Cue(first, clause.last, self.line[clause.last - 1].text)
        frame = Frame(cue, voice, clause.last + 1)
        later = list(self.frames.find(sentence, behind, (), clause.last + 1))
        stop = self.frames.stop(sentence, frame, later)
        return stop, (), self._claims(sentence, frame, stop, set())

    def _relayed(
        self, sentence: Sentence, quoted: int, found: Sequence[Cue]
    ) -> tuple[int, tuple[str, ...], list[Claim]]:
        """某社引述某人的话说: the words are that person's, through the agency."""
        cue = next((c for c in found if c.first > quoted), None)
        outlet = self.voices.subject(sentence.first, quoted) or self.voices.outlet(sentence.first, quoted)
        if cue is None or cue.first - quoted > 40:
            return sentence.first, (), []
        voice = self.voices.outlet(quoted + 1, cue.first) or Voice(None, "anonymous", 0.6)
        if outlet is not None and voice.name == outlet.name:
            voice = Voice(None, "nominal", 0.6)
        self.voices.remember(voice)
        via = (outlet.name,) if outlet and outlet.name else ()
        frame = Frame(cue, voice, cue.last, via)
        later = list(self.frames.find(sentence, [c for c in found if c.first > cue.first], via, cue.last))
        stop = self.frames.stop(sentence, frame, later)
        return stop, via, self._claims(sentence, frame, stop, set())

    def _seen_by(self, sentence: Sentence, first: int, found: Sequence[Cue]) -> tuple[int, list[Claim]] | None:
        """What somebody thinks: 在某某看来，….

        None where the sentence does not begin so, or goes on with somebody who speaks.
        """
        clause = sentence.clause_at(first)
        last = clause.last - 1
        opens = (
            self.line[first].text == "在" and clause.mark == "，" and self.line[last].text in _SEEN and last > first + 1
        )
        voice = self.voices.outlet(first + 1, last) if opens and not any(c.first > clause.last for c in found) else None
        if voice is None:
            return None
        self.voices.remember(voice)
        frame = Frame(Cue(last, clause.last, self.line[last].text), voice, clause.last + 1)
        return sentence.last, self._claims(sentence, frame, sentence.last, set())

    # 某某说，

    def _told_behind(self, sentence: Sentence, start: int, frame: Frame) -> list[Claim]:
        """What stands before who says it: …，他说。"""
        clause = sentence.clause_at(frame.cue.first)
        if frame.back or clause.first <= start or not self._empty(frame.cue.last, sentence.last):
            return []
        if not self.frames.has_subject(sentence, frame.cue):
            return []
        first, last = self._trimmed(start, clause.first)
        return [self._claim(frame, first, last, "indirect")] if last - first >= _SHORTEST else []

    def _claims(self, sentence: Sentence, frame: Frame, stop: int, taken: set[int]) -> list[Claim]:
        """The claim that a frame makes, and the quotation before it that it attributes."""
        found: list[Claim] = []
        if frame.back:
            quote = max((q for q in sentence.quotes if q.close < frame.cue.first), key=lambda q: q.close)
            if quote.open not in taken:
                taken.add(quote.open)
                found.append(self._claim(frame, quote.open + 1, quote.close, "direct"))
        if self._empty(frame.first, stop):
            return found
        first, last = self._trimmed(frame.first, stop)
        inside = [q for q in sentence.quotes if first <= q.open and q.close < last and not self._name_only(q)]
        taken.update(q.open for q in inside)
        mode: Mode = "mixed" if inside else "indirect"
        if len(inside) == 1 and inside[0].open == first and inside[0].close == last - 1:
            mode, first, last = "direct", first + 1, last - 1
        if frame.back and mode != "direct":
            return found
        if last > first and self.line[last - 1].end - self.line[first].start >= _SHORTEST:
            found.append(self._claim(frame, first, last, mode))
        return found

    def _name_only(self, quote: Quote) -> bool:
        """Whether quote marks set off a name and nothing else."""
        begin = self.line[quote.open + 1].start
        return self.voices.ends.get(begin) == self.line[quote.close].start

    def _empty(self, first: int, last: int) -> bool:
        return all(w.text in _ENDS for w in self.line[first:last])

    def _trimmed(self, first: int, last: int) -> tuple[int, int]:
        while first < last and self.line[first].text in _MARKS:
            first += 1
        while last > first and self.line[last - 1].text in _ENDS:
            last -= 1
        return first, last

    def _claim(self, frame: Frame, first: int, last: int, mode: Mode) -> Claim:
        span = Span(self.line[first].start, self.line[last - 1].end)
        voice = frame.voice or Voice(None, "anonymous", 0.5)
        cue = Span(self.line[frame.cue.first].start, self.line[frame.cue.last - 1].end) if frame.cue.text else None
        return Claim(
            span, span.of(self.text), voice.name, voice.kind, mode, cue, frame.via,
            status(span.of(self.view), frame.cue.text), "-" if frame.cue.denies else "+", voice.confidence,
            voice.confidence < 0.6,
        )  # fmt: skip

    # 据悉，

    def _hearsay(self, sentence: Sentence) -> list[Claim]:
        """What is said by nobody in particular: at the start (据悉), or inside (他据称)."""
        listed, inner = words("chinese_speech", "hearsay"), words("chinese_speech", "hearsay_inside")
        for at in range(sentence.first, sentence.last):
            if sentence.quote_at(at):
                continue
            clause = sentence.clause_at(at)
            opens = at == clause.first or self.frames.bare(clause.first, at)
            text = self.line[at].text
            if opens and text in _TALK and (behind := self._is_told(at, clause.last)) is not None:
                frame = Frame(Cue(at, behind, text), self.voices.source(at), behind)
                first, last = self._trimmed(frame.first, sentence.last)
                if last - first >= _SHORTEST:
                    return [replace(self._claim(frame, first, last, "indirect"), status="alleged")]
            if not (text in listed and opens) and text not in inner:
                continue
            frame = Frame(Cue(at, at + 1, text), Voice(None, "anonymous", 0.7), at + 1 if opens else clause.first)
            first, last = self._trimmed(frame.first, sentence.last)
            if last - first >= _SHORTEST:
                claim = self._claim(frame, first, last, "indirect")
                return [claim if claim.status == "hypothetical" else replace(claim, status="alleged")]
        return []

    def _is_told(self, at: int, stop: int) -> int | None:
        """The word behind 流传 that goes with 坊间: with nothing but particles between."""
        for k in range(at + 1, min(stop, at + 4)):
            if self.line[k].text in _GOES_ROUND:
                return k + 1 if k + 1 == stop else None
            if not self.frames.bare(k, k + 1):
                return None
        return None

    def _alone(self, sentence: Sentence, taken: set[int]) -> list[Claim]:
        """A sentence that is a quotation and nothing else goes on with whoever spoke last."""
        if len(sentence.quotes) != 1:
            return []
        quote = sentence.quotes[0]
        first, last = self._trimmed(sentence.first, sentence.last)
        size = self.line[quote.close].start - self.line[quote.open].end
        if quote.open in taken or size < _ALONE or (quote.open, quote.close) != (first, last - 1):
            return []
        frame = Frame(Cue(quote.open, quote.open + 1, ""), _once_more(self.voices.last), quote.close)
        return [self._claim(frame, quote.open + 1, quote.close, "direct")]
