"""What a claim says of how two are tied: kin, posts, holdings, control, and when something came to be."""

import re
from collections.abc import Sequence

from cuibono.extract import claim_clauses as clauses
from cuibono.extract.analysis import Analysis, Token
from cuibono.extract.claim_view import ClaimView
from cuibono.extract.lexicon import words
from cuibono.extract.records import Tie
from cuibono.model.claim_kind import ClaimKind

_TAKE = frozenset({"take", "snap", "gobble"})
_OFFICES = frozenset({"department", "ministry", "bureau", "office", "commission", "committee", "command"})
_ALL = frozenset({"entirely", "wholly", "fully", "completely", "exclusively", "solely"})
_TOGETHER = re.compile(
    r"\b(?:was|were|been|served|worked|sat|taught|studied|trained)\b[^.;]{0,60}\b(?:at|in|with|for|on)\b[^.;]{0,60}"
    r"\b(?:at the same time|in the same years?|during the same years|together)\b",
    re.IGNORECASE,
)
_BE = frozenset({"be", "become", "remain", "serve", "act", "work", "stay"})
_PARENT = re.compile(r"\b(?:parent|mother|holding) (?:company|firm|group) of\b|\bparent of\b", re.IGNORECASE)
_LOOSE = frozenset({"located_in", "participated_in", "part_of"})  # ties that seldom are the point of a claim
_POSTS = ("role", "job", "chief", "aide", "agent", "retainer")
_RELATIONS = (
    "kin", "mutual_kin", "friend", "patron", "protege", "opponent", "partner", "supplier", "customer", "branch",
    "founder", "graduate", "funder", "member",
)  # fmt: skip


#: What an office may look into at somebody's.
_ACCESS = re.compile(
    r"\b(?:has|have|had|gets?|got|gained|was given|were given)\b(?: (?:had|been given|gained))?(?: [a-z]+)? access to "
    r"(?:the |all )?(?:[\w-]+ ){0,2}(?:data|images|footage|recordings|records|files|database|grid|archive) of\b",
    re.IGNORECASE,
)


def has_access(view: ClaimView) -> bool:
    """ "The Elm Police has access to the payment data of Acme": an office, and not an app."""
    found = _ACCESS.search(" ".join(t.text for t in view.tokens))
    offices = words("claim_kinds", "office")
    named = [n for _, n in view.names if n.type == "Organization"]
    return found is not None and len(named) > 1 and any(set(n.name.lower().split()) & offices for n in named)


def of_relations(analysis: Analysis | None, view: ClaimView, verb: Token | None) -> ClaimKind | None:
    """The kind that ties give a claim: what its predicate calls its subject, else the ties that were read in it."""
    types = {t.type for t in view.ties if not _by_the_way(view, t, verb)}
    if worded := _in_so_many_words(view, verb):
        return worded
    if analysis is not None and verb is not None and (called := _said_outright(analysis, view, verb)):
        return called
    if analysis is not None and verb is not None and _holds_part(analysis, view, verb):
        return "ownership"
    if "owns_controls" in types or "party_unit" in types:
        return "control" if view.has("control") else "ownership"
    if verb is not None and _post_verb(view, verb):
        return "role"
    if verb is not None and verb.lemma in ("own", "belong") and not types - _LOOSE:
        return "ownership"
    if "role" in types:
        return "role"
    if types - _LOOSE or (view.has("kin") and _two(view)) or view.has("origin"):
        return "tie"
    if view.has("pact") and _two(view) and ("between" in view.said or "with" in view.said):
        return "tie"
    voted = verb is not None and verb.lemma == "vote"
    if view.has("own") and not voted and (_two(view) or view.events):
        return "ownership"
    if view.has("control") and view.names:
        return "control"
    return None


def _taken_over(analysis: Analysis, view: ClaimView, verb: Token) -> bool:
    """ "Acme swallowed Bright Lamps", "took over Bright Lamps": of somebody with a name, who is no person."""
    below = analysis.children(verb)
    over = any(c.text.lower() in ("over", "up") and c.i > verb.i for c in below)
    if any(c.text.lower() in ("as", "from") for c in below):
        return False  # "took over as head of Acme" is of a post
    if verb.lemma.lower() not in words("claim_kinds", "acquiring") and not (over and verb.lemma in _TAKE):
        return False
    firms = [s for s, n in view.names if n.type != "Person"]
    taken = [c for c in analysis.subtree(verb) if c.dep in ("dobj", "pobj") and c.i > verb.i]
    return any(s.start <= c.start < s.end for c in taken for s in firms)


def _took_office(analysis: Analysis, view: ClaimView, verb: Token) -> bool:
    """ "He took over the Planning Department": a person who takes over an office owns nothing of it."""
    below = analysis.children(verb)
    who = next((c for c in below if c.dep == "nsubj"), None)
    if who is None or verb.lemma.lower() not in _TAKE or not any(c.text.lower() == "over" for c in below):
        return False
    person = who.text.lower() in ("he", "she") or any(
        n.type == "Person" and s.start <= who.start < s.end for s, n in view.names
    )
    return person and any(c.lemma.lower() in _OFFICES for c in below if c.dep == "dobj")


def _joined(view: ClaimView, verb: Token) -> bool:
    """ "She belongs to the club": a person who belongs to something is one of its members."""
    before = [n for s, n in view.names if s.end <= verb.start]
    after = [n for s, n in view.names if s.start >= verb.end]
    return any(n.type == "Person" for n in before[:1]) and any(n.type != "Person" for n in after[:1])


def _wholly(analysis: Analysis, verb: Token) -> bool:
    """ "It belongs entirely to the city": members belong to a club, but not entirely."""
    return any(c.dep == "advmod" and c.text.lower() in _ALL for c in analysis.children(verb))


def _at_one_time(view: ClaimView) -> bool:
    """Whether two people were somewhere together: "were at the institute at the same time"."""
    persons = {n.id for _, n in view.names if n.type == "Person"}
    somewhere = any(n.type != "Person" for _, n in view.names)
    return len(persons) > 1 and somewhere and _TOGETHER.search(" ".join(t.text for t in view.tokens)) is not None


def _said_outright(analysis: Analysis, view: ClaimView, verb: Token) -> ClaimKind | None:
    """What the predicate says of itself, whichever ties were read."""
    if _works_for(analysis, view, verb) or _runs(view, verb) or _took_office(analysis, view, verb):
        return "role"
    if _taken_over(analysis, view, verb):
        return "ownership"
    if verb.lemma == "belong" and _wholly(analysis, verb):
        return "ownership"
    if verb.lemma == "belong" and _joined(view, verb):
        return "tie"
    if _at_one_time(view):
        return "tie"
    if _PARENT.search(" ".join(t.text for t in view.tokens)) and _two(view):
        return "control"
    return _called(analysis, view, verb)


#: What stands right before the one who is served, in whichever way a parser takes it.
_SERVING = re.compile(
    r"\b(?:(?:works|worked|working|works part-time) for|advis(?:es|ed|ing)|employed by|(?:payroll|pay) of|consults for)"
    r"(?: the)?$",
    re.IGNORECASE,
)


_SITTING = re.compile(r"\b(?:is|was|are|were|been|be|sits?|sat|serves?|served) on(?: the)?$", re.IGNORECASE)


def _serves(view: ClaimView) -> bool:
    """ "She advises Acme", "is on the payroll of Acme": a body with a name."""
    bodies = [s for s, n in view.names if n.type == "Organization"]
    before = (" ".join(t.text for t in view.tokens if t.end <= s.start) for s in bodies)
    return any(_SERVING.search(text) for text in before) or _sits(view)


def _sits(view: ClaimView) -> bool:
    """ "She has been on the Rail Board": a person on a body whose name says that one sits on it."""
    boards = [
        s for s, n in view.names if set(n.name.lower().split()) & words("claim_kinds", "board") and _persons(view)
    ]
    before = (" ".join(t.text for t in view.tokens if t.end <= s.start) for s in boards)
    return any(_SITTING.search(text) for text in before)


def _in_so_many_words(view: ClaimView, verb: Token | None) -> ClaimKind | None:
    """What single words say of a body, of two people and of a beginning, whatever else a sentence says."""
    if _dated_birth(view, verb):
        return "event date"
    if _serves(view):
        return "role"
    return "tie" if view.has("wedded") and _persons(view) > 1 and not view.events else None


def _persons(view: ClaimView) -> int:
    return len({n.id for _, n in view.names if n.type == "Person"})


def _runs(view: ClaimView, verb: Token) -> bool:
    """ "She runs Acme", "Acme is headed by her": a person who runs a body has a post there."""
    kinds = {n.type for _, n in view.names}
    if not view.said.isdisjoint(("votes", "majority", "capital", "shares", "stake")):
        return False  # who commands most of the votes commands nobody
    does = verb.lemma in words("claim_kinds", "running") or not view.said.isdisjoint(("to run", "to lead", "helm of"))
    does = does or {"at", "head of"} <= view.said
    return does and {"Person", "Organization"} <= kinds


def _works_for(analysis: Analysis, view: ClaimView, verb: Token) -> bool:
    """ "She works for Acme": for somebody with a name."""
    if verb.lemma != "work":
        return False
    joints = [c for c in analysis.children(verb) if c.dep == "prep" and c.lemma in ("for", "at", "with")]
    ends = [e for j in joints for e in analysis.children(j) if e.dep == "pobj"]
    return any(s.start <= e.start < s.end and n.type != "Location" for e in ends for s, n in view.names)


def _by_the_way(view: ClaimView, tie: Tie, verb: Token | None) -> bool:
    """Whether both ends of a tie stand before the verb: "A, the head of B, called it a trap" is not about the post."""
    if verb is None:
        return False
    places = [s for s, n in view.names if n.id in (tie.subject, tie.object)]
    return len(places) > 1 and all(s.end <= verb.start for s in places)


def _two(view: ClaimView) -> bool:
    return len({n.id for _, n in view.names}) > 1


def _dated_birth(view: ClaimView, verb: Token | None) -> bool:
    """ "Acme was founded in 2012": with a date it is about the date, whoever did it."""
    return bool(view.events) and verb is not None and verb.lemma in words("claim_kinds", "beginning")


def _called(analysis: Analysis, view: ClaimView, verb: Token) -> ClaimKind | None:
    """What the predicate noun says: "is the son of", "became a director of", "was the patron of"."""
    if verb.lemma not in _BE:
        return None
    named = _named(analysis, view, verb)
    for noun in _predicates(analysis, view.tokens, verb):
        lemma = (named if named is not None and noun.pos == "PROPN" else noun).lemma.lower()
        if lemma in words("ties_nouns", "owner"):
            return "ownership"
        if any(lemma in words("ties_nouns", r) for r in _POSTS) or lemma in words("claim_kinds", "role"):
            return "role" if _is_person_post(analysis, noun, view) else None
        if any(lemma in words("ties_nouns", r) for r in _RELATIONS) and _with_whom(analysis, noun, view):
            return "tie"
    return None


def _holds_part(analysis: Analysis, view: ClaimView, verb: Token) -> bool:
    """ "Acme holds a part of Bright Lamps", "a majority of its votes lies with Acme": of somebody with a name."""
    lemma = verb.lemma.lower()
    below = analysis.children(verb)
    if lemma in words("claim_kinds", "hold_verb") or lemma == "have":
        behind = [t for t in _governed(analysis, verb) if t.i > verb.i]
        return any(c.dep in ("dobj", "nsubjpass") and _is_part(analysis, view, c, behind) for c in below)
    lies = lemma in ("lie", "rest", "be", "belong") and any(c.lemma in ("with", "to") for c in below)
    return lies and any(c.dep == "nsubj" and _is_part(analysis, view, c) for c in below)


def _is_part(analysis: Analysis, view: ClaimView, held: Token, behind: Sequence[Token] = ()) -> bool:
    """Whether it is a part of somebody with a name, or of the capital or the votes there.

    ``behind``: what a parser took for the place in which it is held.
    """
    if held.lemma not in words("claim_kinds", "part"):
        return False
    wholes = _governed(analysis, held)
    capital = [w for w in wholes if w.lemma in words("claim_kinds", "capital")]
    wholes += [w for c in capital for w in (*_governed(analysis, c), *analysis.children(c), *behind)]
    return any(s.start <= w.start < s.end for w in wholes for s, _ in view.names)


def _governed(analysis: Analysis, noun: Token) -> list[Token]:
    joints = [c for c in analysis.children(noun) if c.lemma in ("of", "in", "at")]
    return [w for j in joints for w in analysis.children(j) if w.dep == "pobj"]


def _named(analysis: Analysis, view: ClaimView, verb: Token) -> Token | None:
    """Of "the largest shareholder is Acme" the noun that names the relation, which stands in front."""
    if not view.tokens:
        return None
    head = clauses.subject_below(analysis, verb, view.tokens[0].i, view.tokens[-1].i)
    return head if head is not None and head.pos == "NOUN" else None


def _predicates(analysis: Analysis, tokens: Sequence[Token], verb: Token) -> list[Token]:
    """The nouns that a linking verb gives its subject, "as" looked through, those beside them with them."""
    found = []
    for child in analysis.children(verb):
        if child.dep in ("attr", "oprd"):
            found.append(child)
        elif child.text.lower() == "as" and child.pos == "ADP":
            found += [c for c in analysis.children(child) if c.dep == "pobj"]
    for noun in list(found):
        found += [c for c in analysis.children(noun) if c.dep == "conj"]
    inside = {t.i for t in tokens}
    return [t for t in found if t.i in inside]


def _is_person_post(analysis: Analysis, noun: Token, view: ClaimView) -> bool:
    """A post is held somewhere or by somebody with a name: "he is a good teacher" is none."""
    placed = any(c.dep in ("prep", "poss", "compound", "nmod", "amod") for c in analysis.children(noun))
    return placed and (bool(view.names) or bool(view.references))


def _with_whom(analysis: Analysis, noun: Token, view: ClaimView) -> bool:
    """A relation is to somebody: "the son of", "his brother", or of two with each other."""
    related = any(c.dep in ("prep", "poss") for c in analysis.children(noun)) or noun.tag == "NNS"
    member = noun.lemma.lower() in words("ties_nouns", "member")
    return related and (member or bool(view.names) or bool(view.references))


def _post_verb(view: ClaimView, verb: Token) -> bool:
    lemma = verb.lemma
    if lemma in words("claim_kinds", "post_verb"):
        return bool(view.names) or bool(view.references) or bool(view.said & {"to", "as", "of"})
    return lemma == "join" and view.has("board")


def heads(analysis: Analysis, view: ClaimView) -> Token | None:
    """The verb that a claim turns on."""
    return clauses.core(analysis, view.tokens)
