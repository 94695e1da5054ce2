"""The names in the places around a verb: who does it, whom it is done to, what stands behind a preposition."""

from collections.abc import Iterator
from itertools import islice

from cuibono.extract.analysis import Token
from cuibono.extract.lexicon import words
from cuibono.extract.ties_grammar import names_of
from cuibono.extract.ties_items import Item, Row
from cuibono.extract.ties_phrases import possessed

_SHARES = ("percent", "%", "cent", "per", "majority", "wholly", "partly", "jointly", "-", "half")
_SUBJECTS = ("nsubj", "nsubjpass")


def passive(row: Row, verb: Token) -> bool:
    """Whether the verb stands in the passive, or as a participle behind the noun it is said of."""
    if verb.tag != "VBN":
        return False
    children = row.children(verb)
    if any(c.dep in ("auxpass", "nsubjpass", "agent") for c in children):
        return True
    if any(c.dep == "aux" and c.lemma in ("have", "'ve") for c in children):
        return False
    return verb.dep in ("acl", "advcl", "relcl", "amod") and not any(c.dep == "dobj" for c in children)


def fillers(
    row: Row, item: Item, verb: Token, slot: str, kinds: str, *, deeper: bool = False
) -> list[tuple[Item, bool]]:
    """The names in a place around a verb, each with whether only the words told; the grammar is asked first.

    Where only people can do it, a participle behind a body's name goes past it: "a teacher at X, now living in Y".
    """
    found = _fillers(row, item, verb, slot, deeper=deeper)
    if kinds == "P" and found and verb.dep in ("acl", "relcl") and not any(i.kind == "P" for i, _ in found):
        return [(i, False) for i in _antecedent(row, row.analysis.tokens[verb.head], True)]
    return found


def _fillers(row: Row, item: Item, verb: Token, slot: str, *, deeper: bool) -> list[tuple[Item, bool]]:
    if slot == "s":
        found = _agents(row, verb)
        return [(i, False) for i in found] or [(i, True) for i in _agent_words(row, item, verb)]
    if slot == "o":
        found = _patients(row, verb)
        return [(i, False) for i in found] or [(i, True) for i in _patient_words(row, item, verb)]
    if slot == "owner":
        return [(i, False) for i in _owner(row, verb)]
    if slot == "people":
        return [(i, False) for i in _people_of(row, verb)]
    if slot == "theirs":
        return [(i, False) for i in _theirs(row, verb)]
    if slot == "within":
        return [(i, False) for i in _within(row, verb)]
    found = behind(row, verb, slot, deeper=deeper)
    return [(i, False) for i in found] or [(i, True) for i in _behind_words(row, item, slot)]


def _agents(row: Row, verb: Token) -> list[Item]:
    children = row.children(verb)
    if passive(row, verb) or _caused(row, verb):
        if _caused(row, verb):
            return subject(row, row.analysis.tokens[verb.head])
        return [
            i for c in children if c.dep == "agent" or (c.text.lower() == "by" and c.dep == "prep")
            for p in row.children(c) if p.dep == "pobj" for i in _owned_out(row, names_of(row, p))
        ]  # fmt: skip
    return subject(row, verb)


def _relative_object(row: Row, verb: Token) -> list[Item]:
    """ "the system that X developed": what is developed stands before the clause."""
    if verb.dep != "relcl":
        return []
    children = row.children(verb)
    subject_ = next((c for c in children if c.dep == "nsubj"), None)
    objects = [c for c in children if c.dep == "dobj"]
    if subject_ is None or subject_.text.lower() in ("who", "which", "that"):
        return []
    if all(c.text.lower() in ("that", "which", "whom", "who") for c in objects):
        return _owned_out(row, names_of(row, row.analysis.tokens[verb.head]))
    return []


def _caused(row: Row, verb: Token) -> bool:
    """ "X had Y arrested": X is behind it."""
    above = row.analysis.tokens[verb.head]
    return verb.tag == "VBN" and verb.dep == "ccomp" and above.lemma in ("have", "get") and above.i < verb.i


def _patients(row: Row, verb: Token) -> list[Item]:
    if passive(row, verb) or _caused(row, verb):
        return subject(row, verb)
    objects = [c for c in row.children(verb) if c.dep in ("dobj", "iobj", "dative")]
    return [i for c in objects for i in _owned_out(row, names_of(row, c))] or _relative_object(row, verb)


def _owner(row: Row, verb: Token) -> list[Item]:
    """Whose the subject is: "X's chips come from Y"."""
    for child in row.children(verb):
        if child.dep in _SUBJECTS:
            return [i for c in row.children(child) if c.dep == "poss" for i in names_of(row, c)]
    return []


def _people_of(row: Row, verb: Token) -> list[Item]:
    """Whose people it is done to: "arrested 40 officials of X"."""
    for child in row.children(verb):
        if child.dep in ("dobj", "nsubjpass") and child.lemma in words("ties_verbs", "people"):
            return behind(row, child, "of")
    return []


def _theirs(row: Row, verb: Token) -> list[Item]:
    """Whose interests or money somebody looks after."""
    found: list[Item] = []
    for token in islice(row.analysis.subtree(verb), 40):
        if token.i > verb.i and token.lemma in words("ties_verbs", "goods"):
            for child in row.children(token):
                if child.dep == "poss":
                    found += names_of(row, child)
            found += behind(row, token, "of")
    return found


def _within(row: Row, verb: Token) -> list[Item]:
    """The body behind what somebody heads: "heads the party committee inside X"."""
    for child in row.children(verb):
        if child.dep == "dobj" and child.pos == "NOUN":
            for prep in ("of", "at", "inside", "in", "within"):
                if found := behind(row, child, prep):
                    return found
    return []


def _owned_out(row: Row, items: Iterator[Item]) -> list[Item]:
    return [i for i in items if not possessed(row, i)]


def subject(row: Row, verb: Token, depth: int = 0) -> list[Item]:
    """Who stands as the grammatical subject; through relatives, coordination, infinitives and participles."""
    analysis = row.analysis
    for child in row.children(verb):
        if child.dep in _SUBJECTS:
            if child.text.lower() in ("who", "which", "that", "whom") and verb.dep in ("relcl", "ccomp", "acl"):
                return _antecedent(row, analysis.tokens[verb.head], child.text.lower() == "who")
            if child.text.lower() in ("who", "which", "that") and verb.dep == "conj" and depth < 4:
                return subject(row, analysis.tokens[verb.head], depth + 1)
            if child.lemma in words("ties_verbs", "fraction"):
                return behind(row, child, "of")
            return _owned_out(row, names_of(row, child))
    above = analysis.tokens[verb.head]
    if above.i == verb.i or depth > 3:
        return []
    if verb.dep in ("acl", "relcl"):
        return _antecedent(row, above, False) if above.pos in ("NOUN", "PROPN", "PRON") else []
    if verb.dep == "pcomp" and above.head != above.i:
        outer = row.analysis.tokens[above.head]
        return subject(row, outer, depth + 1) if outer.pos in ("VERB", "AUX") else []
    if verb.dep in ("conj", "advcl", "xcomp"):
        if verb.dep == "xcomp":
            whom = [i for c in row.children(above) if c.dep == "dobj" for i in names_of(row, c)]
            if whom:
                return whom
        return subject(row, above, depth + 1) if above.pos in ("VERB", "AUX") else []
    return []


def _antecedent(row: Row, noun: Token, person: bool) -> list[Item]:
    """Whom a relative clause or participle is said of; "who" goes past a body's name to the person described."""
    for token in [noun, *islice(row.analysis.ancestors(noun), 4)]:
        found = [i for i in _owned_out(row, names_of(row, token)) if not person or i.kind == "P"]
        if found:
            return found
        if not person or token.dep not in ("pobj", "prep", "appos", "attr", "conj"):
            return []
    return []


def behind(row: Row, head: Token, prep: str, *, deeper: bool = False) -> list[Item]:
    """The names behind a preposition of a verb or noun, and of the object it may hang on instead.

    With ``deeper`` what is no name itself is looked into: "lives in a suburb of X", "works in an office at X".
    """
    found: list[Item] = []
    for child in row.children(head):
        if child.text.lower() == prep and child.pos in ("ADP", "SCONJ", "PART"):
            for noun in row.children(child):
                if noun.dep in ("pobj", "dobj", "obj"):
                    found += _owned_out(row, names_of(row, noun)) or (_inside(row, noun) if deeper else [])
        elif child.dep in ("dobj", "pobj", "prt", "advmod", "attr") and head.pos in ("VERB", "AUX"):
            for deep in row.children(child):
                if deep.text.lower() == prep and deep.dep == "prep":
                    found += [
                        i for p in row.children(deep) if p.dep == "pobj" for i in _owned_out(row, names_of(row, p))
                    ]
    where = prep in ("in", "at") and head.dep == "relcl" and any(c.text.lower() == "where" for c in row.children(head))
    return found or (list(names_of(row, row.analysis.tokens[head.head])) if where else [])


def _inside(row: Row, noun: Token) -> list[Item]:
    """The name that a part, a room or a district is of."""
    for prep in ("of", "at", "in", "within", "inside", "near"):
        if found := behind(row, noun, prep):
            return found
    return [i for c in row.children(noun) if c.dep in ("compound", "nmod", "poss") for i in names_of(row, c)]


# What the words show where the grammar went astray: the nearest name with nothing but small words between.


def _agent_words(row: Row, item: Item, verb: Token) -> list[Item]:
    if verb.tag == "VBN" and _be_before(row, item):
        return _right(row, item.at + 1, "by")
    return _left(row, item.at)


def _patient_words(row: Row, item: Item, verb: Token) -> list[Item]:
    if verb.tag == "VBN" and _be_before(row, item):
        return _left(row, item.at)
    at = item.at + 1
    while row.letter(at) in "dmjCn":
        at += 1
    if row.letter(at) == "R" and row.letter(at + 1) == "N":
        at += 1
    return [row.items[at]] if row.letter(at) == "N" and not possessed(row, row.items[at]) else []


def _behind_words(row: Row, item: Item, prep: str) -> list[Item]:
    return _right(row, item.at + 1, prep)


def _right(row: Row, at: int, prep: str) -> list[Item]:
    """A name behind the preposition, a few plain words on, with neither a verb nor a name nor a comma between."""
    for step in range(at, min(at + 6, len(row.items))):
        item = row.items[step]
        if item.text == prep:
            end = step + 1
            while row.letter(end) in "dmjCRn":
                end += 1
            good = row.letter(end) == "N" and not possessed(row, row.items[end])
            return [row.items[end]] if good else []
        if item.sort not in "ujdn#m":
            return []
    return []


def _left(row: Row, at: int) -> list[Item]:
    step = at - 1
    while step >= 0 and (row.letters[step] in "aubhw#" or row.items[step].text in _SHARES):
        step -= 1
    if step > 0 and row.letters[step] == "," and row.letters[step + 1 : step + 2] == "w":
        step -= 1
    if step < 0 or row.letters[step] != "N":
        return []
    before = row.letter(step - 1)
    if before in "pis" or (before in "dmj" and row.letter(step - 2) in "pis"):
        return []
    return [row.items[step]]


def _be_before(row: Row, item: Item) -> bool:
    at = item.at - 1
    while at >= 0 and (row.letters[at] in "au#" or row.items[at].text in _SHARES):
        at -= 1
    return row.letter(at) == "b"
