"""Claims that say in one form what is tested in another: less of it in one year than in another is that it fell.

Only the form is changed, and only where the words leave no doubt; what a claim says is tested as strictly as before.
"""

import re
from collections.abc import Container
from dataclasses import replace

from cuibono.case.docket.bases import is_leader, plainly
from cuibono.case.docket.holding_words import is_wholly_owned
from cuibono.case.docket.largest_words import is_of_the_largest
from cuibono.case.docket.movements import as_trend, between_ends, two_years
from cuibono.case.docket.other_words import tells_of_something
from cuibono.case.docket.rows_told import row_told
from cuibono.case.docket.standings import in_standing_words, of_its_kind, standings
from cuibono.case.docket.unchanged_words import is_unchanged
from cuibono.case.docket.words import ANY_MONTH, folded, listed, tokens
from cuibono.extract.claim_words import MONTHS
from cuibono.model.docket import Asked, Party

_ITS = re.compile(r"\b(?:its|their) (?=(?:\w+ )?shares?\b)", re.IGNORECASE)
_STAKE = re.compile(
    r"\b(?:of|in) (?:all )?(?:the )?(?:capital|votes|voting rights|shares|equity|stock) (?:of|in)\b", re.IGNORECASE
)
_VOTES = re.compile(
    r"\b(?:holds?|held|has|have|had|commands?|commanded|owns?|owned) (?:an? |the )(?:outright |clear )?majority of "
    r"(?:the |its |all )?(?:votes|voting rights|capital|shares)\b",
    re.IGNORECASE,
)
_HOLDS = re.compile(r"\b(?:holds?|held|owns?|owned|has|had|controls?)\b", re.IGNORECASE)
_PART = r"(?:percent|%|per cent|half|third|thirds|quarter|quarters|fifth|fifths|tenth|majority)"
_VERBS = r"refused|denied|granted|approved|rejected|awarded|refuses|denies|grants|approves|rejects|awards"
_MORE_OFTEN = r"(?P<more>more|less) (?:often|frequently) than"
_HEAD = (
    r"^(?P<head>(?:in (?:19|20)\d\d,? )?)(?:the )?(?P<who>[^,;]{2,60}?) (?:has |had |have )?"
    r"(?<!\bwere )(?<!\bwas )(?<!\bbeen )(?<!\bare )(?<!\bis )"
)
#: What an office decided more often of some than of others: "refused permits to A more often than to B".
_DECIDED = (
    re.compile(
        rf"{_HEAD}(?P<did>{_VERBS}) (?P<what>[^,;]{{2,40}}?) to (?P<one>[^,;]{{2,40}}?) {_MORE_OFTEN} to "
        r"(?P<other>[^,;]{2,70})$",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{_HEAD}(?P<did>{_VERBS}) (?P<one>[\w-]+ (?:[\w-]+ )??)(?P<what>[^,;]{{2,40}}?) {_MORE_OFTEN} "
        r"(?P<other>(?!to\b)[^,;]{2,70})$",
        re.IGNORECASE,
    ),
)
#: Accounts that a reader took for one name.
_SEVERAL = re.compile(r", (?:and )?| and (?=[A-Z])")
_ACCOUNTS = re.compile(r"^(?:the )?(?:\w+ )?(?:accounts?|pages?|channels?|profiles?)$", re.IGNORECASE)
_NAME = r"[A-Z][\w'’]*(?: [A-Z][\w'’]*)*"
_NAMED_ACCOUNTS = re.compile(rf"\b(?!(?:The|On|In|At) ){_NAME}(?:, {_NAME})*,? and {_NAME}\b")
_TWO_MONTHS = re.compile(rf"\b(?P<one>{ANY_MONTH}) (?:and|to) (?P<two>{ANY_MONTH})(?: of)? (?P<year>(?:19|20)\d\d)\b")
_COMPARED_WITH = re.compile(
    r"^(?:compared (?:with|to)|unlike) (?P<other>[^,;]{2,70}), (?P<rest>[^,;]+ (?:more|less) (?:often|frequently))"
    r"(?P<when>(?: in (?:19|20)\d\d)?)$",
    re.IGNORECASE,
)


#: A day or a month on which something may have happened.
_A_DAY = re.compile(r"\d{4}-(?:0\d|1[0-2])(?:-\d\d)?")


def retold(claim: Asked) -> Asked:
    """A claim in the form in which it is tested.

    >>> retold(Asked("other", "", "Norland made less tin in 2021 than in 2016", ("s", 1), "Vex")).words
    'Norland made fell tin between 2016 and 2021'
    """
    if claim.status == "hypothetical":
        return claim
    claim = row_told(claim)
    if claim.kind in ("rank", "role", "share") and is_of_the_largest(claim):
        return replace(claim, kind="ownership")
    claim = of_its_kind(claim)
    if other := _of_places(claim):
        return other
    claim = as_trend(claim) or claim
    if other := _of_its_words(claim):
        return other
    claim = _of_machines(claim)
    if claim.kind in ("coordination", "behaviour of a feed", "treatment"):
        claim = _of_months(claim)
    if claim.kind == "treatment":
        return _of_those_treated(claim)
    votes = claim.kind == "control" and _VOTES.search(claim.words)
    if claim.kind in ("tie", "control") and claim.object and (votes or _belongs_all(claim) or is_wholly_owned(claim)):
        return replace(claim, kind="ownership")
    claim = between_ends(claim) or claim
    if claim.kind == "trend" and not two_years(claim) and (told := _grown(claim)):
        return replace(claim, kind="share" if claim.unit == "percent" else "amount", words=told)
    if claim.kind == "trend" and _ITS.search(claim.words):
        return replace(claim, words=_ITS.sub("", claim.words))
    return claim


def _of_places(claim: Asked) -> Asked | None:
    """A claim of what stayed the same or of who is before whom, however it was read; None for any other."""
    if claim.kind == "other" and is_unchanged(claim):
        return replace(claim, kind="trend")
    if claim.kind in ("other", "role", "tie", "event date") and (in_standing_words(claim) != claim or standings(claim)):
        return replace(in_standing_words(claim), kind="rank", object=None)
    return None


def _of_its_words(claim: Asked) -> Asked | None:
    """A claim of what happened on a day, of a stake or of a leader by its words alone; None for any other."""
    dated = claim.kind == "other" and claim.subject and _A_DAY.fullmatch(claim.time or "")
    if dated and tells_of_something(claim.words):
        return replace(claim, kind="event date")
    if claim.kind == "share" and claim.object and _STAKE.search(claim.words) and _HOLDS.search(claim.words):
        return replace(claim, kind="ownership")
    if claim.kind in ("role", "other", "amount", "ownership") and is_leader(claim.words):
        return replace(claim, kind="rank", object=None)
    return None


def _of_machines(claim: Asked) -> Asked:
    """A claim of an app, or of accounts, with whom it is about: an app of one name is no surname."""
    if claim.kind == "behaviour of an app":
        return replace(claim, subject=_by_name(claim.subject), object=_by_name(claim.object))
    if claim.kind == "coordination" and (names := _accounts(claim)):
        within = claim.object and any(claim.object.name in n for n in names)
        return replace(claim, subject=Party(None, names[0]), object=None if within else claim.object)
    if claim.kind == "coordination" and claim.subject and (several := _SEVERAL.split(claim.subject.name))[1:]:
        return replace(claim, subject=Party(None, several[0]))
    return claim


def _by_name(party: Party | None) -> Party | None:
    return replace(party, whole=True) if party and all(w[:1].isupper() for w in party.name.split()) else party


def _accounts(claim: Asked) -> list[str]:
    """The accounts that a claim lists, where the reader took none of them, or only the last one, for its subject."""
    found = _NAMED_ACCOUNTS.search(claim.words)
    names = _SEVERAL.split(found[0]) if found else []
    alone = claim.subject is None or _ACCOUNTS.match(claim.subject.name) or claim.subject.name in names
    return names if alone else []


def _of_months(claim: Asked) -> Asked:
    """A claim of two months of a year, with both as its time: "in March and April 2021"."""
    found = _TWO_MONTHS.search(claim.words)
    if found is None or (claim.time and found["year"] != claim.time[:4]) or "/" in (claim.time or ""):
        return claim
    one, two = (MONTHS.index(found[n]) + 1 for n in ("one", "two"))
    return replace(claim, time=f"{found['year']}-{one:02d}/{found['year']}-{two:02d}") if one < two else claim


def _of_those_treated(claim: Asked) -> Asked:
    """A claim of what an office decided as one of those of whom it did so; any other as it is."""
    words = _COMPARED_WITH.sub(lambda m: f"{m['rest']} than {m['other']}{m['when']}", claim.words)
    for form in _DECIDED:
        if found := form.search(words):
            told = "{head}{one} {did} {what} {who} {more} often than {other}".format(**found.groupdict())
            one = found["one"].strip()
            return replace(claim, words=" ".join(told.split()), subject=Party(None, one, whole=False), object=None)
    return replace(claim, words=words)


def as_holding(claim: Asked, held: Container[str]) -> Asked:
    """A share of a firm of which holdings are recorded as a part of it that is owned: "holds a quarter of Acme"."""
    if claim.kind != "share" or claim.object is None or folded(claim.object.name) not in held:
        return claim
    of_firm = rf"(?:the )?{re.escape(claim.object.name)}(?:['\u2019]s? (?:capital|shares|stock|equity))?"
    part = rf"{_PART} of {of_firm}(?: at present)?(?: (?:since|until|in|from) [^,;]*\d{{4}})?[.]?$"
    owns = re.search(
        rf"\b(?:owns?|owned|holds?|held|has|have|had|keeps?|kept|commands?)\b.*{part}", claim.words, re.IGNORECASE
    )
    return replace(claim, kind="ownership") if owns else claim


def _grown(claim: Asked) -> str:
    """A claim of what was grown, and of nothing that rose or fell; empty for another one."""
    told = plainly(claim.words)
    return "" if told == claim.words or set(tokens(told)) & (listed("up") | listed("down")) else told


def _belongs_all(claim: Asked) -> bool:
    """Whether all of the one is said to belong to the other."""
    said = tokens(claim.words)
    return bool({"belongs", "belonged", "belong"} & set(said) and set(said) & listed("all_of_it"))
