"""How the independent sources of a claim are put into words, a number and a figure."""

from collections import Counter
from collections.abc import Iterator

from cuibono.extract.claim_sources import root_of, saying, speakers
from cuibono.extract.claim_sources_words import heads, named, reasons
from cuibono.extract.claim_words import folded
from cuibono.lenses.claims._sayings import Said
from cuibono.model.counting import plural
from cuibono.model.figure import Bar, Figure
from cuibono.model.finding import Measure

_LONG = 160
_NAMES, _WHY, _BARS = 4, 3, 12
_STATUS = {"forecast": "foretold", "alleged": "alleged", "hypothetical": "supposed"}


def short(text: str) -> str:
    """A text cut to a length that a sentence can hold."""
    return text if len(text) <= _LONG else text[:_LONG].rsplit(" ", 1)[0] + " ..."


def says(told: Said) -> str:
    """The sentence of a finding: what is stated, by how many, who these come down to and why."""
    found = told.found
    verb = "denied" if told.first.polarity == "-" else _STATUS.get(told.first.status, "stated")
    ones = "1 independent one" if found.count == 1 else f"{found.count:,} independent ones"
    why = reasons(told.claims, found)
    more = f"; and {len(why) - _WHY} more" if len(why) > _WHY else ""
    rest = f"; {'; '.join(why[:_WHY])}{more}" if why else ""
    if found.count == found.stated:
        return f"“{short(told.first.says)}” is {verb} by {found.count:,} independent sources: {_listed(told)}"
    return (
        f"“{short(told.first.says)}” is {verb} by {found.stated:,} sources that come down to {ones}: "
        f"{_listed(told)}{rest}"
    )


def _listed(told: Said) -> str:
    names = heads(told.claims, told.found)
    more = f" and {len(names) - _NAMES} more" if len(names) > _NAMES else ""
    return f"{', '.join(names[:_NAMES])}{more}"


def about(told: Said) -> tuple[str, ...]:
    """What a finding is about: whom, which kind of claim, and the words of it."""
    parties = [p.name for p in (told.first.subject, told.first.object) if p]
    return tuple(" ".join(w.split()) for w in (*parties, told.first.kind, told.first.says, told.first.time or "") if w)


def measure(told: Said) -> Measure:
    """The number of independent sources with its ends."""
    found = told.found
    return Measure(
        "independent sources",
        float(found.count),
        "source" if found.count == 1 else "sources",
        float(found.low),
        float(found.high),
        meaning=f"sources that rest on nobody else's word here, of {plural(found.stated, 'source')} that state it; "
        "the lower end joins whatever is not known to be apart, the upper end takes every name as it is",
    )


def caveats(told: Said, owned: bool) -> tuple[str, ...]:
    """What the number does not say; ``owned`` tells whether the case has a table of owners."""
    return tuple(_caveats(told, owned))


def _caveats(told: Said, owned: bool) -> Iterator[str]:
    found = told.found
    yield "How many state it is not whether it is so: sources that are independent can share a mistake or an interest."
    if found.low < found.count:
        yield (
            f"Counted with care there are {found.low:,}: the others share an outlet, an owner or a text with these, "
            "or nobody knows who published them."
        )
    if found.unnamed:
        which = "One source names" if found.unnamed == 1 else f"{found.unnamed:,} sources name"
        yield f"{which} nobody; those without a name are never taken as independent of each other."
    if any(link is not None and link.reason == "part of the name" for link in found.links):
        yield "Part of a name is taken for the whole name that has it; it may be somebody else."
    for circle in found.circles:
        names = " and ".join(dict.fromkeys(named(told.claims[i]) for i in circle))
        yield f"{names} rest only on each other; they count as one, and who said it first is not known."
    if told.proposed:
        yield f"Not counted: {plural(told.proposed, 'place')} that a machine only proposes."
    if parties := _parties(told):
        yield f"{' and '.join(parties)} {'is' if len(parties) == 1 else 'are'} a party to it, and no outsider."
    if not owned:
        yield "Who owns the outlets is not known to the case; outlets of one owner would count as one."
    elif not _owned(told):
        yield "The case knows no owner of these sources; outlets of one owner would count as one."
    if found.count > 1:
        yield "Whoever rewrites another's report in words of their own and does not say so counts for themselves."
    yield "Who puts it in quite other words, or under another name, is not among these."


def _parties(told: Said) -> list[str]:
    """Independent sources who are themselves what the claim is about."""
    ends = {folded(p.name) for p in (told.first.subject, told.first.object) if p and p.whole}
    roots = (told.claims[i].speaker for i in told.found.roots)
    return list(dict.fromkeys(" ".join(name.split()) for name in roots if ends & set(speakers(name))))


def _owned(told: Said) -> bool:
    """Whether the case knows an owner of somebody who states it or carries it."""
    known = told.first.stated.owners.of if told.first.stated else {}
    return any(key in known for c in told.claims for s in [saying(c)] for key in (s.voice, *s.carriers))


def figure(told: Said) -> Figure:
    """For each independent source how many come down to it."""
    found = told.found
    tally = Counter(root_of(found, i) for i in _distinct(told))
    roots = sorted(found.roots, key=lambda r: (-tally[r], r))[:_BARS]
    bars = tuple(Bar(named(told.claims[r]), float(tally[r]), note=_note(tally[r])) for r in roots)
    return Figure(f"What the sources of “{short(told.first.says)}” come down to", "sources", bars)


def _note(count: int) -> str:
    return {1: "", 2: "one more comes down to it"}.get(count, f"{count - 1:,} more come down to it")


def _distinct(told: Said) -> list[int]:
    return [i for i, link in enumerate(told.found.links) if link is None or link.reason != "says it again"]
