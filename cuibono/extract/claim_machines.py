"""What apps, feeds and crowds are said to do, and how people are said to be treated."""

import re

from cuibono.extract.claim_view import ClaimView, phrases
from cuibono.model.claim_kind import ClaimKind

_OTHERS = re.compile(r"\b(?:while|whereas|but not|and not|unlike|but others|and others)\b", re.IGNORECASE)
_SEEN = ("feed_item", "feed_seen", "feed_more")


def of_machines(view: ClaimView, about: str = "") -> ClaimKind | None:
    """The kind, if it is one of these; ``about`` are the words that a pronoun for its subject stands for."""
    subject = frozenset(re.findall(r"[\w-]+", about.lower()))

    def has(name: str) -> bool:
        return view.has(name) or not subject.isdisjoint(phrases(name))

    if has("crowd") and (_in_concert(view) or view.has("crowd_does")) and not view.has("crowd_gone"):
        return "coordination"
    if view.has("crowd_plot") and view.tokens and view.tokens[0].text.lower() in ("this", "it", "that", "they"):
        return "coordination"
    if (has("feed") and view.has("feed_does")) or all(map(view.has, _SEEN)):
        return "behaviour of a feed"
    if has("app") and view.has("app_does"):
        return "behaviour of an app"
    if view.has("treat_does") and (view.has("treat_how") or _parted(view)):
        return "treatment"
    return None


def _in_concert(view: ClaimView) -> bool:
    """Whether many act as one: at once, in the same words."""
    return view.has("crowd_how") or (view.has("crowd_post") and "same" in view.said)


def _parted(view: ClaimView) -> bool:
    """Whether some are treated so while others are treated otherwise: a verb of treatment on either side."""
    words = " ".join(t.text for t in view.tokens)
    found = _OTHERS.search(words)
    if found is None:
        return False
    lemmas = [(t.lemma.lower() in phrases("treat_does"), t) for t in view.tokens]
    middle = len(words[: found.start()].split())
    return any(does for does, _ in lemmas[:middle]) and any(does for does, _ in lemmas[middle:])
