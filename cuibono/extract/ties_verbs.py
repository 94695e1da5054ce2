"""Ties that a verb tells, in the active and the passive, in relative clauses and participles."""

from collections.abc import Iterator

from cuibono.extract import ties_lexicon as lexicon
from cuibono.extract.analysis import Token
from cuibono.extract.lexicon import words
from cuibono.extract.ties_draft import Draft
from cuibono.extract.ties_items import Item, Row
from cuibono.extract.ties_lexicon import VerbFrame
from cuibono.extract.ties_slots import fillers, passive

_MAX = 6
#: Ties that reach through a part of the other end: "works in the office of X", "lives in a suburb of X".
_DEEPER = frozenset({"role", "located_in", "member_of", "educated_at"})


def told(row: Row) -> Iterator[Draft]:
    """The ties of every verb of the lexicon in a sentence."""
    for item in row.items:
        if item.sort in ("v", "R", "n", "j", "m", "C", "b"):
            token = row.analysis.tokens[item.first]
            if token.tag.startswith("VB") or token.pos in ("VERB", "AUX"):
                for lemma, verb in _lemmas(row, token):
                    for frame in lexicon.verb_frames().get(lemma) or _by_form(row, verb):
                        yield from _drafts(row, item, verb, lemma, frame)


def _lemmas(row: Row, token: Token) -> Iterator[tuple[str, Token]]:
    """The verb's lemma, with its particle where one belongs to it."""
    following = row.analysis.tokens[token.i + 1 : token.i + 2]
    if following and f"{token.lemma}_{following[0].text.lower()}" in lexicon.particles():
        yield f"{token.lemma}_{following[0].text.lower()}", token
        return
    for child in row.children(token):
        if child.dep == "prt" and f"{token.lemma}_{child.text.lower()}" in lexicon.particles():
            yield f"{token.lemma}_{child.text.lower()}", token
            return
    yield ("blacklist" if _listed(row, token) else token.lemma), token


def _listed(row: Row, verb: Token) -> bool:
    """ "placed X on its blacklist", "was put under house arrest": the noun is the deed."""
    if verb.lemma not in ("place", "put", "add", "take"):
        return False
    for child in row.children(verb):
        if child.dep == "prep" and any(p.lemma in words("ties_verbs", "deed") for p in row.children(child)):
            return True
    return False


def _drafts(row: Row, item: Item, verb: Token, lemma: str, frame: VerbFrame) -> Iterator[Draft]:
    subjects = [p for slot in frame.subjects for p in fillers(row, item, verb, slot, frame.subject_kinds)]
    deeper = frame.type in _DEEPER and lemma != "be"
    objects = [p for slot in frame.objects for p in fillers(row, item, verb, slot, frame.object_kinds, deeper=deeper)]
    for one, one_surface in subjects[:_MAX]:
        for two, two_surface in objects[:_MAX]:
            if one.name == two.name or one.kind not in frame.subject_kinds or two.kind not in frame.object_kinds:
                continue
            surface = float(one_surface or two_surface)
            features = (
                ("surface", surface), ("agreed", float(not surface)), ("passive", float(passive(row, verb))),
                ("verb_is_root", float(verb.head == verb.i)),
            )  # fmt: skip
            if not _joins_so(row, lemma, frame, two):
                continue
            role = frame.role
            if lemma in ("marry", "wed", "divorce"):
                role = "former spouse" if lemma == "divorce" else "spouse"
            rule = f"{'without' if 'without' in frame.objects else 'verb'}.{lemma}"
            yield Draft(frame.type, one, two, rule, verb.i, role or lemma.replace("_", " "), features)


def _by_form(row: Row, verb: Token) -> tuple[VerbFrame, ...]:
    """A participle whose dictionary form the tagger got wrong: "handpicked"."""
    low = verb.text.lower()
    return lexicon.verb_frames().get(low.removesuffix("ed"), ()) if low.endswith("ed") else ()


def _joins_so(row: Row, lemma: str, frame: VerbFrame, body: Item) -> bool:
    """One joins a party as a member and a company for a job; one goes to a school to learn."""
    if lemma in words("ties_verbs", "learning") and frame.type == "educated_at":
        return _has_word(row, body, "school")
    if lemma in ("leave", "quit") and frame.type == "member_of":
        return body.kind == "G" or _has_word(row, body, "membership")
    if lemma not in ("join", "enter", "rejoin") or frame.type not in ("role", "member_of"):
        return True
    return (frame.type == "member_of") == (body.kind == "G" or _has_word(row, body, "membership"))


def _has_word(row: Row, item: Item, kind: str) -> bool:
    """Whether a name has a word such as "party", "committee" or "university" in it."""
    tokens = row.analysis.tokens[item.first : item.last]
    return any(t.text.lower() in words("ties_verbs", kind) for t in tokens)
