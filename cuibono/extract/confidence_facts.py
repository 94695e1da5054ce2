"""What a tie is weighed by: the facts that speak for and against it, as numbers between 0 and 1."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import log1p
from typing import get_args

from cuibono.extract.records import EntityType, Name, Tie

_ACTORS = frozenset({"Person", "Organization", "Group"})
_ANY: frozenset[str] = frozenset(get_args(EntityType))
_PLACED = _ANY - {"Location"}
_BODIES = frozenset({"Organization", "Group"})
_PERSON = frozenset({"Person"})
#: Which types the ends of a tie may have for a machine's reading to stand without a person.
FITS: Mapping[str, tuple[frozenset[str], frozenset[str]]] = {
    "family": (frozenset({"Person", "Group"}), frozenset({"Person", "Group"})),
    "role": (_PERSON, _BODIES | {"Location", "Product"}),
    "member_of": (_ACTORS, _BODIES),
    "party_unit": (_BODIES, _BODIES),
    "owns_controls": (_ACTORS | {"Location"}, _BODIES | {"Product"}),
    "funds": (_ACTORS | {"Location"}, _ACTORS | {"Product"}),
    "founded": (_ACTORS, _BODIES | {"Product"}),
    "part_of": (_BODIES | {"Product"}, _BODIES | {"Product"}),
    "located_in": (_ANY, frozenset({"Location"})),
    "associate_of": (_ACTORS, _ACTORS | {"Location"}),
    "patron_of": (_ACTORS, _ACTORS | {"Product"}),
    "serves": (_ACTORS, _ACTORS),
    "opponent_of": (_ACTORS | {"Location"}, _ACTORS | {"Location"}),
    "sanctions": (_ACTORS | {"Location"}, _ACTORS | {"Product", "Location"}),
    "partner_of": (_ACTORS, _ACTORS),
    "supplies": (_PLACED, _BODIES | {"Product", "Location"}),
    "depends_on": (_PLACED | {"Location"}, _PLACED | {"Location"}),
    "educated_at": (_PERSON, frozenset({"Organization"})),
    "participated_in": (_ACTORS, frozenset({"Event", "Organization", "Group"})),
}
_SMALL = frozenset(
    ("of", "and", "the", "de", "la", "le", "du", "di", "da", "del", "von", "van", "der", "den", "al", "bin")
)
#: The facts in the order of their weights.
FACTS = (
    "by_reference", "unsure_reference", "mentions_between", "verbs_between", "commas_between", "words_between",
    "path", "modal", "alleged", "reported", "in_turn", "quotes_between", "other_clause", "agreed", "misfit",
    "fragment", "odd_name", "told_again", "turned_round", "long_sentence", "no_grammar",
)  # fmt: skip


def facts(ties: Sequence[Tie], names: Sequence[Name], *, parsed: bool) -> list[tuple[float, ...]]:
    """The facts of each tie among the ties of its document, in the order of ``FACTS``."""
    known = {n.id: n for n in names}
    told: defaultdict[tuple[str, str, str], int] = defaultdict(int)
    for tie in ties:
        told[tie.type, tie.subject, tie.object] += 1
    return [_of(tie, known, told, parsed) for tie in ties]


def fits(tie: Tie, names: Mapping[str, Name]) -> bool:
    """Whether both ends are of types between which such a tie can hold."""
    subject, object_ = names.get(tie.subject), names.get(tie.object)
    if subject is None or object_ is None or tie.subject == tie.object:
        return False
    may, may_object = FITS[tie.type]
    return subject.type in may and object_.type in may_object


def rule_of(tie: Tie) -> str:
    """Under which name the rule of a tie is counted: a word ties in more than one way."""
    return f"{tie.rule}:{tie.type}"


def odd(name: str) -> bool:
    """Whether a name looks as if it were cut wrongly: small words inside that names seldom hold, or a possessive."""
    words = name.replace("’", "'").split()
    inside = [w for w in words[1:] if w[:1].islower() and w not in _SMALL]
    return bool(inside) or any(w.endswith(("'s", "s'")) for w in words[:-1]) or words[:1] == ["s"]


def _of(
    tie: Tie, names: Mapping[str, Name], told: Mapping[tuple[str, str, str], int], parsed: bool
) -> tuple[float, ...]:
    said = dict(tie.features)

    def share(name: str, most: float) -> float:
        return min(max(said.get(name, 0.0), 0.0), most) / most

    by_reference = said.get("by_reference", 0.0)
    ends = [n for n in (names.get(tie.subject), names.get(tie.object)) if n is not None]
    return (
        by_reference,
        by_reference * (1.0 - said.get("reference_confidence", 0.0)),
        share("mentions_between", 3),
        share("verbs_between", 2),
        share("commas_between", 4),
        log1p(share("words_between", 20) * 20) / log1p(20),
        share("path_length", 12),
        said.get("modal", 0.0),
        float(tie.status != "stated"),
        said.get("reported", 0.0),
        said.get("in_turn", 0.0),
        said.get("quotes_between", 0.0),
        1.0 - said.get("same_clause", 1.0),
        said.get("agreed", 0.0),
        float(not fits(tie, names)),
        float(any(len(n.mentions) == 1 and " " not in n.name and not n.name.isupper() for n in ends)),
        float(any(odd(n.name) for n in ends)),
        float(told[tie.type, tie.subject, tie.object] > 1),
        float(told.get((tie.type, tie.object, tie.subject), 0) > 0),
        share("sentence_words", 60),
        float(not parsed),
    )
