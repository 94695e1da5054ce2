"""Ties that a noun for a happening or a bond tells: "the acquisition of Y by X", "X has close ties to Y"."""

import re
from collections.abc import Iterator

from cuibono.extract import ties_lexicon as lexicon
from cuibono.extract.analysis import Token
from cuibono.extract.lexicon import words
from cuibono.extract.ties_draft import Draft
from cuibono.extract.ties_grammar import names_of
from cuibono.extract.ties_items import Item, Row
from cuibono.extract.ties_lexicon import VerbFrame
from cuibono.extract.ties_phrases import listed, possessed
from cuibono.extract.ties_slots import subject

_WITHIN = re.compile(r"(?:[dmjnC#R]{0,5})")
_UNDER = frozenset({"under", "in", "on", "at", "with", "for"})


def told(row: Row) -> Iterator[Draft]:
    """The ties of every such noun in a sentence."""
    frames = lexicon.nominal_frames()
    for item in row.items:
        if item.sort == "N":
            continue
        token = row.head(item)
        if item.sort in "vab" or token.tag.startswith("VB"):
            continue
        key = item.text.replace(" ", "-")
        for frame in frames.get(key) or frames.get(token.lemma) or ():
            yield from _drafts(row, item, token, frame)


def _drafts(row: Row, item: Item, token: Token, frame: VerbFrame) -> Iterator[Draft]:
    subjects = _slots(row, item, token, frame.subjects)
    objects = _slots(row, item, token, frame.objects)
    if "between" in frame.subjects and "between" in frame.objects:
        pair = _between(row, item)
        if len(pair) == 2:
            subjects, objects = [(pair[0], "between")], [(pair[1], "between")]
    for one, how in subjects[:4]:
        for two, where in objects[:4]:
            if one.name == two.name or one.kind not in frame.subject_kinds or two.kind not in frame.object_kinds:
                continue
            if how == where and how != "between":
                continue
            if how == "s" and frame.type == "owns_controls" and _parted(row, item):
                continue
            features = (
                ("nominal", 1.0), ("nominal_subject_support", float(how == "s")),
                ("nominal_subject_poss", float(how == "poss")), ("surface", 1.0),
            )  # fmt: skip
            yield Draft(
                frame.type, one, two, f"nominal.{frame.type}.{how}", item.last - 1, frame.role or item.text, features
            )


def _parted(row: Row, item: Item) -> bool:
    """Whether the share is sold, lost or only sought: "sold 10 percent of Y" makes nobody its owner."""
    verb = next((i for i in reversed(row.items[max(0, item.at - 8) : item.at]) if i.sort in "va"), None)
    return verb is not None and row.head(verb).lemma in words("ties_verbs", "parting")


def _slots(row: Row, item: Item, token: Token, slots: tuple[str, ...]) -> list[tuple[Item, str]]:
    found: list[tuple[Item, str]] = []
    for slot in slots:
        if slot == "s":
            found += [(i, "s") for i in _supported(row, item, token)]
        elif slot == "under":
            found += [(i, "under") for i in _under(row, token)]
        elif slot == "seat":
            found += [(i, "s") for i in _seated(row, token)]
        elif slot == "poss":
            found += [(i, "poss") for i in _owner(row, item)]
        elif slot != "between":
            found += [(i, slot) for i in _behind(row, item, slot)]
        if found:
            return found
    return found


def _owner(row: Row, item: Item) -> list[Item]:
    """Whose it is: "X's", or a name right before it ("X family ties" is not one)."""
    at = item.at
    while at and row.letters[at - 1] in "mjnC#" and item.at - at < 4:
        at -= 1
    if at > 1 and row.letters[at - 1] == "s" and row.letters[at - 2] == "N":
        return [row.items[at - 2]]
    return [row.items[at - 1]] if at and row.letters[at - 1] == "N" and at == item.at else []


def _behind(row: Row, item: Item, prep: str) -> list[Item]:
    """The names behind a preposition of the noun; one other preposition with its name may stand before it."""
    at = item.at + 1
    for _ in range(3):
        if row.letter(at) == " " or row.letter(at) not in "pi":
            return []
        text = row.items[at].text
        inner = at + 1
        found = _WITHIN.match(row.letters, inner)
        end = found.end() if found else inner
        if row.letter(end) == "N":
            last, items = listed(row, end)
            if text == prep:
                return [i for i in items if not possessed(row, i)]
            at = last
        elif end == inner:
            return []
        else:
            at = end
    return []


def _between(row: Row, item: Item) -> list[Item]:
    """ "between X and Y", "of X and Y", "of X to Y"."""
    at = item.at + 1
    found = re.compile(r"[pi][dmjC]{0,2}N&d?[mjC]{0,2}N").match(row.letters, at)
    if found and row.items[at].text in ("between", "of"):
        pair = [row.items[k] for k in range(found.start(), found.end()) if row.letters[k] == "N"]
        return [] if any(possessed(row, i) for i in pair) else pair
    return []


def _supported(row: Row, item: Item, token: Token) -> list[Item]:
    """The subject of the verb that takes the noun: "has", "imposed", "is under the control of"."""
    analysis = row.analysis
    above = analysis.tokens[token.head]
    if token.dep == "conj" and above.pos in ("NOUN", "PROPN"):
        token, above = above, analysis.tokens[above.head]
    if token.dep == "acomp":
        return subject(row, above) or _left_of(row, above)
    if token.pos == "ADJ" and token.dep in ("amod", "appos", "acl", "advcl", "relcl"):
        return list(names_of(row, above))
    governed = token.dep in ("dobj", "attr", "oprd") and above.pos in ("VERB", "AUX")
    if governed and (lexicon.supports(above.lemma) or (above.lemma == "be" and token.dep == "attr")):
        return subject(row, above) or _left_of(row, above)
    if token.dep == "pobj" and above.text.lower() == "in" and token.lemma in ("charge", "command", "control"):
        return _under(row, token)
    return _had(row, item)


def _under(row: Row, token: Token) -> list[Item]:
    """What is "under the control of", "in the hands of", or done "on behalf of" somebody: the verb's subject."""
    above = row.analysis.tokens[token.head]
    if token.dep != "pobj" or above.text.lower() not in _UNDER or above.head == above.i:
        return []
    verb = row.analysis.tokens[above.head]
    return subject(row, verb) if verb.pos in ("VERB", "AUX") else list(names_of(row, verb))


def _left_of(row: Row, verb: Token) -> list[Item]:
    item = row.item_of(verb.i)
    if item is None:
        return []
    at = item.at - 1
    while at >= 0 and row.letters[at] in "au":
        at -= 1
    return [row.items[at]] if row.letter(at) == "N" and row.letter(at - 1) not in "pis" else []


def _seated(row: Row, token: Token) -> list[Item]:
    """Who "sits on" or "joined" it."""
    above = row.analysis.tokens[token.head]
    if token.dep == "dobj" and above.lemma in ("join", "leave", "quit"):
        return subject(row, above)
    if token.dep == "pobj" and above.text.lower() in ("on", "in") and above.head != above.i:
        verb = row.analysis.tokens[above.head]
        if verb.lemma in ("sit", "serve", "remain", "place", "be"):
            return subject(row, verb)
    return []


_HAD = re.compile(r"N(?:,?w)?[au]*v?[dmjn#]{0,6}$")


def _had(row: Row, item: Item) -> list[Item]:
    """By words alone: "X holds a 20 percent stake"."""
    found = _HAD.search(row.letters, max(0, item.at - 10), item.at)
    if found is None or row.letter(found.start() - 1) in "pis":
        return []
    verbs = [i for i in row.items[found.start() + 1 : item.at] if i.sort in "va"]
    if not any(lexicon.supports(row.head(v).lemma) for v in verbs):
        return []
    return [row.items[found.start()]]
