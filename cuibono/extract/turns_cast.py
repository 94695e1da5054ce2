"""The cast of a labelled transcript: which name each label stands for, and who of them is the host."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from cuibono.extract.records import Span
from cuibono.extract.sections import count
from cuibono.extract.turns_introductions import addressed, introduced, introduces_self, names_host
from cuibono.extract.turns_labelled import Stretch
from cuibono.extract.turns_script import Script

_OPENING = 3_000  # characters behind the first label in which a host says who she is
_TITLE = re.compile(r"\b(?:conversation|interview|talk|q ?& ?a|dialogue|an hour|speaking|speaks) with\b", re.IGNORECASE)
OWN = ("host", "narration")


@dataclass(slots=True)
class Cast:
    """Who speaks behind which label key; ``host`` is the id of the host's name, None while nobody tells it."""

    host: str | None = None
    speakers: dict[str, str | None] = field(default_factory=dict)
    sure: dict[str, float] = field(default_factory=dict)


def cast(script: Script, found: Sequence[Stretch], head: Span) -> Cast:
    """Give every label its speaker: names as they are written, roles by who is introduced."""
    told = Cast()
    taken: set[str] = set()
    for stretch in found:
        label = stretch.label
        if label.role in ("", "host", "guest", "clip") and _is_name(stretch):
            who = told.speakers.get(label.key) or script.people.find(label.text)
            if who is None or (who not in taken and _elsewhere(script, who)):
                who = script.people.add(label.text)
            script.people.label(who, label.name, label.text)
            taken.add(who)
            told.speakers[label.key] = who
            told.sure[label.key] = 1.0
    script.people.settle()
    _host(script, found, head, told)
    _guests(script, found, head, told)
    return told


def _elsewhere(script: Script, who: str) -> bool:
    """A label that fits only what is no person: the host of a programme is not the programme."""
    return script.people.name(who).type in ("Location", "Group", "Event")


def _is_name(stretch: Stretch) -> bool:
    return stretch.label.text[:1].isupper() and (stretch.label.role == "" or stretch.label.named)


def _host(script: Script, found: Sequence[Stretch], head: Span, told: Cast) -> None:
    named = [s for s in found if s.label.key in told.speakers]
    marked = next((s for s in named if s.label.role in OWN), None)
    roles = [s for s in found if s.label.role in OWN and s.label.key not in told.speakers]
    if marked is not None:
        told.host = told.speakers[marked.label.key]
    else:
        told.host = _introduced_host(script, roles or found, head, bool(roles)) or _unmarked(
            script, found, named, roles, told
        )
    for stretch in roles:
        told.speakers[stretch.label.key] = told.host
        told.sure[stretch.label.key] = 0.97 if told.host else 0.5


def _unmarked(
    script: Script, found: Sequence[Stretch], named: Sequence[Stretch], roles: Sequence[Stretch], told: Cast
) -> str | None:
    """The host where nobody says who it is: beside a narrator a voice with a name, else whom guests thank."""
    if all(s.label.role == "narration" for s in roles) and (who := _asking(script, named, told)) is not None:
        return who
    return _thanked(script, found, told) if roles else None


def _introduced_host(script: Script, found: Sequence[Stretch], head: Span, sure: bool) -> str | None:
    """The host by her own words or by the heading: "I am X", "welcome to the show with X", "by X"."""
    limit = found[0].label.whole.end + (_OPENING if not sure else 4 * _OPENING) if found else 0
    own: Counter[str] = Counter()
    for stretch in found:
        if stretch.label.whole.start > limit:
            break
        for piece in stretch.pieces:
            for sentence in script.sentences(Span(piece.span.start, min(piece.span.end, limit))):
                seen = script.masked(sentence)
                who = names_host(seen) or introduces_self(seen)
                if who is not None and (sure or _hosts(script, piece.span)):
                    own[who] += 1
    if own:
        return own.most_common(1)[0][0]
    for sentence in script.sentences(head):
        if (who := names_host(script.masked(sentence))) is not None:
            return who
    return None


def _hosts(script: Script, span: Span) -> bool:
    return count("hosting", span.of(script.view).lower()) > 0


def _thanked(script: Script, found: Sequence[Stretch], told: Cast) -> str | None:
    """The one whom guests address and who has no label: "Thank you, X"."""
    called: Counter[str] = Counter()
    taken = set(told.speakers.values())
    for stretch in found:
        if stretch.label.role in OWN or not stretch.pieces:
            continue
        for piece in stretch.pieces[:1]:
            for sentence in list(script.sentences(Span(piece.span.start, min(piece.span.end, piece.span.start + 200)))):
                called.update(w for w in addressed(script.masked(sentence)) if w not in taken)
    return called.most_common(1)[0][0] if called else None


def _asking(script: Script, named: Sequence[Stretch], told: Cast) -> str | None:
    """Of speakers with names, the one who welcomes, asks and thanks; None where nobody stands out."""
    score: Counter[str] = Counter()
    for at, stretch in enumerate(named):
        who = told.speakers[stretch.label.key]
        if who is None:
            continue
        text = " ".join(p.span.of(script.view) for p in stretch.pieces).lower()
        score[who] += 2 * count("hosting", text) + (1 if text.rstrip().endswith("?") else 0) + (1 if at == 0 else 0)
    ranked = score.most_common(2)
    if not ranked or ranked[0][1] < 3:
        return None
    return ranked[0][0] if len(ranked) == 1 or ranked[0][1] >= 2 * ranked[1][1] else None


def _guests(script: Script, found: Sequence[Stretch], head: Span, told: Cast) -> None:
    """Give labels such as "Guest" and "A" the one guest who is introduced; who says "I am X" is X."""
    nameless = dict.fromkeys(s.label.key for s in found if s.label.role == "guest" and s.label.key not in told.speakers)
    if not nameless:
        return
    own = _by_own_words(script, found, nameless)
    for key in nameless:
        told.speakers[key], told.sure[key] = own.get(key), 0.9
    open_keys = [k for k in nameless if told.speakers[k] is None]
    spoken_for = {*told.speakers.values(), told.host}
    candidates = [w for w in _presented(script, found, head, told) if w not in spoken_for]
    if len(open_keys) == 1 and candidates:
        told.speakers[open_keys[0]] = candidates[0]
        told.sure[open_keys[0]] = 0.95 if len(candidates) == 1 else 0.7
    elif len(open_keys) == 2 and len(candidates) == 1 and told.host is None:
        _share_out(script, found, open_keys, candidates[0], told)


def _by_own_words(script: Script, found: Sequence[Stretch], keys: Iterable[str]) -> dict[str, str]:
    """Who says "I am X" at the beginning of a turn, by label key."""
    own: dict[str, str] = {}
    wanted = set(keys)
    for stretch in found:
        key = stretch.label.key
        if key not in wanted or key in own:
            continue
        for piece in stretch.pieces:
            for sentence in script.sentences(Span(piece.span.start, min(piece.span.end, piece.span.start + 300))):
                if (who := introduces_self(script.masked(sentence))) is not None:
                    own.setdefault(key, who)
    return own


def _presented(script: Script, found: Sequence[Stretch], head: Span, told: Cast) -> list[str]:
    """Who may be the guest, the likeliest first: named in the title, said to be here, most often named above."""
    strong: Counter[str] = Counter()
    for sentence in script.sentences(head):
        seen = script.masked(sentence)
        if _TITLE.search(sentence.of(script.view)):
            strong.update(dict.fromkeys(seen.people, 10))
        for who, weight in introduced(seen):
            strong[who] += int(weight)
    for stretch in found[:12]:
        if stretch.label.role in (*OWN, "guest"):
            for piece in stretch.pieces:
                for sentence in script.sentences(piece.span):
                    seen = script.masked(sentence)
                    strong.update({w: 5 for w, weight in introduced(seen) if weight >= 3.0})
                    strong.update(dict.fromkeys(addressed(seen), 3))
    best = strong.most_common()
    return [w for w, n in best if w != told.host and n >= 2 and n * 3 >= best[0][1]]


def _share_out(script: Script, found: Sequence[Stretch], keys: Sequence[str], guest: str, told: Cast) -> None:
    """Of two numbered voices the one who hosts is nobody by name, and the other is the guest."""
    score: Counter[str] = Counter()
    for stretch in found:
        if stretch.label.key in keys:
            text = " ".join(p.span.of(script.view) for p in stretch.pieces).lower()
            score[stretch.label.key] += 2 * count("hosting", text) + (1 if text.rstrip().endswith("?") else 0)
    first, second = sorted(keys, key=lambda k: -score[k])
    if score[first] >= 2 * score[second] + 2:
        told.speakers[second], told.sure[second] = guest, 0.85
