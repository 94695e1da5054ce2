"""Whether a percentage is of the shares of a firm that the text named before: "has held 51 percent of the shares"."""

from cuibono.extract.analysis import Token
from cuibono.extract.claim_view import ClaimView
from cuibono.extract.lexicon import words


def of_the_shares(view: ClaimView, whole: Token, verb: Token | None) -> bool:
    """ "Has held 51 percent of the shares": of a firm that stands before, and of no market."""
    noun = next((t for t in view.tokens if t.i >= whole.i and t.text.lower() not in ("the", "its", "all")), None)
    holds = verb is not None and (verb.lemma in words("claim_kinds", "hold_verb") or verb.lemma == "have")
    return (
        holds
        and noun is not None
        and noun.lemma.lower() in ("share", "stock", "capital", "equity")
        and (noun.tag != "NN" or noun.lemma.lower() != "share")
    )
