"""Whom "the company", "the former minister", "the city" mean: a name called so before, or the only one it fits."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from cuibono.extract.analysis import Analysis, Token
from cuibono.extract.lexicon import words
from cuibono.extract.records import EntityType, Name, Span
from cuibono.extract.references_people import word_gender
from cuibono.extract.references_scene import Placed, Scene

_TYPES: tuple[tuple[str, tuple[EntityType, ...]], ...] = (
    ("body", ("Organization",)), ("company", ("Organization",)), ("place", ("Location",)), ("thing", ("Product",)),
    ("faction", ("Group",)), ("person", ("Person",)),
)  # fmt: skip
_GENERAL = frozenset({"company", "firm", "corporation", "group", "organization", "organisation", "conglomerate",
                      "startup", "start-up", "business", "enterprise", "giant", "institution"})  # fmt: skip
_CLOSERS = frozenset(
    {"of", "that", "which", "who", "whose", "where", "in", "at", "for", "behind", "he", "she", "they", "i", "we"}
)


class Described:
    """Looks descriptions up among what has been named before them."""

    def __init__(self, scene: Scene, genders: dict[str, str]) -> None:
        self.scene, self.genders = scene, genders
        self.called = _called(scene)

    def meaning(self, token: Token) -> tuple[Name, float, Span] | None:
        """The name that "the" and a noun stand for, how sure that is, and the description's span."""
        phrase = _phrase(self.scene.analysis, token)
        if phrase is None:
            return None
        first, noun = phrase
        if noun.dep in ("attr", "appos", "oprd") or self._predicate(token):
            return None
        kinds = tuple(k for group, ks in _TYPES if noun.lemma in words("references", group) for k in ks)
        if any(self.scene.over(t) is not None for t in range(first.i, noun.i + 1)):
            return None
        if not kinds:
            return self._last_word(first, noun)
        found = self._pick(noun, [p for p in self.scene.before(token.i) if p.name.type in kinds])
        return (*found, Span(first.start, noun.end)) if found is not None else None

    def _last_word(self, first: Token, noun: Token) -> tuple[Name, float, Span] | None:
        """The one body that has the noun for its last word, whatever it is: "the dairy" after "Elm Dairy"."""
        if noun.i != first.i + 1 or first.text.lower() != "the":
            return None
        near = (p for p in self.scene.before(first.i) if p.name.type in ("Organization", "Product", "Location"))
        bearing = _distinct(p for p in near if self._ends_in(p.name, noun.text.lower()))
        return (bearing[0], 0.75, Span(first.start, noun.end)) if len(bearing) == 1 else None

    def _ends_in(self, name: Name, noun: str) -> bool:
        return " " in name.name and name.name.lower().split()[-1] == noun

    def _predicate(self, token: Token) -> bool:
        """Whether it says what somebody is rather than who: "is the founder", "X, the founder"."""
        before = self.scene.analysis.tokens[token.i - 1] if token.i else None
        if before is None:
            return False
        if before.lemma in ("be", "become", "remain") or before.text.lower() == "as":
            return True
        return before.text in (",", "(") and token.i > 1 and self.scene.over(token.i - 2) is not None

    def _pick(self, noun: Token, near: list[Placed]) -> tuple[Name, float] | None:
        if not near:
            return None
        named = _distinct(p for p in near if self._bears(p.name, noun.lemma))
        if named:
            sure = 0.9 if len(named) == 1 else 0.6
            return named[0], sure
        fitting = _distinct(p for p in near if _may_be(p.name, noun.lemma))
        if noun.lemma in words("references", "person"):
            return self._only_one(noun, near)
        if noun.lemma in words("references", "particular"):
            return None
        if len(fitting) == 1:
            return fitting[0], 0.75
        here = self.scene.sentence(noun.i)
        last = [p for p in near if _may_be(p.name, noun.lemma) and here - p.sentence <= 1]
        close = _distinct(p for p in last if p.subject)
        if len(close) == 1 or (close and close[0].id == last[0].name.id):
            return close[0], 0.65
        close = _distinct(last)
        return (close[0], 0.6) if len(close) == 1 else None

    def _only_one(self, noun: Token, near: list[Placed]) -> tuple[Name, float] | None:
        """The one person of the two sentences before, if there is just one: "the tycoon" after him."""
        here = self.scene.sentence(noun.i)
        last = [p for p in near if here - p.sentence <= 2 and p.paragraph == self.scene.paragraph(noun.i)]
        people = _distinct(p for p in last if here > p.sentence)
        if len(people) != 1 or not any(p.subject for p in last) or any(here == p.sentence for p in last):
            return None
        told = word_gender(noun)
        return None if told and self.genders.get(people[0].id, told) != told else (people[0], 0.55)

    def _bears(self, name: Name, noun: str) -> bool:
        """Whether the name has the word in it or was called so before."""
        if noun in self.called[name.id]:
            return True
        return any(noun in form.lower().split()[-1:] for form in (name.name, *name.aliases) if " " in form)


def _distinct(placed: Iterable[Placed]) -> list[Name]:
    return list({p.name.id: p.name for p in placed}.values())


def _may_be(name: Name, noun: str) -> bool:
    """A ministry is no company; anything else of its kind may be called so."""
    parts = {p for form in (name.name, *name.aliases) for p in form.lower().split()}
    if name.type != "Organization":
        return True
    state = bool(parts & words("references", "state_body")) or (name.name.isupper() and len(name.name) <= 4)
    if noun in words("references", "company") or noun in ("group", "bank", "newspaper"):
        return not state
    return True


def _phrase(analysis: Analysis, token: Token) -> tuple[Token, Token] | None:
    """ "the company", "this former minister": article and noun with at most two plain words between."""
    if token.text.lower() not in ("the", "this"):
        return None
    tokens = analysis.tokens
    for at in range(token.i + 1, min(token.i + 8, len(tokens))):
        here = tokens[at]
        if _hyphened(tokens, at):
            continue
        if here.tag == "NN" or (not here.tag and here.text.islower()):
            following = tokens[at + 1] if at + 1 < len(tokens) else None
            if following is None:
                return token, here
            if following.tag in ("NN", "NNS", "NNP", "NNPS", "POS") and following.text not in ("'s", "’s", "'", "’"):
                return None
            if following.text.lower() in _CLOSERS and following.tag != "VBD" and not _verbal(tokens, following):
                return None
            return token, here
        if here.tag not in ("JJ", "VBN", "HYPH", "JJS", "CD") or here.text.lower() in words("references", "another"):
            return None
    return None


def _hyphened(tokens: Sequence[Token], at: int) -> bool:
    """Whether it is a piece of "62-year-old"."""
    here, following = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else None
    return here.text == "-" or (following is not None and following.text == "-" and following.start == here.end)


def _verbal(tokens: Sequence[Token], following: Token) -> bool:
    """ "the company in 2004": what follows is a date and restricts nothing."""
    after = tokens[following.i + 1] if following.i + 1 < len(tokens) else None
    return after is not None and (after.tag == "CD" or after.text[:1].isdigit())


def _called(scene: Scene) -> dict[str, set[str]]:
    """The nouns each name is told by: before it, in apposition, and with "is"."""
    analysis = scene.analysis
    found: dict[str, set[str]] = defaultdict(set)
    for placed in scene.placed:
        for at in range(placed.first - 1, max(-1, placed.first - 4), -1):
            if analysis.tokens[at].tag not in ("NN", "NNP", "JJ") or scene.over(at) is not None:
                break
            found[placed.name.id].add(analysis.tokens[at].text.lower())
        found[placed.name.id] |= _behind(analysis, placed.last)
    return found


def _behind(analysis: Analysis, last: int) -> set[str]:
    """ "X, a Northland technology company,", "X is the chairman of"."""
    tokens = analysis.tokens[last + 1 : last + 12]
    if len(tokens) < 2:
        return set()
    start = 1 if tokens[0].text in (",", "(") or tokens[0].lemma in ("be", "become") else None
    if start is None:
        return set()
    found: set[str] = set()
    if tokens[start].text.lower() in ("a", "an", "the", "who", "now", "then", "former", "one"):
        for token, after in zip(tokens[start:], (*tokens[start + 1 :], None), strict=True):
            if after is not None and after.tag == "POS":
                continue  # "the governor's nephew" is no governor
            if token.tag in ("IN", ",", "VBD", "VBZ", "WDT", "WP", ".", "CC"):
                break
            if token.tag in ("NN", "NNP"):
                found.add(token.text.lower())
    elif tokens[start].tag in ("NN", "NNP"):
        found.add(tokens[start].text.lower())
    return found
