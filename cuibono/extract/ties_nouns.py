"""Ties that a noun tells: offices, kin, members, founders, allies, subsidiaries, suppliers, residents."""

import re
from collections.abc import Iterator
from dataclasses import replace

from cuibono.extract.lexicon import words
from cuibono.extract.ties_draft import Draft
from cuibono.extract.ties_holders import Holder, holders
from cuibono.extract.ties_items import Item, Row
from cuibono.extract.ties_lexicon import NounFrame
from cuibono.extract.ties_phrases import Argument, Phrase, fits, frames_of, phrases, possessed

_SHARED = re.compile(r"(?:,?&|,)[mju]*")


def told(row: Row, topic: Item | None = None) -> Iterator[Draft]:
    """The ties of every tying noun in a sentence; ``topic`` is the body that the text was about just before."""
    seen: list[tuple[Phrase, list[Holder]]] = []
    for phrase in _with_shared(row, list(phrases(row))):
        held = holders(row, phrase, seen)
        seen.append((phrase, held))
        if held and topic is not None:
            phrase = _of_topic(row, phrase, topic)
        for frame in frames_of(row, phrase.noun):
            yield from _drafts(row, phrase, held, frame)


def _of_topic(row: Row, phrase: Phrase, topic: Item) -> Phrase:
    """ "X is the chief executive": of the body that was spoken of before, where nothing else is said."""
    item = row.items[phrase.noun]
    if phrase.arguments or item.text not in words("ties_nouns", "implicit"):
        return phrase
    if row.letter(phrase.noun + 1) in "pq" or row.letter(phrase.start) in "sx" or _other_body(row, topic):
        return phrase
    stand_in = topic._replace(at=item.at, first=item.first, last=item.first, sure=0.55, by_reference=True)
    return replace(phrase, arguments=(Argument(stand_in, "implicit"),))


def _other_body(row: Row, topic: Item) -> bool:
    """Whether the sentence names another body, whose post it may be."""
    return any(i.sort == "N" and i.kind == "O" and i.name != topic.name for i in row.items)


def _with_shared(row: Row, found: list[Phrase]) -> list[Phrase]:
    """Of "founder and chairman of Y" and "Y's founder and chairman" both nouns get the argument."""
    result = list(found)
    for at in range(len(found) - 1):
        one, two = result[at], found[at + 1]
        if one.end > two.start or not _SHARED.fullmatch(row.letters[one.end : two.start]):
            continue
        before = ("poss", "compound")
        if not one.arguments and two.arguments and two.arguments[0].how not in before:
            result[at] = replace(one, arguments=two.arguments)
        elif not two.arguments and one.arguments and one.arguments[0].how in before and row.letter(two.start) != "d":
            result[at + 1] = replace(two, arguments=one.arguments[:1])
    return result


def _drafts(row: Row, phrase: Phrase, held: list[Holder], frame: NounFrame) -> Iterator[Draft]:
    arguments = [a for a in phrase.arguments if _takes(row, phrase, frame, a)]
    for holder in held:
        if not fits(holder.item.kind, frame.holders):
            continue
        for argument in arguments:
            if argument.item.name == holder.item.name:
                continue
            yield _draft(row, phrase, holder, argument, frame)


def _takes(row: Row, phrase: Phrase, frame: NounFrame, argument: Argument) -> bool:
    if not fits(argument.item.kind, frame.arguments):
        return False
    if argument.how not in ("poss", "compound", "implicit"):
        if argument.hops == 0 and argument.how not in frame.preps:
            return False
        return not possessed(row, argument.item) or row.letter(argument.item.at + 2) == " "
    return True


def _draft(row: Row, phrase: Phrase, holder: Holder, argument: Argument, frame: NounFrame) -> Draft:
    subject, object_ = (holder.item, argument.item) if frame.holder_first else (argument.item, holder.item)
    prep = argument.how not in ("poss", "compound")
    features = (
        ("agreed", float(holder.agreed)),
        ("surface", float(holder.surface)),
        ("listed", float(holder.listed or argument.listed)),
        ("hops", float(argument.hops)),
        ("chained", float(holder.how.endswith("+"))),
        ("argument_poss", float(argument.how == "poss")),
        ("argument_compound", float(argument.how == "compound")),
        ("argument_prep", float(prep)),
        ("capitalised_role", float(row.analysis.tokens[row.items[phrase.noun].first].text[:1].isupper())),
        ("implicit", float(argument.how == "implicit")),
        ("second_argument", float(prep and phrase.arguments[0].how in ("poss", "compound"))),
    )
    rule = f"noun.{frame.group}.{holder.how.rstrip('+')}"
    role = _role(row, phrase)
    return Draft(frame.type, subject, object_, rule, row.items[phrase.noun].last - 1, role, features)


def _role(row: Row, phrase: Phrase) -> str:
    """The words of the post or kinship, with what modifies them."""
    at = phrase.noun
    while at and row.letters[at - 1] in "mjnR" and phrase.noun - at < 4:
        at -= 1
    items = row.items[at : phrase.noun + 1]
    start, end = row.analysis.tokens[items[0].first].start, row.head(items[-1]).end
    return " ".join(row.analysis.text[start:end].split())
