"""What the words beside a name show of it: a person has a wife, a firm has shares, a city has streets."""

from collections import defaultdict
from collections.abc import Sequence

from cuibono.extract.analysis import Analysis, Token
from cuibono.extract.lexicon import words
from cuibono.extract.records import EntityType, Span

Signs = defaultdict[EntityType, float]
_PERSON: EntityType = "Person"
_BODY: EntityType = "Organization"
_PLACE: EntityType = "Location"
_PRODUCT: EntityType = "Product"
_ARTICLES = frozenset({"a", "an", "the", "his", "her", "its", "their", "one", "another"})
_ENDS = frozenset(
    {"of", "at", "in", "for", "who", "that", "which", "from", "with", "by", "to", "and", "on", "whose", "under"}
)
_NAMED = frozenset({"called", "named", "nicknamed", "dubbed"})
#: What happens once, and to no place that has only a name.
_BEGUN = frozenset({"founded", "established", "incorporated", "dissolved", "liquidated"})
_EARNED = frozenset({"revenue", "revenues", "turnover", "profit", "profits", "sales", "earnings"})
_SPAN = 8  # words in which a description ends
_KINDS: tuple[tuple[str, EntityType], ...] = (
    ("person_noun", _PERSON), ("body_noun", _BODY), ("place_noun", _PLACE), ("product_noun", _PRODUCT),
)  # fmt: skip


_NEXT: tuple[tuple[str, EntityType, float], ...] = (
    ("persons_do", _PERSON, 1.5), ("bodies_after", _BODY, 1.5), ("products_after", _PRODUCT, 2.0),
)  # fmt: skip


def signs(analysis: Analysis, span: Span) -> Signs:
    """How much the words around one place where a name stands speak for each kind."""
    inside = analysis.tokens_in(span)
    found: Signs = defaultdict(float)
    if not inside:
        return found
    tokens = analysis.tokens
    before = tokens[max(0, inside[0].i - 5) : inside[0].i]
    after = tokens[inside[-1].i + 1 : inside[-1].i + 2 + _SPAN]
    _look_back(before, found)
    _look_ahead(after, found)
    return found


def noun_kind(word: str) -> EntityType | None:
    """The kind of thing that a common noun calls a name: an engineer is a person, a bank is a body."""
    low = word.lower()
    for name, kind in _KINDS:
        if low in words("name_signs", name) or (low.endswith("s") and low[:-1] in words("name_signs", name)):
            return kind
    return None


def _look_back(before: Sequence[Token], found: Signs) -> None:
    if not before:
        return
    last = before[-1]
    low = last.text.lower()
    bare = low.rstrip(".")
    second = before[-2].text.lower() if len(before) > 1 else ""
    third = before[-3].text.lower() if len(before) > 2 else ""
    if bare[:1].upper() + bare[1:] in words("names", "title") and (
        last.text[:1].isupper() or noun_kind(low) == _PERSON
    ):
        found[_PERSON] += 3
    elif (kind := noun_kind(low)) and not low.endswith("s"):
        found[kind] += 2.5
    elif low in _NAMED and (kind := _nearest_noun(before[:-1])):
        found[kind] += 3
    if low == "," and (kind := noun_kind(second)):  # "their boss, X", "a state company, X"
        opened = any(t.text.lower() in _ARTICLES for t in before[:-2]) or kind == _PERSON
        found[kind] += 2 if opened else 0.5
    _after_joint(low, second, third, found)
    if low in words("name_signs", "makes"):
        found[_BODY] += 1
    if low in words("name_signs", "runs"):
        found[_PRODUCT] += 1.2


def _after_joint(low: str, second: str, third: str, found: Signs) -> None:
    """What a preposition with the word before it shows: "CEO of X", "in X", "the streets of X"."""
    if low == "the":
        low, second = second, third
    if low in ("of", "for", "at", "in", "with", "to", "from"):
        if second in words("name_signs", "bodies_before"):
            found[_BODY] += 2
            return
        if low in ("of", "to", "with") and second in words("name_signs", "persons_before"):
            found[_PERSON] += 1.5
            return
        if second in words("name_signs", "places_before"):
            found[_PLACE] += 2
            return
    if low == "from" and noun_kind(second) == _PERSON:
        found[_PLACE] += 1.5
        return
    weights: dict[str, tuple[EntityType, float]] = {
        "in": (_PLACE, 1.5), "near": (_PLACE, 2), "from": (_PLACE, 0.5), "at": (_BODY, 1), "on": (_PRODUCT, 0.5),
        "into": (_PLACE, 0.7), "to": (_PLACE, 0.3), "outside": (_PLACE, 1), "across": (_PLACE, 1),
    }  # fmt: skip
    if low in weights:
        kind, weight = weights[low]
        found[kind] += weight


def _nearest_noun(before: Sequence[Token]) -> EntityType | None:
    for token in reversed(before):
        if kind := noun_kind(token.text):
            return kind
    return None


def _look_ahead(after: Sequence[Token], found: Signs) -> None:
    if not after:
        return
    first, low = after[0], after[0].text.lower()
    second = after[1].text.lower() if len(after) > 1 else ""
    if low in ("'s", "’s", "'", "’"):
        _own(second, after[2].text.lower() if len(after) > 2 else "", found)
    elif low == ",":
        _after_comma(after, second, found)
    elif low == "(" and second.isdigit() and len(second) == 2:
        found[_PERSON] += 2
    elif low in ("is", "was", "were", "remains", "became", "becomes"):
        _described(after[1:], found, 2)
        if second in words("name_signs", "bodies_undergo"):
            found[_BODY] += 2 if second in _BEGUN else 1.5
    else:
        _next_word(low, second, found)
    _in_business(low, {t.text.lower() for t in after[1:4]}, found)
    if first.tag == "VBD" and second in ("himself", "herself", "his", "her"):
        found[_PERSON] += 1.5


def _in_business(low: str, behind: set[str], found: Signs) -> None:
    """What only firms do: employ people, make a profit, have a turnover."""
    earns = low in ("had", "has", "made", "makes", "posted", "booked", "reported") and behind & _EARNED
    if earns or low in ("employs", "employed"):
        found[_BODY] += 2


def _next_word(low: str, second: str, found: Signs) -> None:
    for name, kind, weight in _NEXT:
        if low in words("name_signs", name):
            found[kind] += weight
            return
    if low in words("name_signs", "tells"):
        found[_PERSON] += 0.4
        found[_BODY] += 0.2
    elif low in ("-based", "-born") or (low in ("-", "–") and second in ("based", "born")):
        found[_PLACE] += 3
    elif low in ("-", "–") and second in ("owned", "backed", "made"):
        found[_BODY] += 0.5


def _own(owned: str, behind: str, found: Signs) -> None:
    for word in (owned, behind):
        if word in words("name_signs", "bodies_own"):
            found[_BODY] += 2
        elif word in words("name_signs", "persons_own"):
            found[_PERSON] += 1.5
        elif word in words("name_signs", "places_own"):
            found[_PLACE] += 1
        else:
            continue
        return


def _after_comma(after: Sequence[Token], second: str, found: Signs) -> None:
    third = after[2].text if len(after) > 2 else ""
    if second.isdigit() and 1 < len(second) < 3 and third in (",", ".", ")"):
        found[_PERSON] += 3
    elif second in ("who", "whose"):
        found[_PERSON] += 2
    elif (after[1].text if len(after) > 1 else "") in words("names", "country") | words("names", "city"):
        found[_PLACE] += 1.5
    elif second in ("it", "that", "this", "which") and third in ("is", "was"):
        _described(after[3:], found, 2)
    elif second in ("born", "aged"):
        found[_PERSON] += 2
    elif second in _ARTICLES or second in ("former", "then", "now") or noun_kind(second) == _PERSON:
        _described(after[1:], found, 2.5)


def _described(tokens: Sequence[Token], found: Signs, weight: float) -> None:
    """The noun that a description ends in: "an economist", "the largest maker of ..."."""
    first = tokens[0].text.lower() if tokens else ""
    if first not in _ARTICLES and first not in ("former", "then", "now") and noun_kind(first) is None:
        return
    last = ""
    for token in tokens[:_SPAN]:
        low = token.text.lower()
        if last and (low in _ENDS or not token.text[0].isalnum()):
            break
        last = low
        if low in ("who", "whose"):
            break
    if kind := noun_kind(last):
        found[kind] += weight
