"""Whether words say what is to come without "will": "is likely to fall", "plans to build", "is on track to sell".

What was planned, or was likely once, says nothing of what came of it, and is left as it is said.
"""

from collections.abc import Sequence

from cuibono.extract.analysis import Analysis, Token

_FORESEE = frozenset({"expect", "predict", "forecast", "project", "anticipate", "foresee", "envisage"})
_DUE = frozenset({"expect", "set", "due", "poise", "schedule", "plan", "slate", "bind", "likely"})
_PLAN = frozenset({"plan", "intend", "aim", "hope", "promise", "pledge", "vow", "undertake", "want"})
_AIMS = frozenset({"aim", "plan", "goal", "target", "intention", "ambition", "objective"})
_NEAR = frozenset(
    {"likely", "unlikely", "due", "set", "certain", "sure", "bound", "poised", "about", "ready", "destined"}
)
_TRACK = frozenset({"track", "course", "way", "line", "brink", "verge", "cusp", "point"})
_LINKS = frozenset({"be", "look", "seem", "appear", "remain"})
_AHEAD = frozenset({"next", "coming", "soon", "future", "tomorrow", "decade"})
_LOOKS = {
    "hope": "for", "reckon": "with on", "count": "on", "head": "for towards", "brace": "for", "budget": "for",
    "plan": "for", "bet": "on", "bank": "on", "wait": "for", "calculate": "with", "aim": "for at",
    "steer": "for towards",
}  # fmt: skip
_NOW = frozenset({"VBZ", "VBP"})


def foretells(analysis: Analysis, token: Token, said: Sequence[str]) -> Token | None:
    """The verb of a clause of what is to come, where this word opens one; ``said`` are the words of the claim."""
    if "to" not in said and token.lemma.lower() not in _TRACK:
        return None
    lemma = token.lemma.lower()
    if lemma in _FORESEE and token.tag in (*_NOW, "VBD"):
        return token
    if lemma in _DUE and token.tag in ("VBN", "JJ") and token.dep not in ("acomp", "amod"):
        return token
    planned = {lemma, token.text.lower().removesuffix("s")} & _PLAN  # "hopes" is often taken for a form of hop
    if (planned or lemma == "go") and _to_do(analysis, token) and _now(analysis, token, bare=lemma != "go"):
        return token
    return _predicted(analysis, token) or (token if _is_to(analysis, token) else None)


def awaits(analysis: Analysis, token: Token, said: Sequence[str]) -> bool:
    """Whether a verb in the present looks for a thing and no deed: "expects sales of 9 million", "hopes for"."""
    if not (token.tag in _NOW or (token.tag == "VBG" and _now(analysis, token, bare=False))):
        return False
    if not (_AHEAD & set(said) or any(w.isdigit() for w in said)):
        return False
    below = [c for c in analysis.children(token) if c.i > token.i]
    if token.lemma.lower() in _FORESEE:
        return any(c.dep == "dobj" and c.pos in ("NOUN", "PROPN") for c in below)
    joint = _LOOKS.get(token.lemma.lower(), "")
    return any(c.dep == "prep" and c.text.lower() in joint.split() for c in below)


def only_may(token: Token) -> bool:
    """Whether a helping verb says only what may be, or may have been."""
    return token.tag == "MD" and token.text.lower() in ("may", "might")


def may_come(analysis: Analysis, tokens: Sequence[Token]) -> bool:
    """Whether the first clause of some words says what may come: "may sell"; not what may be, or may have been."""
    helper = next((t for t in tokens if t.dep == "aux" and t.tag == "MD"), None)
    if helper is None or not only_may(helper):
        return False
    verb = analysis.tokens[helper.head]
    was = any(c.dep == "aux" and c.lemma == "have" for c in analysis.children(verb))
    return verb.tag == "VB" and not was and verb.lemma not in ("be", "have")


def _predicted(analysis: Analysis, token: Token) -> Token | None:
    """ "Is likely to", "is about to", "is on track to", "is on the verge of selling"."""
    above = analysis.tokens[token.head]
    if token.dep == "pobj" and token.lemma.lower() in _TRACK and above.lemma.lower() in ("on", "in", "at"):
        link = analysis.tokens[above.head]
        opened = _to_do(analysis, token) or _to_do(analysis, link) or _of_doing(analysis, token)
        return link if opened and link.lemma in _LINKS and link.tag in _NOW else None
    near = token.text.lower() in _NEAR and token.dep in ("acomp", "oprd", "advmod", "ROOT", "ccomp")
    if not near or not (_to_do(analysis, token) or _to_do(analysis, above)):
        return None
    return above if above.lemma in _LINKS and above.tag in _NOW else None


def _is_to(analysis: Analysis, verb: Token) -> bool:
    """ "Acme is to open a plant", "its aim is to open a plant"; a job that is to check is none."""
    if verb.lemma != "be" or verb.tag not in _NOW or not _to_do(analysis, verb):
        return False
    below = analysis.children(verb)
    who = next((c for c in below if c.dep in ("nsubj", "nsubjpass")), None)
    more = any(c.dep in ("attr", "acomp", "prep", "neg") for c in below)
    return who is not None and not more and (who.pos == "PROPN" or who.lemma.lower() in _AIMS)


def _to_do(analysis: Analysis, token: Token) -> bool:
    """Whether an infinitive with "to" hangs on a word."""
    verbs = (
        c for c in analysis.children(token) if c.dep in ("xcomp", "advcl", "acl") and c.i > token.i and c.tag == "VB"
    )
    return any(c.tag == "TO" for v in verbs for c in analysis.children(v))


def _of_doing(analysis: Analysis, token: Token) -> bool:
    joints = (c for c in analysis.children(token) if c.lemma == "of")
    return any(c.dep == "pcomp" and c.tag == "VBG" for j in joints for c in analysis.children(j))


def _now(analysis: Analysis, verb: Token, *, bare: bool) -> bool:
    """Whether a verb stands in the present: "plans", "is planning"; a mere "goes to" goes somewhere."""
    if verb.tag in _NOW:
        return bare
    helps = [c for c in analysis.children(verb) if c.dep == "aux"]
    return verb.tag == "VBG" and any(c.lemma == "be" and c.tag in _NOW for c in helps)
