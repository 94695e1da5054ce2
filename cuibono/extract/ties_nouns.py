"""Ties that a noun tells: offices, kin, members, founders, allies, subsidiaries, suppliers, residents."""

import re
from collections.abc import Iterator
from dataclasses import replace

from cuibono.extract.lexicon import words
from cuibono.extract.ties_draft import Draft
from cuibono.extract.ties_holders import Holder, holders
from cuibono.extract.ties_items import Item, Row
from cuibono.extract.ties_lexicon import NounFrame
from cuibono.extract.ties_phrases import Argument, Phrase, fits, frames_of, listed, phrases, possessed

_AGE = re.compile(r"^\W*(?:\d+\W?)?year\W?old\s+(?=\w)")
_SHARED = re.compile(r"(?:,?&|,)[mju]*")


def told(row: Row, topic: Item | None = None) -> Iterator[Draft]:
    """The ties of every tying noun in a sentence; ``topic`` is the body that the text was about just before."""
    for phrase, held in _held(row):
        if not phrase.arguments and (spouse := _and_wife(row, phrase)) is not None:
            phrase = replace(phrase, arguments=(Argument(spouse, "had"),))
        if not phrase.arguments and not held and (had := _had(row, phrase)):
            phrase, held = had
        if held and topic is not None:
            phrase = _of_topic(row, phrase, topic)
        yield from _each_other(row, phrase, held)
        for frame in frames_of(row, phrase.noun):
            yield from _drafts(row, phrase, held, frame)


def _held(row: Row) -> list[tuple[Phrase, list[Holder]]]:
    """Each phrase with whom it describes; of "X's friend and ally Y" both nouns describe Y."""
    seen: list[tuple[Phrase, list[Holder]]] = []
    for phrase in _with_shared(row, list(phrases(row))):
        seen.append((phrase, holders(row, phrase, seen)))
    for at in range(len(seen) - 2, -1, -1):
        (one, none), (two, held) = seen[at], seen[at + 1]
        joined = one.end <= two.start and _SHARED.fullmatch(row.letters[one.end : two.start])
        if not none and joined and held and held[0].how in ("glued", "appos_right", "inverse"):
            own = {a.item.name for a in one.arguments}
            seen[at] = (one, [h for h in held if h.item.name not in own])
    return seen


_HAS = re.compile(r"(N(?:(?:,|,?&)d?(?:Ns)?R?N)*)[ua]*[av][d#]?[mj#]*$")
_HIM = re.compile(r"(?:,|:|u?v)?(?=N)")
_MUTUAL = frozenset({"friend", "opponent", "partner", "kin"})


def _had(row: Row, phrase: Phrase) -> tuple[Phrase, list[Holder]] | None:
    """ "X has a son, Y": whoever has him is the argument."""
    if not {"kin", "aide", "friend"} & set(row.items[phrase.noun].groups):
        return None
    before = _HAS.search(row.letters, max(0, phrase.start - 16), phrase.noun)
    after = _HIM.match(row.letters, phrase.end)
    if before is None or after is None:
        return None
    verb = [i for i in row.items[before.end(1) : phrase.noun] if i.sort in "av"][-1]
    if row.head(verb).lemma not in ("have", "'ve") or (after[0].endswith("v") and not _calls(row, after.end() - 1)):
        return None
    whose = [row.items[k] for k in range(before.start(), before.end(1)) if row.letters[k] == "N"]
    _, who = listed(row, after.end())
    arguments = tuple(Argument(i, "had", 0, n > 0) for n, i in enumerate(whose) if i.kind == "P")
    return replace(phrase, arguments=arguments), [Holder(i, "had", n > 0) for n, i in enumerate(who)]


def _and_wife(row: Row, phrase: Phrase) -> Item | None:
    """The X of "X and wife Y"."""
    if "kin" in row.items[phrase.noun].groups and row.letters[max(0, phrase.noun - 2) : phrase.noun + 2] == "N&RN":
        return row.items[phrase.noun - 2]
    return None


def _calls(row: Row, at: int) -> bool:
    return row.items[at].text in ("named", "called")


def _each_other(row: Row, phrase: Phrase, held: list[Holder]) -> Iterator[Draft]:
    """ "X and Y are friends", "X and Y, the brothers who ...": the tie is between them."""
    head = row.head(row.items[phrase.noun])
    groups = set(row.items[phrase.noun].groups) & _MUTUAL
    if not groups or head.tag != "NNS" or len(held) != 2 or any(a.item.kind == "P" for a in phrase.arguments):
        return
    if "kin" in groups and row.items[phrase.noun].text not in words("ties_nouns", "mutual_kin"):
        return
    for frame in frames_of(row, phrase.noun):
        one, two = held[0].item, held[1].item
        if frame.group in _MUTUAL and one.kind in frame.holders and two.kind in frame.arguments:
            yield _draft(row, phrase, held[0], Argument(two, "mutual"), frame)


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
    if argument.how not in ("poss", "compound", "implicit", "had"):
        if argument.hops == 0 and argument.how not in frame.preps:
            return False
        return not possessed(row, argument.item) or row.letter(argument.item.at + 2) in " ,.)&;bvwa"
    if argument.how == "compound" and argument.item.kind in "LG":
        return frame.group not in ("founder", "maker", "owner", "agent", "opponent", "patron", "friend", "goer")
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
        ("second_argument", float(prep and bool(phrase.arguments) and phrase.arguments[0].how in ("poss", "compound"))),
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
    start, end = row.analysis.tokens[items[0].first].start, row.analysis.tokens[items[-1].last - 1].end
    return _AGE.sub("", " ".join(row.analysis.text[start:end].split()))
