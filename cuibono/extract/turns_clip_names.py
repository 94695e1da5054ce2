"""Whose voice a clip is where its label does not say: "That was Mayor Renn" right behind it, or "Listen to Renn:"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from cuibono.extract.records import Span, Turn
from cuibono.extract.turns_people import People

_NEAR = 90  # characters of the next turn, or of the one before, in which the voice is named
_THAT_WAS = re.compile(
    r"(?:(?:and|well|so),? )?(?:that was|that['’]s|this was|you (?:have )?(?:just )?heard|we (?:have )?(?:just )?heard"
    r"|those were the words of|so said|so spoke|thus spoke)\b(?P<title>[^.!?\n]{0,60})$",
    re.IGNORECASE,
)
_LISTEN = re.compile(
    r"(?:listen to|let['’]s hear|hear|here is|here['’]s|here comes|in the words of|watch)\b[^.!?\n]{0,60}$",
    re.IGNORECASE,
)


def named_clips(view: str, turns: Sequence[Turn], people: People) -> Iterator[Turn]:
    """The turns in order; a clip without a voice has that which the turn behind it, or before it, says it was."""
    ends = [None, *turns, None]
    for (before, turn), after in zip(pairwise(ends), ends[2:], strict=False):
        assert turn is not None
        if turn.voice == "clip" and turn.speaker is None:
            who = _behind(view, after, people) or _in_front(view, before, people)
            yield replace(turn, speaker=who, needs_person=True) if who else turn
        else:
            yield turn


def _behind(view: str, after: Turn | None, people: People) -> str | None:
    if after is None or after.voice not in ("host", "narration", "guest"):
        return None
    start = after.span.start
    for mention, who in people.people_in(Span(start, min(after.span.end, start + _NEAR))):
        return who if _THAT_WAS.match(view[start : mention.start]) else None
    return None


def _in_front(view: str, before: Turn | None, people: People) -> str | None:
    """The last person of the turn before, where nothing but a mark follows the name."""
    if before is None or before.voice not in ("host", "narration"):
        return None
    start = max(before.span.start, before.span.end - _NEAR)
    named = list(people.people_in(Span(start, before.span.end)))
    if not named:
        return None
    mention, who = named[-1]
    left = view[mention.end : before.span.end].strip(" .:!,")
    return who if not left and _LISTEN.search(view[start : mention.start]) else None
