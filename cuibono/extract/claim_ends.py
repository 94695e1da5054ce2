"""Who a row of a table of claims is about: who holds or acts stands first, whichever column he is in.

"Owner of" and "parent of" are said of who holds, "owner" and "majority owner" name him in the value; so do "owned by",
"subsidiary of" and "belongs to". How much he holds may stand behind his name.
"""

import re

from cuibono.extract.claim_properties import POST, dated, firm_of
from cuibono.extract.claim_row_words import YES
from cuibono.model import quantities
from cuibono.model.claim_kind import ClaimKind
from cuibono.model.docket import Party

_HOLDER = (
    r"(?:co-?)?(?:owner|shareholder|stockholder|proprietor|controller|parent|parent company|holding company|investor)s?"
)
_NAMED = re.compile(rf"(?:^|\b(?!of ).*\b){_HOLDER}$")
_HOLDS_SO_MUCH = re.compile(rf"\b{_HOLDER} of (?:\d+(?:\.\d+)? ?(?:%|percent|per cent)|(?:a|the) majority)$")
_HELD = re.compile(
    r"\b(?:owned|held|controlled|bought|acquired|run|led) by$|\bbelong(?:s|ed)? (?:\w+ )?to$"
    r"|\b(?:subsidiary|unit|arm) of$"
)
#: How much a holder has, behind his name: "Acme: 45 percent of the capital", "Acme (45 %)".
_PART = re.compile(
    r"(?:[:,;]| [\u2013\u2014-])? \(?(?:with |holds )?\d{1,3}(?:\.\d+)? ?(?:%|percent|per cent)"
    r"(?: of (?:the )?(?:capital|votes|shares|equity|voting rights))?\)?$",
    re.IGNORECASE,
)
#: How much of whom somebody holds: "62 percent of Acme", "a majority of the votes in Acme".
_PART_OF = re.compile(
    r"^(?P<part>[^:;]*?(?:%|percent|per cent|majority|half|all|thirds?|quarters?|fifths?|tenths?))"
    r"(?: (?:stake|share|holding|interest))? (?:of|in) "
    r"(?:(?:the )?(?:capital|shares|stock|equity|votes|voting rights) (?:of|in) )?(?:the )?"
    r"(?P<firm>[A-Z\u4e00-\u9fff].*)$"
)
_TWO: tuple[ClaimKind, ...] = ("tie", "role", "ownership", "control")


def ends(subject: Party, prop: str, value: str, kind: ClaimKind) -> tuple[Party, Party | None]:
    """The two whom a row names, who holds or acts first."""
    other_named = value and quantities.parse(value) is None and value.strip().lower() not in YES
    if (firm := firm_of(prop)) and not other_named:
        return subject, Party(None, firm)
    if kind not in _TWO or prop.lower().strip() in POST or not value or quantities.parse(value) or dated(value):
        return subject, None
    if kind == "ownership" and (part := part_of(value)):
        return subject, Party(None, part[1])
    other = Party(None, _PART.sub("", value) if kind == "ownership" else value)
    return (other, subject) if is_turned(prop) else (subject, other)


def part_of(value: str) -> tuple[str, str] | None:
    """How much of whom, where a value says both.

    >>> part_of("62 percent of Acme Lamps")
    ('62 percent', 'Acme Lamps')
    """
    found = _PART_OF.match(value.strip())
    return (found["part"], found["firm"].rstrip(". ")) if found else None


def is_turned(prop: str) -> bool:
    """Whether the value names who holds, and the subject what is held."""
    low = " ".join(prop.lower().split())
    return any(form.search(low) for form in (_NAMED, _HELD, _HOLDS_SO_MUCH))
