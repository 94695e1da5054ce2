"""Who "his wife Mirelle", "the governor's brother" and "the minister" are: kin and holders of posts, as recorded.

Whose kin it is must be named around the claim, or hold the one recorded post that is so called; just one of their kin
may be what the claim calls him. A first name that is the recorded one leaves no doubt who is meant; without it what is
recorded only bears a claim out, for there may be other kin whom no record has.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from cuibono.case.docket.around_bodies import is_last_named, names_around
from cuibono.case.docket.kin import kin_of, kinship
from cuibono.case.docket.parties import between
from cuibono.case.docket.posts import called as post_of
from cuibono.case.docket.rows import Edge, Evidence, keys_of
from cuibono.case.docket.words import folded, listed, stems
from cuibono.model.docket import Asked, Party, Tested

_NAME = r"[A-Z][\w-]+(?: [A-Z][\w-]+)*"
_GENDERS = {"his": "male", "her": "female"}
_MALE = frozenset({"son", "father", "husband", "brother", "nephew", "uncle", "grandson", "grandfather", "chairman"})
_FEMALE = frozenset({"daughter", "mother", "wife", "sister", "niece", "aunt", "granddaughter", "chairwoman"})
_KINDS = ("role", "tie", "ownership", "control", "share", "other", "event date", "amount")


def with_kin(claim: Asked, evidence: Evidence, own: frozenset[str]) -> tuple[Asked, bool] | None:
    """A claim with the name of the kin whom it means, and whether nobody else can be meant; None where none is."""
    found = [*_kin_phrase().finditer(claim.words)] if claim.kind in _KINDS and claim.around else []
    if len(found) != 1:
        return None
    phrase = found[0]
    given = phrase["called"] or ""
    if claim.kind == "tie" and _is_all_of_it(claim, phrase):
        return None  # that they are kin is what it claims
    owners = _whose(claim, phrase, evidence)
    kin = {k for one in owners for k in _kin_of(one, phrase["kin"].lower(), evidence, own)}
    kin = {k for k in kin if set(given.split()) <= set(k.split())}
    if len(kin) != 1:
        return None
    name = kin.pop()
    words = f"{claim.words[: phrase.start()]}{name}{phrase['behind'] or ''}{claim.words[phrase.end() :]}"
    gone = {folded(n) for n in (given, *owners)}
    ends = (p for p in (claim.subject, claim.object) if p and p.name in words)
    keeps = [p for p in ends if folded(p.name) not in gone and folded(p.name) not in folded(phrase[0])]
    other = next((p for p in keeps if folded(p.name) != folded(name)), None)
    return replace(claim, subject=Party(None, name), object=other, words=" ".join(words.split())), bool(given)


def as_kin(claim: Asked) -> Asked | None:
    """A claim of kin that goes on with something else as one of the kin alone: "his wife, Pia Vex, gives no talks"."""
    found = _kin_phrase().match(claim.words) if claim.kind == "tie" else None
    if found is None or not found["called"] or found["behind"] or claim.subject is None:
        return None
    other = claim.object.name if claim.object else ""
    left = claim.words[found.end() :].strip(" .")
    if not left or found["called"] != claim.subject.name or (other and other in left) or re.search(_NAME, left):
        return None
    whose = found[0][: found.start("kin") - found.start()].strip()
    return replace(claim, words=f"{found['called']} is {whose[:1].lower()}{whose[1:]} {found['kin']}", polarity="+")


def turned(claim: Asked) -> Asked | None:
    """A claim of kin of whom it calls "he", where its reading has the two the other way round: "he is a son of Pia"."""
    one, other = claim.subject, claim.object
    if claim.kind != "tie" or one is None or other is None or one.name not in claim.words or other.name in claim.words:
        return None
    words, times = re.subn(r"^(?:[Hh]e|[Ss]he)(?= (?:is|was)\b)", other.name, claim.words)
    return replace(claim, subject=other, object=one, words=words) if times and other.whole else None


#: What is said beside of somebody who is named: "of Acme, the very firm that got the contract".
_BESIDE = re.compile(r", (?:the|an?) (?:very |same )?[a-z]+ (?:that|which|who)\b")


def with_holder(claim: Asked, evidence: Evidence) -> Asked | None:
    """A claim with the name of whoever holds the post that it calls somebody by: "the governor's brother"."""
    if claim.kind not in ("role", "tie", "ownership", "control") or claim.polarity == "-":
        return None
    found = [m for m in _post_phrase().finditer(claim.words) if not _is_claimed(claim, m)]
    if len(found) != 1:
        return None
    phrase = found[0]
    if _BESIDE.match(claim.around.partition(phrase[0])[2]):
        return None  # what is said beside of the body is claimed, too
    name = _holder(claim, phrase, evidence)
    if name is None or name in claim.words:
        return None
    words = f"{claim.words[: phrase.start()]}{name}{phrase['s'] or ''}{claim.words[phrase.end() :]}"
    said = folded(phrase[0])
    ends = [p for p in (claim.subject, claim.object) if p and folded(p.name) not in said and p.name in words]
    ends = [p for p in ends if folded(p.name) != folded(name)]
    party = Party(None, name)
    if phrase.start() == 0:
        return replace(claim, subject=party, object=ends[0] if ends else None, words=words)
    return replace(claim, subject=ends[0], object=party, words=words) if ends else None


def _is_claimed(claim: Asked, phrase: re.Match[str]) -> bool:
    """Whether a post is what a claim says that somebody is, and not whom it means: "Pia is the mayor"."""
    before = claim.words[: phrase.start()]
    return claim.kind == "role" and phrase.start() > 0 and re.search(r"\b(?:of|to|by) $", before) is None


def _holder(claim: Asked, phrase: re.Match[str], evidence: Evidence) -> str | None:
    """The one person who is recorded in a post that is so called and has not left it, of those around or of all."""
    post, where = stems(phrase["post"]), stems(phrase["where"] or "")
    rows = [
        e
        for e in _held_posts(evidence)
        if post <= stems(f"{post_of(e)} {e.role} {e.other.name}") and post & stems(e.role)
    ]
    rows = [e for e in rows if where <= stems(f"{e.role} {e.other.name}")]
    near = set(names_around(claim.around, evidence.parties)) if claim.around else set()
    for of in ([e for e in rows if folded(e.one.name) in near], rows):
        names = {e.one.name for e in of}
        if len(names) == 1 and all(e.end is None for e in of):
            return names.pop()
        if names and of is rows:
            return _who_is_kin(claim, of, evidence)
    return None


def _who_is_kin(claim: Asked, rows: list[Edge], evidence: Evidence) -> str | None:
    """Of several in such a post the one with whom the other one of a claim is recorded as kin."""
    others = [k for p in (claim.subject, claim.object) if p and p.name in claim.words for k in keys_of(p)]
    kin = {e.one.name for k in others for e in evidence.edges.get(k, ()) if e.schema == "Family"}
    kin |= {e.other.name for k in others for e in evidence.edges.get(k, ()) if e.schema == "Family"}
    names = {e.one.name for e in rows if e.one.name in kin and e.end is None}
    return names.pop() if len(names) == 1 else None


def _held_posts(evidence: Evidence) -> list[Edge]:
    """All recorded ties of a person and a body."""
    if "posts" not in evidence.indexed:
        mixed = {e.key: e for of in evidence.edges.values() for e in of if e.mixed and e.polarity == "+"}
        evidence.indexed["posts"] = [*mixed.values()]
    return evidence.indexed["posts"]


def _whose(claim: Asked, phrase: re.Match[str], evidence: Evidence) -> list[str]:
    """The full names of those whose kin a phrase may mean."""
    near = [evidence.parties_as_told[n] for n in names_around(claim.around, evidence.parties)]
    if phrase["post"]:
        holder = _holder(claim, _post_phrase().search(phrase[0]) or phrase, evidence)
        return [holder] if holder else []
    if phrase["name"]:
        said = set(phrase["name"].split()) - {w.capitalize() for w in listed("posts")} - {"Mr", "Mrs", "Ms", "Dr"}
        exact = [n for n in near if set(n.split()) == said]
        return exact or [n for n in near if said and said <= set(n.split())]
    pronoun = phrase[0].split()[0].lower()
    fits = [n for n in near if _GENDERS.get(pronoun, "") != _other_gender(n, evidence)]
    if not phrase["called"]:  # only whoever was named last is surely meant
        return [n for n in fits if is_last_named(claim, folded(n))]
    return [n for n in fits if not set(phrase["called"].split()) <= set(n.split())]


def _other_gender(name: str, evidence: Evidence) -> str:
    """The gender that somebody surely has not, by what he is called as kin or in a post; empty where none tells."""
    rows = [e for e in evidence.edges.get(folded(name), ()) if not e.id]
    own = frozenset(s for e in rows if folded(e.one.name) == folded(name) for s in stems(e.role))
    wed = frozenset(s for e in rows if folded(e.other.name) == folded(name) for s in stems(e.role))
    recorded = {evidence.genders.get(i, "") for i in evidence.called.get(folded(name), ())}
    if own & _MALE or "wife" in wed or recorded == {"male"}:
        return "female"
    return "male" if own & _FEMALE or "husband" in wed or recorded == {"female"} else ""


def _kin_of(name: str, kin: str, evidence: Evidence, own: frozenset[str]) -> Iterator[str]:
    """The names of those who are recorded as such kin of somebody."""
    rows = [e for e in evidence.edges.get(folded(name), ()) if e.schema == "Family" and e.polarity == "+"]
    for other in {p.name for e in rows for p in _ends(e) if folded(p.name) != folded(name)}:
        said = f"{other} is the {kin} of {name}"
        claim = Asked("tie", said, said, ("", 0), "", subject=Party(None, other), object=Party(None, name))
        found = between(claim, evidence, own)
        tested = found if isinstance(found, Tested) else kinship(claim, kin_of(claim), found, evidence)
        if tested.outcome == "supported":
            yield other


def _ends(edge: Edge) -> Iterable[Party]:
    return (edge.one, edge.other)


def _is_all_of_it(claim: Asked, phrase: re.Match[str]) -> bool:
    """Whether a claim says no more than that somebody is such kin: "Pia is his wife", "his wife is Pia"."""
    left = f"{claim.words[: phrase.start()]} {claim.words[phrase.end() :]}"
    return re.fullmatch(rf"\s*(?:{_NAME})?,? ?(?:is|was)? ?(?:{_NAME})?[\s.]*", left) is not None


@cache
def _kin_phrase() -> re.Pattern[str]:
    words = (listed("kin") | listed("siblings")) - {"law", "half", "step", "grand", "god", "either"}
    kin = "|".join(sorted(words, key=len, reverse=True))
    return re.compile(
        rf"(?:\b(?:[Hh]is|[Hh]er|[Tt]heir)|\b[Tt]he (?P<post>(?:[a-z]+ ){{0,2}}?(?:{_posts()}))['\u2019]s"
        rf"|(?:(?P<name>{_NAME})['\u2019]s)) (?:own )?(?P<kin>{kin})(?![\w-])(?:,? (?P<called>{_NAME})"
        r"(?P<behind>['\u2019]s)?)?,?"
    )


@cache
def _posts() -> str:
    return "|".join(sorted(listed("posts") | {"chief executive"}, key=len, reverse=True))


@cache
def _post_phrase() -> re.Pattern[str]:
    return re.compile(
        rf"\b[Tt]he (?P<post>(?:[a-z]+ ){{0,2}}?(?:{_posts()})(?: of [a-z]+)?)"
        rf"(?: (?:of|at|for) (?:the )?(?P<where>{_NAME}))?"
        r"(?P<s>['\u2019]s)?(?![\w-])(?!,? [A-Z])(?! (?:of|for|at) )"
    )
