"""The kind of a claim that its words alone do not tell, by what the case records of those whom it names.

"Elmwatch and ashpost did just the same" is of accounts acting together only for who knows both as accounts; "tenants
get less of it than landlords" is of a feed only for who knows the arms of a test. So claims of no kind are looked at
again with the names of the accounts, apps, arms and groups that the case records. A kind decides nothing by itself: the
test that it leads to asks for as much as ever.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from cuibono.case.docket.compared import comparing
from cuibono.case.docket.measured import outcomes
from cuibono.case.docket.side_names import apart, is_in
from cuibono.case.docket.words import folded, listed, stems, tokens
from cuibono.extract.claim_words import has_han
from cuibono.model.claim_kind import ClaimKind
from cuibono.model.docket import Asked, Party
from cuibono.store.session import Session

#: Kinds of claims that a reader gives where no other one fits, or by a word that has many meanings.
_LOOSE: tuple[ClaimKind, ...] = ("other", "tie", "treatment", "event date", "opinion")
#: What accounts that act together are also read as, by a number or by "belongs to".
_READ_AS: tuple[ClaimKind, ...] = ("count", "amount", "role", "share", "ownership")
_ACCOUNTS = (("shares", ("account", "account_name")), ("posts", ("account", "account_name")))
_MANY = 20_000  # accounts, apps or groups whose names are looked for
_FEWEST = 5  # letters of the name of an account, which is a word of its own
#: What one account is said to do with others, or not to do.
_WITH_OTHERS = re.compile(
    r"\b(?:accounts?|operation|network|ring|circle|cluster|group|campaign|same|together|in step|in sync|alongside|"
    r"coordinat\w+|synchron\w+)\b",
    re.IGNORECASE,
)
#: What an app has or does that can be looked up in its package or in what it sends.
_OF_APPS = re.compile(
    r"\b(?:eavesdrop|listen|record|stor|keep|kept|track|follow|read|collect|upload|send|sent|shar|pass|transmit|contact|"
    r"connect|talk|ask|request|access|encrypt|delet|scan|copi|copy|leak|sell|sold|hand|use|carr|contain|know)\w*\b"
    r".*\b(?:librar\w+|tracker|trackers|servers?|permissions?|locations?|positions?|whereabouts|microphones?|cameras?|"
    r"contacts|address books?|clipboards?|data|number plates?|photos?|messages|calls?|conversations?|users?|trips?|"
    r"advertis\w+|ads?|third part\w+|phones?|code|sdk)\b"
    r"|\b(?:eavesdrops?|spies|listens in|tracks you|follows you)\b",
    re.IGNORECASE,
)
#: That somebody sees or gets something in a feed.
_SEEN = re.compile(
    r"\b(?:see|sees|saw|seen|get|gets|got|shown|show|shows|showed|feeds?|served|received?|watch\w*|clips?|posts?|"
    r"videos?|adverts?|ads)\b",
    re.IGNORECASE,
)


_BOTH_FEEDS = re.compile(r"\b(?:both|either|the two|neither) (?:of the )?(?:feeds?|arms?|groups of accounts)\b", re.I)


@dataclass(frozen=True, slots=True)
class _Known:
    """What the case records of accounts, apps, feeds and decisions, by name."""

    accounts: frozenset[str]
    apps: frozenset[str]
    arms: tuple[str, ...]
    groups: tuple[str, ...]
    decided: frozenset[str]

    def of_any(self) -> bool:
        return bool(self.accounts or self.apps or self.arms or self.groups)


def kinded(session: Session, claims: Iterable[Asked]) -> list[Asked]:
    """The claims of a case, those of no kind with the one that the names in them tell."""
    claims = list(claims)
    known = _known(session) if any(_may_be(c) or c.kind == "coordination" for c in claims) else None
    if known is None or not known.of_any():
        return claims
    return [_kinded(c, known) if _may_be(c) else _at_account(c, known) for c in claims]


def _may_be(claim: Asked) -> bool:
    row = claim.stated is not None and claim.stated.row
    return claim.kind in (*_LOOSE, *_READ_AS) and not row and not has_han(claim.words)


def _kinded(claim: Asked, known: _Known) -> Asked:
    if named := _accounts_in(claim.words, known.accounts):
        alone, together = len(named) == 1, _WITH_OTHERS.search(claim.words)
        loose = claim.kind in _LOOSE
        if (not alone and (loose or together)) or (claim.kind in ("other", "ownership") and together):
            bare = replace(claim, low=None, high=None, unit="", qualifier="")
            return replace(bare, kind="coordination", subject=Party(None, named[0]))
    if claim.kind not in ("other", "opinion", "event date"):
        return claim
    both = known.arms and _BOTH_FEEDS.search(claim.words)
    if (both or _compares(claim.words, known.arms)) and _SEEN.search(claim.words):
        return replace(claim, kind="behaviour of a feed")
    if _compares(claim.words, known.groups) and _is_decided(claim.words, known):
        return replace(claim, kind="treatment")
    subject = folded(claim.subject.name) if claim.subject else ""
    if claim.kind == "other" and subject in known.apps and _OF_APPS.search(claim.words):
        return replace(claim, kind="behaviour of an app")
    return claim


def _at_account(claim: Asked, known: _Known) -> Asked:
    """A claim of accounts of which a reader took another thing for its subject: "the account elmwatch"."""
    if claim.kind != "coordination" or has_han(claim.words) or (claim.stated is not None and claim.stated.row):
        return claim
    named = _accounts_in(claim.words, known.accounts)
    if not named or (claim.subject and folded(claim.subject.name) in known.accounts):
        return claim
    return replace(claim, subject=Party(None, named[0]))


def _accounts_in(text: str, accounts: frozenset[str]) -> list[str]:
    """The accounts that a text names, in its order."""
    said = re.findall(r"[\w@.-]*\w", text)
    return list(dict.fromkeys(w for w in said if len(w) >= _FEWEST and folded(w.lstrip("@")) in accounts))


def _compares(text: str, sides: tuple[str, ...]) -> bool:
    """Whether a text sets those of a group or an arm against others, or speaks of two of them."""
    there = [s for s in sides if any(o != s and is_in(apart(text), s, o) for o in sides)]
    return len(there) > 1 or (bool(there) and comparing(text) is not None)


def _is_decided(text: str, known: _Known) -> bool:
    """Whether a text speaks of what is decided, or of how."""
    said = stems(text)
    return bool(said & known.decided) or any(stems(w.replace("_", " ")) <= said for row in outcomes() for w in row)


def _known(session: Session) -> _Known:
    there = session.tables()
    accounts = {n for table, columns in _ACCOUNTS if table in there for n in _names(session, table, *columns)}
    single = {folded(n.partition(":")[2] or n) for n in accounts}
    groups = tuple(_names(session, "decisions", "group_name")) if "decisions" in there else ()
    decided = _names(session, "decisions", "rule", "outcome") if "decisions" in there else ()
    feeds = [t for t in ("feed_accounts", "impressions") if t in there]
    return _Known(
        accounts=frozenset(n for n in single if " " not in n and len(n) >= _FEWEST),
        apps=frozenset(map(folded, _names(session, "app_facts", "app_name"))) if "app_facts" in there else frozenset(),
        arms=tuple(dict.fromkeys(n for t in feeds for n in _names(session, t, "arm"))),
        groups=groups,
        decided=frozenset(s for n in decided for w in tokens(n) if w not in listed("grammar") for s in stems(w)),
    )


def _names(session: Session, table: str, *columns: str) -> Iterator[str]:
    """The different texts of some columns of a table."""
    session.need(table)
    for column in columns:
        sql = f'SELECT DISTINCT "{column}" FROM "{table}" WHERE "{column}" IS NOT NULL ORDER BY 1 LIMIT {_MANY}'
        yield from (str(name) for (name,) in session.engine.tuples(sql))
