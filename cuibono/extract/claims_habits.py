"""Who says something as a habit, or takes pains to: "likes to point out that", "never tires of repeating that"."""

from cuibono.extract.analysis import Analysis, Token

_FOND = frozenset({
    "like", "love", "enjoy", "tend", "delight", "hasten", "rush", "keep", "fond", "quick", "keen", "eager", "happy",
    "glad", "proud", "careful", "anxious", "pain", "prone", "apt", "pleased",
})  # fmt: skip
_NEVER = frozenset({"tire", "weary", "cease", "stop"})  # of these only who never does it goes on saying it
_SUBJECTS = ("nsubj", "nsubjpass")
_STEPS = 4


def habitual(analysis: Analysis, verb: Token) -> Token | None:
    """The one whose habit a verb of saying is, where it hangs on a word for one; None where it does not."""
    above = _governor(analysis, verb)
    if above is None:
        return None
    lemma = above.lemma.lower()
    clause = _clause(analysis, above)
    never = any(c.dep == "neg" for t in (above, clause) if t is not None for c in analysis.children(t))
    fits = never if lemma in _NEVER else lemma in _FOND and not never
    if clause is None or not fits or clause.tag not in ("VBD", "VBZ", "VBP"):
        return None
    return next((c for c in analysis.children(clause) if c.dep in _SUBJECTS), None)


def _governor(analysis: Analysis, verb: Token) -> Token | None:
    """What "to say" or "of saying" hangs on."""
    above = analysis.tokens[verb.head]
    if verb.dep == "pcomp" and verb.tag == "VBG" and above.lemma in ("of", "in", "about") and above.head != above.i:
        return analysis.tokens[above.head]
    to = any(c.tag == "TO" for c in analysis.children(verb))
    if verb.dep not in ("xcomp", "acl", "advcl") or not (to or verb.tag == "VBG") or above.i == verb.i:
        return None
    if above.lemma == "be":  # "is at pains to say"
        ends = (e for c in analysis.children(above) if c.dep == "prep" for e in analysis.children(c))
        return next((e for e in ends if e.lemma.lower() == "pain"), None)
    return above


def _clause(analysis: Analysis, word: Token) -> Token | None:
    """The verb of the clause that a word stands in."""
    for _ in range(_STEPS):
        if word.pos in ("VERB", "AUX") and any(c.dep in _SUBJECTS for c in analysis.children(word)):
            return word
        if word.head == word.i:
            return None
        word = analysis.tokens[word.head]
    return None
